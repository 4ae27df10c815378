import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("the made-up ledger")
struct ExempelTests {
  private let chronicle = Exempel.chronicle

  private func book(asOf: Effective? = nil, knownAt: Instant? = nil) -> Book {
    let known = knownAt.map { chronicle.known(through: chronicle.position(knownAt: $0)) } ?? chronicle
    return Book(known, asOf: asOf, today: "2024-05-06")
  }

  @Test("has every type of event")
  func everyType() {
    #expect(Set(chronicle.events.map(\.fact.type)) == Set(Fact.readers.keys))
  }

  @Test("has every kind of irregularity")
  func everyIrregularity() {
    let kinds = chronicle.events.flatMap { $0.circumstances.irregular?.kinds ?? [] }
    #expect(Set(kinds) == Set(Irregularity.allCases))
  }

  @Test("has decisions of every authority")
  func everyAuthority() {
    let kinds = book().decisions.compactMap { $0.made?.authority.kind }
    #expect(Set(kinds) == Set(AuthorityKind.allCases))
  }

  @Test("says of itself that it is made up")
  func illustrative() {
    #expect(book().ledger?.opened?.reality == .illustrative)
    #expect(book().ledger?.opened?.title == "Exempel: påhittat medborgarlöfte 2022–2023")
  }

  @Test("counts")
  func counts() {
    let book = book()
    #expect(chronicle.position == 650)
    #expect(book.measures.count == 44)
    #expect(book.cases.count == 13)
    #expect(book.decisions.count == 60)
    #expect(book.meetings.count == 36)
    #expect(book.bodies.count == 6)
    #expect(book.delegations.count == 6)
    #expect(book.indicators.count == 7)
    #expect(book.recommendations.count == 4)
    #expect(book.followUps.map { $0.compiled?.period } == book.ledger?.opened?.periods.map(\.label))
    #expect(book.followUps.allSatisfy { $0.presented != nil })
  }

  @Test(
    "ends with these official statuses",
    arguments: [
      (1, MeasureStatus.partlyImplemented, Schedule.endedInTime), (3, .implemented, .endedInTime),
      (6, .partlyImplemented, .endedLate), (7, .implemented, .endedInTime), (16, .implemented, .endedInTime),
      (17, .implemented, .endedInTime), (23, .withdrawn, .notApplicable), (25, .inProgress, .overdue),
      (28, .notImplemented, .endedInTime), (30, .inProgress, .notApplicable), (32, .withdrawn, .notApplicable),
      (36, .inProgress, .overdue), (42, .inProgress, .overdue), (43, .tabled, .overdue), (44, .approved, .onTime),
    ] as [(Int, MeasureStatus, Schedule)])
  func statuses(_ number: Int, _ status: MeasureStatus, _ schedule: Schedule) throws {
    let measure = try #require(book().measure(.m(number)))
    #expect(measure.status == status)
    #expect(measure.schedule(on: "2024-05-06") == schedule)
  }

  @Test("shows M-0017 under way on 14 October 2022, though nobody could know it then")
  func twoClocks() throws {
    let day = Effective.date("2022-10-14")
    let then = try #require(Instant(rfc3339: "2022-10-14T23:59:00+02:00"))
    #expect(book(asOf: day).measure(.m(17))?.status == .inProgress)
    #expect(book(asOf: day, knownAt: then).measure(.m(17))?.status == .proposed)
    let differing = book(asOf: day).measures.filter {
      book(asOf: day, knownAt: then).measure($0.id)?.status != $0.status
    }
    #expect(differing.map(\.id) == [.m(17)])
  }

  @Test("tells M-0007 from a referral back to an effect above its baseline")
  func lightingInEkliden() throws {
    let measure = try #require(book().measure(.m(7)))
    #expect(
      measure.decisions.map { "\($0.type.text) \($0.decision?.text ?? "-")" } == [
        "measure.referred-back D-0003", "measure.approved D-0004", "measure.deadline-extended D-0005",
      ])
    #expect(measure.originalDeadline == "2022-10-31")
    #expect(measure.deadline == "2022-12-16")
    #expect(measure.reports.map { $0.results.map(\.actual.text) } == [["0"], ["9"], ["22"]])
    #expect(measure.evidence == .evaluated)
    #expect(measure.record.documents.count == 2)
    #expect(book().indicator(.i(6))?.baseline?.observed.value == "48")
  }

  @Test("corrects a corrected figure, an effective date, and keeps a figure whose correction was reversed")
  func corrections() throws {
    let book = book()
    #expect(book.measure(.m(1))?.reports[1].results.map(\.actual) == ["418"])
    #expect(book.measure(.m(3))?.ended?.effective == .date("2022-06-17"))
    #expect(book.measure(.m(5))?.reports[1].results.map(\.actual) == ["5"])
    #expect(book.measure(.m(45)) == nil)
    let presented = try #require(Instant(rfc3339: "2022-09-28T12:00:00Z"))
    #expect(self.book(knownAt: presented).measure(.m(1))?.reports[1].results.map(\.actual) == ["431"])
    #expect(self.book(knownAt: presented).measure(.m(7))?.reports[1].results.map(\.actual) == ["12"])
  }

  @Test("leaves things to do when it ends")
  func leftOpen() {
    let kinds = book().obligations.map { "\($0.kind.text) \($0.subject.text)" }
    for open in [
      "carry-out M-0025", "carry-out M-0042", "decide M-0043", "evaluate M-0006", "deal-with-case C-0013",
      "announce-verification T-0027", "notify-decision D-0044", "publish-follow-up F-0006",
      "answer-recommendation R-0003",
    ] {
      #expect(kinds.contains(open), "\(open)")
    }
  }
}
