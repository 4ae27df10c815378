import LedgerDomain

extension LineIndex {
  /// The lines here that may have one of the ids, each with the id's place among them, to be looked at: hardly ever
  /// another one than the right one. Some nanoseconds an id, and where the index is in a file a read for each block of it.
  func candidates(for ids: ArraySlice<EventID>) throws(CacheDamage) -> [(place: Int, position: Int)] {
    var found: [(place: Int, position: Int)] = []
    guard let tables = sections as? MemorySections else {
      for place in ids.indices {
        for position in try candidates(for: ids[place]) { found.append((place, position)) }
      }
      return found
    }
    // In memory all ids are looked for in one look at the table.
    try tables.withBytes(of: Table.ids, 0..<tables.byteCount(of: Table.ids)) { bytes in
      bytes.withMemoryRebound(to: UInt64.self) { slots in
        guard slots.count > 0 else { return }
        for place in ids.indices {
          let id = ids[place]
          var slot = id.slot & (slots.count - 1)
          while slots[slot] != 0 {
            if slots[slot] >> 32 == UInt64(id.fingerprint) {
              found.append((place, start + Int(slots[slot] & 0xFFFF_FFFF)))
            }
            slot = (slot + 1) & (slots.count - 1)
          }
        }
      }
    }
    return found
  }
}
