import Testing

@testable import CommandArguments

@Suite("Completion")
struct CompletionTests {
  private static func words(_ words: String...) -> [String] {
    guard case .words(let found) = SampleTool.tree.completion(of: words) else { return ["not words"] }
    return found.map(\.text)
  }

  @Test("the first word is a noun, or help")
  func nouns() {
    #expect(Self.words("") == ["status", "book", "room", "help"])
    #expect(Self.words("b") == ["book"])
    #expect(Self.words("x") == [])
    #expect(SampleTool.tree.completion(of: []) == .words([]))
  }

  @Test("the second a verb, of a noun that has verbs")
  func verbs() {
    #expect(Self.words("book", "") == ["add", "lend"])
    #expect(Self.words("book", "l") == ["lend"])
    #expect(Self.words("help", "") == ["status", "book", "room"])
    #expect(Self.words("help", "book", "") == ["add", "lend"])
    #expect(Self.words("help", "book", "add", "") == [])
  }

  @Test("then options, those that must be given first, and none twice that may stand once")
  func options() {
    #expect(
      Self.words("book", "add", "-") == [
        "--title", "--year", "--subject", "--shelf", "--oversize", "--lang", "--quiet", "--help",
      ])
    #expect(
      Self.words("book", "add", "--title", "x", "--subject=y", "--quiet", "--")
        == ["--year", "--subject", "--shelf", "--oversize", "--lang", "--help"])
    #expect(Self.words("-") == ["--lang", "--quiet", "--help", "--version"])
    #expect(Self.words("status", "") == ["--limit", "--lang", "--quiet", "--help"])
    #expect(Self.words("book", "add", "--", "--t") == ["not words"])
  }

  @Test("a value of a closed list, after a space or an equals sign; any other is for the program to know")
  func values() {
    #expect(Self.words("book", "add", "--shelf", "") == ["a", "b", "lower-floor"])
    #expect(Self.words("book", "add", "--shelf", "l") == ["lower-floor"])
    #expect(Self.words("book", "add", "--shelf=l") == ["--shelf=lower-floor"])
    #expect(Self.words("--lang", "s") == ["sv"])
    #expect(Self.words("book", "add", "--title", "") == ["not words"])
    #expect(Self.words("book", "add", "--quiet=x") == [])
  }

  @Test("a word that leads nowhere ends it")
  func nowhere() {
    #expect(Self.words("film", "") == [])
    #expect(Self.words("book", "burn", "") == [])
    #expect(Self.words("book", "add", "--colour", "") == [])
  }

  @Test("files and folders go by their placeholders; of any other argument the program is told, and what stands there")
  func placeholders() {
    let options = [
      Option("in", "FILE", Localized("", "")), Option("to", "DIR", Localized("", "")),
      Option("key", "KEY.pem", Localized("", "")), Option("out", "DIR|FILE.zip", Localized("", "")),
      Option("of", "M-ID", Localized("", "")), Option("ref", "ID", Localized("", "")),
    ]
    let tree = CommandTree(
      "t", Localized("", ""), nouns: [.init(CommandSpec(["x"], Localized("", ""), options: options))])
    #expect(tree.completion(of: ["x", "--in", ""]) == .files)
    #expect(tree.completion(of: ["x", "--to", "a"]) == .folders)
    #expect(tree.completion(of: ["x", "--key", "a"]) == .files)
    #expect(tree.completion(of: ["x", "--out", ""]) == .files)
    let (of, ref) = (options[4].declaration, options[5].declaration)
    #expect(tree.completion(of: ["x", "--of", "M"]) == .value(of: of, beginning: "M", lead: ""))
    #expect(tree.completion(of: ["x", "--ref=C-0"]) == .value(of: ref, beginning: "C-0", lead: "--ref="))
  }

  @Test("each word of a list with what it says, else with what the argument is")
  func notes() {
    let said = [Localized("kort", "short"), Localized("lång", "long")]
    let help = Localized("hur", "how")
    let options = [
      Option("worded", "WORD", help, choices: ["a", "b"], choiceWords: said, parse: anyText),
      Option("plain", "WORD", help, choices: ["c"], parse: anyText),
    ]
    let tree = CommandTree(
      "t", Localized("", ""), nouns: [.init(CommandSpec(["x"], Localized("", ""), options: options))])
    #expect(tree.completion(of: ["x", "--worded", ""]) == .words([.init("a", said[0]), .init("b", said[1])]))
    #expect(tree.completion(of: ["x", "--plain="]) == .words([.init("--plain=c", help)]))
  }
}
