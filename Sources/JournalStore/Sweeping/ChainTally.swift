import Integrity
import LedgerDomain

/// What the lines of a sweep have in common over the whole journal, and what they count.
///
/// Ids used once, subject versions without gaps; lines by type, batches, times, commitments. `isSure` is false where an
/// id or a version is not plainly right: ids are compared by 64 of their bits, so it may be right all the same.
///
/// Memory: 28 bytes a line while a part waits to be joined, then 8 to 32 bytes a line and some for each subject.
struct ChainTally: LineTally {
  private(set) var isSure = true
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
  private var seen = WordSet()
  private var versions = SubjectTable<Int32>(missing: 0)
  private var isJoined = false

  private static let erasure = FactTypes.number(ValueErased.type)

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
    for place in line.commitments {
      let hex = String(decoding: UnsafeBufferPointer(rebasing: line.bytes[place..<(place + 64)]), as: UTF8.self)
      guard let commitment = Integrity.Commitment(hex: hex) else { continue }
      let isErasure = facts.type == Self.erasure && LineFindings.erases(place, in: line.bytes)
      if isErasure { erased.insert(commitment) } else { commitments.insert(commitment) }
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
    for id in part.ids where !seen.insert(id) { isSure = false }
    for index in part.subjects.indices {
      let version = part.subjectVersions[index]
      if versions[part.subjects[index]] + 1 != version { isSure = false }
      versions[part.subjects[index]] = version
    }
  }

  /// How many subjects the lines are about.
  var subjectCount: Int { versions.count }
}

/// A set of 64-bit words that only grows. A word takes 8 to 32 bytes.
struct WordSet {
  /// A power of two of places; 0 for an empty one.
  private var places = [UInt64](repeating: 0, count: 1024)
  private var count = 0
  private var hasZero = false

  /// Adds a word; false where it was there.
  mutating func insert(_ word: UInt64) -> Bool {
    guard word != 0 else {
      defer { hasZero = true }
      return !hasZero
    }
    if count * 2 >= places.count { grow() }
    return put(word)
  }

  private mutating func put(_ word: UInt64) -> Bool {
    places.withUnsafeMutableBufferPointer { places in
      let mask = places.count - 1
      var place = Int(truncatingIfNeeded: word) & mask
      while places[place] != 0 {
        if places[place] == word { return false }
        place = (place + 1) & mask
      }
      places[place] = word
      count += 1
      return true
    }
  }

  private mutating func grow() {
    let old = places
    places = [UInt64](repeating: 0, count: old.count * 4)
    count = 0
    for word in old where word != 0 { _ = put(word) }
  }
}

/// A value for each subject, kept by the kind's letter and the number: numbers are given in order, so they lie close.
struct SubjectTable<Value: Sendable>: Sendable {
  private let missing: Value
  /// By kind, then by number; numbers far beyond what was there before lie apart.
  private var rows: [[Value]]
  private var isThere: [[Bool]]
  private var far: [SubjectID: Value] = [:]
  private(set) var count = 0

  init(missing: Value) {
    self.missing = missing
    rows = Array(repeating: [], count: SubjectKind.allCases.count)
    isThere = rows.map { _ in [] }
  }

  subscript(subject: SubjectID) -> Value {
    get {
      let row = subject.kind.row
      guard subject.number < rows[row].count else { return far[subject] ?? missing }
      return rows[row][subject.number]
    }
    set {
      let row = subject.kind.row
      if subject.number >= rows[row].count {
        guard far[subject] == nil, subject.number < 2 * rows[row].count + 1024 else {
          if far.updateValue(newValue, forKey: subject) == nil { count += 1 }
          return
        }
        let added = max(1024, rows[row].count)
        rows[row] += Array(repeating: missing, count: added)
        isThere[row] += Array(repeating: false, count: added)
        for (subject, value) in far where subject.kind.row == row && subject.number < rows[row].count {
          rows[row][subject.number] = value
          isThere[row][subject.number] = true
          far[subject] = nil
        }
      }
      if !isThere[row][subject.number] {
        isThere[row][subject.number] = true
        count += 1
      }
      rows[row][subject.number] = newValue
    }
  }
}

extension SubjectKind {
  /// Its place among all kinds.
  fileprivate var row: Int {
    switch self {
    case .ledger: 0
    case .promise: 1
    case .situation: 2
    case .indicator: 3
    case .case: 4
    case .measure: 5
    case .decision: 6
    case .body: 7
    case .delegation: 8
    case .meeting: 9
    case .followUp: 10
    case .recommendation: 11
    }
  }
}
