package import Integrity
package import LedgerDomain

/// A line as a sweep passes it: right by itself, its facts, and its leaf. Valid only while it is handed over.
package struct SweptLine {
  package let facts: LineFacts
  /// The line without its LF.
  package let bytes: UnsafeBufferPointer<UInt8>
  package let leafHash: Digest
  /// The place among the segments that were swept, from 0.
  package let segment: Int
  /// Where the line begins in its segment.
  package let byteOffset: Int
  /// Every subject that its data names.
  package let mentions: [SubjectID]
  /// Where in the line the 64 hexadecimal digits of each commitment begin.
  package let commitments: [Int]
}

extension SweptLine {
  /// What the line commits to, and what it says is erased.
  var seals: [(commitment: Integrity.Commitment, isErased: Bool)] {
    commitments.compactMap { place in
      let hex = String(decoding: UnsafeBufferPointer(rebasing: bytes[place..<(place + 64)]), as: UTF8.self)
      guard let commitment = Integrity.Commitment(hex: hex) else { return nil }
      // Who erases values names them in a list; everything else stands as the one member of an object.
      let opening = LineFindings.opening
      let isSealed = place >= opening.count && bytes[(place - opening.count)..<place].elementsEqual(opening)
      return (commitment, !isSealed)
    }
  }
}

/// What is made of the lines of a journal in one sweep: of each part by itself, and then joined in order.
package protocol LineTally: Sendable {
  /// Takes the next line of the part.
  mutating func take(_ line: SweptLine)
  /// Takes what was made of the part that follows.
  mutating func join(_ next: Self)
}

/// A tally that counts nothing.
package struct NoTally: LineTally {
  package init() {}
  package mutating func take(_ line: SweptLine) {}
  package mutating func join(_ next: NoTally) {}
}

/// Two tallies in one sweep.
package struct BothTallies<One: LineTally, Other: LineTally>: LineTally {
  package var one: One
  package var other: Other

  package init(_ one: One, _ other: Other) {
    self.one = one
    self.other = other
  }

  package mutating func take(_ line: SweptLine) {
    one.take(line)
    other.take(line)
  }

  package mutating func join(_ next: BothTallies) {
    one.join(next.one)
    other.join(next.other)
  }
}
