import CommandArguments
import Foundation
import TestSupport
import Testing

@testable import LiggareCLI

@Suite("Completion in the shell")
struct CompletionTests {
  private static func words(_ line: String, _ program: Program) -> [String] {
    let answer = program(
      ["completions", "words", "--"] + line.split(separator: " ", omittingEmptySubsequences: false).map(String.init))
    #expect(answer.exit == 0 && answer.errors.isEmpty, "\(line)")
    return answer.text.split(separator: "\n").map { String($0.split(separator: "\t")[0]) }
  }

  @Test("nouns, verbs, options and values of the program's own table")
  func table() throws {
    let program = try Program()
    #expect(Self.words("me", program) == ["measure", "meeting", "merkle"])
    #expect(Self.words("measure re", program) == ["refer-back", "reject", "report", "resume", "reassign"])
    #expect(Self.words("meeting schedule --d", program) == ["--day", "--dry-run"])
    #expect(Self.words("measure approve M-0001 --authority de", program) == ["delegated"])
    #expect(Self.words("status --lang=", program) == ["--lang=sv", "--lang=en"])
    #expect(Self.words("journal key ", program) == ["create", "register", "retire", "list"])
    #expect(Self.words("calendar --ics ", program) == [":files"])
    #expect(Self.words("status --journal ", program) == [":folders"])
    #expect(Self.words("nonsens ", program) == [])
  }

  @Test("numbers come from the ledger with their titles; without a ledger there are none, and nobody complains")
  func subjects() throws {
    let program = try Program.withMeasure()
    let answer = program(["completions", "words", "--", "measure", "start", "M-"])
    #expect(answer.text == "M-0001\tVandringar\n")
    #expect(Self.words("audit trace ", program).contains("B-0001"))
    #expect(Self.words("decision notify D-0001 --to B", program) == ["B-0001"])
    #expect(Self.words("meeting schedule --body=", program) == ["--body=B-0001"])
    let named = ["completions", "words", "--", "measure", "show", "--journal", ExampleLedger.folder, "M-0007"]
    #expect(program(named).text == "M-0007\tNy belysning längs gångstråket Ekliden–stationen\n")
    #expect(Self.words("measure start M-", try Program()) == [])
  }

  @Test("every script is written as it is on file", arguments: CompletionScript.allCases)
  func script(_ script: CompletionScript) throws {
    #expect(try Program()("completions \(script.rawValue)").text == script.text)
  }

  /// The lines that a shell offers for a command line, in a folder with a file and a folder, with a ledger at hand.
  private static func offered(_ shell: String, _ code: (_ script: String) -> String) throws -> [String] {
    let program = try Program.withMeasure()
    let tool = try #require(ToolPath.path)
    let name = shell == "bash" ? "bash" : shell
    let script = try program.write(try #require(CompletionScript(rawValue: name)).text, to: "script")
    try program.write("", to: "kalender.ics")
    try FileManager.default.createDirectory(atPath: program.scratch("mapp"), withIntermediateDirectories: false)
    let lines =
      "cd \"\(program.scratch.path)\"\nexport LIGGARE_JOURNAL=\"\(program.ledger)\"\n"
      + "export PATH=\"\(URL(filePath: tool).deletingLastPathComponent().path):$PATH\"\n" + code(script)
    let file = try program.write(lines, to: "run")
    let answer = try Outside.run(
      try #require(Outside.path(shell)),
      (shell == "bash" ? ["--norc"] : shell == "zsh" ? ["-f"] : ["--no-config"]) + [file])
    #expect(answer.errors.isEmpty, "\(answer.errors)")
    return answer.output.split(separator: "\n").map(String.init)
  }

  private static let cases: [(line: String, expected: [String])] = [
    ("liggare me", ["measure", "meeting", "merkle"]), ("liggare measure pro", ["propose"]),
    ("liggare measure start M-", ["M-0001"]), ("liggare measure approve --authority de", ["delegated"]),
    ("liggare calendar --ics kal", ["kalender.ics"]), ("liggare status --journal ma", ["mapp"]),
  ]

  @Test("bash offers them", .enabled(if: Outside.path("bash") != nil && ToolPath.path != nil, "bash is absent"))
  func bash() throws {
    let more = [("liggare status --lang = s", ["sv"]), ("liggare status --lang =", ["sv", "en"])]
    for (line, expected) in Self.cases + more {
      let offered = try Self.offered("bash") { script in
        """
        source "\(script)"
        COMP_WORDS=(\(line)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _liggare liggare
        printf '%s\\n' "${COMPREPLY[@]}"
        """
      }
      #expect(offered == expected, "\(line)")
    }
  }

  @Test("zsh offers them", .enabled(if: Outside.path("zsh") != nil && ToolPath.path != nil, "zsh is absent"))
  func zsh() throws {
    for (line, expected) in Self.cases {
      let offered = try Self.offered("zsh") { script in
        """
        compdef() { : }
        _files() { if [[ $1 == -/ ]]; then print -l -- ma*(/); else print -l -- kal*(.); fi }
        _describe() { local each; for each in ${(P)2}; do print -r -- "${each%%:*}"; done }
        source "\(script)"
        words=(\(line)); CURRENT=$#words
        _liggare
        """
      }
      #expect(offered == expected, "\(line)")
    }
  }

  @Test(
    "fish offers them, with what they mean",
    .enabled(if: Outside.path("fish") != nil && ToolPath.path != nil, "fish is absent"))
  func fish() throws {
    for (line, expected) in Self.cases {
      let offered = try Self.offered("fish") { "source \"\($0)\"\ncomplete -C '\(line)'\n" }
      let names = offered.map { String($0.split(separator: "\t")[0]) }
      #expect(names.sorted() == expected.sorted() || names == expected.map { $0 + "/" }, "\(line): \(offered)")
      if line.hasSuffix("M-") { #expect(offered == ["M-0001\tVandringar"]) }
    }
  }
}
