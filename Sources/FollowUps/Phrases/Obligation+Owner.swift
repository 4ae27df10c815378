import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension Book {
  /// Who has to do it: the person in office, else the body whose matter it is.
  func owner(of obligation: Obligation) -> Localized {
    if let owner = obligation.owner { return Localized(owner.phrase, owner.phrase) }
    let body: SubjectID? =
      switch state(of: obligation.subject) {
      case .recommendation(let state): state.delivered?.to
      case .meeting(let state): state.body
      case .decision(let state): state.made?.authority.organ
      default: nil
      }
    let named = body.flatMap { title(of: $0) } ?? (obligation.kind == .notifyDecision ? obligation.detail?.text : nil)
    return named.map { Localized($0, $0) } ?? StandingWords.notStated
  }
}
