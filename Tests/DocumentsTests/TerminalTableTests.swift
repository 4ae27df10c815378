import Documents
import Testing

@Suite("a table on a terminal")
struct TerminalTableTests {
  private func plain(_ table: Table, width: Int) -> String {
    TerminalRenderer(width: width, color: false).render([.table(table)])
  }

  @Test("without rows is its sentence for that, without a header")
  func empty() {
    let table = Table(columns: [.init("Nr"), .init("Åtgärd")], emptyText: "Inga åtgärder i perioden.")
    #expect(plain(table, width: 80) == "Inga åtgärder i perioden.\n")
  }

  @Test("that fits has one line per row, numbers to the right")
  func fits() {
    let table = Table(
      columns: [.init("Åtgärd"), .init("Utfall", alignment: .trailing)],
      rows: [["Vandringar", "5"], ["Belysning", "1 204"]], emptyText: "")
    #expect(
      plain(table, width: 80) == """
        Åtgärd      Utfall
        ──────────  ──────
        Vandringar       5
        Belysning    1 204

        """)
  }

  @Test("wraps at words and parts the rows by an empty line")
  func wraps() {
    let table = Table(
      columns: [.init("Dag", wraps: false), .init("Vad")],
      rows: [["2022-03-02", "beslutad av kommunstyrelsen"], ["odaterad", "påbörjad"]], emptyText: "")
    #expect(
      plain(table, width: 28) == """
        Dag         Vad
        ──────────  ────────────────
        2022-03-02  beslutad av
                    kommunstyrelsen

        odaterad    påbörjad

        """)
  }

  @Test("moves the columns of lowest priority below the row, those of one priority together, empty cells not at all")
  func priorities() {
    let table = Table(
      columns: [
        .init("Nr", priority: 2), .init("Mål", priority: 1), .init("Åtgärd", priority: 2), .init("Utfall", priority: 1),
      ],
      rows: [["1", "fyra vandringar", "Vandringar", "fem vandringar"], ["2", "", "Belysning", ""]], emptyText: "")
    #expect(
      plain(table, width: 30) == """
        Nr  Åtgärd
        ──  ──────────
        1   Vandringar
            Mål: fyra vandringar
            Utfall: fem vandringar

        2   Belysning

        """)
  }

  @Test("lets the last columns go when all have one priority")
  func samePriority() {
    let table = Table(
      columns: [.init("A", wraps: false), .init("B", wraps: false), .init("C", wraps: false)],
      rows: [["aaaaaaaaa", "bbbbbbbbb", "ccccccccc"]], emptyText: "")
    #expect(
      plain(table, width: 20) == """
        A          B
        ─────────  ─────────
        aaaaaaaaa  bbbbbbbbb
          C: ccccccccc

        """)
  }

  @Test("breaks a word that is wider than the screen, after a dash if one is near")
  func longWords() {
    let table = Table(
      columns: [.init("A")], rows: [["aaaaaaaaaaaaaaaaaaaaaaaaa"], ["aaaaaaaaaaaaaa-bbbbbbbbbb"]], emptyText: "")
    #expect(
      plain(table, width: 20) == """
        A
        ────────────────────
        aaaaaaaaaaaaaaaaaaaa
        aaaaa

        aaaaaaaaaaaaaa-
        bbbbbbbbbb

        """)
  }

  @Test("keeps its columns straight under wide and combining characters")
  func widths() {
    let table = Table(
      columns: [.init("A"), .init("B")], rows: [["漢字", "x"], ["a\u{30A}", "x"], ["👩‍👩‍👧", "x"]], emptyText: "")
    #expect(
      plain(table, width: 20) == """
        A     B
        ────  ─
        漢字  x
        a\u{30A}     x
        👩‍👩‍👧    x

        """)
  }

  @Test("shows a line feed in a cell instead of obeying it")
  func lineFeed() {
    let table = Table(columns: [.init("A"), .init("B")], rows: [["ett\ntvå", "x"]], emptyText: "")
    #expect(plain(table, width: 20).split(separator: "\n").last == "ett↵två  x")
  }

  @Test("colours its cells by tone, each line on its own")
  func colours() {
    let table = Table(
      columns: [.init("A"), .init("B")],
      rows: [[.init("ja", .good), .init("nja", .warning)], [.init("nej", .bad), .init("?", .muted)]], emptyText: "")
    #expect(
      TerminalRenderer(width: 20, color: true).render([.table(table)]) == """
        \u{1B}[1mA\u{1B}[0m    \u{1B}[1mB\u{1B}[0m
        \u{1B}[2m───\u{1B}[0m  \u{1B}[2m───\u{1B}[0m
        \u{1B}[32mja\u{1B}[0m   \u{1B}[33mnja\u{1B}[0m
        \u{1B}[31mnej\u{1B}[0m  \u{1B}[2m?\u{1B}[0m

        """)
  }
}
