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
    if let moved = line.correctedEffective, moved.start >= first, moved.start < end { subjects.insert(facts.subject) }
  }

  package mutating func join(_ next: EffectiveTally) { subjects.formUnion(next.subjects) }
}

extension SweptLine {
  /// The moment that a correction says its entry was effective from; nil for any other line.
  fileprivate var correctedEffective: EffectiveKey? {
    guard facts.type == SubjectLineTally.correction else { return nil }
    return SubjectLineTally.correctedEffective(in: bytes[facts.data])
  }
}
