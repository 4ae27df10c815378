package import CommandArguments
package import LedgerDomain
package import StrictJSON

/// What a rule found: the facts in a sentence that can be pasted into a report, and the entries that say so.
package struct Finding: Hashable, Sendable {
  package let rule: String
  package let subject: SubjectID
  /// The day that was judged: of the act, or of the reading where something is missing.
  package let day: LocalDate
  /// One or two sentences: who, what, when.
  package let sentence: Localized
  /// The entries that it rests on, in order of position; none where what is found is that there is none.
  package let cited: [Citation]
  /// The reason that was stated for the act when it was recorded as irregular.
  package var reason: Text?
  /// The mark of irregularity that the finding does nothing but repeat.
  var marked: MarkedKind?

  /// An entry of the book, by both its names.
  package struct Citation: Hashable, Sendable, Comparable {
    package let position: Int
    package let event: EventID

    package init(_ mark: Mark) {
      position = mark.position
      event = mark.event
    }

    package init(_ event: Event) {
      position = event.position
      self.event = event.id
    }

    package init(position: Int, event: EventID) {
      self.position = position
      self.event = event
    }

    package static func < (left: Citation, right: Citation) -> Bool { left.position < right.position }
  }

  /// Findings of one rule in order; those equal in all that orders them stay as they were found.
  static func ordered(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().sorted { one, other in
      if precedes(one.element, other.element) { return true }
      return !precedes(other.element, one.element) && one.offset < other.offset
    }.map(\.element)
  }

  /// In order of subject, then of position, then of the day judged.
  private static func precedes(_ one: Finding, _ other: Finding) -> Bool {
    if one.subject != other.subject { return one.subject < other.subject }
    let (first, second) = (one.cited.map(\.position), other.cited.map(\.position))
    if first != second { return first.lexicographicallyPrecedes(second) }
    return one.day < other.day
  }
}

/// One kind of irregularity that one entry is marked with.
struct MarkedKind: Hashable, Sendable {
  let position: Int
  let kind: Irregularity
}
