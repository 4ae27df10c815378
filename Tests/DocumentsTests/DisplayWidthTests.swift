import Testing

@testable import Documents

@Suite("display width")
struct DisplayWidthTests {
  @Test(
    "is counted in columns of the terminal",
    arguments: [
      ("", 0), ("abc", 3), ("åäö", 3), ("a\u{30A}a\u{308}", 2), ("§\u{A0}41", 4), ("—…”", 3), ("│─┏", 3),
      ("漢字", 4), ("ｆｕｌｌ", 8), ("ﾊﾝｶｸ", 4), ("한글", 4), ("\u{1112}\u{1161}\u{11AB}", 2),
      ("🙂", 2), ("👍🏽", 2), ("👩‍👩‍👧‍👦", 2), ("🇸🇪", 2), ("❤️", 2), ("❤", 1), ("✔", 1), ("a\u{FE0F}", 1),
      ("שלום", 4), ("Z\u{351}\u{36B}\u{343}", 1), ("\u{301}", 0),
    ])
  func width(text: String, columns: Int) {
    #expect(displayWidth(text) == columns)
  }
}
