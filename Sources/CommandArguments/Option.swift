/// A named argument with a value: `--title TEXT`.
///
/// Commands declare their options once, give them to their `CommandSpec` and read them from the `ParsedCommand`:
///
///     static let title = Option("title", "TEXT", Localized("Åtgärdens namn", "Name of the measure"), .required)
///     static let limit = Option("limit", "N", help, default: "20", parse: wholeNumber(1...1000))
///     let title = try arguments[Self.title]
///
/// `parse` must be pure: it runs once when the arguments are checked and again each time the value is read.
package struct Option<Value: Sendable>: Declared {
  package let declaration: Declaration
  let parse: @Sendable (String) throws(ValueProblem) -> Value

  /// Requires a name of lower-case ASCII letters, digits and dashes, and a default that `parse` accepts.
  package init(
    _ name: String, _ placeholder: String, _ help: Localized, _ occurrence: Occurrence = .optional,
    default defaultText: String? = nil, choices: [String] = [], choiceWords: [Localized] = [],
    parse: @escaping @Sendable (String) throws(ValueProblem) -> Value
  ) {
    precondition(isOptionName(name), "an option's name is lower-case ASCII letters, digits and dashes")
    precondition(defaultText == nil || !occurrence.isRequired, "a required option has no default")
    precondition(defaultText.map { (try? parse($0)) != nil } ?? true, "the default of --\(name) is not a value")
    self.parse = parse
    declaration = Declaration(
      form: .option, name: name, short: nil, placeholder: placeholder, help: help, occurrence: occurrence,
      defaultText: defaultText, choices: choices, choiceWords: choiceWords,
      check: { (text: String) throws(ValueProblem) in _ = try parse(text) })
  }
}

extension Option where Value == String {
  /// An option whose value is any text.
  package init(
    _ name: String, _ placeholder: String, _ help: Localized, _ occurrence: Occurrence = .optional,
    default defaultText: String? = nil
  ) {
    self.init(name, placeholder, help, occurrence, default: defaultText, parse: anyText)
  }
}

extension Option where Value: CaseIterable & RawRepresentable<String> {
  /// An option whose value is one of a few words; the help lists them.
  package init(
    _ name: String, _ placeholder: String, _ help: Localized, _ occurrence: Occurrence = .optional,
    default defaultText: String? = nil
  ) {
    self.init(
      name, placeholder, help, occurrence, default: defaultText, choices: Value.allCases.map(\.rawValue),
      parse: oneOf(Value.self))
  }
}

/// Says whether a text may be the name of an option.
func isOptionName(_ name: String) -> Bool {
  name.first?.isLetter == true
    && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
}
