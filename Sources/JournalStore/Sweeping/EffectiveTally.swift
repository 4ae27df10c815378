package import LedgerDomain
import StrictJSON

/// The subjects of which a line is effective in a span, or is said to be by a correction: what could have become true then.
///
/// Whether a correction stands is for the fold to say; a line that it moves away is found by its own day.
package struct EffectiveTally: LineTally {
  private let first: Int64
  private let end: Int64
  package private(set) var subjects: Set<SubjectID> = []

  /// From a moment on, and before another.
  package init(from first: Instant, before end: Instant) {
    self.first = first.milliseconds
    self.end = end.milliseconds
  }

  package mutating func take(_ line: SweptLine) {
    let facts = line.facts
    if facts.effective.start >= first, facts.effective.start < end { subjects.insert(facts.subject) }
    if facts.type == Self.correction, movesInto(line) { subjects.insert(facts.subject) }
  }

  package mutating func join(_ next: EffectiveTally) { subjects.formUnion(next.subjects) }

  private static let correction = FactTypes.number(EntryCorrected.type)

  /// Whether a correction says of its entry that it was effective in the span.
  private func movesInto(_ line: SweptLine) -> Bool {
    let data = UnsafeBufferPointer(rebasing: line.bytes[line.facts.data])
    guard let value = try? JSONValue(parsing: Array(data)), case .object(let object) = value,
      object["field"] == "effective", case .string(let text)? = object["new"],
      let start = (try? Effective(text: text))?.start.milliseconds
    else { return false }
    return start >= first && start < end
  }
}

/// The lines about a subject, and those of others that name it, as an absence is scanned for.
package struct SubjectLineTally: LineTally {
  /// What the envelope of such a line says.
  package struct Line: Sendable {
    package let position: Int
    package let recorded: Instant
    package let effective: EffectiveKey
    package let isAbout: Bool
  }

  private let subject: SubjectID
  package private(set) var lines: [Line] = []

  package init(of subject: SubjectID) { self.subject = subject }

  package mutating func take(_ line: SweptLine) {
    let facts = line.facts
    let isAbout = facts.subject == subject
    guard isAbout || line.mentions.contains(subject) else { return }
    lines.append(
      Line(
        position: facts.position, recorded: Instant(milliseconds: facts.recorded), effective: facts.effective,
        isAbout: isAbout))
  }

  package mutating func join(_ next: SubjectLineTally) { lines += next.lines }
}
