/// A place in bytes that are known to be canonical JSON (`JSONValue.write`), and the small steps of a walk over them.
///
/// Every step looks whether its bytes are there, so that a text that is none of the kind expected is refused and never
/// read beyond; but it does not look for what canonical JSON cannot hold.
struct CanonicalCursor {
  /// The bytes from the place on.
  private var rest: UnsafeBufferPointer<UInt8>

  init() {
    rest = UnsafeBufferPointer(start: nil, count: 0)
  }

  /// Requires bytes that stay as long as the cursor is used.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    rest = bytes
  }

  private var refusal: JSONMismatch { JSONMismatch(path: [], problem: .notCanonical) }

  /// Steps over an opening bracket; true where the closing one follows, which is then stepped over too.
  mutating func opens(_ opening: UInt8, closing: UInt8) throws(JSONMismatch) -> Bool {
    guard rest.count >= 2, rest[0] == opening else { throw refusal }
    let isEmpty = rest[1] == closing
    drop(isEmpty ? 2 : 1)
    return isEmpty
  }

  /// Steps over the comma before the next member or element; false where the closing bracket stood there.
  mutating func goesOn(until closing: UInt8) throws(JSONMismatch) -> Bool {
    guard let byte = rest.first, byte == UInt8(ascii: ",") || byte == closing else { throw refusal }
    drop(1)
    return byte != closing
  }

  /// Steps over a member's name and colon, if it is this one.
  mutating func skip(name: StaticString) -> Bool {
    let count = name.utf8CodeUnitCount
    guard rest.count > count + 3, rest[0] == UInt8(ascii: "\""), rest[count + 1] == UInt8(ascii: "\"") else {
      return false
    }
    for index in 0..<count where rest[index + 1] != name.utf8Start[index] { return false }
    drop(count + 3)
    return true
  }

  mutating func string() throws(JSONMismatch) -> String {
    let (count, isEscaped) = try stringCount()
    defer { drop(count) }
    if !isEscaped { return String(decoding: UnsafeBufferPointer(rebasing: rest[1..<(count - 1)]), as: UTF8.self) }
    guard case .string(let text)? = try? JSONValue(parsing: Array(rest[..<count])) else { throw refusal }
    return text
  }

  mutating func number() throws(JSONMismatch) -> String {
    let count = rest.firstIndex { !($0 == UInt8(ascii: "-") || $0 >= 0x30 && $0 <= 0x39) } ?? rest.count
    guard count > 0 else { throw refusal }
    defer { drop(count) }
    return String(decoding: UnsafeBufferPointer(rebasing: rest[..<count]), as: UTF8.self)
  }

  mutating func bool() throws(JSONMismatch) -> Bool {
    for (word, value) in [("true" as StaticString, true), ("false", false)] {
      let count = word.utf8CodeUnitCount
      if rest.count >= count, (0..<count).allSatisfy({ rest[$0] == word.utf8Start[$0] }) {
        drop(count)
        return value
      }
    }
    throw refusal
  }

  /// Any value, in memory.
  mutating func value() throws(JSONMismatch) -> JSONValue {
    let count = try valueCount()
    guard let value = try? JSONValue(parsing: Array(rest[..<count])) else { throw refusal }
    drop(count)
    return value
  }

  /// How many bytes the string here has, its quotes among them, and whether any of it is escaped.
  private func stringCount(from start: Int = 0) throws(JSONMismatch) -> (count: Int, isEscaped: Bool) {
    guard start < rest.count, rest[start] == UInt8(ascii: "\"") else { throw refusal }
    var place = start + 1
    var isEscaped = false
    while place < rest.count {
      switch rest[place] {
      case UInt8(ascii: "\""): return (place + 1 - start, isEscaped)
      case UInt8(ascii: "\\"):
        isEscaped = true
        place += 2
      default: place += 1
      }
    }
    throw refusal
  }

  /// How many bytes the value here has.
  private func valueCount() throws(JSONMismatch) -> Int {
    var (place, depth) = (0, 0)
    while place < rest.count {
      switch rest[place] {
      case UInt8(ascii: "\""): place += try stringCount(from: place).count - 1
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return place }
        depth -= 1
      case UInt8(ascii: ",") where depth == 0: return place
      default: break
      }
      place += 1
    }
    return place
  }

  private mutating func drop(_ count: Int) {
    rest = UnsafeBufferPointer(rebasing: rest[count...])
  }
}
