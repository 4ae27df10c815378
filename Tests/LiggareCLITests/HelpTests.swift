import CommandArguments
import TestSupport
import Testing

@testable import LiggareCLI

@Suite("Help")
struct HelpTests {
  private static let commands = Liggare.tree.commands.map { $0.path.joined(separator: " ") }
  private static let nouns = Liggare.tree.nouns.map(\.name)

  @Test(
    "every example of every command is read by the parser as that command", arguments: Liggare.tree.commands.map(\.path)
  )
  func examples(_ path: [String]) throws {
    let spec = try #require(Liggare.tree.commands.first { $0.path == path })
    #expect(!spec.examples.isEmpty)
    for example in spec.examples {
      let words = shellWords(example.line)
      #expect(words.first == "liggare")
      do {
        guard case .command(let command) = try Liggare.tree.parse(Array(words.dropFirst())) else {
          Issue.record("not a command: \(example.line)")
          continue
        }
        #expect(command.path == path, "\(example.line)")
      } catch {
        Issue.record("\(example.line): \(error)")
      }
    }
  }

  @Test("the examples of the tool are read by the parser")
  func toolExamples() throws {
    for example in Liggare.tree.examples {
      _ = try Liggare.tree.parse(Array(shellWords(example.line).dropFirst()))
    }
  }

  @Test(
    "help at every level fits the terminal, in both languages", arguments: [""] + nouns + commands,
    [Language.sv, .en])
  func width(_ path: String, _ language: Language) throws {
    let program = try Program()
    for width in [80, 100, 200] {
      let answer = program("\(path) --help --lang \(language.rawValue)", width: width)
      #expect(answer.exit == 0)
      let tooLong = answer.text.split(separator: "\n").filter { $0.count > min(width, 100) && !isExample($0) }
      #expect(tooLong.isEmpty, "\(tooLong)")
    }
  }

  @Test("help on a command has an example, in both languages", arguments: commands, [Language.sv, .en])
  func hasExample(_ path: String, _ language: Language) throws {
    let text = try Program()("\(path) --help --lang \(language.rawValue)").text
    #expect(text.contains("liggare \(path)"))
    #expect(text.contains(language == .sv ? "\nExempel\n" : "\nExamples\n"))
  }

  @Test("help on a noun with verbs names them all", arguments: nouns)
  func namesVerbs(_ noun: String) throws {
    let text = try Program()("\(noun) --help").text
    for command in Liggare.tree.commands where command.path.count == 2 && command.path[0] == noun {
      #expect(text.contains("  \(command.path[1]) "))
    }
  }

  @Test("the help of the tool reads as on file", arguments: [Language.sv, .en])
  func tool(_ language: Language) throws {
    let program = try Program()
    let lines = ["--help", "measure --help", "measure propose --help", "follow-up prepare --help"]
    let text = lines.map { "$ liggare \($0)\n" + program("\($0) --lang \(language.rawValue)", width: 100).text + "\n" }
    Golden.expect(text.joined(), is: "cli/help.\(language.rawValue).txt")
  }

  @Test("help and version answer on standard output, with nothing complained of")
  func streams() throws {
    let program = try Program()
    for line in ["--help", "help", "help measure propose", "--version"] {
      let answer = program(line)
      #expect(answer.exit == 0 && answer.errors.isEmpty && !answer.text.isEmpty, "\(line)")
    }
  }

  @Test("no arguments are help in a pipe, and the board on a terminal with a ledger at hand")
  func alone() throws {
    let program = try Program.withLedger()
    #expect(program([]).text.contains("liggare KOMMANDO"))
    #expect(program([], answers: []).text.hasPrefix("Bevakning"))
    let other = try Program()
    #expect(other([], answers: []).text.contains("liggare KOMMANDO"))
  }

  /// An example is one line to copy, however long.
  private func isExample(_ line: Substring) -> Bool { line.contains("liggare ") }
}
