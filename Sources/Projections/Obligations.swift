package import LedgerDomain
package import StrictJSON

/// What someone has to do, and by when.
package enum ObligationKind: String, Choice {
  case carryOut = "carry-out"
  case decide
  case evaluate
  case dealWithCase = "deal-with-case"
  case verifyMinutes = "verify-minutes"
  case announceVerification = "announce-verification"
  case notifyDecision = "notify-decision"
  case presentFollowUp = "present-follow-up"
  case publishFollowUp = "publish-follow-up"
  case answerRecommendation = "answer-recommendation"
}

/// One thing that is to be done: about what, by whom, by which day.
package struct Obligation: JSONWritable, Hashable, Sendable {
  package var kind: ObligationKind
  package var subject: SubjectID
  /// The day by which it must be done; absent where no day is set.
  package var due: LocalDate?
  package var owner: PublicOfficial?
  /// What more identifies it: a period, a site, the body to notify, paragraphs in words.
  package var detail: Text?
  /// The paragraphs that are to be announced; none for the whole minutes.
  package var paragraphs: [Text]

  package init(
    kind: ObligationKind, subject: SubjectID, due: LocalDate? = nil, owner: PublicOfficial? = nil,
    detail: Text? = nil, paragraphs: [Text] = []
  ) {
    self.kind = kind
    self.subject = subject
    self.due = due
    self.owner = owner
    self.detail = detail
    self.paragraphs = paragraphs
  }

  /// Days left on a day; negative when it is overdue.
  package func daysLeft(on day: LocalDate) -> Int? { due.map { $0.dayNumber - day.dayNumber } }

  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    pen.write("kind", kind)
    pen.write("subject", subject)
    pen.write("due", due)
    pen.write("owner", owner)
    pen.write("detail", detail)
    pen.endObject()
  }
}

extension Book {
  /// Everything that is to be done at this reading, the most urgent first, what has no day last.
  package var obligations: [Obligation] {
    let all =
      measures.flatMap(obligations) + cases.compactMap(obligation) + meetings.flatMap(obligations)
      + decisions.compactMap(obligation) + followUpObligations + recommendations.compactMap(obligation)
    return all.enumerated().sorted { one, other in
      switch (one.element.due, other.element.due) {
      case (nil, nil): one.offset < other.offset
      case (nil, _): false
      case (_, nil): true
      case (let a?, let b?): a == b ? one.offset < other.offset : a < b
      }
    }.map(\.element)
  }

  private func obligations(of measure: Measure) -> [Obligation] {
    guard let status = measure.status, measure.binding != .example else { return [] }
    let owner = measure.plan?.responsible
    if status.step == 1 {
      return [Obligation(kind: .decide, subject: measure.id, due: measure.deadline, owner: owner)]
    }
    if !status.isClosed {
      return [Obligation(kind: .carryOut, subject: measure.id, due: measure.deadline, owner: owner)]
    }
    if status.isEnded, measure.plan?.evaluationPromised == true, measure.evaluations.isEmpty {
      return [Obligation(kind: .evaluate, subject: measure.id, owner: owner)]
    }
    return []
  }

  private func obligation(of state: Case) -> Obligation? {
    state.isClosed ? nil : Obligation(kind: .dealWithCase, subject: state.id, due: state.due, owner: state.officer)
  }

  /// The times of minutes that run (`MinutesTime`): verification, and announcement of the whole or of single paragraphs. Only
  /// bodies that the law binds, and meetings whose day is known.
  private func obligations(of meeting: Meeting) -> [Obligation] {
    guard isBound(meeting), meeting.held?.effective != nil else { return [] }
    return meeting.dues.filter { $0.answer == nil }.compactMap { due in
      let kind: ObligationKind
      switch due.time {
      case .verification: kind = .verifyMinutes
      case .announcement: kind = .announceVerification
      case .appeal: return nil
      }
      return Obligation(
        kind: kind, subject: meeting.id, due: due.end?.last,
        detail: due.paragraphs.isEmpty ? nil : Text(due.paragraphs.map(\.text).joined(separator: ", ")),
        paragraphs: due.paragraphs)
    }
  }

  /// Whether the rules on minutes bind the body that meets.
  package func isBound(_ meeting: Meeting) -> Bool {
    body(meeting.body)?.registered?.kind.isBoundByMinutesRules == true
  }

  private func obligation(of decision: Decision) -> Obligation? {
    guard decision.notifications.isEmpty, let notification = notification(of: decision) else { return nil }
    return Obligation(
      kind: .notifyDecision, subject: decision.id, due: notification.due,
      detail: notification.organ.flatMap { title(of: $0) }.map { Text($0) })
  }

  /// To whom a decision is to be notified, or was, and at the latest when: an urgent one at the body's next meeting (KL 6:40), a
  /// delegated one where the body has decided so (7:8). Nil for a decision that is not notified.
  package func notification(of decision: Decision) -> (organ: SubjectID?, due: LocalDate?)? {
    guard let made = decision.made else { return nil }
    let organ: SubjectID?
    switch made.authority.kind {
    case .urgentChair: organ = made.authority.organ
    case .delegated:
      guard let delegation = made.authority.delegation, case .delegation(let state)? = state(of: delegation),
        let from = state.granted?.from, body(from)?.registered?.delegatedDecisionsNotified == true
      else { return nil }
      organ = from
    case .body, .mereExecution, .police, .unknown: return nil
    }
    return (organ, decision.mark?.effective.flatMap { nextMeeting(of: organ, onOrAfter: $0.day.adding(days: 1))?.day })
  }

  /// Each period that has ended is presented; each presented follow-up is published on every site of the promise.
  private var followUpObligations: [Obligation] {
    let periods = ledger?.opened?.periods ?? []
    let unpresented = periods.filter { period in
      period.through < day
        && !followUps.contains { $0.compiled?.period == period.label && ($0.presented != nil) }
    }.map { period in
      let compiled = followUps.last { $0.compiled?.period == period.label }
      let subject = compiled?.id ?? promises.first?.id ?? .ledger
      return Obligation(
        kind: .presentFollowUp, subject: subject, due: presentationDue(of: period), detail: period.label)
    }
    let unpublished = followUps.filter { $0.presented != nil }.flatMap { followUp in
      let sites = promise(followUp.compiled?.promise)?.terms?.reporting?.sites ?? []
      return sites.filter { site in !followUp.publications.contains { $0.published.site == site.code } }.map { site in
        Obligation(kind: .publishFollowUp, subject: followUp.id, detail: site.name)
      }
    }
    return unpresented + unpublished
  }

  /// The body that follow-ups are presented to. The promise names it in words; where no body bears that name, any meeting may
  /// be the one.
  package var reportReceiver: Body? {
    bodies.first { body in promises.contains { $0.terms?.reporting?.to == body.registered?.name } }
  }

  /// The day by which the follow-up of a period is presented: the receiver's first meeting after it. With no meeting planned, a
  /// period is reported at the latest before the next one has ended.
  package func presentationDue(of period: ReportingPeriod) -> LocalDate? {
    nextMeeting(of: reportReceiver?.id, onOrAfter: period.through.adding(days: 1))?.day
      ?? ledger?.opened?.periods.first { $0.through > period.through && !$0.isFinal }?.through
  }

  private func obligation(of recommendation: Recommendation) -> Obligation? {
    guard recommendation.status == .delivered || recommendation.status == .carriedOver else { return nil }
    return Obligation(kind: .answerRecommendation, subject: recommendation.id, due: recommendation.answerBy)
  }
}
