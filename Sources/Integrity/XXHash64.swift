/// XXH64: a checksum of 64 bits against accident, several times faster than SHA-256, and no protection against anyone.
///
/// For what can be made anew, as a cache can. What proves something is hashed by ``SHA256``.
///
/// Source: Yann Collet, "xxHash fast digest algorithm", 0.1.1, the section on XXH64. Cost: some 10 bytes a nanosecond.
package enum XXHash64 {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  /// The checksum of bytes, of any number, with a seed.
  package static func hash(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
    var place = 0
    var sum: UInt64
    if bytes.count >= 32 {
      var (a, b) = (seed &+ prime1 &+ prime2, seed &+ prime2)
      var (c, d) = (seed, seed &- prime1)
      while place + 32 <= bytes.count {
        a = round(a, word(bytes, place))
        b = round(b, word(bytes, place + 8))
        c = round(c, word(bytes, place + 16))
        d = round(d, word(bytes, place + 24))
        place += 32
      }
      sum = rotated(a, 1) &+ rotated(b, 7) &+ rotated(c, 12) &+ rotated(d, 18)
      for lane in [a, b, c, d] { sum = (sum ^ round(0, lane)) &* prime1 &+ prime4 }
    } else {
      sum = seed &+ prime5
    }
    sum &+= UInt64(bytes.count)
    while place + 8 <= bytes.count {
      sum = rotated(sum ^ round(0, word(bytes, place)), 27) &* prime1 &+ prime4
      place += 8
    }
    if place + 4 <= bytes.count {
      let half = UInt64(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
      sum = rotated(sum ^ (half &* prime1), 23) &* prime2 &+ prime3
      place += 4
    }
    while place < bytes.count {
      sum = rotated(sum ^ (UInt64(bytes[place]) &* prime5), 11) &* prime1
      place += 1
    }
    sum = (sum ^ (sum >> 33)) &* prime2
    sum = (sum ^ (sum >> 29)) &* prime3
    return sum ^ (sum >> 32)
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    rotated(lane &+ (word &* prime2), 31) &* prime1
  }

  private static func rotated(_ word: UInt64, _ count: UInt64) -> UInt64 {
    word << count | word >> (64 - count)
  }
}
