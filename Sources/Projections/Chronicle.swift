import Integrity
package import JournalStore
package import LedgerDomain

/// The events of a ledger in order of position, and which of them are about each subject: a journal that is open for
/// questions, as far as it was known, and behind it events that are not in it yet.
///
/// A reading by the known clock is a prefix of it. Of the journal only what is asked for is read, each event once; a
/// line that could not be read is left out, and the view's `failure` says so.
package struct Chronicle: Sendable {
  /// The journal, where there is one.
  package let view: JournalView?
  /// How many of the journal's events are known.
  private let through: Int
  /// The journal's lines, where they were all gathered.
  private var replay: SubjectReplay?
  /// The subjects whose events are given without their free texts, and the mask in the place of these.
  private var redaction: (withheld: Set<SubjectID>, mask: String)?
  /// Those behind them, in order.
  private(set) var added: [Event] = []
  private var indexes: [SubjectID: [Int]] = [:]

  package init() {
    view = nil
    through = 0
  }

  /// All of a journal.
  package init(_ view: JournalView) {
    self.init(view, through: view.count)
  }

  private init(_ view: JournalView?, through: Int) {
    self.view = view
    self.through = through
  }

  /// The same with every line of the journal read anew, hashed and kept, for whoever asks about every subject: an event then costs
  /// a microsecond. Where that cannot be had, lines are read one by one as before.
  ///
  /// Memory: the journal's bytes, and 44 more a line.
  package var gathered: Chronicle {
    guard replay == nil, let view, let found = try? SubjectReplay(view.folder.path), found.count == view.count,
      found.range.root == view.range.root
    else { return self }
    var gathered = self
    gathered.replay = found
    return gathered
  }

  /// All that the journal has by now, whatever was known of it.
  package var whole: Chronicle {
    guard let view, through < view.count else { return self }
    var whole = Chronicle(view)
    whole.replay = replay
    return whole
  }

  /// The same without the free texts of some subjects' events (`Event.redacted`), for what leaves the house.
  package func redacting(_ withheld: Set<SubjectID>, mask: String) -> Chronicle {
    var redacted = self
    redacted.redaction = withheld.isEmpty ? nil : (withheld, mask)
    return redacted
  }

  private func shown(_ event: Event) -> Event {
    guard let redaction, redaction.withheld.contains(event.subject) else { return event }
    return event.redacted(mask: redaction.mask)
  }

  private func shown(_ events: [Event], about id: SubjectID) -> [Event] {
    guard let redaction, redaction.withheld.contains(id) else { return events }
    return events.map { $0.redacted(mask: redaction.mask) }
  }

  /// What the envelope of a line says, where the lines are gathered; else nil. Requires a position that there is.
  package func envelope(at position: Int) -> SubjectReplay.LineSummary? {
    position <= through ? replay?.envelope(at: position) : nil
  }

  /// Requires positions 1, 2, 3 … with no gaps.
  package init(_ events: some Sequence<Event>) {
    self.init()
    for event in events { append(event) }
  }

  package var position: Int { through + added.count }

  /// Whether every event is in the journal.
  package var isJournal: Bool { added.isEmpty }

  /// Requires the next position.
  package mutating func append(_ event: Event) {
    precondition(event.position == position + 1, "positions have no gaps")
    indexes[event.subject, default: []].append(added.count)
    added.append(event)
  }

  /// The event at a position; nil where there is none.
  package func event(at position: Int) -> Event? { recorded(at: position).map(shown) }

  private func recorded(at position: Int) -> Event? {
    if position > through {
      return added.indices.contains(position - through - 1) ? added[position - through - 1] : nil
    }
    guard (1...max(1, through)).contains(position), let event = try? replay?.event(at: position) else {
      return view?.event(at: position)
    }
    return event
  }

  /// Every event, in order. Reads the whole journal.
  package var events: [Event] { events(after: 0) }

  /// The events after a position, in order.
  package func events(after position: Int) -> [Event] {
    guard position < self.position else { return [] }
    return ((position + 1)...self.position).compactMap { event(at: $0) }
  }

  /// The last event.
  package var last: Event? { event(at: position) }

  /// When the last event was recorded.
  package var lastRecorded: Instant? {
    if let last = added.last { return last.recorded }
    return through == view?.count ? view?.lastRecorded : last?.recorded
  }

  /// The events about a subject, in order of position.
  package func events(about id: SubjectID) -> [Event] {
    if replay != nil { return eventsOnce(about: id) }
    return known(view?.positions(about: id)) + indexes[id, default: []].map { shown(added[$0]) }
  }

  /// The same, for whoever reads each subject once: what is read of the journal is not kept.
  func eventsOnce(about id: SubjectID) -> [Event] {
    let old =
      (try? replay?.events(about: id, through: through))
      ?? view.map { $0.eventsOnce(at: $0.positions(about: id).filter { $0 <= through }) } ?? []
    return shown(added.isEmpty ? old : old + indexes[id, default: []].map { added[$0] }, about: id)
  }

  /// The events about a subject that are of some types, in order of position; all of them for nil, and where none is of
  /// these types.
  package func events(about id: SubjectID, of types: Set<String>?) -> [Event] {
    guard let types else { return events(about: id) }
    let numbers = Set(types.map(FactTypes.number))
    let own = indexes[id, default: []].map { shown(added[$0]) }.filter { types.contains($0.fact.type) }
    let found = known(view?.positions(about: id, types: numbers)) + own
    return found.isEmpty ? events(about: id) : found
  }

  /// Whether an event of some types is about a subject. None of the journal's is read.
  package func isAbout(_ id: SubjectID, of types: Set<String>) -> Bool {
    let numbers = Set(types.map(FactTypes.number))
    return (view?.positions(about: id, types: numbers) ?? []).contains { $0 <= through }
      || indexes[id, default: []].contains { types.contains(added[$0].fact.type) }
  }

  /// The subjects that an event of a type is about. A look at each line's envelope where the lines are gathered, else at each subject's.
  package func subjects(withEvent type: String) -> [SubjectID] {
    guard let replay, added.isEmpty else { return allSubjects.filter { isAbout($0, of: [type]) } }
    return replay.subjects(withType: FactTypes.number(type), through: through)
  }

  /// How many events there are about a subject. None of them is read.
  package func count(about id: SubjectID) -> Int {
    (view?.positions(about: id) ?? []).count { $0 <= through } + indexes[id, default: []].count
  }

  /// The state of a subject as far as its name and, of a promise, the names of its codes go.
  ///
  /// A promise is published, and an indicator observed, more often than anyone wants to read for a name: those events are
  /// left out.
  package func naming(of id: SubjectID, asOf: Effective? = nil) -> SubjectState {
    state(of: id, asOf: asOf, from: Self.namingTypes[id.kind])
  }

  /// The types of events that bear on the name, for the kinds that have many others.
  static let namingTypes: [SubjectKind: Set<String>] = [
    .promise: [PromiseAdopted.type, PromiseAmended.type, EntryCorrected.type, EntryReversed.type],
    .indicator: [IndicatorDefined.type, EntryCorrected.type, EntryReversed.type],
    .case: [CaseOpened.type, EntryCorrected.type, EntryReversed.type],
  ]

  /// The events about other subjects that name this one, in order of position.
  package func events(naming id: SubjectID) -> [Event] {
    known(view?.positions(naming: id)) + added.filter { $0.subject != id && $0.mentions.contains(id) }.map(shown)
  }

  /// The positions of the events about other subjects that name this one and are of some types, in order. None of the
  /// journal's is read.
  package func positions(naming id: SubjectID, of types: Set<String>) -> [Int] {
    let numbers = Set(types.map(FactTypes.number))
    let old = (view?.positions(naming: id, types: numbers) ?? []).filter { $0 <= through }
    let new = added.filter { $0.subject != id && types.contains($0.fact.type) && $0.mentions.contains(id) }
    return old + new.map(\.position)
  }

  /// How many events about other subjects name this one. None of the journal's is read.
  package func count(naming id: SubjectID) -> Int {
    (view?.positions(naming: id) ?? []).count { $0 <= through }
      + added.count { $0.subject != id && $0.mentions.contains(id) }
  }

  private func known(_ positions: [Int]?) -> [Event] {
    (positions ?? []).filter { $0 <= through }.compactMap { event(at: $0) }
  }

  /// The subjects of a kind that any event is about, in order of number.
  package func subjects(_ kind: SubjectKind) -> [SubjectID] { subjects(ofKind: kind) }

  package var allSubjects: [SubjectID] { subjects(ofKind: nil) }

  private func subjects(ofKind kind: SubjectKind?) -> [SubjectID] {
    let old = view?.subjects(kind, through: through) ?? []
    if indexes.isEmpty { return old }
    let known = Set(old)
    let new = indexes.keys.filter { (kind == nil || $0.kind == kind) && !known.contains($0) }
    return new.isEmpty ? old : (old + new).sorted()
  }

  /// The last subject of a kind that any event is about; nil where there is none. Some lookups.
  package func lastSubject(_ kind: SubjectKind) -> SubjectID? {
    let new = indexes.keys.filter { $0.kind == kind }.max()
    guard let old = view?.lastSubject(kind, through: through) else { return new }
    return new.map { max(old, $0) } ?? old
  }

  /// The next free number of a kind.
  package func nextID(_ kind: SubjectKind) -> SubjectID {
    SubjectID(kind, (lastSubject(kind)?.number ?? 0) + 1)
  }

  /// The first subjects of a kind that any event is about, at most so many, in order. Some lookups for each.
  package func firstSubjects(_ kind: SubjectKind, limit: Int) -> [SubjectID] {
    let old = view?.firstSubjects(kind, through: through, limit: limit) ?? []
    return Array(Set(old + indexes.keys.filter { $0.kind == kind }).sorted().prefix(limit))
  }

  /// Whether any event is about a subject. Some lookups.
  package func isAbout(_ id: SubjectID) -> Bool {
    indexes[id] != nil || view?.isAbout(id, through: through) ?? false
  }

  /// The state of a subject; from its events of some types only, where these are given.
  package func state(of id: SubjectID, asOf: Effective? = nil, from types: Set<String>? = nil) -> SubjectState {
    Fold.state(of: id, events(about: id, of: types), asOf: asOf)
  }

  /// The last position whose recorded time is not later than the moment; 0 when there is none.
  package func position(knownAt moment: Instant) -> Int {
    if let index = added.lastIndex(where: { $0.recorded <= moment }) { return through + index + 1 }
    guard let view else { return 0 }
    let known = view.position(knownAt: moment)
    if known <= through { return known }
    return (1...max(1, through)).last { (event(at: $0)?.recorded).map { $0 <= moment } ?? false } ?? 0
  }

  /// What was known through a position. Requires 0 ≤ position ≤ the last.
  package func known(through position: Int) -> Chronicle {
    if position >= self.position { return self }
    var known = Chronicle(view, through: min(max(0, position), through))
    known.replay = replay
    known.redaction = redaction
    for event in added.prefix(max(0, position - through)) { known.append(event) }
    return known
  }

  /// The corrections of an entry that stand, in order of position: what was said of it may no longer be so.
  package func corrections(of id: EventID, about subject: SubjectID) -> [Event] {
    let events = events(about: subject)
    let reversed = Correction.reversed(in: events)
    return events.filter { event in
      guard case .entry(.corrected(let corrected)) = event.fact else { return false }
      return corrected.event == id && !reversed.contains(event.id)
    }
  }

  /// The event with an identity.
  package func event(_ id: EventID) -> Event? {
    if let event = added.first(where: { $0.id == id }) { return event }
    guard let position = view?.position(of: id), position <= through else { return nil }
    return event(at: position)
  }
}
