package import JournalStore
package import LedgerDomain

/// Subjects by words of their titles.
///
/// A title fits when each word stands somewhere in it, as a part of a word too, in capitals or not: `vandring` finds
/// *Trygghetsvandringar*. Letters are what they are in Swedish: `a` does not find `å`. Cost: a walk over all titles there
/// are, some nanoseconds each, and the folding of those subjects that any title of fits.
package struct TitleSearch: Sendable {
  private let words: [String]

  /// Requires a text with at least one word; parts between spaces are words.
  package init?(_ text: String) {
    words = text.split(whereSeparator: \.isWhitespace).map { Self.folded(String($0)) }
    if words.isEmpty { return nil }
  }

  /// A text as it is compared: in small letters.
  static func folded(_ text: String) -> String { text.lowercased() }

  /// What stands in the table for a title that only the title itself can be held against.
  static let anything = UInt8(ascii: "\t")

  /// Whether a title fits.
  package func fits(_ title: String) -> Bool {
    let folded = Self.folded(title)
    return words.allSatisfy { folded.contains($0) }
  }

  /// The subjects at a reading whose title there fits, in order; `kind` narrows them to one kind.
  package func subjects(in book: Book, kind: SubjectKind? = nil) throws(JournalError) -> [SubjectState] {
    let candidates: [SubjectID]
    if let view = book.chronicle.view {
      let found = try view.lines.all { index throws(CacheDamage) in
        try self.candidates(in: index, through: book.position)
      }
      candidates = Set(found).sorted()
    } else {
      candidates = book.chronicle.allSubjects
    }
    return candidates.filter { kind == nil || $0.kind == kind }.compactMap { id in
      guard let title = book.naming(of: id).name, fits(title) else { return nil }
      return book.state(of: id)
    }
  }

  /// The subjects of which any title in an index may fit, as often as there are such titles.
  private func candidates(in index: LineIndex, through position: Int) throws(CacheDamage) -> [SubjectID] {
    let (sections, count) = (index.sections, index.sections.count(TitleTally.Table.entries, of: TitleTally.Entry.self))
    let entries = try sections.load(TitleTally.Table.entries, 0..<count, as: TitleTally.Entry.self)
    let words = words.map { $0.unicodeScalars.allSatisfy { $0.value < 0x300 } ? Array($0.utf8) : [] }
    let byteCount = sections.byteCount(of: TitleTally.Table.texts)
    return try sections.withBytes(of: TitleTally.Table.texts, 0..<byteCount) { texts in
      var found: [SubjectID] = []
      var start = 0
      for entry in entries {
        let text = UnsafeRawBufferPointer(rebasing: texts[start..<(Int(entry.end) - 1)])
        start = Int(entry.end)
        if entry.position > position { break }
        let isOpen = text.count == 1 && text[0] == Self.anything
        if isOpen || words.allSatisfy({ Self.holds(text, $0) }), let subject = SubjectID(key: entry.subject) {
          found.append(subject)
        }
      }
      return found
    }
  }

  /// Whether bytes stand somewhere in a text; none do so everywhere.
  private static func holds(_ text: UnsafeRawBufferPointer, _ word: [UInt8]) -> Bool {
    guard let first = word.first, text.count >= word.count else { return word.isEmpty }
    for start in 0...(text.count - word.count) where text[start] == first {
      if word.indices.allSatisfy({ text[start + $0] == word[$0] }) { return true }
    }
    return false
  }
}
