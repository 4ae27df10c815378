import CommandArguments
import Testing

@Suite("a command line is refused")
struct UsageErrorTests {
  @Test("without a command")
  func missingCommand() {
    #expect(usageError("-q") == .missingCommand)
    #expect(usageError("--") == .missingCommand)
  }

  @Test("for an unknown command, with the one meant")
  func unknownCommand() {
    #expect(usageError("bok", "add") == .unknownCommand(found: "bok", suggestion: "book"))
    #expect(usageError("stat") == .unknownCommand(found: "stat", suggestion: "status"))
    #expect(usageError("lend", "7") == .unknownCommand(found: "lend", suggestion: "book lend"))
    #expect(usageError("xyzzy") == .unknownCommand(found: "xyzzy", suggestion: nil))
    #expect(usageError("", "add") == .unknownCommand(found: "", suggestion: nil))
    #expect(usageError("bok", "--help") == .unknownCommand(found: "bok", suggestion: "book"))
  }

  @Test("for a noun without its verb or with an unknown one")
  func verbs() {
    #expect(usageError("book") == .missingVerb(noun: "book", verbs: ["add", "lend"]))
    #expect(usageError("book", "lned") == .unknownVerb(noun: "book", found: "lned", suggestion: "lend"))
    #expect(usageError("book", "burn") == .unknownVerb(noun: "book", found: "burn", suggestion: nil))
    #expect(usageError("help", "book", "ad") == .unknownVerb(noun: "book", found: "ad", suggestion: "add"))
  }

  @Test(
    "for an unknown option, with the one meant",
    arguments: [
      ("--titel", "--title"), ("--titel=x", "--title"), ("-title", "--title"), ("--Title", "--title"),
      ("--over", "--oversize"),
      ("--hlep", "--help"), ("--nope", nil), ("-x", nil), ("-5", nil), ("---title", "--title"), ("–title", "--title"),
      ("—year=3", "--year"),
    ] as [(String, String?)])
  func unknownOption(found: String, suggestion: String?) {
    let name = String(found.prefix { $0 != "=" })
    #expect(
      usageError("book", "add", found) == .unknownOption(found: name, suggestion: suggestion, command: ["book", "add"]))
  }

  @Test("for an option that stands before its command")
  func early() {
    #expect(usageError("--title", "x", "book", "add") == .optionBeforeCommand(option: "--title"))
    #expect(usageError("book", "--year=3", "add") == .optionBeforeCommand(option: "--year"))
    #expect(usageError("--nope", "book", "add") == .unknownOption(found: "--nope", suggestion: nil, command: []))
  }

  @Test("for an option without its value, with what stands there if it may be meant as the value")
  func missingValue() {
    func error(_ next: String?) -> UsageError {
      .missingValue(option: "--year", placeholder: "YEAR", next: next, command: ["book", "add"])
    }
    #expect(usageError("book", "add", "--year") == error(nil))
    #expect(usageError("book", "add", "--year", "-44") == error("-44"))
    #expect(usageError("book", "add", "--year", "--title", "x") == error(nil))
    #expect(usageError("book", "add", "--year", "--title=x") == error(nil))
    #expect(usageError("book", "add", "--year", "--", "x") == error(nil))
  }

  @Test("for a flag with a value")
  func valueForFlag() {
    #expect(usageError("status", "--quiet=no") == .valueForFlag(flag: "--quiet", value: "no", command: ["status"]))
    #expect(usageError("status", "-q=") == .valueForFlag(flag: "--quiet", value: "", command: ["status"]))
  }

  @Test("for an option given twice that may be given once, also on both sides of the command")
  func duplicates() {
    #expect(
      usageError("book", "add", "--title", "a", "--title=b")
        == .duplicateOption(option: "--title", first: "a", second: "b", command: ["book", "add"]))
    #expect(
      usageError("--lang=sv", "status", "--lang=sv")
        == .duplicateOption(option: "--lang", first: "sv", second: "sv", command: ["status"]))
  }

  @Test("for words that no argument takes, all of them at once")
  func extra() {
    #expect(usageError("book", "lend", "7", "8", "9") == .unexpectedArguments(["8", "9"], command: ["book", "lend"]))
    #expect(usageError("status", "") == .unexpectedArguments([""], command: ["status"]))
  }

  @Test("for what it lacks, all of it at once")
  func missing() {
    #expect(
      usageError("book", "add")
        == .missingRequired([T.title.declaration, T.year.declaration], command: ["book", "add"]))
    #expect(usageError("book", "add", "--title=x") == .missingRequired([T.year.declaration], command: ["book", "add"]))
    #expect(usageError("book", "lend") == .missingRequired([T.book.declaration], command: ["book", "lend"]))
  }

  @Test("for a value that is none, before what is missing, the first one given first")
  func malformed() {
    #expect(
      usageError("book", "add", "--shelf=c", "--year=x")
        == .malformedValue(
          argument: "--shelf", found: "c", expected: Localized("a, b eller lower-floor", "a, b or lower-floor"),
          command: ["book", "add"]))
    #expect(
      usageError("status", "--limit", "0")
        == .malformedValue(
          argument: "--limit", found: "0", expected: Localized("ett heltal, minst 1", "a whole number, at least 1"),
          command: ["status"]))
  }
}
