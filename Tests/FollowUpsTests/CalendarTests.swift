import CommandArguments
import Documents
import FollowUps
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("the calendar")
struct CalendarTests {
  private func calendar(
    _ teller: Teller, _ today: String = "2022-09-02", from: String = "2022-01-01", through: String = "2023-12-31",
    kinds: Set<CalendarKind> = []
  ) -> LedgerCalendar {
    LedgerCalendar(
      Book(teller.chronicle, asOf: .date(day(today)), today: day(today)), from: day(from), through: day(through),
      kinds: kinds)
  }

  private func lines(_ calendar: LedgerCalendar) -> [String] {
    calendar.entries.map { entry in
      ([entry.date.text, entry.identity, entry.standing.text] + [entry.doneOn?.text].compactMap(\.self))
        .joined(separator: " ")
    }
  }

  private func minutes(_ book: inout Teller) throws {
    try book.tell("T-0003", .meeting(.held(MeetingHeld(body: id("B-0001")))), on: "2022-06-15")
    try book.tell("T-0003", .meeting(.minutesVerified(MinutesVerified())), on: "2022-06-22")
    try book.tell("T-0003", .meeting(.verificationAnnounced(VerificationAnnounced())), on: "2022-06-27")
  }

  @Test("everything that has a day, in the order of the days")
  func everything() throws {
    let expected = """
      2022-02-23 meeting.T-0001 overdue
      2022-03-09 verify-minutes.T-0001 ahead
      2022-04-30 period-ends.L-0001.2022-T1 passed
      2022-05-24 meeting.T-0002 overdue
      2022-05-24 present-follow-up.2022-T1 met 2022-05-24
      2022-06-15 meeting.T-0003 overdue
      2022-06-29 verify-minutes.T-0003 ahead
      2022-06-30 measure-deadline.M-0002 overdue
      2022-08-31 measure-deadline.M-0005 met 2022-08-29
      2022-08-31 period-ends.L-0001.2022-T2 passed
      2022-09-20 meeting.T-0004 ahead
      2022-09-20 present-follow-up.2022-T2 open
      2022-10-15 answer-recommendation.R-0001 open
      2022-11-01 measure-deadline.M-0006 open
      2022-11-30 measure-deadline.M-0004 open
      2022-12-06 meeting.T-0005 ahead
      2022-12-15 measure-deadline.M-0001 open
      2022-12-31 period-ends.L-0001.2022-T3 ahead
      2023-04-30 present-follow-up.2022-T3 open
      2023-04-30 period-ends.L-0001.2023-T1 ahead
      2023-12-31 period-ends.L-0001.slutrapport ahead
      2023-12-31 promise-ends.P-0001 ahead
      """
    let all = lines(calendar(try SmallLedger.told()))
    expectSame(all.joined(separator: "\n"), expected)
    #expect(Set(all.map { $0.split(separator: " ")[1] }).count == all.count)
  }

  @Test("every open obligation with a day stands in it on that day, of the same subject")
  func obligations() throws {
    var book = try SmallLedger.told()
    try minutes(&book)
    for today in ["2022-03-01", "2022-06-24", "2022-09-02", "2023-02-01"] {
      let calendar = calendar(book, today, from: "2021-01-01", through: "2025-12-31")
      let known = Set(
        calendar.entries.filter { $0.standing == .open || $0.standing == .overdue }.map { "\($0.subject) \($0.date)" })
      let due = calendar.book.obligations.compactMap { item in item.due.map { "\(item.subject) \($0)" } }
      #expect(Set(due).subtracting(known) == [], "\(today)")
    }
  }

  @Test("the law's days of a board's minutes, over midsummer, and none for an advisory council")
  func law() throws {
    var book = try SmallLedger.told()
    try minutes(&book)
    try book.tell("T-0002", .meeting(.held(MeetingHeld(body: id("B-0002")))), on: "2022-05-24")
    let calendar = calendar(book, "2022-06-28")
    let own = lines(calendar).filter { $0.contains("T-0003") }
    #expect(
      own == [
        "2022-06-15 meeting.T-0003 met 2022-06-15", "2022-06-27 announce-verification.T-0003 met 2022-06-27",
        "2022-06-29 verify-minutes.T-0003 met 2022-06-22", "2022-07-18 appeal-ends.T-0003 ahead",
        "2022-07-19 take-down.T-0003 ahead",
      ])
    #expect(lines(calendar).filter { $0.contains("T-0002") } == ["2022-05-24 meeting.T-0002 met 2022-05-24"])
    let announcement = try #require(calendar.entries.first { $0.kind == .announceVerification })
    #expect(announcement.rule == "KL 8:12")
    #expect(announcement.end?.counted == "2022-06-24")
    #expect(announcement.end?.passed.map(\.reason) == [.holiday(.midsummerEve), .holiday(.midsummerDay), .sunday])
    #expect(calendar.entries.first { $0.kind == .verifyMinutes }?.rule == "KL 6:35, 5:69")
  }

  @Test("late, not done, and taken down again")
  func standings() throws {
    var book = try SmallLedger.told()
    try book.tell("T-0003", .meeting(.held(MeetingHeld(body: id("B-0001")))), on: "2022-06-15")
    #expect(lines(calendar(book, "2022-06-29")).contains("2022-06-29 verify-minutes.T-0003 open"))
    #expect(lines(calendar(book, "2022-06-30")).contains("2022-06-29 verify-minutes.T-0003 overdue"))
    try book.tell(
      "T-0003", .meeting(.minutesVerified(MinutesVerified())), on: "2022-07-01", irregular: "Sekreteraren var sjuk.")
    try book.tell("T-0003", .meeting(.verificationAnnounced(VerificationAnnounced())), on: "2022-07-04")
    try book.tell("T-0003", .meeting(.announcementRemoved(AnnouncementRemoved())), on: "2022-07-27")
    let all = lines(calendar(book))
    #expect(all.contains("2022-06-29 verify-minutes.T-0003 met-late 2022-07-01"))
    #expect(all.contains("2022-07-26 take-down.T-0003 met 2022-07-27"))
  }

  @Test("paragraphs that were verified by themselves have days of their own")
  func paragraphs() throws {
    var book = try SmallLedger.told()
    try book.tell("T-0003", .meeting(.held(MeetingHeld(body: id("B-0001")))), on: "2022-06-15")
    let own = try book.tell(
      "T-0003", .meeting(.minutesVerified(MinutesVerified(paragraphs: ["§ 61"]))), on: "2022-06-15")
    let entry = try #require(calendar(book).entries.first { $0.kind == .announceVerification })
    #expect(entry.identity == "announce-verification.T-0003.\(own.id)")
    #expect(entry.date == "2022-06-17" && entry.detail == "§ 61")
    #expect(entry.command == #"liggare meeting announce T-0003 --paragraph "§ 61""#)
    let board = StatusBoard(Book(book.chronicle, asOf: nil, today: day("2022-06-16")))
    #expect(board.items.first { $0.kind == .announceVerification }?.command.text == entry.command)
  }

  @Test("a deadline that was moved states the first one, and how often it was moved")
  func moved() throws {
    let calendar = calendar(try SmallLedger.told())
    let entry = try #require(calendar.entries.first { $0.subject == "M-0004" })
    #expect(entry.date == "2022-11-30" && entry.original == "2022-09-15")
    #expect(calendar.moves(of: entry) == 1)
    let first = try #require(calendar.entries.first { $0.subject == "M-0001" })
    #expect(first.original == nil && calendar.moves(of: first) == 0)
  }

  @Test("what fell away is cancelled, with one move more: a meeting entered by mistake, a measure withdrawn")
  func cancelled() throws {
    var book = try SmallLedger.told()
    let planned = try book.tell(
      "T-0006", .meeting(.scheduled(MeetingScheduled(body: id("B-0001"), day: day("2022-10-19")))), on: "2022-08-01")
    func entry(_ subject: SubjectID) throws -> (CalendarStanding, Int, String?) {
      let calendar = calendar(book)
      let entry = try #require(calendar.entries.first { $0.subject == subject })
      return (entry.standing, calendar.moves(of: entry), entry.title?.text)
    }
    #expect(try entry("T-0006") == (.ahead, 0, "Kommunstyrelsen 2022-10-19"))
    try book.tell("T-0006", .entry(.reversed(EntryReversed(event: planned.id, reason: "Fel dag."))))
    let (standing, moves, _) = try entry("T-0006")
    #expect(standing == .cancelled && moves == 1)
    try book.tell("M-0001", .measure(.withdrawn(MeasureWithdrawn(reason: "Behovet har upphört."))), on: "2022-09-01")
    let measure = try entry("M-0001")
    #expect(measure.0 == .cancelled && measure.1 == 1)
  }

  @Test("a planned day that is corrected moves the meeting and what is counted from it")
  func correctedDay() throws {
    var book = try SmallLedger.told()
    let planned = try book.tell(
      "T-0006", .meeting(.scheduled(MeetingScheduled(body: id("B-0001"), day: day("2022-10-19")))), on: "2022-08-01")
    try book.tell(
      "T-0006",
      .entry(
        .corrected(
          EntryCorrected(
            event: planned.id, field: "day", old: .string("2022-10-19"), new: .string("2022-10-26"), reason: "Flyttat.")
        )))
    let calendar = calendar(book)
    let own = calendar.entries.filter { $0.subject == "T-0006" }
    #expect(own.map(\.date) == ["2022-10-26", "2022-11-09"])
    #expect(own.map { calendar.moves(of: $0) } == [1, 1])
  }

  @Test("at every position the sequence of a day is no less than before, and more where the day was moved or fell away")
  func sequence() throws {
    var book = try SmallLedger.told()
    try minutes(&book)
    let planned = try book.tell(
      "T-0006", .meeting(.scheduled(MeetingScheduled(body: id("B-0002"), day: day("2022-09-13")))), on: "2022-08-01")
    try book.tell(
      "D-0003",
      .decision(
        .made(
          DecisionMade(
            matter: "Stängsel", outcome: .approved, authority: Authority(.urgentChair, organ: id("B-0001"))))),
      on: "2022-06-01", irregular: "Det brådskade.")
    try book.tell("T-0006", .entry(.reversed(EntryReversed(event: planned.id, reason: "Fel dag."))))
    try book.tell(
      "T-0007", .meeting(.scheduled(MeetingScheduled(body: id("B-0001"), day: day("2022-06-10")))), on: "2022-06-01")
    var last: [String: (date: LocalDate, isCancelled: Bool, moves: Int)] = [:]
    var moved: Set<String> = []
    for position in 1...book.chronicle.position {
      let known = Book(book.chronicle.known(through: position), asOf: nil, today: day("2022-09-02"))
      let calendar = LedgerCalendar(known, from: day("2021-01-01"), through: day("2025-12-31"))
      for entry in calendar.entries {
        let now = (entry.date, entry.standing == .cancelled, calendar.moves(of: entry))
        if let before = last[entry.identity] {
          #expect(now.2 >= before.moves, "\(entry.identity) at \(position)")
          if (now.0, now.1) != (before.date, before.isCancelled) {
            moved.insert(entry.identity)
            #expect(now.2 > before.moves, "\(entry.identity) at \(position)")
          }
        }
        last[entry.identity] = now
      }
    }
    // Some of each kind of move were there to be seen.
    #expect(
      moved.isSuperset(of: [
        "measure-deadline.M-0004", "meeting.T-0006", "present-follow-up.2022-T2", "notify-decision.D-0003",
      ]), "\(moved)")
  }

  @Test("as iCalendar: what it is, whose, by which rule, and the command; the basis once, at the head")
  func iCalendar() throws {
    var book = try SmallLedger.told()
    try minutes(&book)
    let calendar = calendar(book, "2022-06-23", from: "2022-06-27", through: "2022-06-27")
    let basis = Basis(calendar.book, knownAt: nil, root: "abc=", size: calendar.book.position)
    func text(_ language: Language) throws -> String {
      try #require(calendar.iCalendar(language, basis: basis)).render().replacing("\r\n ", with: "")
    }
    let swedish = try text(.sv)
    #expect(swedish.contains("X-WR-CALNAME:Liggare: Småstads löfte (illustration)\r\n"))
    #expect(swedish.contains("\\nUnderlag: Småstads löfte\\, Småstads kommun\\, post "))
    #expect(swedish.contains("UID:announce-verification.T-0003@00000000-0000-4000-8000-000000000001\r\n"))
    #expect(swedish.contains("DTSTART;VALUE=DATE:20220627\r\nSEQUENCE:0\r\nSTATUS:CONFIRMED\r\n"))
    #expect(swedish.contains("SUMMARY:Tillkännage justeringen: Kommunstyrelsen 2022-06-15\r\n"))
    #expect(
      swedish.contains(
        "\\nNummer: T-0003\\nLäge: återstår\\nRegel: KL 8:12\\; från 2022-06-24 (midsommarafton\\, midsommardagen\\, söndag)\\nAnsvarig: Kommunstyrelsen\\nGör så här: liggare meeting announce T-0003\r\n"
      ), "\(swedish)")
    let english = try text(.en)
    #expect(english.contains("SUMMARY:Announce the verification: Kommunstyrelsen 2022-06-15\r\n"))
    #expect(english.contains("Rule: KL 8:12\\; from 2022-06-24 (Midsummer Eve\\, Midsummer Day\\, Sunday)"))
    #expect(english.contains("What to do: liggare meeting announce T-0003\r\nCATEGORIES:Minutes\r\n"))
    #expect(self.calendar(book, from: "2022-01-01", through: "2022-01-01").iCalendar(.sv, basis: basis) == nil)
  }

  @Test("the time asked for is closed at both ends; kinds narrow it; what was overdue before is counted")
  func span() throws {
    let book = try SmallLedger.told()
    let one = calendar(book, from: "2022-09-20", through: "2022-10-15")
    #expect(one.entries.map(\.kind) == [.meeting, .presentFollowUp, .answerRecommendation])
    #expect(one.overdueBefore > 0)
    #expect(calendar(book, kinds: [.promiseEnds]).entries.map(\.date) == ["2023-12-31"])
  }

  @Test("without a last day it reaches the end of the next period, and 90 days where there is none")
  func horizon() throws {
    let book = Book(try SmallLedger.told().chronicle, asOf: nil, today: day("2022-09-02"))
    #expect(LedgerCalendar.horizon(of: book, from: "2022-09-02") == "2023-04-30")
    #expect(LedgerCalendar.horizon(of: book, from: "2022-12-31") == "2023-04-30")
    #expect(LedgerCalendar.horizon(of: book, from: "2023-01-01") == "2023-04-01")
  }

  @Test("each kind is called by words of its own")
  func words() {
    let expected = """
      meeting | sammanträde | meeting
      verify-minutes | justera protokollet | verify the minutes
      announce-verification | tillkännage justeringen | announce the verification
      appeal-ends | sista dagen att överklaga | last day to appeal
      take-down | anslaget får tas ned | the announcement may come down
      notify-decision | anmäla beslutet | notify the decision
      measure-deadline | slutdatum | deadline
      case-deadline | handlägga ärendet | deal with the case
      answer-recommendation | svara revisorerna | answer the auditors
      present-follow-up | redovisa uppföljningen | present the follow-up
      period-ends | perioden slutar | the period ends
      promise-ends | löftet löper ut | the promise runs out
      """
    expectSame(
      CalendarKind.allCases.map { "\($0.text) | \($0.words.sv) | \($0.words.en)" }.joined(separator: "\n"), expected)
  }
}
