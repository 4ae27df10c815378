/// What is wrong with the arguments, as facts. `UsageError+Words.swift` says it to people.
///
/// `command` is the path of the command as far as it was recognised. Texts are as the user wrote them, unescaped.
package enum UsageError: Error, Sendable, Hashable {
  /// The argument with this number (1 is the first after the program's name) is not UTF-8 from this byte (0 is first).
  case notUTF8(argument: Int, byte: Int)
  /// Options, but no command.
  case missingCommand
  case unknownCommand(found: String, suggestion: String?)
  case missingVerb(noun: String, verbs: [String])
  case unknownVerb(noun: String, found: String, suggestion: String?)
  case unknownOption(found: String, suggestion: String?, command: [String])
  /// An option of some command stands before the words that name the command.
  case optionBeforeCommand(option: String)
  /// The option stands last or before something that begins with a dash; `next` is that, unless it is itself an option.
  case missingValue(option: String, placeholder: String, next: String?, command: [String])
  case valueForFlag(flag: String, value: String, command: [String])
  case duplicateOption(option: String, first: String, second: String, command: [String])
  case unexpectedArguments([String], command: [String])
  /// All that is missing, never only the first.
  case missingRequired([Declaration], command: [String])
  case malformedValue(argument: String, found: String, expected: Localized, command: [String])

  /// The path of the command as far as it was recognised.
  package var command: [String] {
    switch self {
    case .notUTF8, .missingCommand, .unknownCommand, .optionBeforeCommand: []
    case .missingVerb(let noun, _), .unknownVerb(let noun, _, _): [noun]
    case .unknownOption(_, _, let command), .missingValue(_, _, _, let command), .valueForFlag(_, _, let command),
      .duplicateOption(_, _, _, let command), .unexpectedArguments(_, let command),
      .missingRequired(_, let command), .malformedValue(_, _, _, let command):
      command
    }
  }
}
