import DurableFiles
import Integrity
import LedgerDomain
import StrictJSON
import Testing

@testable import JournalStore

@Suite("Writing a journal")
struct JournalWriterTests {
  let ledger = ScratchLedger()

  private func file() throws -> [UInt8] { try ledger.bytes("events/000000000001.jsonl") }

  @Test("an appended event has the next position, the next version, and the store's time")
  func append() throws {
    let writer = try Sample.create(ledger)
    let events = try writer.append([try Sample.measure(1, known: writer.journal.events)], recordedBy: "Anna Ek")
    #expect(events.map(\.position) == [2])
    #expect(events.map(\.subjectVersion) == [1])
    #expect(events.map(\.recorded) == [Sample.start])
    #expect(events.map(\.recordedBy) == ["Anna Ek"])
    #expect(events.map(\.batch) == [nil])
    let journal = try Journal.open(ledger.path)
    #expect(try journal.events == writer.remembered() && journal.entries.count == 2)
    #expect(journal.checkpoint == writer.journal.checkpoint && journal.checkpoint?.size == 2)
  }

  @Test("a ledger is created once")
  func createTwice() throws {
    try Sample.create(ledger).close()
    #expect(throws: WriterFailure.alreadyThere(folder: ledger.path)) { try Sample.create(ledger) }
    try ledger.remove("events/000000000001.jsonl")
    #expect(throws: WriterFailure.alreadyThere(folder: ledger.path)) { try Sample.create(ledger) }
  }

  @Test("a ledger begins with its opening, under an identity that is a URI")
  func wrongFirst() throws {
    let known = try Sample.create(ScratchLedger()).remembered()
    let measure = try Sample.measure(1, known: known)
    #expect(throws: WriterFailure.notAnOpening(type: "measure.proposed")) {
      try JournalWriter.create(ledger.path, first: measure, recordedBy: "Anna Ek", Sample.settings())
    }
    for identity in ["Exempelstad", "urn:", ":x", "1rn:x", "urn:a b", "urn:å", "urn:a+b", "urn:%4", "urn:#x"] {
      let draft = try Sample.draft(.ledger, .ledger(try Sample.opening(identity: Text(identity))), known: [])
      #expect(throws: WriterFailure.identity(found: identity)) {
        try JournalWriter.create(
          ledger.path, first: Proposal(id: Sample.id(1), draft: draft), recordedBy: "Anna Ek", Sample.settings())
      }
    }
    let opening = Proposal(
      id: Sample.id(1), draft: try Sample.draft(.ledger, .ledger(try Sample.opening()), known: []))
    let writer = try JournalWriter.create(ledger.path, first: opening, recordedBy: "Anna Ek", Sample.settings())
    let again = Proposal(id: Sample.id(2), draft: opening.draft)
    #expect(throws: AppendFailure.alreadyOpened(proposal: 0)) { try writer.append([again], recordedBy: "Anna Ek") }
  }

  @Test(
    "the checkpoint's origin is the identity without its scheme",
    arguments: [("urn:uuid:1", "uuid:1"), ("https://example.se/l%20b", "example.se/l%20b"), ("a:///", "///")])
  func origin(identity: String, origin: String) throws {
    #expect(try LedgerIdentity(text: identity).origin == origin)
  }

  @Test("the same proposals again give the recorded events, and nothing is written")
  func again() throws {
    let writer = try Sample.create(ledger)
    let known = writer.journal.events
    let one = try Sample.measure(1, known: known)
    let two = [try Sample.measure(2, known: known), try Sample.measure(3, known: known)]
    let first = try writer.append([one], recordedBy: "Anna Ek")
    let second = try writer.append(two, recordedBy: "Anna Ek")
    let before = try file()
    writer.close()
    let faults = Faults()
    let next = try JournalWriter.open(ledger.path, Sample.settings(faults.operations, seconds: -999))
    let calls = faults.calls.count
    let stale = AppendCondition(unchanged: [SubjectID(.measure, 1)], after: 0)
    #expect(try next.append([one], recordedBy: "Anna Ek", condition: stale) == first)
    #expect(try next.append(two, recordedBy: "Anna Ek") == second)
    #expect(try next.append([], recordedBy: "Anna Ek") == [])
    #expect(try file() == before)
    #expect(faults.calls[calls...].allSatisfy { [.open, .status, .read].contains($0.operation) })
  }

  @Test("an id that is used again for something else is refused with its position")
  func idReused() throws {
    let writer = try Sample.create(ledger)
    let known = writer.journal.events
    let one = try Sample.measure(1, id: 101, known: known)
    let two = [try Sample.measure(2, id: 102, known: known), try Sample.measure(3, id: 103, known: known)]
    _ = try writer.append([one], recordedBy: "Anna Ek")
    _ = try writer.append(two, recordedBy: "Anna Ek")
    let before = try file()
    let other = try Sample.measure(9, id: 101, known: known)
    let fresh = try Sample.measure(8, id: 108, known: known)
    let refusals: [([Proposal], Text, EventID, Int)] = [
      ([other], "Anna Ek", one.id, 2),
      ([one], "Bo Alm", one.id, 2),
      ([Proposal(id: one.id, draft: one.draft, causation: two[0].id)], "Anna Ek", one.id, 2),
      ([one, fresh], "Anna Ek", one.id, 2),
      ([fresh, one], "Anna Ek", one.id, 2),
      ([two[0]], "Anna Ek", two[0].id, 3),
      ([two[1], two[0]], "Anna Ek", two[1].id, 4),
      ([two[0], two[1], fresh], "Anna Ek", two[0].id, 3),
    ]
    for (proposals, name, id, position) in refusals {
      #expect(throws: AppendFailure.idReused(id, position: position)) {
        try writer.append(proposals, recordedBy: name)
      }
    }
    #expect(throws: AppendFailure.idTwice(fresh.id)) { try writer.append([fresh, fresh], recordedBy: "Anna Ek") }
    #expect(try file() == before)
    #expect(try writer.append([fresh], recordedBy: "Anna Ek").map(\.position) == [5])
  }

  @Test("an append condition fails on a later event about a subject, as its own or among its refs")
  func condition() throws {
    try Sample.short(in: ledger)
    let writer = try JournalWriter.open(ledger.path, Sample.settings())
    let measure = try Sample.measure(9, known: writer.journal.events)
    func append(_ number: Int, _ position: Int) throws(AppendFailure) -> [Event] {
      try writer.append(
        [measure], recordedBy: "Anna Ek",
        condition: AppendCondition(unchanged: [SubjectID(.measure, number)], after: position))
    }
    #expect(throws: AppendFailure.changed(SubjectID(.measure, 1), position: 4)) { try append(1, 3) }
    // Line 3 is about measure 2 and refers to measure 1.
    #expect(throws: AppendFailure.changed(SubjectID(.measure, 2), position: 3)) { try append(2, 2) }
    #expect(throws: AppendFailure.changed(SubjectID(.measure, 3), position: 5)) { try append(3, 4) }
    #expect(try append(1, 4).map(\.position) == [6])
  }

  @Test("a clock up to a minute behind is taken, a later one only when confirmed")
  func clock() throws {
    try Sample.create(ledger, Sample.settings(seconds: 100)).close()
    for (seconds, accepted) in [(40, true), (-21, false), (39, true), (-22, false)] {
      let writer = try JournalWriter.open(ledger.path, Sample.settings(seconds: seconds))
      defer { writer.close() }
      let position = writer.journal.entries.count + 1
      let last = try #require(writer.journal.events.last?.recorded)
      let measure = try Sample.measure(position, known: writer.journal.events)
      if accepted {
        #expect(try writer.append([measure], recordedBy: "Anna Ek").count == 1)
      } else {
        let now = Instant(milliseconds: Sample.start.milliseconds + Int64(seconds) * 1000)
        #expect(throws: AppendFailure.clockBehind(last: last, now: now)) {
          try writer.append([measure], recordedBy: "Anna Ek")
        }
      }
    }
    let writer = try JournalWriter.open(ledger.path, Sample.settings(seconds: -500))
    let measure = try Sample.measure(9, known: writer.journal.events)
    #expect(try writer.append([measure], recordedBy: "Anna Ek", confirmClockStep: true).count == 1)
    #expect(try Journal.verify(ledger.path).lines.clockSteps == [2, 3, 4])
  }

  @Test("a line that is too long or would not be read back is refused before anything is written")
  func unwritable() throws {
    let faults = Faults()
    let writer = try Sample.create(ledger, Sample.settings(faults.operations))
    let known = writer.journal.events
    let calls = faults.calls.count
    let short = try Sample.measure(1, known: known)
    let long = try Sample.measure(2, String(repeating: "å", count: 33_000), known: known)
    let error = #expect(throws: AppendFailure.self) { try writer.append([short, long], recordedBy: "Anna Ek") }
    guard case .lineTooLong(proposal: 1, let count)? = error else { return #expect(Bool(false)) }
    #expect(count > 66_000)
    let nobody = #expect(throws: AppendFailure.self) { try writer.append([short], recordedBy: "") }
    guard case .unwritable(proposal: 0, .some)? = nobody else { return #expect(Bool(false)) }
    #expect(faults.calls.count == calls && writer.failure == nil)
    #expect(try writer.append([short], recordedBy: "Anna Ek").map(\.position) == [2])
  }

  @Test("a second writer finds the ledger busy, and who holds it; after the first has closed, it opens")
  func twoWriters() throws {
    let writer = try Sample.create(ledger)
    for wait in [0, 30] {
      let error = #expect(throws: WriterFailure.self) {
        try JournalWriter.open(ledger.path, Sample.settings(wait: wait))
      }
      #expect(error == .busy(holder: "test"))
    }
    writer.close()
    #expect(try JournalWriter.open(ledger.path, Sample.settings()).journal.entries.count == 1)
  }

  @Test("a full segment is closed, and the next begins with the whole batch")
  func segments() throws {
    let writer = try Sample.create(ledger, Sample.settings(segmentByteLimit: 1))
    for number in 1...3 {
      _ = try writer.append(
        [
          try Sample.measure(2 * number, known: writer.journal.events),
          try Sample.measure(2 * number + 1, known: writer.journal.events),
        ], recordedBy: "Anna Ek")
    }
    #expect(
      ledger.names(in: "events") == [1, 2, 4, 6].map { "00000000000\($0).jsonl" })
    writer.close()
    let next = try JournalWriter.open(ledger.path, Sample.settings())
    #expect(try next.append([try Sample.measure(9, known: next.journal.events)], recordedBy: "Bo Alm")[0].position == 8)
    #expect(ledger.names(in: "events").count == 4)
    #expect(try Journal.open(ledger.path).events == next.remembered())
  }
}
