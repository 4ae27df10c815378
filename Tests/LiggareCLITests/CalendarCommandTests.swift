import CommandArguments
import Foundation
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("calendar")
struct CalendarCommandTests {
  private static let exempel = "calendar --from 2021-12-01 --to 2024-06-30 --journal \(ExampleLedger.folder)"

  @Test(
    "the file is read by the package icalendar, with every day of the answer in JSON",
    .enabled(if: Outside.python(with: ["icalendar"]) != nil, "the Python package icalendar is absent"),
    arguments: [Language.sv, .en])
  func peer(_ language: Language) throws {
    let python = try #require(Outside.python(with: ["icalendar"]))
    let program = try Program()
    let answer = program("\(Self.exempel) --lang \(language.rawValue) --ics @/kalender.ics --json")
    #expect(answer.exit == 0, "\(answer.errors)")
    let script = Python.folder.appending(path: "icalendar_check.py").path
    let read = try Outside.run(python, [script, program.scratch("kalender.ics")])
    #expect(read.exit == 0, "\(read.errors)")
    let events = try read.output.split(separator: "\n").map { try object(Array($0.utf8)) }
    guard case .array(let entries)? = try object(answer.bytes)["entries"] else {
      Issue.record("the answer has no entries")
      return
    }
    #expect(entries.count > 100 && events.count == entries.count)
    for (event, entry) in zip(events, entries) {
      guard case .object(let entry) = entry, case .string(let uid)? = event["uid"],
        case .string(let id)? = entry["id"], case .string(let subject)? = entry["subject"],
        case .string(let description)? = event["description"]
      else {
        Issue.record("an entry without its members")
        continue
      }
      #expect(uid.hasPrefix(id + "@"))
      #expect(event["date"] == entry["date"] && event["sequence"] == entry["sequence"])
      #expect((event["status"] == "CANCELLED") == (entry["standing"] == "cancelled"))
      #expect(description.contains(subject) && description.hasPrefix("ILLUSTRATION"))
    }
    #expect(Set(events.map { $0["uid"]?.canonicalText ?? "" }).count == events.count)
  }

  @Test("the same ledger gives the same file, whatever the clock says; nothing of it is taken from the clock")
  func deterministic() throws {
    let program = try Program()
    let first = program("\(Self.exempel) --ics -")
    program.now = "2031-01-01T00:00Z"
    #expect(first.exit == 0 && first.errors.isEmpty && first.text.hasPrefix("BEGIN:VCALENDAR\r\n"))
    #expect(program("\(Self.exempel) --ics -").bytes == first.bytes)
  }

  @Test("a file that is there is left alone, and replaced when asked")
  func taken() throws {
    let program = try Program()
    try program.write("mitt", to: "kalender.ics")
    let refused = program("\(Self.exempel) --ics @/kalender.ics")
    #expect(refused.exit == 2 && refused.errors.contains("kalender.ics finns redan."))
    #expect(try String(contentsOfFile: program.scratch("kalender.ics"), encoding: .utf8) == "mitt")
    let written = program("\(Self.exempel) --ics @/kalender.ics --force")
    #expect(written.exit == 0 && written.text.contains("Kalendern är skriven"))
    #expect(
      try String(contentsOfFile: program.scratch("kalender.ics"), encoding: .utf8)
        == program("\(Self.exempel) --ics -").text)
    #expect(program("\(Self.exempel) --ics @/saknas/kalender.ics").exit == 5)
  }

  @Test("what cannot be asked is refused with the reason")
  func refusals() throws {
    let program = try Program.withLedger()
    let backwards = program("calendar --from 2024-03-01 --to 2024-02-01")
    #expect(backwards.exit == 2)
    #expect(backwards.errors.contains("--from 2024-03-01 kommer efter --to 2024-02-01."))
    let empty = program("calendar --from 2024-02-01 --to 2024-02-02 --ics @/tom.ics")
    #expect(
      empty.errors == """
        liggare: Inget har en dag från 2024-02-01 till 2024-02-02.
        Ingen fil är skriven. Välj en längre tid med --from och --to.

        """)
    #expect(empty.exit == 1 && !FileManager.default.fileExists(atPath: program.scratch("tom.ics")))
    #expect(
      program("calendar --from 2024-02-01 --to 2024-02-02 --ics @/tom.ics --lang en").errors.hasPrefix(
        "liggare: Nothing has a day from 2024-02-01 to 2024-02-02.\nNo file is written. "))
    #expect(program("calendar --from 2024-02-01 --to 2024-02-02").text.contains("Inget har en dag i den tiden."))
    #expect(program("calendar --force").exit == 2)
    #expect(program("calendar --ics - --json").errors.contains("--ics - och --json går inte ihop."))
    #expect(program("calendar --from 2024-02-30").errors.contains("--from: väntade "))
    #expect(program("calendar --kind möte").exit == 2)
    #expect(program("calendar --kind sammanträde").exit == 0)
  }

  @Test(
    "a meeting on a day that does not exist is refused",
    arguments: ["2024-02-30", "2023-02-29", "2024-13-01", "1/3-24"])
  func impossibleDay(_ day: String) throws {
    let program = try Program.withLedger()
    let before = program.files
    let answer = program("meeting schedule --body B-0001 --day \(day) --yes")
    #expect(answer.exit == 2 && answer.errors.contains("--day: väntade "), "\(answer.errors)")
    #expect(program.files == before)
  }

  @Test("a meeting on a holiday or a Saturday is recorded, with a remark that is said once")
  func holiday() throws {
    let program = try Program.withLedger()
    let holiday = program("meeting schedule --body B-0001 --day 2024-06-06 --yes")
    #expect(holiday.exit == 0 && holiday.errors == "2024-06-06 är ingen arbetsdag: nationaldagen.\n")
    let saturday = program("meeting schedule --body B-0001 --day 2024-06-08 --lang en", answers: ["yes"])
    #expect(saturday.exit == 0)
    #expect(saturday.errors.ranges(of: "2024-06-08 is no working day: Saturday.").count == 1)
    #expect(program("meeting schedule --body B-0001 --day 2024-06-05 --dry-run").errors.isEmpty)
    let text = program("calendar --from 2024-06-01 --to 2024-06-30").text
    #expect(text.contains("(nationaldagen)") && text.contains("(lördag)"))
  }

  private func object(_ bytes: [UInt8]) throws -> JSONObject {
    guard case .object(let object) = try JSONValue(parsing: bytes) else {
      Issue.record("not an object")
      return [:]
    }
    return object
  }
}
