package import LedgerDomain

/// A value for each subject, kept by the kind's letter and the number: numbers are given in order, so they lie close.
///
/// Inlinable, so that other rooms have it of their own type: unspecialised it costs as much as a dictionary.
package struct SubjectTable<Value: Sendable>: Sendable {
  @usableFromInline let missing: Value
  /// By kind, then by number; numbers far beyond what was there before lie apart.
  @usableFromInline var rows: [[Value]]
  @usableFromInline var isThere: [[Bool]]
  @usableFromInline var far: [SubjectID: Value] = [:]
  @usableFromInline var count = 0

  @inlinable package init(missing: Value) {
    self.missing = missing
    rows = Array(repeating: [], count: SubjectKind.allCases.count)
    isThere = rows.map { _ in [] }
  }

  @inlinable package subscript(subject: SubjectID) -> Value {
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
        let added = rows[row].count + 1024
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
  @usableFromInline var row: Int {
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
    case .person: 12
    }
  }
}
