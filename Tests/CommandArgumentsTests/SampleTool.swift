import CommandArguments

/// A small tool for the tests: a lending library, so that nothing here leans on what the real tool does.
enum SampleTool {
  enum Shelf: String, CaseIterable, Sendable {
    case a, b
    case lowerFloor = "lower-floor"
  }

  static let book = Positional("BOOK", Localized("Bokens nummer", "Number of the book"))
  static let more = Positional("NOTE", Localized("Anteckningar", "Notes"), .repeated)
  static let title = Option("title", "TEXT", Localized("Bokens titel", "Title of the book"), .required)
  static let year = Option(
    "year", "YEAR", Localized("Utgivningsår", "Year of publication"), .required, parse: wholeNumber(-3000...2100))
  static let subject = Option("subject", "WORD", Localized("Ämnesord", "Subject heading"), .repeated)
  static let shelf = Option<Shelf>("shelf", "SHELF", Localized("Hylla", "Shelf"), default: "a")
  static let borrower = Option("borrower", "NAME", Localized("Låntagare", "Borrower"))
  static let oversize = Flag("oversize", Localized("Boken är större än hyllan", "The book is larger than the shelf"))

  static let language = Option<Language>(
    "lang", "LANGUAGE", Localized("Språk i det som visas", "Language of what is shown"), default: "sv")
  static let quiet = Flag("quiet", short: "q", Localized("Visa bara fel", "Show errors only"))
  static let limit = Option("limit", "N", Localized("Antal rader", "Number of rows"), parse: wholeNumber(1...Int.max))

  static let add = CommandSpec(
    ["book", "add"], Localized("Lägg till en bok", "Add a book"),
    discussion: Localized(
      "Boken får ett nummer och en plats. Den som har lämnat boken antecknas inte, eftersom sådana uppgifter inte behövs.",
      "The book gets a number and a place. Who handed it in is not recorded, since nobody needs to know.\n\nA second paragraph."
    ),
    positionals: [more], options: [title, year, subject, shelf, oversize],
    examples: [
      .init(
        "library book add --title \"Röda rummet\" --year 1879",
        Localized("En bok på den första hyllan", "A book on the first shelf"))
    ])
  static let lend = CommandSpec(
    ["book", "lend"], Localized("Låna ut en bok", "Lend a book"), positionals: [book], options: [borrower])
  static let close = CommandSpec(["room", "close"], Localized("Stäng ett rum", "Close a room"))
  static let status = CommandSpec(["status"], Localized("Läget i dag", "How things stand"), options: [limit])

  static let tree = CommandTree(
    "library", Localized("Ett bibliotek i en pärm", "A library in a binder"),
    nouns: [
      .init(status), .init("book", Localized("Böcker", "Books"), [add, lend]),
      .init("room", Localized("Rum", "Rooms"), [close]),
    ], globals: [language, quiet],
    examples: [.init("library status", Localized("Vad är utlånat?", "What is lent out?"))])

  /// The command that the words ask for; a test fails by the thrown error.
  static func command(_ words: String..., answers: [Answer] = []) throws -> ParsedCommand {
    switch try tree.parse(words, answers: answers) {
    case .command(let command): return command
    case .help, .version: throw NoCommand()
    }
  }

  struct NoCommand: Error {}
}

/// The error that a call throws, if it throws one.
func usageError(_ words: String...) -> UsageError? {
  do throws(UsageError) {
    _ = try SampleTool.tree.parse(words)
    return nil
  } catch {
    return error
  }
}
