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
        "carry-out": 3, "decide": 1, "deal-with-case": 1, "present-follow-up": 1, "publish-follow-up": 1,
        "answer-recommendation": 1,
      ])
    guard case .array(let items)? = object["items"] else {
      Issue.record("no items")
      return
    }
    #expect(
      items.first == [
        "kind": "carry-out", "subject": "M-0002", "title": "Belysning på gångvägen vid stationen",
        "owner": ["office": "gatuchef"], "due": "2022-06-30", "daysLeft": -64, "group": "overdue",
        "command": "liggare measure implement M-0002",
      ])
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
