import FollowUps
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("what a report counts")
struct ReportScopeTests {
  @Test("every measure promised or decided at the end of the period has a row, an example has none")
  func rows() throws {
    let pack = try SmallLedger.told().pack("2022-T2")
    #expect(pack.measures == ["M-0001", "M-0002", "M-0004", "M-0005", "M-0006"].map(id))
    #expect(pack.examples.map(\.id) == [id("M-0003")])
  }

  @Test("a measure proposed after the end of the period has no row")
  func afterwards() throws {
    var book = try SmallLedger.told()
    try SmallLedger.propose(&book, "M-0007", "Ny", on: "2022-09-01")
    #expect(try !book.pack("2022-T2").measures.contains(id("M-0007")))
    #expect(try book.pack("2022-T3").measures.contains(id("M-0007")))
  }

  @Test("what nobody reported on in the year has a row without information")
  func noInformation() throws {
    let book = try SmallLedger.told()
    #expect(try book.pack("2022-T2").row("M-0002")?.evidence == Evidence.none)
    #expect(try book.pack("2022-T2").row("M-0001")?.evidence == .measured)
    // Last year's report is no information about this year.
    let next = try book.pack("2023-T1")
    #expect(next.row("M-0001")?.evidence == Evidence.none)
    #expect(next.actual("M-0001") == nil)
  }

  @Test("figures are cumulative from January: what was reported in the first tertial still counts in the second")
  func fromJanuary() throws {
    var book = try SmallLedger.told()
    #expect(try book.pack("2022-T1").actual("M-0001") == number("1"))
    #expect(try book.pack("2022-T2").actual("M-0001") == number("3"))
    try SmallLedger.report(&book, "M-0002", "Åtta stolpar.", [("stolpar", "8")], on: "2022-03-01")
    #expect(try book.pack("2022-T2").actual("M-0002") == number("8"))
    #expect(try book.pack("2022-T2").scope.from == day("2022-01-01"))
  }

  @Test("a report on the period's last day counts, one from the day after does not")
  func lastDay() throws {
    var book = try SmallLedger.told()
    try SmallLedger.report(&book, "M-0002", "En stolpe.", [("stolpar", "1")], on: "2022-08-31")
    try SmallLedger.report(&book, "M-0002", "Två stolpar.", [("stolpar", "2")], on: "2022-09-01")
    #expect(try book.pack("2022-T2").actual("M-0002") == number("1"))
    #expect(try book.pack("2022-T3").actual("M-0002") == number("2"))
  }

  @Test("a report written after the period counts where it names the period, and nowhere earlier")
  func named() throws {
    var book = try SmallLedger.told()
    try SmallLedger.report(&book, "M-0002", "Nio stolpar.", [("stolpar", "9")], period: "2022-T2", on: "2022-09-08")
    #expect(try book.pack("2022-T2").actual("M-0002") == number("9"))
    #expect(try book.pack("2022-T1").actual("M-0002") == nil)
  }

  @Test("a report that names an earlier period does not overrule a later figure")
  func order() throws {
    var book = try SmallLedger.told()
    try SmallLedger.report(
      &book, "M-0001", "En, enligt listan.", [("vandringar", "1")], period: "2022-T1", on: "2022-08-30")
    #expect(try book.pack("2022-T2").actual("M-0001") == number("3"))
  }

  @Test("an undated report is shown, and any dated one comes after it")
  func undated() throws {
    var book = try SmallLedger.told()
    try SmallLedger.report(&book, "M-0001", "Många.", [("vandringar", "9")], on: nil)
    try SmallLedger.report(&book, "M-0002", "Några.", [("stolpar", "5")], on: nil)
    let pack = try book.pack("2022-T2")
    #expect(pack.actual("M-0001") == number("3"))
    #expect(pack.actual("M-0002") == number("5"))
    #expect(pack.row("M-0002")?.targets.first?.results.first?.year == nil)
  }

  @Test("the final report covers the whole promise, each year with its own value, never added up")
  func final() throws {
    var book = try SmallLedger.told()
    try SmallLedger.report(&book, "M-0001", "Fem under 2023.", [("vandringar", "5")], on: "2023-10-01")
    let results = try book.pack("slutrapport").row("M-0001")?.targets.first?.results
    #expect(results?.map(\.year) == [2022, 2023])
    #expect(results?.map(\.actual.text) == ["3", "5"])
    #expect(try book.pack("slutrapport").row("M-0001")?.targets.first?.reached == true)
  }
}
