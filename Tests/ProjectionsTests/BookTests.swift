import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

extension World {
  /// The world read as of a day; with none, everything, on the day given as today.
  func book(asOf: Effective? = nil, today: LocalDate = "2022-06-15") -> Book {
    Book(chronicle, asOf: asOf, today: today)
  }
}

@Suite("The book")
struct BookTests {
  private static let full = World.withMeasure(.inProgress).after(
    .about(
      "F-0001",
      .followUp(
        .compiled(FollowUpCompiled(period: "2022-T1", promise: "P-0001", measures: ["M-0001"], knownThrough: 18))),
      on: "2022-05-02"),
    .about(
      "R-0001", .recommendation(.delivered(RecommendationDelivered(title: "Tidsgränser", text: "Sätt slutdatum"))),
      on: "2022-06-01"))

  @Test("every register lists what there is of its kind, in order of number")
  func registers() {
    let book = Self.full.book()
    #expect(book.ledger?.id == .ledger)
    #expect(book.promises.map(\.id) == ["P-0001"])
    #expect(book.situations.map(\.id) == ["S-0001"])
    #expect(book.indicators.map(\.id) == ["I-0001", "I-0002"])
    #expect(book.cases.map(\.id) == ["C-0001"])
    #expect(book.measures.map(\.id) == ["M-0001"])
    #expect(book.decisions.map(\.id) == ["D-0001"])
    #expect(book.bodies.map(\.id) == ["B-0001", "B-0002", "B-0003"])
    #expect(book.delegations.map(\.id) == ["G-0001"])
    #expect(book.meetings.map(\.id) == ["T-0001", "T-0002"])
    #expect(book.followUps.map(\.id) == ["F-0001"])
    #expect(book.recommendations.map(\.id) == ["R-0001"])
    #expect(book.position == Self.full.chronicle.position)
  }

  @Test("what was not yet true is not in it, and cannot be looked up")
  func asOf() {
    let book = Self.full.book(asOf: "2022-01-31")
    #expect(book.measures.isEmpty && book.decisions.isEmpty && book.followUps.isEmpty)
    #expect(book.measure("M-0001") == nil)
    #expect(book.decision("D-0001") == nil)
    #expect(book.state(of: "M-0001") == nil)
    #expect(book.meeting("T-0001")?.held == nil)
    #expect(book.indicator("I-0001")?.baseline?.observed.value == "61.5")
  }

  @Test("a look-up gives the subject of its kind and nothing else")
  func lookUp() {
    let book = Self.full.book()
    #expect(book.promise("P-0001")?.id == "P-0001")
    #expect(book.promise(nil) == nil && book.promise("P-0009") == nil && book.promise("M-0001") == nil)
    #expect(book.measure("M-0001")?.status == .inProgress)
    #expect(book.body("B-0002")?.registered?.kind == .advisory)
    #expect(book.decision("D-0001")?.standing == .made)
    #expect(book.meeting("T-0001")?.held?.effective == "2022-02-23")
  }

  @Test("days are counted from the day asked, else from today")
  func day() {
    #expect(Self.full.book(asOf: "2022-03-01").day == "2022-03-01")
    #expect(Self.full.book(asOf: "2022-03-01T23:30:00Z").day == "2022-03-02")
    #expect(Self.full.book(today: "2022-06-15").day == "2022-06-15")
  }

  @Test("every kind of subject is called by what people call it")
  func titles() {
    let book = Self.full.book()
    let titles = book.chronicle.allSubjects.map { "\($0.text) \(book.title(of: $0) ?? "?")" }
    #expect(
      titles == [
        "B-0001 Kommunstyrelsen", "B-0002 Trygghetsrådet", "B-0003 Polisen", "C-0001 Mörkt i parken",
        "D-0001 Åtgärder för trygghet", "F-0001 2022-T1", "G-0001 Åtgärder under 100 000 kronor",
        "I-0001 Upplevd trygghet", "I-0002 Anmälda våldsbrott", "L-0001 Medborgarlöfte 2022–2023",
        "M-0001 Trygghetsvandringar", "P-0001 Tryggare Provköping", "R-0001 Tidsgränser", "S-0001 Lägesbild 2022",
        "T-0001 KS 2022-02-23", "T-0002 Trygghetsrådet 2022-05-19",
      ])
    #expect(book.title(of: "M-0009") == nil)
  }

  @Test("the next meeting is the nearest on or after a day, of one body or of any")
  func nextMeeting() {
    let world = World.standard.after(
      .about("T-0003", .meeting(.scheduled(MeetingScheduled(body: "B-0001", day: "2022-04-27"))), on: "2022-01-12"))
    let book = world.book()
    #expect(book.nextMeeting(onOrAfter: "2022-01-01")?.id == "T-0001")
    #expect(book.nextMeeting(onOrAfter: "2022-02-23")?.id == "T-0001")
    #expect(book.nextMeeting(onOrAfter: "2022-02-24")?.id == "T-0003")
    #expect(book.nextMeeting(of: "B-0002", onOrAfter: "2022-02-24")?.id == "T-0002")
    #expect(book.nextMeeting(of: "B-0003", onOrAfter: "2022-01-01") == nil)
    #expect(book.nextMeeting(onOrAfter: "2022-05-20") == nil)
  }

  @Test("a meeting that was moved counts on the day it was held")
  func moved() {
    let world = World.standard.after(.about("T-0002", .meeting(.held(MeetingHeld(body: "B-0002"))), on: "2022-06-09"))
    #expect(world.book().nextMeeting(of: "B-0002", onOrAfter: "2022-05-20")?.id == "T-0002")
    #expect(world.book(asOf: "2022-05-01").nextMeeting(of: "B-0002", onOrAfter: "2022-05-20") == nil)
  }

  @Test("an answer states what it rests on")
  func basis() {
    let book = Self.full.book(asOf: "2022-06-01")
    let basis = Basis(book, knownAt: "2022-06-02T00:00Z", root: "cm90", size: 20)
    #expect(basis.ledger == "Medborgarlöfte 2022–2023")
    #expect(basis.owner == "Provköping")
    #expect(basis.reality == .illustrative)
    #expect(basis.position == book.position)
    #expect(basis.recorded == book.chronicle.events.last?.recorded)
    #expect(basis.asOf == "2022-06-01")
    #expect(basis.knownAt == "2022-06-02T00:00Z")
    #expect(basis.root == "cm90" && basis.size == 20)
  }
}
