package import LedgerDomain
package import Projections
import StrictJSON

/// The whole story of one subject (*spårning*): every entry about it and what belongs to it, in the order in which it was
/// true, with both clocks, and with corrections and reversals beside the entries they concern.
///
/// Nothing is hidden: a reversed entry stands where it stood, marked; what is effective after the moment asked stands apart.
package struct Trace {
  package let subject: SubjectID
  /// The ledger at the two clock readings: what the head of the trace says.
  package let book: Book
  /// In the order of the fold: undated first, then by effective moment, then by position.
  package let entries: [Entry]
  /// What is recorded but effective only after the moment asked, in the same order.
  package let later: [Entry]
  /// What a rule book says of the subject and of its entries; none where it was not asked.
  package var remarks: [TraceRemark] = []
  /// Whether it was asked.
  package var judgement = TraceJudgement.leftOut
  let reveal: @Sendable (SealedValue) -> String?

  /// An entry and what was later said about it.
  package struct Entry {
    /// The event as the known corrections make it.
    package let event: Event
    /// Whether it is about the subject itself; else it is woven in from another.
    package let isOwn: Bool
    /// In order of position.
    package let corrections: [CorrectionOfEntry]
    package let reversal: Reversal?
  }

  package struct CorrectionOfEntry {
    package let event: Event
    package let corrected: EntryCorrected
    package let reversal: Reversal?
  }

  package struct Reversal {
    package let event: Event
    package let reversed: EntryReversed
  }

  /// Reads the story from what was known. `reveal` gives the text of a sealed value where the reader may see it; nil masks.
  package init(
    of subject: SubjectID, in chronicle: Chronicle, asOf: Effective?, today: LocalDate,
    reveal: @escaping @Sendable (SealedValue) -> String? = { _ in nil }
  ) {
    self.subject = subject
    self.reveal = reveal
    book = Book(chronicle, asOf: asOf, today: today)
    let all = chronicle.events(about: subject) + Weaving(subject: subject, chronicle: chronicle).events
    let entries = all.filter { !$0.isAboutAnEntry }
      .map { Entry($0, isOwn: $0.subject == subject, among: chronicle.events(about: $0.subject)) }
      .sorted { Trace.precedes($0.event, $1.event) }
    func isLater(_ entry: Entry) -> Bool {
      guard let end = asOf?.endOfReading, let effective = entry.event.effective else { return false }
      return effective.start >= end
    }
    self.entries = entries.filter { !isLater($0) }
    later = entries.filter(isLater)
  }

  /// Some entries only, in the order given.
  init(
    of subject: SubjectID, in book: Book, entries: [Entry],
    reveal: @escaping @Sendable (SealedValue) -> String? = { _ in nil }
  ) {
    self.subject = subject
    self.book = book
    self.entries = entries
    later = []
    self.reveal = reveal
  }

  /// Whether anything is known of the subject.
  package var isKnown: Bool { entries.contains(where: \.isOwn) || later.contains(where: \.isOwn) }

  /// The positions of all that is shown, in order, corrections and reversals too.
  package var positions: [Int] {
    var positions: Set<Int> = []
    for entry in entries + later {
      let reversals = [entry.reversal] + entry.corrections.map(\.reversal)
      let events = [entry.event] + entry.corrections.map(\.event) + reversals.compactMap { $0?.event }
      positions.formUnion(events.map(\.position))
    }
    return positions.sorted()
  }

  private static func precedes(_ one: Event, _ other: Event) -> Bool {
    switch (one.effective?.start, other.effective?.start) {
    case (nil, nil): one.position < other.position
    case (nil, _): true
    case (_, nil): false
    case (let a?, let b?): a == b ? one.position < other.position : a < b
    }
  }
}

extension Trace.Entry {
  /// Requires the events about the same subject.
  init(_ event: Event, isOwn: Bool, among events: [Event]) {
    self.isOwn = isOwn
    self.event = Correction.corrected(event, by: events)
    reversal = Trace.Reversal(of: event.id, among: events)
    corrections = events.compactMap { other in
      guard case .entry(.corrected(let corrected)) = other.fact, corrected.event == event.id else { return nil }
      return Trace.CorrectionOfEntry(
        event: other, corrected: corrected, reversal: Trace.Reversal(of: other.id, among: events))
    }
  }

  /// Days from the effective day to the day of recording; negative where it was recorded ahead; nil where undated.
  package var lagDays: Int? {
    event.effective.map { SwedishTime.date(of: event.recorded).dayNumber - $0.day.dayNumber }
  }
}

extension Trace.Reversal {
  fileprivate init?(of id: EventID, among events: [Event]) {
    for event in events {
      if case .entry(.reversed(let reversed)) = event.fact, reversed.event == id {
        self.init(event: event, reversed: reversed)
        return
      }
    }
    return nil
  }
}
