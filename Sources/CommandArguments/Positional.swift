/// An argument known by its place: `EVENT` in `correct EVENT`.
///
/// With the occurrence `.repeated` or `.requiredRepeated` it takes the rest of the arguments.
package struct Positional<Value: Sendable>: Declared {
  package let declaration: Declaration
  let parse: @Sendable (String) throws(ValueProblem) -> Value

  /// Requires a placeholder that is not empty; `parse` must be pure, as for `Option`.
  package init(
    _ placeholder: String, _ help: Localized, _ occurrence: Occurrence = .required,
    default defaultText: String? = nil, choices: [String] = [], choiceWords: [Localized] = [],
    parse: @escaping @Sendable (String) throws(ValueProblem) -> Value
  ) {
    precondition(!placeholder.isEmpty, "a positional needs a placeholder")
    precondition(defaultText == nil || !occurrence.isRequired, "a required positional has no default")
    self.parse = parse
    declaration = Declaration(
      form: .positional, name: placeholder, short: nil, placeholder: placeholder, help: help, occurrence: occurrence,
      defaultText: defaultText, choices: choices, choiceWords: choiceWords,
      check: { (text: String) throws(ValueProblem) in _ = try parse(text) })
  }
}

extension Positional where Value == String {
  /// A positional whose value is any text.
  package init(_ placeholder: String, _ help: Localized, _ occurrence: Occurrence = .required) {
    self.init(placeholder, help, occurrence, parse: anyText)
  }
}

extension Positional where Value: CaseIterable & RawRepresentable<String> {
  /// A positional whose value is one of a few words; the help lists them.
  package init(_ placeholder: String, _ help: Localized, _ occurrence: Occurrence = .required) {
    self.init(
      placeholder, help, occurrence, choices: Value.allCases.map(\.rawValue), parse: oneOf(Value.self))
  }
}
