import Integrity
import LedgerDomain

/// What the lines of a sweep have in common over the whole journal, and what they count.
///
/// Ids used once, subject versions without gaps; lines by type, batches, times, commitments.
///
/// Memory: 28 bytes a line while a part waits to be joined, then 8 bytes a line and 5 to 10 for each subject.
struct ChainTally: LineTally {
  private(set) var lineCount = 0
  private(set) var batchCount = 0
  private(set) var typeCounts = [Int](repeating: 0, count: FactTypes.names.count)
  private(set) var firstRecorded: Int64?
  private(set) var lastRecorded: Int64?
  private(set) var clockSteps: [Int] = []
  private(set) var commitments: Set<Integrity.Commitment> = []
  private(set) var erased: Set<Integrity.Commitment> = []

  // Of a part that waits.
  private var ids: [UInt64] = []
  private var subjects: [SubjectID] = []
  private var subjectVersions: [Int32] = []
  private var firstPosition = 0
  // Of what is joined.
  private var seen = WordPartitions()
  private var versionsFollow = true
  private var versions = SubjectTable<Int32>(missing: 0)
  private var isJoined = false

  mutating func take(_ line: SweptLine) {
    let facts = line.facts
    if lineCount == 0 { firstPosition = facts.position }
    lineCount += 1
    ids.append(facts.id.high &* 0x9E37_79B9_7F4A_7C15 ^ facts.id.low)
    subjects.append(facts.subject)
    subjectVersions.append(Int32(truncatingIfNeeded: facts.subjectVersion))
    typeCounts[facts.type] += 1
    if facts.batch?.place == 1 { batchCount += 1 }
    if let lastRecorded, facts.recorded < lastRecorded { clockSteps.append(facts.position) }
    if firstRecorded == nil { firstRecorded = facts.recorded }
    lastRecorded = facts.recorded
    guard !line.commitments.isEmpty else { return }
    for seal in line.seals {
      if seal.isErased { erased.insert(seal.commitment) } else { commitments.insert(seal.commitment) }
    }
  }

  mutating func join(_ next: ChainTally) {
    if !isJoined {
      isJoined = true
      let own = self
      chain(own)
      (ids, subjects, subjectVersions) = ([], [], [])
    }
    chain(next)
    lineCount += next.lineCount
    batchCount += next.batchCount
    for index in typeCounts.indices { typeCounts[index] += next.typeCounts[index] }
    if let last = lastRecorded, let first = next.firstRecorded, first < last { clockSteps.append(next.firstPosition) }
    clockSteps += next.clockSteps
    if firstRecorded == nil { firstRecorded = next.firstRecorded }
    lastRecorded = next.lastRecorded ?? lastRecorded
    commitments.formUnion(next.commitments)
    erased.formUnion(next.erased)
  }

  private mutating func chain(_ part: ChainTally) {
    seen.append(part.ids)
    for index in part.subjects.indices {
      let version = part.subjectVersions[index]
      if versions[part.subjects[index]] + 1 != version { versionsFollow = false }
      versions[part.subjects[index]] = version
    }
  }

  /// Whether every id and version is plainly right: ids are compared by 64 of their bits, so they may be right all the
  /// same. Looks through all ids that were joined, on all processors, each time it is asked: some 20 ns each.
  var isSure: Bool { versionsFollow && seen.areDifferent() }

  /// How many subjects the lines are about.
  var subjectCount: Int { versions.count }
}
