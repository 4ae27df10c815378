import CommandArguments
import LedgerDomain
import StrictJSON

/// `situation`: the situation picture.
enum SituationCommands {
  static let noun = Noun(
    "situation", Localized("lägesbilden och dess underlag", "the situation picture and its grounds"),
    [assess, Verb.list(.situation), Verb.show(.situation)])

  private static let summary = Option<Text>(text: "summary", "TEXT", Localized("sammanfattning", "summary"))
  private static let grounds = Option<Ground>(
    "ground", "KIND=TEXT",
    Localized("underlag: survey, dialogue, staff, statistics", "ground: survey, dialogue, staff, statistics"),
    .requiredRepeated
  ) { text throws(ValueProblem) in
    guard let (name, description) = cut(text, at: "="), let kind = try? GroundKind(text: name) else {
      throw ValueProblem(
        expected: Localized(
          "slag=text, där slaget är survey, dialogue, staff eller statistics",
          "kind=text, where the kind is survey, dialogue, staff or statistics"))
    }
    return Ground(kind: kind, description: Text(description))
  }
  private static let findings = Option<SituationFinding>(
    "finding", "[CODE,…:]TEXT", Localized("vad bilden säger, och var", "what the picture says, and where"), .repeated
  ) { text throws(ValueProblem) in
    if let (places, finding) = cut(text, at: ":") {
      let codes = places.split(separator: ",").map { try? Code(text: trimmed(String($0))) }
      let known = codes.compactMap(\.self)
      let stated = trimmed(finding)
      if known.count == codes.count, !stated.isEmpty { return SituationFinding(text: Text(stated), areas: known) }
    }
    guard !trimmed(text).isEmpty else { throw ValueProblem(expected: Localized("en text", "a text")) }
    return SituationFinding(text: Text(text))
  }

  static let assess = Verb.recording(
    ["situation", "assess"], Localized("registrera en lägesbild", "record a situation picture"),
    [Shared.title, Shared.promise, summary, grounds, findings],
    example:
      #"liggare situation assess --title "Lägesbild 2023" --ground survey="Trygghetsmätning 2022" --finding "norr: Otryggt efter mörkrets inbrott""#,
    Localized("med underlag och plats", "with ground and place")
  ) { draft throws(Failure) in
    let given = draft.arguments
    try draft.add(
      draft.newID(.situation),
      .situation(
        .assessed(
          SituationAssessed(
            title: try given.value(Shared.title), promise: draft.promise, summary: given[optional: summary],
            grounds: given.values(grounds), findings: given.values(findings)))))
  }
}
