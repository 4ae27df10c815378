import DurableFiles
import JournalStore
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import Projections

@Suite("Search in titles")
struct TitleSearchTests {
  /// The obvious way: every subject's own title, at the reading.
  static func reference(_ text: String, _ book: Book) -> [SubjectID] {
    let words = text.lowercased().split(separator: " ")
    return book.chronicle.allSubjects.filter { id in
      guard book.state(of: id) != nil, let title = book.state(of: id)?.name?.lowercased() else { return false }
      return words.allSatisfy { title.contains($0) }
    }
  }

  static func found(_ text: String, _ book: Book) throws -> [SubjectID] {
    try #require(TitleSearch(text)).subjects(in: book).map(\.subject.id)
  }

  static let questions = [
    "belysning", "BELYSNING ekliden", "ekliden belysning", "a", "å", "ä ö", "–", "2022", "t1", "xyzzy", "e\u{301}",
    "vand ring",
  ]

  @Test("the example ledger, at positions and days throughout, with and without tables of a cache")
  func exempel() throws {
    let events = try Journal.open(ExampleLedger.folder).events
    let raw = RawLedger(events)
    let scratch = try ScratchFolder()
    let cache = IndexCache(folder: scratch("cache"), writesFrom: 1)
    let ends = events.batchStarts.dropFirst().map { $0 - 1 }
    try raw.prefix(ends[ends.count / 2]).write(to: scratch("ledger"))
    _ = try JournalView.open(scratch("ledger"), cache: cache, extra: LedgerTallies())
    try raw.write(to: scratch("ledger"))
    let view = try JournalView.open(
      scratch("ledger"), cache: IndexCache(folder: scratch("cache"), writesFrom: 1 << 30), extra: LedgerTallies())
    #expect(view.sweptCount == events.count - ends[ends.count / 2])
    let days = try ["2022-01-31", "2022-10-14", "2024-05-06"].map { try Effective(text: $0) }
    var foundCount = 0
    for position in stride(from: 1, through: events.count, by: 77) {
      for day in days {
        let book = Book(Chronicle(view).known(through: position), asOf: day, today: day.day)
        let slow = Book(Chronicle(events).known(through: position), asOf: day, today: day.day)
        for question in Self.questions {
          let found = try Self.found(question, book)
          #expect(found == Self.reference(question, slow), "\(question) at \(position), \(day.text)")
          #expect(try Self.found(question, slow) == found)
          foundCount += found.count
        }
      }
    }
    #expect(foundCount > 100)
    let book = Book(Chronicle(view), asOf: nil, today: days[2].day)
    #expect(try TitleSearch("belysning")?.subjects(in: book, kind: .measure).count == 3)
  }

  @Test("a title that was corrected or amended is found by its new words, at its old readings by the old ones")
  func corrected() throws {
    let events = RandomJournal.events(count: 400, measures: 20, seed: 41)
    let scratch = try ScratchFolder()
    try RawLedger(events).write(to: scratch("ledger"))
    let view = try JournalView.open(scratch("ledger"), extra: LedgerTallies())
    let words = Set(
      Chronicle(events).allSubjects.compactMap { Book(Chronicle(events), asOf: nil, today: "2023-01-01").title(of: $0) }
        .flatMap { $0.split(separator: " ").map(String.init) })
    for position in [40, 200, 400] {
      let book = Book(Chronicle(view).known(through: position), asOf: nil, today: "2023-01-01")
      for word in words { #expect(try Self.found(word, book) == Self.reference(word, book), "\(word) at \(position)") }
    }
  }

  @Test("a cache with titles holds no sealed value, no note and no one who recorded")
  func silent() throws {
    let scratch = try ScratchFolder()
    let cache = IndexCache(folder: scratch("cache"), writesFrom: 1)
    let view = try JournalView.open(ExampleLedger.folder, cache: cache, extra: LedgerTallies())
    let name = try #require(try FileOperations.system.names(in: scratch("cache")).first)
    let whole = String(decoding: try FileOperations.system.read("\(scratch("cache"))/\(name)"), as: UTF8.self)
    #expect(whole.contains("trygghetsvandringar"))
    let folder = "\(ExampleLedger.folder)/sealed"
    for file in try FileOperations.system.names(in: folder) {
      let text = String(decoding: try FileOperations.system.read("\(folder)/\(file)"), as: UTF8.self)
      for line in text.split(separator: "\n") where line.count > 8 { #expect(!whole.contains(line)) }
    }
    for event in Chronicle(view).events { #expect(!whole.contains(event.recordedBy.text)) }
  }

  @Test("letters with marks of their own match however they are written")
  func letters() throws {
    let search = try #require(TitleSearch("kafe\u{301}"))
    #expect(search.fits("Kafé Ängen") && search.fits("Kafe\u{301}et") && !search.fits("Kafe"))
    #expect(TitleSearch("  ") == nil && TitleSearch("") == nil)
  }
}
