/// The members of an object in canonical JSON that is known to be right, by their places: nothing is unescaped or kept.
///
/// Requires bytes that begin with the object's `{` and end with its `}`.
package struct DataMembers {
  private let bytes: UnsafeBufferPointer<UInt8>

  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The value of a member, as its bytes; nil where it is absent. Linear in what stands before it.
  package func value(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    var place = 1
    while place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
      let nameEnd = stringEnd(from: place)
      let isIt =
        nameEnd - place - 2 == name.utf8CodeUnitCount
        && (0..<name.utf8CodeUnitCount).allSatisfy { bytes[place + 1 + $0] == name.utf8Start[$0] }
      let start = nameEnd + 1
      let end = valueEnd(from: start)
      guard end <= bytes.count else { return nil }
      if isIt { return UnsafeBufferPointer(rebasing: bytes[start..<end]) }
      place = end + 1
    }
    return nil
  }

  /// The bytes of a string without its quotes; nil for another value, and for a string with an escape.
  package static func plainString(_ value: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    guard value.count >= 2, value[0] == UInt8(ascii: "\""), !value.contains(UInt8(ascii: "\\")) else { return nil }
    return UnsafeBufferPointer(rebasing: value[1..<(value.count - 1)])
  }

  /// Behind the closing quote of the string that begins at a place.
  private func stringEnd(from start: Int) -> Int {
    var place = start + 1
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return place + 1
  }

  private func valueEnd(from start: Int) -> Int {
    var place = start
    var depth = 0
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        place = stringEnd(from: place)
        if depth == 0 { return place }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return place }
        depth -= 1
        if depth == 0 { return place + 1 }
      case UInt8(ascii: ","): if depth == 0 { return place }
      default: break
      }
      place += 1
    }
    return place
  }
}
