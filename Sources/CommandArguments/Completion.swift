/// What may stand where the cursor is on a command line.
package enum Completion: Sendable, Hashable {
  case words([Word])
  /// The name of a file, or of a folder.
  case files, folders
  /// A value of an argument that lists none: what the beginning may become is for the program to know. `lead` is what stands before it in
  /// the same word, `--journal=`.
  case value(of: Declaration, beginning: String, lead: String)

  /// A word with what it means.
  package struct Word: Sendable, Hashable {
    package var text: String
    package var note: Localized

    package init(_ text: String, _ note: Localized) {
      self.text = text
      self.note = note
    }
  }

  static let none = Completion.words([])
}

extension CommandTree {
  /// What the last of the words may become; the words are those after the program's name, and the last is empty where the cursor
  /// stands after a space.
  package func completion(of words: [String]) -> Completion {
    guard let current = words.last else { return .none }
    var place = Place()
    for word in words.dropLast() where !place.read(word, in: self) { return .none }
    return place.completion(of: current, in: self)
  }

  /// How far a command line has come.
  private struct Place {
    private var noun: Noun?
    private var group: String?
    private var spec: CommandSpec?
    private var asksForHelp = false
    private var positionalCount = 0
    private var given: Set<String> = []
    /// The option whose value comes next.
    private var pending: Declaration?
    private var optionsEnded = false

    private func declared(_ tree: CommandTree) -> [Declaration] { (spec?.options ?? []) + tree.globals }

    private func declaration(_ name: String, _ tree: CommandTree) -> Declaration? {
      declared(tree).first { $0.reference == name || $0.short.map { "-\($0)" } == name }
    }

    /// Reads a word before the cursor; false where it leads nowhere.
    mutating func read(_ word: String, in tree: CommandTree) -> Bool {
      if pending != nil {
        pending = nil
      } else if word == "--" {
        optionsEnded = true
      } else if !optionsEnded, word.hasPrefix("-"), word != "-" {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let found = declaration(String(parts[0]), tree) else { return word == "--help" || word == "-h" }
        given.insert(found.reference)
        if found.form == .option, parts.count == 1 { pending = found }
      } else if spec != nil {
        positionalCount += 1
      } else if let noun {
        if group == nil, noun.isGroup(word) {
          group = word
        } else {
          spec = noun.commands.first { $0.verb == (group.map { "\($0) \(word)" } ?? word) }
          return spec != nil
        }
      } else if word == "help", !asksForHelp {
        asksForHelp = true
      } else {
        noun = tree.nouns.first { $0.name == word }
        spec = noun?.alone
        return noun != nil
      }
      return true
    }

    func completion(of current: String, in tree: CommandTree) -> Completion {
      if let pending { return values(of: pending, beginning: current, lead: "") }
      if !optionsEnded, current.hasPrefix("-") {
        if let sign = current.firstIndex(of: "="), let option = declaration(String(current[..<sign]), tree),
          option.form == .option
        {
          let lead = String(current[...sign])
          return values(of: option, beginning: String(current.dropFirst(lead.count)), lead: lead)
        }
        return options(beginning: current, tree)
      }
      guard let noun else {
        let nouns = tree.nouns.map { Completion.Word($0.name, $0.summary) }
        return words(nouns + (asksForHelp ? [] : [.init("help", HelpWords.help)]), beginning: current)
      }
      guard let spec else { return verbs(of: noun, beginning: current) }
      if asksForHelp { return .none }
      if let positional = spec.positionals.dropFirst(positionalCount).first ?? spec.positionals.last,
        positionalCount < spec.positionals.count || positional.occurrence.isRepeated
      {
        return values(of: positional, beginning: current, lead: "")
      }
      return current.isEmpty ? options(beginning: "", tree) : .none
    }

    private func verbs(of noun: Noun, beginning: String) -> Completion {
      let depth = group == nil ? 1 : 2
      var words: [Completion.Word] = []
      for command in noun.commands where group == nil || (command.path.count == 3 && command.path[1] == group) {
        // Several verbs about one thing share their first word.
        if words.last?.text != command.path[depth] { words.append(.init(command.path[depth], command.summary)) }
      }
      return self.words(words, beginning: beginning)
    }

    /// The options that may still be given, those that must be first.
    private func options(beginning: String, _ tree: CommandTree) -> Completion {
      let open = declared(tree).filter { $0.occurrence.isRepeated || !given.contains($0.reference) }
      let ordered = open.filter(\.occurrence.isRequired) + open.filter { !$0.occurrence.isRequired }
      let own = ordered.map { Completion.Word($0.reference, $0.help) } + [.init("--help", HelpWords.help)]
      return words(own + (noun == nil ? [.init("--version", HelpWords.version)] : []), beginning: beginning)
    }

    private func values(of declaration: Declaration, beginning: String, lead: String) -> Completion {
      if !declaration.choices.isEmpty {
        let notes =
          declaration.choiceWords.isEmpty
          ? declaration.choices.map { _ in declaration.help } : declaration.choiceWords
        return words(zip(declaration.choices, notes).map { .init(lead + $0, $1) }, beginning: lead + beginning)
      }
      switch declaration.placeholder {
      case "DIR", "FOLDER", "BACKUP": return .folders
      case let name where name == "OUT" || name.contains("FILE") || name.hasSuffix(".pem"): return .files
      default: return .value(of: declaration, beginning: beginning, lead: lead)
      }
    }

    private func words(_ words: [Completion.Word], beginning: String) -> Completion {
      .words(words.filter { $0.text.hasPrefix(beginning) })
    }
  }
}
