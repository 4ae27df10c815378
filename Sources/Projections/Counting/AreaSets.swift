import Glibc
import LedgerDomain

/// The different sets of areas that measures are for, numbered from 1 as they are met.
///
/// A set is kept as its text: `*` for the whole municipality or `-`, then the codes, each after a space. So a set that was
/// met before is found by its bytes, in some 30 ns, and only those that an answer shows are read.
struct AreaSets: Sendable {
  /// The codes of a set, and whether it is the whole municipality.
  struct Areas: Hashable, Sendable {
    var isWide: Bool
    var codes: [Code]

    var text: [UInt8] {
      [isWide ? AreaSets.wideSign : AreaSets.otherSign] + codes.flatMap { [0x20] + Array($0.text.utf8) }
    }
  }

  static let wideSign = UInt8(ascii: "*")
  static let otherSign = UInt8(ascii: "-")
  /// The number of the whole municipality without further areas.
  static let wide: UInt32 = 1
  /// How many sets can be told apart: what a row has bits for. So many take a journal of some 50 GB.
  static let countLimit = (1 << 27) - 1

  /// The texts, one behind the other.
  private var bytes: [UInt8] = []
  /// Where the text of each number ends; that of number 0 is empty.
  private var ends: [Int] = [0]
  /// Numbers by a hash of the text; 0 for none. A power of two of them.
  private var slots = [UInt32](repeating: 0, count: 64)

  init() {
    _ = number(of: Areas(isWide: true, codes: []))
  }

  /// How many sets there are.
  var count: Int { ends.count - 1 }

  /// A set by its number; no area for 0.
  subscript(number: UInt32) -> Areas {
    let text = bytes[range(number)]
    let codes = text.dropFirst().split(separator: 0x20).map { code in
      guard let code = try? Code(text: String(decoding: code, as: UTF8.self)) else {
        preconditionFailure("only codes are put into a set")
      }
      return code
    }
    return Areas(isWide: text.first == Self.wideSign, codes: codes)
  }

  /// Whether a set is the whole municipality.
  func isWide(_ number: UInt32) -> Bool {
    let range = range(number)
    return !range.isEmpty && bytes[range.lowerBound] == Self.wideSign
  }

  /// Whether a set has codes.
  func hasCodes(_ number: UInt32) -> Bool { range(number).count > 1 }

  private func range(_ number: UInt32) -> Range<Int> {
    number == 0 ? 0..<0 : ends[Int(number) - 1]..<ends[Int(number)]
  }

  /// The number of a set.
  mutating func number(of areas: Areas) -> UInt32 {
    areas.text.withUnsafeBufferPointer { number(ofText: $0) }
  }

  /// The number of a set by its text. Requires a text as it is stated above.
  mutating func number(ofText text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var slot = Self.hash(text) & (slots.count - 1)
    while slots[slot] != 0 {
      if isText(of: slots[slot], text) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    precondition(count < Self.countLimit, "more than 134,217,727 different sets of areas are not counted")
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    slots[slot] = UInt32(count)
    if count * 2 > slots.count { grow() }
    return UInt32(count)
  }

  private func isText(of number: UInt32, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let own = range(number)
    guard own.count == text.count, let start = text.baseAddress else { return false }
    return bytes.withUnsafeBufferPointer { memcmp($0.baseAddress! + own.lowerBound, start, own.count) == 0 }
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    bytes.withUnsafeBufferPointer { bytes in
      for number in 1...count {
        let text = UnsafeBufferPointer(rebasing: bytes[ends[number - 1]..<ends[number]])
        var slot = Self.hash(text) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt32(number)
      }
    }
  }

  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash >> 20)
  }
}

extension AreaSets {
  /// The numbers that these sets have among others, which take those that they do not know; by number, from 0 for none.
  func numbers(in others: inout AreaSets) -> [UInt32] {
    bytes.withUnsafeBufferPointer { bytes in
      [0]
        + (0..<count).map {
          others.number(ofText: UnsafeBufferPointer(rebasing: bytes[ends[$0]..<ends[$0 + 1]]))
        }
    }
  }

  /// All sets in the order of numbers.
  var all: [Areas] { (0..<count).map { self[UInt32($0 + 1)] } }

  /// A line for each set in the order of numbers.
  var text: [UInt8] {
    (0..<count).flatMap { bytes[ends[$0]..<ends[$0 + 1]] + [0x0A] }
  }

  /// The sets as they were written; nil for anything else.
  init?(text: [UInt8]) {
    self.init()
    for (place, line) in text.split(separator: 0x0A).enumerated() {
      let parts = line.split(separator: 0x20, omittingEmptySubsequences: false)
      let areCodes = parts.dropFirst().allSatisfy { (try? Code(text: String(decoding: $0, as: UTF8.self))) != nil }
      guard let sign = parts.first, sign.elementsEqual([Self.wideSign]) || sign.elementsEqual([Self.otherSign]),
        areCodes, line.withUnsafeBufferPointer({ number(ofText: $0) }) == UInt32(place + 1)
      else { return nil }
    }
  }
}
