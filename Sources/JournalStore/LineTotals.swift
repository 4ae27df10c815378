import Integrity
import LedgerDomain
import StrictJSON

/// What right lines add up to, one after the other, without keeping them.
struct LineTotals {
  /// The first event.
  private(set) var first: Event?
  private(set) var lines = VerificationReport.Lines()
  /// The commitments that lines hold, without the erased ones.
  private(set) var commitments: Set<Integrity.Commitment> = []
  private(set) var erased: Set<Integrity.Commitment> = []

  private var subjects: Set<SubjectID> = []
  private var typeCounts = [Int](repeating: 0, count: FactTypes.names.count)

  mutating func add(_ entry: Entry) {
    let event = entry.event
    if first == nil { first = event }
    lines.count += 1
    if subjects.insert(event.subject).inserted { lines.subjectCount += 1 }
    typeCounts[FactTypes.number(event.fact.type)] += 1
    if event.batch?.place == 1 { lines.batchCount += 1 }
    if let last = lines.lastRecorded, event.recorded < last { lines.clockSteps.append(event.position) }
    if lines.firstRecorded == nil { lines.firstRecorded = event.recorded }
    lines.lastRecorded = event.recorded
    for commitment in event.commitments where !erased.contains(commitment) { commitments.insert(commitment) }
    for commitment in event.erasedCommitments {
      commitments.remove(commitment)
      erased.insert(commitment)
    }
  }

  /// How many lines there are of each type that there is, by its name.
  var types: [VerificationReport.TypeCount] {
    zip(FactTypes.names, typeCounts).filter { $0.1 > 0 }
      .map { VerificationReport.TypeCount(type: Text($0.0), count: $0.1) }
  }
}
