import TestSupport
import Testing

@testable import Exchange

@Suite("Decoding a file")
struct TextEncodingTests {
  private let text = "Åtgärd;€\n„å“\n"

  private func decoded(_ bytes: [UInt8], as stated: TextEncoding? = nil) throws(TextProblem) -> DecodedText {
    try DecodedText(bytes, stated: stated)
  }

  private func problem(_ bytes: [UInt8], as stated: TextEncoding? = nil) -> TextProblem? {
    do throws(TextProblem) { _ = try decoded(bytes, as: stated) } catch { return error }
    return nil
  }

  private func utf16(_ text: String, highFirst: Bool, mark: Bool = true) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return highFirst ? [high, low] : [low, high]
    }
  }

  @Test("UTF-8 is read with and without its mark, which is no part of the text")
  func utf8() throws {
    #expect(try decoded(Array(text.utf8)) == DecodedText(utf8: Array(text.utf8), encoding: .utf8))
    #expect(try decoded([0xEF, 0xBB, 0xBF] + Array(text.utf8)).utf8 == Array(text.utf8))
    #expect(try decoded([]).utf8 == [])
  }

  @Test("UTF-16 is known by its mark, and read without it where it is stated", arguments: [false, true])
  func utf16(highFirst: Bool) throws {
    let long = text + "😀"
    let encoding: TextEncoding = highFirst ? .utf16BigEndian : .utf16LittleEndian
    #expect(try decoded(utf16(long, highFirst: highFirst)) == DecodedText(utf8: Array(long.utf8), encoding: encoding))
    #expect(try decoded(utf16(long, highFirst: highFirst, mark: false), as: encoding).utf8 == Array(long.utf8))
  }

  @Test("Windows-1252 is read where it is stated, with its own characters")
  func windows1252() throws {
    let bytes: [UInt8] = [0xC5, 0x74, 0x67, 0xE4, 0x72, 0x64, 0x3B, 0x80, 0x0A, 0x84, 0xE5, 0x93, 0x0A]
    #expect(try decoded(bytes, as: .windows1252).utf8 == Array(text.utf8))
  }

  @Test("bytes that are no character are refused with line and place, never guessed at")
  func malformed() {
    let mixed = Array("a\nbä\nc".utf8) + [0xE4, 0x0A]
    #expect(problem(mixed) == TextProblem(kind: .malformed(.utf8, bytes: [0xE4]), line: 3, byteOffset: 7))
    #expect(
      problem([0x61, 0x0A, 0x81], as: .windows1252)
        == TextProblem(kind: .malformed(.windows1252, bytes: [0x81]), line: 2, byteOffset: 2))
    #expect(
      problem([0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x00, 0xDC])
        == TextProblem(kind: .malformed(.utf16LittleEndian, bytes: [0x00, 0xDC]), line: 2, byteOffset: 6))
    #expect(
      problem([0xFE, 0xFF, 0x00, 0x61, 0x62])
        == TextProblem(kind: .malformed(.utf16BigEndian, bytes: [0x62]), line: 1, byteOffset: 4))
    #expect(
      problem([0xFE, 0xFF, 0xD8, 0x00, 0x00, 0x61])
        == TextProblem(kind: .malformed(.utf16BigEndian, bytes: [0xD8, 0x00]), line: 1, byteOffset: 2))
  }

  @Test("a zero byte is no text: UTF-16 without its mark is not read as UTF-8")
  func zero() {
    #expect(
      problem(utf16("ab", highFirst: false, mark: false)) == TextProblem(kind: .zero, line: 1, byteOffset: 1))
    #expect(problem([0x61, 0x00], as: .windows1252) == TextProblem(kind: .zero, line: 1, byteOffset: 1))
    #expect(problem([0xFF, 0xFE, 0x00, 0x00]) == TextProblem(kind: .zero, line: 1, byteOffset: 2))
  }

  @Test("a mark of another encoding than the one stated is refused")
  func otherMark() {
    #expect(
      problem([0xEF, 0xBB, 0xBF, 0x61], as: .windows1252)
        == TextProblem(kind: .otherMark(stated: .windows1252, found: .utf8), line: 1, byteOffset: 0))
  }

  @Test("what is UTF-8 and what is not is as the standard library has it")
  func check() {
    var generator = SeededGenerator(seed: 21)
    let pieces: [[UInt8]] = [
      [0x61], Array("å".utf8), Array("€".utf8), Array("😀".utf8), [0x80], [0xC0, 0xAF], [0xC3], [0xE0, 0x80, 0x80],
      [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5], [0xE2, 0x82],
      Array("abcdefgh".utf8), Array("abcdefghij".utf8),
    ]
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...6, using: &generator)).flatMap { _ in
        pieces[Int.random(in: 0..<(Bool.random(using: &generator) ? 4 : pieces.count), using: &generator)]
      }
      #expect((UTF8Check.firstProblem(in: bytes) == nil) == (String(validating: bytes, as: UTF8.self) != nil))
    }
  }
}
