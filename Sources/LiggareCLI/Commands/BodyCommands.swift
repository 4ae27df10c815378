import CommandArguments
import LedgerDomain
import StrictJSON

/// `body`: organs that decide, advise or receive reports.
enum BodyCommands {
  static let noun = Noun(
    "body", Localized("organ: nämnder, råd, polisen", "bodies: committees, advisory councils, the police"),
    [register, Verb.list(.body), Verb.show(.body)])

  private static let name = Option<Text>(text: "name", "TEXT", Localized("namnet", "the name"), .required)
  private static let kind = Option<BodyKind>(
    choice: "kind", "KIND", Localized("slags organ", "kind of body"), .required)
  private static let chair = Option<PublicOfficial>(official: "chair", Localized("ordförande", "chair"))
  private static let notified = Flag(
    "delegated-notified",
    Localized("delegationsbeslut ska anmälas (KL 7:8)", "delegated decisions are notified (KL 7:8)"))
  private static let urgent = Option<PublicOfficial>(
    official: "urgent-mandate",
    Localized("får besluta i brådskande ärenden (KL 6:39)", "may decide urgent matters (KL 6:39)"))

  static let register = Verb.recording(
    ["body", "register"], Localized("registrera ett organ", "register a body"),
    [name, kind, Shared.party, chair, notified, urgent],
    example: #"liggare body register --name Kommunstyrelsen --kind executive-board --delegated-notified"#,
    Localized("reglerna följer av slaget", "the rules follow from the kind")
  ) { draft throws(Failure) in
    let given = draft.arguments
    // A body is older than the book; the day on which someone typed it says nothing about it.
    draft.defaultEffective = nil
    try draft.add(
      draft.newID(.body),
      .body(
        .registered(
          BodyRegistered(
            name: try given.value(name), kind: try given.value(kind), party: given[optional: Shared.party],
            chair: given[optional: chair], delegatedDecisionsNotified: given[notified],
            urgentMandate: given[optional: urgent]))))
  }
}
