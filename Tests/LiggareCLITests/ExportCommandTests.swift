import CommandArguments
import Foundation
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("journal export --format")
struct ExportCommandTests {
  @Test("each form is written, and the answer states where, on what basis", arguments: [Language.sv, .en])
  func forms(language: Language) throws {
    let program = try Road.walked(language).reader()
    let folder = try ScratchFolder()
    let count = program.lines.count
    for form in ["csv", "jsonl", "ocel", "xes", "sql"] {
      let path = folder(form)
      let answer = program(["journal", "export", path, "--format", form])
      #expect(answer.exit == 0, "\(answer.errors)")
      #expect(answer.text.hasPrefix(language == .sv ? "Exporten är skriven\n" : "The export is written\n"))
      #expect(answer.text.contains(String(count)))
      // What is there is not replaced unasked.
      let again = program(["journal", "export", path, "--format", form])
      #expect(again.exit == 2)
      #expect(
        again.errors
          == (language == .sv
            ? "liggare: \(path):\nDär finns redan något.\nVälj en annan plats, eller ersätt det med --force.\n"
            : "liggare: \(path):\nSomething is there already.\nChoose another place, or replace it with --force.\n"))
      let json = program(["journal", "export", path, "--format", form, "--force", "--json"])
      guard case .object(let object) = try JSONValue(parsing: json.bytes), case .object(let basis)? = object["basis"]
      else { return #expect(Bool(false)) }
      #expect(object["kind"] == "liggare.journal.export" && object["version"] == 1 && object["format"] == .string(form))
      #expect(basis["position"] == JSONValue(count))
      #expect((basis["asOf"] != nil) == (form == "csv" || form == "sql"))
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == ["csv", "jsonl", "jsonl.basis.json", "ocel", "sql", "xes"])
  }

  @Test("on standard output there is the export and nothing else", arguments: ["jsonl", "ocel", "xes", "sql"])
  func standardOutput(form: String) throws {
    let program = try Road.walked(.sv).reader()
    let folder = try ScratchFolder()
    #expect(program(["journal", "export", folder("x"), "--format", form]).exit == 0)
    let answer = program(["journal", "export", "-", "--format", form])
    #expect(answer.exit == 0 && answer.errors.isEmpty)
    #expect(answer.bytes == FileManager.default.contents(atPath: folder("x")).map(Array.init))
  }

  @Test(
    "what must wait for standard output does so in the folder of temporary files", arguments: ["ocel", "xes"])
  func temporaryFolder(form: String) throws {
    let program = try Program()
    let folder = try ScratchFolder()
    let command = ["journal", "export", "-", "--format", form, "--journal", ExampleLedger.folder]
    let sound = program(command, variables: ["TMPDIR": folder.path])
    #expect(sound.exit == 0 && sound.bytes == program(command).bytes)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    let nowhere = program(command, variables: ["TMPDIR": folder("nowhere")])
    #expect(nowhere.exit == 5)
    #expect(nowhere.errors.contains(folder("nowhere")))
  }

  @Test("what was known then, and the state of a day")
  func clocks() throws {
    let program = try Road.walked(.sv).reader()
    let known = program("journal export - --format jsonl --known-at 2024-01-22").text.split(separator: "\n").count
    #expect(known > 5 && known < program.lines.count)
    let early = program("journal export - --format sql --as-of 2024-02-01").text
    let late = program("journal export - --format sql --as-of 2025-12-01").text
    #expect(early.contains("('asOf', '2024-02-01')"))
    #expect(!early.contains("'implemented'") && late.contains("'implemented'"))
  }

  @Test("a trace for each subject of the kinds asked for")
  func traces() throws {
    let program = try Road.walked(.sv).reader()
    func kinds(_ options: String) -> Set<Substring> {
      Set(
        program("journal export - --format xes\(options)").text.matches(of: /liggare:kind" value="([a-z-]+)"/).map(\.1))
    }
    #expect(kinds("") == ["case", "measure"])
    #expect(kinds(" --traces case") == ["case"])
    #expect(kinds(" --traces meeting --traces decision") == ["meeting", "decision"])
  }

  @Test("private values and salts are in no export")
  func masked() throws {
    let program = try Road.walked(.sv).reader()
    let sealed = program.files.filter { $0.key.hasPrefix("sealed/") }
    #expect(!sealed.isEmpty)
    for form in ["jsonl", "ocel", "xes", "sql"] {
      let text = program("journal export - --format \(form)").text
      #expect(text.contains("***"))
      for secret in ["Bo Ask", "bo@example.org", "Grinden var trasig", "\"sealed\""] { #expect(!text.contains(secret)) }
    }
    let folder = try ScratchFolder()
    #expect(program(["journal", "export", folder("csv"), "--format", "csv"]).exit == 0)
    let all = try FileManager.default.contentsOfDirectory(atPath: folder("csv")).map {
      String(decoding: FileManager.default.contents(atPath: folder("csv/\($0)")) ?? Data(), as: UTF8.self)
    }.joined()
    #expect(all.contains("***") && !all.contains("Bo Ask"))
  }

  @Test(
    "options that do not go together are refused",
    arguments: [
      "@/x --format xes --as-of 2024-02-01", "@/x --format jsonl --as-of 2024-02-01", "- --format csv",
      "- --format tlog --force",
      "@/x --traces case", "@/x --format ocel --traces case", "@/x --force", "@/x --known-at 2024-02-01",
      "@/x --format xes --traces hus", "@/x --format pdf",
    ])
  func usage(options: String) throws {
    let program = try Program.withLedger()
    let answer = program("journal export \(options)")
    #expect(answer.exit == 2)
    #expect(answer.text.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: program.scratch("x")))
  }

  @Test("a folder that is not there cannot be written in; a ledger that is not there cannot be read")
  func files() throws {
    let program = try Program.withLedger()
    #expect(program("journal export @/a/b --format jsonl").exit == 5)
    #expect(program("journal export @/a/b --format ocel").exit == 5)
    #expect(program("journal export @/x --format sql --journal @/saknas").exit == 2)
  }

  @Test("a ledger that was changed is not exported")
  func damaged() throws {
    let program = try Program.withLedger()
    let text = program.lines.joined(separator: "\n").replacing("Kommunstyrelsen", with: "Kommunstyrelsan") + "\n"
    try program.write(text, to: "ledger/events/000000000001.jsonl")
    for form in ["csv", "jsonl", "ocel", "xes", "sql"] {
      #expect(program("journal export @/\(form) --format \(form)").exit == 3)
    }
    #expect(program("journal export @/new/folder --format csv").exit == 3)
    #expect(try FileManager.default.contentsOfDirectory(atPath: program.scratch.path) == ["ledger"])
  }
}

@Suite("The way of a real municipality's log")
struct ReceiptRoundTripTests {
  @Test(
    "imported and exported as XES, pm4py reads the cases, activities, times and resources that it reads from the CSV",
    .enabled(if: SharedData.exists("eventlogs/receipt.csv") && Outside.pm4py != nil))
  func roundTrip() throws {
    let program = try Program()
    program("journal init @/ledger --title Kvitton --owner Kommunen --from 2010-01-01 --through 2012-12-31 --yes")
    let path = SharedData.folder.appending(path: "eventlogs/receipt.csv").path
    try program.write(program(["journal", "import", path, "--suggest-mapping"]).text, to: "m.json")
    #expect(program(["journal", "import", path, "--mapping", program.scratch("m.json"), "--yes"]).exit == 0)
    #expect(program("journal export @/receipt.xes --format xes").exit == 0)
    let answer = try Outside.run(
      try #require(Outside.pm4py), [Outside.script("pm4py_counts.py"), "same", path, program.scratch("receipt.xes")])
    #expect(answer.output == "events 8577 8577 cases 1434 same True\n")
  }
}
