import Audit
import LedgerDomain
import Projections
import TestSupport
import Testing

@Suite("An examination in parts")
struct ExaminationSweepTests {
  /// Every ledger of the rules, one after the other, is too much; some with several subjects and several rules are enough.
  private static let ledgers = RuleTests.cases.filter {
    ["AU-04", "CO-12", "FU-10", "PR-01", "TI-05", "RC-05"].contains($0.rule)
  }

  private func whole(_ book: Book) -> Examination { Examination(book) }

  /// The same by some sweeps, subjects dealt to them in turn, from the last, and merged.
  private func inParts(_ book: Book, _ count: Int) -> Examination {
    let reading = RuleReading(book)
    var sweeps = (0..<count).map { _ in ExaminationSweep() }
    for (place, id) in book.chronicle.allSubjects.reversed().enumerated() {
      sweeps[place % count].examine(
        SubjectStory(id, book.chronicle.events(about: id), asOf: book.asOf), reading)
    }
    let imports = Set(reading.index.imports.keys)
    for event in book.chronicle.events { sweeps[0].walk(EntryFacts(event, asOf: book.asOf, imports: imports)) }
    for event in book.chronicle.events { sweeps[0].look(at: event) }
    sweeps[0].countTexts(book.position)
    for other in sweeps.dropFirst() { sweeps[0].merge(other) }
    return sweeps[0].finished(reading)
  }

  @Test("gives what one over the whole book gives, however it is divided", arguments: [1, 2, 5])
  func parts(_ count: Int) {
    for ledger in Self.ledgers {
      let book = Book(ledger.told.chronicle, asOf: .date(ledger.day), today: ledger.day)
      let (one, other) = (whole(book), inParts(book, count))
      #expect(one.findings == other.findings, "\(ledger.title)")
      #expect(one.results.map(\.tested) == other.results.map(\.tested), "\(ledger.title)")
    }
  }

  @Test("an empty book has nothing to find")
  func empty() {
    let examination = Examination(Book(Chronicle(), asOf: nil, today: "2024-01-01"))
    #expect(examination.findings == [])
    #expect(examination.results.count == RuleBook.rules.count)
    #expect(examination.results.allSatisfy { $0.tested == 0 })
  }
}
