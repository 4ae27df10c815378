/// A text to be found among bytes, again and again (Horspool 1980): at each place the byte under the text's end says how far
/// it can be moved on, so that most bytes are never looked at.
struct ByteSearch: Sendable {
  let needle: [UInt8]
  private let shifts: [Int]

  /// Requires a text that is not empty.
  init(_ text: String) {
    precondition(!text.isEmpty, "a text to look for has letters")
    needle = Array(text.utf8)
    var shifts = [Int](repeating: needle.count, count: 256)
    for (index, byte) in needle.dropLast().enumerated() { shifts[Int(byte)] = needle.count - 1 - index }
    self.shifts = shifts
  }

  /// The first place of the text at or after a byte; nil where there is none.
  func place(in bytes: UnsafeRawBufferPointer, from start: Int = 0) -> Int? {
    let last = needle.count - 1
    var place = start
    while place + last < bytes.count {
      let byte = bytes[place + last]
      if byte == needle[last], bytes[place..<(place + last)].elementsEqual(needle.dropLast()) { return place }
      place += shifts[Int(byte)]
    }
    return nil
  }
}
