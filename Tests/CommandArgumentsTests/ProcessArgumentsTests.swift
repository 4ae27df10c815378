import Testing

@testable import CommandArguments

@Suite("the arguments of the process")
struct ProcessArgumentsTests {
  @Test("are texts, byte for byte")
  func texts() throws {
    let words = ["", "measure", "a\u{30A}", "å", "🇸🇪", "\u{1B}"]
    let decoded = try ProcessArguments.decode(words.map { Array($0.utf8) })
    #expect(decoded.map { Array($0.utf8) } == words.map { Array($0.utf8) })
  }

  @Test(
    "are refused where they are not UTF-8",
    arguments: [
      ([0xE5], 0), ([0x61, 0xE5, 0x72], 1), ([0x61, 0xC3], 1), ([0xC0, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
      ([0x61, 0x62, 0xF4, 0x90, 0x80, 0x80], 2),
    ] as [([UInt8], Int)])
  func refused(bytes: [UInt8], place: Int) {
    #expect(throws: UsageError.notUTF8(argument: 2, byte: place)) {
      try ProcessArguments.decode([[0x61], bytes, [0xFF]])
    }
  }

  @Test("are those of this process")
  func own() throws {
    #expect(try ProcessArguments.read() == Array(CommandLine.arguments.dropFirst()))
  }
}
