package import LedgerDomain
import Projections
package import StrictJSON

/// What became of one subject between two readings: the fields that say another thing, each with the entry by which it
/// does, and the entries between.
package struct SubjectDiff: Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// There at the second reading only.
    case added
    /// There at the first reading only.
    case removed
    case changed
    /// Entries lie between, and no field says another thing.
    case recorded
  }

  /// A field that says another thing.
  package struct Change: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
      case added, removed, changed
      /// By a correction.
      case corrected
      /// By a reversal.
      case reversed
      /// By a disposal.
      case erased
    }

    package let path: FieldPath
    package let old: JSONValue?
    package let new: JSONValue?
    package let kind: Kind
    /// The entry by which it does.
    package let cause: Event
    /// The type of the entry whose field it is: of a correction, that of what it corrects.
    let type: String
  }

  package let subject: SubjectID
  package let kind: Kind
  /// Of a subject that is there at both readings.
  package let changes: [Change]
  /// What lies between: of the known clock the entries recorded, corrections and reversals among them; of the effective
  /// clock those that became true, as the known corrections make them.
  package let entries: [Event]
  let name: String?

  /// Between two positions, as of a moment. Requires the events about the subject through the second position, in order.
  /// Nil where none was recorded between that bears on what was true then.
  package init?(
    of subject: SubjectID, _ events: [Event], recordedAfter first: Int, asOf: Effective?, on day: LocalDate
  ) {
    let entries = Self.bearing(events, on: asOf).filter { $0.position > first }
    if entries.isEmpty { return nil }
    var fold = KnownFold(subject, asOf: asOf)
    for event in events where event.position <= first { _ = fold.know(event) { _, _ in } }
    let start = fold
    for event in entries { _ = fold.know(event) { _, _ in } }
    self.init(subject, start.state, fold.state, entries, events, on: day) { step in
      var fold = start
      for event in entries {
        _ = fold.know(event) { _, _ in }
        step(event, fold.state)
      }
    }
  }

  /// Between two moments. Requires the events about the subject that are known, in order of position. Nil where none
  /// became true between.
  package init?(of subject: SubjectID, _ events: [Event], trueAfter first: Effective, through last: Effective) {
    let all = Fold.entries(events, asOf: last)
    let end = first.endOfReading
    let split = all.firstIndex { ($0.effective.map { $0.start >= end }) ?? false } ?? all.count
    let entries = Array(all[split...])
    if entries.isEmpty { return nil }
    let before = all[..<split].reduce(into: SubjectState(id: subject)) { $0.apply($1) }
    let after = entries.reduce(into: before) { $0.apply($1) }
    self.init(subject, before, after, entries, events, on: last.day) { step in
      var state = before
      for entry in entries {
        state.apply(entry)
        step(entry, state)
      }
    }
  }

  /// Without the entries of which every day that was ever said lies after a moment, and what is said of them: no fold as of
  /// that moment has them.
  private static func bearing(_ events: [Event], on asOf: Effective?) -> [Event] {
    guard let end = asOf?.endOfReading else { return events }
    let about = events.filter(\.isAboutAnEntry)
    var later: Set<EventID> = []
    for event in events where !event.isAboutAnEntry {
      let days = [event.effective] + about.compactMap { $0.effective(correctedOf: event.id) }
      if days.allSatisfy({ $0.map { $0.start >= end } ?? false }) { later.insert(event.id) }
    }
    // What is said of a correction is said of its entry.
    for event in about { if let id = event.correctedOrReversed, later.contains(id) { later.insert(event.id) } }
    return events.filter { !later.contains($0.id) }
  }

  private init(
    _ subject: SubjectID, _ before: SubjectState, _ after: SubjectState, _ entries: [Event], _ events: [Event],
    on day: LocalDate, replay: ((Event, SubjectState) -> Void) -> Void
  ) {
    self.subject = subject
    self.entries = entries
    name = after.name ?? before.name
    guard before.isFounded, after.isFounded else {
      kind = after.isFounded ? .added : before.isFounded ? .removed : .recorded
      changes = []
      return
    }
    let differences = StateDifference.all(before, after, on: day)
    kind = differences.isEmpty ? .recorded : .changed
    let causes = Self.causes(of: differences, before, entries, replay)
    changes = zip(differences, causes).map { Change($0, by: $1, among: events) }
  }

  /// The entry by which each field last came to say what it says at the end.
  private static func causes(
    of differences: [StateDifference], _ before: SubjectState, _ entries: [Event],
    _ replay: ((Event, SubjectState) -> Void) -> Void
  ) -> [Event] {
    var causes = differences.map { difference in
      entries.count == 1
        ? entries.first : difference.old == nil ? entries.first { $0.id == difference.probe.record } : nil
    }
    let open = causes.indices.filter { causes[$0] == nil }
    if !open.isEmpty {
      var values = differences.map { $0.probe.value(in: before) }
      replay { event, state in
        for index in open {
          let value = differences[index].probe.value(in: state)
          if value != values[index] { causes[index] = event }
          values[index] = value
        }
      }
    }
    return causes.map { cause in
      guard let cause = cause ?? entries.last else { preconditionFailure("what differs lies between entries") }
      return cause
    }
  }
}

extension SubjectDiff.Change {
  fileprivate init(_ difference: StateDifference, by cause: Event, among events: [Event]) {
    path = difference.path
    old = difference.old
    new = difference.new
    self.cause = cause
    var target = cause
    while let id = target.correctedOrReversed, let next = events.first(where: { $0.id == id }) { target = next }
    type = target.fact.type
    kind =
      switch cause.fact {
      case .entry(.corrected): .corrected
      case .entry(.reversed): .reversed
      case .entry(.valueErased): .erased
      default: difference.old == nil ? .added : difference.new == nil ? .removed : .changed
      }
  }
}

extension Event {
  /// The entry that it corrects or reverses.
  var correctedOrReversed: EventID? {
    switch fact {
    case .entry(.corrected(let corrected)): corrected.event
    case .entry(.reversed(let reversed)): reversed.event
    default: nil
    }
  }

  /// The moment that a correction says an entry was effective from, nil in it for undated; nil where it says none.
  fileprivate func effective(correctedOf entry: EventID) -> Effective?? {
    guard case .entry(.corrected(let corrected)) = fact, corrected.event == entry, corrected.field == "effective" else {
      return nil
    }
    guard case .string(let text)? = corrected.new else { return .some(nil) }
    return .some(try? Effective(text: text))
  }
}
