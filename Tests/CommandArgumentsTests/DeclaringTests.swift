import CommandArguments
import Testing

/// Mistakes of the program, not of its user: they end the process.
@Suite("a declaration in error ends the process")
struct DeclaringTests {
  @Test("when a command reads what it does not declare")
  func undeclared() async {
    await #expect(processExitsWith: .failure) {
      guard let command = try? T.command("status") else { return }
      _ = command[optional: T.borrower]
    }
  }

  @Test("when a command and the tool declare the same option")
  func twice() async {
    await #expect(processExitsWith: .failure) {
      let command = CommandSpec(["go"], Localized("", ""), options: [T.quiet])
      _ = CommandTree("t", Localized("", ""), nouns: [.init(command)], globals: [T.quiet])
    }
  }

  @Test("when a default is not a value, or a required option has one")
  func defaults() async {
    await #expect(processExitsWith: .failure) {
      _ = Option("n", "N", Localized("", ""), default: "x", parse: wholeNumber(0...9))
    }
    await #expect(processExitsWith: .failure) {
      _ = Option("n", "N", Localized("", ""), .required, default: "1", parse: wholeNumber(0...9))
    }
  }

  @Test("when a positional follows one that takes the rest")
  func rest() async {
    await #expect(processExitsWith: .failure) {
      _ = CommandSpec(["go"], Localized("", ""), positionals: [T.more, T.book])
    }
  }
}
