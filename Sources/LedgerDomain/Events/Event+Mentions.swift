import StrictJSON

extension Event {
  /// The other subjects that the event names, in its own members or in `refs`; each as often as it is named.
  package var mentions: [SubjectID] {
    let own: [SubjectID?] =
      switch fact {
      case .ledger: []
      case .promise(let fact): fact.mentions
      case .situation(.assessed(let assessed)): [assessed.promise]
      case .indicator(.defined(let defined)): [defined.promise]
      case .indicator(.observed): []
      case .case(let fact): fact.mentions
      case .measure(let fact): fact.mentions
      case .decision(let fact): fact.mentions
      case .body: []
      case .delegation(.granted(let granted)): [granted.from, granted.under, granted.decision]
      case .delegation(.revoked(let revoked)): [revoked.decision]
      case .meeting(.scheduled(let scheduled)): [scheduled.body]
      case .meeting(.held(let held)): [held.body]
      case .meeting(.minutesVerified), .meeting(.verificationAnnounced), .meeting(.announcementRemoved),
        .meeting(.moved), .meeting(.calledOff):
        []
      case .followUp(let fact): fact.mentions
      case .recommendation(.delivered(let delivered)): [delivered.to] + delivered.measures
      case .recommendation(.answered(let answered)): [answered.decision]
      case .recommendation(.cleared), .recommendation(.carriedOver): []
      case .person: []
      case .entry(.corrected(let corrected)): [corrected.decision]
      case .entry: []
      }
    return own.compactMap(\.self) + circumstances.refs
  }
}

extension PromiseFact {
  fileprivate var mentions: [SubjectID?] {
    switch self {
    case .adopted(let adopted): [adopted.decision]
    case .amended(let amended): [amended.decision]
    case .signed, .published, .concluded: []
    }
  }
}

extension CaseFact {
  fileprivate var mentions: [SubjectID?] {
    switch self {
    case .opened(let opened): [opened.promise]
    case .linked(let linked): [linked.measure]
    case .closed(let closed): [closed.decision]
    case .assigned, .activityRecorded, .dueDateSet, .reopened: []
    }
  }
}

extension MeasureFact {
  fileprivate var mentions: [SubjectID?] {
    switch self {
    case .proposed(let proposed):
      [proposed.promise, proposed.case, proposed.situation] + proposed.targets.map(\.indicator)
    case .referredBack(let referred): [referred.decision]
    case .tabled(let tabled): [tabled.decision]
    case .approved(let approved): [approved.decision]
    case .rejected(let rejected): [rejected.decision]
    case .paused(let paused): [paused.decision]
    case .resumed(let resumed): [resumed.decision]
    case .deadlineExtended(let extended): [extended.decision]
    case .amended(let amended): [amended.decision] + amended.targets.map(\.indicator)
    case .withdrawn(let withdrawn): [withdrawn.decision]
    case .evaluated(let evaluated): evaluated.indicators
    case .started, .progressReported, .implemented, .reassigned: []
    }
  }
}

extension DecisionFact {
  fileprivate var mentions: [SubjectID?] {
    switch self {
    case .made(let made):
      [made.authority.organ, made.authority.meeting, made.authority.delegation] + made.concerns
    case .notified(let notified): [notified.to, notified.meeting]
    case .announced, .appealed, .stayed, .annulled, .final: []
    }
  }
}

extension FollowUpFact {
  fileprivate var mentions: [SubjectID?] {
    switch self {
    case .compiled(let compiled): [compiled.promise] + compiled.measures
    case .sent(let sent): [sent.to, sent.meeting] + sent.leftOut
    case .presented(let presented): [presented.to, presented.meeting]
    case .noted(let noted): [noted.meeting]
    case .published: []
    }
  }
}
