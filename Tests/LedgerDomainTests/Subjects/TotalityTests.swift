import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("Evolving is total")
struct TotalityTests {
  /// Every event, full and least, as one recorded about a subject of its kind; entries about each kind.
  private static func facts(of kind: SubjectKind) -> [Fact] {
    SampleFacts.all.flatMap { sample in
      [sample.full, sample.least].map { SampleFacts.fact(sample.type, $0) }
    }.filter { $0.subjectKind == nil || $0.subjectKind == kind }
  }

  private static func event(_ fact: Fact, of subject: SubjectID, at position: Int, on day: Int?) -> Event {
    Event(
      id: .at(position), subject: subject, recorded: Instant(milliseconds: Int64(position) * 1000), position: position,
      subjectVersion: position, effective: day.flatMap { LocalDate(dayNumber: 19_000 + $0) }.map { .date($0) },
      recordedBy: "registrator", fact: fact, circumstances: SampleFacts.circumstances)
  }

  @Test(
    "any two events about a subject fold in either order, without the event that begins it",
    arguments: SubjectKind.allCases)
  func pairs(_ kind: SubjectKind) {
    let id = SubjectID(kind, 1)
    let facts = Self.facts(of: kind)
    for one in facts {
      for other in facts {
        for days in [(1, 2), (2, 1), (1, 1), (nil, 1)] as [(Int?, Int?)] {
          let events = [Self.event(one, of: id, at: 1, on: days.0), Self.event(other, of: id, at: 2, on: days.1)]
          let state = Fold.state(of: id, events)
          let counted = Fold.entries(events)
          #expect(state.record.steps.count == counted.count)
        }
      }
    }
  }

  @Test("all events about a subject fold in every one of 50 seeded orders", arguments: SubjectKind.allCases)
  func shuffles(_ kind: SubjectKind) {
    let id = SubjectID(kind, 1)
    let facts = Self.facts(of: kind)
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<50 {
      let events = facts.shuffled(using: &generator).enumerated().map { index, fact in
        Self.event(
          fact, of: id, at: index + 1,
          on: Bool.random(using: &generator) ? Int.random(in: 0..<9, using: &generator) : nil)
      }
      for asOf in [nil, Effective.date("2022-01-10")] {
        let state = Fold.state(of: id, events, asOf: asOf)
        #expect(state.record.steps.count == Fold.entries(events, asOf: asOf).count)
        _ = Book(Chronicle(events), asOf: asOf, today: "2022-01-10").obligations
      }
    }
  }

  @Test("an event about another kind of subject leaves the state as it was, but for its trail")
  func foreign() {
    for kind in SubjectKind.allCases {
      for sample in SampleFacts.all {
        let fact = SampleFacts.fact(sample.type, sample.full)
        guard let own = fact.subjectKind, own != kind else { continue }
        var state = SubjectState(id: SubjectID(kind, 1))
        state.apply(Self.event(fact, of: SubjectID(kind, 1), at: 1, on: 1))
        #expect(!state.isFounded)
        #expect(state.record.steps.map(\.type.text) == [sample.type])
      }
    }
  }

  @Test("the JSON of a state has what it says, in the order of its properties", arguments: SubjectKind.allCases)
  func json(_ kind: SubjectKind) throws {
    let id = SubjectID(kind, 1)
    let events = Self.facts(of: kind).enumerated().map { Self.event($1, of: id, at: $0 + 1, on: 1) }
    for state in [Fold.state(of: id, events), SubjectState(id: id)] {
      let properties = Mirror(reflecting: state.subject).children
      guard case .object(let object) = JSONValue(of: state.subject) else {
        Issue.record("a state is an object")
        return
      }
      #expect(object.names == properties.filter { Self.saysSomething($0.value) }.compactMap(\.label))
    }
  }

  /// Whether a property has a member.
  private static func saysSomething(_ value: Any) -> Bool {
    let mirror = Mirror(reflecting: value)
    return mirror.displayStyle != .optional && mirror.displayStyle != .collection || !mirror.children.isEmpty
  }
}
