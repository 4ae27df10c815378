/// A value for something that the command line lacked, as given at a prompt.
package struct Answer: Sendable {
  package var declaration: Declaration
  package var text: String

  package init(_ declaration: Declaration, _ text: String) {
    self.declaration = declaration
    self.text = text
  }
}

extension CommandTree {
  /// Reads the arguments of a process, without the program's name.
  ///
  /// `--name value` and `--name=value` are the same; `--` ends the options; a value that begins with a dash is written
  /// after `=`. No arguments at all, `help WORDS` and `--help` anywhere before `--` ask for help. Answers stand for
  /// required arguments that were not given.
  package func parse(_ arguments: [String], answers: [Answer] = []) throws(UsageError) -> ParsedArguments {
    guard let first = arguments.first else { return .help([]) }
    if first == "help" {
      return .help(try recognise(Array(arguments.dropFirst())))
    }
    if arguments.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
      return .help(try recognise(arguments))
    }
    var reading = ArgumentReading(tree: self)
    try reading.read(arguments)
    if reading.asksForVersion { return .version }
    return .command(try reading.finish(answers: answers))
  }

  /// The required arguments that a command line lacks, so that someone can be asked for them: with the answers, parse
  /// again. Empty when nothing is missing. Throws whatever else is wrong, so that no one is asked in vain.
  package func missing(in arguments: [String]) throws(UsageError) -> [Declaration] {
    do {
      _ = try parse(arguments)
      return []
    } catch .missingRequired(let missing, _) {
      return missing
    }
  }

  /// The value of a global option, whatever else is wrong with the arguments: the last readable one before `--`.
  ///
  /// For the few choices, such as the language, that error messages and help texts depend on.
  package func glimpse<Value>(_ option: Option<Value>, in arguments: [String]) -> Value? {
    let before = Array(arguments.prefix { $0 != "--" })
    let name = option.declaration.reference
    var found: Value?
    for (index, argument) in before.enumerated() {
      var text: String?
      if argument == name, index + 1 < before.count {
        text = before[index + 1]
      } else if argument.hasPrefix(name + "=") {
        text = String(argument.dropFirst(name.count + 1))
      }
      found = text.flatMap { try? option.parse($0) } ?? found
    }
    return found
  }

  /// The noun and verb that arguments name, passing over options. Used for help, where the rest does not matter.
  private func recognise(_ arguments: [String]) throws(UsageError) -> [String] {
    var words: [String] = []
    var skipsNext = false
    for argument in arguments {
      if skipsNext {
        skipsNext = false
      } else if argument == "--" {
        break
      } else if argument.hasPrefix("-") {
        skipsNext = globals.contains { $0.form == .option && $0.reference == argument }
      } else {
        words.append(argument)
      }
    }
    guard let first = words.first else { return [] }
    let noun = try noun(first)
    guard noun.alone == nil, words.count > 1 else { return [noun.name] }
    guard noun.isGroup(words[1]) else { return try command(words[1], of: noun).path }
    return words.count > 2 ? try command("\(words[1]) \(words[2])", of: noun).path : [noun.name]
  }

  func noun(_ word: String) throws(UsageError) -> Noun {
    if let noun = nouns.first(where: { $0.name == word }) { return noun }
    let withVerb = commands.filter { $0.path.count >= 2 && $0.path.last == word }
    let suggestion =
      withVerb.count == 1
      ? withVerb[0].path.joined(separator: " ") : nearest(word, among: nouns.map(\.name) + ["help"])
    throw .unknownCommand(found: word, suggestion: suggestion)
  }

  func command(_ verb: String, of noun: Noun) throws(UsageError) -> CommandSpec {
    if let command = noun.commands.first(where: { $0.verb == verb }) { return command }
    throw .unknownVerb(noun: noun.name, found: verb, suggestion: nearest(verb, among: noun.verbs))
  }
}
