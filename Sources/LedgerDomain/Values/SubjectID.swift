package import StrictJSON

/// The kinds of things a ledger is about. Each has a letter that begins its identifiers.
package enum SubjectKind: String, Choice {
  case ledger, promise, situation, indicator, `case`, measure, decision, body, delegation, meeting
  case followUp = "follow-up"
  case recommendation
  /// A private person.
  case person

  /// The letter of the identifiers: `M` in `M-0007`. `E` is a private person (*enskild*), `G` a grant of
  /// delegation, `T` a meeting (*tillfälle*).
  package var letter: Character { Character(UnicodeScalar(letterByte)) }

  /// The letter in ASCII.
  package var letterByte: UInt8 {
    switch self {
    case .ledger: UInt8(ascii: "L")
    case .promise: UInt8(ascii: "P")
    case .situation: UInt8(ascii: "S")
    case .indicator: UInt8(ascii: "I")
    case .case: UInt8(ascii: "C")
    case .measure: UInt8(ascii: "M")
    case .decision: UInt8(ascii: "D")
    case .body: UInt8(ascii: "B")
    case .delegation: UInt8(ascii: "G")
    case .meeting: UInt8(ascii: "T")
    case .followUp: UInt8(ascii: "F")
    case .recommendation: UInt8(ascii: "R")
    case .person: UInt8(ascii: "E")
    }
  }

  /// The kind whose identifiers begin with a letter.
  package init?(letterByte: UInt8) {
    guard let kind = Self.byLetter[Int(letterByte)] else { return nil }
    self = kind
  }

  private static let byLetter: [SubjectKind?] = (0...255).map { byte in allCases.first { $0.letterByte == byte } }
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
    var copy = text
    let id = copy.withUTF8 { bytes -> (kind: SubjectKind, number: Int)? in
      guard bytes.count >= 6, bytes.count <= 11, bytes[1] == UInt8(ascii: "-"),
        let kind = SubjectKind(letterByte: bytes[0]), let number = decimal(bytes[2...]), number >= 1,
        bytes.count == 6 || bytes[2] != UInt8(ascii: "0")
      else { return nil }
      return (kind, number)
    }
    guard let id else { throw MalformedText(expected: "subject", found: text) }
    self.init(id.kind, id.number)
  }

  package var text: String {
    String(unsafeUninitializedCapacity: 24) { bytes in
      var digits = DigitPen(bytes)
      digits.write(kind.letterByte)
      digits.write(UInt8(ascii: "-"))
      digits.write(number, to: 4)
      return digits.count
    }
  }

  package static func < (left: SubjectID, right: SubjectID) -> Bool {
    left.kind == right.kind
      ? left.number < right.number : left.kind.letterByte < right.kind.letterByte
  }
}

extension SubjectID {
  /// The ledger itself, the subject of its first event.
  package static let ledger = SubjectID(.ledger, 1)
}
