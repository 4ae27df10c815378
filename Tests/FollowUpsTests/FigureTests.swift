import CommandArguments
import Documents
import FollowUps
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("the pictures of a report")
struct PackFigureTests {
  private func figures(_ label: Text) throws -> [Figure] {
    let pack = try SmallLedger.told().pack(label)
    return pack.document(.sv, basis: pack.basis).blocks.compactMap { block in
      if case .figure(let figure) = block { figure } else { nil }
    }
  }

  @Test("are those of the indicators, of the measures by status, area and focus area, and of their time")
  func all() throws {
    #expect(
      try figures("2022-T2").map(\.caption) == [
        "Trygg utomhus kvällstid (I-0001)", "Åtgärder efter status vid varje periods slut", "Åtgärder efter område",
        "Åtgärder efter fokusområde", "Tidslinje för M-0001–M-0006",
      ])
  }

  @Test("say in words what they show, with every number")
  func described() throws {
    let figures = try figures("2022-T2")
    #expect(figures[0].description == "%. 2021-11-15: 61,5 (nuläge); 2022-08-20: 64.")
    #expect(
      figures[0].notes == [
        "Skalan börjar inte vid noll: den går från 61,5 till 64.", "Källa: trygghetsmätning.",
      ])
    #expect(
      figures[1].description
        == "2022-T1: 4 (pågående eller pausade 1; beslutade, inte påbörjade 3). 2022-T2: 5 (genomförda, helt eller delvis 1; pågående eller pausade 1; beslutade, inte påbörjade 2; under beredning 1)."
    )
  }

  @Test("count each measure of a status once in each of its areas, and none outside the report")
  func counted() throws {
    for case .bars(let bars) in try figures("2022-T2").map(\.chart) {
      #expect(bars.rows.allSatisfy { $0.counts.reduce(0, +) <= 5 })
    }
  }
}
