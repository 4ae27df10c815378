import Testing

@testable import CommandArguments

@Suite("several verbs about one thing")
struct GroupTests {
  private static let name = Positional("NAME", Localized("Namnet", "The name"))
  private static let tree = CommandTree(
    "library", Localized("Biblioteket", "The library"),
    nouns: [
      CommandTree.Noun(
        "room", Localized("Rum", "Rooms"),
        [
          CommandSpec(["room", "close"], Localized("Stäng", "Close")),
          CommandSpec(["room", "key", "make"], Localized("Gör", "Make"), positionals: [name]),
          CommandSpec(["room", "key", "lend"], Localized("Låna ut", "Lend")),
        ])
    ])

  private func error(_ words: String...) -> UsageError? {
    do throws(UsageError) {
      _ = try Self.tree.parse(words)
      return nil
    } catch { return error }
  }

  @Test("a verb of a group is found by both words, and what follows is its own")
  func found() throws {
    guard case .command(let command) = try Self.tree.parse(["room", "key", "make", "key"]) else {
      Issue.record("no command")
      return
    }
    #expect(command.path == ["room", "key", "make"] && command.values(Self.name) == ["key"])
    #expect(error("room", "close") == nil)
  }

  @Test("a group alone needs a verb, and an unknown one is told with the group")
  func missing() {
    #expect(error("room", "key") == .missingVerb(noun: "room key", verbs: ["make", "lend"]))
    guard case .unknownVerb("room", "key mkae", let suggestion) = error("room", "key", "mkae") else {
      Issue.record("another error")
      return
    }
    #expect(suggestion == "key make")
    #expect(error("room", "make") != nil)
  }

  @Test("help on a group is the noun's, help on its verb is the verb's")
  func help() throws {
    for words in [["help", "room", "key"], ["room", "key", "--help"]] {
      guard case .help(["room"]) = try Self.tree.parse(words) else {
        Issue.record("\(words)")
        continue
      }
    }
    guard case .help(let path) = try Self.tree.parse(["room", "key", "lend", "--help"]) else {
      Issue.record("no help")
      return
    }
    #expect(path == ["room", "key", "lend"])
    let text = HelpText(Self.tree, language: .en).text(for: ["room"])
    #expect(text.contains("  key make  Make") && text.contains("  close"))
  }
}
