package import JournalStore
package import LedgerDomain
import Projections
import StrictJSON
import Wording

extension Examination {
  /// Examines a whole journal on all processors, from one sweep over its lines: the same answer as from its book.
  ///
  /// First the stories of the kinds that are few, which are kept. Then those of decisions, each forgotten but for its state
  /// when it has been examined: a rule about one decision finds none of the others in the index. Then the few, and those of
  /// measures and cases, each forgotten when it has been examined. Cost: a sweep, an event made of each line, some 3 µs an
  /// event in all. `through` is the position up to which is known.
  package init(
    _ replay: SubjectReplay, through position: Int, asOf: Effective, limit: Int? = nil,
    of interest: FindingInterest? = nil, isSealedKept: (@Sendable (SealedValue) -> Bool)? = nil
  ) throws(JournalError) {
    let few = Set(SubjectKind.allCases).subtracting(RuleIndex.great).subtracting([.decision])
    let stories = try replay.run(few, through: position, sparing: Self.unread, empty: KeptStories(asOf: asOf)).stories
    let ledger = stories.first { $0.id == .ledger }?.events ?? []
    func makeReading(_ known: KnownStates) -> RuleReading {
      RuleReading(
        day: asOf.day, index: RuleIndex(known.states, ledgerEvents: ledger, holdsMeasures: known.holdsMeasures),
        names: known.names, isSealedKept: isSealedKept, state: { known.state(of: $0) },
        event: { try? replay.event(at: $0) })
    }
    func examined(_ reading: RuleReading) -> ExaminedStories {
      ExaminedStories(ExaminationSweep(limit: limit, of: interest), asOf: asOf, reading: reading)
    }
    let states = stories.map { (id: $0.id, state: $0.state) }
    let before = makeReading(KnownStates(replay, states, of: few, through: position, asOf: asOf))
    var decisions = examined(before)
    decisions.keepsStates = true
    decisions = try replay.run([.decision], through: position, sparing: Self.unread, empty: decisions)
    let known = KnownStates(
      replay, states + decisions.states, of: few.union([.decision]), through: position, asOf: asOf)
    let reading = makeReading(known)
    var found = examined(reading)
    found.join(found.examining(stories))
    found.join(decisions)
    found.join(
      try replay.run(RuleIndex.great, through: position, sparing: Self.unread, empty: examined(reading)))
    for at in 0..<position {
      let line = replay.envelope(at: at + 1)
      found.sweep.walk(
        EntryFacts(
          position: at + 1, subject: line.subject, recorded: line.recorded, isDated: line.effective != .undated,
          counts: !found.later.contains(at + 1),
          isAboutAnEntry: line.isAmending,
          importedFrom: found.imported[at + 1]))
    }
    for position in replay.positions(through: position, where: PersonalData.mayStand) {
      found.sweep.look(at: try replay.event(at: position))
    }
    found.sweep.countTexts(position)
    self = found.sweep.finished(reading)
  }
}

extension Examination {
  /// What these events say no rule reads, only that there are any, when, and in what circumstances; they are four in ten of a
  /// journal. (A rule that reads what a corrected one says now gets it: such stories are read whole.)
  private static let unread: Set<String> = [
    ProgressReported.type, ActivityRecorded.type, MeasureStarted.type, CaseLinked.type, DecisionAnnounced.type,
  ]
}

/// Stories that are kept as they are read.
private struct KeptStories: SubjectTally {
  let asOf: Effective
  private(set) var stories: [SubjectStory] = []

  init(asOf: Effective) { self.asOf = asOf }

  mutating func take(_ subject: SubjectID, _ events: [Event]) {
    stories.append(SubjectStory(subject, events, asOf: asOf))
  }

  mutating func join(_ next: KeptStories) { stories += next.stories }
}

/// What rules find in stories as they are read, and which entries were imported.
private struct ExaminedStories: SubjectTally {
  var sweep: ExaminationSweep
  private let asOf: Effective
  private let reading: RuleReading
  private let imports: Set<DocumentDigest>
  /// Whether the states are kept.
  var keepsStates = false
  private(set) var states: [(id: SubjectID, state: SubjectState)] = []
  /// The files that entries were imported from, by position.
  private(set) var imported: [Int: DocumentDigest] = [:]
  /// The entries that are effective only after the moment asked.
  private(set) var later: Set<Int> = []

  init(_ sweep: ExaminationSweep, asOf: Effective, reading: RuleReading) {
    self.sweep = sweep
    self.asOf = asOf
    self.reading = reading
    imports = Set(reading.index.imports.keys)
  }

  mutating func take(_ subject: SubjectID, _ events: [Event]) { take(SubjectStory(subject, events, asOf: asOf)) }

  mutating func take(_ story: SubjectStory) {
    if !imports.isEmpty {
      for event in story.events { imported[event.position] = event.imported(from: imports) }
    }
    if story.entries.count < story.events.count {
      for event in story.events where !event.counts(asOf) { later.insert(event.position) }
    }
    if !story.entries.isEmpty { sweep.examine(story, reading.turned(to: story)) }
    if keepsStates { states.append((id: story.id, state: story.state)) }
  }

  mutating func join(_ next: ExaminedStories) {
    sweep.merge(next.sweep)
    imported.merge(next.imported) { one, _ in one }
    later.formUnion(next.later)
    if keepsStates { states += next.states }
  }

  /// What rules find in stories that are there, on all processors. Requires that this one has found nothing yet.
  func examining(_ stories: [SubjectStory]) -> ExaminedStories {
    let size = 256
    var joined = self
    OrderedWork.run(
      count: (stories.count + size - 1) / size, threads: OrderedWork.processorCount, scratch: {},
      work: { piece, _ in
        var own = self
        for story in stories[(piece * size)..<min((piece + 1) * size, stories.count)] { own.take(story) }
        return own
      },
      join: { (own: ExaminedStories) in
        joined.join(own)
        return true
      })
    return joined
  }
}

/// The states that rules look up: those of stories that were kept, and any other folded when it is asked for. One object, since
/// every thread asks it again and again.
private final class KnownStates: Sendable {
  /// Those that exist at the reading, of each kind in order.
  let states: [SubjectState]
  private let kept: [SubjectID: SubjectState]
  /// The kinds of which all states are kept.
  private let kinds: Set<SubjectKind>
  private let promises: [SubjectID]
  private let replay: SubjectReplay
  private let position: Int
  private let asOf: Effective

  /// From all states of some kinds, of each kind in order.
  init(
    _ replay: SubjectReplay, _ states: [(id: SubjectID, state: SubjectState)], of kinds: Set<SubjectKind>,
    through position: Int, asOf: Effective
  ) {
    self.replay = replay
    self.position = position
    self.asOf = asOf
    self.kinds = kinds
    let founded = states.filter(\.state.isFounded)
    self.states = founded.map(\.state)
    kept = Dictionary(uniqueKeysWithValues: founded.lazy.map { ($0.id, $0.state) })
    promises = states.lazy.map(\.id).filter { $0.kind == .promise }
  }

  func state(of id: SubjectID) -> SubjectState? {
    if kinds.contains(id.kind) { return kept[id] }
    let state = folded(id, asOf: asOf)
    return state.isFounded ? state : nil
  }

  /// What subjects are called at the reading, or else whenever effective, as `Book.naming` has it.
  var names: Names {
    Names(states: { self.state(of: $0) ?? self.folded($0, asOf: nil) }, promises: promises)
  }

  /// Whether any measure is promised or decided.
  var holdsMeasures: Bool {
    replay.subjects.contains { id in
      if id.kind == .measure, case .measure(let measure)? = state(of: id) { measure.mustBeReported } else { false }
    }
  }

  private func folded(_ id: SubjectID, asOf: Effective?) -> SubjectState {
    Fold.state(of: id, (try? replay.events(about: id, through: position)) ?? [], asOf: asOf)
  }
}
