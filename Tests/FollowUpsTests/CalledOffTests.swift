import CommandArguments
import Documents
import FollowUps
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

/// The safety council's meeting of 20 September, at which the second tertial was to be presented, is called off on the 14th.
@Suite("a meeting called off or moved")
struct CalledOffTests {
  private static let reason: Text = "Rådet blir inte beslutsmässigt."

  private func calledOff() throws -> Teller {
    var book = try SmallLedger.told()
    try book.tell("T-0004", .meeting(.calledOff(MeetingCalledOff(reason: Self.reason))), on: "2022-09-14")
    return book
  }

  private func moved() throws -> Teller {
    var book = try SmallLedger.told()
    try book.tell("T-0004", .meeting(.moved(MeetingMoved(day: "2022-10-04", reason: "Sjukdom"))), on: "2022-09-14")
    return book
  }

  private func calendar(_ teller: Teller, asOf: LocalDate = "2022-09-15") -> LedgerCalendar {
    LedgerCalendar(
      Book(teller.chronicle, asOf: .date(asOf), today: asOf), from: "2022-09-01", through: "2022-12-31",
      kinds: [.meeting, .verifyMinutes, .presentFollowUp])
  }

  private func lines(_ calendar: LedgerCalendar) -> [String] {
    calendar.entries.map { "\($0.date) \($0.identity) \($0.standing.text) \(calendar.moves(of: $0))" }
  }

  @Test("its day falls away, as the same event one step further on; the report waits for the next meeting")
  func cancelled() throws {
    let before = lines(calendar(try calledOff(), asOf: "2022-09-13"))
    let after = lines(calendar(try calledOff()))
    #expect(before.first == "2022-09-20 meeting.T-0004 ahead 0")
    #expect(after.first == "2022-09-20 meeting.T-0004 cancelled 1")
    #expect(before.contains { $0.hasPrefix("2022-09-20 present-follow-up.2022-T2 open") })
    #expect(after.contains { $0.hasPrefix("2022-12-06 present-follow-up.2022-T2 open") })
  }

  @Test("a calendar program is told so, with the reason")
  func iCalendar() throws {
    let calendar = calendar(try calledOff())
    let basis = Basis(calendar.book, knownAt: nil, root: nil, size: calendar.book.position)
    let text = try #require(calendar.iCalendar(.sv, basis: basis)).render().replacing("\r\n ", with: "")
    #expect(
      text.contains(
        "UID:meeting.T-0004@00000000-0000-4000-8000-000000000001\r\n"), "\(text)")
    #expect(text.contains("DTSTART;VALUE=DATE:20220920\r\nSEQUENCE:1\r\nSTATUS:CANCELLED\r\n"))
    #expect(text.contains("\\nLäge: inställt 2022-09-14: Rådet blir inte beslutsmässigt."))
    guard case .object(let json) = calendar.json(basis: basis), case .array(let entries)? = json["entries"],
      case .object(let first)? = entries.first
    else { return }
    #expect(first["callingOff"]?.canonicalText.contains("Rådet blir inte beslutsmässigt.") == true)
    #expect(first["command"] == nil)
  }

  @Test("the minutes of a board's meeting fall away with it")
  func minutes() throws {
    var book = try SmallLedger.told()
    try book.tell(
      "T-0009", .meeting(.scheduled(MeetingScheduled(body: id("B-0001"), day: "2022-10-12"))), on: "2022-09-01")
    try book.tell("T-0009", .meeting(.calledOff(MeetingCalledOff(reason: "För få ärenden"))), on: "2022-09-10")
    #expect(
      lines(calendar(book)).filter { $0.contains("T-0009") } == [
        "2022-10-12 meeting.T-0009 cancelled 1", "2022-10-26 verify-minutes.T-0009 cancelled 1",
      ])
  }

  @Test("a moved one is the same event on another day, and says which it was")
  func move() throws {
    let calendar = calendar(try moved())
    #expect(lines(calendar).first == "2022-10-04 meeting.T-0004 ahead 1")
    #expect(calendar.entries.first?.original == "2022-09-20")
    #expect(lines(calendar).contains { $0.hasPrefix("2022-10-04 present-follow-up.2022-T2 open") })
  }

  @Test("the board looks past it, and asks nothing about it")
  func board() throws {
    let board = StatusBoard(Book(try calledOff().chronicle, asOf: nil, today: "2022-09-21"))
    #expect(board.nextMeeting?.id == id("T-0005"))
    #expect(!board.items.contains { $0.subject == id("T-0004") })
  }

  @Test("the report says that the meeting was called off, and goes to the next")
  func pack() throws {
    let pack = try calledOff().pack("2022-T2")
    func text(_ pack: FollowUpPack, _ language: Language) -> String {
      MarkdownRenderer().render(pack.document(language, basis: pack.basis))
    }
    #expect(text(pack, .sv).contains("- **Redovisas för:** Trygghetsrådet, 2022-12-06\n"))
    #expect(
      text(pack, .sv).contains(
        "- **Inställt möte:** 2022-09-20 (T-0004), ställdes in 2022-09-14: Rådet blir inte beslutsmässigt.\n"))
    #expect(text(pack, .en).contains("- **Called off:** 2022-09-20 (T-0004), called off 2022-09-14: Rådet"))
    #expect(
      pack.json(basis: pack.basis).canonicalText.contains(
        #""meetingsCalledOff":[{"meeting":"T-0004","day":"2022-09-20""#))
    let moved = try moved().pack("2022-T2")
    #expect(
      text(moved, .sv).contains("- **Redovisas för:** Trygghetsrådet, 2022-10-04 (flyttat från 2022-09-20)\n"))
    #expect(!text(moved, .sv).contains("Inställt möte"))
  }
}
