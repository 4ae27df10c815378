import Testing

@testable import CommandArguments

@Suite("Manual pages")
struct ManPageTests {
  @Test(
    "a text is written in ASCII, and nothing in it is a request or an escape",
    arguments: [
      ("å – ”", "\\[u00E5] \\[u2013] \\[u201D]"), ("--as-of", "\\-\\-as\\-of"), ("a\\b", "a\\eb"),
      ("it's \"x\" `y` ~ ^", "it\\(aqs \\(dqx\\(dq \\(gay\\(ga \\(ti \\(ha"), ("🟢", "\\[u1F7E2]"), ("a\nb", "a b"),
    ])
  func escaping(_ text: String, _ roff: String) {
    #expect(RoffText.escaped(text) == roff)
  }

  @Test("lines are short, broken at spaces, and never begin with a period")
  func lines() {
    let lines = RoffText.lines(String(repeating: "ord. ", count: 60) + ".hidden")
    #expect(lines.allSatisfy { $0.utf8.count <= 80 && !$0.hasPrefix(".") })
    #expect(RoffText.lines(".so /etc") == ["\\&.so /etc"])
    #expect(RoffText.verbatim(".so  /etc") == "\\&.so  /etc")
  }

  @Test("the page of a command has its parts in order")
  func command() {
    let page = ManPage(
      SampleTool.tree, language: .en, version: "1.2", date: "2026-11-28",
      sections: [.init(Localized("Returkoder", "Exit status"), [.init("0", Localized("gjort", "done"))])])
    let expected = #"""
      .TH "LIBRARY\-BOOK\-LEND" "1" "2026-11-28" "library 1.2"
      .SH "NAME"
      library\-book\-lend \- Lend a book
      .SH "SYNOPSIS"
      \fBlibrary book lend\fR \fIBOOK\fR [OPTIONS]
      .SH "DESCRIPTION"
      Lend a book.
      .SH "ARGUMENTS AND OPTIONS"
      .TP
      \fIBOOK\fR
      Number of the book. Must be given.
      .TP
      \fB\-\-borrower\fR \fINAME\fR
      Borrower.
      .SH "OPTIONS OF EVERY COMMAND"
      .TP
      \fB\-\-lang\fR \fILANGUAGE\fR
      Language of what is shown. sv | en. Default sv.
      .TP
      \fB\-q\fR, \fB\-\-quiet\fR
      Show errors only.
      .TP
      \fB\-h\fR, \fB\-\-help\fR
      Show help.
      .TP
      \fB\-\-version\fR
      Show the version of the program.
      .SH "EXIT STATUS"
      .TP
      \fB0\fR
      done

      """#
    #expect(page.text(for: ["book", "lend"]) == expected)
  }

  @Test("on the page of the tool, options that commands share stand once")
  func shared() {
    let page = ManPage(
      SampleTool.tree, language: .sv, version: "1.2", date: "2026-11-28",
      shared: [.init(Localized("val för böcker", "options of books"), [SampleTool.subject, SampleTool.shelf])])
    let text = page.text(for: [])
    #expect(text.ranges(of: "\\-\\-shelf").count == 1)
    #expect(text.contains("Dessutom val f\\[u00F6]r b\\[u00F6]cker.\n"))
    #expect(text.contains(".SH \"VAL F\\[u00D6]R B\\[u00D6]CKER\"\n"))
    #expect(text.contains(".SH \"NAMN\"\nlibrary \\- Ett bibliotek"))
  }

  @Test("words lead to a noun or a command, or are refused")
  func path() throws {
    #expect(try SampleTool.tree.path(of: []) == [])
    #expect(try SampleTool.tree.path(of: ["book"]) == ["book"])
    #expect(try SampleTool.tree.path(of: ["book", "add"]) == ["book", "add"])
    #expect(throws: UsageError.self) { try SampleTool.tree.path(of: ["status", "now"]) }
    #expect(throws: UsageError.self) { try SampleTool.tree.path(of: ["book", "burn"]) }
  }
}
