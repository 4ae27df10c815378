import LedgerDomain

/// Ids of events, numbered from 0 in the order in which they are added. An id takes 24 to 32 bytes.
struct IDTable {
  private var keys: [EventID] = []
  /// Numbers from 1 by a hash of the id; 0 for none. A power of two of them.
  private var slots: [UInt32]

  /// A table with room for so many ids.
  init(room: Int = 8) {
    var slotCount = 16
    while slotCount < 2 * room { slotCount *= 2 }
    slots = [UInt32](repeating: 0, count: slotCount)
    keys.reserveCapacity(room)
  }

  func number(of key: EventID) -> Int? {
    slots.withUnsafeBufferPointer { slots in
      let mask = slots.count - 1
      var slot = key.slot & mask
      while slots[slot] != 0 {
        let number = Int(slots[slot]) - 1
        if keys[number] == key { return number }
        slot = (slot + 1) & mask
      }
      return nil
    }
  }

  /// Adds an id; false, and nothing is added, where it is there already.
  mutating func add(_ key: EventID) -> Bool {
    if number(of: key) != nil { return false }
    append(key)
    return true
  }

  /// Adds an id that is not there.
  mutating func append(_ key: EventID) {
    if keys.count * 2 >= slots.count { grow() }
    keys.append(key)
    Self.put(key, keys.count, &slots)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    for (index, key) in keys.enumerated() { Self.put(key, index + 1, &slots) }
  }

  private static func put(_ key: EventID, _ number: Int, _ slots: inout [UInt32]) {
    slots.withUnsafeMutableBufferPointer { slots in
      let mask = slots.count - 1
      var slot = key.slot & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(truncatingIfNeeded: number)
    }
  }
}
