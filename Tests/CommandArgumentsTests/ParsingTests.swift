import CommandArguments
import Testing

typealias T = SampleTool

@Suite("a command line is read")
struct ParsingTests {
  @Test("with values after a space or an equals sign")
  func values() throws {
    let spaced = try T.command("book", "add", "--title", "Röda rummet", "--year", "1879")
    let joined = try T.command("book", "add", "--title=Röda rummet", "--year=1879")
    for command in [spaced, joined] {
      #expect(command.path == ["book", "add"])
      #expect(try command[T.title] == "Röda rummet")
      #expect(try command[T.year] == 1879)
    }
  }

  @Test("with everything after the first equals sign as the value, and an empty value as a value")
  func equals() throws {
    let command = try T.command("book", "add", "--title=a=b=", "--year", "1", "--subject", "", "--subject=")
    #expect(try command[T.title] == "a=b=")
    #expect(command.values(T.subject) == ["", ""])
  }

  @Test("with negative numbers after an equals sign")
  func negative() throws {
    #expect(try T.command("book", "add", "--title", "x", "--year=-44")[T.year] == -44)
  }

  @Test("with a dash alone as a value and as a word")
  func dash() throws {
    let command = try T.command("book", "lend", "-", "--borrower", "-")
    #expect(try command[T.book] == "-")
    #expect(command[optional: T.borrower] == "-")
  }

  @Test("with options, flags and words in any order, global ones on both sides of the command")
  func order() throws {
    let command = try T.command(
      "-q", "book", "--lang", "en", "add", "n1", "--year", "1", "n2", "--oversize", "--title", "x")
    #expect(command[T.quiet])
    #expect(try command[T.language] == .en)
    #expect(command[T.oversize])
    #expect(command.values(T.more) == ["n1", "n2"])
  }

  @Test("with nothing after two dashes taken as an option")
  func twoDashes() throws {
    let command = try T.command("book", "add", "--title", "x", "--year", "1", "--", "--title", "--", "-q")
    #expect(command.values(T.more) == ["--title", "--", "-q"])
    #expect(!command[T.quiet])
  }

  @Test("with repeated options in their order")
  func repeated() throws {
    let command = try T.command("book", "add", "--title=x", "--year=1", "--subject", "b", "--subject", "a")
    #expect(command.values(T.subject) == ["b", "a"])
  }

  @Test("with a flag given twice as given once")
  func flagTwice() throws {
    #expect(try T.command("-q", "status", "--quiet")[T.quiet])
  }

  @Test("with defaults for what was not given, and nothing where there is no default")
  func defaults() throws {
    let command = try T.command("book", "add", "--title=x", "--year=1")
    #expect(try command[T.shelf] == .a)
    #expect(!command.isGiven(T.shelf))
    #expect(command.values(T.subject) == [])
    #expect(!command[T.oversize])
    let lend = try T.command("book", "lend", "7")
    #expect(lend[optional: T.borrower] == nil)
    #expect(throws: UsageError.missingRequired([T.borrower.declaration], command: ["book", "lend"])) {
      try lend[T.borrower]
    }
    #expect(try T.command("book", "add", "--title=x", "--year=1", "--shelf=a").isGiven(T.shelf))
  }

  @Test("with words of an enumeration exactly as they are written")
  func choices() throws {
    let command = try T.command("book", "add", "--title=x", "--year=1", "--shelf", "lower-floor")
    #expect(try command[T.shelf] == .lowerFloor)
  }

  @Test("with composed and decomposed letters kept apart")
  func bytes() throws {
    let command = try T.command("book", "add", "--title", "a\u{30A}", "--year=1")
    #expect(Array(try command[T.title].utf8) == Array("a\u{30A}".utf8))
  }

  @Test(
    "as a request for help, whatever else is wrong",
    arguments: [
      ([], []), (["--help"], []), (["-h"], []), (["help"], []), (["help", "book"], ["book"]),
      (["help", "book", "add"], ["book", "add"]), (["book", "--help"], ["book"]), (["--help", "status"], ["status"]),
      (["book", "add", "--titel", "x", "-h"], ["book", "add"]), (["status", "x", "y", "--help"], ["status"]),
      (["--lang", "en", "book", "add", "--title", "--help"], ["book", "add"]),
    ] as [([String], [String])])
  func help(words: [String], path: [String]) throws {
    guard case .help(let found) = try T.tree.parse(words) else {
      Issue.record("no help for \(words)")
      return
    }
    #expect(found == path)
  }

  @Test("as no request for help after two dashes")
  func noHelp() throws {
    #expect(try T.command("book", "lend", "--", "--help")[T.book] == "--help")
  }

  @Test("as a request for the version")
  func version() throws {
    guard case .version = try T.tree.parse(["-q", "--version"]) else {
      Issue.record("no version")
      return
    }
    #expect(usageError("book", "--version") != nil)
  }

  @Test(
    "with every whole number that is in the range, and no other text",
    arguments: ["", "+1", " 1", "1.0", "3", "-1", "٣"])
  func numbers(text: String) {
    let parse = wholeNumber(0...2)
    #expect(throws: ValueProblem.self) { try parse(text) }
    for number in 0...2 { #expect(try! parse(String(number)) == number) }
  }

  @Test("for one option alone, whatever else is wrong")
  func glimpse() {
    #expect(T.tree.glimpse(T.language, in: ["mesure", "--lang", "en", "--nope"]) == .en)
    #expect(T.tree.glimpse(T.language, in: ["--lang=en", "--lang=xx"]) == .en)
    #expect(T.tree.glimpse(T.language, in: ["--lang"]) == nil)
    #expect(T.tree.glimpse(T.language, in: ["--", "--lang=en"]) == nil)
  }
}
