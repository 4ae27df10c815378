import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

/// The fold written as DESIGN section 4 says it, one step after the other, with no thought of speed.
enum ReferenceFold {
  static func state(of id: SubjectID, in journal: [Event], position: Int, asOf: LocalDate?) -> SubjectState {
    var events: [Event] = []
    for event in journal where event.position <= position && event.subject == id { events.append(event) }

    var reversed: [EventID] = []
    for event in events { if case .entry(.reversed(let reversal)) = event.fact { reversed.append(reversal.event) } }

    var counted: [Event] = []
    for event in events where !reversed.contains(event.id) {
      if case .entry(.corrected) = event.fact { continue }
      if case .entry(.reversed) = event.fact { continue }
      var current = event
      for other in events where !reversed.contains(other.id) {
        if case .entry(.corrected(let correction)) = other.fact, correction.event == event.id {
          current = substitute(correction, in: current)
        }
      }
      counted.append(current)
    }

    if let asOf { counted.removeAll { event in event.effective.map { $0.day > asOf } ?? false } }

    var state = SubjectState(id: id)
    while !counted.isEmpty {
      var first = 0
      for index in counted.indices where comes(counted[index], before: counted[first]) { first = index }
      state.apply(counted.remove(at: first))
    }
    return state
  }

  /// Undated first; then by moment, a date being midnight in Stockholm; then by position.
  private static func comes(_ one: Event, before other: Event) -> Bool {
    let (a, b) = (one.effective?.start.milliseconds, other.effective?.start.milliseconds)
    if a == b { return one.position < other.position }
    guard let a else { return true }
    guard let b else { return false }
    return a < b
  }

  /// Of members of `data` at the outermost level, and of `effective`.
  private static func substitute(_ correction: EntryCorrected, in event: Event) -> Event {
    var result = event
    if correction.field == "effective" {
      guard let new = correction.new else {
        result.effective = nil
        return result
      }
      guard case .string(let text) = new, let effective = try? Effective(text: text) else { return event }
      result.effective = effective
      return result
    }
    guard case .object(var data) = event.fact.data(with: event.circumstances) else { return event }
    data[correction.field.text] = correction.new
    guard let read = try? Fact.read(type: event.fact.type, version: event.fact.version, data: .object(data)) else {
      return event
    }
    result.fact = read.fact
    result.circumstances = read.circumstances
    return result
  }
}

@Suite("The fold beside a slow one")
struct ReferenceFoldTests {
  @Test("they agree at every position and on several days, in 12 seeded ledgers of 40 entries", arguments: 1...12)
  func agree(_ seed: UInt64) {
    let journal = RandomLedger.events(count: 40, seed: seed)
    let chronicle = Chronicle(journal)
    let days: [LocalDate?] = [nil, "2022-01-31", "2022-02-10", "2022-03-27", "2022-04-30", "2023-01-01"]
    for position in 0...journal.count {
      let known = chronicle.known(through: position)
      for day in days {
        for id in ["M-0001", "M-0002"] as [SubjectID] {
          let expected = ReferenceFold.state(of: id, in: journal, position: position, asOf: day)
          let found = known.state(of: id, asOf: day.map { .date($0) })
          guard found != expected else { continue }
          Issue.record(
            """
            \(id.text) known through \(position) as of \(day?.text ?? "-")
            \(TextLedger.text(of: journal.prefix(position)))
            """)
          return
        }
      }
    }
  }

  @Test("the seeded ledgers have what they are to try: corrections that work, reversals, undated and late entries")
  func variety() {
    let journals = (1...12).map { RandomLedger.events(count: 40, seed: $0) }
    let events = journals.joined()
    func count(_ isCounted: (Fact) -> Bool) -> Int { events.count { isCounted($0.fact) } }
    #expect(count { if case .entry(.corrected) = $0 { true } else { false } } > 60)
    #expect(count { if case .entry(.reversed) = $0 { true } else { false } } > 25)
    #expect(events.count { $0.effective == nil && !$0.isAboutAnEntry } > 25)
    let changed = journals.filter { journal in
      Fold.entries(journal.filter { $0.subject == "M-0001" }).contains { entry in
        journal.contains { $0.id == entry.id && $0 != entry }
      }
    }
    #expect(changed.count > 6)
  }
}

/// A ledger of entries about two measures as a seed makes them: corrections and reversals of any earlier entry, also of such that
/// are corrected or reversed already, undated facts, instants, and days in any order.
enum RandomLedger {
  static func events(count: Int, seed: UInt64) -> [Event] {
    var generator = SeededGenerator(seed: seed)
    var events: [Event] = []
    for position in 1...count {
      let subject: SubjectID = Int.random(in: 0..<4, using: &generator) == 0 ? "M-0002" : "M-0001"
      let earlier = events.filter { $0.subject == subject }
      let fact = fact(after: earlier, using: &generator)
      let effective = Bool.random(using: &generator) || earlier.isEmpty ? moment(using: &generator) : nil
      events.append(
        Event(
          id: .at(position), subject: subject, recorded: Instant(milliseconds: Int64(position)), position: position,
          subjectVersion: earlier.count + 1, effective: effective, recordedBy: "registrator", fact: fact))
    }
    return events
  }

  private static func moment(using generator: inout SeededGenerator) -> Effective {
    let day = ("2022-01-25" as LocalDate).adding(days: .random(in: 0..<80, using: &generator))
    if Bool.random(using: &generator) { return .date(day) }
    let second = Int64.random(in: 0..<86_400, using: &generator)
    return .instant(Instant(milliseconds: (Int64(day.dayNumber) * 86_400 + second) * 1000))
  }

  private static func fact(after earlier: [Event], using generator: inout SeededGenerator) -> Fact {
    guard let target = earlier.randomElement(using: &generator) else { return .measure(.proposed(.sample)) }
    switch Int.random(in: 0..<14, using: &generator) {
    case 0...2: return .entry(.corrected(correction(of: target, using: &generator)))
    case 3: return .entry(.reversed(EntryReversed(event: target.id, reason: "x")))
    case 4: return .measure(.proposed(.sample))
    case 5: return .measure(.approved(MeasureApproved(decision: "D-0001")))
    case 6: return .measure(.rejected(MeasureRejected(reason: "x")))
    case 7: return .measure(.started(MeasureStarted()))
    case 8: return .measure(.paused(MeasurePaused(reason: "x")))
    case 9: return .measure(.resumed(MeasureResumed()))
    case 10: return .measure(.implemented(MeasureImplemented(extent: .partial, deviation: "x")))
    case 11: return .measure(.deadlineExtended(DeadlineExtended(deadline: "2022-12-31", reason: "x")))
    case 12: return .measure(.progressReported(ProgressReported(statement: "x")))
    default: return .measure(.amended(MeasureAmended(title: "Y", reason: "x")))
    }
  }

  private static func correction(of target: Event, using generator: inout SeededGenerator) -> EntryCorrected {
    let candidates: [(Text, JSONValue?)] = [
      ("effective", .string(moment(using: &generator).text)), ("effective", nil), ("title", "Z"),
      ("deadline", "2022-11-30"),
      ("deadline", nil), ("reason", "y"), ("extent", "full"), ("conditions", "villkor"), ("statement", 7),
    ]
    let (field, new) = candidates.randomElement(using: &generator)!
    return EntryCorrected(event: target.id, field: field, new: new, reason: "x")
  }
}
