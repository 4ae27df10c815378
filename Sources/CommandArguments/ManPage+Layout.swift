extension ManPage {
  func head(_ path: [String], _ summary: Localized) -> [String] {
    let name = ([tree.tool] + path).joined(separator: "-")
    return [
      ".TH \"\(RoffText.escaped(name.uppercased()))\" \"1\" \"\(date)\" \"\(RoffText.escaped("\(tree.tool) \(version)"))\"",
      ".SH \"\(ManWords.name[language])\"",
    ] + RoffText.lines("\(name) - \(summary[language])")
  }

  func section(_ title: Localized, _ lines: [String]) -> [String] {
    // A section begins a paragraph by itself.
    let lines = lines.first == ".PP" ? Array(lines.dropFirst()) : lines
    guard !lines.isEmpty else { return [] }
    return [".SH \"\(RoffText.escaped(title[language].uppercased()))\""] + lines
  }

  var synopsis: [String] {
    [
      "\\fB\(tree.tool)\\fR \\fI\(RoffText.escaped(HelpWords.commandPlaceholder[language]))\\fR "
        + RoffText.escaped(HelpWords.optionsPlaceholder[language]), ".br",
      "\\fB\(tree.tool)\\fR \\fI\(RoffText.escaped(HelpWords.commandPlaceholder[language]))\\fR \\fB\\-\\-help\\fR",
    ]
  }

  /// A line for each command.
  func synopses(_ commands: [CommandSpec]) -> [String] {
    Array(commands.map { [line(of: $0)] }.joined(separator: [".br"]))
  }

  /// How a command is written, with what it must have.
  func line(of command: CommandSpec) -> String {
    let words = ([tree.tool] + command.path).map(RoffText.escaped).joined(separator: " ")
    let needed = command.positionals + command.options.filter(\.occurrence.isRequired)
    let arguments = needed.map { declaration in
      let argument = spelling(declaration) + (declaration.occurrence.isRepeated ? " \\&..." : "")
      return declaration.occurrence.isRequired ? argument : "[\(argument)]"
    }
    return (["\\fB\(words)\\fR"] + arguments).joined(separator: " ") + " "
      + RoffText.escaped(HelpWords.optionsPlaceholder[language])
  }

  private func spelling(_ declaration: Declaration) -> String {
    let placeholder = "\\fI\(RoffText.escaped(declaration.placeholder))\\fR"
    return switch declaration.form {
    case .positional: placeholder
    case .flag: "\\fB\(RoffText.escaped(declaration.reference))\\fR"
    case .option: "\\fB\(RoffText.escaped(declaration.reference))\\fR " + placeholder
    }
  }

  /// An argument with what it means.
  func row(_ declaration: Declaration) -> [String] {
    let short = declaration.short.map { "\\fB\\-\($0)\\fR, " } ?? ""
    var text = sentence(declaration.help)[language]
    if !declaration.choices.isEmpty { text += " " + declaration.choices.joined(separator: " | ") + "." }
    if declaration.occurrence.isRequired { text += " " + ManWords.required[language] }
    if declaration.occurrence.isRepeated { text += " " + sentence(HelpWords.mayBeRepeated)[language] }
    if let value = declaration.defaultText {
      text += " " + sentence(HelpWords.byDefault)[language].dropLast() + " \(value)."
    }
    return tagged(short + spelling(declaration), text)
  }

  var builtIn: [[String]] {
    [
      tagged("\\fB\\-h\\fR, \\fB\\-\\-help\\fR", sentence(HelpWords.help)[language]),
      tagged("\\fB\\-\\-version\\fR", sentence(HelpWords.version)[language]),
    ]
  }

  /// A term with its text set in. The term is roff already.
  func tagged(_ term: String, _ text: String) -> [String] { [".TP", term] + RoffText.lines(text) }

  /// Paragraphs separated by empty lines in the text.
  func paragraphs(_ text: Localized?, separator: String = ".PP") -> [String] {
    guard let text else { return [] }
    return Array(
      text[language].split(separator: "\n\n").map { RoffText.lines(String($0)) }.joined(separator: [separator]))
  }

  /// A command line to copy, under what it does.
  func example(_ example: CommandSpec.Example) -> [String] {
    [".PP"] + RoffText.lines(sentence(example.note)[language].dropLast() + ":")
      + [".PP", ".RS 4", ".nf", RoffText.verbatim(example.line), ".fi", ".RE"]
  }

  /// A short text as a sentence: with a capital letter and a full stop.
  func sentence(_ text: Localized) -> Localized {
    func sentence(_ text: String) -> String {
      text.prefix(1).uppercased() + text.dropFirst() + (text.hasSuffix(".") ? "" : ".")
    }
    return Localized(sentence(text.sv), sentence(text.en))
  }
}

/// The words of manual pages that are the same for every command.
enum ManWords {
  static let name = Localized("NAMN", "NAME")
  static let synopsis = Localized("Synops", "Synopsis")
  static let description = Localized("Beskrivning", "Description")
  static let options = Localized("Argument och val", "Arguments and options")
  static let globalOptions = Localized("Gemensamma val", "Options of every command")
  static let commands = Localized("Kommandon", "Commands")
  static let examples = Localized("Exempel", "Examples")
  static let required = Localized("Måste anges.", "Must be given.")
  static let also = Localized("Dessutom", "Also")
}
