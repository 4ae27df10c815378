import CommandArguments
import Documents
import FollowUps
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("a report grouped")
struct GroupingTests {
  private func pack(_ grouping: PackGrouping) throws -> FollowUpPack {
    var pack = try SmallLedger.told().pack("2022-T2")
    pack.grouping = grouping
    return pack
  }

  @Test("by area in the promise's order, then what is municipality-wide; a measure of two areas is in both")
  func area() throws {
    let groups = try pack(.area).groups
    #expect(groups.map(\.code) == ["norr", "centrum", nil])
    #expect(
      groups.map { $0.measures.map(\.text) } == [["M-0001", "M-0005"], ["M-0001", "M-0002", "M-0006"], ["M-0004"]])
  }

  @Test("says how many rows there are of how many measures")
  func said() throws {
    let pack = try pack(.area)
    let text = MarkdownRenderer().render(pack.document(.sv, basis: pack.basis))
    #expect(text.contains("5 åtgärder, 6 rader, 1 i flera grupper."))
    #expect(text.contains("### Norr (2)") && text.contains("### Hela kommunen (1)"))
  }

  @Test("each group has its tallies")
  func tallies() throws {
    let pack = try pack(.area)
    let text = MarkdownRenderer().render(pack.document(.sv, basis: pack.basis))
    #expect(
      text.contains(
        """
        ### Hela kommunen (1)

        Status: pågående 1. Belägg: uppgift saknas 1. Tidplan: i tid 1.
        """))
  }

  @Test("ungrouped there are no groups; by focus area and party what has none stands last")
  func others() throws {
    #expect(try SmallLedger.told().pack("2022-T2").groups.isEmpty)
    #expect(try pack(.focusArea).groups.map(\.measures.count) == [5])
    #expect(try pack(.party).groups.map(\.measures.count) == [0, 0, 5])
  }
}
