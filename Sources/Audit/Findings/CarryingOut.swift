import LedgerDomain
import Projections
import StrictJSON

// What counts as carrying out a measure, and what stood in its way.

extension Measure {
  /// Whether it is decided, or promised in the promise itself; a proposal is neither, nor an example.
  var isPromisedOrDecided: Bool { approved != nil || plan?.binding == .promised }

  /// The first entry that says that work was done: started, or ended with something done.
  func execution(in story: SubjectStory) -> Event? {
    story.entries.first { $0.isExecution(story, marked: []) }
  }

  /// What made an act of carrying out unlawful by the standing of the decision behind it: the decision, how it stood when the
  /// day began, and since when; nil where it stood.
  func stopping(
    of act: Event, _ story: SubjectStory, _ reading: RuleReading
  ) -> (decision: SubjectID, standing: DecisionStanding, mark: Mark?)? {
    guard let day = act.day else { return nil }
    let approvals = story.entries(MeasureApproved.type).filter { $0.day.map { $0 <= day } ?? true }
    guard let id = approvals.last?.decisionBehind, let decision = reading.decision(id) else { return nil }
    let before = decision.standing(before: day)
    return [.stayed, .annulled].contains(before.standing) ? (id, before.standing, before.mark) : nil
  }
}

extension Event {
  /// The decision that the entry about a measure says stands behind it.
  var decisionBehind: SubjectID? {
    guard case .measure(let fact) = fact else { return nil }
    return switch fact {
    case .referredBack(let referred): referred.decision
    case .tabled(let tabled): tabled.decision
    case .approved(let approved): approved.decision
    case .rejected(let rejected): rejected.decision
    case .paused(let paused): paused.decision
    case .resumed(let resumed): resumed.decision
    case .deadlineExtended(let extended): extended.decision
    case .amended(let amended): amended.decision
    case .withdrawn(let withdrawn): withdrawn.decision
    case .proposed, .started, .progressReported, .implemented, .reassigned, .evaluated: nil
    }
  }

  /// Whether the entry says that work was done on its day. A report of progress may tell of earlier time, so it counts only
  /// where whoever recorded it marked it so.
  func isExecution(_ story: SubjectStory, marked kinds: [Irregularity]) -> Bool {
    guard case .measure(let fact) = fact else { return false }
    return switch fact {
    case .started: true
    case .implemented(let implemented): implemented.extent != .none
    case .progressReported: kinds.contains { story.isMarked(self, $0) }
    default: false
    }
  }
}
