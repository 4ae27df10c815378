import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@testable import Audit

@Suite("every value of a field, on both clocks")
struct FieldHistoryTests {
  private func history(
    _ teller: Teller, _ path: String, of subject: SubjectID = "M-0001", asOf: Effective? = nil
  ) throws -> FieldHistory {
    let path = try #require(FieldPath(path))
    let reader = try #require(FieldReader(path, of: subject.kind, on: "2022-06-10"))
    return FieldHistory(of: reader, teller.chronicle.events(about: subject), asOf: asOf, subject: subject)
  }

  /// One line for each setting: value, span of truth, positions between which it was known, the entry, and the causes.
  private func lines(_ history: FieldHistory) -> [String] {
    history.settings.map { setting in
      let value = setting.value.map { String(decoding: $0.canonicalBytes, as: UTF8.self) } ?? "-"
      let truth = "\(setting.since?.text ?? "undated")..\(setting.next?.effective?.text ?? "")"
      let known = "\(setting.began.position)..\(setting.ended.map { String($0.position) } ?? "")"
      let causes = [setting.beginning.rawValue, setting.ending?.rawValue].compactMap(\.self).joined(separator: ", ")
      return "\(value) true \(truth) known \(known) by \(setting.entry.position): \(causes)"
    }
  }

  @Test("a later entry ends a value where it begins to be true, and both stay known")
  func extended() throws {
    let book = try OneMeasure.told()
    #expect(
      lines(try history(book, "deadline")) == [
        #""2022-06-30" true 2022-02-01..2022-06-20 known 8.. by 8: set"#,
        #""2022-09-30" true 2022-06-20.. known 25.. by 25: set"#,
      ])
  }

  @Test("what is true only after the moment asked is not among them")
  func asOf() throws {
    let book = try OneMeasure.told()
    #expect(try history(book, "deadline", asOf: "2022-06-19").settings.count == 1)
    #expect(try history(book, "deadline", asOf: "2022-06-20").settings.count == 2)
  }

  @Test("a correction ends what was known, not what was true, and is named")
  func corrected() throws {
    let book = try OneMeasure.told()
    let history = try history(book, "reports[0].results[0].actual")
    #expect(
      lines(history) == [
        #""8" true 2022-04-20.. known 16..24 by 16: set, corrected"#,
        #""6" true 2022-04-20.. known 24.. by 16: corrected"#,
      ])
    #expect(history.corrections(of: try #require(history.current)).map(\.position) == [24])
    let statement = try self.history(book, "reports[0].statement")
    #expect(statement.corrections(of: try #require(statement.current)).isEmpty)
  }

  @Test("a corrected day moves the value, and the correction is named")
  func correctedDay() throws {
    var book = try OneMeasure.told()
    let started = try #require(book.chronicle.events.first { $0.fact.type == MeasureStarted.type })
    let correction = try book.tell(
      "M-0001",
      .entry(
        .corrected(
          EntryCorrected(
            event: started.id, field: "effective", old: "2022-02-14", new: "2022-03-14", reason: "Fel månad."))))
    let history = try history(book, "performers")
    #expect(
      lines(history).suffix(2) == [
        #"["Ljus & Mast AB"] true 2022-02-14.. known 10..26 by 10: set, corrected"#,
        #"["Ljus & Mast AB"] true 2022-03-14.. known 26.. by 10: corrected"#,
      ])
    #expect(history.corrections(of: try #require(history.current)) == [correction])
  }

  @Test("a voided entry takes its value with it, and a voided correction gives back what it had changed")
  func reversed() throws {
    var book = try OneMeasure.told()
    let correction = try #require(book.chronicle.event(at: 24))
    try book.tell("M-0001", .entry(.reversed(EntryReversed(event: correction.id, reason: "Rätt från början."))))
    #expect(
      lines(try history(book, "reports[0].results[0].actual")) == [
        #""8" true 2022-04-20.. known 16..24 by 16: set, corrected"#,
        #""6" true 2022-04-20.. known 24..26 by 16: corrected, reversed"#,
        #""8" true 2022-04-20.. known 26.. by 16: reversed"#,
      ])
    #expect(
      lines(try history(book, "reports[1].statement")) == [
        #""Fundamenten är gjutna." true 2022-04-20.. known 17..18 by 17: set, reversed"#
      ])
  }

  @Test("what is recorded late but was true early displaces what was known")
  func late() throws {
    var book = try OneMeasure.told()
    try book.tell(
      "M-0001", .measure(.amended(MeasureAmended(title: "Belysning", reason: "Kortare."))), on: "2022-05-01",
      irregular: "Prov.")
    try book.tell(
      "M-0001", .measure(.amended(MeasureAmended(title: "Lampor", reason: "Ännu kortare."))), on: "2022-04-01",
      irregular: "Prov.")
    #expect(
      lines(try history(book, "plan.title")) == [
        #""Belysning på gångvägen" true 2022-02-01..2022-04-01 known 8.. by 8: set"#,
        #""Belysning" true 2022-05-01.. known 26.. by 26: set"#,
        #""Lampor" true 2022-04-01..2022-05-01 known 27.. by 27: set"#,
      ])
  }

  @Test("what was so before any entry is so by the entry that founds the subject")
  func founding() throws {
    let book = try OneMeasure.told()
    #expect(lines(try history(book, "id")) == [#""M-0001" true 2022-02-01.. known 8.. by 8: set"#])
    #expect(try history(book, "standing", of: "D-0001").settings.first?.entry.position == 12)
  }

  @Test("an undated entry is true from no stated day")
  func undated() throws {
    let book = try OneMeasure.told()
    #expect(
      lines(try history(book, "registered.name", of: "B-0001")) == [
        #""Kommunstyrelsen" true undated.. known 2.. by 2: set"#
      ])
  }

  @Test("a field that is emptied has no value from then on")
  func emptied() throws {
    var book = try OneMeasure.told()
    let mark = SecrecyMarked(field: "cause", provision: "OSL 18:8", authority: "KS")
    try book.tell("M-0001", .entry(.secrecyMarked(mark)), on: "2022-06-01")
    try book.tell("M-0001", .entry(.secrecyLifted(SecrecyLifted(field: "cause", authority: "KS"))), on: "2022-06-05")
    let history = try history(book, "record.secrecy[0].provision")
    #expect(
      lines(history) == [
        #""OSL 18:8" true 2022-06-01..2022-06-05 known 26.. by 26: set"#, "- true 2022-06-05.. known 27.. by 27: set",
      ])
    #expect(try #require(history.current).value == nil)
  }

  @Test("a field that never said anything has none")
  func never() throws {
    #expect(try history(try OneMeasure.told(), "deviation").settings.isEmpty)
  }

  @Test("a subject of many entries, many of them late, has the history of folds from the beginning")
  func many() throws {
    var book = try OneMeasure.told()
    var generator = SeededGenerator(seed: 7)
    for number in 0..<60 {
      let day = LocalDate(written: "2022-03-01").adding(days: Int.random(in: 0..<80, using: &generator))
      let title = Text("Titel \(number % 7)")
      try book.tell(
        "M-0001", .measure(.amended(MeasureAmended(title: title, reason: "Nytt."))), on: day.text,
        irregular: "Prov.")
    }
    let events = book.chronicle.events(about: "M-0001")
    let path = try #require(FieldPath("plan.title"))
    let reader = try #require(FieldReader(path, of: .measure, on: "2022-06-10"))
    for count in 1..<(events.count + 1) {
      let known = Array(events.prefix(count))
      let found = FieldHistory(of: reader, known, asOf: nil, subject: "M-0001").current?.value
      #expect(found == reader.value(in: Fold.state(of: "M-0001", known)))
    }
    // What stands at the end are the changes of a single fold.
    let history = FieldHistory(of: reader, events, asOf: nil, subject: "M-0001")
    var state = SubjectState(id: "M-0001")
    var last: JSONValue?
    var expected: [Int] = []
    for entry in Fold.entries(events) {
      state.apply(entry)
      let value = reader.value(in: state)
      if value != last { expected.append(entry.position) }
      last = value
    }
    #expect(history.standing.map { history.settings[$0].entry.position } == expected)
    #expect(history.standing.allSatisfy { history.settings[$0].ended == nil })
  }
}
