package import LedgerDomain
package import Projections
package import StrictJSON

/// A ledger in memory that a test fills by commands: identities and times of recording are the same in every run.
///
/// Each event is recorded one minute after the one before it, and its identity is that of its position (`EventID.at`).
package struct World: Sendable {
  package private(set) var desk: DecisionDesk
  /// When the next event is recorded.
  package var clock: Instant

  package init(_ chronicle: Chronicle = Chronicle(), clock: Instant = "2022-01-10T08:00Z") {
    desk = DecisionDesk(chronicle)
    self.clock = clock
  }

  package var chronicle: Chronicle { desk.chronicle }

  /// The identity of the last event.
  package var last: EventID { .at(chronicle.position) }

  /// Decides a command and takes the event into the ledger.
  @discardableResult
  package mutating func record(_ command: Command) throws(Refusal) -> Event {
    let draft = try desk.decide(command)
    let event = desk.accept(
      draft, id: .at(chronicle.position + 1), at: clock, recordedBy: "registrator", batch: nil)
    clock = Instant(milliseconds: clock.milliseconds + 60_000)
    return event
  }

  /// This world after some commands; one that is refused is a mistake of the test and stops it.
  package func after(_ commands: [Command]) -> World {
    var world = self
    for command in commands {
      do {
        try world.record(command)
      } catch {
        preconditionFailure("the world of a test refuses \(command.subject.text) \(command.fact.type): \(error)")
      }
    }
    return world
  }

  package func after(_ commands: Command...) -> World { after(commands) }

  /// The state of a subject with everything known.
  package func state(_ id: SubjectID) -> SubjectState { chronicle.state(of: id) }

  package func measure(_ id: SubjectID = "M-0001") -> Measure {
    guard case .measure(let measure) = state(id) else { preconditionFailure("\(id.text) is no measure") }
    return measure
  }
}

extension Command {
  /// A command as tests write it: `.about("M-0001", .measure(.approved(…)), on: "2022-02-23")`.
  package static func about(
    _ subject: SubjectID, _ fact: Fact, on effective: Effective? = nil, because reason: Text? = nil,
    _ circumstances: Circumstances = Circumstances()
  ) -> Command {
    Command(subject, fact, effective: effective, circumstances: circumstances, irregularReason: reason)
  }
}
