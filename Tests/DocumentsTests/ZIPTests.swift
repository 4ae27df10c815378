import Documents
import Foundation
import Testing

@Suite("a ZIP archive")
struct ZIPTests {
  @Test("has the check sums that others compute")
  func crc() {
    // `python3 -c "import zlib; print(hex(zlib.crc32(b'123456789')))"`, the check value of CRC-32/ISO-HDLC.
    #expect(CRC32.of(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(CRC32.of([]) == 0)
    #expect(CRC32.of([0]) == 0xD202_EF8D)
    #expect(CRC32.of(Array(repeating: 0xFF, count: 32)) == 0xFF6C_AB0B)
  }

  @Test("of one file is these bytes")
  func bytes() {
    var archive = ZIPArchive()
    archive.add("å", Array("hej".utf8))
    let header = "14 00 00 08 00 00 00 00 21 00 "
    let sizes = "2e 54 68 0c 03 00 00 00 03 00 00 00 02 00 00 00 "
    let expected =
      "50 4b 03 04 " + header + sizes + "c3 a5 68 65 6a " + "50 4b 01 02 14 00 " + header + sizes
      + "00 00 00 00 00 00 00 00 00 00 00 00 00 00 c3 a5 "
      + "50 4b 05 06 00 00 00 00 01 00 01 00 30 00 00 00 23 00 00 00 00 00"
    #expect(
      archive.data.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined(separator: " ") == expected)
  }

  @Test("of none is only the end of a directory")
  func empty() {
    #expect(ZIPArchive().data.count == 22)
  }
}
