/// How often an argument may and must be given.
package enum Occurrence: Sendable, Hashable {
  /// Zero or one time.
  case optional
  /// Exactly one time.
  case required
  /// Any number of times.
  case repeated
  /// One time or more.
  case requiredRepeated

  package var isRequired: Bool { self == .required || self == .requiredRepeated }
  package var isRepeated: Bool { self == .repeated || self == .requiredRepeated }
}

/// One argument of a command without the type of its value: what the parser, the help and a prompt need to know.
///
/// Two declarations are equal when everything that can be shown of them is.
package struct Declaration: Sendable {
  package enum Form: Sendable, Hashable {
    case option, flag, positional
  }

  package let form: Form
  /// The name without dashes, in lower-case ASCII letters, digits and dashes; for a positional its placeholder.
  package let name: String
  /// One letter that stands for the name after a single dash.
  package let short: Character?
  /// The word that stands for the value in help texts; empty for a flag.
  package let placeholder: String
  package let help: Localized
  package let occurrence: Occurrence
  /// The value that counts when none is given, as one would write it.
  package let defaultText: String?
  /// All values that are accepted, where they can be listed.
  package let choices: [String]
  /// What each of them says to people, where the words need saying; else empty.
  package let choiceWords: [Localized]
  /// Says whether a value will be accepted, so that a prompt can ask again at once.
  package let check: @Sendable (String) throws(ValueProblem) -> Void

  /// The argument as one refers to it: `--title`, or `EVENT` for a positional.
  package var reference: String {
    form == .positional ? placeholder : "--" + name
  }

  /// The argument as one writes it: `--title TEXT`, `--json`, `EVENT`.
  package var spelling: String {
    form == .option ? "\(reference) \(placeholder)" : reference
  }
}

extension Declaration: Hashable {
  package static func == (a: Declaration, b: Declaration) -> Bool {
    a.form == b.form && a.name == b.name && a.short == b.short && a.placeholder == b.placeholder && a.help == b.help
      && a.occurrence == b.occurrence && a.defaultText == b.defaultText && a.choices == b.choices
      && a.choiceWords == b.choiceWords
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(form)
    hasher.combine(name)
  }
}

/// Something a command declares: an `Option`, a `Flag` or a `Positional`.
package protocol Declared: Sendable {
  var declaration: Declaration { get }
}
