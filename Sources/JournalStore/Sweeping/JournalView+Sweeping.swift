import LedgerDomain

extension JournalView {
  /// Hands every line to a tally, one after the other: for a journal that a sweep is not sure of and that is right all the
  /// same. Each line is held against the leaf that is known of it. Some 12 µs a line.
  package func sweepInOrder<Tally: LineTally>(empty: Tally) throws(JournalError) -> Tally {
    var scanner = LineScanner(source: identity)
    var (whole, part) = (empty, empty)
    for position in 1...max(1, count) {
      let (place, leafHash, bytes) = try lines.line(at: position)
      // The scanner wants an LF behind the line.
      let isTaken = (bytes + [UInt8(ascii: "\n")]).withUnsafeBufferPointer { buffer in
        let line = UnsafeBufferPointer(rebasing: buffer.dropLast())
        guard let facts = scanner.scan(line) ?? scanner.scanSlowly(line) else { return false }
        part.take(
          SweptLine(
            facts: facts, bytes: line, leafHash: leafHash, segment: 0, byteOffset: place.byteOffset,
            mentions: scanner.findings.mentions, commitments: scanner.findings.commitments))
        return true
      }
      if !isTaken { _ = try LineLookup.decode(bytes, place, position) }
      if position % Self.partCount == 0 {
        whole.join(part)
        part = empty
      }
    }
    whole.join(part)
    return whole
  }

  /// How many lines make a part.
  private static var partCount: Int { 1024 }
}
