import Testing

@testable import Documents

@Suite("visible text")
struct VisibleTextTests {
  @Test(
    "ordinary text stays as it is, byte for byte",
    arguments: ["", "Åtgärd §\u{A0}41 – 50 %", "a\u{30A}", "👩‍👩‍👧", "می‌خواهم"])
  func ordinary(text: String) {
    #expect(Array(visible(text).utf8) == Array(text.utf8))
  }

  @Test("every control character is written out, none is passed on")
  func controls() {
    for value in Array(0x00...0x1F) + Array(0x7F...0x9F) where value != 0x0A {
      let text = visible("a" + String(Unicode.Scalar(UInt8(value))) + "b")
      let digits = String(value, radix: 16, uppercase: true)
      #expect(text == "a<U+00\(digits.count == 1 ? "0" : "")\(digits)>b")
    }
  }

  @Test("a line feed is an arrow, also after a carriage return")
  func lineFeed() {
    #expect(visible("a\nb") == "a↵b")
    #expect(visible("a\r\nb") == "a<U+000D>↵b")
  }

  @Test(
    "bidirectional controls and invisible characters are written out",
    arguments: [
      0x200E, 0x200F, 0x061C, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x2028, 0x2029,
      0x200B, 0x2060, 0xFEFF, 0x00AD, 0x3164, 0xFFF9, 0xE0041,
    ] as [UInt32])
  func hidden(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    let digits = String(value, radix: 16, uppercase: true)
    let padding = String(repeating: "0", count: max(0, 4 - digits.count))
    #expect(visible("a\(scalar)b") == "a<U+\(padding)\(digits)>b")
  }

  @Test("lines are parted at line feeds only")
  func lines() {
    #expect(visibleLines("a\r\nb\u{2028}c\n") == ["a<U+000D>", "b<U+2028>c"])
    #expect(visibleLines("") == [""])
    #expect(visibleLines("\n\nx") == ["", "", "x"])
  }
}
