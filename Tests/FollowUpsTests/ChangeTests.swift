import FollowUps
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("what is new since the report before")
struct ChangeTests {
  @Test("new, decided, ended and extended measures")
  func changes() throws {
    let changes = try SmallLedger.told().pack("2022-T2").changes
    #expect(changes.new == [id("M-0006")])
    #expect(changes.approved == [id("M-0004")])
    #expect(changes.ended == [id("M-0005")])
    #expect(changes.extended.map(\.measure) == [id("M-0004")])
    #expect(changes.extended.map(\.from) == [day("2022-09-15")])
    #expect(changes.extended.map(\.to) == [day("2022-11-30")])
    #expect(changes.extended.map(\.decision) == [id("D-0002")])
    #expect(changes.other.isEmpty)
  }

  @Test("nothing happened: nothing is new but what has become overdue")
  func nothing() throws {
    let changes = try SmallLedger.told().pack("2022-T3").changes
    #expect(changes.overdue == ["M-0001", "M-0004", "M-0006"].map(id))
    #expect(changes.new.isEmpty && changes.approved.isEmpty && changes.ended.isEmpty)
    #expect(changes.extended.isEmpty && changes.corrected.isEmpty && changes.other.isEmpty)
    #expect(try SmallLedger.told().pack("2022-T3").decisions.isEmpty)
  }

  @Test("paused and withdrawn measures are other changes, and so is what was taken up again")
  func other() throws {
    var book = try SmallLedger.told()
    try book.tell("M-0004", .measure(.paused(MeasurePaused(reason: "Semester."))), on: "2022-10-01")
    try book.tell("M-0002", .measure(.withdrawn(MeasureWithdrawn(reason: "Ersatt."))), on: "2022-10-02")
    let other = try book.pack("2022-T3").changes.other
    #expect(other.map(\.measure.text) == ["M-0002", "M-0004"])
    #expect(other.map(\.to) == [.withdrawn, .paused])
    try book.tell("M-0004", .measure(.resumed(MeasureResumed())), on: "2023-01-10")
    #expect(try book.pack("2023-T1").changes.other.map(\.to) == [.inProgress])
  }

  @Test("irregular entries of the measure and of its decisions mark the row; others have none")
  func irregular() throws {
    let pack = try SmallLedger.told().pack("2022-T2")
    #expect(
      pack.row("M-0004")?.irregularities.flatMap(\.kinds) == [.executedBeforeDecision, .decidedAfterExecution])
    #expect(pack.row("M-0001")?.irregularities.isEmpty == true)
    // They are of 2022, so the report of the next year does not repeat them.
    #expect(try SmallLedger.told().pack("2023-T1").row("M-0004")?.irregularities.isEmpty == true)
  }

  @Test("cases: the open ones, and those closed since the report before but none closed earlier")
  func cases() throws {
    var book = try SmallLedger.told()
    #expect(try book.pack("2022-T2").cases.map(\.isClosed) == [false])
    try book.tell("C-0001", .case(.closed(CaseClosed(outcome: "Åtgärdat."))), on: "2022-10-10")
    #expect(try book.pack("2022-T2").cases.map(\.isClosed) == [false])
    #expect(try book.pack("2022-T3").cases.map(\.isClosed) == [true])
    #expect(try book.pack("2023-T1").cases.isEmpty)
  }

  @Test("an indicator has its baseline and its latest value through the period")
  func indicators() throws {
    let book = try SmallLedger.told()
    let first = try #require(try book.pack("2022-T1").indicators.first)
    #expect(first.baseline?.value == number("61.5"))
    #expect(first.latest == nil)
    #expect(try book.pack("2022-T2").indicators.first?.latest?.value == number("64"))
  }

  @Test("recommendations are open until they are cleared, not until they are answered")
  func recommendations() throws {
    var book = try SmallLedger.told()
    try book.tell("R-0001", .recommendation(.answered(RecommendationAnswered(answer: "Det görs."))), on: "2022-08-15")
    #expect(try book.pack("2022-T2").recommendations.map(\.id) == [id("R-0001")])
    try book.tell("R-0001", .recommendation(.cleared(RecommendationCleared())), on: "2022-08-20")
    #expect(try book.pack("2022-T2").recommendations.isEmpty)
  }
}
