/// A named argument without a value: `--json`. Given twice, it says the same thing twice.
package struct Flag: Declared {
  package let declaration: Declaration

  /// Requires a name of lower-case ASCII letters, digits and dashes, and a short form other than `h`.
  package init(_ name: String, short: Character? = nil, _ help: Localized) {
    precondition(isOptionName(name), "a flag's name is lower-case ASCII letters, digits and dashes")
    precondition(short != "h", "-h asks for help")
    declaration = Declaration(
      form: .flag, name: name, short: short, placeholder: "", help: help, occurrence: .optional, defaultText: nil,
      choices: [], choiceWords: [], check: { (_: String) throws(ValueProblem) in })
  }
}
