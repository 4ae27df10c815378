package import StrictJSON

/// The events about a meeting (*sammanträde*).
package indirect enum MeetingFact: SubjectFact {
  case scheduled(MeetingScheduled)
  case held(MeetingHeld)
  case minutesVerified(MinutesVerified)
  case verificationAnnounced(VerificationAnnounced)
  case announcementRemoved(AnnouncementRemoved)
  case moved(MeetingMoved)
  case calledOff(MeetingCalledOff)

  package func show(to visitor: inout some PayloadVisitor) {
    switch self {
    case .scheduled(let payload): visitor.visit(payload)
    case .held(let payload): visitor.visit(payload)
    case .minutesVerified(let payload): visitor.visit(payload)
    case .verificationAnnounced(let payload): visitor.visit(payload)
    case .announcementRemoved(let payload): visitor.visit(payload)
    case .moved(let payload): visitor.visit(payload)
    case .calledOff(let payload): visitor.visit(payload)
    }
  }

  package static let readers: [FactReader] = [
    FactReader { .meeting(.scheduled($0)) },
    FactReader { .meeting(.held($0)) },
    FactReader { .meeting(.minutesVerified($0)) },
    FactReader { .meeting(.verificationAnnounced($0)) },
    FactReader { .meeting(.announcementRemoved($0)) },
    FactReader { .meeting(.moved($0)) },
    FactReader { .meeting(.calledOff($0)) },
  ]
}

/// A meeting is planned for the day in `day`; effective when it was planned.
package struct MeetingScheduled: Payload {
  package static let type = "meeting.scheduled"
  package var body: SubjectID
  package var day: LocalDate

  package init(body: SubjectID, day: LocalDate) {
    self.body = body
    self.day = day
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    body = try members.read("body")
    day = try members.read("day")
  }

  package func write(members: inout JSONPen) {
    members.write("body", body)
    members.write("day", day)
  }
}

/// The meeting took place, on its effective day.
package struct MeetingHeld: Payload {
  package static let type = "meeting.held"
  package var body: SubjectID
  /// How the meeting is named in its minutes: `KS 2022-02-23`.
  package var name: Text?
  package var chair: PublicOfficial?

  package init(body: SubjectID, name: Text? = nil, chair: PublicOfficial? = nil) {
    self.body = body
    self.name = name
    self.chair = chair
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    body = try members.read("body")
    name = try members.read("name")
    chair = try members.read("chair")
  }

  package func write(members: inout JSONPen) {
    members.write("body", body)
    members.write("name", name)
    members.write("chair", chair)
  }
}

/// *Justerad*: the minutes, or single paragraphs at once (KL 5:69 via 6:35: within 14 days).
package struct MinutesVerified: Payload {
  package static let type = "meeting.minutes-verified"
  /// The paragraphs verified; none means the whole minutes.
  package var paragraphs: [Text]
  package var verifiedBy: [PublicOfficial]

  package init(paragraphs: [Text] = [], verifiedBy: [PublicOfficial] = []) {
    self.paragraphs = paragraphs
    self.verifiedBy = verifiedBy
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    paragraphs = try members.read("paragraphs")
    verifiedBy = try members.read("verifiedBy")
  }

  package func write(members: inout JSONPen) {
    members.write("paragraphs", paragraphs)
    members.write("verifiedBy", verifiedBy)
  }
}

/// *Justeringen tillkännagiven*: announced on the notice board (KL 8:12, by the second day after).
package struct VerificationAnnounced: Payload {
  package static let type = "meeting.verification-announced"
  package var paragraphs: [Text]
  package var place: Text?

  package init(paragraphs: [Text] = [], place: Text? = nil) {
    self.paragraphs = paragraphs
    self.place = place
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    paragraphs = try members.read("paragraphs")
    place = try members.read("place")
  }

  package func write(members: inout JSONPen) {
    members.write("paragraphs", paragraphs)
    members.write("place", place)
  }
}

/// The announcement was taken down. It stays up for the whole appeal time (KL 8:12), three weeks from the day on which it was
/// put up (13:5).
package struct AnnouncementRemoved: Payload {
  package static let type = "meeting.announcement-removed"
  /// The paragraphs whose announcement it was, as it stated them.
  package var paragraphs: [Text]

  package init(paragraphs: [Text] = []) {
    self.paragraphs = paragraphs
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    paragraphs = try members.read("paragraphs")
  }

  package func write(members: inout JSONPen) {
    members.write("paragraphs", paragraphs)
  }
}
