package import StrictJSON

/// The events about a decision (*beslut*).
package indirect enum DecisionFact: SubjectFact {
  case made(DecisionMade)
  case announced(DecisionAnnounced)
  case notified(DecisionNotified)
  case appealed(DecisionAppealed)
  case stayed(DecisionStayed)
  case annulled(DecisionAnnulled)
  case final(DecisionFinal)

  package func show(to visitor: inout some PayloadVisitor) {
    switch self {
    case .made(let payload): visitor.visit(payload)
    case .announced(let payload): visitor.visit(payload)
    case .notified(let payload): visitor.visit(payload)
    case .appealed(let payload): visitor.visit(payload)
    case .stayed(let payload): visitor.visit(payload)
    case .annulled(let payload): visitor.visit(payload)
    case .final(let payload): visitor.visit(payload)
    }
  }

  package static let readers: [FactReader] = [
    FactReader { .decision(.made($0)) },
    FactReader { .decision(.announced($0)) },
    FactReader { .decision(.notified($0)) },
    FactReader { .decision(.appealed($0)) },
    FactReader { .decision(.stayed($0)) },
    FactReader { .decision(.annulled($0)) },
    FactReader { .decision(.final($0)) },
  ]
}

/// What a decision decided.
package enum DecisionOutcome: String, Choice {
  case approved, rejected
  case referredBack = "referred-back"
  case tabled, extended, paused, resumed, amended, withdrawn, adopted, noted, other
}

/// A decision was made: on what, by whom, on which authority and grounds.
///
/// Version 2 can also say that the matter is reserved, and that the decision must not be carried out before it is final.
package struct DecisionMade: Payload {
  package static let type = "decision.made"
  package static let version = 2
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
  /// Which of the matters it is that may not be delegated (KL 6:38), where it is one.
  package var reservedMatter: ReservedMatter?
  /// The special reason not to carry it out before it is final (KL 13:14); without one that is lawful.
  package var notBeforeFinal: Text?

  package init(
    matter: Text, outcome: DecisionOutcome, authority: Authority, decidedBy: [PublicOfficial] = [],
    rapporteur: PublicOfficial? = nil, proposedBy: PublicOfficial? = nil, grounds: Text? = nil, reference: Text? = nil,
    validThrough: LocalDate? = nil, conflicts: [ConflictOfInterest] = [], concerns: [SubjectID] = [],
    reservedMatter: ReservedMatter? = nil, notBeforeFinal: Text? = nil
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
    self.reservedMatter = reservedMatter
    self.notBeforeFinal = notBeforeFinal
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    matter = try members.read("matter")
    outcome = try members.read("outcome")
    authority = try members.read("authority")
    decidedBy = try members.read("decidedBy")
    rapporteur = try members.read("rapporteur")
    proposedBy = try members.read("proposedBy")
    grounds = try members.read("grounds")
    reference = try members.read("reference")
    validThrough = try members.read("validThrough")
    conflicts = try members.read("conflicts")
    concerns = try members.read("concerns")
    reservedMatter = try members.read("reservedMatter")
    notBeforeFinal = try members.read("notBeforeFinal")
  }

  package func write(members: inout JSONPen) {
    members.write("matter", matter)
    members.write("outcome", outcome)
    members.write("authority", authority)
    members.write("decidedBy", decidedBy)
    members.write("rapporteur", rapporteur)
    members.write("proposedBy", proposedBy)
    members.write("grounds", grounds)
    members.write("reference", reference)
    members.write("validThrough", validThrough)
    members.write("conflicts", conflicts)
    members.write("concerns", concerns)
    members.write("reservedMatter", reservedMatter)
    members.write("notBeforeFinal", notBeforeFinal)
  }
}

/// Made known on the notice board (KL 8:10, 8:12).
package struct DecisionAnnounced: Payload {
  package static let type = "decision.announced"
  package var place: Text?

  package init(place: Text? = nil) {
    self.place = place
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    place = try members.read("place")
  }

  package func write(members: inout JSONPen) {
    members.write("place", place)
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

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    to = try members.read("to")
    meeting = try members.read("meeting")
    paragraph = try members.read("paragraph")
  }

  package func write(members: inout JSONPen) {
    members.write("to", to)
    members.write("meeting", meeting)
    members.write("paragraph", paragraph)
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

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    court = try members.read("court")
    caseNumber = try members.read("caseNumber")
    appellant = try members.read("appellant")
  }

  package func write(members: inout JSONPen) {
    members.write("court", court)
    members.write("caseNumber", caseNumber)
    members.write("appellant", appellant)
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

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    by = try members.read("by")
    caseNumber = try members.read("caseNumber")
  }

  package func write(members: inout JSONPen) {
    members.write("by", by)
    members.write("caseNumber", caseNumber)
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

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    by = try members.read("by")
    reason = try members.read("reason")
    caseNumber = try members.read("caseNumber")
  }

  package func write(members: inout JSONPen) {
    members.write("by", by)
    members.write("reason", reason)
    members.write("caseNumber", caseNumber)
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

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    ruling = try members.read("ruling")
  }

  package func write(members: inout JSONPen) {
    members.write("ruling", ruling)
  }
}
