/// Many 64-bit words, of which it is asked at the end whether any is there twice.
///
/// They lie in 256 partitions by their first 8 bits. A partition at a time is put into a set, which stays in a processor's
/// own cache as long as there are some ten million words or fewer; one set of all would miss it at every word. Memory: 8
/// bytes a word, and a set for each thread while it is asked.
struct WordPartitions: Sendable {
  private static let count = 256
  private static let chunkWordCount = 2048

  /// Of each partition what has not filled a chunk.
  private var open = [[UInt64]](repeating: [], count: count)
  /// Chunks of one partition each, so that what grows is never copied.
  private var full = [[[UInt64]]](repeating: [], count: count)

  mutating func append(_ words: [UInt64]) {
    for word in words {
      let partition = Int(word >> 56)
      open[partition].append(word)
      if open[partition].count == Self.chunkWordCount {
        full[partition].append(open[partition])
        open[partition] = []
        open[partition].reserveCapacity(Self.chunkWordCount)
      }
    }
  }

  /// Whether no word is there twice; on so many threads.
  func areDifferent(threads: Int = OrderedWork.processorCount) -> Bool {
    var areDifferent = true
    OrderedWork.run(
      count: Self.count, threads: threads, scratch: { WordSet() },
      work: { partition, set in isSet(partition, &set) },
      join: { (isSet: Bool) in
        areDifferent = areDifferent && isSet
        return areDifferent
      })
    return areDifferent
  }

  private func isSet(_ partition: Int, _ set: inout WordSet) -> Bool {
    set.removeAll()
    for chunk in full[partition] { for word in chunk where !set.insert(word) { return false } }
    for word in open[partition] where !set.insert(word) { return false }
    return true
  }
}

/// A set of 64-bit words that only grows. A word takes 8 to 32 bytes.
struct WordSet {
  /// A power of two of places; 0 for an empty one.
  private var places = [UInt64](repeating: 0, count: 1024)
  private var count = 0
  private var hasZero = false

  /// Adds a word; false where it was there.
  mutating func insert(_ word: UInt64) -> Bool {
    guard word != 0 else {
      defer { hasZero = true }
      return !hasZero
    }
    if count * 2 >= places.count { grow() }
    return put(word)
  }

  private mutating func put(_ word: UInt64) -> Bool {
    places.withUnsafeMutableBufferPointer { places in
      let mask = places.count - 1
      var place = Int(truncatingIfNeeded: word) & mask
      while places[place] != 0 {
        if places[place] == word { return false }
        place = (place + 1) & mask
      }
      places[place] = word
      count += 1
      return true
    }
  }

  private mutating func grow() {
    let old = places
    places = [UInt64](repeating: 0, count: old.count * 4)
    count = 0
    for word in old where word != 0 { _ = put(word) }
  }

  /// Takes all words out; its places stay.
  mutating func removeAll() {
    guard count > 0 || hasZero else { return }
    places.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    count = 0
    hasZero = false
  }
}
