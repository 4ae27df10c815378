import CommandArguments
import LedgerDomain
import StrictJSON
import Wording

// How values of the domain are typed on the command line.

extension Option where Value: TextValue {
  /// An option whose value is written as the domain writes it: a date, an identifier, a code.
  init(text name: String, _ placeholder: String, _ help: Localized, _ occurrence: Occurrence = .optional) {
    self.init(name, placeholder, help, occurrence, parse: textValue(Value.self))
  }
}

extension Option where Value: Choice & Worded {
  /// One of a closed list of words: as the journal writes it, or as people say it in Swedish or English.
  init(
    choice name: String, _ placeholder: String, _ help: Localized, _ occurrence: Occurrence = .optional,
    default defaultText: String? = nil
  ) {
    self.init(
      name, placeholder, help, occurrence, default: defaultText, choices: Value.allCases.map(\.text),
      choiceWords: Value.allCases.map(\.words), parse: choice(Value.self))
  }
}

extension Positional where Value: Choice & Worded {
  /// One of a closed list of words, as an option's.
  init(choice placeholder: String, _ help: Localized, _ occurrence: Occurrence = .required) {
    self.init(
      placeholder, help, occurrence, choices: Value.allCases.map(\.text), choiceWords: Value.allCases.map(\.words),
      parse: choice(Value.self))
  }
}

/// Reads one of a closed list of words: as the journal writes it, or as people say it in Swedish or English.
private func choice<Value: Choice & Worded>(
  _ type: Value.Type
) -> @Sendable (String) throws(ValueProblem) -> Value {
  { (text: String) throws(ValueProblem) in
    let stated = text.lowercased()
    if let value = Value.allCases.first(where: { [$0.text, $0.words.sv, $0.words.en].contains(stated) }) {
      return value
    }
    throw problem(MalformedText(expected: Value.listing, found: text))
  }
}

extension Positional where Value: TextValue {
  init(text placeholder: String, _ help: Localized, _ occurrence: Occurrence = .required) {
    self.init(placeholder, help, occurrence, parse: textValue(Value.self))
  }
}

extension Option where Value == Effective {
  /// A day, or a moment in any form of RFC 3339; the seconds may be left out.
  init(typed name: String, _ placeholder: String, _ help: Localized) {
    self.init(name, placeholder, help) { text throws(ValueProblem) in
      do throws(MalformedText) { return try Effective(typed: withSeconds(text)) } catch { throw problem(error) }
    }
  }
}

extension Option where Value == Instant {
  /// A moment in any form of RFC 3339, where the seconds may be left out, or a day, which means its last millisecond in Swedish time.
  init(moment name: String, _ placeholder: String, _ help: Localized) {
    self.init(name, placeholder, help) { text throws(ValueProblem) in
      if let instant = Instant(typed: text) { return instant }
      throw problem(MalformedText(expected: "effective", found: text))
    }
  }
}

extension Instant {
  /// What people type of a moment that is over: any form of RFC 3339, or a day; nil for anything else.
  init?(typed text: String) {
    if let instant = Instant(rfc3339: withSeconds(text)) {
      self = instant
    } else if let date = try? LocalDate(text: text) {
      self.init(milliseconds: SwedishTime.startOfDay(date.adding(days: 1)).milliseconds - 1)
    } else {
      return nil
    }
  }
}

/// `2022-10-20T12:00+02:00` as RFC 3339 wants it; any other text as it is.
func withSeconds(_ text: String) -> String {
  let bytes = Array(text.utf8)
  guard bytes.count == 17 || bytes.count == 22, bytes[13] == UInt8(ascii: ":"), bytes[16] != UInt8(ascii: ":") else {
    return text
  }
  return String(decoding: bytes[..<16] + Array(":00".utf8) + bytes[16...], as: UTF8.self)
}

extension Option where Value == PublicOfficial {
  /// `OFFICE`, `NAME, OFFICE` or `NAME, OFFICE, ORGAN`.
  init(official name: String, _ help: Localized, _ occurrence: Occurrence = .optional) {
    self.init(name, "NAME,OFFICE[,ORGAN]", help, occurrence) { text throws(ValueProblem) in
      let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { trimmed(String($0)) }
      guard (1...3).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }) else {
        throw ValueProblem(
          expected: Localized(
            "»befattning«, »namn, befattning« eller »namn, befattning, organ«",
            "“office”, “name, office” or “name, office, organ”"))
      }
      return parts.count == 1
        ? PublicOfficial(office: Text(parts[0]))
        : PublicOfficial(
          name: Text(parts[0]), office: Text(parts[1]), organ: parts.count == 3 ? Text(parts[2]) : nil)
    }
  }
}

extension Option where Value == Named {
  /// `CODE=NAME`.
  init(named name: String, _ help: Localized, _ occurrence: Occurrence = .repeated) {
    self.init(name, "CODE=NAME", help, occurrence) { text throws(ValueProblem) in
      guard let (name, value) = cut(text, at: "="), !value.isEmpty, let code = try? Code(text: name) else {
        throw ValueProblem(
          expected: Localized(
            "kod=namn, där koden har bara a–z, 0–9 och bindestreck, till exempel bjorko=Björkö",
            "code=name, the code of a–z, 0–9 and hyphens only, for example bjorko=Björkö"))
      }
      return Named(code, Text(value))
    }
  }
}

extension Option where Value == Target {
  /// `NAME: [>=|<=|=]VALUE UNIT`, or `NAME: UNIT` where something is counted without a target.
  init(target name: String, _ help: Localized) {
    self.init(name, "\"NAME: >=N UNIT\"", help, .repeated) { text throws(ValueProblem) in
      guard let target = Target(typed: text) else {
        throw ValueProblem(
          expected: Localized(
            "»namn: >=antal enhet«, till exempel »trygghetsvandringar: >=4 st«",
            "“name: >=number unit”, for example “safety walks: >=4 walks”"))
      }
      return target
    }
  }
}

extension Option where Value == TargetResult {
  /// `NAME=VALUE`; the value's decimals after a point or a comma.
  init(result name: String, _ help: Localized) {
    self.init(name, "NAME=VALUE", help, .repeated) { text throws(ValueProblem) in
      guard let result = TargetResult(typed: text) else {
        throw ValueProblem(
          expected: Localized(
            "målets namn=tal, till exempel trygghetsvandringar=3", "the target's name=number, for example walks=3"))
      }
      return result
    }
  }
}

extension TargetResult {
  /// Reads `NAME=VALUE`; nil when it has no such form.
  init?(typed text: String) {
    guard let (name, number) = cut(text, at: "=", last: true), let value = quantity(number) else { return nil }
    self.init(target: Text(trimmed(name)), actual: value)
  }
}

extension Target {
  /// Reads what people type; nil when it has no such form.
  init?(typed text: String) {
    guard let (stated, value) = cut(text, at: ":", last: true) else { return nil }
    let name = trimmed(stated)
    var rest = trimmed(value)
    var comparison: Comparison?
    for (sign, meaning) in [(">=", Comparison.atLeast), ("<=", .atMost), ("=", .exactly)] where rest.hasPrefix(sign) {
      comparison = meaning
      rest = trimmed(String(rest.dropFirst(sign.count)))
      break
    }
    let words = rest.split(separator: " ", maxSplits: 1).map(String.init)
    guard !name.isEmpty, let first = words.first else { return nil }
    if let value = quantity(first) {
      self.init(
        name: Text(name), unit: Text(words.count > 1 ? trimmed(words[1]) : "st"), comparison: comparison ?? .atLeast,
        value: value)
    } else {
      guard comparison == nil else { return nil }
      self.init(name: Text(name), unit: Text(rest))
    }
  }
}

/// What stands before and after a sign of ASCII, the first or the last one; nil where there is none.
///
/// On bytes: a sign before a combining character is not a `Character` of its own.
func cut(_ text: String, at sign: Unicode.Scalar, last: Bool = false) -> (before: String, after: String)? {
  let byte = UInt8(ascii: sign)
  guard let index = last ? text.utf8.lastIndex(of: byte) : text.utf8.firstIndex(of: byte) else { return nil }
  return (String(text[..<index]), String(text[text.utf8.index(after: index)...]))
}

/// A number with a decimal point or comma.
func quantity(_ text: String) -> Quantity? {
  try? Quantity(text: String(trimmed(text).map { $0 == "," ? "." : $0 }))
}

func textValue<Value: TextValue>(_ type: Value.Type) -> @Sendable (String) throws(ValueProblem) -> Value {
  { text throws(ValueProblem) in
    do throws(MalformedText) { return try Value(text: text) } catch { throw problem(error) }
  }
}

private func problem(_ malformed: MalformedText) -> ValueProblem {
  ValueProblem(expected: ExpectationWords.words(malformed.expected))
}

/// Without spaces and tabs at the ends.
func trimmed(_ text: String) -> String {
  let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
  guard let first = text.firstIndex(where: { !isBlank($0) }), let last = text.lastIndex(where: { !isBlank($0) }) else {
    return ""
  }
  return String(text[first...last])
}
