import JournalStore
import LedgerDomain

/// What counting takes from the `data` of a line: areas, extents, and what entries are about; each in one walk.
struct MeasureDataReading: Sendable {
  /// A correction of what the rows hold.
  enum Correction {
    case effective(EffectiveKey)
    case extent(MeasureRow.Step)
    case areas(AreaSets.Areas)
    case wide(Bool)
  }

  /// Memory for a text that is looked up, used again.
  private var text: [UInt8] = []

  /// The number of the areas that a proposal or an amendment states.
  mutating func areas(_ data: DataMembers, in sets: inout AreaSets) -> UInt32 {
    var list: UnsafeBufferPointer<UInt8>?
    var isWide = false
    data.forEach { member in
      if member.isCalled("areas") { list = member.value }
      if member.isCalled("municipalityWide") { isWide = true }
      return false
    }
    let sign = isWide ? AreaSets.wideSign : AreaSets.otherSign
    text.removeAll(keepingCapacity: true)
    text.append(sign)
    if let list, !Self.append(list, to: &text) { text.removeLast(text.count - 1) }
    return text.withUnsafeBufferPointer { sets.number(ofText: $0) }
  }

  /// How a measure ended, by `extent`, or by `fully` in the first version of the event.
  static func ending(_ data: DataMembers) -> MeasureRow.Step? {
    var step: MeasureRow.Step?
    data.forEach { member in
      if member.isCalled("fully") {
        step = member.value.elementsEqual("true".utf8) ? .implemented : .partlyImplemented
      } else if member.isCalled("extent") {
        step = extent(member.value)
      } else {
        return false
      }
      return true
    }
    return step
  }

  /// The event that an entry is about.
  static func target(_ data: DataMembers) -> EventID? { data.value("event").flatMap(DataMembers.id) }

  /// What a correction makes of the event that it names; nil where it changes nothing here. What its new value cannot be
  /// leaves the field as it is, as in `LedgerDomain.Correction.corrected`.
  static func correction(_ data: DataMembers) -> (target: EventID, Correction)? {
    var target: EventID?
    var field: UnsafeBufferPointer<UInt8>?
    var new: UnsafeBufferPointer<UInt8>?
    data.forEach { member in
      if member.isCalled("event") { target = DataMembers.id(member.value) }
      if member.isCalled("field") { field = member.value }
      if member.isCalled("new") { new = member.value }
      return false
    }
    guard let target, let field, let correction = correction(of: field, to: new) else { return nil }
    return (target, correction)
  }

  private static func correction(
    of field: UnsafeBufferPointer<UInt8>, to new: UnsafeBufferPointer<UInt8>?
  ) -> Correction? {
    if field.elementsEqual("\"effective\"".utf8) {
      guard let new else { return .effective(.undated) }
      guard let text = DataMembers.plainString(new),
        let moment = try? Effective(text: String(decoding: text, as: UTF8.self))
      else { return nil }
      return .effective(EffectiveKey(moment))
    }
    if field.elementsEqual("\"extent\"".utf8) { return new.flatMap(extent).map { .extent($0.corrected) } }
    if field.elementsEqual("\"areas\"".utf8) {
      var text: [UInt8] = []
      if let new, !append(new, to: &text) || text.isEmpty { return nil }
      let codes = text.split(separator: 0x20).compactMap { try? Code(text: String(decoding: $0, as: UTF8.self)) }
      return .areas(AreaSets.Areas(isWide: false, codes: codes))
    }
    if field.elementsEqual("\"municipalityWide\"".utf8) {
      guard let new else { return .wide(false) }
      return new.elementsEqual("true".utf8) ? .wide(true) : nil
    }
    return nil
  }

  private static func extent(_ value: UnsafeBufferPointer<UInt8>) -> MeasureRow.Step? {
    if value.elementsEqual("\"full\"".utf8) { return .implemented }
    if value.elementsEqual("\"partial\"".utf8) { return .partlyImplemented }
    return value.elementsEqual("\"none\"".utf8) ? .notImplemented : nil
  }

  /// Puts the codes in a list of them behind a text, each after a space; false, with some of them there, where it is none.
  private static func append(_ list: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) -> Bool {
    guard list.count >= 2, list[0] == UInt8(ascii: "["), list[list.count - 1] == UInt8(ascii: "]") else { return false }
    var place = 1
    while place < list.count - 1 {
      guard list[place] == UInt8(ascii: "\"") else { return false }
      place += 1
      let start = place
      text.append(0x20)
      while isOfCode(list[place], isFirst: place == start) {
        text.append(list[place])
        place += 1
      }
      // The list's last byte is no byte of a code.
      guard (1...40).contains(place - start), list[place] == UInt8(ascii: "\"") else { return false }
      place += 1
      if place == list.count - 1 { return true }
      guard list[place] == UInt8(ascii: ",") else { return false }
      place += 1
    }
    return place == 1 && list.count == 2
  }

  private static func isOfCode(_ byte: UInt8, isFirst: Bool) -> Bool {
    byte &- 0x61 < 26 || !isFirst && (byte &- 0x30 < 10 || byte == UInt8(ascii: "-"))
  }
}

extension MeasureRow.Step {
  /// The correction to an ending.
  fileprivate var corrected: MeasureRow.Step {
    switch self {
    case .implemented: .extentFull
    case .partlyImplemented: .extentPartial
    default: .extentNone
    }
  }
}
