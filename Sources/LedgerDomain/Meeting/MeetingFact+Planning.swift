package import StrictJSON

/// A planned meeting is to be on another day; effective when that was settled.
package struct MeetingMoved: Payload {
  package static let type = "meeting.moved"
  package var day: LocalDate
  package var reason: Text
  /// Who moved it, usually the chair.
  package var by: PublicOfficial?

  package init(day: LocalDate, reason: Text, by: PublicOfficial? = nil) {
    self.day = day
    self.reason = reason
    self.by = by
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    day = try members.read("day")
    reason = try members.read("reason")
    by = try members.read("by")
  }

  package func write(members: inout JSONPen) {
    members.write("day", day)
    members.write("reason", reason)
    members.write("by", by)
  }
}

/// *Inställt*: a planned meeting will not be held; effective when that was settled. Another in its place is planned by itself.
package struct MeetingCalledOff: Payload {
  package static let type = "meeting.called-off"
  package var reason: Text
  /// Who called it off, usually the chair.
  package var by: PublicOfficial?

  package init(reason: Text, by: PublicOfficial? = nil) {
    self.reason = reason
    self.by = by
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    reason = try members.read("reason")
    by = try members.read("by")
  }

  package func write(members: inout JSONPen) {
    members.write("reason", reason)
    members.write("by", by)
  }
}
