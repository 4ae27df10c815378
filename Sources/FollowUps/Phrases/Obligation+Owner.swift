import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension Book {
  /// Who has to do it: the person in office, else the body whose matter it is.
  func owner(of obligation: Obligation) -> Localized {
    if let official = obligation.owner { return Localized(official.phrase, official.phrase) }
    if let body = obligation.body.flatMap({ title(of: $0) }) { return Localized(body, body) }
    let named = obligation.kind == .notifyDecision ? obligation.detail?.text : nil
    return named.map { Localized($0, $0) } ?? StandingWords.notStated
  }

  /// Who has to see to a subject: the person in office, else the body whose matter it is; nil where neither is named.
  func owner(of subject: SubjectID, official: PublicOfficial?) -> Localized? {
    if let official { return Localized(official.phrase, official.phrase) }
    let body: SubjectID? =
      switch state(of: subject) {
      case .recommendation(let state): state.delivered?.to
      case .meeting(let state): state.body
      case .decision(let state): state.made?.authority.organ
      default: nil
      }
    return body.flatMap { title(of: $0) }.map { Localized($0, $0) }
  }
}
