/// Whether bytes are UTF-8 (RFC 3629 section 4), and where they are not.
enum UTF8Check {
  /// The place of the first byte, from a place on, that is zero or begins no character; nil where all is right. Cost: one pass, eight bytes
  /// at a time where they are ASCII.
  static func firstProblem(in bytes: [UInt8], from start: Int = 0) -> Int? {
    bytes.withUnsafeBytes { bytes in
      var place = start
      while place < bytes.count {
        if place + 8 <= bytes.count {
          let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
          // Neither a high bit nor a zero byte: Mycroft's test is exact where no high bit is set.
          if word & 0x8080_8080_8080_8080 == 0, (word &- 0x0101_0101_0101_0101) & 0x8080_8080_8080_8080 == 0 {
            place += 8
            continue
          }
        }
        let count = length(of: bytes, at: place)
        if count == 0 { return place }
        place += count
      }
      return nil
    }
  }

  /// How many bytes the character at a place has; 0 where none begins there, and for a zero byte.
  private static func length(of bytes: UnsafeRawBufferPointer, at place: Int) -> Int {
    let first = bytes[place]
    func isNext(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      place + offset < bytes.count && range.contains(bytes[place + offset])
    }
    switch first {
    case 0x01...0x7F: return 1
    case 0xC2...0xDF: return isNext(1) ? 2 : 0
    case 0xE0: return isNext(1, 0xA0...0xBF) && isNext(2) ? 3 : 0
    case 0xED: return isNext(1, 0x80...0x9F) && isNext(2) ? 3 : 0
    case 0xE1...0xEF: return isNext(1) && isNext(2) ? 3 : 0
    case 0xF0: return isNext(1, 0x90...0xBF) && isNext(2) && isNext(3) ? 4 : 0
    case 0xF4: return isNext(1, 0x80...0x8F) && isNext(2) && isNext(3) ? 4 : 0
    case 0xF1...0xF3: return isNext(1) && isNext(2) && isNext(3) ? 4 : 0
    default: return 0
    }
  }
}
