package import CommandArguments
package import LedgerDomain

extension AuthorityKind {
  /// The legal ground of a decision made on such an authority, by the body in whose name it was made where its kind is
  /// known.
  ///
  /// Kommunallagen (KL) 5:65–69 and 6:35 on minutes and 8:12 on announcing them bind the council and its committees, not an
  /// advisory body, and the police act outside the law. Delegated: 6:37, 7:5, notified as the body has decided, 7:8.
  /// Urgent: 6:39, notified at the next meeting, 6:40. Mere execution needs no delegated decision.
  package func ground(of body: BodyKind?) -> Localized {
    switch self {
    case .body:
      switch body {
      case .council?, .executiveBoard?, .committee?:
        Localized(
          "organets eget beslut; protokollet justeras (KL 5:69, 6:35) och justeringen tillkännages (KL 8:12)",
          "the body’s own decision; its minutes are verified (KL 5:69, 6:35) and that is announced (KL 8:12)")
      case .advisory?:
        Localized(
          "rådgivande organ; kommunallagens regler om protokoll gäller inte",
          "an advisory body; kommunallagen’s rules on minutes do not apply")
      case .police?: Self.police.ground(of: nil)
      case .other?, nil: Localized("organets eget beslut", "the body’s own decision")
      }
    case .delegated:
      Localized(
        "delegation (KL 6:37, 7:5); anmäls på det sätt som organet har beslutat (KL 7:8)",
        "delegation (KL 6:37, 7:5); notified as the body has decided (KL 7:8)")
    case .urgentChair:
      Localized(
        "brådskande ärende, kräver bemyndigande (KL 6:39); anmäls vid nästa sammanträde (KL 6:40)",
        "urgent matter, needs a mandate (KL 6:39); notified at the next meeting (KL 6:40)")
    case .mereExecution:
      Localized(
        "ren verkställighet; inget delegationsbeslut behövs", "mere execution; no delegated decision is needed")
    case .police: Localized("utanför kommunallagen", "outside kommunallagen")
    case .unknown: Localized("ingen befogenhet är känd", "no authority is known")
    }
  }
}
