import CommandArguments
package import LedgerDomain
package import Projections
import StrictJSON
package import Wording

/// The ledger as a rule sees it beside the story at hand: the day of the reading, other subjects' states, what was indexed,
/// and what things are called.
package struct RuleReading: Sendable {
  private let shared: Shared
  /// The subject of the story at hand and its state: what is asked of it is answered from these.
  private var own: (id: SubjectID, state: SubjectState)?

  /// What is the same for every story: one object, since a reading is turned to each.
  private final class Shared: Sendable {
    let day: LocalDate
    let index: RuleIndex
    let names: Names
    let isSealedKept: (@Sendable (SealedValue) -> Bool)?
    let state: @Sendable (SubjectID) -> SubjectState?
    let event: @Sendable (Int) -> Event?

    init(
      day: LocalDate, index: RuleIndex, names: Names, isSealedKept: (@Sendable (SealedValue) -> Bool)?,
      state: @escaping @Sendable (SubjectID) -> SubjectState?, event: @escaping @Sendable (Int) -> Event?
    ) {
      self.day = day
      self.index = index
      self.names = names
      self.isSealedKept = isSealedKept
      self.state = state
      self.event = event
    }
  }

  package init(
    day: LocalDate, index: RuleIndex, names: Names, isSealedKept: (@Sendable (SealedValue) -> Bool)? = nil,
    state: @escaping @Sendable (SubjectID) -> SubjectState?, event: @escaping @Sendable (Int) -> Event?
  ) {
    shared = Shared(day: day, index: index, names: names, isSealedKept: isSealedKept, state: state, event: event)
  }

  package init(_ book: Book, isSealedKept: (@Sendable (SealedValue) -> Bool)? = nil) {
    self.init(
      day: book.day, index: RuleIndex(book),
      names: Names(states: { book.naming(of: $0) }, promises: book.chronicle.subjects(.promise)),
      isSealedKept: isSealedKept, state: { book.state(of: $0) }, event: { book.chronicle.event(at: $0) })
  }

  /// The same reading where what is asked of the subject of a story is answered from the story.
  func turned(to story: SubjectStory) -> RuleReading {
    var turned = self
    turned.own = (story.id, story.state)
    return turned
  }

  /// The day of the reading: what is missing is missing on this day.
  package var day: LocalDate { shared.day }

  package var index: RuleIndex { shared.index }

  package var names: Names {
    let names = shared.names
    guard let own, own.state.isFounded, let name = own.state.name else { return names }
    return Names(subject: { $0 == own.id ? name : names.subject($0) }, day: names.day, code: names.code)
  }

  /// Whether a sealed value is kept beside the book; nil where the book has no such folder, as a published copy has none.
  package var isSealedKept: (@Sendable (SealedValue) -> Bool)? { shared.isSealedKept }

  /// An entry by its position and its event.
  func citation(_ entry: EntryFacts) -> Finding.Citation {
    guard let event = shared.event(entry.position) else {
      preconditionFailure("an entry that was walked over has an event")
    }
    return event.citation
  }

  /// Who typed an entry.
  func recordedBy(_ entry: EntryFacts) -> Text { shared.event(entry.position)?.recordedBy ?? "" }

  /// The state of a subject that exists at the reading.
  func state(_ id: SubjectID) -> SubjectState? {
    if let own, own.id == id { return own.state.isFounded ? own.state : nil }
    return shared.state(id)
  }

  func decision(_ id: SubjectID?) -> Decision? {
    if let id, case .decision(let state)? = state(id) { state } else { nil }
  }
  func body(_ id: SubjectID?) -> Body? { if let id, case .body(let state)? = state(id) { state } else { nil } }
  func meeting(_ id: SubjectID?) -> Meeting? {
    if let id, case .meeting(let state)? = state(id) { state } else { nil }
  }
  func delegation(_ id: SubjectID?) -> Delegation? {
    if let id, case .delegation(let state)? = state(id) { state } else { nil }
  }
  func indicator(_ id: SubjectID) -> Indicator? {
    if case .indicator(let state)? = state(id) { state } else { nil }
  }
  func promise(_ id: SubjectID?) -> CitizenPromise? {
    if let id, case .promise(let state)? = state(id) { state } else { nil }
  }
}

// What is asked of a decision or a promise for every measure: the one thing, and no copy of the whole state.
extension RuleReading {
  func authorityKind(of decision: SubjectID?) -> AuthorityKind? {
    if let decision, case .decision(let state)? = state(decision) { state.made?.authority.kind } else { nil }
  }

  /// Whether a decision was ever stayed or annulled.
  func wasStopped(_ decision: SubjectID) -> Bool {
    guard case .decision(let state)? = state(decision) else { return false }
    return state.record.steps.contains { [DecisionStayed.type, DecisionAnnulled.type].contains($0.type.text) }
  }

  /// Whether a decision states a reason to wait until it is final.
  func statesReasonToWait(_ decision: SubjectID) -> Bool {
    if case .decision(let state)? = state(decision) { state.made?.notBeforeFinal != nil } else { false }
  }

  func validity(of promise: SubjectID?) -> DateSpan? {
    if let promise, case .promise(let state)? = state(promise) { state.terms?.validity } else { nil }
  }
}

extension RuleReading {
  /// A subject by identifier and name: `M-0011 (Klotter saneras inom 48 timmar)`.
  func title(_ id: SubjectID) -> String {
    guard let name = names.subject(id) else { return id.text }
    return "\(id) (\(name))"
  }

  /// Who decided, on what, by phrase: `Kommunstyrelsen 2022-02-23 § 14`.
  func authority(_ decision: Decision) -> Localized {
    decision.made.map { $0.authority.phrase(names) } ?? Localized("okänd befogenhet", "unknown authority")
  }

  /// A decision by identifier, authority and day: `D-0009 (Kommunstyrelsen 2022-03-30 § 42)`.
  func cited(_ id: SubjectID) -> Localized {
    guard let decision = decision(id) else { return Localized(id.text, id.text) }
    let authority = authority(decision)
    return Localized("\(id) (\(authority.sv))", "\(id) (\(authority.en))")
  }

  /// Whether the police alone carry out and answer for a measure: then no municipal decision is needed.
  func isOfThePolice(_ measure: Measure) -> Bool {
    let police = index.policeParties
    let parties = measure.plan?.parties ?? []
    return !parties.isEmpty && parties.allSatisfy(police.contains)
  }

  /// Whether an entry was imported: its times are those of the import, and not late.
  func isImported(_ event: Event) -> Bool {
    event.circumstances.sources.contains { index.imports[$0.document] != nil }
  }

  /// The organ in whose place, or by which, a decision was made.
  func organ(of made: DecisionMade) -> SubjectID? {
    made.authority.organ ?? delegation(made.authority.delegation)?.granted?.from
  }

  /// Whether rules of kommunallagen on minutes and notices bind a body.
  func isBound(_ body: SubjectID?) -> Bool {
    self.body(body)?.registered?.kind.isBoundByMinutesRules ?? false
  }
}

extension Decision {
  /// How the decision stood before a day began; an event without a day counts from the beginning.
  func standing(before day: LocalDate) -> (standing: DecisionStanding, mark: Mark?) {
    var now: (standing: DecisionStanding, mark: Mark?) = (.made, mark)
    for step in record.steps where step.mark.effective.map({ $0.day < day }) ?? true {
      switch step.type.text {
      case DecisionAppealed.type where now.standing == .made: now = (.appealed, step.mark)
      case DecisionStayed.type where now.standing != .annulled: now = (.stayed, step.mark)
      case DecisionAnnulled.type: now = (.annulled, step.mark)
      case DecisionFinal.type where now.standing != .annulled: now = (.final, step.mark)
      default: break
      }
    }
    return now
  }
}

extension Delegation {
  /// Whether it was in force on a day: granted by then, not revoked before it, within its validity.
  func wasInForce(on day: LocalDate) -> Bool {
    guard let granted else { return false }
    if let from = mark?.effective?.day, from > day { return false }
    if let revoked = revoked?.effective?.day, revoked < day { return false }
    return granted.validity?.contains(day) ?? true
  }
}

extension PublicOfficial {
  /// How someone is named within a sentence: `Sofia Brandt (trygghetssamordnare, Kommunstyrelsen)`.
  var named: String {
    guard let name else { return phrase }
    return "\(name) (\(PublicOfficial(office: office, organ: organ).phrase))"
  }

  /// Whether two are the same person: by name where both have one, else by office and organ.
  func isSame(as other: PublicOfficial) -> Bool {
    if let name, let otherName = other.name { return name == otherName }
    return office == other.office && (organ == nil || other.organ == nil || organ == other.organ)
  }
}

extension LocalDate {
  /// Days from this day to another.
  func days(to other: LocalDate) -> Int { other.dayNumber - dayNumber }
}

/// When an act was, as a sentence goes on: ` 2022-03-01`, or that the day is unknown: the day of the reading, by which such an
/// act is judged, is not its own. The words are made only where they are asked for.
struct DayPhrase {
  let day: LocalDate?
  var sv: String { day.map { " \($0)" } ?? " på okänd dag" }
  var en: String { day.map { " on \($0)" } ?? " on an unknown day" }
}

func dayPhrase(_ day: LocalDate?) -> DayPhrase { DayPhrase(day: day) }

/// A text that someone wrote, where the sentence goes on after it: with a full stop where it ends with none.
func asSentence(_ text: Text) -> String {
  text.text.last.map(".!?…".contains) ?? true ? text.text : text.text + "."
}

/// A number of days in words: `1 dag`, `51 dagar`.
func days(_ count: Int) -> Localized {
  Localized(count == 1 ? "1 dag" : "\(count) dagar", count == 1 ? "1 day" : "\(count) days")
}

extension Event {
  var citation: Finding.Citation { Finding.Citation(self) }
  var day: LocalDate? { effective?.day }
}

extension Meeting {
  /// The verification of the whole minutes or of a paragraph, whichever came first; nil where there is none.
  func verification(of paragraph: Text?) -> Verification? {
    verifications.first { $0.verified.paragraphs.isEmpty || paragraph.map($0.verified.paragraphs.contains) ?? false }
  }
}
