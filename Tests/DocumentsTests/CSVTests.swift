import Documents
import Testing

@Suite("a document as a sheet for Excel in Swedish")
struct CSVTests {
  private func sheet(_ document: Document) -> String {
    let bytes = CSVRenderer().render(document)
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    return String(decoding: bytes.dropFirst(3), as: UTF8.self)
  }

  private let table = Table(
    columns: [.init("Nr"), .init("Dagar", alignment: .trailing), .init("Vad")],
    rows: [["M-0001", "−3", "Kameror; torget"], ["M-0002", "92.5", "kallat \"ljuset\""]], emptyText: "Inget.")

  @Test("that is one table has its head first, and what else it says below")
  func register() {
    let document = Document(
      "Åtgärder (2)", language: "sv", blocks: [.banner("ILLUSTRATION"), .table(table), .rule, .note("Underlag: x")])
    #expect(
      sheet(document)
        == "Nr;Dagar;Vad\r\nM-0001;-3;\"Kameror; torget\"\r\nM-0002;92,5;\"kallat \"\"ljuset\"\"\"\r\n\r\nILLUSTRATION\r\n\r\nUnderlag: x\r\n"
    )
  }

  @Test("of several parts has them in order, with an empty row between")
  func parts() {
    let document = Document(
      "Titel", language: "sv",
      blocks: [
        .banner("ILLUSTRATION"), .keyValues([KeyValue("Period", "2022-T2")]), .heading(level: 1, "Del"), .table(table),
        .table(Table(columns: [.init("a")], emptyText: "Inget.")), .list(["x", "y"], ordered: true), .rule,
        .group("g", [.paragraph("p")]), .timeline([TimelineEntry("2022", "t", details: ["d"])]), .verbatim("a\n b"),
      ])
    #expect(
      sheet(document)
        == """
        ILLUSTRATION

        Titel

        Period;2022-T2

        Del

        Nr;Dagar;Vad
        M-0001;-3;"Kameror; torget"
        M-0002;92,5;"kallat ""ljuset""\"

        Inget.

        x
        y

        g
        p

        2022;t
        ;d

        a
         b

        """.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"))
  }

  @Test(
    "no cell is a formula, and an apostrophe taken off gives the text back",
    arguments: [
      ("=1+1", "'=1+1"), ("+46 70", "'+46 70"), ("-a", "'-a"), ("@SUM(A1)", "'@SUM(A1)"), ("'a", "''a"),
      ("\t=1", "'<U+0009>=1"), ("-3", "-3"), ("+30", "+30"), ("-3,5", "-3,5"), ("-3,", "'-3,"), ("–", "–"),
      ("a=b", "a=b"),
      ("=\u{301}", "'=\u{301}"), ("", ""), ("a\nb", "a↵b"), ("1.5", "1.5"),
    ])
  func formulas(_ text: String, _ cell: String) {
    let table = Table(columns: [.init("K"), .init("L")], rows: [[.init(text), "x"]], emptyText: "")
    let sheet = sheet(Document("T", language: "sv", blocks: [.table(table)]))
    #expect(Array(sheet.utf8) == Array("K;L\r\n\(cell);x\r\n".utf8))
  }

  @Test("a sign for the eye stands in every other form and not in the sheet")
  func signs() {
    let table = Table(columns: [.init("K"), .init("L")], rows: [[.init(sign: "=", "i tid"), "x"]], emptyText: "")
    #expect(sheet(Document("T", language: "sv", blocks: [.table(table)])) == "K;L\r\ni tid;x\r\n")
    #expect(TerminalRenderer(width: 20, color: false).render([.table(table)]) == "K        L\n───────  ─\n= i tid  x\n")
    #expect(HTMLRenderer().render([.table(table)]).contains(">= i tid<"))
  }

  @Test("no text breaks a row, whatever it holds")
  func naughty() {
    for text in naughtyStrings + ["\"", "\"\"", ";", "\r\n", "\r", "\n;\""] {
      let table = Table(columns: [.init("K"), .init("L")], rows: [[.init(text), .init(text)]], emptyText: "")
      let sheet = sheet(Document("T", language: "sv", blocks: [.table(table)]))
      #expect(sheet.utf8.count { $0 == 0x0A } == 2 && sheet.utf8.count { $0 == 0x0D } == 2, "\(text.debugDescription)")
    }
  }
}
