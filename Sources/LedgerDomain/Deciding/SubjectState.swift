import StrictJSON

/// The state of a subject of any kind.
package indirect enum SubjectState: Hashable, Sendable {
  case ledger(Ledger)
  case promise(CitizenPromise)
  case situation(Situation)
  case indicator(Indicator)
  case `case`(Case)
  case measure(Measure)
  case decision(Decision)
  case body(Body)
  case delegation(Delegation)
  case meeting(Meeting)
  case followUp(FollowUp)
  case recommendation(Recommendation)
  case person(Person)

  /// The empty state of a subject.
  package init(id: SubjectID) {
    self =
      switch id.kind {
      case .ledger: .ledger(Ledger(id: id))
      case .promise: .promise(CitizenPromise(id: id))
      case .situation: .situation(Situation(id: id))
      case .indicator: .indicator(Indicator(id: id))
      case .case: .case(Case(id: id))
      case .measure: .measure(Measure(id: id))
      case .decision: .decision(Decision(id: id))
      case .body: .body(Body(id: id))
      case .delegation: .delegation(Delegation(id: id))
      case .meeting: .meeting(Meeting(id: id))
      case .followUp: .followUp(FollowUp(id: id))
      case .recommendation: .recommendation(Recommendation(id: id))
      case .person: .person(Person(id: id))
      }
  }

  /// The state that events add up to, in the order of the fold. Each list of the state grows in place.
  package init(id: SubjectID, _ events: [Event]) {
    func folded<S: Subject>(_ empty: S) -> S { events.reduce(into: empty) { state, event in state.apply(event) } }
    self =
      switch id.kind {
      case .ledger: .ledger(folded(Ledger(id: id)))
      case .promise: .promise(folded(CitizenPromise(id: id)))
      case .situation: .situation(folded(Situation(id: id)))
      case .indicator: .indicator(folded(Indicator(id: id)))
      case .case: .case(folded(Case(id: id)))
      case .measure: .measure(folded(Measure(id: id)))
      case .decision: .decision(folded(Decision(id: id)))
      case .body: .body(folded(Body(id: id)))
      case .delegation: .delegation(folded(Delegation(id: id)))
      case .meeting: .meeting(folded(Meeting(id: id)))
      case .followUp: .followUp(folded(FollowUp(id: id)))
      case .recommendation: .recommendation(folded(Recommendation(id: id)))
      case .person: .person(folded(Person(id: id)))
      }
  }

  package var subject: any Subject {
    switch self {
    case .ledger(let state): state
    case .promise(let state): state
    case .situation(let state): state
    case .indicator(let state): state
    case .case(let state): state
    case .measure(let state): state
    case .decision(let state): state
    case .body(let state): state
    case .delegation(let state): state
    case .meeting(let state): state
    case .followUp(let state): state
    case .recommendation(let state): state
    case .person(let state): state
    }
  }

  /// Asked of every subject of a journal: without a copy of the state.
  package var isFounded: Bool {
    switch self {
    case .ledger(let state): state.isFounded
    case .promise(let state): state.isFounded
    case .situation(let state): state.isFounded
    case .indicator(let state): state.isFounded
    case .case(let state): state.isFounded
    case .measure(let state): state.isFounded
    case .decision(let state): state.isFounded
    case .body(let state): state.isFounded
    case .delegation(let state): state.isFounded
    case .meeting(let state): state.isFounded
    case .followUp(let state): state.isFounded
    case .recommendation(let state): state.isFounded
    case .person(let state): state.isFounded
    }
  }
  package var record: SubjectRecord { subject.record }

  /// The state after an event.
  package mutating func apply(_ event: Event) {
    switch self {
    case .ledger(var state): state.apply(event); self = .ledger(state)
    case .promise(var state): state.apply(event); self = .promise(state)
    case .situation(var state): state.apply(event); self = .situation(state)
    case .indicator(var state): state.apply(event); self = .indicator(state)
    case .case(var state): state.apply(event); self = .case(state)
    case .measure(var state): state.apply(event); self = .measure(state)
    case .decision(var state): state.apply(event); self = .decision(state)
    case .body(var state): state.apply(event); self = .body(state)
    case .delegation(var state): state.apply(event); self = .delegation(state)
    case .meeting(var state): state.apply(event); self = .meeting(state)
    case .followUp(var state): state.apply(event); self = .followUp(state)
    case .recommendation(var state): state.apply(event); self = .recommendation(state)
    case .person(var state): state.apply(event); self = .person(state)
    }
  }
}

extension SubjectState {
  /// What the subject is called by those who know it; nil where nothing names it.
  package var name: String? {
    switch self {
    case .ledger(let state): state.opened?.title.text
    case .promise(let state): state.terms?.title.text
    case .situation(let state): state.assessed?.title.text
    case .indicator(let state): state.defined?.name.text
    case .case(let state): state.opened?.title.text
    case .measure(let state): state.plan?.title.text
    case .decision(let state): state.made?.matter.text
    case .body(let state): state.registered?.name.text
    case .delegation(let state): state.granted?.scope.text
    case .meeting(let state): state.name?.text
    case .followUp(let state): state.compiled?.period.text
    case .recommendation(let state): state.delivered?.title.text
    // A private person has no name that is public.
    case .person: nil
    }
  }
}
