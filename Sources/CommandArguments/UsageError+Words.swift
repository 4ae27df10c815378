extension UsageError {
  /// What is wrong, in one sentence or two. May quote the user's text: print it with control characters made visible.
  package func sentence(in language: Language) -> String {
    facts[language]
  }

  /// What to do about it: one line with a command to run or a way to write.
  package func nextStep(in language: Language, tool: String) -> String {
    (remedy ?? seeHelp(tool))[language]
  }

  private var facts: Localized {
    switch self {
    case .notUTF8(let argument, let byte):
      Localized(
        "Argument \(argument) är inte UTF-8: byte \(byte + 1) går inte att läsa.",
        "Argument \(argument) is not UTF-8: byte \(byte + 1) cannot be read.")
    case .missingCommand:
      Localized("Inget kommando är angivet.", "No command is given.")
    case .unknownCommand(let found, let suggestion):
      Localized("Kommandot ”\(found)” finns inte.", "There is no command “\(found)”.") + guess(suggestion)
    case .missingVerb(let noun, let verbs):
      Localized(
        "”\(noun)” behöver ett verb: \(listed(verbs, before: "eller")).",
        "“\(noun)” needs a verb: \(listed(verbs, before: "or")).")
    case .unknownVerb(let noun, let found, let suggestion):
      Localized("”\(noun)” har inget verb ”\(found)”.", "“\(noun)” has no verb “\(found)”.") + guess(suggestion)
    case .unknownOption(let found, let suggestion, let command):
      (command.isEmpty
        ? Localized("Det finns inget val ”\(found)”.", "There is no option “\(found)”.")
        : Localized(
          "”\(command.joined(separator: " "))” har inget val ”\(found)”.",
          "“\(command.joined(separator: " "))” has no option “\(found)”."))
        + guess(suggestion)
    case .optionBeforeCommand(let option):
      Localized("Valet \(option) står före kommandot.", "The option \(option) stands before the command.")
    case .missingValue(let option, let placeholder, _, _):
      Localized("\(option) saknar sitt värde \(placeholder).", "\(option) lacks its value \(placeholder).")
    case .valueForFlag(let flag, let value, _):
      Localized("\(flag) tar inget värde, men fick ”\(value)”.", "\(flag) takes no value, but got “\(value)”.")
    case .duplicateOption(let option, let first, let second, _):
      Localized(
        "\(option) är angivet två gånger: ”\(first)” och ”\(second)”.",
        "\(option) is given twice: “\(first)” and “\(second)”.")
    case .unexpectedArguments(let extra, _):
      Localized(
        "Oväntat på kommandoraden: \(listed(extra.map { "”\($0)”" }, before: "och")).",
        "Unexpected on the command line: \(listed(extra.map { "“\($0)”" }, before: "and")).")
    case .missingRequired(let missing, _):
      Localized(
        "Det saknas: \(listed(missing.map(\.spelling), before: "och")).",
        "Missing: \(listed(missing.map(\.spelling), before: "and")).")
    case .malformedValue(let argument, let found, let expected, _):
      Localized(
        "\(argument): väntade \(expected.sv), fann ”\(found)”.",
        "\(argument): expected \(expected.en), found “\(found)”.")
    }
  }

  private var remedy: Localized? {
    switch self {
    case .notUTF8:
      Localized("Använd en terminal med teckenkodningen UTF-8.", "Use a terminal with the encoding UTF-8.")
    case .optionBeforeCommand(let option):
      Localized("Skriv \(option) efter kommandot.", "Write \(option) after the command.")
    case .missingValue(let option, _, let next?, _):
      Localized(
        "Ett värde som börjar med streck skrivs \(option)=\(next).",
        "A value that begins with a dash is written \(option)=\(next).")
    case .unexpectedArguments:
      Localized("Text med mellanslag skrivs inom citattecken.", "Text with spaces is written in quotation marks.")
    case .valueForFlag(let flag, _, _):
      Localized("Skriv bara \(flag).", "Write \(flag) alone.")
    case .duplicateOption(let option, _, _, _):
      Localized("Ange \(option) en gång.", "Give \(option) once.")
    default: nil
    }
  }

  private func seeHelp(_ tool: String) -> Localized {
    let line = ([tool] + command + ["--help"]).joined(separator: " ")
    return Localized("Se ”\(line)”.", "See “\(line)”.")
  }
}

private func guess(_ suggestion: String?) -> Localized {
  guard let suggestion else { return Localized("", "") }
  return Localized(" Menade du ”\(suggestion)”?", " Did you mean “\(suggestion)”?")
}

private func + (a: Localized, b: Localized) -> Localized {
  Localized(a.sv + b.sv, a.en + b.en)
}
