package import LedgerDomain
import StrictJSON

/// A decided fact on its way into the journal: the draft, and the identity that whoever asks has given it.
///
/// The same proposal may be put again, when it is not known whether it arrived: the id makes it one event.
package struct Proposal: Hashable, Sendable {
  package let draft: Draft
  package let id: EventID
  package let correlation: EventID?
  package let causation: EventID?
}

extension Proposal {
  package init(id: EventID, draft: Draft, correlation: EventID? = nil, causation: EventID? = nil) {
    self.init(draft: draft, id: id, correlation: correlation, causation: causation)
  }

  /// Writes its `data`. Not inlined: so the draft is looked at where it is, and not copied.
  @inline(never)
  func write(into pen: inout JSONPen) {
    draft.fact.write(with: draft.circumstances, into: &pen)
  }

  /// The head of the line that it becomes.
  func head(
    _ id: EventID, type: Int, position: Int, subjectVersion: Int, batch: BatchPlace?, prev: ChainMark?
  ) -> LineHead {
    LineHead(
      id: id, type: type, subject: draft.subject, position: position, subjectVersion: subjectVersion,
      effective: draft.effective, batch: batch, correlation: correlation,
      causation: causation, prev: prev)
  }

  /// The event that it becomes.
  func event(
    recorded: Instant, recordedBy: Text, position: Int, subjectVersion: Int, batch: BatchPlace?
  ) -> Event {
    Event(
      id: id, subject: draft.subject, recorded: recorded, position: position, subjectVersion: subjectVersion,
      effective: draft.effective, recordedBy: recordedBy, batch: batch, correlation: correlation,
      causation: causation, fact: draft.fact, circumstances: draft.circumstances)
  }
}

/// What must not have happened since a decision was made: any event about these subjects after a position.
///
/// An event is about its subject and about those it refers to (`refs`).
package struct AppendCondition: Hashable, Sendable {
  package let subjects: Set<SubjectID>
  package let position: Int

  /// Requires position ≥ 0.
  package init(unchanged subjects: Set<SubjectID>, after position: Int) {
    self.subjects = subjects
    self.position = position
  }
}
