import LedgerDomain

/// Eight lower-case hexadecimal digits at a time, as one word.
enum HexDigits {
  /// The number that eight digits write; nil where one of the bytes is none. Requires eight bytes that can be read.
  @inline(__always) static func number(_ place: UnsafePointer<UInt8>) -> UInt64? {
    number(UnsafeRawPointer(place).loadUnaligned(as: UInt64.self).littleEndian)
  }

  /// As above, for bytes in a word, the first digit lowest.
  @inline(__always) static func number(_ digits: UInt64) -> UInt64? {
    // A digit has its value in the low four bits; a letter, which is told by bit 6, has nine more than that.
    let values = digits & 0x0F0F_0F0F_0F0F_0F0F &+ (digits >> 6 & ones) &* 9
    guard values & 0xF0F0_F0F0_F0F0_F0F0 == 0, texts(values) == digits else { return nil }
    var number = values.byteSwapped
    number = (number | number >> 4) & 0x00FF_00FF_00FF_00FF
    number = (number | number >> 8) & 0x0000_FFFF_0000_FFFF
    return (number | number >> 16) & 0xFFFF_FFFF
  }

  /// The eight digits of a number below 2^32, the first one lowest.
  @inline(__always) static func digits(_ number: UInt64) -> UInt64 {
    var values = number
    values = (values | values << 16) & 0x0000_FFFF_0000_FFFF
    values = (values | values << 8) & 0x00FF_00FF_00FF_00FF
    values = (values | values << 4) & 0x0F0F_0F0F_0F0F_0F0F
    return texts(values.byteSwapped)
  }

  /// The digits of eight values below 16.
  @inline(__always) private static func texts(_ values: UInt64) -> UInt64 {
    values &+ 0x3030_3030_3030_3030 &+ ((values &+ 0x0606_0606_0606_0606) >> 4 & ones) &* 0x27
  }

  private static var ones: UInt64 { 0x0101_0101_0101_0101 }
}

extension EventID {
  /// The id that a UUID in lower case writes; nil for anything else. Requires 36 bytes that can be read.
  @inline(__always) init?(digits place: UnsafePointer<UInt8>) {
    let bytes = UnsafeRawPointer(place)
    func four(_ offset: Int) -> UInt64 {
      UInt64(bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self).littleEndian)
    }
    guard place[8] == 0x2D, place[13] == 0x2D, place[18] == 0x2D, place[23] == 0x2D,
      let one = HexDigits.number(place), let two = HexDigits.number(four(9) | four(14) << 32),
      let three = HexDigits.number(four(19) | four(24) << 32), let four = HexDigits.number(place + 28)
    else { return nil }
    self.init(high: one << 32 | two, low: three << 32 | four)
  }

  /// Writes the 36 bytes of the UUID.
  @inline(__always) func write(digits place: UnsafeMutablePointer<UInt8>) {
    let bytes = UnsafeMutableRawPointer(place)
    let (two, three) = (HexDigits.digits(high & 0xFFFF_FFFF), HexDigits.digits(low >> 32))
    bytes.storeBytes(of: HexDigits.digits(high >> 32).littleEndian, as: UInt64.self)
    place[8] = 0x2D
    bytes.storeBytes(of: UInt32(truncatingIfNeeded: two).littleEndian, toByteOffset: 9, as: UInt32.self)
    place[13] = 0x2D
    bytes.storeBytes(of: UInt32(truncatingIfNeeded: two >> 32).littleEndian, toByteOffset: 14, as: UInt32.self)
    place[18] = 0x2D
    bytes.storeBytes(of: UInt32(truncatingIfNeeded: three).littleEndian, toByteOffset: 19, as: UInt32.self)
    place[23] = 0x2D
    bytes.storeBytes(of: UInt32(truncatingIfNeeded: three >> 32).littleEndian, toByteOffset: 24, as: UInt32.self)
    bytes.storeBytes(of: HexDigits.digits(low & 0xFFFF_FFFF).littleEndian, toByteOffset: 28, as: UInt64.self)
  }
}
