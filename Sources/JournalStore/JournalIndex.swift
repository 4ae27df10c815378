import Integrity
import LedgerDomain
import StrictJSON

/// What a writer asks a journal about: ids, versions, subjects concerned, commitments.
struct JournalIndex {
  private(set) var positions: [EventID: Int] = [:]
  private(set) var versions: [SubjectID: Int] = [:]
  /// The last position of an event about a subject, as its own or among its refs.
  private(set) var lastConcerned: [SubjectID: Int] = [:]
  /// The commitments that lines hold, without the erased ones.
  private(set) var commitments: Set<Integrity.Commitment> = []
  /// The commitments whose values were erased.
  private(set) var erased: Set<Integrity.Commitment> = []

  init(_ entries: [Entry]) {
    for entry in entries { add(entry.event) }
  }

  mutating func add(_ event: Event) {
    positions[event.id] = event.position
    versions[event.subject] = event.subjectVersion
    for subject in [event.subject] + event.circumstances.refs { lastConcerned[subject] = event.position }
    for commitment in event.commitments where !erased.contains(commitment) { commitments.insert(commitment) }
    for commitment in event.erasedCommitments {
      commitments.remove(commitment)
      erased.insert(commitment)
    }
  }

  /// Whether a line commits to the value, erased or not.
  func holds(_ commitment: Integrity.Commitment) -> Bool {
    commitments.contains(commitment) || erased.contains(commitment)
  }
}

extension Event {
  /// The commitments in its data, in their order.
  var commitments: [Integrity.Commitment] {
    sealedValues(in: fact.data(with: circumstances)).compactMap { Integrity.Commitment(hex: $0.text) }
  }

  /// The commitments whose values it erases.
  var erasedCommitments: [Integrity.Commitment] {
    guard case .entry(.valueErased(let erasure)) = fact else { return [] }
    return erasure.commitments.compactMap { Integrity.Commitment(hex: $0.text) }
  }
}
