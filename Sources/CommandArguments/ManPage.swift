/// The manual page of the tool, of a noun or of a command, in man(7) macros, from the same table as the help.
///
/// The page of the tool has every command with its options; options that many commands share stand once, in a section of their own.
/// The page of one command has them all.
package struct ManPage: Sendable {
  /// A section of rows, such as that of the exit codes.
  package struct Section: Sendable {
    package var title: Localized
    package var rows: [Row]

    package init(_ title: Localized, _ rows: [Row]) {
      self.title = title
      self.rows = rows
    }
  }

  package struct Row: Sendable {
    package var term: String
    package var text: Localized

    package init(_ term: String, _ text: Localized) {
      self.term = term
      self.text = text
    }
  }

  /// Options that many commands take, under a name of their own.
  package struct SharedOptions: Sendable {
    package var title: Localized
    package var options: [Declaration]

    package init(_ title: Localized, _ options: [any Declared]) {
      self.title = title
      self.options = options.map(\.declaration)
    }
  }

  let tree: CommandTree
  let language: Language
  let version: String
  /// The day of the version, `2026-11-28`.
  let date: String
  let shared: [SharedOptions]
  let sections: [Section]

  package init(
    _ tree: CommandTree, language: Language, version: String, date: String, shared: [SharedOptions] = [],
    sections: [Section] = []
  ) {
    self.tree = tree
    self.language = language
    self.version = version
    self.date = date
    self.shared = shared
    self.sections = sections
  }

  /// The page for a path as `CommandTree.words(of:)` gives it: empty, a noun, or a noun and a verb. Ends with a line end.
  package func text(for path: [String]) -> String {
    let lines: [String]
    if path.isEmpty {
      lines = toolPage
    } else if let command = tree.commands.first(where: { $0.path == path }) {
      lines = commandPage(command)
    } else if let noun = tree.nouns.first(where: { [$0.name] == path }) {
      lines = nounPage(noun)
    } else {
      preconditionFailure("no command \(path)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var toolPage: [String] {
    head([], tree.summary) + section(ManWords.synopsis, synopsis)
      + section(ManWords.description, paragraphs(tree.discussion ?? sentence(tree.summary)))
      + section(ManWords.globalOptions, (tree.globals.map(row) + builtIn).flatMap { $0 })
      + section(ManWords.commands, tree.nouns.flatMap { nounSection($0) })
      + shared.flatMap { section($0.title, $0.options.flatMap(row)) }
      + sectionsAndExamples(tree.examples + tree.commands.flatMap(\.examples))
  }

  private func nounPage(_ noun: CommandTree.Noun) -> [String] {
    head([noun.name], noun.summary) + section(ManWords.synopsis, synopses(noun.commands))
      + section(ManWords.commands, noun.commands.flatMap { commandParagraphs($0) })
      + shared.flatMap { section($0.title, $0.options.flatMap(row)) }
      + section(ManWords.globalOptions, (tree.globals.map(row) + builtIn).flatMap { $0 })
      + sectionsAndExamples(noun.commands.flatMap(\.examples))
  }

  private func commandPage(_ command: CommandSpec) -> [String] {
    head(command.path, command.summary) + section(ManWords.synopsis, synopses([command]))
      + section(ManWords.description, paragraphs(command.discussion ?? sentence(command.summary)))
      + section(ManWords.options, command.declarations.flatMap(row))
      + section(ManWords.globalOptions, (tree.globals.map(row) + builtIn).flatMap { $0 })
      + sectionsAndExamples(command.examples)
  }

  private func sectionsAndExamples(_ all: [CommandSpec.Example]) -> [String] {
    // The tool's own are some of its commands'.
    var seen: Set<String> = []
    let examples = all.filter { seen.insert($0.line).inserted }
    return sections.flatMap { part in
      section(part.title, part.rows.flatMap { tagged("\\fB\(RoffText.escaped($0.term))\\fR", $0.text[language]) })
    } + section(ManWords.examples, examples.flatMap(example))
  }

  /// A noun with its commands, as one part of the page of the tool.
  private func nounSection(_ noun: CommandTree.Noun) -> [String] {
    [".SS \"\(RoffText.escaped(noun.name))\""]
      + (noun.alone == nil ? RoffText.lines(sentence(noun.summary)[language]) : [])
      + noun.commands.flatMap { commandParagraphs($0) }
  }

  private func commandParagraphs(_ command: CommandSpec) -> [String] {
    let elided = Set(shared.flatMap(\.options))
    let own = command.declarations.filter { !elided.contains($0) }
    let named = shared.filter { group in group.options.contains { command.options.contains($0) } }
    let also = named.map { ManWords.also[language] + " " + $0.title[language] + "." }
    var lines = [".TP", line(of: command)] + RoffText.lines(sentence(command.summary)[language])
    let more = paragraphs(command.discussion, separator: ".IP")
    if !more.isEmpty { lines += [".IP"] + more }
    if !own.isEmpty { lines += [".RS"] + own.flatMap(row) + [".RE"] }
    return lines + also.flatMap { [".IP"] + RoffText.lines($0) }
  }
}
