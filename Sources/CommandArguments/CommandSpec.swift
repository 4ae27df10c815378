/// What one command is called, takes and does: enough to parse its arguments and to write its help.
package struct CommandSpec: Sendable {
  /// A command line that works, with a note on what it does.
  package struct Example: Sendable, Hashable {
    package var line: String
    package var note: Localized

    package init(_ line: String, _ note: Localized) {
      self.line = line
      self.note = note
    }
  }

  /// The words that name the command: a noun and a verb, or a noun that stands alone; between noun and verb may stand
  /// one more word, for verbs about one thing (`journal key create`).
  package let path: [String]
  /// One line, without a full stop.
  package let summary: Localized
  /// Paragraphs separated by empty lines.
  package let discussion: Localized?
  package let positionals: [Declaration]
  /// Options and flags, in the order of the help.
  package let options: [Declaration]
  package let examples: [Example]

  /// Requires a path of one to three words, names that differ, optional positionals after required ones, and at most one
  /// repeated positional, last.
  package init(
    _ path: [String], _ summary: Localized, discussion: Localized? = nil, positionals: [any Declared] = [],
    options: [any Declared] = [], examples: [Example] = []
  ) {
    self.path = path
    self.summary = summary
    self.discussion = discussion
    self.positionals = positionals.map(\.declaration)
    self.options = options.map(\.declaration)
    self.examples = examples
    precondition((1...3).contains(path.count), "a command is a noun, or a noun and a verb")
    precondition(self.positionals.allSatisfy { $0.form == .positional }, "an option among the positionals")
    precondition(self.options.allSatisfy { $0.form != .positional }, "a positional among the options")
    precondition(differ(self.options) && differ(self.positionals), "an argument declared twice")
    for (one, next) in zip(self.positionals, self.positionals.dropFirst()) {
      precondition(!one.occurrence.isRepeated, "a repeated positional is the last one")
      precondition(one.occurrence.isRequired || !next.occurrence.isRequired, "a required positional after an optional")
    }
  }

  /// The words after the noun, as one types them; empty for a noun that stands alone.
  var verb: String { path.dropFirst().joined(separator: " ") }

  /// All that the command declares, in the order of the help.
  package var declarations: [Declaration] { positionals + options }
}

/// Says whether no two declarations answer to the same name or short form.
func differ(_ declarations: [Declaration]) -> Bool {
  let names = declarations.map(\.reference)
  let shorts = declarations.compactMap(\.short)
  return Set(names).count == names.count && Set(shorts).count == shorts.count
}
