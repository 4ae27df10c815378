import Documents
import Foundation
import Testing

/// The Big List of Naughty Strings, which lies beside the package when it is present.
let naughtyStrings: [String] = {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let file = root.deletingLastPathComponent().appending(path: "shared/data/strings/blns.json")
  return (try? JSONDecoder().decode([String].self, from: Data(contentsOf: file))) ?? []
}()

/// Every sequence of two characters that matter to terminals or to Markdown, and every such character alone.
private let small: [String] = {
  let parts = [
    "a", " ", "|", "\\", "`", "*", "<", "[", "\n", "\r", "\t", "\u{1B}", "\u{9B}", "\u{202E}", "\u{2028}", "漢",
    "\u{301}",
  ]
  return parts + parts.flatMap { one in parts.map { one + $0 } }
}()

/// Documents with one text in every place where a text can stand.
private func documents(with text: String) -> Document {
  let prose = Prose([.text(text), .strong(text), .code(text), .toned(text, .bad)])
  return Document(
    text, language: "sv",
    blocks: [
      .heading(level: 1, text), .heading(level: 3, text), .paragraph(prose), .banner(text), .note(prose),
      .keyValues([KeyValue(text, prose)]), .list([prose], ordered: false), .group(prose, [.paragraph(prose)]),
      .timeline([TimelineEntry(text, prose, details: [prose])]), .table(table(with: text)),
    ])
}

private func table(with text: String) -> Table {
  Table(
    columns: [.init(text), .init("B", alignment: .trailing), .init(text, priority: -1)],
    rows: [[.init(text), .init(text, .warning), "x"], ["x", .init(text), .init(text, .good)]], emptyText: text)
}

private func checkTerminal(_ text: String) {
  let document = documents(with: text)
  for width in [20, 33, 80] {
    let plain = TerminalRenderer(width: width, color: false).render(document)
    let acting = plain.unicodeScalars.filter { $0 != "\n" && acts($0) }
    #expect(acting.isEmpty, "\(text.debugDescription) at \(width)")
    #expect(withoutColours(TerminalRenderer(width: width, color: true).render(document)) == plain)
    let grid = TerminalRenderer(width: width, color: false).render([.table(table(with: text))])
    for line in grid.split(separator: "\n") where displayWidth(String(line)) > width {
      Issue.record("a line of \(displayWidth(String(line))) columns at \(width): \(line)")
    }
  }
}

private func checkMarkdown(_ text: String) {
  let rows = MarkdownRenderer().render([.table(table(with: text))]).unicodeScalars.split(separator: "\n")
  #expect(rows.count == 4, "\(text.debugDescription)")
  for row in rows {
    #expect(unescapedPipes(row) == 4, "\(String(row))")
  }
  for scalar in MarkdownRenderer().render(documents(with: text)).unicodeScalars where scalar != "\n" && acts(scalar) {
    Issue.record("\(scalar.value) in the Markdown of \(text.debugDescription)")
  }
  let paragraph = MarkdownRenderer().render([.paragraph(Prose(text))])
  for special: Character in ["<", "`", "[", "*"] {
    #expect(unescaped(special, in: paragraph.unicodeScalars[...]) == 0, "\(paragraph)")
  }
}

private func acts(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00...0x1F, 0x7F...0x9F, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x2028...0x2029: true
  default: false
  }
}

private func unescapedPipes(_ row: Substring.UnicodeScalarView) -> Int { unescaped("|", in: row) }

private func unescaped(_ character: Character, in text: Substring.UnicodeScalarView) -> Int {
  var count = 0
  var isEscaped = false
  for scalar in text {
    if !isEscaped, Character(scalar) == character { count += 1 }
    isEscaped = !isEscaped && scalar == "\\"
  }
  return count
}

@Suite("naughty strings")
struct NaughtyStringTests {
  @Test("never act on a terminal nor widen a table", .enabled(if: !naughtyStrings.isEmpty))
  func terminal() {
    #expect(naughtyStrings.count > 400)
    for text in naughtyStrings { checkTerminal(text) }
  }

  @Test("never break a Markdown table nor become HTML", .enabled(if: !naughtyStrings.isEmpty))
  func markdown() {
    for text in naughtyStrings { checkMarkdown(text) }
  }

  @Test("neither do any two characters that matter")
  func exhaustive() {
    for text in small {
      checkTerminal(text)
      checkMarkdown(text)
    }
  }
}
