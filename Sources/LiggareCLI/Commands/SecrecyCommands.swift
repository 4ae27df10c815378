import CommandArguments
import LedgerDomain
import StrictJSON

/// `secrecy`: secrecy marks (OSL 5:5), a warning and nothing more.
enum SecrecyCommands {
  static let noun = Noun(
    "secrecy", Localized("sekretessmarkering (OSL 5:5)", "secrecy marks (OSL 5:5)"), [mark, lift])

  private static let field = Option<Text>(text: "field", "NAME", Localized("bara detta fält", "this field only"))
  private static let provision = Option<Text>(
    text: "provision", "TEXT", Localized("bestämmelsen", "the provision"), .required)
  private static let authority = Option<Text>(text: "by", "TEXT", Localized("myndigheten", "the authority"), .required)

  static let mark = Verb.recording(
    ["secrecy", "mark"], Localized("sekretessmarkera", "mark as secret"),
    discussion: Localized(
      "Märket är en varning i ”show”. I det som lämnar huset maskeras alla texter om saken, och besluten om den: export, rapport och webbplats. Bevis om den lämnas ut bara av en namngiven tjänsteman, och ett redovisat dokument som nämner den hålls inne, tills märket hävs.",
      "The mark is a warning in “show”. In what leaves the house all texts about the subject, and the decisions on it, are masked: exports, reports and the site. Evidence about it is given out by a named official only, and a presented document that names it is withheld, until the mark is lifted."
    ),
    about: [Subjects.any],
    [field, provision, authority],
    example: #"liggare secrecy mark C-0001 --provision "OSL 35 kap. 1 §" --by "Kommunstyrelsen""#,
    Localized("varje begäran prövas ändå på nytt", "each request is assessed anew all the same")
  ) { draft throws(Failure) in
    let given = draft.arguments
    try draft.add(
      try given.value(Subjects.any),
      .entry(
        .secrecyMarked(
          SecrecyMarked(
            field: given[optional: field], provision: try given.value(provision), authority: try given.value(authority))
        )))
  }

  static let lift = Verb.recording(
    ["secrecy", "lift"], Localized("häva markeringen", "lift the mark"), about: [Subjects.any], [field, authority],
    example: #"liggare secrecy lift C-0001 --by "Kommunstyrelsen""#,
    Localized("när skälet har fallit", "when the reason is gone")
  ) { draft throws(Failure) in
    let given = draft.arguments
    try draft.add(
      try given.value(Subjects.any),
      .entry(.secrecyLifted(SecrecyLifted(field: given[optional: field], authority: try given.value(authority)))))
  }
}
