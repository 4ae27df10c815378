import CommandArguments
import Documents
import FollowUps
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("what was known when")
struct KnownThenTests {
  /// The small ledger, its second report presented, and then a late report and a correction.
  private func presented() throws -> Teller {
    var book = try SmallLedger.told()
    try book.tell(
      "F-0002",
      .followUp(
        .compiled(
          FollowUpCompiled(
            period: "2022-T2", promise: id("P-0001"), measures: book.pack("2022-T2").measures,
            knownThrough: book.chronicle.position))), on: "2022-09-05", at: "2022-09-05T07:00:00.000Z")
    try book.tell("F-0002", .followUp(.sent(FollowUpSent(to: id("B-0002")))), on: "2022-09-06")
    try book.tell(
      "F-0002",
      .followUp(
        .presented(
          FollowUpPresented(to: id("B-0002"), document: DocumentReference(name: "T2.pdf", sha256: digest("b"))))),
      on: "2022-09-20", at: "2022-09-20T12:00:00.000Z")
    return book
  }

  @Test("a report recorded late is in the answer from then on, and in no earlier one")
  func late() throws {
    var book = try presented()
    try SmallLedger.report(
      &book, "M-0002", "Tolv stolpar.", [("stolpar", "12")], on: "2022-08-30", at: "2022-10-05T07:00:00.000Z")
    #expect(try book.pack("2022-T2", knownAt: "2022-10-01T00:00:00.000Z").actual("M-0002") == nil)
    #expect(try book.pack("2022-T2", knownAt: "2022-10-05T07:00:00.000Z").actual("M-0002") == number("12"))
    #expect(try book.pack("2022-T2").actual("M-0002") == number("12"))
  }

  @Test("a correction changes the figure from the moment it is known")
  func correction() throws {
    var book = try presented()
    let report = try #require(book.chronicle.events(about: id("M-0001")).last { $0.fact.type == ProgressReported.type })
    try book.tell(
      "M-0001",
      .entry(
        .corrected(
          EntryCorrected(
            event: report.id, field: "results", old: [["target": "vandringar", "actual": "3"]],
            new: [["target": "vandringar", "actual": "2"]], reason: "En vandring ställdes in."))),
      at: "2022-10-06T07:00:00.000Z")
    #expect(try book.pack("2022-T2", knownAt: "2022-10-06T06:59:59.999Z").actual("M-0001") == number("3"))
    #expect(try book.pack("2022-T2").actual("M-0001") == number("2"))
    #expect(try book.pack("2022-T2").later.map(\.type) == ["entry.corrected"])
  }

  @Test("what is recorded after the presentation about the period is listed as added, what is about later days is not")
  func later() throws {
    var book = try presented()
    #expect(try book.pack("2022-T2").later.isEmpty)
    try SmallLedger.report(&book, "M-0002", "Sent.", [], on: "2022-08-30", at: "2022-10-05T07:00:00.000Z")
    try SmallLedger.report(&book, "M-0002", "Oktober.", [], on: "2022-10-06", at: "2022-10-07T07:00:00.000Z")
    let pack = try book.pack("2022-T2")
    #expect(pack.later.map(\.mark.effective) == [.date(day("2022-08-30"))])
    let text = TerminalRenderer(width: 100, color: false).render(pack.document(.sv, basis: pack.basis))
    #expect(
      text.contains(
        """
        Tillkommit efter redovisningen
        ──────────────────────────────

        2022-10-05 09:00  M-0002 Belysning på gångvägen vid stationen: läget rapporterat, gäller 2022-08-30

        """))
  }

  @Test("a decision of the first tertial that was recorded after its report is in the second, marked")
  func lateDecision() throws {
    var book = try SmallLedger.told()
    try SmallLedger.decide(&book, "D-0003", "Grannsamverkan i fler områden", "T-0001", "§ 15", ["M-0005"], "2022-02-23")
    let decisions = try book.pack("2022-T2").decisions
    #expect(decisions.map(\.id.text) == ["D-0003", "D-0002"])
    #expect(decisions.map(\.late) == [true, false])
    // What the first report could show is not repeated.
    #expect(try book.pack("2022-T1", knownAt: "2022-05-05T07:00:00.000Z").decisions.map(\.id.text) == ["D-0001"])
  }

  @Test("the same reading gives the same report")
  func same() throws {
    let book = try presented()
    let known = try book.pack("2022-T2", knownAt: "2022-09-05T00:00:00.000Z")
    let plain = try SmallLedger.told().pack("2022-T2")
    #expect(known.json(basis: plain.basis) == plain.json(basis: plain.basis))
  }

  @Test("then and now: nothing differs at first, a correction is one difference with its reason")
  func difference() throws {
    var book = try presented()
    func difference(_ book: Teller) throws -> PackDifference {
      guard case .followUp(let followUp) = book.chronicle.state(of: id("F-0002")) else {
        preconditionFailure("F-0002 is a follow-up")
      }
      return PackDifference(
        followUp, compiled: try #require(followUp.compiled), period: SmallLedger.periods[1], chronicle: book.chronicle)
    }
    #expect(try difference(book).points.isEmpty)
    let report = try #require(book.chronicle.events(about: id("M-0001")).last { $0.fact.type == ProgressReported.type })
    try book.tell(
      "M-0001",
      .entry(
        .corrected(
          EntryCorrected(
            event: report.id, field: "results", old: [["target": "vandringar", "actual": "3"]],
            new: [["target": "vandringar", "actual": "2"]], reason: "En vandring ställdes in."))),
      at: "2022-10-06T07:00:00.000Z")
    let now = try difference(book)
    #expect(now.points.map(\.what) == [.actual])
    #expect(now.entries.map(\.type) == ["entry.corrected"])
    let text = MarkdownRenderer().render(now.document(.sv, basis: now.now.basis))
    #expect(text.contains("| M-0001 | Trygghetsvandringar | utfall, vandringar | 3 st | 2 st |"))
    #expect(text.contains("vandringar 3 → vandringar 2. Skäl: En vandring ställdes in."))
  }
}
