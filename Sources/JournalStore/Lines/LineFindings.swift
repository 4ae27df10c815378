import Integrity
import LedgerDomain

/// What a walk over a line's `data` comes by: whom it names, and what it commits to. Used again for line after line.
struct LineFindings {
  /// Every subject named in `data`, as often as it is named.
  var mentions: [SubjectID] = []
  /// Where the 64 hexadecimal digits of each commitment begin in the line.
  var commitments: [Int] = []

  mutating func removeAll() {
    mentions.removeAll(keepingCapacity: true)
    commitments.removeAll(keepingCapacity: true)
  }

  /// Where in any text the digits of commitments begin: 64 of them after `{"sealed":"`, which no JSON string holds.
  static func commitments(in bytes: [UInt8]) -> [Int] {
    var places: [Int] = []
    var place = 0
    while let brace = bytes[place...].firstIndex(of: UInt8(ascii: "{")) {
      let digits = brace + opening.count
      if bytes[brace...].starts(with: opening), digits + 64 <= bytes.count,
        Commitment(hex: String(decoding: bytes[digits..<(digits + 64)], as: UTF8.self)) != nil
      {
        places.append(digits)
      }
      place = brace + 1
    }
    return places
  }

  private static let opening = Array("{\"sealed\":\"".utf8)
}
