import CommandArguments
import Documents
import FollowUps
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("a report read while its period runs")
struct RunningPeriodTests {
  private func pack(_ label: Text, on today: String) throws -> FollowUpPack {
    let period = try #require(SmallLedger.periods.first { $0.label == label })
    return FollowUpPack(
      period: period, promise: id("P-0001"), chronicle: try SmallLedger.told().chronicle, knownAt: nil,
      today: day(today))
  }

  private func text(_ pack: FollowUpPack, _ language: Language = .sv) -> String {
    TerminalRenderer(width: 100, color: false).render(pack.document(language, basis: pack.basis))
  }

  @Test("it says how things stand so far, and that it is no report yet")
  func running() throws {
    let pack = try pack("2022-T3", on: "2022-10-01")
    #expect(
      text(pack).contains("PERIODEN PÅGÅR till 2022-12-31: läget 2022-10-01. Detta är ingen färdig uppföljning."))
    #expect(
      text(pack, .en).contains("THE PERIOD RUNS until 2022-12-31: as of 2022-10-01. This is no finished report."))
    #expect(pack.basis.asOf == .date(day("2022-10-01")))
    guard case .object(let json) = pack.json(basis: pack.basis) else {
      Issue.record("no object")
      return
    }
    #expect(json["running"] == true)
  }

  @Test("what is due later in the period is not overdue yet, as it is at its end")
  func overdue() throws {
    // M-0001 is due on 2022-12-15.
    let (running, ended) = (try pack("2022-T3", on: "2022-10-01"), try pack("2022-T3", on: "2023-01-10"))
    #expect(!running.overdue.contains { $0.subject == id("M-0001") })
    #expect(ended.overdue.contains { $0.subject == id("M-0001") })
    #expect(running.row("M-0001")?.schedule == .onTime && ended.row("M-0001")?.schedule == .overdue)
    #expect(!text(ended).contains("PERIODEN PÅGÅR"))
    #expect(ended.json(basis: ended.basis) == (try self.pack("2022-T3", on: "2030-01-01")).json(basis: ended.basis))
  }

  @Test("a final report judges no target while the promise runs")
  func final() throws {
    func markdown(_ today: String) throws -> String {
      let pack = try pack("slutrapport", on: today)
      return MarkdownRenderer().render(pack.document(.sv, basis: pack.basis))
    }
    #expect(try markdown("2022-10-01").contains("| inte nått än |"))
    #expect(try !markdown("2022-10-01").contains("2022-T3") && markdown("2022-10-01").contains("| 2022-T2 |"))
    #expect(try !markdown("2024-01-10").contains("nått än"))
    #expect(try markdown("2024-01-10").contains("| inte nått |"))
  }
}
