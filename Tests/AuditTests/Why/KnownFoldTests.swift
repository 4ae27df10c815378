import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@testable import Audit

@Suite("the fold of a subject as more becomes known")
struct KnownFoldTests {
  /// A measure with sixty amendments on days in any order, of which some are corrected, voided, or corrected and the
  /// correction voided.
  private func told(_ seed: UInt64) throws -> [Event] {
    var book = try OneMeasure.told()
    var generator = SeededGenerator(seed: seed)
    var amendments: [Event] = []
    for number in 0..<60 {
      let day = LocalDate(written: "2022-02-02").adding(days: Int.random(in: 0..<100, using: &generator))
      let amended = MeasureAmended(title: Text("Titel \(number)"), reason: "Nytt.")
      amendments.append(try book.tell("M-0001", .measure(.amended(amended)), on: day.text, irregular: "Prov."))
      guard number % 4 == 3 else { continue }
      let index = Int.random(in: 0..<amendments.count, using: &generator)
      let event = amendments.remove(at: index)
      let new = LocalDate(written: "2022-01-20").adding(days: number)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: try book.tell("M-0001", .entry(.reversed(EntryReversed(event: event.id, reason: "Fel."))))
      case let way:
        let correction = try book.tell(
          "M-0001",
          .entry(
            .corrected(
              EntryCorrected(
                event: event.id, field: "effective", old: event.effective.map { .string($0.text) },
                new: .string(new.text), reason: "Fel dag."))))
        if way == 2 { try book.tell("M-0001", .entry(.reversed(EntryReversed(event: correction.id, reason: "Nej.")))) }
      }
    }
    return book.chronicle.events(about: "M-0001")
  }

  @Test(
    "is at each entry the fold from the beginning, and each step is shown once", arguments: [1, 2, 3, 4] as [UInt64])
  func everyEntry(_ seed: UInt64) throws {
    let events = try told(seed)
    for asOf in [nil, "2022-03-15", "2022-01-25"] as [Effective?] {
      var fold = KnownFold("M-0001", asOf: asOf)
      for count in 1..<(events.count + 1) {
        var places: [Int] = []
        let first = fold.know(events[count - 1]) { place, _ in places.append(place) }
        let known = Array(events.prefix(count))
        let entries = Fold.entries(known, asOf: asOf)
        #expect(fold.entries == entries)
        #expect(fold.state == Fold.state(of: "M-0001", known, asOf: asOf))
        #expect(places == first.map { Array($0..<entries.count) } ?? [])
        if count % 9 == 0 {
          for place in entries.indices {
            let before = entries[..<place].reduce(into: SubjectState(id: "M-0001")) { $0.apply($1) }
            #expect(fold.state(before: place) == before)
          }
        }
      }
    }
  }
}
