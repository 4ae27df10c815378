import JournalStore
import LedgerDomain
import TestSupport
import Testing

@testable import Projections

/// Steps of steady measures and rows of the others beside the fold of every row.
@Suite("Steps of measures")
struct MeasureStepsTests {
  /// Rows as they come: of so many measures, their moments mostly in the order of positions.
  private static func rows(
    _ measures: Int, each count: Int, areas: Int, moments: Int, _ random: inout SeededGenerator
  ) -> (MeasureRows, AreaSets) {
    var (rows, sets) = (MeasureRows(), AreaSets())
    let numbers = (0..<areas).map {
      sets.number(of: AreaSets.Areas(isWide: false, codes: [Code(stringLiteral: "a\($0)")]))
    }
    var ids: [UInt32: [EventID]] = [:]
    for position in 1...(measures * count) {
      let number = UInt32(position % measures + 1)
      let isFirst = position <= measures
      let id = EventID(high: UInt64(position), low: 7)
      let step: MeasureRow.Step =
        isFirst
        ? .proposed : [.approved, .started, .amended, .paused, .resumed].randomElement(using: &random) ?? .tabled
      let moment =
        Int.random(in: 0..<40, using: &random) == 0
        ? Int.random(in: 0..<moments, using: &random) : moments * position / (measures * count)
      let row = MeasureRow(
        effective: Int64(moment) * 1000, position: UInt32(position), step: step,
        areas: step.hasAreas ? numbers[position % areas] : 0)
      if !isFirst, Int.random(in: 0..<30, using: &random) == 0, let target = ids[number]?.randomElement(using: &random)
      {
        rows.append(MeasureRow(effective: 0, position: UInt32(position), step: .reversed, areas: 0), of: number, id: id)
        rows.append(target: target, of: number, position: UInt32(position), id: id)
      } else {
        rows.append(row, of: number, id: id)
      }
      ids[number, default: []].append(id)
    }
    return (rows, sets)
  }

  /// The counts of every measure's rows, folded.
  private static func folded(_ rows: MeasureRows, _ sets: AreaSets, known position: Int, before moment: Int64)
    -> MeasureCounts
  {
    let groups = MeasureGroups(rows)
    var (history, sets, counts) = (MeasureHistory(), sets, MeasureCounts([]))
    for index in 0..<groups.count {
      history.gather(groups[index], of: rows)
      let stand = history.rows.stand(
        entryRowCount: history.entryRowCount, known: position, before: moment, sets: &sets)
      counts.add(stand, sets, 1)
    }
    return counts
  }

  private static func tables(_ rows: MeasureRows, _ sets: AreaSets) -> [Int: [UInt8]] {
    let groups = MeasureGroups(rows)
    var (history, sets, steps) = (MeasureHistory(), sets, MeasureSteps.Making())
    for index in 0..<groups.count {
      history.gather(groups[index], of: rows)
      let counted = history.rows.stand(entryRowCount: history.entryRowCount, before: .max, sets: &sets).counted
      steps.take(history, counted, sets)
    }
    return steps.tables()
  }

  private static func compare(
    _ rows: MeasureRows, _ sets: AreaSets, _ tables: [Int: [UInt8]], count: Int, moments: Int, readings: Int,
    _ random: inout SeededGenerator
  ) throws -> Int {
    let steps = MeasureSteps(LineIndex(start: 0, count: count, sections: MemorySections(tables)))
    var differing = 0
    for reading in 0..<readings {
      let position = reading == 0 ? Int.max : Int.random(in: 0...(count + 1), using: &random)
      let moment = reading <= 1 ? Int64.max : Int64.random(in: -1...Int64(moments * 1000), using: &random)
      var (sums, ownSets) = (MeasureSums(), sets)
      try steps.count(known: position, before: moment, into: &sums)
      try steps.countUnsteady(known: position, before: moment, into: &sums, &ownSets)
      if MeasureCounts(sums, ownSets) != folded(rows, sets, known: position, before: moment) { differing += 1 }
    }
    return differing
  }

  @Test("at any reading they count what the fold of all rows counts", arguments: 1...4)
  func readings(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: 40 + seed)
    let moments = [3, 50, 400, 5000][Int(seed) - 1]
    let (rows, sets) = Self.rows(300, each: 6, areas: 1 + Int(seed) * 7, moments: moments, &random)
    let tables = Self.tables(rows, sets)
    #expect(tables[MeasureTables.steps]?.isEmpty == false && tables[MeasureTables.unsteady]?.isEmpty == false)
    #expect(try Self.compare(rows, sets, tables, count: 1800, moments: moments, readings: 60, &random) == 0)
  }

  @Test("with more changes and moments than a word of four bytes tells apart, they count the same")
  func wide() throws {
    var random = SeededGenerator(seed: 50)
    let count = 140_000
    let (rows, sets) = Self.rows(70_000, each: 2, areas: 70_000, moments: count, &random)
    let tables = Self.tables(rows, sets)
    #expect(tables[MeasureTables.steps]?.count == 2 * (tables[MeasureTables.stepPositions]?.count ?? 0))
    #expect(try Self.compare(rows, sets, tables, count: count, moments: count, readings: 3, &random) == 0)
  }

  @Test("rows are grouped as a dictionary groups them, whether numbers lie close or far apart")
  func groups() {
    var random = SeededGenerator(seed: 60)
    for limit in [1, 5, 700, 900_000_000] as [UInt32] {
      for count in [0, 1, 2000, 40_000] {
        var rows = MeasureRows()
        var reference: [UInt32: [UInt32]] = [:]
        for place in 0..<count {
          let number = UInt32.random(in: 1...limit, using: &random)
          rows.append(
            MeasureRow(effective: 0, position: UInt32(place), step: .tabled, areas: 0), of: number,
            id: EventID(high: 0, low: UInt64(place)))
          reference[number, default: []].append(UInt32(place))
        }
        let groups = MeasureGroups(rows)
        #expect(groups.numbers == reference.keys.sorted() && rows.count == count)
        #expect((0..<groups.count).allSatisfy { reference[groups.numbers[$0]] == Array(groups[$0]) })
        #expect((0..<UInt32(count)).allSatisfy { rows[$0].position == $0 && rows.id(at: $0).low == UInt64($0) })
      }
    }
  }

  @Test("rows that nearly are in order are put into it as a sort puts them")
  func arranging() {
    var random = SeededGenerator(seed: 70)
    for count in 0..<90 {
      var rows = (0..<count).map { place in
        MeasureRow(
          effective: Int64(place + Int.random(in: -4...4, using: &random)), position: UInt32(place), step: .tabled,
          areas: 0)
      }
      let sorted = rows.sorted(by: MeasureRow.inOrder)
      rows.arrange()
      #expect(rows.map(\.position) == sorted.map(\.position))
    }
  }
}
