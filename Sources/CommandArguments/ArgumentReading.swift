/// One pass over a command line, from left to right.
struct ArgumentReading {
  let tree: CommandTree
  private(set) var asksForVersion = false
  private var noun: CommandTree.Noun?
  private var spec: CommandSpec?
  /// The word before a verb, where the noun has several verbs about one thing.
  private var group: String?
  /// Values by reference; a flag that was given has one empty text.
  private var texts: [String: [String]] = [:]
  /// The references in the order they were given, so that the first malformed value is reported first.
  private var order: [Declaration] = []
  private var words: [String] = []

  init(tree: CommandTree) {
    self.tree = tree
  }

  /// Requires that nothing asks for help.
  mutating func read(_ arguments: [String]) throws(UsageError) {
    var rest = arguments[...]
    var optionsEnded = false
    while let argument = rest.popFirst() {
      if optionsEnded || !looksLikeOption(argument) {
        try readWord(argument)
      } else if argument == "--" {
        optionsEnded = true
      } else {
        try readOption(argument, &rest)
      }
    }
  }

  private mutating func readWord(_ word: String) throws(UsageError) {
    if spec != nil {
      words.append(word)
    } else if let noun {
      if group == nil, noun.isGroup(word) {
        group = word
      } else {
        spec = try tree.command(group.map { "\($0) \(word)" } ?? word, of: noun)
      }
    } else {
      let found = try tree.noun(word)
      noun = found
      spec = found.alone
    }
  }

  private mutating func readOption(_ argument: String, _ rest: inout ArraySlice<String>) throws(UsageError) {
    let (optionName, stated) = Self.parts(of: argument)
    guard let declaration = declaration(optionName) else {
      if argument == "--version", noun == nil {
        asksForVersion = true
        return
      }
      throw unknown(optionName)
    }
    let reference = declaration.reference
    if declaration.form == .flag {
      if let stated { throw .valueForFlag(flag: reference, value: stated, command: path) }
      texts[reference] = [""]
      return
    }
    let value: String
    if let stated {
      value = stated
    } else if let next = rest.first, !looksLikeOption(next) {
      value = next
      rest.removeFirst()
    } else {
      let next = rest.first.flatMap { self.declaration(name(of: $0)) == nil && $0 != "--" ? $0 : nil }
      throw .missingValue(option: reference, placeholder: declaration.placeholder, next: next, command: path)
    }
    if let first = texts[reference]?.first, !declaration.occurrence.isRepeated {
      throw .duplicateOption(option: reference, first: first, second: value, command: path)
    }
    add(value, to: declaration)
  }

  private mutating func add(_ value: String, to declaration: Declaration) {
    if texts[declaration.reference] == nil { order.append(declaration) }
    texts[declaration.reference, default: []].append(value)
  }

  private var path: [String] { spec?.path ?? noun.map { [$0.name] } ?? [] }

  private var options: [Declaration] { (spec?.options ?? []) + tree.globals }

  private func declaration(_ name: String) -> Declaration? {
    options.first { $0.reference == name || $0.short.map { "-\($0)" } == name }
  }

  private func name(of argument: String) -> String {
    Self.parts(of: argument).name
  }

  /// The name, and the value after the first equals sign, where there is one.
  ///
  /// On bytes: an equals sign before a combining character is not a `Character` of its own.
  private static func parts(of argument: String) -> (name: String, value: String?) {
    guard let sign = argument.utf8.firstIndex(of: UInt8(ascii: "=")) else { return (argument, nil) }
    return (String(argument[..<sign]), String(argument[argument.utf8.index(after: sign)...]))
  }

  private func unknown(_ found: String) -> UsageError {
    if spec == nil, tree.commands.contains(where: { $0.options.contains { $0.reference == found } }) {
      return .optionBeforeCommand(option: found)
    }
    let bare = String(found.drop { dashes.contains($0) })
    let names = options.map(\.name) + ["help"] + (noun == nil ? ["version"] : [])
    let suggestion = names.contains(bare) ? bare : nearest(bare, among: names)
    return .unknownOption(found: found, suggestion: suggestion.map { "--" + $0 }, command: path)
  }

  /// A dash alone is a value; an en or em dash is what word processors make of two dashes.
  private func looksLikeOption(_ argument: String) -> Bool {
    guard let first = argument.first, dashes.contains(first), argument.count > 1 else { return false }
    return first == "-" || declaration("--" + name(of: argument).drop { dashes.contains($0) }) != nil
  }

  /// Checks what was read, adds the answers, and finds what is missing.
  mutating func finish(answers: [Answer]) throws(UsageError) -> ParsedCommand {
    guard let noun else { throw .missingCommand }
    guard let spec else {
      guard let group else { throw .missingVerb(noun: noun.name, verbs: noun.verbs) }
      let verbs = noun.commands.filter { $0.path.count == 3 && $0.path[1] == group }.map { $0.path[2] }
      throw .missingVerb(noun: "\(noun.name) \(group)", verbs: verbs)
    }
    try placeWords(spec)
    let declared = spec.declarations + tree.globals
    for answer in answers {
      precondition(declared.contains(answer.declaration), "an answer to something that \(spec.path) does not ask")
      add(answer.text, to: answer.declaration)
    }
    for declaration in order {
      for text in texts[declaration.reference] ?? [] {
        do {
          try declaration.check(text)
        } catch {
          throw .malformedValue(
            argument: declaration.reference, found: text, expected: error.expected, command: spec.path)
        }
      }
    }
    let missing = declared.filter { $0.occurrence.isRequired && texts[$0.reference] == nil }
    guard missing.isEmpty else { throw .missingRequired(missing, command: spec.path) }
    return ParsedCommand(spec: spec, texts: texts, declared: Set(declared.map(\.reference)))
  }

  private mutating func placeWords(_ spec: CommandSpec) throws(UsageError) {
    var rest = words[...]
    for positional in spec.positionals {
      while let word = rest.popFirst() {
        add(word, to: positional)
        if !positional.occurrence.isRepeated { break }
      }
    }
    guard rest.isEmpty else { throw .unexpectedArguments(Array(rest), command: spec.path) }
  }
}

private let dashes: Set<Character> = ["-", "\u{2013}", "\u{2014}", "\u{2212}"]
