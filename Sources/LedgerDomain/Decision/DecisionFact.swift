package import StrictJSON

/// The events about a decision (*beslut*).
package enum DecisionFact: SubjectFact {
  case made(DecisionMade)
  case announced(DecisionAnnounced)
  case notified(DecisionNotified)
  case appealed(DecisionAppealed)
  case stayed(DecisionStayed)
  case annulled(DecisionAnnulled)
  case final(DecisionFinal)

  package var payload: any Payload {
    switch self {
    case .made(let payload): payload
    case .announced(let payload): payload
    case .notified(let payload): payload
    case .appealed(let payload): payload
    case .stayed(let payload): payload
    case .annulled(let payload): payload
    case .final(let payload): payload
    }
  }

  package static let readers: [FactReader<DecisionFact>] = [
    FactReader(DecisionFact.made),
    FactReader(DecisionFact.announced),
    FactReader(DecisionFact.notified),
    FactReader(DecisionFact.appealed),
    FactReader(DecisionFact.stayed),
    FactReader(DecisionFact.annulled),
    FactReader(DecisionFact.final),
  ]
}

/// What a decision decided.
package enum DecisionOutcome: String, Choice {
  case approved, rejected
  case referredBack = "referred-back"
  case tabled, extended, paused, resumed, amended, withdrawn, adopted, noted, other
}

/// A decision was made: on what, by whom, on which authority and grounds.
package struct DecisionMade: Payload {
  package static let type = "decision.made"
  package var matter: Text
  package var outcome: DecisionOutcome
  package var authority: Authority
  /// The people who decided, where they are known by name and office.
  package var decidedBy: [PublicOfficial]
  /// *Föredragande*.
  package var rapporteur: PublicOfficial?
  package var proposedBy: PublicOfficial?
  package var grounds: Text?
  /// *Diarienummer* or other reference: opaque text.
  package var reference: Text?
  /// The last day on which it applies, for a decision limited in time.
  package var validThrough: LocalDate?
  package var conflicts: [ConflictOfInterest]
  /// What it concerns.
  package var concerns: [SubjectID]

  package init(
    matter: Text, outcome: DecisionOutcome, authority: Authority, decidedBy: [PublicOfficial] = [],
    rapporteur: PublicOfficial? = nil, proposedBy: PublicOfficial? = nil, grounds: Text? = nil, reference: Text? = nil,
    validThrough: LocalDate? = nil, conflicts: [ConflictOfInterest] = [], concerns: [SubjectID] = []
  ) {
    self.matter = matter
    self.outcome = outcome
    self.authority = authority
    self.decidedBy = decidedBy
    self.rapporteur = rapporteur
    self.proposedBy = proposedBy
    self.grounds = grounds
    self.reference = reference
    self.validThrough = validThrough
    self.conflicts = conflicts
    self.concerns = concerns
  }
}

/// Made known on the notice board (KL 8:10, 8:12).
package struct DecisionAnnounced: Payload {
  package static let type = "decision.announced"
  package var place: Text?

  package init(place: Text? = nil) {
    self.place = place
  }
}

/// *Anmäld*: reported to the body in whose place it was made (KL 6:40, 7:8).
package struct DecisionNotified: Payload {
  package static let type = "decision.notified"
  package var to: SubjectID
  package var meeting: SubjectID?
  package var paragraph: Text?

  package init(to: SubjectID, meeting: SubjectID? = nil, paragraph: Text? = nil) {
    self.to = to
    self.meeting = meeting
    self.paragraph = paragraph
  }
}

/// *Överklagad*.
package struct DecisionAppealed: Payload {
  package static let type = "decision.appealed"
  package var court: Text
  package var caseNumber: Text?
  package var appellant: PrivatePerson?

  package init(court: Text, caseNumber: Text? = nil, appellant: PrivatePerson? = nil) {
    self.court = court
    self.caseNumber = caseNumber
    self.appellant = appellant
  }
}

/// *Inhiberad*: must not be carried out for now.
package struct DecisionStayed: Payload {
  package static let type = "decision.stayed"
  package var by: Text
  package var caseNumber: Text?

  package init(by: Text, caseNumber: Text? = nil) {
    self.by = by
    self.caseNumber = caseNumber
  }
}

/// *Upphävd*.
package struct DecisionAnnulled: Payload {
  package static let type = "decision.annulled"
  package var by: Text
  package var reason: Text
  package var caseNumber: Text?

  package init(by: Text, reason: Text, caseNumber: Text? = nil) {
    self.by = by
    self.reason = reason
    self.caseNumber = caseNumber
  }
}

/// *Laga kraft*: the time to appeal is over, or a court has upheld the decision, as its ruling says.
package struct DecisionFinal: Payload {
  package static let type = "decision.final"
  /// How the appeal ended, where there was one: court, day and outcome.
  package var ruling: Text?

  package init(ruling: Text? = nil) {
    self.ruling = ruling
  }
}
