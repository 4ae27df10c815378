import Audit
import JournalStore
import LedgerDomain
import Projections
import TestSupport
import Testing

/// The findings from one sweep are held against those from the book, which reads one subject after the other.
@Suite("An examination from one sweep")
struct ExaminationReplayTests {
  @Test(
    "finds on the example ledger what the book shows, at any two clock readings",
    arguments: [
      (through: 647, asOf: "2024-05-06"), (647, "2022-10-14"), (300, "2022-10-14"), (300, "2024-05-06"),
      (1, "2022-01-10"),
    ])
  func asTheBook(_ through: Int, _ asOf: LocalDate) throws {
    let chronicle = Chronicle(try JournalView.open(ExampleLedger.folder))
    let position = min(through, chronicle.position)
    let book = Book(chronicle.known(through: position), asOf: .date(asOf), today: asOf)
    let expected = Examination(book) { $0.text.hasPrefix("0") }
    let replay = try #require(try SubjectReplay(ExampleLedger.folder))
    let found = try Examination(replay, through: position, asOf: .date(asOf)) { $0.text.hasPrefix("0") }
    #expect(found.findings == expected.findings)
    #expect(found.results.map(\.tested) == expected.results.map(\.tested))
    #expect(found.results.map(\.found) == expected.results.map(\.found))
  }

  @Test("keeps of each rule the first so many, and counts all", arguments: [1, 2, 3, 100])
  func limited(_ limit: Int) throws {
    let chronicle = Chronicle(try JournalView.open(ExampleLedger.folder))
    let day: LocalDate = "2024-05-06"
    let all = Examination(Book(chronicle, asOf: .date(day), today: day))
    let replay = try #require(try SubjectReplay(ExampleLedger.folder))
    let limited = [
      Examination(Book(chronicle, asOf: .date(day), today: day), limit: limit),
      try Examination(replay, through: chronicle.position, asOf: .date(day), limit: limit),
    ]
    for examination in limited {
      #expect(examination.results.map(\.found) == all.results.map(\.findings.count))
      for (result, whole) in zip(examination.results, all.results) {
        #expect(result.findings == Array(whole.findings.prefix(limit)), "\(result.rule.id)")
      }
    }
  }

  @Test("asked about a subject and some entries, keeps just those findings", arguments: ["M-0006", "D-0046", "L-0001"])
  func asked(_ subject: SubjectID) throws {
    let chronicle = Chronicle(try JournalView.open(ExampleLedger.folder))
    let day: LocalDate = "2024-05-06"
    let all = Examination(Book(chronicle, asOf: .date(day), today: day))
    let positions: Set<Int> = [82, 212, 342, 410]
    let replay = try #require(try SubjectReplay(ExampleLedger.folder))
    let interest = FindingInterest(subject, positions: positions)
    let found = try Examination(replay, through: chronicle.position, asOf: .date(day), of: interest)
    let expected = all.findings.filter { finding in
      finding.subject == subject || finding.cited.contains { positions.contains($0.position) }
    }
    #expect(!expected.isEmpty && found.findings == expected)
    #expect(found.results.map(\.found).reduce(0, +) == expected.count)
    #expect(found.results.map(\.tested) == all.results.map(\.tested))
  }

  @Test("tells imported entries from others although it reads no data of most lines")
  func imported() throws {
    let ledgers = RuleTests.cases.filter { $0.rule == "TI-05" }
    #expect(!ledgers.isEmpty)
    for ledger in ledgers {
      let folder = try ScratchFolder()
      try RawLedger(ledger.told.chronicle.events).write(to: folder("ledger"))
      let replay = try #require(try SubjectReplay(folder("ledger")))
      let found = try Examination(replay, through: replay.count, asOf: .date(ledger.day))
      let book = Book(ledger.told.chronicle, asOf: .date(ledger.day), today: ledger.day)
      #expect(found.findings == Examination(book).findings, "\(ledger.title)")
    }
  }
}
