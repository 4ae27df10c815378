import FollowUps
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("what is overdue and what falls due")
struct DeadlineTests {
  @Test("overdue from the day after the deadline, counted at the end of the period")
  func overdue() throws {
    var book = try SmallLedger.told()
    try SmallLedger.propose(&book, "M-0007", "I går", deadline: "2022-08-30")
    try SmallLedger.propose(&book, "M-0008", "I dag", deadline: "2022-08-31")
    let overdue = try book.pack("2022-T2").overdue.map(\.subject)
    #expect(overdue == [id("M-0002"), id("M-0007")])
  }

  @Test("what was done in time is not overdue, and neither is what was extended")
  func ended() throws {
    let book = try SmallLedger.told()
    let overdue = try book.pack("2022-T3").overdue.map(\.subject)
    #expect(!overdue.contains(id("M-0005")))
    #expect(try book.pack("2022-T2").row("M-0005")?.schedule == .endedInTime)
    #expect(try book.pack("2022-T2").row("M-0004")?.schedule == .onTime)
    #expect(try book.pack("2022-T2").row("M-0004")?.originalDeadline == day("2022-09-15"))
  }

  @Test("due next is everything from the end of the period through the meeting after the presentation")
  func dueNext() throws {
    var book = try SmallLedger.told()
    try SmallLedger.propose(&book, "M-0007", "Mötesdagen", deadline: "2022-12-06")
    try SmallLedger.propose(&book, "M-0008", "Dagen efter", deadline: "2022-12-07")
    let pack = try book.pack("2022-T2")
    #expect(pack.dueNext.map(\.subject.text) == ["R-0001", "M-0006", "M-0004", "M-0007"])
  }

  @Test("only the receiver's meetings count")
  func otherBodies() throws {
    var book = try SmallLedger.told()
    try book.tell(
      "T-0006", .meeting(.scheduled(MeetingScheduled(body: id("B-0001"), day: day("2022-10-01")))), on: "2022-08-01")
    #expect(try book.pack("2022-T2").dueNext.map(\.subject.text) == ["R-0001", "M-0006", "M-0004"])
  }

  @Test("with one meeting to come it is the limit, with none the end of the next period")
  func fewMeetings() throws {
    var book = try SmallLedger.told()
    func limit() throws -> JSONValue? {
      let pack = try book.pack("2022-T3")
      if case .object(let object) = pack.json(basis: pack.basis) { return object["dueThrough"] } else { return nil }
    }
    #expect(try limit() == "2023-04-30")
    try book.tell(
      "T-0006", .meeting(.scheduled(MeetingScheduled(body: id("B-0002"), day: day("2023-02-07")))), on: "2022-08-01")
    #expect(try limit() == "2023-02-07")
  }

  @Test("a report sent to a later meeting is presented there, and the limit follows")
  func sentLater() throws {
    var book = try SmallLedger.told()
    try book.tell(
      "F-0002",
      .followUp(
        .compiled(
          FollowUpCompiled(
            period: "2022-T2", promise: id("P-0001"), measures: book.pack("2022-T2").measures,
            knownThrough: book.chronicle.position))), on: "2022-09-05", at: "2022-09-05T07:00:00.000Z")
    #expect(try book.pack("2022-T2").dueNext.map(\.subject.text) == ["R-0001", "M-0006", "M-0004"])
    try book.tell("F-0002", .followUp(.sent(FollowUpSent(to: id("B-0002"), meeting: id("T-0005")))), on: "2022-11-20")
    try book.tell(
      "T-0006", .meeting(.scheduled(MeetingScheduled(body: id("B-0002"), day: day("2022-12-20")))), on: "2022-08-01")
    #expect(try book.pack("2022-T2").dueNext.map(\.subject.text) == ["R-0001", "M-0006", "M-0004", "M-0001"])
  }

  @Test("the signals are kept apart: decided, measured, late")
  func signals() throws {
    var book = try SmallLedger.told()
    try SmallLedger.report(&book, "M-0002", "Åtta stolpar.", [("stolpar", "8")], on: "2022-08-01")
    let row = try #require(try book.pack("2022-T2").row("M-0002"))
    #expect(row.status == .approved)
    #expect(row.evidence == .measured)
    #expect(row.schedule == .overdue)
  }
}
