/// The help of the tool, of a noun or of a command, as lines for a terminal.
///
/// Widths are counted in characters, one column each: help is written in Swedish and English.
package struct HelpText: Sendable {
  package let tree: CommandTree
  package let language: Language
  /// The number of columns that lines may take; words that are longer stick out.
  package let width: Int

  package init(_ tree: CommandTree, language: Language, width: Int = 80) {
    self.tree = tree
    self.language = language
    self.width = width
  }

  /// The text for a path as `parse` gives it: empty, a noun, or a noun and a verb. Ends with a line end.
  package func text(for path: [String]) -> String {
    let sections: [[String]]
    if path.isEmpty {
      sections = rootSections
    } else if let command = tree.commands.first(where: { $0.path == path }) {
      sections = commandSections(command)
    } else if let noun = tree.nouns.first(where: { [$0.name] == path }) {
      sections = nounSections(noun)
    } else {
      preconditionFailure("no command \(path)")
    }
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private var rootSections: [[String]] {
    [
      wrapped(tree.summary[language]), paragraphs(tree.discussion),
      usage([HelpWords.commandPlaceholder[language], HelpWords.optionsPlaceholder[language]], path: []),
      section(HelpWords.commands, tree.nouns.map { ($0.name, $0.summary[language]) }),
      section(
        HelpWords.globalOptions, tree.globals.map(row) + builtIn + [("    --version", HelpWords.version[language])]),
      examples(tree.examples), more(path: [HelpWords.commandPlaceholder[language]]),
    ]
  }

  private func nounSections(_ noun: CommandTree.Noun) -> [[String]] {
    [
      wrapped(noun.summary[language]),
      usage([HelpWords.verbPlaceholder[language], HelpWords.optionsPlaceholder[language]], path: [noun.name]),
      section(HelpWords.verbs, noun.commands.map { ($0.verb, $0.summary[language]) }),
      more(path: [noun.name, HelpWords.verbPlaceholder[language]]),
    ]
  }

  private func commandSections(_ command: CommandSpec) -> [[String]] {
    let required = command.options.filter(\.occurrence.isRequired)
    let optional = command.options.filter { !$0.occurrence.isRequired }
    let synopsis =
      command.positionals.map(synopsis) + required.map(synopsis)
      + (optional.isEmpty && tree.globals.isEmpty ? [] : [HelpWords.optionsPlaceholder[language]])
    let globals = tree.globals.map(row) + builtIn
    let column = leftColumn((command.options.map(row) + globals).map(\.left))
    return [
      wrapped(command.summary[language]), paragraphs(command.discussion), usage(synopsis, path: command.path),
      section(HelpWords.arguments, command.positionals.map(row)),
      section(HelpWords.required, required.map(row), column: column),
      section(HelpWords.options, optional.map(row), column: column),
      section(HelpWords.globalOptions, globals, column: column),
      examples(command.examples),
    ]
  }

  private func synopsis(_ declaration: Declaration) -> String {
    let spelling = declaration.spelling + (declaration.occurrence.isRepeated ? " …" : "")
    return declaration.occurrence.isRequired ? spelling : "[\(spelling)]"
  }

  private var builtIn: [(left: String, right: String)] { [("-h, --help", HelpWords.help[language])] }

  private func row(_ declaration: Declaration) -> (left: String, right: String) {
    var notes: [String] = []
    if !declaration.choices.isEmpty { notes.append(declaration.choices.joined(separator: " | ")) }
    if declaration.occurrence.isRepeated { notes.append(HelpWords.mayBeRepeated[language]) }
    if let text = declaration.defaultText { notes.append(HelpWords.byDefault[language] + " " + text) }
    let indent = declaration.form == .positional ? "" : declaration.short.map { "-\($0), " } ?? "    "
    let help = declaration.help[language] + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")
    return (indent + declaration.spelling, help)
  }
}
