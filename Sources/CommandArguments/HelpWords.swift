/// The words of the help texts that are the same for every command.
enum HelpWords {
  static let usage = Localized("Användning:", "Usage:")
  static let commands = Localized("Kommandon", "Commands")
  static let verbs = Localized("Verb", "Verbs")
  static let arguments = Localized("Argument", "Arguments")
  static let required = Localized("Obligatoriska val", "Required options")
  static let options = Localized("Val", "Options")
  static let globalOptions = Localized("Gemensamma val", "Options of every command")
  static let examples = Localized("Exempel", "Examples")
  static let more = Localized("Mer om ett kommando:", "More on a command:")
  static let help = Localized("Visa hjälp", "Show help")
  static let version = Localized("Visa programmets version", "Show the version of the program")
  static let byDefault = Localized("annars", "default")
  static let mayBeRepeated = Localized("kan upprepas", "may be repeated")
  static let commandPlaceholder = Localized("KOMMANDO", "COMMAND")
  static let verbPlaceholder = Localized("VERB", "VERB")
  static let optionsPlaceholder = Localized("[VAL]", "[OPTIONS]")
}
