/// A text that stands in JSON as it is: UTF-8 without quotation marks, backslashes and control characters.
struct Phrase: ExpressibleByStringLiteral, Sendable {
  let bytes: [UInt8]

  init(stringLiteral text: String) {
    bytes = Array(text.utf8)
    precondition(
      bytes.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }, "needs escaping: \(text)"
    )
  }
}
