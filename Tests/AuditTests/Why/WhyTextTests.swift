import Audit
import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("why, as the auditor sees it, 100 columns wide")
struct WhyTextTests {
  private static let paths = [
    "status", "deadline", "reports[0].results[0].actual", "reports[1].statement", "plan.responsible", "deviation",
  ]

  private func shown(_ language: Language) throws -> String {
    let chronicle = try OneMeasure.told().chronicle
    let book = Book(chronicle, asOf: .date(day("2022-06-20")), today: day("2022-06-20"))
    let basis = Basis(book, knownAt: nil, root: "abc=", size: chronicle.position)
    let renderer = TerminalRenderer(width: 100, color: false)
    var texts = try Self.paths.compactMap { text -> String? in
      let path = try #require(FieldPath(text))
      let reader = try #require(FieldReader(path, of: .measure, on: book.day))
      return Why(reader, of: "M-0001", in: book).map { renderer.render($0.document(language, basis: basis)) }
    }
    let plan = try #require(FieldList(of: "M-0001", below: FieldPath("plan"), in: book))
    texts.append(renderer.render(plan.document(language, basis: basis)))
    return texts.joined(separator: "\n")
  }

  @Test("reads as on file", arguments: [Language.sv, .en])
  func text(_ language: Language) throws {
    Golden.expect(try shown(language), is: "audit/why.\(language.rawValue).txt")
  }

  @Test("of a subject that is not there at the reading there is no answer")
  func before() throws {
    let book = Book(try OneMeasure.told().chronicle, asOf: .date(day("2022-01-31")), today: day("2022-01-31"))
    let reader = try #require(FieldReader(FieldPath([.member("status")]), of: .measure, on: book.day))
    #expect(Why(reader, of: "M-0001", in: book) == nil)
    #expect(FieldList(of: "M-0001", in: book) == nil)
    #expect(Why.fields(of: "M-0001", in: book).contains("deadline"))
  }

  @Test("the decision is there that the entry names, and where a correction of the field names one, that too")
  func decisions() throws {
    var teller = try OneMeasure.told()
    let proposed = try #require(teller.chronicle.events.first { $0.fact.type == MeasureProposed.type })
    try teller.tell(
      "M-0001",
      .entry(
        .corrected(
          EntryCorrected(
            event: proposed.id, field: "goal", old: "Hela sträckan ska vara belyst.", new: "Halva sträckan.",
            reason: "Beslutet säger halva.", decision: "D-0001"))))
    let book = Book(teller.chronicle, asOf: nil, today: day("2022-06-20"))
    func decisions(_ text: String) throws -> JSONValue? {
      let path = try #require(FieldPath(text))
      let reader = try #require(FieldReader(path, of: .measure, on: book.day))
      let why = try #require(Why(reader, of: "M-0001", in: book))
      let basis = Basis(book, knownAt: nil, root: nil, size: 0)
      guard case .object(let object) = why.json(basis: basis) else { return nil }
      return object["decisions"]
    }
    #expect(try decisions("approved.position") != nil)
    #expect(try decisions("plan.goal") != nil)
    #expect(try decisions("plan.title") == nil)
  }

  @Test("three signals in one object are asked for as they are shown")
  func signals() throws {
    for name in ["status", "evidence", "schedule"] {
      let path = try #require(FieldPath("signals.\(name)"))
      #expect(FieldReader(path, of: .measure, on: "2022-06-20")?.path.text == name)
    }
    #expect(FieldReader(FieldPath([.member("signals")]), of: .measure, on: "2022-06-20") == nil)
  }
}
