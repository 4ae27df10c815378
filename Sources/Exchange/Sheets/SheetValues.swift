import CommandArguments
import LedgerDomain
import StrictJSON
import Wording

/// How the values of cells are read: more freely than the ledger writes them, never with a guess.
enum SheetValues {
  /// A day: `2022-03-01`, also with the midnight that some programs add. Anything else says how to write it.
  static func date(_ cell: String) throws(SheetValueProblem) -> LocalDate {
    let text = SheetText.normal(cell)
    if let date = try? LocalDate(text: text) { return date }
    for midnight in [" 00:00", " 00:00:00", "T00:00:00"] where text.hasSuffix(midnight) {
      if let date = try? LocalDate(text: String(text.dropLast(midnight.count))) { return date }
    }
    let parts = text.split(omittingEmptySubsequences: false) { [".", "/", "-", " "].contains($0) }.map(String.init)
    let numbers = parts.compactMap { digits($0) }
    if parts.count == 1, let number = numbers.first {
      // Excel's day 1 is 1900-01-01, and it holds 1900 for a leap year: from March 1900 on, day 0 is 1899-12-30.
      if (20_000...80_000).contains(number), let day = LocalDate(dayNumber: number - 25_569) { throw .serial(day) }
      let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
      if text.utf8.count == 8, let date = LocalDate(year: year, month: month, day: day) { throw .dateForm(date) }
    }
    guard parts.count == 3, numbers.count == 3 else { throw .date }
    if parts[0].utf8.count == 4 {
      guard let date = LocalDate(year: numbers[0], month: numbers[1], day: numbers[2]) else { throw .noSuchDay }
      throw .dateForm(date)
    }
    guard parts[2].utf8.count == 4 || parts[2].utf8.count == 2 else { throw .date }
    let year = parts[2].utf8.count == 4 ? numbers[2] : 2000 + numbers[2]
    var candidates = [
      LocalDate(year: year, month: numbers[1], day: numbers[0]),
      LocalDate(year: year, month: numbers[0], day: numbers[1]),
    ]
    // `22-03-01`: hyphens alone are how a Swedish day is written, the year first.
    if parts[0].utf8.count == 2, parts[2].utf8.count == 2, !text.contains("/"), !text.contains(".") {
      candidates.insert(LocalDate(year: 2000 + numbers[0], month: numbers[1], day: numbers[2]), at: 0)
    }
    var days: [LocalDate] = []
    for day in candidates.compactMap(\.self) where !days.contains(day) { days.append(day) }
    if days.isEmpty { throw .noSuchDay }
    throw days.count == 1 ? .dateForm(days[0]) : .ambiguousDate(days)
  }

  private static func digits(_ text: String) -> Int? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } && text.utf8.count <= 8 ? Int(text) : nil
  }

  /// A number: `4`, `4,5`, `1 234,5`, `-3`, a decimal point too. What may part thousands as well is not guessed at: a comma and a point
  /// together, and the sign that is no decimal sign in the sheet's language before three digits.
  static func number(_ cell: String, _ language: Language) throws(SheetValueProblem) -> Quantity {
    let other: Unicode.Scalar = language == .sv ? "." : ","
    let hasOther = cell.unicodeScalars.contains(other)
    let scalars = SheetText.normal(cell).unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar {
      case "\u{A0}", "\u{202F}", "\u{2009}": " "
      case "\u{2212}": "-"
      case ",": "."
      default: scalar
      }
    }
    let parts = scalars.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2 else { throw .ambiguousNumber }
    // A space within a number parts groups of three digits.
    let groups = parts[0].split(separator: " ", omittingEmptySubsequences: false)
    guard groups.dropFirst().allSatisfy({ $0.count == 3 }), groups.count == 1 || (1...4).contains(groups[0].count)
    else {
      throw .number
    }
    var view = String.UnicodeScalarView(groups.joined())
    if parts.count == 2 { view.append(contentsOf: ["."] + parts[1]) }
    let text = String(view)
    guard let quantity = try? Quantity(text: text) else { throw .number }
    if hasOther, groups.count == 1, parts.count == 2, parts[1].count == 3,
      let whole = try? Quantity(text: text.filter { $0 != "." }), whole.text.drop(while: { $0 == "-" }).count <= 6
    {
      throw .thousandsOrDecimals(whole, quantity, language)
    }
    return quantity
  }

  /// One of a list of words, as people say it or as the journal writes it; `others` are further ways to say one, and `hints` words
  /// that may mean one and are asked about.
  static func word<Value: Choice & Worded>(
    _ cell: String, as type: Value.Type, among allowed: [Value], others: [String: Value] = [:],
    hints: [String: Value] = [:], _ language: Language
  ) throws(SheetValueProblem) -> Value {
    let text = SheetText.normal(cell).lowercased()
    if let other = others[text] { return other }
    if let value = Value.allCases.first(where: {
      [$0.text, $0.words.sv.lowercased(), $0.words.en.lowercased()].contains(text)
    }) {
      return value
    }
    let words = allowed.map { $0.words[language] }
    throw .word(allowed: words, near: hints[text].map { $0.words[language] } ?? nearestWord(to: text, among: words))
  }

  static func near(_ text: String, among known: [String]) -> String? { nearestWord(to: text, among: known) }

  /// A subject by its identifier or by its name. `known` are those that the ledger has, each with what it is called.
  static func subject(
    _ cell: String, _ kind: SubjectKind, known: () -> [(id: SubjectID, name: String?)]
  ) throws(SheetValueProblem) -> SubjectID {
    let text = SheetText.normal(cell)
    let known = known()
    if let id = try? SubjectID(text: text.uppercased()), known.contains(where: { $0.id == id }) { return id }
    let named = known.filter { $0.name.map { $0.lowercased() == text.lowercased() } ?? false }
    if named.count == 1 { return named[0].id }
    let all = known.map(\.id.text) + known.compactMap(\.name)
    throw .subject(
      kind, near: nearestWord(to: text, among: all),
      known: known.prefix(8).map { [$0.id.text, $0.name].compactMap(\.self).joined(separator: " ") }
        + (known.count > 8 ? ["…"] : []))
  }

  /// `befattning`, `namn, befattning` or `namn, befattning, organ`.
  static func official(_ cell: String) throws(SheetValueProblem) -> PublicOfficial {
    let parts = SheetText.normal(cell).split(separator: ",", omittingEmptySubsequences: false).map {
      SheetText.normal(String($0))
    }
    guard (1...3).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }) else { throw .official }
    return parts.count == 1
      ? PublicOfficial(office: Text(parts[0]))
      : PublicOfficial(name: Text(parts[0]), office: Text(parts[1]), organ: parts.count == 3 ? Text(parts[2]) : nil)
  }

  /// The parts of a cell that holds several values: between bars or on lines of their own; where `commas` are allowed, between those and
  /// semicolons as well. Empty parts are none.
  static func parts(_ cell: String, commas: Bool = false) -> [String] {
    SheetText.normal(cell).split { $0 == "|" || $0.isNewline || commas && ($0 == "," || $0 == ";") }
      .map { SheetText.normal(String($0)) }.filter { !$0.isEmpty }
  }

  /// Codes of a list by their names or themselves.
  static func codes(_ cell: String, among known: [Named]) throws(SheetValueProblem) -> [Code] {
    var codes: [Code] = []
    // A name may hold a comma.
    let whole = SheetText.normal(cell).lowercased()
    if let one = known.first(where: { $0.name.text.lowercased() == whole }) { return [one.code] }
    for part in parts(cell, commas: true) {
      let found = known.first { $0.name.text.lowercased() == part.lowercased() || $0.code.text == part.lowercased() }
      guard let found else {
        let names = known.map(\.name.text)
        throw .name(near: nearestWord(to: part, among: names + known.map(\.code.text)), known: names)
      }
      if !codes.contains(found.code) { codes.append(found.code) }
    }
    return codes
  }
}
