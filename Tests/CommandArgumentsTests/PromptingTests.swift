import CommandArguments
import Testing

@Suite("what a command line lacks can be asked for")
struct PromptingTests {
  @Test("with the placeholder and help of each, in the order of the help")
  func missing() throws {
    let missing = try T.tree.missing(in: ["book", "add", "--subject", "x"])
    #expect(missing.map(\.spelling) == ["--title TEXT", "--year YEAR"])
    #expect(missing.map { $0.help[.sv] } == ["Bokens titel", "Utgivningsår"])
    #expect(try T.tree.missing(in: ["book", "lend"]).map(\.placeholder) == ["BOOK"])
    #expect(try T.tree.missing(in: ["status"]) == [])
    #expect(try T.tree.missing(in: ["book", "add", "--help"]) == [])
  }

  @Test("unless something else is wrong")
  func otherwiseWrong() {
    #expect(throws: UsageError.self) { try T.tree.missing(in: ["book", "add", "--shelf=c"]) }
  }

  @Test("and an answer can be checked at once")
  func check() throws {
    let year = try #require(try T.tree.missing(in: ["book", "add", "--title=x"]).first)
    #expect(throws: Never.self) { try year.check("1879") }
    #expect(throws: ValueProblem.self) { try year.check("förra året") }
  }

  @Test("and the answers complete the command, also those that look like options")
  func answers() throws {
    let command = try T.command(
      "book", "add",
      answers: [Answer(T.title.declaration, "--help"), Answer(T.year.declaration, "-44")])
    #expect(try command[T.title] == "--help")
    #expect(try command[T.year] == -44)
    #expect(try T.command("book", "lend", answers: [Answer(T.book.declaration, "7")])[T.book] == "7")
  }

  @Test("and a wrong answer is refused as if it had been written")
  func wrongAnswer() {
    #expect(throws: UsageError.self) {
      try T.tree.parse(["book", "add", "--title=x"], answers: [Answer(T.year.declaration, "x")])
    }
  }
}
