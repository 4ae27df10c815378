package import LedgerDomain
package import StrictJSON

/// What a subject leaves to be done by its own entries alone, and what the board says of it; what other subjects have to say to it is
/// asked when the board is made (`Book.obligations`). A meeting that was not called off always is one: the board looks for the next.
package struct OpenMatter: JSONRecord, Hashable, Sendable {
  package let subject: SubjectID
  /// What people call it; absent where it has no name of its own.
  let title: Text?
  let duties: [Duty]
  /// The body that meets, decided, or is to answer.
  let body: SubjectID?
  /// The delegation that a decision is made under, which says whom to notify.
  let delegation: SubjectID?
  /// Of a meeting its day; of a decision to be notified the day that it was made.
  let day: LocalDate?

  /// One thing that is to be done.
  struct Duty: JSONRecord, Hashable, Sendable {
    let kind: ObligationKind
    let due: LocalDate?
    let owner: PublicOfficial?
    let paragraphs: [Text]

    init(_ kind: ObligationKind, due: LocalDate? = nil, owner: PublicOfficial? = nil, paragraphs: [Text] = []) {
      self.kind = kind
      self.due = due
      self.owner = owner
      self.paragraphs = paragraphs
    }

    package static let shape = JSONShape(asking: Duty.self)

    package init(members: inout JSONMembers) throws(JSONMismatch) {
      kind = try members.read("kind")
      due = try members.read("due")
      owner = try members.read("owner")
      paragraphs = try members.read("paragraphs")
    }

    package func write(members: inout JSONPen) {
      members.write("kind", kind)
      members.write("due", due)
      members.write("owner", owner)
      members.write("paragraphs", paragraphs)
    }
  }

  package static let shape = JSONShape(asking: OpenMatter.self)

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    subject = try members.read("subject")
    title = try members.read("title")
    duties = try members.read("duties")
    body = try members.read("body")
    delegation = try members.read("delegation")
    day = try members.read("day")
  }

  package func write(members: inout JSONPen) {
    members.write("subject", subject)
    members.write("title", title)
    members.write("duties", duties)
    members.write("body", body)
    members.write("delegation", delegation)
    members.write("day", day)
  }
}

extension OpenMatter {
  /// The kinds of subjects that can be one, in the order of the board.
  static let kinds: [SubjectKind] = [.measure, .case, .meeting, .decision, .recommendation]

  /// What a state leaves to be done; nil where that is nothing.
  init?(_ state: SubjectState) {
    guard state.isFounded else { return nil }
    var (duties, body, day): ([Duty], SubjectID?, LocalDate?) = ([], nil, nil)
    switch state {
    case .measure(let measure): duties = Self.duty(of: measure).map { [$0] } ?? []
    case .case(let own): duties = own.isClosed ? [] : [Duty(.dealWithCase, due: own.due, owner: own.officer)]
    case .meeting(let meeting):
      guard meeting.callingOff == nil else { return nil }
      (duties, body, day) = (Self.duties(of: meeting), meeting.body, meeting.day)
    case .decision(let decision):
      guard decision.notifications.isEmpty, let matter = OpenMatter(notifying: decision) else { return nil }
      self = matter
      return
    case .recommendation(let own):
      guard own.status == .delivered || own.status == .carriedOver else { return nil }
      (duties, body) = ([Duty(.answerRecommendation, due: own.answerBy)], own.delivered?.to)
    case .ledger, .promise, .situation, .indicator, .body, .delegation, .followUp, .person: return nil
    }
    if duties.isEmpty, day == nil { return nil }
    (subject, title) = (state.subject.id, state.name.map { Text($0) })
    (self.duties, self.body, delegation, self.day) = (duties, body, nil, day)
  }

  /// The notification of a decision that may have to be notified, made or not: an urgent one, or one under a delegation.
  init?(notifying decision: Decision) {
    guard let made = decision.made else { return nil }
    switch made.authority.kind {
    case .urgentChair: delegation = nil
    case .delegated:
      guard let named = made.authority.delegation else { return nil }
      delegation = named
    case .body, .mereExecution, .police, .unknown: return nil
    }
    (subject, title) = (decision.id, SubjectState.decision(decision).name.map { Text($0) })
    (duties, body, day) = ([Duty(.notifyDecision)], made.authority.organ, decision.mark?.effective?.day)
  }

  private static func duty(of measure: Measure) -> Duty? {
    guard let status = measure.status, measure.binding != .example else { return nil }
    let owner = measure.plan?.responsible
    if measure.isUnderWayThoughRejected { return Duty(.discontinue, owner: owner) }
    if status.step == 1 { return Duty(.decide, due: measure.deadline, owner: owner) }
    if !status.isClosed { return Duty(.carryOut, due: measure.deadline, owner: owner) }
    if status.isEnded, measure.plan?.evaluationPromised == true, measure.evaluations.isEmpty {
      return Duty(.evaluate, owner: owner)
    }
    return nil
  }

  /// The times of minutes that run (`MinutesTime`): verification, and announcement of the whole or of single paragraphs. Only of
  /// meetings whose day is known. Of one that nobody has recorded as held, that first.
  private static func duties(of meeting: Meeting) -> [Duty] {
    if meeting.held == nil { return meeting.day.map { [Duty(.recordMeeting, due: $0)] } ?? [] }
    guard meeting.held?.effective != nil else { return [] }
    return meeting.dues.filter { $0.answer == nil }.compactMap { due in
      switch due.time {
      case .verification: Duty(.verifyMinutes, due: due.end?.last, paragraphs: due.paragraphs)
      case .announcement: Duty(.announceVerification, due: due.end?.last, paragraphs: due.paragraphs)
      case .appeal: nil
      }
    }
  }
}
