package import LedgerDomain

/// The members of an object in canonical JSON that is known to be right, by their places: nothing is unescaped or kept.
///
/// Requires bytes that begin with the object's `{` and end with its `}`.
package struct DataMembers {
  private let bytes: UnsafeBufferPointer<UInt8>

  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// One member: its name without quotes, and its value as its bytes.
  package struct Member {
    package let name: UnsafeBufferPointer<UInt8>
    package let value: UnsafeBufferPointer<UInt8>

    /// Whether it has a name.
    @inline(__always) package func isCalled(_ name: StaticString) -> Bool {
      self.name.count == name.utf8CodeUnitCount
        && (0..<self.name.count).allSatisfy { self.name[$0] == name.utf8Start[$0] }
    }
  }

  /// Calls `body` with each member in order, until it says that it has seen enough. One walk over the bytes.
  @inline(__always)
  package func forEach(_ body: (Member) -> Bool) {
    var place = 1
    while place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
      let nameEnd = stringEnd(from: place)
      let start = nameEnd + 1
      let end = valueEnd(from: start)
      guard end <= bytes.count else { return }
      let isEnough = body(
        Member(
          name: UnsafeBufferPointer(rebasing: bytes[(place + 1)..<(nameEnd - 1)]),
          value: UnsafeBufferPointer(rebasing: bytes[start..<end])))
      if isEnough { return }
      place = end + 1
    }
  }

  /// The value of a member, as its bytes; nil where it is absent. Linear in what stands before it.
  package func value(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    var found: UnsafeBufferPointer<UInt8>?
    forEach { member in
      guard member.isCalled(name) else { return false }
      found = member.value
      return true
    }
    return found
  }

  /// The bytes of a string without its quotes; nil for another value, and for a string with an escape.
  package static func plainString(_ value: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    guard value.count >= 2, value[0] == UInt8(ascii: "\""), !value.contains(UInt8(ascii: "\\")) else { return nil }
    return UnsafeBufferPointer(rebasing: value[1..<(value.count - 1)])
  }

  /// The id that a string states; nil for any other value.
  package static func id(_ value: UnsafeBufferPointer<UInt8>) -> EventID? {
    guard let text = plainString(value), text.count == 36, let start = text.baseAddress else { return nil }
    var cursor = LineCursor(place: start, end: start + text.count)
    return cursor.uuid()
  }

  /// Behind the closing quote of the string that begins at a place.
  private func stringEnd(from start: Int) -> Int {
    guard let first = bytes.baseAddress else { return start }
    var cursor = LineCursor(place: first + start + 1, end: first + bytes.count)
    while true {
      cursor.skipPlainWords()
      let place = cursor.place - first
      guard place < bytes.count, bytes[place] != UInt8(ascii: "\"") else { return place + 1 }
      cursor.place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
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
