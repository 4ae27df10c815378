package import StrictJSON

extension Meeting {
  /// A move to another day.
  package struct Move: JSONWritable, Hashable, Sendable {
    package var moved: MeetingMoved
    /// The day that it was planned for until then.
    package var from: LocalDate?
    package var mark: Mark

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("moved", moved)
      pen.write("from", from)
      pen.write("mark", mark)
      pen.endObject()
    }
  }

  package struct CallingOff: JSONWritable, Hashable, Sendable {
    package var calledOff: MeetingCalledOff
    package var mark: Mark

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("calledOff", calledOff)
      pen.write("mark", mark)
      pen.endObject()
    }
  }

  /// The day that it was first planned for, where it was moved.
  package var originalDay: LocalDate? { moves.first?.from }

  /// Whether something in the ledger is said to have happened at the meeting: a decision, a notification, a report.
  func isUsed(_ surroundings: Surroundings) -> Bool {
    let decided = surroundings.subjects(.decision).contains { decision in
      guard case .decision(let state) = surroundings.now(decision) else { return false }
      return state.made?.authority.meeting == id || state.notifications.contains { $0.notified.meeting == id }
    }
    return decided
      || surroundings.subjects(.followUp).contains { followUp in
        guard case .followUp(let state) = surroundings.now(followUp) else { return false }
        return state.presented?.presented.meeting == id
      }
  }
}

extension Surroundings {
  /// Refuses a meeting that was called off as the place where something happened.
  func requireNotCalledOff(_ id: SubjectID?) throws(Refusal) {
    if let id, meeting(id)?.callingOff != nil { throw .contradiction("meeting", "calledOff") }
  }
}
