import CommandArguments
import LedgerDomain
import StrictJSON
import Wording

/// The options that name the decision behind an act: one already in the ledger, or a new one recorded in the same batch.
enum DecisionOptions {
  static let decision = Option<SubjectID>(
    text: "decision", "D-ID", Localized("beslutet, om det redan är registrerat", "the decision, if already recorded"))
  static let authority = Option<AuthorityKind>(
    choice: "authority", "KIND",
    Localized("beslutets grund; registrerar ett nytt beslut", "the authority; records a new decision"))
  static let organ = Option<SubjectID>(text: "organ", "B-ID", Localized("beslutande organ", "the deciding organ"))
  static let meeting = Option<SubjectID>(text: "meeting", "T-ID", Localized("sammanträdet", "the meeting"))
  static let paragraph = Option<Text>(
    text: "paragraph", "§", Localized("paragraf i protokollet", "paragraph of the minutes"))
  static let delegation = Option<SubjectID>(
    text: "delegation", "G-ID", Localized("delegationen", "the delegation"))
  static let decidedBy = Option<PublicOfficial>(
    official: "decided-by", Localized("vem som beslutade", "who decided"), .repeated)
  static let rapporteur = Option<PublicOfficial>(official: "rapporteur", Localized("föredragande", "rapporteur"))
  static let matter = Option<Text>(
    text: "matter", "TEXT",
    Localized("vad beslutet gäller (förval: åtgärdens namn)", "what is decided (default: the title)"))
  static let grounds = Option<Text>(text: "grounds", "TEXT", Localized("skälen för beslutet", "the grounds"))
  static let reference = Option<Text>(
    text: "reference", "TEXT", Localized("diarienummer eller annan beteckning", "registry number or other reference"))
  static let validThrough = Option<LocalDate>(
    text: "valid-through", "DATE", Localized("sista dag, för tidsbegränsade beslut", "last day, if limited in time"))
  static let conflicts = Option<PublicOfficial>(
    official: "conflict", Localized("jävig som inte deltog", "had an interest and stood aside"), .repeated)
  static let conflictsTakingPart = Option<PublicOfficial>(
    official: "conflict-took-part", Localized("jävig som ändå deltog", "had an interest and took part"), .repeated)
  static let reservedMatter = Option<ReservedMatter>(
    choice: "reserved-matter", "KIND",
    Localized("ärende som inte får delegeras (KL 6:38)", "a matter that may not be delegated (KL 6:38)"))
  static let notBeforeFinal = Option<Text>(
    text: "not-before-final", "REASON",
    Localized(
      "särskilt skäl att vänta på laga kraft (KL 13:14)", "special reason to wait until it is final (KL 13:14)"))

  /// What says how a decision was made.
  static let making: [any Declared] = [
    authority, organ, meeting, paragraph, delegation, decidedBy, rapporteur, matter, grounds, reference, validThrough,
    conflicts, conflictsTakingPart, reservedMatter, notBeforeFinal,
  ]
  static let all: [any Declared] = [decision] + making

  static func authority(_ kind: AuthorityKind, _ arguments: ParsedCommand) -> Authority {
    Authority(
      kind, organ: arguments[optional: organ], meeting: arguments[optional: meeting],
      paragraph: arguments[optional: paragraph], delegation: arguments[optional: delegation])
  }

  /// The decision that the options describe.
  static func made(
    _ kind: AuthorityKind, matter: Text, outcome: DecisionOutcome, concerns: [SubjectID], _ arguments: ParsedCommand
  ) -> DecisionMade {
    DecisionMade(
      matter: arguments[optional: DecisionOptions.matter] ?? matter, outcome: outcome,
      authority: authority(kind, arguments), decidedBy: arguments.values(decidedBy),
      rapporteur: arguments[optional: rapporteur], grounds: arguments[optional: grounds],
      reference: arguments[optional: reference], validThrough: arguments[optional: validThrough],
      conflicts: arguments.values(conflicts).map { ConflictOfInterest(person: $0, tookPart: false) }
        + arguments.values(conflictsTakingPart).map { ConflictOfInterest(person: $0, tookPart: true) },
      concerns: concerns, reservedMatter: arguments[optional: reservedMatter],
      notBeforeFinal: arguments[optional: notBeforeFinal])
  }
}
