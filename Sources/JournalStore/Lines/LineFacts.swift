package import LedgerDomain

/// What the envelope of a line says, as plain numbers: all that the rules between lines ask for, without an allocation.
///
/// Made either by `LineScanner`, in one walk over the bytes, or from a `DecodedLine`.
package struct LineFacts: Equatable, Sendable {
  package var id: EventKey
  /// The place of the fact's type in `FactTypes.names`.
  package var type: Int
  package var subject: SubjectID
  /// Milliseconds since 1970.
  package var recorded: Int64
  package var position: Int
  package var subjectVersion: Int
  package var effective: EffectiveKey
  package var batch: BatchPlace?
  package var prev: ChainMark?
  /// Where `data` lies in the line: from its `{` to behind its `}`.
  package var data: Range<Int>
}

/// An event's id as the 128 bits that its UUID stands for.
package struct EventKey: Hashable, BitwiseCopyable, Sendable {
  package var high: UInt64
  package var low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  package init(_ id: EventID) {
    // The text is that of a UUID, so this is the way of every id whose bytes lie together.
    let key = id.text.utf8.withContiguousStorageIfAvailable { text in
      text.count == 36 ? text.baseAddress.flatMap { EventKey(digits: $0) } : nil
    }
    if let key = key ?? nil {
      self = key
      return
    }
    high = 0
    low = 0
    for byte in id.text.utf8 where byte != UInt8(ascii: "-") {
      high = high << 4 | low >> 60
      low = low << 4 | UInt64(byte < 0x3A ? byte - 0x30 : byte - 0x57)
    }
  }
}

/// When a fact was true, in one word that orders as the facts do: undated first, then by the moment it begins to count.
package struct EffectiveKey: Hashable, Comparable, Sendable {
  /// `Int64.min` for an undated fact; else milliseconds since 1970 of the moment from which it counts, in the ledger's
  /// time zone for a date.
  package let start: Int64

  package static let undated = EffectiveKey(start: .min)

  package init(start: Int64) {
    self.start = start
  }

  package init(_ effective: Effective?) {
    start = effective?.start.milliseconds ?? .min
  }

  package static func < (one: EffectiveKey, other: EffectiveKey) -> Bool { one.start < other.start }
}

/// The types of events, numbered in the order of their names.
package enum FactTypes {
  package static let names: [String] = Fact.readers.keys.sorted()
  /// The type of event 1.
  static let opening = number(LedgerOpened.type)
  private static let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })

  /// The number of a type; nil for one that there is not.
  package static func known(_ name: String) -> Int? { numbers[name] }

  /// The number of a type; requires one that there is.
  package static func number(_ name: String) -> Int {
    guard let number = numbers[name] else { preconditionFailure("no type of event is called \(name)") }
    return number
  }
}

extension LineFacts {
  /// The facts of a line that was read member by member.
  init(_ line: DecodedLine, data: Range<Int>) {
    self.init(line.event, prev: line.prev, data: data)
  }

  /// The facts of the line of an event.
  init(_ event: Event, prev: ChainMark?, data: Range<Int>) {
    self.init(
      id: EventKey(event.id), type: FactTypes.number(event.fact.type), subject: event.subject,
      recorded: event.recorded.milliseconds, position: event.position, subjectVersion: event.subjectVersion,
      effective: EffectiveKey(event.effective), batch: event.batch, prev: prev, data: data)
  }
}
