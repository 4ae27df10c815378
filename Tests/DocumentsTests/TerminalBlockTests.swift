import Documents
import Testing

@Suite("blocks on a terminal")
struct TerminalBlockTests {
  private func plain(_ blocks: Block..., width: Int = 30) -> String {
    TerminalRenderer(width: width, color: false).render(blocks)
  }

  @Test("nothing is nothing")
  func nothing() {
    #expect(plain() == "")
  }

  @Test("a banner stands above the title wherever it was put")
  func banner() {
    let document = Document("Titel", language: "sv", blocks: [.paragraph("Text."), .banner("ILLUSTRATION")])
    #expect(
      TerminalRenderer(width: 30, color: false).render(document) == """
        ┏━━━━━━━━━━━━━━┓
        ┃ ILLUSTRATION ┃
        ┗━━━━━━━━━━━━━━┛

        Titel
        ═════

        Text.

        """)
  }

  @Test("a long banner keeps its box closed")
  func longBanner() {
    #expect(
      plain(.banner("ILLUSTRATION: alla uppgifter är påhittade")) == """
        ┏━━━━━━━━━━━━━━━━━━━━━━━━┓
        ┃ ILLUSTRATION: alla     ┃
        ┃ uppgifter är påhittade ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━┛

        """)
  }

  @Test("a heading of the third level holds its text, without an empty line")
  func headings() {
    #expect(
      plain(.heading(level: 1, "Ett"), .heading(level: 2, "Två"), .paragraph("Text.")) == """
        Ett
        ───

        Två
        Text.

        """)
  }

  @Test("prose is broken at spaces, a digest is not broken")
  func prose() {
    #expect(
      plain(
        .paragraph("Roten är " + .code("0123456789abcdef0123456789abcdef") + " nu."), .note("En not på två rader, ja."))
          == """
          Roten är
          0123456789abcdef0123456789abcdef
          nu.

          │ En not på två rader, ja.

          """)
  }

  @Test("lists hang, numbers end under each other")
  func lists() {
    let items = (1...10).map { Prose("punkt \($0)") }
    let text = plain(.list(items, ordered: true))
    #expect(text.hasPrefix(" 1. punkt 1\n 2. "))
    #expect(text.hasSuffix("\n10. punkt 10\n"))
    #expect(
      plain(.list(["en punkt som är längre än raden", "två"], ordered: false)) == """
        • en punkt som är längre än
          raden
        • två

        """)
  }

  @Test("keys and values stand in two columns, a long key is broken")
  func keyValues() {
    #expect(
      plain(.keyValues([KeyValue("Position", "1 204"), KeyValue("Sann till och med", "2022-08-31")])) == """
        Position      1 204
        Sann till     2022-08-31
        och med

        """)
  }

  @Test("a timeline has its dates to the left and details further in")
  func timeline() {
    #expect(
      plain(
        .timeline([
          TimelineEntry("2022-03-02", "Beslutad", details: ["§ 41, omedelbart justerad"]),
          TimelineEntry("odaterad", "Påbörjad"),
        ])) == """
          2022-03-02  Beslutad
                        § 41, omedelbart
                        justerad
          odaterad    Påbörjad

          """)
  }

  @Test("groups are indented, one in the other")
  func groups() {
    #expect(
      plain(.group("Yttre", [.group("Inre", [.paragraph("Text.")]), .rule])) == """
        Yttre
          Inre
            Text.

          ────────────────────────────

        """)
  }

  @Test("verbatim text keeps its spaces and lines, but no control character")
  func verbatim() {
    #expect(plain(.verbatim("  {\"a\":\u{1B}}\n       ^\n")) == "  {\"a\":<U+001B>}\n       ^\n")
  }

  @Test("taking the colours away leaves the plain text")
  func colours() {
    for width in stride(from: 20, through: 160, by: 7) {
      let coloured = TerminalRenderer(width: width, color: true).render(SampleReport.document)
      #expect(coloured.contains("\u{1B}["))
      #expect(withoutColours(coloured) == TerminalRenderer(width: width, color: false).render(SampleReport.document))
    }
  }
}
