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

  /// Where in an event's line the digits of commitments begin, with those of the values that it erases.
  static func commitments(in line: [UInt8], of event: Event) -> [Int] {
    let erased = event.erasedCommitments.compactMap { commitment -> Int? in
      let text = Array("\"\(commitment.hex)\"".utf8)
      // No string holds the quotes, and the list of what is erased stands before all that could be sealed.
      return line.indices.first { line[$0] == text[0] && line[$0...].starts(with: text) }.map { $0 + 1 }
    }
    return commitments(in: line) + erased
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

  /// Whether the commitment whose digits begin at a place stands in the list of an erasure: what a line commits to is the
  /// value of a member, `{"sealed":"…"}`.
  static func erases(_ place: Int, in line: UnsafeBufferPointer<UInt8>) -> Bool {
    line[place - 2] != UInt8(ascii: ":")
  }

  /// The commitment whose digits begin at a place.
  static func commitment(at place: Int, in line: UnsafeBufferPointer<UInt8>) -> Integrity.Commitment? {
    Integrity.Commitment(hex: String(decoding: line[place..<(place + 64)], as: UTF8.self))
  }

  static let opening = Array("{\"sealed\":\"".utf8)
}
