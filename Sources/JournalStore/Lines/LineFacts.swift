package import LedgerDomain

/// What the envelope of a line says, as plain numbers: all that the rules between lines ask for, without an allocation.
///
/// Made either by `LineScanner`, in one walk over the bytes, or from a `DecodedLine`.
package struct LineFacts: Equatable, Sendable {
  package var id: EventID
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

/// When a fact was true, in one word that orders as the facts do: undated first, then by the moment it begins to count.
package struct EffectiveKey: BitwiseCopyable, Hashable, Comparable, Sendable {
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
  /// By number: whether after an entry of the type another entry says something else.
  static let isAmending = marks(of: [EntryCorrected.type, EntryReversed.type])
  private static let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })

  /// The number of a type; nil for one that there is not.
  package static func known(_ name: String) -> Int? { numbers[name] }

  /// The number of a type; requires one that there is.
  package static func number(_ name: String) -> Int {
    guard let number = numbers[name] else { preconditionFailure("no type of event is called \(name)") }
    return number
  }

  /// By number, whether a type is one of some. Requires types that there are.
  static func marks(of types: Set<String>) -> [Bool] {
    var marks = [Bool](repeating: false, count: names.count)
    for type in types { marks[number(type)] = true }
    return marks
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
      id: event.id, type: FactTypes.number(event.fact.type), subject: event.subject,
      recorded: event.recorded.milliseconds, position: event.position, subjectVersion: event.subjectVersion,
      effective: EffectiveKey(event.effective), batch: event.batch, prev: prev, data: data)
  }
}
