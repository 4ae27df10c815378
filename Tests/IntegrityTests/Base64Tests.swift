import Integrity
import Testing

@Suite("Base64 and hexadecimal")
struct Base64Tests {
  /// RFC 4648 section 10.
  @Test(
    "the standard's examples, both ways",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
      ("foobar", "Zm9vYmFy"),
    ])
  func examples(text: String, base64: String) {
    #expect(Base64.encode(Array(text.utf8)) == base64)
    #expect(Base64.decode(base64) == Array(text.utf8))
  }

  @Test("every pair of bytes comes back")
  func pairs() {
    for value in 0...0xffff {
      let bytes = [UInt8(value >> 8), UInt8(value & 0xff)]
      if Base64.decode(Base64.encode(bytes)) != bytes { Issue.record("\(bytes) in base64") }
      if Hexadecimal.decode(Hexadecimal.encode(bytes)) != bytes { Issue.record("\(bytes) in hex") }
    }
  }

  @Test("of all texts of four characters that end in padding, only the canonical ones are read")
  func canonical() {
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-_ "
    var accepted = 0
    for first in alphabet {
      for second in alphabet {
        for ending in ["==", "A=", "E="] {
          let text = "\(first)\(second)\(ending)"
          guard let bytes = Base64.decode(text) else { continue }
          accepted += 1
          if Base64.encode(bytes) != text { Issue.record("\(text)") }
        }
      }
    }
    // One byte: 256 texts. Two bytes whose last four bits are 0 (A) or 1 (E): 4096 each.
    #expect(accepted == 256 + 4096 + 4096)
  }

  @Test(
    "texts that other readers let pass are refused",
    arguments: [
      "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zm 8", "Zm8=\n", "\nZm8", "Zm8=Zm8=", "=Zm8", "Z===", "====", "Zm-_",
      "Zm9vé",
    ])
  func refused(text: String) {
    #expect(Base64.decode(text) == nil)
  }
}
