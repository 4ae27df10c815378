import LedgerDomain

/// What an `IndexTally` gathers of one part of a journal, its lines numbered from 0.
struct IndexPart: Sendable {
  var lines: [LineIndex.Line] = []
  var ids: [EventID] = []
  /// `SubjectID.key` of the subject that a line is about.
  var subjects: [UInt64] = []
  var types: [UInt8] = []
  /// Lines that name other subjects, as often as they name one, and the words of those.
  var namingLines: [UInt32] = []
  var named: [UInt64] = []

  mutating func take(_ line: SweptLine) {
    let facts = line.facts
    let number = UInt32(truncatingIfNeeded: lines.count)
    lines.append(
      LineIndex.Line(
        place: UInt64(line.segment) << 40 | UInt64(line.byteOffset), floor: facts.recorded, leafHash: line.leafHash))
    ids.append(facts.id)
    types.append(UInt8(truncatingIfNeeded: facts.type))
    subjects.append(facts.subject.key)
    for (index, mention) in line.mentions.enumerated() where mention != facts.subject {
      // Lines name few subjects, most of them once.
      if index > 0, line.mentions[..<index].contains(mention) { continue }
      namingLines.append(number)
      named.append(mention.key)
    }
  }
}

/// What an `IndexTally` has joined, of all parts so far: 73 bytes a line, and 12 for each subject that a line names.
final class IndexColumns: Sendable {
  let lines: Column<LineIndex.Line>
  let ids: Column<EventID>
  let subjects: Column<UInt64>
  let types: Column<UInt8>
  let namingLines: Column<UInt32>
  let named: Column<UInt64>

  init() {
    (lines, ids, subjects, types, namingLines, named) = (Column(), Column(), Column(), Column(), Column(), Column())
  }

  init(copying other: IndexColumns) {
    lines = other.lines.copy()
    ids = other.ids.copy()
    subjects = other.subjects.copy()
    types = other.types.copy()
    namingLines = other.namingLines.copy()
    named = other.named.copy()
  }

  func append(_ part: IndexPart) {
    let offset = UInt32(truncatingIfNeeded: lines.count)
    lines.append(part.lines)
    ids.append(part.ids)
    subjects.append(part.subjects)
    types.append(part.types)
    namingLines.append(offset == 0 ? part.namingLines : part.namingLines.map { $0 + offset })
    named.append(part.named)
  }
}
