import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@testable import Audit

@Suite("what became of a subject between two points")
struct SubjectDiffTests {
  private func known(
    _ teller: Teller, _ subject: SubjectID = "M-0001", after first: Int, asOf: Effective? = nil
  ) -> SubjectDiff? {
    SubjectDiff(
      of: subject, teller.chronicle.events(about: subject), recordedAfter: first, asOf: asOf, on: "2022-06-20")
  }

  /// `path: old -> new kind position`.
  private func lines(_ diff: SubjectDiff?) -> [String] {
    func text(_ value: JSONValue?) -> String {
      value.map { String(decoding: $0.canonicalBytes, as: UTF8.self) } ?? ""
    }
    return diff?.changes.map { change in
      "\(change.path): \(text(change.old)) -> \(text(change.new)) \(change.kind.rawValue) \(change.cause.position)"
    } ?? []
  }

  @Test("is nothing where nothing was recorded between")
  func nothing() throws {
    #expect(known(try OneMeasure.told(), after: 25) == nil)
    #expect(known(try OneMeasure.told(), "D-0001", after: 15) == nil)
  }

  @Test("is that it came, where it is founded between: its fields are not told one by one")
  func added() throws {
    let diff = try #require(known(try OneMeasure.told(), after: 7))
    #expect(diff.kind == .added)
    #expect(diff.changes.isEmpty)
    #expect(diff.entries.first?.position == 8)
  }

  @Test("is that it went, where its founding was voided")
  func removed() throws {
    var book = try OneMeasure.told()
    try book.tell(
      "S-0001",
      .entry(.reversed(EntryReversed(event: try #require(book.chronicle.event(at: 4)).id, reason: "Dubblett."))))
    let diff = try #require(known(book, "S-0001", after: 25))
    #expect(diff.kind == .removed)
    #expect(diff.entries.map(\.position) == [26])
  }

  @Test("tells a corrected field by its correction, a new record by its entry, and each as what it is")
  func changes() throws {
    #expect(
      lines(known(try OneMeasure.told(), after: 16)) == [
        #"deadline: "2022-06-30" -> "2022-09-30" changed 25"#,
        "record.documents[0]:  -> "
          + #"{"document":{"name":"Fotologg.pdf","sha256":"\#(digest("e").text)","registryNumber":"KS 2022/14-9"},"role":"fotologg"} added 19"#,
        #"extensions[0]:  -> {"deadline":"2022-09-30","reason":"Leveransen dröjer."} added 25"#,
        #"reports[0].results[0].actual: "8" -> "6" corrected 24"#,
      ])
  }

  @Test("a record that came and was voided between leaves no field, and one from before is told by the reversal")
  func reversed() throws {
    let book = try OneMeasure.told()
    #expect(!lines(known(book, after: 16)).contains { $0.contains("reports[1]") })
    #expect(lines(known(book, after: 17)).contains { $0.hasPrefix("reports[1]: ") && $0.hasSuffix(" ->  reversed 18") })
  }

  @Test("a corrected day is told of the mark, and an undated one is null")
  func moments() throws {
    var book = try OneMeasure.told()
    let started = try #require(book.chronicle.events.first { $0.fact.type == MeasureStarted.type })
    try book.tell(
      "M-0001",
      .entry(
        .corrected(
          EntryCorrected(
            event: started.id, field: "effective", old: "2022-02-14", new: "2022-02-10", reason: "Fel dag."))))
    #expect(lines(known(book, after: 25)).contains(#"started: "2022-02-14" -> "2022-02-10" corrected 26"#))
    try book.tell(
      "M-0001",
      .entry(
        .corrected(EntryCorrected(event: started.id, field: "effective", old: "2022-02-10", reason: "Okänd dag."))))
    #expect(lines(known(book, after: 26)).contains(#"started: "2022-02-10" -> null corrected 27"#))
  }

  @Test("as of a day, what is true only later does not count, and neither does what is said of it")
  func asOf() throws {
    var book = try OneMeasure.told()
    #expect(known(book, after: 24, asOf: "2022-06-19") == nil)
    #expect(known(book, after: 24, asOf: "2022-06-20")?.kind == .changed)
    let extended = try #require(book.chronicle.event(at: 25))
    try book.tell("M-0001", .entry(.reversed(EntryReversed(event: extended.id, reason: "Fel."))))
    #expect(known(book, after: 25, asOf: "2022-06-19") == nil)
    #expect(known(book, after: 25)?.kind == .changed)
  }

  @Test("as of a day, an entry that was once said to be of that day counts, and so does what moved it away")
  func asOfMoved() throws {
    var book = try OneMeasure.told()
    let extended = try #require(book.chronicle.event(at: 25))
    func move(_ old: JSONValue?, _ new: JSONValue?) throws {
      let corrected = EntryCorrected(event: extended.id, field: "effective", old: old, new: new, reason: "Fel dag.")
      try book.tell("M-0001", .entry(.corrected(corrected)))
    }
    try move("2022-06-20", "2022-06-01")
    try move("2022-06-01", "2022-06-25")
    #expect(known(book, after: 25, asOf: "2022-06-10")?.kind == .recorded)
    #expect(
      lines(known(book, after: 26, asOf: "2022-06-10")).first
        == #"deadline: "2022-09-30" -> "2022-06-30" corrected 27"#)
    try move("2022-06-25", nil)
    #expect(
      lines(known(book, after: 27, asOf: "2022-06-10")).first
        == #"deadline: "2022-06-30" -> "2022-09-30" corrected 28"#)
  }

  @Test("entries that leave every field as it was are told, and that they do")
  func recorded() throws {
    var book = try OneMeasure.told()
    let report = MeasureFact.progressReported(ProgressReported(statement: "Klart."))
    let event = try book.tell("M-0001", .measure(report), on: "2022-06-01")
    try book.tell("M-0001", .entry(.reversed(EntryReversed(event: event.id, reason: "Fel åtgärd."))))
    let diff = try #require(known(book, after: 25))
    #expect(diff.kind == .recorded)
    #expect(diff.entries.map(\.position) == [26, 27])
  }

  @Test("between two days: what became true after the first, through the second")
  func effective() throws {
    let book = try OneMeasure.told()
    func diff(_ first: Effective, _ last: Effective) -> SubjectDiff? {
      SubjectDiff(of: "M-0001", book.chronicle.events(about: "M-0001"), trueAfter: first, through: last)
    }
    #expect(diff("2022-02-23", "2022-04-19") == nil)
    #expect(diff("2022-01-31", "2022-02-01")?.kind == .added)
    #expect(
      lines(diff("2022-06-19", "2022-06-20")) == [
        #"deadline: "2022-06-30" -> "2022-09-30" changed 25"#,
        #"extensions[0]:  -> {"deadline":"2022-09-30","reason":"Leveransen dröjer."} added 25"#,
      ])
    #expect(diff("2022-06-20", "2022-06-20") == nil)
    // The voided report never became true, and the corrected one as it was corrected.
    let april = try #require(diff("2022-04-19", "2022-04-20"))
    #expect(april.entries.map(\.position) == [16, 19])
    #expect(lines(april).first { $0.hasPrefix("reports[0]") }?.contains(#""actual":"6""#) == true)
  }

  @Test("of any two positions, the fields before and after are those of the folds there")
  func everyPair() throws {
    let chronicle = try OneMeasure.told().chronicle
    for subject in chronicle.allSubjects {
      for first in 1..<chronicle.position {
        for last in (first + 1)..<(chronicle.position + 1) {
          let known = chronicle.known(through: last)
          let diff = SubjectDiff(
            of: subject, known.events(about: subject), recordedAfter: first, asOf: nil, on: "2022-06-20")
          let before = chronicle.known(through: first).state(of: subject)
          let after = known.state(of: subject)
          guard let diff else {
            #expect(before == after, "\(subject) \(first)–\(last)")
            continue
          }
          #expect(diff.entries.allSatisfy { $0.position > first && $0.position <= last })
          #expect(!diff.entries.isEmpty)
          let kind: SubjectDiff.Kind =
            switch (before.isFounded, after.isFounded) {
            case (false, true): .added
            case (true, false): .removed
            case (false, false): .recorded
            case (true, true): diff.changes.isEmpty ? .recorded : .changed
            }
          #expect(diff.kind == kind, "\(subject) \(first)–\(last)")
          for change in diff.changes {
            #expect(change.cause.position > first && change.cause.position <= last)
            #expect(change.old != change.new)
          }
        }
      }
    }
  }
}
