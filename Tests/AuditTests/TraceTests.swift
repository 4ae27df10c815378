import Audit
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("a trace tells the whole story")
struct TraceTests {
  private func trace(_ teller: Teller, _ subject: String = "M-0001", asOf: String? = nil) -> Trace {
    Trace(of: id(subject), in: teller.chronicle, asOf: asOf.map { .date(day($0)) }, today: day("2022-06-10"))
  }

  private func types(_ entries: [Trace.Entry]) -> [String] { entries.map(\.event.fact.type) }

  @Test("in the order in which it was true, with what other subjects add")
  func order() throws {
    let trace = trace(try OneMeasure.told())
    #expect(
      types(trace.entries) == [
        "situation.assessed", "case.opened", "case.assigned", "measure.proposed", "case.linked", "measure.started",
        "decision.made", "measure.approved", "meeting.minutes-verified", "decision.final", "measure.progress-reported",
        "measure.progress-reported", "entry.document-attached", "follow-up.presented", "follow-up.noted",
        "measure.deadline-extended",
      ])
    #expect(trace.later.isEmpty)
    #expect(trace.entries.filter(\.isOwn).allSatisfy { $0.event.subject == id("M-0001") })
  }

  @Test("undated entries come first")
  func undated() throws {
    var book = try OneMeasure.told()
    try book.tell("M-0001", .measure(.progressReported(ProgressReported(statement: "Någon gång."))))
    #expect(trace(book).entries.first?.event.effective == nil)
    #expect(trace(book).entries.dropFirst().allSatisfy { $0.event.effective != nil })
  }

  @Test("what takes effect after the day asked stands apart, on the day itself it does not")
  func later() throws {
    let book = try OneMeasure.told()
    #expect(types(trace(book, asOf: "2022-06-19").later) == ["measure.deadline-extended"])
    #expect(trace(book, asOf: "2022-06-20").later.isEmpty)
    #expect(trace(book, asOf: "2022-06-19").book.measure(id("M-0001"))?.deadline == day("2022-06-30"))
  }

  @Test("what was not yet known is not in it")
  func known() throws {
    let book = try OneMeasure.told()
    let before = Trace(
      of: id("M-0001"), in: book.chronicle.known(through: 11), asOf: nil, today: day("2022-03-01"))
    #expect(types(before.entries).last == "measure.started")
    #expect(before.entries.allSatisfy { $0.event.position <= 11 })
  }

  @Test("a correction stands beside its entry, which shows the new value")
  func correction() throws {
    let reports = trace(try OneMeasure.told()).entries.filter { $0.event.fact.type == ProgressReported.type }
    #expect(reports.map(\.corrections.count) == [1, 0])
    guard case .measure(.progressReported(let report)) = reports[0].event.fact else {
      Issue.record("not a report")
      return
    }
    #expect(report.results == [TargetResult(target: "stolpar", actual: number("6"))])
    #expect(reports[0].corrections[0].corrected.field == "results")
  }

  @Test("a corrected day moves the entry to where it belongs")
  func correctedDay() throws {
    var book = try OneMeasure.told()
    let started = try #require(book.chronicle.events.first { $0.fact.type == MeasureStarted.type })
    try book.tell(
      "M-0001",
      .entry(
        .corrected(
          EntryCorrected(
            event: started.id, field: "effective", old: "2022-02-14", new: "2022-03-14", reason: "Fel månad."))))
    let order = types(trace(book).entries)
    #expect(try #require(order.firstIndex(of: "measure.started")) > #require(order.firstIndex(of: "decision.made")))
  }

  @Test("a voided correction is shown as voided and corrects nothing")
  func voidedCorrection() throws {
    var book = try OneMeasure.told()
    let correction = try #require(book.chronicle.events.first { $0.fact.type == EntryCorrected.type })
    try book.tell("M-0001", .entry(.reversed(EntryReversed(event: correction.id, reason: "Rätt från början."))))
    let report = try #require(trace(book).entries.first { !$0.corrections.isEmpty })
    #expect(report.corrections[0].reversal?.reversed.reason == "Rätt från början.")
    guard case .measure(.progressReported(let progress)) = report.event.fact else {
      Issue.record("not a report")
      return
    }
    #expect(progress.results.map(\.actual) == [number("8")])
  }

  @Test("a voided entry is not hidden; its twin is not marked")
  func voided() throws {
    let reports = trace(try OneMeasure.told()).entries.filter { $0.event.fact.type == ProgressReported.type }
    #expect(reports.map { $0.reversal?.reversed.reason } == [nil, "Registrerad två gånger."])
  }

  @Test("the lag is counted in local days, and is nil for what is undated")
  func lag() throws {
    let entries = trace(try OneMeasure.told()).entries
    #expect(entries.first { $0.event.fact.type == DecisionMade.type }?.lagDays == 34)
    #expect(entries.first { $0.event.fact.type == FollowUpPresented.type }?.lagDays == -21)
    #expect(trace(try OneMeasure.told(), "F-0001").entries.first?.lagDays == 0)
    let promise = trace(try OneMeasure.told(), "P-0001").entries
    #expect(promise.map(\.lagDays) == [nil])
  }

  @Test("a decision about another measure is no part of the story")
  func unrelated() throws {
    var book = try OneMeasure.told()
    try book.tell(
      "M-0002", .measure(.proposed(MeasureProposed(title: "En annan", binding: .promised, promise: id("P-0001")))))
    try book.tell(
      "D-0002",
      .decision(
        .made(
          DecisionMade(
            matter: "En annan", outcome: .approved, authority: Authority(.body, organ: id("B-0001")),
            concerns: [id("M-0002")]))))
    #expect(!trace(book).entries.contains { $0.event.subject == id("D-0002") })
    #expect(trace(book, "M-0002").entries.contains { $0.event.subject == id("D-0002") })
  }

  @Test("the positions are those of all that is shown: entries, what is later, corrections and reversals, each once")
  func positions() throws {
    let book = try OneMeasure.told()
    let trace = Trace(of: id("M-0001"), in: book.chronicle, asOf: .date(day("2022-06-10")), today: day("2022-06-10"))
    #expect(trace.positions == [4, 5, 6, 8, 9, 10, 12, 13, 14, 15, 16, 17, 18, 19, 22, 23, 24, 25])
  }

  @Test("a follow-up is woven in when presented and noted, and as compiled only until it is presented")
  func followUps() throws {
    let book = try OneMeasure.told()
    func reported(_ position: Int) -> [String] {
      let known = book.chronicle.known(through: position)
      let trace = Trace(of: id("M-0001"), in: known, asOf: nil, today: day("2022-06-10"))
      return types(trace.entries).filter { $0.hasPrefix("follow-up") }
    }
    #expect(reported(20) == ["follow-up.compiled"])
    #expect(reported(22) == ["follow-up.presented"])
    #expect(reported(23) == ["follow-up.presented", "follow-up.noted"])
  }

  @Test("a decision made under a delegation brings the delegation; one that refs name is woven in")
  func delegation() throws {
    var book = try OneMeasure.told()
    try book.tell(
      "G-0001",
      .delegation(.granted(DelegationGranted(from: id("B-0001"), to: OneMeasure.officer, scope: "Mindre åtgärder"))))
    try book.tell(
      "D-0002",
      .decision(
        .made(
          DecisionMade(
            matter: "Fler stolpar", outcome: .amended, authority: Authority(.delegated, delegation: id("G-0001"))))),
      on: "2022-06-01", refs: ["M-0001"])
    let subjects = Set(trace(book).entries.map(\.event.subject.text))
    #expect(subjects.isSuperset(of: ["D-0002", "G-0001"]))
  }

  @Test("every kind of subject can be traced; an unknown one is known not to be")
  func kinds() throws {
    let book = try OneMeasure.told()
    for subject in book.chronicle.allSubjects {
      #expect(trace(book, subject.text).entries.filter(\.isOwn).count > 0, "\(subject.text)")
    }
    #expect(!trace(book, "M-0099").isKnown)
    #expect(trace(book, "M-0099").entries.isEmpty)
  }
}
