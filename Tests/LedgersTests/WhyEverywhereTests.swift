import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@testable import Audit

/// Why, of every field of every subject, at every position of the example ledger.
///
/// Between two positions at which something is recorded about a subject nothing about it changes, so its own positions are
/// all there are.
@Suite("why, everywhere in the example ledger")
struct WhyEverywhereTests {
  /// A subject as it was known at one of its positions: its events through that.
  struct Moment {
    let subject: SubjectID
    let events: [Event]
    var position: Int { events.last?.position ?? 0 }
  }

  /// 2024-05-06.
  private static let day = SwedishTime.date(of: Instant(milliseconds: 1_714_989_600_000))

  private static let chronicle: Chronicle = {
    guard let view = try? JournalView.open(RecordedFolder.journal("exempel")) else {
      preconditionFailure("the example ledger lies in the repository")
    }
    return Chronicle(view)
  }()

  private static let moments: [Moment] = chronicle.allSubjects.flatMap { subject in
    let events = chronicle.events(about: subject)
    return events.indices.map { Moment(subject: subject, events: Array(events[...$0])) }
  }

  private static func fields(_ moment: Moment, without event: EventID? = nil) -> [Provenance.Field] {
    let events = moment.events.filter { $0.id != event }
    return Provenance(events, asOf: nil, subject: moment.subject, on: day).fields
  }

  /// The slow reference: the JSON of the whole state after each entry.
  private static func reference(_ moment: Moment, asOf: Effective? = nil) -> [FieldPath: (JSONValue, EventID)] {
    let entries = Fold.entries(moment.events, asOf: asOf)
    var state = SubjectState(id: moment.subject)
    var last = leaves(of: state)
    var setters: [FieldPath: EventID] = [:]
    var founding: EventID?
    for entry in entries {
      state.apply(entry)
      if founding == nil, state.isFounded { founding = entry.id }
      let now = leaves(of: state)
      for (path, value) in now where last[path] != value { setters[path] = entry.id }
      for path in last.keys where now[path] == nil { setters[path] = nil }
      last = now
    }
    guard let founding else { return [:] }
    return Dictionary(uniqueKeysWithValues: last.map { ($0, ($1, setters[$0] ?? founding)) })
  }

  private static func leaves(of state: SubjectState) -> [FieldPath: JSONValue] {
    guard case .object(let object) = JSONValue(of: state.subject) else { preconditionFailure("a state is an object") }
    let found = object.members.flatMap { $0.value.leaves(at: FieldPath([.member($0.name)])) }
    return Dictionary(uniqueKeysWithValues: found.map { ($0.path, $0.value) })
  }

  @Test("the position of every entry is one of the moments")
  func everyPosition() {
    #expect(Set(Self.moments.map(\.position)) == Set(1...Self.chronicle.position))
  }

  @Test("every field of the state is there, with its value and the entry that a fold step by step finds")
  func reference() {
    for moment in Self.moments {
      let expected = Self.reference(moment)
      let found = Self.fields(moment).filter { $0.sense != .derived }
      #expect(found.count == expected.count, "\(moment.subject) at \(moment.position)")
      for field in found {
        let isRight = expected[field.path].map { $0.0 == field.value && $0.1 == field.entry.id } ?? false
        #expect(isRight, "\(moment.subject).\(field.path) at \(moment.position)")
      }
    }
  }

  @Test("and as of every day on which anything about the subject became true")
  func referenceAsOf() {
    for subject in Self.chronicle.allSubjects {
      let moment = Moment(subject: subject, events: Self.chronicle.events(about: subject))
      for effective in Set(moment.events.compactMap(\.effective)) {
        let expected = Self.reference(moment, asOf: effective)
        let found = Provenance(moment.events, asOf: effective, subject: subject, on: Self.day).fields
          .filter { $0.sense != .derived }
        #expect(found.count == expected.count, "\(subject) as of \(effective)")
        for field in found {
          let isRight = expected[field.path].map { $0.0 == field.value && $0.1 == field.entry.id } ?? false
          #expect(isRight, "\(subject).\(field.path) as of \(effective)")
        }
      }
    }
  }

  @Test("without the entry that is named, the value is another, or another entry has set it")
  func removal() {
    var (changed, reset) = (0, 0)
    for moment in Self.moments {
      let named = Dictionary(grouping: Self.fields(moment), by: \.entry.id)
      for (entry, fields) in named {
        let without = Self.fields(moment, without: entry)
        let others = Dictionary(uniqueKeysWithValues: without.map { ($0.path, $0) })
        for field in fields {
          let other = others[field.path]
          #expect(moment.events.contains { $0.id == entry }, "\(moment.subject).\(field.path) at \(moment.position)")
          #expect(other?.entry.id != entry, "\(moment.subject).\(field.path) at \(moment.position)")
          if other?.value == field.value { reset += 1 } else { changed += 1 }
        }
      }
    }
    // Nearly always the value itself: only what several entries say alike, or every entry makes so, is set by another.
    #expect(changed > 20 * reset)
  }

  @Test("the fold that goes on as more becomes known has the entries and the state of one from the beginning")
  func fold() {
    for subject in Self.chronicle.allSubjects {
      let events = Self.chronicle.events(about: subject)
      let moments: [Effective?] = [nil] + Set(events.compactMap(\.effective)).map { $0 }
      for asOf in moments {
        var fold = KnownFold(subject, asOf: asOf)
        for count in 1..<(events.count + 1) {
          _ = fold.know(events[count - 1]) { _, _ in }
          let known = Array(events.prefix(count))
          #expect(fold.entries == Fold.entries(known, asOf: asOf), "\(subject) \(count)")
          #expect(fold.state == Fold.state(of: subject, known, asOf: asOf), "\(subject) \(count)")
          #expect((fold.founding != nil) == fold.state.isFounded, "\(subject) \(count)")
        }
      }
    }
  }

  @Test("the history of each field says at every position what the fold there says")
  func histories() {
    for subject in Self.chronicle.allSubjects {
      let events = Self.chronicle.events(about: subject)
      var paths: Set<FieldPath> = []
      var known: [(position: Int, fields: [FieldPath: Provenance.Field])] = []
      for count in 1..<(events.count + 1) {
        let fields = Self.fields(Moment(subject: subject, events: Array(events.prefix(count))))
        paths.formUnion(fields.map(\.path))
        let byPath = Dictionary(uniqueKeysWithValues: fields.map { ($0.path, $0) })
        known.append((events[count - 1].position, byPath))
      }
      for path in paths {
        guard let reader = FieldReader(path, of: subject.kind, on: Self.day) else {
          Issue.record("\(subject).\(path) is not read")
          continue
        }
        let history = FieldHistory(of: reader, events, asOf: nil, subject: subject)
        for (position, fields) in known {
          let setting = history.setting(at: position)
          #expect(setting?.value == fields[path]?.value, "\(subject).\(path) at \(position)")
          if let field = fields[path] {
            #expect(setting?.entry.id == field.entry.id, "\(subject).\(path) at \(position)")
          }
        }
      }
    }
  }

  @Test("without a correction that is named, or the reversal by which a value stands, the answer is another")
  func corrections() {
    var count = 0
    for moment in Self.moments where moment.events.contains(where: \.isAboutAnEntry) {
      for field in Self.fields(moment) {
        guard let reader = FieldReader(field.path, of: moment.subject.kind, on: Self.day) else { continue }
        let history = FieldHistory(of: reader, moment.events, asOf: nil, subject: moment.subject)
        guard let current = history.current else { continue }
        let cause = current.beginning == .set ? [] : [current.began]
        for event in history.corrections(of: current) + cause {
          count += 1
          let events = moment.events.filter { $0.id != event.id }
          let other = FieldHistory(of: reader, events, asOf: nil, subject: moment.subject).current
          let isSame =
            other?.value == current.value && other?.entry.id == current.entry.id && other?.since == current.since
            && other?.began.id == current.began.id
          #expect(!isSame, "\(moment.subject).\(field.path) at \(moment.position) without \(event.position)")
        }
      }
    }
    #expect(count > 0)
  }
}

extension FieldHistory {
  /// What was known at a position to be true last.
  fileprivate func setting(at position: Int) -> Setting? {
    settings.filter { $0.began.position <= position && ($0.ended?.position ?? .max) > position }
      .max { one, other in
        let (a, b) = (one.since?.start.milliseconds ?? .min, other.since?.start.milliseconds ?? .min)
        return a == b ? one.entry.position < other.entry.position : a < b
      }
  }
}
