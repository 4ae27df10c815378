import Audit
import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("how a trace is shown")
struct ShowingTests {
  private func text(
    _ teller: Teller, _ subject: String = "M-0001", asOf: String? = nil, language: Language = .sv,
    reveal: @escaping @Sendable (SealedValue) -> String? = { _ in nil }
  ) -> String {
    let trace = Trace(
      of: id(subject), in: teller.chronicle, asOf: asOf.map { .date(day($0)) }, today: day("2022-06-10"), reveal: reveal
    )
    let basis = Basis(trace.book, knownAt: nil, root: nil, size: trace.book.position)
    return TerminalRenderer(width: 120, color: false).render(trace.document(language, basis: basis))
  }

  @Test("more than 14 days to the recording are marked, 14 are not")
  func lag() throws {
    func told(_ recorded: String) throws -> String {
      var book = try OneMeasure.told()
      try book.tell(
        "M-0001", .measure(.progressReported(ProgressReported(statement: "x"))), on: "2022-07-01", at: recorded)
      return text(book)
    }
    #expect(try told("2022-07-15T10:00:00.000Z").contains("av registrator, 14 dagar senare"))
    #expect(try told("2022-07-16T10:00:00.000Z").contains("av registrator, ! 15 dagar senare"))
    // 22:30 in UTC is the next day in Sweden.
    #expect(try told("2022-07-15T22:30:00.000Z").contains("av registrator, ! 15 dagar senare"))
  }

  @Test("what is sealed is masked unless the reader may see it")
  func sealed() throws {
    let book = try OneMeasure.told()
    #expect(text(book).contains("väckt av: privatperson [maskerad]"))
    let open = text(book) { $0 == OneMeasure.citizen ? "Nora Holm" : nil }
    #expect(open.contains("väckt av: privatperson Nora Holm"))
    #expect(!open.contains("[maskerad]"))
    #expect(!text(book).contains(OneMeasure.citizen.text))
  }

  @Test("an irregular entry has its kinds and the reason stated; one without says nothing")
  func irregular() throws {
    let text = text(try OneMeasure.told())
    #expect(text.contains("† regelavvikelse: utförd före beslut. Skäl: Stolparna var redan levererade."))
    #expect(text.split(separator: "\n").count { $0.contains("† regelavvikelse") } == 2)
  }

  @Test("a long list in another subject's entry is counted, in its own it is written out")
  func longLists() throws {
    var book = try OneMeasure.told()
    let others = (2...10).map { SubjectID(.measure, $0) }
    for other in others {
      try book.tell(
        other.text, .measure(.proposed(MeasureProposed(title: "Annan", binding: .promised, promise: id("P-0001")))))
    }
    try book.tell(
      "F-0002",
      .followUp(
        .compiled(
          FollowUpCompiled(
            period: "2022-T1", promise: id("P-0001"), measures: [id("M-0001")] + others, knownThrough: 1))),
      on: "2022-06-05")
    #expect(text(book).contains("åtgärder: 10"))
    #expect(text(book, "F-0002").contains("M-0010 Annan"))
  }

  @Test("no text for people shows how a value is stored", arguments: Language.allCases)
  func noStructs(_ language: Language) throws {
    let book = try OneMeasure.told()
    for subject in book.chronicle.allSubjects {
      let text = text(book, subject.text, language: language)
      #expect(!text.contains("LocalDate(") && !text.contains("SubjectID(") && !text.contains("Optional("))
      #expect(!text.contains("{"))
    }
  }

  @Test("for machines: kind, version, both clocks of each entry, and never a revealed value")
  func json() throws {
    let book = try OneMeasure.told()
    let trace = Trace(
      of: id("M-0001"), in: book.chronicle, asOf: .date(day("2022-06-10")), today: day("2022-06-10"),
      reveal: { _ in "Nora Holm" })
    let value = trace.json(basis: Basis(trace.book, knownAt: nil, root: nil, size: trace.book.position))
    guard case .object(let object) = value, case .array(let entries)? = object["entries"] else {
      Issue.record("not a trace")
      return
    }
    #expect(
      object.names == [
        "kind", "version", "basis", "subject", "title", "state", "findingsLeftOut", "entries", "later", "related",
      ])
    #expect(object["kind"] == "liggare.trace")
    #expect(object["version"] == 1)
    #expect(entries.count == 15)
    guard case .object(let decision) = entries[6] else {
      Issue.record("not an entry")
      return
    }
    #expect(
      decision.names == [
        "position", "id", "subject", "own", "type", "effective", "recorded", "lagDays", "recordedBy", "schema", "data",
      ])
    #expect(decision["lagDays"] == 34)
    #expect(decision["own"] == false)
    #expect(!value.canonicalText.contains("Nora"))
    #expect(value.canonicalText.contains(OneMeasure.citizen.text))
  }
}
