import LedgerDomain

extension StateMember {
  /// The members of the state of a kind: first what follows from it, then what its JSON has, in that order.
  ///
  /// The same names as the state writes; a test holds the two against each other.
  static func all(of kind: SubjectKind) -> [StateMember] {
    switch kind {
    case .ledger: ledger
    case .promise: promise
    case .situation: situation
    case .indicator: indicator
    case .case: cases
    case .measure: measure
    case .decision: decision
    case .body: body
    case .delegation: delegation
    case .meeting: meeting
    case .followUp: followUp
    case .recommendation: recommendation
    case .person: person
    }
  }

  private static let ledger: [StateMember] = {
    let make = MemberMaker<Ledger> { if case .ledger(let own) = $0 { own } else { other($0) } }
    return [make.value("id") { $0.id }] + make.record + [
      make.value("opened") { $0.opened }, make.records("keys") { $0.keys }, make.value("conclusion") { $0.conclusion },
    ]
  }()

  private static let promise: [StateMember] = {
    let make = MemberMaker<CitizenPromise> { if case .promise(let own) = $0 { own } else { other($0) } }
    return [make.value("id") { $0.id }] + make.record + [
      make.value("terms") { $0.terms }, make.mark("adopted") { $0.adopted },
      make.records("signatures") { $0.signatures }, make.records("publications") { $0.publications },
      make.records("amendments") { $0.amendments }, make.value("conclusion") { $0.conclusion },
    ]
  }()

  private static let situation: [StateMember] = {
    let make = MemberMaker<Situation> { if case .situation(let own) = $0 { own } else { other($0) } }
    return [make.value("id") { $0.id }] + make.record + [
      make.value("assessed") { $0.assessed }, make.mark("mark") { $0.mark },
    ]
  }()

  private static let indicator: [StateMember] = {
    let make = MemberMaker<Indicator> { if case .indicator(let own) = $0 { own } else { other($0) } }
    return [
      make.value("baseline", .derived) { state, _ in state.baseline },
      make.value("latest", .derived) { state, _ in state.latest },
      make.value("id") { $0.id },
    ] + make.record + [make.value("defined") { $0.defined }, make.records("observations") { $0.observations }]
  }()

  private static let cases: [StateMember] = {
    let make = MemberMaker<Case> { if case .case(let own) = $0 { own } else { other($0) } }
    return [make.value("id") { $0.id }] + make.record + [
      make.value("opened") { $0.opened }, make.mark("openedMark") { $0.openedMark },
      make.value("officer") { $0.officer }, make.list("measures") { $0.measures },
      make.records("activities") { $0.activities }, make.value("due") { $0.due }, make.value("closing") { $0.closing },
    ]
  }()

  private static let measure: [StateMember] = {
    let make = MemberMaker<Measure> { if case .measure(let own) = $0 { own } else { other($0) } }
    return [
      make.value("deadline", .derived) { state, _ in state.deadline },
      make.value("binding", .derived) { state, _ in state.binding },
      make.value("evidence", .derived) { state, _ in state.evidence },
      make.value("schedule", .derived) { state, day in state.schedule(on: day) },
      make.value("id") { $0.id },
    ] + make.record + [
      make.value("plan") { $0.plan }, make.mark("proposed") { $0.proposed }, make.value("status") { $0.status },
      make.mark("statusMark") { $0.statusMark }, make.records("decisions") { $0.decisions },
      make.mark("approved") { $0.approved }, make.mark("started") { $0.started }, make.mark("ended") { $0.ended },
      make.value("deviation") { $0.deviation }, make.records("extensions") { $0.extensions },
      make.records("reports") { $0.reports }, make.records("evaluations") { $0.evaluations },
      make.list("performers") { $0.performers },
    ]
  }()

  private static let decision: [StateMember] = {
    let make = MemberMaker<Decision> { if case .decision(let own) = $0 { own } else { other($0) } }
    return [make.value("id") { $0.id }] + make.record + [
      make.value("made") { $0.made }, make.mark("mark") { $0.mark }, make.value("standing") { $0.standing },
      make.mark("announced") { $0.announced }, make.records("notifications") { $0.notifications },
      make.records("appeals") { $0.appeals }, make.value("annulment") { $0.annulment },
      make.mark("becameFinal") { $0.becameFinal },
    ]
  }()

  private static let body: [StateMember] = {
    let make = MemberMaker<Body> { if case .body(let own) = $0 { own } else { other($0) } }
    return [make.value("id") { $0.id }] + make.record + [make.value("registered") { $0.registered }]
  }()

  private static let delegation: [StateMember] = {
    let make = MemberMaker<Delegation> { if case .delegation(let own) = $0 { own } else { other($0) } }
    return [make.value("id") { $0.id }] + make.record + [
      make.value("granted") { $0.granted }, make.mark("mark") { $0.mark }, make.mark("revoked") { $0.revoked },
      make.value("revocationReason") { $0.revocationReason },
    ]
  }()

  private static let meeting: [StateMember] = {
    let make = MemberMaker<Meeting> { if case .meeting(let own) = $0 { own } else { other($0) } }
    return [make.value("day", .derived) { state, _ in state.day }, make.value("id") { $0.id }] + make.record + [
      make.value("body") { $0.body }, make.value("name") { $0.name },
      make.value("scheduledDay") { $0.scheduledDay }, make.mark("held") { $0.held },
      make.records("verifications") { $0.verifications }, make.records("announcements") { $0.announcements },
      make.records("removals") { $0.removals }, make.records("moves") { $0.moves },
      make.value("callingOff") { $0.callingOff },
    ]
  }()

  private static let followUp: [StateMember] = {
    let make = MemberMaker<FollowUp> { if case .followUp(let own) = $0 { own } else { other($0) } }
    return [make.value("id") { $0.id }] + make.record + [
      make.value("compiled") { $0.compiled }, make.mark("compiledMark") { $0.compiledMark },
      make.records("sendings") { $0.sendings }, make.value("presented") { $0.presented },
      make.mark("noted") { $0.noted }, make.value("notedParagraph") { $0.notedParagraph },
      make.records("publications") { $0.publications },
    ]
  }()

  private static let recommendation: [StateMember] = {
    let make = MemberMaker<Recommendation> { if case .recommendation(let own) = $0 { own } else { other($0) } }
    return [
      make.value("status", .derived) { state, _ in state.status },
      make.value("answerBy", .derived) { state, _ in state.answerBy },
      make.value("id") { $0.id },
    ] + make.record + [
      make.value("delivered") { $0.delivered }, make.mark("mark") { $0.mark }, make.records("answers") { $0.answers },
      make.records("carryOvers") { $0.carryOvers }, make.mark("cleared") { $0.cleared },
      make.value("clearedBy") { $0.clearedBy },
    ]
  }()

  private static let person: [StateMember] = {
    let make = MemberMaker<Person> { if case .person(let own) = $0 { own } else { other($0) } }
    return [make.value("id") { $0.id }] + make.record + [
      make.mark("registered") { $0.registered }, make.value("name") { $0.name }, make.value("contact") { $0.contact },
    ]
  }()

  private static func other(_ state: SubjectState) -> Never {
    preconditionFailure("a member of another kind than \(state.subject.id)")
  }
}
