/// All commands of a tool, by noun and verb, with the options that every command takes.
package struct CommandTree: Sendable {
  /// A noun with its verbs, or a noun that is a command by itself.
  package struct Noun: Sendable {
    package let name: String
    package let summary: Localized
    package let commands: [CommandSpec]

    /// A noun with verbs; requires at least one, each with a path that begins with the noun.
    package init(_ name: String, _ summary: Localized, _ commands: [CommandSpec]) {
      precondition(!commands.isEmpty && commands.allSatisfy { $0.path.count >= 2 && $0.path[0] == name })
      precondition(Set(commands.map(\.verb)).count == commands.count, "a verb declared twice")
      self.name = name
      self.summary = summary
      self.commands = commands
    }

    /// A noun that is a command by itself; requires a path of one word.
    package init(_ command: CommandSpec) {
      precondition(command.path.count == 1)
      name = command.path[0]
      summary = command.summary
      commands = [command]
    }

    /// The command, when the noun is one by itself.
    var alone: CommandSpec? { commands[0].path.count == 1 ? commands[0] : nil }

    var verbs: [String] { commands.map(\.verb).filter { !$0.isEmpty } }

    /// Whether a word stands before several verbs about one thing.
    func isGroup(_ word: String) -> Bool { commands.contains { $0.path.count == 3 && $0.path[1] == word } }
  }

  /// The name of the program, as one types it.
  package let tool: String
  package let summary: Localized
  package let discussion: Localized?
  package let nouns: [Noun]
  /// Options usable before or after the noun and the verb.
  package let globals: [Declaration]
  package let examples: [CommandSpec.Example]

  /// Requires that no noun is called `help`, and that no option is declared twice, called `help` or globally `version`.
  package init(
    _ tool: String, _ summary: Localized, discussion: Localized? = nil, nouns: [Noun], globals: [any Declared] = [],
    examples: [CommandSpec.Example] = []
  ) {
    self.tool = tool
    self.summary = summary
    self.discussion = discussion
    self.nouns = nouns
    self.globals = globals.map(\.declaration)
    self.examples = examples
    precondition(Set(nouns.map(\.name) + ["help"]).count == nouns.count + 1, "a noun declared twice, or help")
    precondition(
      self.globals.allSatisfy { $0.form != .positional && !$0.occurrence.isRequired && $0.name != "version" })
    for command in commands {
      let declared = command.options + self.globals
      precondition(
        differ(declared) && declared.allSatisfy { $0.name != "help" },
        "an option of \(command.path) is declared twice, or called help")
    }
  }

  package var commands: [CommandSpec] { nouns.flatMap(\.commands) }
}
