package import CommandArguments
package import LedgerDomain
import StrictJSON
import Wording

/// Targets and what came of them, as a cell holds them: `vandringar: minst 4 st | möten: inget målvärde (st)`.
package enum SheetTargets {
  static func text(_ targets: [Target], _ language: Language) -> String {
    targets.map { target in
      let name = target.name.text + ": "
      guard let value = target.value else {
        return name + "\(noValue[language]) (\(target.unit.text))"
      }
      let comparison = target.comparison.map { $0.words[language] + " " } ?? ""
      return name + comparison + number(value, language) + " " + target.unit.text
    }.joined(separator: " | ")
  }

  /// The latest actual value of each target, `uppgift saknas` where there is none.
  static func results(of measure: Measure, _ language: Language) -> String {
    (measure.plan?.targets ?? []).map { target in
      let actual = measure.latestResult(of: target)?.actual
      let said = actual.map { "\(number($0, language)) \(target.unit.text)" } ?? StandingWords.noInformation[language]
      return "\(target.name.text): \(said)"
    }.joined(separator: " | ")
  }

  /// The number as a cell has it: with the decimal sign of the language, and a minus sign that a spreadsheet knows.
  package static func number(_ quantity: Quantity, _ language: Language) -> String {
    language == .sv ? String(quantity.text.map { $0 == "." ? "," : $0 }) : quantity.text
  }

  private static let noValue = Localized("inget målvärde", "no target value")

  /// Reads targets. One that has the name of a former one keeps its indicator.
  static func read(_ cell: String, before: [Target], _ language: Language) throws(SheetValueProblem) -> [Target] {
    var targets: [Target] = []
    for part in SheetValues.parts(cell) {
      guard let (name, rest) = cut(part), !rest.isEmpty else { throw .target }
      var target = try target(name, rest, language)
      target.indicator = before.first { $0.name == target.name }?.indicator
      targets.append(target)
    }
    return targets
  }

  private static func target(
    _ name: String, _ stated: String, _ language: Language
  ) throws(SheetValueProblem) -> Target {
    for word in [noValue.sv, noValue.en] where stated.lowercased().hasPrefix(word) {
      let unit = SheetText.normal(String(stated.dropFirst(word.count).filter { $0 != "(" && $0 != ")" }))
      return Target(name: Text(name), unit: Text(unit.isEmpty ? "st" : unit))
    }
    var rest = stated
    var comparison: Comparison?
    for (sign, meaning) in signs where rest.lowercased().hasPrefix(sign) {
      comparison = meaning
      rest = SheetText.normal(String(rest.dropFirst(sign.count)))
      break
    }
    let (amount, unit) = split(rest)
    guard !amount.isEmpty else { throw .target }
    return Target(
      name: Text(name), unit: Text(unit.isEmpty ? "st" : unit), comparison: comparison,
      value: try SheetValues.number(amount, language))
  }

  private static let signs: [(String, Comparison)] =
    [(">=", .atLeast), ("≥", .atLeast), ("<=", .atMost), ("≤", .atMost), ("=", .exactly)]
    + Comparison.allCases.flatMap { [($0.words.sv + " ", $0), ($0.words.en + " ", $0)] }

  /// Reads the actual values that differ from those before; the rest is left out. A cell that holds one number is the actual value
  /// of the only target.
  static func readResults(
    _ cell: String, of measure: Measure, before: Measure, _ language: Language
  ) throws(SheetValueProblem) -> [TargetResult] {
    let targets = measure.plan?.targets ?? []
    let names = targets.map(\.name.text)
    var results: [TargetResult] = []
    for part in SheetValues.parts(cell) {
      if targets.count == 1, !part.contains(":") {
        results.append(TargetResult(target: targets[0].name, actual: try amount(part, targets[0].unit, language)))
        continue
      }
      guard let (name, rest) = cut(part), let target = targets.first(where: { $0.name.text == name }) else {
        throw .result(known: names)
      }
      if isUnknown(rest) { continue }
      results.append(TargetResult(target: target.name, actual: try amount(rest, target.unit, language)))
    }
    let new = results.filter { result in
      guard let target = targets.first(where: { $0.name == result.target }),
        let old = before.latestResult(of: target)?.actual
      else { return true }
      return old < result.actual || result.actual < old
    }
    let left = Set(results.map(\.target))
    // A value that was there and is gone is no report of anything.
    if targets.contains(where: { before.latestResult(of: $0) != nil && !left.contains($0.name) }) {
      throw .result(known: names)
    }
    return new
  }

  /// An amount with its unit, or alone.
  static func amount(_ text: String, _ unit: Text, _ language: Language) throws(SheetValueProblem) -> Quantity {
    let (amount, stated) = split(text)
    if amount.isEmpty { throw .number }
    if !stated.isEmpty, stated.lowercased() != unit.text.lowercased() { throw .unit(expected: unit) }
    return try SheetValues.number(amount, language)
  }

  static func isUnknown(_ text: String) -> Bool {
    let words = [StandingWords.noInformation.sv, StandingWords.noInformation.en, "–", "-", ""]
    return words.contains(SheetText.normal(text).lowercased())
  }

  /// The name and what is said of it, parted by the last colon.
  private static func cut(_ part: String) -> (name: String, rest: String)? {
    guard let colon = part.lastIndex(of: ":") else { return nil }
    let name = SheetText.normal(String(part[..<colon]))
    return name.isEmpty ? nil : (name, SheetText.normal(String(part[part.index(after: colon)...])))
  }

  /// A number at the beginning, with the spaces within it, and what follows.
  private static func split(_ text: String) -> (amount: String, unit: String) {
    let unit = text.firstIndex { $0.isLetter || $0 == "%" || $0 == "°" || $0 == "§" } ?? text.endIndex
    return (SheetText.normal(String(text[..<unit])), SheetText.normal(String(text[unit...])))
  }
}
