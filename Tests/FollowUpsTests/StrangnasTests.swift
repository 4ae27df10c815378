import CommandArguments
import Documents
import FollowUps
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

/// The follow-up for 2019 of a real promise: targets and actuals as Strängnäs published them, and nothing else.
@Suite("a real follow-up: Strängnäs 2019")
struct StrangnasTests {
  private static let period = ReportingPeriod(label: "2019", from: day("2019-01-01"), through: day("2019-12-31"))

  private func pack() throws -> FollowUpPack {
    var book = Teller()
    try book.tell(
      "L-0001",
      .ledger(
        .opened(
          LedgerOpened(
            identity: "urn:uuid:00000000-0000-4000-8000-000000000002", title: "Strängnäs 2019",
            owner: "Strängnäs kommun", reality: .real,
            validity: DateSpan(from: Self.period.from, through: Self.period.through), timeZone: "Europe/Stockholm",
            language: "sv", periods: [Self.period], format: 1))),
      on: "2019-01-01", at: "2020-01-10T09:00:00.000Z")
    try book.tell(
      "P-0001",
      .promise(
        .adopted(
          PromiseAdopted(
            title: "Medborgarlöfte 2019", validity: DateSpan(from: Self.period.from, through: Self.period.through),
            commitments: [Commitment(text: "Grannsamverkan, båtsamverkan, trygghetsvandringar, trafikkontroller.")],
            parties: [Named("kommunen", "Strängnäs kommun"), Named("polisen", "Polisen")]))))
    let rows: [(title: Text, unit: Text, comparison: Comparison?, value: String?, actual: String)] = [
      ("grannsamverkansområden", "områden", .atLeast, "8", "20"), ("båtsamverkan", "st", nil, "2", "3"),
      ("trygghetsvandringar", "vandringar", .atLeast, "4", "4"), ("trafikkontroller", "kontroller", nil, nil, "303"),
    ]
    for (number, row) in rows.enumerated() {
      let measure = "M-000\(number + 1)"
      let target = Target(
        name: row.title, unit: row.unit, comparison: row.comparison, value: row.value.map { TestSupport.number($0) })
      try book.tell(
        measure,
        .measure(
          .proposed(
            MeasureProposed(title: row.title, binding: .promised, promise: id("P-0001"), targets: [target]))))
      try book.tell(
        measure,
        .measure(
          .progressReported(
            ProgressReported(
              statement: "Redovisat för 2019.",
              results: [TargetResult(target: row.title, actual: TestSupport.number(row.actual))],
              period: "2019"))),
        irregular: "Beslutet anges inte i den publicerade uppföljningen.")
    }
    return FollowUpPack(period: Self.period, promise: id("P-0001"), chronicle: book.chronicle, knownAt: nil)
  }

  @Test("reads as on file", arguments: Language.allCases)
  func report(_ language: Language) throws {
    let pack = try pack()
    Golden.expect(
      MarkdownRenderer().render(pack.document(language, basis: pack.basis)),
      is: "reports/strangnas.\(language.rawValue).md")
  }

  @Test("has a target for three of the four, reached, none for the traffic checks, and claims no effect")
  func targets() throws {
    let pack = try pack()
    #expect(pack.rows.map { $0.targets[0].reached } == [true, true, true, nil])
    #expect(pack.rows.map { $0.targets[0].results.last?.actual.text } == ["20", "3", "4", "303"])
    let text = MarkdownRenderer().render(pack.document(.sv, basis: pack.basis))
    #expect(text.contains("| M-0004 | trafikkontroller | kontroller | inget mål | 303 |"))
    #expect(text.contains("Ingen effekt är utvärderad, och ingen påstås."))
  }
}
