import CommandArguments
import Testing

@Suite("the help")
struct HelpTextTests {
  @Test("of the tool in Swedish")
  func toolSwedish() {
    #expect(
      HelpText(T.tree, language: .sv).text(for: []) == #"""
        Ett bibliotek i en pärm

        Användning: library KOMMANDO [VAL]

        Kommandon
          status  Läget i dag
          book    Böcker
          room    Rum

        Gemensamma val
              --lang LANGUAGE  Språk i det som visas (sv | en; annars sv)
          -q, --quiet          Visa bara fel
          -h, --help           Visa hjälp
              --version        Visa programmets version

        Exempel
          library status
              Vad är utlånat?

        Mer om ett kommando: library KOMMANDO --help

        """#)
  }

  @Test("of the tool in English")
  func toolEnglish() {
    #expect(
      HelpText(T.tree, language: .en).text(for: []) == #"""
        A library in a binder

        Usage: library COMMAND [OPTIONS]

        Commands
          status  How things stand
          book    Books
          room    Rooms

        Options of every command
              --lang LANGUAGE  Language of what is shown (sv | en; default sv)
          -q, --quiet          Show errors only
          -h, --help           Show help
              --version        Show the version of the program

        Examples
          library status
              What is lent out?

        More on a command: library COMMAND --help

        """#)
  }

  @Test("of a noun")
  func noun() {
    #expect(
      HelpText(T.tree, language: .en).text(for: ["book"]) == #"""
        Books

        Usage: library book VERB [OPTIONS]

        Verbs
          add   Add a book
          lend  Lend a book

        More on a command: library book VERB --help

        """#)
  }

  @Test("of a command in Swedish")
  func commandSwedish() {
    #expect(
      HelpText(T.tree, language: .sv).text(for: ["book", "add"]) == #"""
        Lägg till en bok

        Boken får ett nummer och en plats. Den som har lämnat boken antecknas inte,
        eftersom sådana uppgifter inte behövs.

        Användning: library book add [NOTE …] --title TEXT --year YEAR [VAL]

        Argument
          NOTE  Anteckningar (kan upprepas)

        Obligatoriska val
              --title TEXT     Bokens titel
              --year YEAR      Utgivningsår

        Val
              --subject WORD   Ämnesord (kan upprepas)
              --shelf SHELF    Hylla (a | b | lower-floor; annars a)
              --oversize       Boken är större än hyllan

        Gemensamma val
              --lang LANGUAGE  Språk i det som visas (sv | en; annars sv)
          -q, --quiet          Visa bara fel
          -h, --help           Visa hjälp

        Exempel
          library book add --title "Röda rummet" --year 1879
              En bok på den första hyllan

        """#)
  }

  @Test("of a command in English")
  func commandEnglish() {
    #expect(
      HelpText(T.tree, language: .en).text(for: ["book", "add"]) == #"""
        Add a book

        The book gets a number and a place. Who handed it in is not recorded, since
        nobody needs to know.

        A second paragraph.

        Usage: library book add [NOTE …] --title TEXT --year YEAR [OPTIONS]

        Arguments
          NOTE  Notes (may be repeated)

        Required options
              --title TEXT     Title of the book
              --year YEAR      Year of publication

        Options
              --subject WORD   Subject heading (may be repeated)
              --shelf SHELF    Shelf (a | b | lower-floor; default a)
              --oversize       The book is larger than the shelf

        Options of every command
              --lang LANGUAGE  Language of what is shown (sv | en; default sv)
          -q, --quiet          Show errors only
          -h, --help           Show help

        Examples
          library book add --title "Röda rummet" --year 1879
              A book on the first shelf

        """#)
  }

  @Test("on a narrow terminal")
  func narrow() {
    #expect(
      HelpText(T.tree, language: .sv, width: 50).text(for: ["book", "add"]) == #"""
        Lägg till en bok

        Boken får ett nummer och en plats. Den som har
        lämnat boken antecknas inte, eftersom sådana
        uppgifter inte behövs.

        Användning: library book add [NOTE …] --title TEXT
                                     --year YEAR [VAL]

        Argument
          NOTE  Anteckningar (kan upprepas)

        Obligatoriska val
              --title TEXT     Bokens titel
              --year YEAR      Utgivningsår

        Val
              --subject WORD   Ämnesord (kan upprepas)
              --shelf SHELF    Hylla (a | b | lower-floor;
                               annars a)
              --oversize       Boken är större än hyllan

        Gemensamma val
              --lang LANGUAGE  Språk i det som visas (sv |
                               en; annars sv)
          -q, --quiet          Visa bara fel
          -h, --help           Visa hjälp

        Exempel
          library book add --title "Röda rummet" --year 1879
              En bok på den första hyllan

        """#)
  }

  @Test("of a command without options or positionals has no sections for them")
  func bare() {
    let tree = CommandTree("t", Localized("T", "T"), nouns: [.init(CommandSpec(["go"], Localized("Gå", "Go")))])
    #expect(
      HelpText(tree, language: .en).text(for: ["go"]) == """
        Go

        Usage: t go

        Options of every command
          -h, --help  Show help

        """)
  }

  @Test("keeps to its width at every level, but for words and examples that are longer")
  func widths() {
    for width in 50...120 {
      for language in Language.allCases {
        for path in [[], ["book"], ["status"], ["book", "add"], ["book", "lend"]] {
          let text = HelpText(T.tree, language: language, width: width).text(for: path)
          for line in text.split(separator: "\n") where line.count > width && !line.hasPrefix("  library ") {
            Issue.record("\(line.count) columns at \(width): \(line)")
          }
        }
      }
    }
  }
}
