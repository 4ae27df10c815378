package import LedgerDomain
import StrictJSON

extension Book {
  /// Everything that is to be done at this reading, the most urgent first, what has no day last.
  package var obligations: [Obligation] {
    let own = matters.map { (kind: $0.subject.kind, obligations: obligations(of: $0)) }
    let all =
      own.filter { $0.kind != .recommendation }.flatMap(\.obligations) + followUpObligations
      + own.filter { $0.kind == .recommendation }.flatMap(\.obligations)
    // An obligation is a large value: places are sorted.
    let order = all.indices.sorted { one, other in
      switch (all[one].due, all[other].due) {
      case (nil, nil): one < other
      case (nil, _): false
      case (_, nil): true
      case (let a?, let b?): a == b ? one < other : a < b
      }
    }
    return order.map { all[$0] }
  }

  /// What a matter obliges to when the other subjects are asked: minutes only of bodies that the law binds, a decision only where it
  /// is to be notified.
  private func obligations(of matter: OpenMatter) -> [Obligation] {
    if matter.duties.isEmpty { return [] }
    var title = matter.title
    if title == nil, matter.subject.kind == .meeting { title = meetingTitle(matter.body, matter.day).map { Text($0) } }
    return matter.duties.compactMap { duty in
      var obligation = Obligation(
        kind: duty.kind, subject: matter.subject, due: duty.due, owner: duty.owner,
        detail: duty.paragraphs.isEmpty ? nil : Text(duty.paragraphs.map(\.text).joined(separator: ", ")),
        paragraphs: duty.paragraphs, title: title, body: matter.body)
      switch duty.kind {
      case .verifyMinutes, .announceVerification: if !isBound(matter.body) { return nil }
      case .notifyDecision:
        guard let notification = notification(of: matter) else { return nil }
        obligation.due = notification.due
        obligation.detail = notification.organ.flatMap { self.title(of: $0) }.map { Text($0) }
      case .recordMeeting:
        // Until its day is over there is nothing to record.
        if let due = duty.due, due >= day { return nil }
      case .carryOut, .decide, .discontinue, .evaluate, .dealWithCase, .presentFollowUp, .publishFollowUp,
        .answerRecommendation:
        break
      }
      return obligation
    }
  }

  /// Whether the rules on minutes bind the body that meets.
  package func isBound(_ meeting: Meeting) -> Bool { isBound(meeting.body) }

  private func isBound(_ id: SubjectID?) -> Bool { body(id)?.registered?.kind.isBoundByMinutesRules == true }

  /// To whom a decision is to be notified, or was, and at the latest when: an urgent one at the body's next meeting (KL 6:40), a
  /// delegated one where the body has decided so (7:8). Nil for a decision that is not notified.
  package func notification(of decision: Decision) -> (organ: SubjectID?, due: LocalDate?)? {
    OpenMatter(notifying: decision).flatMap(notification)
  }

  private func notification(of matter: OpenMatter) -> (organ: SubjectID?, due: LocalDate?)? {
    var organ = matter.body
    if let delegation = matter.delegation {
      guard case .delegation(let state)? = state(of: delegation), let from = state.granted?.from,
        body(from)?.registered?.delegatedDecisionsNotified == true
      else { return nil }
      organ = from
    }
    return (organ, matter.day.flatMap { nextMeeting(of: organ, onOrAfter: $0.adding(days: 1))?.day })
  }

  /// Each period that has ended is presented; each presented follow-up is published on every site of the promise.
  private var followUpObligations: [Obligation] {
    // Before there is a promise there is nothing to report on.
    let periods = promises.isEmpty ? [] : ledger?.opened?.periods ?? []
    let unpresented = periods.filter { period in
      period.through < day
        && !followUps.contains { $0.compiled?.period == period.label && ($0.presented != nil) }
    }.map { period in
      let compiled = followUps.last { $0.compiled?.period == period.label }
      let subject = compiled?.id ?? promises.first?.id ?? .ledger
      return Obligation(
        kind: .presentFollowUp, subject: subject, due: presentationDue(of: period), detail: period.label,
        title: title(of: subject).map { Text($0) })
    }
    let unpublished = followUps.filter { $0.presented != nil }.flatMap { followUp in
      let sites = promise(followUp.compiled?.promise)?.terms?.reporting?.sites ?? []
      return sites.filter { site in !followUp.publications.contains { $0.published.site == site.code } }.map { site in
        Obligation(
          kind: .publishFollowUp, subject: followUp.id, detail: site.name,
          title: title(of: followUp.id).map { Text($0) })
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
}
