package import StrictJSON

/// The kinds of things a ledger is about. Each has a letter that begins its identifiers.
package enum SubjectKind: String, Choice {
  case ledger, promise, situation, indicator, `case`, measure, decision, body, delegation, meeting
  case followUp = "follow-up"
  case recommendation

  /// The letter of the identifiers: `M` in `M-0007`. `G` is a grant of delegation, `T` a meeting (*tillfälle*).
  package var letter: Character {
    switch self {
    case .ledger: "L"
    case .promise: "P"
    case .situation: "S"
    case .indicator: "I"
    case .case: "C"
    case .measure: "M"
    case .decision: "D"
    case .body: "B"
    case .delegation: "G"
    case .meeting: "T"
    case .followUp: "F"
    case .recommendation: "R"
    }
  }
}

/// What an event is about: a kind's letter, a hyphen, and a number from 1 to 999,999,999 written with at least four
/// digits, `M-0007`.
package struct SubjectID: TextValue, Comparable {
  package let kind: SubjectKind
  package let number: Int

  /// Requires 1 ≤ number.
  package init(_ kind: SubjectKind, _ number: Int) {
    precondition(number >= 1, "subjects are numbered from 1")
    self.kind = kind
    self.number = number
  }

  package init(text: String) throws(MalformedText) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 6, bytes.count <= 11, bytes[1] == UInt8(ascii: "-"),
      let kind = SubjectKind.allCases.first(where: { $0.letter.asciiValue == bytes[0] }),
      let number = decimal(bytes[2...]), number >= 1, bytes.count == 6 || bytes[2] != UInt8(ascii: "0")
    else { throw MalformedText(expected: "subject", found: text) }
    self.init(kind, number)
  }

  package var text: String { "\(kind.letter)-\(padded(number, to: 4))" }

  package static func < (left: SubjectID, right: SubjectID) -> Bool {
    left.kind == right.kind
      ? left.number < right.number : (left.kind.letter.asciiValue ?? 0) < (right.kind.letter.asciiValue ?? 0)
  }
}

extension SubjectID {
  /// The ledger itself, the subject of its first event.
  package static let ledger = SubjectID(.ledger, 1)
}
