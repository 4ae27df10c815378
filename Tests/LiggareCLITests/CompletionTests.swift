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

  @Test("what else the ledger knows: periods, districts, focus areas, parties, sites, documents; each with its name")
  func known() throws {
    let program = try Program.withMeasure()
    let answer = program(["completions", "words", "--", "measure", "list", "--area", "n"])
    #expect(answer.text == "norr\tNorr\n")
    #expect(Self.words("measure list --area ", program) == ["norr", "centrum"])
    #expect(Self.words("measure propose --focus=", program) == ["--focus=vald"])
    #expect(Self.words("promise sign P-0001 --party p", program) == ["polis"])
    #expect(Self.words("site build DIR --for ", program) == ["kommun", "polis"])
    #expect(Self.words("follow-up prepare 2025-", program) == ["2025-T1", "2025-T2", "2025-T3"])
    #expect(Self.words("measure report M-0001 --period 2024-T1", program) == ["2024-T1"])
    let period = program(["completions", "words", "--", "follow-up", "collect", "2024-T1"])
    #expect(period.text == "2024-T1\t2024-T1 (2024-01-01 till och med 2024-04-30)\n")
    #expect(Self.words("follow-up publish F-0001 --site ", program) == [])
    let digest = String(repeating: "ab", count: 32)
    #expect(program("document attach M-0001 --sha256 \(digest) --name Protokoll --yes").exit == 0)
    #expect(program(["completions", "words", "--", "document", "show", "ab"]).text == "\(digest)\tProtokoll\n")
    // The names of new districts are for people to find.
    #expect(Self.words("promise amend P-0001 --area ", program) == [])
  }

  @Test("coded values with what they say, in the language asked for; the rules by the rule book, without a ledger")
  func coded() throws {
    let program = try Program()
    let kinds = program(["completions", "words", "--", "body", "register", "--kind", "c"])
    #expect(kinds.text == "council\tkommunfullmäktige\ncommittee\tnämnd\n")
    let english = program(["completions", "words", "--lang", "en", "--", "body", "register", "--kind", "c"])
    #expect(english.text == "council\tmunicipal council\ncommittee\tcommittee\n")
    #expect(Self.words("measure list --status in", program) == ["in-progress"])
    #expect(Self.words("audit findings --rule AU-0", program).first == "AU-01")
  }

  @Test("every value of a closed list that an error names is offered, and every code of the promise has its list")
  func complete() throws {
    let program = try Program()
    for command in Liggare.tree.commands {
      for option in command.options where option.form == .option {
        if !option.choices.isEmpty {
          #expect(
            Self.words((command.path + [option.reference, ""]).joined(separator: " "), program) == option.choices)
        }
        if ["CODE", "PARTY", "PERIOD", "LABEL"].contains(option.placeholder) {
          #expect(KnownValues(option) != nil, "\(command.path) \(option.reference)")
        }
      }
    }
  }

  @Test("nothing sealed is offered: a private person is a number")
  func sealed() throws {
    let program = try Program.withMeasure()
    #expect(program(#"person register --name "Påhittad Person" --contact "070-174 06 05" --yes"#).exit == 0)
    #expect(
      program(#"measure propose --title Belysning --area norr --proposed-by-citizen E-0001 --note "Hemligt" --yes"#)
        .exit == 0)
    for line in [["person", "show", ""], ["audit", "trace", ""], ["case", "open", "--proposed-by-citizen", ""]] {
      let answer = program(["completions", "words", "--"] + line)
      #expect(answer.text.contains("E-0001\n"), "\(line)")
      #expect(!answer.text.contains("Påhittad") && !answer.text.contains("070") && !answer.text.contains("Hemligt"))
    }
  }

  @Test("of a ledger that is missing, damaged or unreadable nothing is offered, nobody complains, and it ends with 0")
  func broken() throws {
    let program = try Program.withMeasure()
    let lines = ["measure start M-", "measure list --area ", "follow-up prepare ", "audit trace ", "document show "]
    let file = "\(program.ledger)/events/000000000001.jsonl"
    for damage in ["", "{", String(repeating: "x", count: 500), "\u{0}\n\u{0}\n"] {
      try Data(damage.utf8).write(to: URL(filePath: file))
      for line in lines { #expect(Self.words(line, program) == [], "\(line) after \(damage)") }
    }
    try FileManager.default.removeItem(atPath: file)
    for line in lines { #expect(Self.words(line, program) == [], "\(line) without a file") }
    try FileManager.default.removeItem(atPath: program.ledger)
    for line in lines { #expect(Self.words(line, program) == [], "\(line) without a folder") }
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
    ("liggare measure start M-", ["M-0001"]), ("liggare measure list --area ce", ["centrum"]),
    ("liggare follow-up prepare 2025-", ["2025-T1", "2025-T2", "2025-T3"]),
    ("liggare body register --kind ad", ["advisory"]), ("liggare measure approve --authority de", ["delegated"]),
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
    "zsh completes them at the tab key of a terminal",
    .enabled(if: Outside.path("zsh") != nil && ToolPath.path != nil, "zsh is absent"))
  func zshAtTheTerminal() throws {
    for (line, expected) in Self.cases where expected.count == 1 && !line.contains("--journal") {
      let offered = try Self.offered("zsh") { script in
        """
        cat > rc <<'RC'
        PS1= PS2= TERM=dumb
        autoload -Uz compinit && compinit -u -D
        source "\(script)"
        complete-it() { BUFFER='\(line)' CURSOR=${#BUFFER}; zle complete-word; print -r -- "$BUFFER" > answer; zle accept-line }
        zle -N complete-it
        bindkey '^X' complete-it
        precmd() { print -r -- ready > ready }
        RC
        zmodload zsh/zpty zsh/zselect
        zpty shell zsh -f -i
        zpty -w shell 'source ./rc'
        for try in {1..600}; do [[ -s ready ]] && break; zselect -t 5; done
        zpty -n -w shell $'\\C-x'
        for try in {1..600}; do [[ -s answer ]] && break; zselect -t 5; done
        zpty -d shell
        cat answer
        """
      }
      #expect(offered.map { $0.trimmingCharacters(in: .whitespaces) } == [Self.completed(line, expected[0])], "\(line)")
    }
  }

  /// A line whose last word became another.
  private static func completed(_ line: String, _ word: String) -> String {
    line.split(separator: " ").dropLast().map(String.init).joined(separator: " ") + " " + word
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
