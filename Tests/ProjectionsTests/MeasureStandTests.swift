import JournalStore
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import Projections

@Suite("Where a measure stands, by rows and by events")
struct MeasureStandTests {
  private static let sets: AreaSets = {
    var sets = AreaSets()
    for codes in [[], ["norr"], ["norr", "soder"]] as [[Code]] {
      _ = sets.number(of: AreaSets.Areas(isWide: false, codes: codes))
    }
    return sets
  }()

  /// Every step with the event that it stands for.
  private static let steps: [(row: MeasureRow, fact: MeasureFact)] = {
    func row(_ step: MeasureRow.Step, _ areas: UInt32 = 0) -> MeasureRow {
      MeasureRow(effective: 0, position: 1, step: step, areas: areas)
    }
    return [
      (row(.proposed, 2), .proposed(MeasureProposed(title: "A", binding: .decided))),
      (row(.proposed, 3), .proposed(MeasureProposed(title: "A", binding: .decided, areas: ["norr"]))),
      (row(.proposed, 1), .proposed(MeasureProposed(title: "A", binding: .decided, municipalityWide: true))),
      (row(.referredBack), .referredBack(MeasureReferredBack(reason: "x"))),
      (row(.tabled), .tabled(MeasureTabled())),
      (row(.approved), .approved(MeasureApproved(decision: "D-0001"))),
      (row(.rejected), .rejected(MeasureRejected(reason: "x"))),
      (row(.started), .started(MeasureStarted())),
      (row(.implemented), .implemented(MeasureImplemented(extent: .full))),
      (row(.partlyImplemented), .implemented(MeasureImplemented(extent: .partial))),
      (row(.notImplemented), .implemented(MeasureImplemented(extent: .none))),
      (row(.paused), .paused(MeasurePaused(reason: "x"))),
      (row(.resumed), .resumed(MeasureResumed())),
      (row(.withdrawn), .withdrawn(MeasureWithdrawn(reason: "x"))),
      (row(.amended, 2), .amended(MeasureAmended(title: "B", reason: "x"))),
      (row(.amended, 4), .amended(MeasureAmended(areas: ["norr", "soder"], reason: "x"))),
      (row(.amended, 1), .amended(MeasureAmended(municipalityWide: true, reason: "x"))),
    ]
  }()

  @Test("all sequences of up to four steps end in the same status and areas")
  func sequences() {
    var tried = 0
    func follow(_ stand: MeasureStand, _ measure: Measure, _ path: [Int]) {
      tried += 1
      let areas = Self.sets[stand.areas]
      let isSame =
        stand.status == measure.status && stand.isFounded == (measure.plan != nil)
        && (measure.plan.map { areas.isWide == $0.municipalityWide && areas.codes == $0.areas } ?? true)
      if !isSame {
        Issue.record("after \(path.map { Self.steps[$0].fact }): \(stand), \(String(describing: measure.status))")
      }
      // Of the longest ones a sample, which goes through all of them; all in a long run.
      let isLong = MeasureCountTests.factor > 0 || path.reduce(0, { $0 * 5 + $1 }).isMultiple(of: 7)
      if path.count == 4 || path.count == 3 && !isLong { return }
      for (index, step) in Self.steps.enumerated() {
        var (stand, measure) = (stand, measure)
        stand.take(step.row, Self.sets)
        let event = Event(
          id: .at(1), subject: "M-0001", recorded: Instant(milliseconds: 0), position: 1, subjectVersion: 1,
          effective: nil, recordedBy: "x", fact: .measure(step.fact))
        measure.evolve(step.fact, event)
        follow(stand, measure, path + [index])
      }
    }
    follow(MeasureStand(), Measure(id: "M-0001"), [])
    #expect(tried > 1 + 17 + 289 + 4913 + 83_521 / (MeasureCountTests.factor > 0 ? 1 : 8) - 1)
  }

  @Test("a set of areas has one number, and a number its set again from JSON")
  func areaSets() throws {
    var sets = AreaSets()
    var random = SeededGenerator(seed: 1)
    let codes: [Code] = ["a", "b", "c", "d"]
    var known: [AreaSets.Areas: UInt32] = [AreaSets.Areas(isWide: true, codes: []): AreaSets.wide]
    for _ in 0..<500 {
      let areas = AreaSets.Areas(
        isWide: Bool.random(using: &random),
        codes: codes.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random)).map { $0 })
      let number = sets.number(of: areas)
      #expect(known.updateValue(number, forKey: areas) ?? number == number && sets[number] == areas)
    }
    #expect(sets.all.allSatisfy { sets.isWide(known[$0] ?? 0) == $0.isWide })
    #expect(sets.all.allSatisfy { sets.hasCodes(known[$0] ?? 0) == !$0.codes.isEmpty })
    let again = try #require(AreaSets(text: sets.text))
    #expect(again.all == sets.all)
    #expect(AreaSets(text: Array("x\n".utf8)) == nil && AreaSets(text: Array("- Norr\n".utf8)) == nil)
  }

  @Test("a hundred thousand sets of areas are told apart, also where they are joined to others")
  func manySets() {
    var random = SeededGenerator(seed: 5)
    var (one, other) = (AreaSets(), AreaSets())
    let codes = (0..<50_000).map { Code(stringLiteral: "a\($0)") }
    for code in codes { _ = one.number(of: AreaSets.Areas(isWide: false, codes: [code])) }
    for code in codes.shuffled(using: &random) {
      _ = other.number(of: AreaSets.Areas(isWide: false, codes: [code, codes[0]]))
    }
    let before = other.all
    let numbers = other.numbers(in: &one)
    #expect(one.count == 1 + 100_000 && numbers.count == 1 + before.count && numbers[0] == 0)
    #expect(before.indices.allSatisfy { one[numbers[$0 + 1]] == before[$0] })
    let row = MeasureRow(effective: -1, position: .max, step: .target, areas: UInt32(AreaSets.countLimit))
    #expect(row.areas == UInt32(AreaSets.countLimit) && row.step == .target)
  }
}
