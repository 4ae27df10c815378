package import StrictJSON

/// A meeting (*sammanträde*): planned, moved, called off or held, its minutes verified and the verification announced.
package struct Meeting: Subject {
  package static let kind = SubjectKind.meeting

  package let id: SubjectID
  package var record = SubjectRecord()
  package private(set) var body: SubjectID?
  package private(set) var name: Text?
  /// The day planned, until it is held.
  package private(set) var scheduledDay: LocalDate?
  package private(set) var held: Mark?
  package private(set) var verifications: [Verification] = []
  package private(set) var announcements: [Announcement] = []
  package private(set) var removals: [Removal] = []
  package private(set) var moves: [Move] = []
  package private(set) var callingOff: CallingOff?

  package struct Verification: JSONWritable, Hashable, Sendable {
    package var verified: MinutesVerified
    package var mark: Mark

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("verified", verified)
      pen.write("mark", mark)
      pen.endObject()
    }
  }

  package struct Announcement: JSONWritable, Hashable, Sendable {
    package var announced: VerificationAnnounced
    package var mark: Mark

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("announced", announced)
      pen.write("mark", mark)
      pen.endObject()
    }
  }

  /// An announcement taken down.
  package struct Removal: JSONWritable, Hashable, Sendable {
    package var removed: AnnouncementRemoved
    package var mark: Mark

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("removed", removed)
      pen.write("mark", mark)
      pen.endObject()
    }
  }

  package init(id: SubjectID) { self.id = id }

  package var isFounded: Bool { body != nil }

  /// The day it was held, else the day it is planned for, or was when it was called off.
  package var day: LocalDate? { held?.effective?.day ?? scheduledDay }

  package static func own(_ fact: LedgerDomain.Fact) -> MeetingFact? {
    if case .meeting(let own) = fact { own } else { nil }
  }

  /// A meeting begins when it is planned. One that was never planned is entered as planned first.
  package static func founds(_ fact: MeetingFact) -> Bool {
    if case .scheduled = fact { true } else { false }
  }

  package static func mayFound(_ fact: MeetingFact) -> Bool { if case .held = fact { true } else { false } }

  package static func check(
    _ fact: MeetingFact, about id: SubjectID, in surroundings: Surroundings
  ) throws(Refusal) {
    switch fact {
    case .scheduled(let scheduled): try surroundings.require(scheduled.body, .body)
    case .held(let held):
      try surroundings.require(held.body, .body)
      if let body = surroundings.meeting(id)?.body, body != held.body { throw .contradiction("body", id.text) }
    case .minutesVerified, .verificationAnnounced, .announcementRemoved, .moved, .calledOff: break
    }
  }

  package func judge(
    _ fact: MeetingFact, on day: LocalDate?, in surroundings: Surroundings
  ) throws(Refusal) -> [Irregularity] {
    let bound = body.flatMap { surroundings.body($0)?.registered?.kind.isBoundByMinutesRules } ?? false
    // Once it is known to be called off it is so at every moment: what came before must be entered before.
    let known = surroundings.meeting(id)
    if known?.callingOff != nil { throw .impossible(type: fact.type, state: "called-off") }
    switch fact {
    case .scheduled: return []
    case .held:
      if held != nil { throw .impossible(type: MeetingHeld.type, state: "held") }
      return []
    case .minutesVerified(let verified):
      guard held != nil else { throw .impossible(type: MinutesVerified.type, state: "not-held") }
      if verifications.contains(where: { $0.verified.paragraphs.isEmpty || $0.verified == verified }) {
        throw .impossible(type: MinutesVerified.type, state: "verified")
      }
      // KL 5:69 (via 6:35): no later than 14 days after the meeting.
      guard bound, let day, let heldDay = held?.effective?.day else { return [] }
      return day > MinutesTime.verification.end(from: heldDay) ? [.verifiedLate] : []
    case .verificationAnnounced(let announced):
      if announcements.contains(where: { $0.announced.paragraphs == announced.paragraphs }) {
        throw .impossible(type: VerificationAnnounced.type, state: "announced")
      }
      let verification = verifications.last {
        $0.verified.paragraphs.isEmpty || $0.verified.paragraphs == announced.paragraphs
      }
      guard let verification else { return [.announcedUnverified] }
      // KL 8:12: no later than the second day after the verification.
      guard bound, let day, let verifiedDay = verification.mark.effective?.day else { return [] }
      return day > MinutesTime.announcement.end(from: verifiedDay) ? [.announcedLate] : []
    case .announcementRemoved(let removed):
      let announcement = announcements.last { $0.announced.paragraphs == removed.paragraphs }
      guard let announcement else { throw .impossible(type: AnnouncementRemoved.type, state: "not-announced") }
      if removals.contains(where: { $0.removed == removed }) {
        throw .impossible(type: AnnouncementRemoved.type, state: "removed")
      }
      guard bound, let day, let end = Meeting.appealTimeEnd(announced: announcement.mark) else { return [] }
      return day < end ? [.announcementRemovedEarly] : []
    case .moved(let moved):
      if known?.held != nil { throw .impossible(type: MeetingMoved.type, state: "held") }
      if moved.day == scheduledDay { throw .nothingChanged }
      return []
    case .calledOff:
      if known?.held != nil { throw .impossible(type: MeetingCalledOff.type, state: "held") }
      if isUsed(surroundings) { throw .impossible(type: MeetingCalledOff.type, state: "used") }
      return []
    }
  }

  /// The last day of the time in which a decision can be appealed, and for which the announcement stays up. Nil where the day
  /// of the announcement is not stated.
  package static func appealTimeEnd(announced mark: Mark) -> LocalDate? {
    mark.effective.map { MinutesTime.appeal.end(from: $0.day) }
  }

  package mutating func evolve(_ fact: MeetingFact, _ event: Event) {
    switch fact {
    case .scheduled(let scheduled):
      body = scheduled.body
      scheduledDay = scheduled.day
    case .held(let held):
      body = held.body
      if let name = held.name { self.name = name }
      self.held = event.mark
    case .minutesVerified(let verified): verifications.append(Verification(verified: verified, mark: event.mark))
    case .verificationAnnounced(let announced):
      announcements.append(Announcement(announced: announced, mark: event.mark))
    case .announcementRemoved(let removed): removals.append(Removal(removed: removed, mark: event.mark))
    case .moved(let moved):
      moves.append(Move(moved: moved, from: scheduledDay, mark: event.mark))
      scheduledDay = moved.day
    case .calledOff(let calledOff): callingOff = CallingOff(calledOff: calledOff, mark: event.mark)
    }
  }

  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    pen.write("id", id)
    pen.write("record", record)
    pen.write("body", body)
    pen.write("name", name)
    pen.write("scheduledDay", scheduledDay)
    pen.write("held", held)
    pen.write("verifications", verifications)
    pen.write("announcements", announcements)
    pen.write("removals", removals)
    pen.write("moves", moves)
    pen.write("callingOff", callingOff)
    pen.endObject()
  }
}
