import StrictJSON

extension Decision {
  package static func check(
    _ fact: DecisionFact, about id: SubjectID, in surroundings: Surroundings
  ) throws(Refusal) {
    switch fact {
    case .made(let made):
      try check(made.authority, surroundings)
      for subject in made.concerns where !surroundings.now(subject).isFounded { throw .unknownSubject(subject) }
      for (index, subject) in made.concerns.enumerated() where made.concerns[..<index].contains(subject) {
        throw .duplicate(field: "concerns", value: subject.text)
      }
    case .notified(let notified):
      try surroundings.require(notified.to, .body)
      try surroundings.require(notified.meeting, .meeting)
      try check(meeting: notified.meeting, isOf: notified.to, surroundings)
    case .announced, .appealed, .stayed, .annulled, .final: break
    }
  }

  /// An authority states what its kind needs and nothing that contradicts it.
  private static func check(_ authority: Authority, _ surroundings: Surroundings) throws(Refusal) {
    try surroundings.require(authority.organ, .body)
    try surroundings.require(authority.meeting, .meeting)
    try surroundings.require(authority.delegation, .delegation)
    switch authority.kind {
    case .body:
      guard let organ = authority.organ else { throw .missing(field: "authority.organ") }
      if authority.delegation != nil { throw .contradiction("authority.kind", "authority.delegation") }
      try check(meeting: authority.meeting, isOf: organ, surroundings)
    case .delegated:
      if authority.delegation == nil { throw .missing(field: "authority.delegation") }
      if authority.meeting != nil { throw .contradiction("authority.kind", "authority.meeting") }
    case .urgentChair:
      if authority.organ == nil { throw .missing(field: "authority.organ") }
      if authority.meeting != nil { throw .contradiction("authority.kind", "authority.meeting") }
      if authority.delegation != nil { throw .contradiction("authority.kind", "authority.delegation") }
    case .mereExecution, .police, .unknown:
      if authority.delegation != nil { throw .contradiction("authority.kind", "authority.delegation") }
      if authority.meeting != nil { throw .contradiction("authority.kind", "authority.meeting") }
    }
  }

  private static func check(
    meeting: SubjectID?, isOf body: SubjectID, _ surroundings: Surroundings
  ) throws(Refusal) {
    guard let meeting, let held = surroundings.meeting(meeting)?.body else { return }
    if held != body { throw .contradiction("organ", "meeting") }
    try surroundings.requireNotCalledOff(meeting)
  }

  package func judge(
    _ fact: DecisionFact, on day: LocalDate?, in surroundings: Surroundings
  ) throws(Refusal) -> [Irregularity] {
    func refuse(_ state: String) -> Refusal { .impossible(type: fact.type, state: state) }
    switch fact {
    case .made(let made): return Decision.mandate(made, on: day, surroundings)
    case .announced:
      if announced != nil { throw refuse("announced") }
    case .notified(let notified):
      if notifications.contains(where: { $0.notified.to == notified.to }) { throw refuse("notified") }
    case .appealed:
      if standing == .annulled { throw refuse(standing.text) }
    case .stayed:
      if standing == .annulled || standing == .stayed { throw refuse(standing.text) }
    case .annulled:
      if standing == .annulled { throw refuse(standing.text) }
    case .final(let final):
      if standing == .annulled || standing == .final { throw refuse(standing.text) }
      // An appeal that a court has ruled on no longer stands in the way.
      if standing == .appealed || standing == .stayed { return final.ruling == nil ? [.finalWhileAppealed] : [] }
    }
    return []
  }

  /// How the decider's mandate is irregular on a day.
  private static func mandate(
    _ made: DecisionMade, on day: LocalDate?, _ surroundings: Surroundings
  ) -> [Irregularity] {
    var found: [Irregularity] = []
    switch made.authority.kind {
    case .unknown: found.append(.unknownAuthority)
    case .delegated:
      let delegation = made.authority.delegation.flatMap { surroundings.delegation($0) }
      if delegation?.isInForce(on: day) != true { found.append(.delegationNotInForce) }
      if made.reservedMatter != nil { found.append(.reservedMatter) }
    case .urgentChair:
      let body = made.authority.organ.flatMap { surroundings.body($0) }
      if body?.registered?.urgentMandate == nil { found.append(.noMandate) }
    case .body, .mereExecution, .police: break
    }
    if made.conflicts.contains(where: \.tookPart) { found.append(.conflictOfInterest) }
    return found
  }
}
