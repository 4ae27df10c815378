/// Writes XES (IEEE 1849-2016): tags whose attributes hold any text.
///
/// What XML cannot hold at all, control characters, is replaced by U+FFFD; tabs and line ends are written as references, since a
/// reader makes spaces of them.
struct XESWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// `<string key="…" value="…"/>`.
  mutating func attribute(_ type: StaticString, _ key: StaticString, _ value: String) {
    begin(type, key)
    escape(value)
    write("\"/>")
  }

  /// The same, for a key that is made of others and needs no escape.
  mutating func attribute(_ type: StaticString, key: String, _ value: String) {
    write("<")
    write(type)
    write(" key=\"")
    bytes.append(contentsOf: key.utf8)
    write("\" value=\"")
    escape(value)
    write("\"/>")
  }

  private mutating func escape(_ text: String) {
    var text = text
    text.withUTF8 { escape($0) }
  }

  mutating func attribute(_ type: StaticString, _ key: StaticString, utf8 value: UnsafeBufferPointer<UInt8>) {
    begin(type, key)
    escape(value)
    write("\"/>")
  }

  private mutating func begin(_ type: StaticString, _ key: StaticString) {
    write("<")
    write(type)
    write(" key=\"")
    write(key)
    write("\" value=\"")
  }

  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for place in text.indices {
      guard let replacement = Self.replacement(of: text, at: place) else { continue }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<place]))
      write(replacement.text)
      start = place + replacement.count
    }
    if start < text.count { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...])) }
  }

  /// What stands for a byte that cannot stand by itself, and for how many bytes; nil for one that can.
  private static func replacement(
    of text: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (text: StaticString, count: Int)? {
    switch text[place] {
    case UInt8(ascii: "&"): ("&amp;", 1)
    case UInt8(ascii: "<"): ("&lt;", 1)
    case UInt8(ascii: "\""): ("&quot;", 1)
    case 0x09: ("&#9;", 1)
    case 0x0A: ("&#10;", 1)
    case 0x0D: ("&#13;", 1)
    case 0x00..<0x20: ("\u{FFFD}", 1)
    // U+FFFE and U+FFFF.
    case 0xEF where place + 2 < text.count && text[place + 1] == 0xBF && text[place + 2] >= 0xBE: ("\u{FFFD}", 3)
    default: nil
    }
  }

  /// Forgets what is written and keeps the memory.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}
