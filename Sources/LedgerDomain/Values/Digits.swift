/// The value of a run of 1–18 ASCII digits, or nil if there are more or fewer, or anything else is among them.
func decimal(_ digits: some Collection<UInt8>) -> Int? {
  guard digits.count <= 18 else { return nil }
  var value = 0
  for digit in digits {
    guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
    value = value * 10 + Int(digit - UInt8(ascii: "0"))
  }
  return digits.isEmpty ? nil : value
}

func isLowerHex(_ byte: UInt8) -> Bool {
  byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "f")
}

/// Writes the texts of values that are short and of known length: no string is made of others. Requires room.
struct DigitPen {
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  /// How many bytes are written.
  private(set) var count = 0

  init(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func write(_ byte: UInt8) {
    bytes[count] = byte
    count += 1
  }

  /// A number with leading zeros up to a width. Requires 0 ≤ number.
  mutating func write(_ number: Int, to width: Int) {
    var places = 1
    var rest = number / 10
    while rest > 0 {
      places += 1
      rest /= 10
    }
    let end = count + max(places, width)
    var place = end
    rest = number
    while place > count {
      place -= 1
      bytes[place] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
    count = end
  }

  /// `2022-10-14`
  mutating func write(_ date: LocalDate) {
    write(date.year, to: 4)
    write(UInt8(ascii: "-"))
    write(date.month, to: 2)
    write(UInt8(ascii: "-"))
    write(date.day, to: 2)
  }

  /// `T10:15:00.000Z`, or without decimals `T10:15:00Z`.
  mutating func write(clock millisecondsOfDay: Int, decimals: Bool) {
    let seconds = millisecondsOfDay / 1000
    write(UInt8(ascii: "T"))
    write(seconds / 3600, to: 2)
    write(UInt8(ascii: ":"))
    write(seconds / 60 % 60, to: 2)
    write(UInt8(ascii: ":"))
    write(seconds % 60, to: 2)
    if decimals {
      write(UInt8(ascii: "."))
      write(millisecondsOfDay % 1000, to: 3)
    }
    write(UInt8(ascii: "Z"))
  }
}
