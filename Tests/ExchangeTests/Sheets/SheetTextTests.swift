import TestSupport
import Testing

@testable import Exchange

@Suite("Texts in cells")
struct SheetTextTests {
  @Test(
    "what a spreadsheet would take for a formula, a number, a date or a truth value is guarded",
    arguments: [
      "=1+1", "+46", "-3", "@SUM(A1)", "\tx", "\rx", "007", "1-2", "1/3", "2022", "3,5", "45 %", "12:30", "1E5",
      "mars 22",
      "1 maj", "SANT", "falskt", "TRUE", "'=x", "''007",
    ])
  func taken(text: String) {
    #expect(SheetText.guarded(text) == "'" + text)
    #expect(SheetText.unguarded("'" + text) == text)
  }

  @Test(
    "any other text stands as it is, one with an apostrophe too",
    arguments: [
      "", "Bro", "'Fint' väder", "'", "''", "Maj", "§ 14", "M-0007", "D-0003", "617@7d2a4c80", "3 vandringar", "≥ 4",
    ])
  func plain(text: String) {
    #expect(SheetText.guarded(text) == text)
    #expect(SheetText.unguarded(text) == text)
  }

  @Test("every text of few signs comes back as it was")
  func roundTrip() {
    let signs = ["'", "=", "-", "1", "a", " ", "\t", "e"]
    var texts = [""]
    for _ in 0..<5 { texts += texts.flatMap { text in signs.map { text + $0 } } }
    for text in Set(texts) { #expect(SheetText.unguarded(SheetText.guarded(text)) == text) }
  }

  @Test("so does each of the strings that break programs", .enabled(if: SharedData.exists("strings/blns.json")))
  func strings() throws {
    let text = String(decoding: try SharedData.bytes("strings/blns.json"), as: UTF8.self)
    for line in text.split(separator: "\n").map(String.init) {
      #expect(SheetText.unguarded(SheetText.guarded(line)) == line)
    }
  }

  @Test("blanks at the ends and the kind of line ends say nothing")
  func normal() {
    #expect(SheetText.normal(" \u{A0}a\r\nb\rc\n ") == "a\nb\nc")
    #expect(SheetText.isSame("a\r\nb ", as: "a\nb", in: .utf8))
    #expect(!SheetText.isSame("a b", as: "ab", in: .utf8))
  }

  @Test("what Windows-1252 cannot hold is taken for what stands in its place, there only")
  func lossy() {
    #expect(SheetText.isSame("minst ? 4", as: "minst ≥ 4", in: .windows1252))
    #expect(SheetText.isSame("minst = 4", as: "minst ≥ 4", in: .windows1252))
    #expect(SheetText.isSame("?? hej", as: "😀 hej", in: .windows1252))
    #expect(!SheetText.isSame("minst ? 5", as: "minst ≥ 4", in: .windows1252))
    #expect(!SheetText.isSame("minst ? 4", as: "minst ≥ 4", in: .utf8))
    #expect(!SheetText.isSame("minst ?", as: "minst –", in: .windows1252))
    #expect(!SheetText.isSame("a", as: "a≥", in: .windows1252))
    #expect(!SheetText.isSame("a?x", as: "a≥", in: .windows1252))
  }
}
