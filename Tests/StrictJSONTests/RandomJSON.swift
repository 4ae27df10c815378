import StrictJSON
import TestSupport

extension JSONValue {
  /// Some value of at most so many levels.
  static func random(depth: Int, using generator: inout SeededGenerator) -> JSONValue {
    switch Int.random(in: 0..<(depth > 1 ? 8 : 6), using: &generator) {
    case 0: return .null
    case 1: return .bool(.random(using: &generator))
    case 2: return JSONValue(Int64.random(in: .min ... .max, using: &generator))
    case 3: return .number(["-0", "0.0", "1e9", "-1.50E-07", "7"].randomElement(using: &generator)!)
    case 4, 5: return .string(randomText(using: &generator))
    case 6:
      let count = Int.random(in: 0..<6, using: &generator)
      return .array((0..<count).map { _ in random(depth: depth - 1, using: &generator) })
    default:
      var object = JSONObject()
      for _ in 0..<Int.random(in: 0..<25, using: &generator) {
        object[randomText(using: &generator)] = random(depth: depth - 1, using: &generator)
      }
      return .object(object)
    }
  }

  private static func randomText(using generator: inout SeededGenerator) -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0...0x1F, 0x20...0x7F, 0x80...0x7FF, 0x300...0x36F, 0x800...0xFFFF, 0x10000...0x10FFFF,
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0..<9, using: &generator) {
      let range = ranges.randomElement(using: &generator)!
      text.append(Unicode.Scalar(UInt32.random(in: range, using: &generator)) ?? "\u{FFFD}")
    }
    return String(text)
  }
}
