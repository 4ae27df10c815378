import CommandArguments
import Documents
import FollowUps
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

/// A ledger of three promises: one with five measures, one with one, one with none yet; a measure lies outside them.
@Suite("a report grouped by promise")
struct PromiseGroupTests {
  private func told() throws -> Teller {
    var book = try SmallLedger.told()
    func adopt(_ promise: String, _ title: Text, _ from: String, _ through: String) throws {
      try book.tell(
        promise,
        .promise(
          .adopted(
            PromiseAdopted(
              title: title, validity: DateSpan(from: day(from), through: day(through)),
              commitments: [Commitment(text: "Trygg väg till skolan.")], parties: [Named("kommunen", "Kommunen")],
              areas: [Named("norr", "Norra sidan"), Named("soder", "Söder")]))), on: "2022-02-01")
    }
    try adopt("P-0002", "Skolvägslöftet", "2022-02-01", "2023-06-30")
    try adopt("P-0003", "Sommarlöftet", "2022-06-01", "2022-08-31")
    try adopt("P-0004", "Löftet om nästa år", "2023-01-01", "2023-12-31")
    for (measure, title, promise) in [("M-0021", "Skolvakter", "P-0002"), ("M-0022", "Hundpatrull", nil)]
      as [(String, Text, String?)]
    {
      let area: [Code] = promise == nil ? [] : ["norr"]
      try book.tell(
        measure,
        .measure(
          .proposed(
            MeasureProposed(
              title: title, binding: promise == nil ? .decided : .promised, promise: promise.map { id($0) }, areas: area
            ))),
        on: "2022-03-01")
    }
    return book
  }

  private func text(_ pack: FollowUpPack, _ language: Language = .sv) -> String {
    MarkdownRenderer().render(pack.document(language, basis: pack.basis))
  }

  @Test("has each promise that applied, those without a measure too, and last what lies outside them all")
  func groups() throws {
    var pack = try told().pack("2022-T2", extent: .all)
    pack.grouping = .promise
    #expect(pack.groups.map(\.promise) == ["P-0001", "P-0002", "P-0003", nil].map { $0.map { id($0) } })
    #expect(pack.groups.map { $0.measures.map(\.text) }.dropFirst() == [["M-0021"], [], ["M-0022"]])
    let text = text(pack)
    #expect(
      text.contains(
        "# Uppföljning 2022-T2 (tertial 2), Medborgarlöfte 2022–2023, Skolvägslöftet och Sommarlöftet\n"))
    #expect(
      text.contains(
        """
        - **Omfattar:** Medborgarlöfte 2022–2023 (P-0001, gäller 2022-01-01 – 2023-12-31); Skolvägslöftet (P-0002, gäller 2022-02-01 – 2023-06-30); Sommarlöftet (P-0003, gäller 2022-06-01 – 2022-08-31); 1 åtgärd utanför löftena
        - **Omfattar inte:** Löftet om nästa år (P-0004, gäller 2023-01-01 – 2023-12-31): 0 åtgärder
        - **Redovisas för:** Trygghetsrådet, 2022-09-20
        - **Föregående:** 2022-T1, redovisad 2022-05-24, noterad § 12 (F-0001) (P-0001)
        """))
    #expect(
      text.contains(
        """
        ### P-0002 Skolvägslöftet (1)

        Löftet i dess egna ord:

        - Trygg väg till skolan.

        Utlovade i löftet: 1, övriga: 0. Status: föreslagen 1. Belägg: uppgift saknas 1. Tidplan: inget slutdatum 1.

        | Nr |
        """.dropLast(1)))
    #expect(
      text.contains(
        """
        ### P-0003 Sommarlöftet (0)

        Löftet i dess egna ord:

        - Trygg väg till skolan.

        Inga utlovade eller beslutade åtgärder.
        """))
    #expect(text.contains("| M-0021 | Skolvakter | Norra sidan |"), "an area is named as its own promise names it")
    #expect(text.contains("### Utanför löftena (1)\n\nStatus: föreslagen 1."))
    #expect(text.contains("> Grupperat efter löfte.\n"))
  }

  @Test("says in the data of which promises it is")
  func json() throws {
    var pack = try told().pack("2022-T2", extent: .all)
    pack.grouping = .promise
    let json = pack.json(basis: pack.basis).canonicalText
    #expect(json.contains(#""promises":[{"id":"P-0001","title":"Medborgarlöfte 2022–2023"},{"id":"P-0002","#))
    #expect(
      json.contains(
        #""grouping":"promise","groups":[{"promise":"P-0001","name":"P-0001 Medborgarlöfte 2022–2023","measures":["M-0001","#
      ))
    #expect(json.contains(#"{"name":"Utanför löftena","measures":["M-0022"]}"#))
  }

  @Test("a report on one promise of several says what it leaves out, and counts nothing of it")
  func one() throws {
    let pack = try told().pack("2022-T2")
    #expect(!pack.measures.map(\.text).contains("M-0022"))
    #expect(
      text(pack, .en).contains(
        """
        - **Covers:** Medborgarlöfte 2022–2023 (P-0001, valid 2022-01-01 – 2023-12-31)
        - **Does not cover:** Skolvägslöftet (P-0002, valid 2022-02-01 – 2023-06-30): 1 measure; Sommarlöftet (P-0003, valid 2022-06-01 – 2022-08-31): 0 measures; Löftet om nästa år (P-0004, valid 2023-01-01 – 2023-12-31): 0 measures; 1 measure outside every promise
        """))
  }

  @Test("says nothing of that where there is one promise and nothing outside it")
  func only() throws {
    let pack = try SmallLedger.told().pack("2022-T2", extent: .all)
    #expect(!text(pack).contains("**Omfattar"))
    #expect(try pack.rows.map(\.id) == SmallLedger.told().pack("2022-T2").rows.map(\.id))
  }
}
