import TestSupport
import Testing

@testable import Documents

@Suite("iCalendar")
struct ICalendarTests {
  private static func event(_ summary: String, description: String = "", categories: [String] = []) -> ICalendar.Event {
    ICalendar.Event(
      uid: "verify-minutes.T-0016@f81d4fae", day: "20221130", sequence: 2, status: .tentative, summary: summary,
      description: description, categories: categories)
  }

  private static func rendered(_ event: ICalendar.Event) -> String {
    ICalendar(
      product: "-//Liggare//liggare//SV", name: "Liggaren", description: "Underlag: a, b",
      stamp: "20221014T081500Z", events: [event]
    ).render()
  }

  /// RFC 5545, section 3.1: a line break and one space are taken away.
  private static func unfolded(_ text: String) -> [UInt8] {
    // On bytes: a space before an accent is one character with it.
    Array(text.utf8).split(separator: Array("\r\n ".utf8), omittingEmptySubsequences: false).flatMap { $0 }
  }

  @Test("one event, every line ended by CRLF")
  func whole() {
    let text = Self.rendered(
      Self.event("Justera protokollet: KS", description: "Läge: återstår\nRegel: KL 8:12", categories: ["Protokoll"]))
    let expected = """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//Liggare//liggare//SV
      CALSCALE:GREGORIAN
      NAME:Liggaren
      X-WR-CALNAME:Liggaren
      DESCRIPTION:Underlag: a\\, b
      X-WR-CALDESC:Underlag: a\\, b
      BEGIN:VEVENT
      UID:verify-minutes.T-0016@f81d4fae
      DTSTAMP:20221014T081500Z
      DTSTART;VALUE=DATE:20221130
      SEQUENCE:2
      STATUS:TENTATIVE
      TRANSP:TRANSPARENT
      SUMMARY:Justera protokollet: KS
      DESCRIPTION:Läge: återstår\\nRegel: KL 8:12
      CATEGORIES:Protokoll
      END:VEVENT
      END:VCALENDAR

      """
    expectSame(text, expected.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"))
  }

  @Test(
    "a text is escaped",
    arguments: [
      ("a,b;c\\d", "a\\,b\\;c\\\\d"), ("a\nb", "a\\nb"), ("a:b\"c", "a:b\"c"), ("\u{1B}[31m", "<U+001B>[31m"),
      ("a\r\nb", "a<U+000D>\\nb"), ("å\u{0301}", "å\u{0301}"), ("", ""),
    ])
  func escaping(_ text: String, _ escaped: String) {
    #expect(ICalendar.escaped(text).utf8.elementsEqual(escaped.utf8))
  }

  @Test("a line of 75 octets stays whole, and of 76 is broken", arguments: [74, 75, 76, 149, 150])
  func limit(_ count: Int) {
    let folded = ICalendar.folded(String(repeating: "a", count: count))
    let lines = folded.split(separator: "\r\n")
    // The first line has 75, each further one a space and 74.
    #expect(lines.count == (count <= 75 ? 1 : count <= 149 ? 2 : 3))
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
  }

  @Test("a character is never cut: a letter of two octets at the limit moves to the next line")
  func wholeCharacters() {
    let folded = ICalendar.folded(String(repeating: "a", count: 74) + "å")
    #expect(folded.utf8.elementsEqual((String(repeating: "a", count: 74) + "\r\n å").utf8))
  }

  @Test("a letter and its accent stay together, but for accents without end")
  func accents() {
    let folded = ICalendar.folded(String(repeating: "b", count: 74) + "a\u{0301}")
    #expect(folded.utf8.elementsEqual((String(repeating: "b", count: 74) + "\r\n a\u{0301}").utf8))
    let many = ICalendar.folded("a" + String(repeating: "\u{0301}", count: 100))
    #expect(Array(many.utf8).split(separator: UInt8(ascii: "\n")).allSatisfy { $0.count <= 76 })
  }

  @Test("any text survives: folded lines are short, whole UTF-8, and unfold to what they were")
  func property() {
    var generator = SeededGenerator(seed: 5545)
    let letters: [Unicode.Scalar] = ["a", " ", "å", "ö", "–", "”", "🟢", "\u{0301}", ",", ";", "\\", "\u{FEFF}", "漢"]
    for _ in 0..<2000 {
      let count = Int.random(in: 0...400, using: &generator)
      var text = String.UnicodeScalarView()
      for _ in 0..<count { text.append(letters.randomElement(using: &generator) ?? "a") }
      let line = String(text)
      let folded = ICalendar.folded(line)
      #expect(Self.unfolded(folded).elementsEqual(line.utf8))
      for part in Array(folded.utf8).split(separator: UInt8(ascii: "\n")) {
        #expect(part.count - (part.last == UInt8(ascii: "\r") ? 1 : 0) <= 75)
        #expect(String(validating: part, as: UTF8.self) != nil)
      }
    }
  }
}
