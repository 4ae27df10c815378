import LedgerDomain

extension SubjectID {
  /// The subject in one word of 40 bits, as `key` has it: what a sweep asks for at every line, so without a look at the
  /// letter as a `Character`.
  @inline(__always) var word: UInt64 { UInt64(kind.letterByte) << 32 | UInt64(number) }

  /// The subject that a word stands for. Requires one that `word` gave.
  @inline(__always) init(word: UInt64) {
    guard let kind = SubjectKind(letterByte: UInt8(truncatingIfNeeded: word >> 32)) else {
      preconditionFailure("a word stands for a subject")
    }
    self.init(kind, Int(word & 0xFFFF_FFFF))
  }
}

extension SubjectKind {
  /// The ASCII of `letter`.
  @inline(__always) var letterByte: UInt8 {
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
    }
  }

  /// The kind of a letter; nil where none has it.
  @inline(__always) init?(letterByte: UInt8) {
    switch letterByte {
    case UInt8(ascii: "L"): self = .ledger
    case UInt8(ascii: "P"): self = .promise
    case UInt8(ascii: "S"): self = .situation
    case UInt8(ascii: "I"): self = .indicator
    case UInt8(ascii: "C"): self = .case
    case UInt8(ascii: "M"): self = .measure
    case UInt8(ascii: "D"): self = .decision
    case UInt8(ascii: "B"): self = .body
    case UInt8(ascii: "G"): self = .delegation
    case UInt8(ascii: "T"): self = .meeting
    case UInt8(ascii: "F"): self = .followUp
    case UInt8(ascii: "R"): self = .recommendation
    default: return nil
    }
  }
}
