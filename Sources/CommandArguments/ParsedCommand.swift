/// What the arguments of a process ask for.
package enum ParsedArguments: Sendable {
  case command(ParsedCommand)
  /// Help on the tool (an empty path), on a noun, or on a command.
  case help([String])
  case version
}

/// A command with its arguments, all of them checked.
///
/// An argument that the command does not declare cannot be read: that is a mistake of the program.
package struct ParsedCommand: Sendable {
  package let spec: CommandSpec
  /// The values by reference (`--title`, `EVENT`), as they were written; a flag that was given has an empty text.
  let texts: [String: [String]]
  let declared: Set<String>

  package var path: [String] { spec.path }

  /// The value of a required option or of one with a default.
  ///
  /// Throws `missingRequired` when the option is not required and was not given.
  package subscript<Value>(option: Option<Value>) -> Value {
    get throws(UsageError) {
      guard let value = self[optional: option] else {
        throw .missingRequired([option.declaration], command: path)
      }
      return value
    }
  }

  /// The value of an option, its default, or nothing.
  package subscript<Value>(optional option: Option<Value>) -> Value? {
    text(option.declaration).map { read($0, option.parse) }
  }

  /// All values of a repeated option, in the order given.
  package func values<Value>(_ option: Option<Value>) -> [Value] {
    all(option.declaration).map { read($0, option.parse) }
  }

  /// The value of a required positional.
  package subscript<Value>(positional: Positional<Value>) -> Value {
    get throws(UsageError) {
      guard let value = self[optional: positional] else {
        throw .missingRequired([positional.declaration], command: path)
      }
      return value
    }
  }

  package subscript<Value>(optional positional: Positional<Value>) -> Value? {
    text(positional.declaration).map { read($0, positional.parse) }
  }

  /// All values of a positional that takes the rest of the arguments.
  package func values<Value>(_ positional: Positional<Value>) -> [Value] {
    all(positional.declaration).map { read($0, positional.parse) }
  }

  package subscript(flag: Flag) -> Bool {
    !all(flag.declaration).isEmpty
  }

  /// Says whether an argument was given, be it with the same value as its default.
  package func isGiven(_ argument: some Declared) -> Bool {
    texts[argument.declaration.reference] != nil
  }

  /// Says whether the command has an argument.
  package func declares(_ argument: some Declared) -> Bool {
    declared.contains(argument.declaration.reference)
  }

  private func text(_ declaration: Declaration) -> String? { all(declaration).first }

  private func all(_ declaration: Declaration) -> [String] {
    precondition(declared.contains(declaration.reference), "\(path) does not declare \(declaration.reference)")
    return texts[declaration.reference] ?? declaration.defaultText.map { [$0] } ?? []
  }

  private func read<Value>(_ text: String, _ parse: (String) throws(ValueProblem) -> Value) -> Value {
    do {
      return try parse(text)
    } catch {
      preconditionFailure("a checked value is no longer accepted: \(error)")
    }
  }
}
