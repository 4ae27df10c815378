package import LedgerDomain

extension Chronicle {
  /// The subjects that an answer about an unknown one speaks of: all of its kind where they are few, else the first ones,
  /// the last, and those whose number is one slip of the hand away. In order.
  ///
  /// The cost does not grow with the ledger: lookups for some sixty identifiers.
  package func subjects(near id: SubjectID) -> [SubjectID] {
    guard let last = lastSubject(id.kind) else { return [] }
    let first = firstSubjects(id.kind, limit: Self.fewCount + 1)
    if first.count <= Self.fewCount { return first }
    let slips = Self.slips(id).filter { isAbout($0) }
    return Set(first + slips + [last]).sorted()
  }

  /// Of how many subjects of a kind all are near each other.
  private static let fewCount = 200

  /// The identifiers whose digits differ from these by one that is other, missing, added, or swapped with its neighbour.
  static func slips(_ id: SubjectID) -> Set<SubjectID> {
    let digits = Array(id.text.utf8.dropFirst(2))
    var texts: [[UInt8]] = []
    for place in digits.indices {
      texts.append(Array(digits[..<place] + digits[(place + 1)...]))
      for digit in UInt8(ascii: "0")...UInt8(ascii: "9") {
        texts.append(digits[..<place] + [digit] + digits[(place + 1)...])
        texts.append(digits[..<place] + [digit] + digits[place...])
      }
      if place > 0 {
        var swapped = digits
        swapped.swapAt(place - 1, place)
        texts.append(swapped)
      }
    }
    for digit in UInt8(ascii: "0")...UInt8(ascii: "9") { texts.append(digits + [digit]) }
    let letter = Array(id.text.utf8.prefix(2))
    let found = texts.compactMap { try? SubjectID(text: String(decoding: letter + $0, as: UTF8.self)) }
    return Set(found).subtracting([id])
  }
}
