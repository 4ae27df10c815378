import CommandArguments
import Foundation
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@testable import LiggareCLI

@Suite("journal import")
struct ImportCommandTests {
  private static let log = """
    id,gjort,tid,vem
    a,Inkom,2024-01-02 08:00:00+01:00,registrator
    a,Besök,2024-01-03,handläggare
    b,Inkom,2024-01-04,registrator

    """
  private static let mapping = """
    {"version":1,"log":"prov","case":"id","title":"Ärende {id}","activity":"{gjort}","time":"tid","by":{"office":"{vem}"}}
    """

  private func program(_ language: Language = .sv) throws -> Program {
    let program = try Program()
    program(
      "journal init @/ledger --title Liggaren --owner Kommunen --from 2024-01-01 --through 2025-12-31 --yes --lang \(language.rawValue)"
    )
    try program.write(Self.log, to: "logg.csv")
    try program.write(Self.mapping, to: "m.json")
    return program
  }

  @Test(
    "a log becomes cases of a ledger that has no promise, and once more it adds nothing", arguments: [Language.sv, .en])
  func imported(language: Language) throws {
    let program = try program(language)
    let answer = program("journal import @/logg.csv --mapping @/m.json --yes")
    #expect(answer.exit == 0, "\(answer.errors)")
    #expect(answer.text.hasPrefix(language == .sv ? "Importerat\n" : "Imported\n"))
    #expect(program.lines.count == 7)
    #expect(program.lines[1].contains(#""type":"liggare.entry.document-attached""#))
    #expect(program.lines[1].contains(#""role":"import""#))
    #expect(program.lines[1].contains(#""batch":"1/6""#))
    #expect(program.lines[2...].allSatisfy { $0.contains(#""place":"\#(language == .sv ? "rad" : "line") "#) })
    #expect(program("journal verify").exit == 0)
    let again = program("journal import @/logg.csv --mapping @/m.json --yes")
    #expect(again.exit == 0)
    #expect(again.text.hasPrefix(language == .sv ? "Inget nytt i loggen\n" : "Nothing new in the log\n"))
    #expect(program.lines.count == 7)
    #expect(program("case show C-0001").text.contains("Besök"))
    #expect(program("audit trace C-0001").text.contains(language == .sv ? "rad 2" : "line 2"))
  }

  @Test("a dry run shows what would be recorded, and writes nothing; as JSON with kind, version and outcome")
  func dryRun() throws {
    let program = try program()
    let before = program.files
    let answer = program("journal import @/logg.csv --mapping @/m.json --dry-run")
    #expect(answer.exit == 0)
    #expect(answer.text.hasPrefix("Skulle importeras (inget är skrivet)\n"))
    #expect(answer.text.contains("Nya poster         5"), "\(answer.text)")
    guard
      case .object(let json) = try JSONValue(
        parsing: program("journal import @/logg.csv --mapping @/m.json --dry-run --json").bytes),
      case .object(let summary)? = json["summary"]
    else { return #expect(Bool(false)) }
    #expect(json["kind"] == "liggare.journal.import" && json["version"] == 1 && json["outcome"] == "dry-run")
    #expect(summary["cases"] == 2 && summary["addedEvents"] == 5)
    #expect(json["refused"] == .array([]))
    #expect(program.files == before)
  }

  @Test("on a terminal it shows and asks; no is no, and without anybody to ask nothing is recorded")
  func asking() throws {
    let program = try program()
    let before = program.files
    let declined = program("journal import @/logg.csv --mapping @/m.json", answers: ["n"])
    #expect(declined.exit == 1 && declined.errors.contains("Att importera"))
    #expect(program("journal import @/logg.csv --mapping @/m.json").exit == 2)
    #expect(program.files == before)
    #expect(program("journal import @/logg.csv --mapping @/m.json", answers: ["j"]).exit == 0)
    #expect(program.lines.count == 7)
  }

  @Test("a row that cannot be recorded stops everything, and a dry run tells of all such rows")
  func refusedRows() throws {
    let program = try program()
    try program.write(Self.log + "c,,2024-01-05,x\nd,Inkom,i går,x\ne,Inkom\n", to: "logg.csv")
    let before = program.files
    let answer = program("journal import @/logg.csv --mapping @/m.json --yes")
    #expect(answer.exit == 1)
    #expect(answer.text.isEmpty)
    #expect(
      answer.errors.hasSuffix(
        "logg.csv, rad 5:\nInget anges för ”activity” (gjort).\nDet finns 2 fel till; --dry-run visar dem. Inget är skrivet.\n"
      ), "\(answer.errors)")
    let dry = program("journal import @/logg.csv --mapping @/m.json --dry-run")
    #expect(dry.exit == 1)
    #expect(dry.text.contains("3 rader går inte att registrera:"))
    #expect(dry.text.contains("Rad 7: Raden har 2 fält, väntade 4: ”e,Inkom”."))
    #expect(program.files == before)
  }

  @Test("a longer log adds what is new; one that says something else is told of and changes nothing")
  func longer() throws {
    let program = try program()
    #expect(program("journal import @/logg.csv --mapping @/m.json --yes").exit == 0)
    try program.write(
      Self.log.replacing("a,Inkom,2024-01-02 08", with: "a,Inkom,2024-01-01 08") + "c,Inkom,2024-02-01,x\n",
      to: "logg.csv")
    let answer = program("journal import @/logg.csv --mapping @/m.json --yes")
    #expect(answer.exit == 0)
    // The opening is that of the first activity, which is another now: told, not changed; the activity itself is a new one.
    #expect(answer.text.contains("1 uppgifter säger loggen nu på ett annat sätt"))
    #expect(answer.text.contains("• C-0001, rad 2: öppnat"))
    #expect(program.lines.count == 7 + 4)
  }

  @Test("a mapping is drafted from the header, and what is missing in it is said")
  func suggested() throws {
    let program = try program()
    try program.write("id;vad;tid\n1;Inkom;2024-01-02\n", to: "x.csv")
    let answer = program("journal import @/x.csv --suggest-mapping")
    #expect(answer.exit == 0)
    #expect(answer.text.hasPrefix("{\n  \"version\": 1,\n  \"log\": \"x\",\n  \"case\": \"id\","))
    #expect(answer.errors == "Ingen kolumn känns igen för ”activity”: ersätt frågetecknet.\n")
    try program.write(answer.text.replacing("{?}", with: "{vad}"), to: "x.json")
    #expect(program("journal import @/x.csv --mapping @/x.json --yes").exit == 0)
  }

  @Test(
    "encodings and separators are stated in the mapping or on the line; what does not fit is refused with its place")
  func encodings() throws {
    let program = try program()
    let bytes = Array("id;gjort;tid;vem\n1;Bes".utf8) + [0xF6] + Array("k;2024-01-02;x\n".utf8)
    try Data(bytes).write(to: URL(filePath: program.scratch("w.csv")))
    let refused = program("journal import @/w.csv --mapping @/m.json --yes")
    #expect(refused.exit == 2)
    #expect(
      refused.errors.contains("w.csv, rad 2, byte 22 i filen:\n0xF6 är inget tecken i utf-8."), "\(refused.errors)")
    #expect(program("journal import @/w.csv --mapping @/m.json --encoding windows-1252 --yes").exit == 0)
    #expect(program("case show C-0001").text.contains("Besök"))
    try program.write(
      Self.mapping.replacing("\"case\"", with: "\"encoding\":\"windows-1252\",\"separator\":\";\",\"case\""),
      to: "w.json")
    #expect(program("journal import @/w.csv --mapping @/w.json --yes").text.hasPrefix("Inget nytt"))
    #expect(program("journal import @/w.csv --mapping @/m.json --encoding latin9 --yes").exit == 2)
    let other = program("journal import @/w.csv --mapping @/m.json --encoding windows-1252 --separator , --yes")
    #expect(other.exit == 2 && other.errors.contains("Loggen har ingen kolumn ”id”."))
    #expect(
      program("journal import @/w.csv --mapping @/m.json --separator x --yes").errors.contains("»,«, »;« eller »tab«"))
  }

  @Test("a log in XES is known by its name or told of, and what it holds that has no place is counted")
  func xes() throws {
    let program = try program()
    let log = """
      <log><trace><string key='concept:name' value='a'/><colour/><event><string key='concept:name' value='Inkom'/>
      <date key='time:timestamp' value='2024-01-02T08:00:00.000+01:00'/></event></trace></log>
      """
    try program.write(log, to: "logg.xes")
    try program.write(program("journal import @/logg.xes --suggest-mapping").text, to: "x.json")
    let answer = program("journal import @/logg.xes --mapping @/x.json --yes")
    #expect(answer.exit == 0)
    #expect(answer.text.contains("okända element <colour> 1"))
    #expect(program("case show C-0001").text.contains("Inkom"))
    #expect(program("journal import @/logg.csv --format xes --mapping @/x.json --yes").exit == 2)
    try program.write("<!DOCTYPE log><log/>", to: "typ.xes")
    let refused = program("journal import @/typ.xes --mapping @/x.json --yes")
    #expect(
      refused.exit == 2 && refused.errors.contains("typ.xes, rad 1, tecken 1:\nEn dokumenttyp (DOCTYPE) läses inte"))
  }

  @Test("files that are not there, mappings that are none, options that do not go together")
  func usage() throws {
    let program = try program()
    let before = program.files
    #expect(program("journal import @/saknas.csv --mapping @/m.json --yes").exit == 5)
    #expect(program("journal import @/logg.csv --mapping @/saknas.json --yes").exit == 5)
    #expect(
      program("journal import @/logg.csv --yes").errors.contains("En av --mapping och --suggest-mapping ska anges."))
    #expect(program("journal import @/logg.csv --mapping @/m.json --suggest-mapping").exit == 2)
    #expect(program("journal import @/logg.csv --mapping @/m.json --as-of 2024-01-01 --yes").exit == 2)
    try program.write("{\"version\":1,", to: "fel.json")
    let json = program("journal import @/logg.csv --mapping @/fel.json --yes")
    #expect(json.exit == 2 && json.errors.contains("fel.json, rad 1, kolumn 14:"))
    try program.write(Self.mapping.replacing("gjort", with: "gort"), to: "fel.json")
    let column = program("journal import @/logg.csv --mapping @/fel.json --yes")
    #expect(column.exit == 2 && column.errors.contains("Menade du ”gjort”?"))
    try program.write("id,gjort,tid,vem\n", to: "tom.csv")
    #expect(program("journal import @/tom.csv --mapping @/m.json --yes").errors.contains("Loggen har inga rader."))
    #expect(program.files == before)
  }
}

@Suite("Cases of a real municipality")
struct ReceiptTests {
  @Test(
    "open and past deadline are, on six days, the very cases that a count from the file alone finds",
    .enabled(
      if: SharedData.exists("eventlogs/receipt.csv") && FileManager.default.fileExists(atPath: "/usr/bin/python3")))
  func counts() throws {
    let program = try Program()
    program("journal init @/ledger --title Kvitton --owner Kommunen --from 2010-01-01 --through 2012-12-31 --yes")
    let path = SharedData.folder.appending(path: "eventlogs/receipt.csv").path
    try program.write(program(["journal", "import", path, "--suggest-mapping"]).text, to: "m.json")
    #expect(program(["journal", "import", path, "--mapping", program.scratch("m.json"), "--yes"]).exit == 0)
    let days = ["2010-10-31", "2011-03-27", "2011-06-01", "2011-10-30", "2011-12-31", "2012-01-23"]
    guard case .object(let counted) = try JSONValue(parsing: count(path, days)) else { return #expect(Bool(false)) }
    let view = try JournalView.open(program.ledger)
    for day in days {
      guard case .object(let expected)? = counted[day] else { return #expect(Bool(false)) }
      let book = Book(Chronicle(view), asOf: .date(LocalDate(written: day)), today: LocalDate(written: day))
      for filter in [CaseFilter(open: true, pastDeadline: false), CaseFilter(open: false, pastDeadline: true)] {
        let keys = book.cases.filter { filter.takes($0, on: book.day) }.compactMap { $0.opened?.registryNumber?.text }
        let name = filter.pastDeadline ? "pastDeadline" : "open"
        #expect(JSONValue.array(keys.sorted().map { .string($0) }) == expected[name], "\(name) \(day)")
      }
    }
    // The command gives the very same.
    guard
      case .object(let answer) = try JSONValue(
        parsing: program("case list --past-deadline --as-of \(days[2]) --json").bytes),
      case .array(let rows)? = answer["rows"], case .object(let expected)? = counted[days[2]],
      case .array(let keys)? = expected["pastDeadline"]
    else { return #expect(Bool(false)) }
    #expect(rows.count == keys.count && keys.count == 44)
  }

  /// The count of `Tests/Outside/case_counts.py`.
  private func count(_ path: String, _ days: [String]) throws -> [UInt8] {
    let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Outside/case_counts.py").path
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = [script, path] + days
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = Array(output.fileHandleForReading.readDataToEndOfFile())
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return bytes
  }
}
