import CommandArguments
import Documents
import FollowUps
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("the board")
struct StatusBoardTests {
  private func board(_ teller: Teller, _ today: String) -> StatusBoard {
    StatusBoard(Book(teller.chronicle, asOf: nil, today: day(today)))
  }

  @Test("everything to be done stands on it once")
  func once() throws {
    let board = board(try SmallLedger.told(), "2022-09-02")
    #expect(board.items.count == board.book.obligations.count)
    #expect(Set(board.items.map { "\($0.kind)\($0.subject.text)\($0.detail?.text ?? "")" }).count == board.items.count)
  }

  @Test("overdue from the day after, before the next meeting through its day")
  func groups() throws {
    var book = try SmallLedger.told()
    func id(_ number: Int) -> String { "M-0\(number)" }
    for (number, deadline) in ["2022-09-01", "2022-09-02", "2022-09-20", "2022-09-21"].enumerated() {
      try SmallLedger.propose(&book, id(100 + number), "Ny", deadline: deadline)
    }
    let items = board(book, "2022-09-02").items.filter { $0.subject.number >= 100 && $0.subject.kind == .measure }
    #expect(items.map(\.group) == [.overdue, .beforeNextMeeting, .beforeNextMeeting, .later])
    #expect(items.map(\.daysLeft) == [-1, 0, 18, 19])
  }

  @Test("minutes to verify and then to announce, only of bodies that the law binds")
  func minutes() throws {
    var book = try SmallLedger.told()
    try book.tell("T-0003", .meeting(.held(MeetingHeld(body: id("B-0001")))), on: "2022-06-15")
    try book.tell("T-0002", .meeting(.held(MeetingHeld(body: id("B-0002")))), on: "2022-05-24")
    let verify = board(book, "2022-06-20").items.filter { $0.kind == .verifyMinutes }
    #expect(verify.map(\.subject.text) == ["T-0003"])
    #expect(verify.map(\.due) == [day("2022-06-29")])
    try book.tell("T-0003", .meeting(.minutesVerified(MinutesVerified())), on: "2022-06-20")
    let items = board(book, "2022-06-21").items
    #expect(!items.contains { $0.kind == .verifyMinutes })
    #expect(items.first { $0.kind == .announceVerification }?.due == day("2022-06-22"))
  }

  @Test("a meeting is to be recorded from the day after, until it is")
  func meetings() throws {
    var book = try SmallLedger.told()
    func waiting(_ today: String) -> [String] {
      board(book, today).items.filter { $0.kind == .recordMeeting }.map(\.subject.text)
    }
    #expect(waiting("2022-05-24") == ["T-0001"])
    #expect(waiting("2022-05-25") == ["T-0001", "T-0002"])
    try book.tell("T-0001", .meeting(.held(MeetingHeld(body: id("B-0001")))), on: "2022-02-23")
    #expect(waiting("2022-05-25") == ["T-0002"])
  }

  @Test("what goes on although it was rejected is to be stopped, not carried out, and no time runs")
  func rejected() throws {
    var book = try SmallLedger.told()
    try SmallLedger.propose(&book, "M-0100", "Tunneln", deadline: "2022-08-01")
    try book.tell("M-0100", .measure(.started(MeasureStarted())), on: "2022-06-01", irregular: "Försök.")
    func items() -> [StatusBoard.Item] {
      board(book, "2022-09-02").items.filter { $0.subject == id("M-0100") }
    }
    #expect(items().map(\.kind) == [.carryOut] && items().map(\.group) == [.overdue])
    try book.tell(
      "M-0100", .measure(.rejected(MeasureRejected(reason: "Ska rivas", decision: nil))), on: "2022-08-20",
      irregular: "Arbetet hade börjat.")
    #expect(items().map(\.kind) == [.discontinue] && items().map(\.group) == [.withoutDay])
    #expect(items().map(\.command) == ["liggare record M-0100"])
    let measure = try #require(Book(book.chronicle, asOf: nil, today: day("2022-09-02")).measure(id("M-0100")))
    #expect(measure.standingSince == nil && measure.statusMark != nil)
    let row = try #require(try book.pack("2022-T2").row("M-0100"))
    #expect(row.schedule == .notApplicable)
    try book.tell("M-0100", .measure(.withdrawn(MeasureWithdrawn(reason: "Avslagen"))), on: "2022-09-01")
    #expect(items().isEmpty)
  }

  @Test("measures due in more than 60 days are counted, not listed")
  func farOff() throws {
    func text(_ today: String) throws -> String {
      let board = board(try SmallLedger.told(), today)
      let basis = Basis(board.book, knownAt: nil, root: nil, size: board.book.position)
      return TerminalRenderer(width: 100, color: false).render(board.document(.sv, basis: basis))
    }
    // M-0001 is due on 2022-12-15.
    #expect(try text("2022-10-16").contains("Trygghetsvandringar"))
    #expect(try !text("2022-10-15").contains("Trygghetsvandringar"))
    #expect(try text("2022-10-15").contains("Dessutom 1 att genomföra med slutdatum om mer än 60 dagar."))
  }

  @Test("the shape for machines: kind, version, the day, counts, items")
  func json() throws {
    let board = board(try SmallLedger.told(), "2022-09-02")
    let basis = Basis(board.book, knownAt: nil, root: nil, size: board.book.position)
    guard case .object(let object) = board.json(basis: basis) else {
      Issue.record("not an object")
      return
    }
    #expect(object.names == ["kind", "version", "basis", "day", "nextMeeting", "counts", "items"])
    #expect(object["kind"] == "liggare.status")
    #expect(object["version"] == 1)
    #expect(object["nextMeeting"] == ["id": "T-0004", "body": "B-0002", "day": "2022-09-20"])
    #expect(
      object["counts"] == [
        "carry-out": 3, "decide": 1, "deal-with-case": 1, "record-meeting": 3, "present-follow-up": 1,
        "publish-follow-up": 1, "answer-recommendation": 1,
      ])
    guard case .array(let items)? = object["items"] else {
      Issue.record("no items")
      return
    }
    #expect(
      items.first == [
        "kind": "record-meeting", "subject": "T-0001", "title": "Kommunstyrelsen 2022-02-23", "due": "2022-02-23",
        "daysLeft": -191, "group": "overdue", "command": "liggare record T-0001",
      ])
    #expect(
      items[3] == [
        "kind": "carry-out", "subject": "M-0002", "title": "Belysning på gångvägen vid stationen",
        "owner": ["office": "gatuchef"], "due": "2022-06-30", "daysLeft": -64, "group": "overdue",
        "command": "liggare record M-0002",
      ])
  }

  /// A ledger that was opened, and nothing more.
  private func opened(periods: [ReportingPeriod]) throws -> Teller {
    var book = Teller()
    try book.tell(
      "L-0001",
      .ledger(
        .opened(
          LedgerOpened(
            identity: "urn:uuid:00000000-0000-4000-8000-000000000002", title: "Ny", owner: "Småstad",
            reality: .illustrative, validity: DateSpan(from: day("2022-01-01"), through: day("2023-12-31")),
            timeZone: "Europe/Stockholm", language: "sv", periods: periods, format: 1))))
    return book
  }

  @Test("without a promise there is no report to make")
  func noPromise() throws {
    #expect(board(try opened(periods: SmallLedger.periods), "2022-09-02").items.isEmpty)
  }

  @Test("a ledger without reporting periods says that follow-ups are not watched")
  func unwatched() throws {
    var book = try opened(periods: [])
    func text() -> String {
      let board = board(book, "2022-09-02")
      let basis = Basis(board.book, knownAt: nil, root: nil, size: 1)
      return TerminalRenderer(width: 100, color: false).render(board.document(.sv, basis: basis))
    }
    #expect(!text().contains("bevakas inte"))
    try book.tell(
      "P-0001",
      .promise(
        .adopted(
          PromiseAdopted(
            title: "Löftet", validity: DateSpan(from: day("2022-01-01"), through: day("2023-12-31")),
            commitments: [Commitment(text: "Åtgärder.")], parties: [Named("kommunen", "Småstad")]))),
      on: "2022-01-01")
    #expect(text().contains("Uppföljning  bevakas inte: liggaren har inga rapportperioder"))
  }

  @Test("an empty ledger has an empty board that says so")
  func empty() {
    let board = StatusBoard(Book(Chronicle(), asOf: nil, today: day("2022-09-02")))
    let basis = Basis(board.book, knownAt: nil, root: nil, size: 0)
    let text = TerminalRenderer(width: 80, color: false).render(board.document(.sv, basis: basis))
    #expect(text.contains("Inget är försenat."))
    #expect(text.contains("Nästa möte  inget planerat"))
  }
}
