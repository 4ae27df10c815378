package import StrictJSON

/// A decimal number kept as its own text, never as a float: `303`, `-4.5`. No leading zeros, no `-0`, no exponent, at most 18 digits.
///
/// Trailing zeros are kept: `4.50` states a precision that `4.5` does not.
package struct Quantity: TextValue {
  package let text: String

  package init(text: String) throws(MalformedText) {
    let bytes = Array(text.utf8)
    let unsigned = bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
    let parts = unsigned.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0"),
      parts.allSatisfy({ decimal($0) != nil && $0.count <= 18 }), parts.reduce(0, { $0 + $1.count }) <= 18,
      unsigned.count == bytes.count
        || unsigned.contains(where: { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) })
    else { throw MalformedText(expected: "number", found: text) }
    self.text = text
  }
}

extension Quantity {
  /// Whether it is nought, to whatever precision.
  package var isZero: Bool { text.utf8.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") } }

  package var isNegative: Bool { text.utf8.first == UInt8(ascii: "-") }
}

extension Quantity: Comparable {
  /// Compares by value, exactly: `4.5` is not less than `4.50`. Equality is that of the text.
  package static func < (left: Quantity, right: Quantity) -> Bool {
    let (a, b) = (left.scaled, right.scaled)
    let places = max(a.places, b.places)
    return a.widened(to: places) < b.widened(to: places)
  }

  private struct Scaled {
    var digits: Int128
    var places: Int

    func widened(to other: Int) -> Int128 { (places..<other).reduce(digits) { result, _ in result * 10 } }
  }

  private var scaled: Scaled {
    let negative = text.utf8.first == UInt8(ascii: "-")
    let parts = text.drop { $0 == "-" }.split(separator: ".")
    let places = parts.count > 1 ? parts[1].utf8.count : 0
    let digits = Int128(parts.joined()) ?? 0
    return Scaled(digits: negative ? -digits : digits, places: places)
  }
}

/// How a target's number is meant.
package enum Comparison: String, Choice {
  case atLeast = "at-least"
  case atMost = "at-most"
  case exactly
}

/// One thing a measure sets out to reach, countable: "safety walks, at least 4 per year".
package struct Target: JSONRecord, Hashable, Sendable {
  /// What is counted; unique within the measure, and what results name.
  package var name: Text
  package var unit: Text
  package var comparison: Comparison?
  /// The number promised; absent where something is counted without a target.
  package var value: Quantity?
  package var indicator: SubjectID?

  package init(
    name: Text, unit: Text, comparison: Comparison? = nil, value: Quantity? = nil, indicator: SubjectID? = nil
  ) {
    self.name = name
    self.unit = unit
    self.comparison = comparison
    self.value = value
    self.indicator = indicator
  }

  /// Whether an actual value reaches the target; nil where there is no number to reach.
  package func isReached(by actual: Quantity) -> Bool? {
    guard let value else { return nil }
    return switch comparison ?? .atLeast {
    case .atLeast: !(actual < value)
    case .atMost: !(value < actual)
    case .exactly: !(actual < value) && !(value < actual)
    }
  }

  /// Whether an actual value is to be looked at once more: below nought, where the target is not.
  ///
  /// A count is never below nought, but a change may be, and a unit does not say which it is: so it is a doubt, and no refusal.
  package func isDoubtful(_ actual: Quantity) -> Bool { actual.isNegative && value?.isNegative != true }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    name = try members.read("name")
    unit = try members.read("unit")
    comparison = try members.read("comparison")
    value = try members.read("value")
    indicator = try members.read("indicator")
  }

  package func write(members: inout JSONPen) {
    members.write("name", name)
    members.write("unit", unit)
    members.write("comparison", comparison)
    members.write("value", value)
    members.write("indicator", indicator)
  }
}

/// What came of a target: its name and the actual value, cumulative within the year.
package struct TargetResult: JSONRecord, Hashable, Sendable {
  package var target: Text
  package var actual: Quantity

  package init(target: Text, actual: Quantity) {
    self.target = target
    self.actual = actual
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    target = try members.read("target")
    actual = try members.read("actual")
  }

  package func write(members: inout JSONPen) {
    members.write("target", target)
    members.write("actual", actual)
  }
}

/// A span of days, both ends included, as people state it: "1 January 2022 to 31 December 2023".
package struct DateSpan: JSONRecord, Hashable, Sendable {
  package var from: LocalDate
  package var through: LocalDate

  package init(from: LocalDate, through: LocalDate) {
    self.from = from
    self.through = through
  }

  package func contains(_ day: LocalDate) -> Bool { from <= day && day <= through }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    from = try members.read("from")
    through = try members.read("through")
  }

  package func write(members: inout JSONPen) {
    members.write("from", from)
    members.write("through", through)
  }
}

/// A period that is reported: its label, its days, and whether it is the final report.
package struct ReportingPeriod: JSONRecord, Hashable, Sendable {
  /// `2022-T2`, or `slutrapport`.
  package var label: Text
  package var from: LocalDate
  package var through: LocalDate
  package var isFinal: Bool

  package init(label: Text, from: LocalDate, through: LocalDate, isFinal: Bool = false) {
    self.label = label
    self.from = from
    self.through = through
    self.isFinal = isFinal
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    label = try members.read("label")
    from = try members.read("from")
    through = try members.read("through")
    isFinal = try members.read("final")
  }

  package func write(members: inout JSONPen) {
    members.write("label", label)
    members.write("from", from)
    members.write("through", through)
    members.write("final", isFinal)
  }
}
