import CommandArguments
import Documents
import FollowUps
import LedgerDomain
import Projections
import StrictJSON
import Testing

@Suite("the report's shape for machines")
struct ReportShapeTests {
  @Test("kind and version first, then the documented members in their order")
  func members() throws {
    let pack = try SmallLedger.told().pack("2022-T2")
    guard case .object(let object) = pack.json(basis: pack.basis) else {
      Issue.record("not an object")
      return
    }
    #expect(
      object.names == [
        "kind", "version", "basis", "period", "scope", "promise", "measures", "silent", "examples", "overdue",
        "dueNext",
        "dueThrough", "since", "changes", "extensions", "decisions", "indicators", "cases", "recommendations",
      ])
    #expect(object["kind"] == "liggare.follow-up.report")
    #expect(object["version"] == 1)
    #expect(object["dueThrough"] == "2022-12-06")
    #expect(object["since"] == "2022-04-30")
    guard case .array(let measures)? = object["measures"], case .object(let row)? = measures.first else {
      Issue.record("no measures")
      return
    }
    #expect(
      row.names == [
        "id", "title", "binding", "areas", "responsible", "status", "evidence", "schedule", "originalDeadline",
        "deadline", "targets", "report",
      ])
  }

  @Test("no text for people shows how a value is stored", arguments: Language.allCases)
  func noStructs(_ language: Language) throws {
    let book = try SmallLedger.told()
    for label in ["2022-T1", "2022-T2", "2022-T3", "slutrapport"] as [Text] {
      let pack = try book.pack(label)
      let text = MarkdownRenderer().render(pack.document(language, basis: pack.basis))
      #expect(!text.contains("LocalDate(") && !text.contains("SubjectID(") && !text.contains("Optional("))
    }
  }

  @Test("a ledger that is real has no banner")
  func real() throws {
    let pack = try SmallLedger.told().pack("2022-T2")
    var basis = pack.basis
    #expect(TerminalRenderer(width: 80, color: false).render(pack.document(.sv, basis: basis)).contains("ILLUSTRATION"))
    basis.reality = .real
    #expect(
      !TerminalRenderer(width: 80, color: false).render(pack.document(.sv, basis: basis)).contains("ILLUSTRATION"))
  }

  @Test("the title says tertial only where the year has three periods, and names the final report")
  func titles() throws {
    let book = try SmallLedger.told()
    func title(_ label: Text) throws -> String {
      let pack = try book.pack(label)
      return pack.document(.sv, basis: pack.basis).title
    }
    #expect(try title("2022-T3") == "Uppföljning 2022-T3 (tertial 3), Medborgarlöfte 2022–2023")
    #expect(try title("2023-T1") == "Uppföljning 2023-T1, Medborgarlöfte 2022–2023")
    #expect(try title("slutrapport") == "Slutrapport, Medborgarlöfte 2022–2023")
  }
}
