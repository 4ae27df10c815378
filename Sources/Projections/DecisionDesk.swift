package import LedgerDomain
package import StrictJSON

/// Where commands are decided, one after the other, each seeing what came before it: `decide` with the fold around it.
///
/// It knows no files and no clock. What it accepts is provisional until a journal has recorded it.
package struct DecisionDesk: Sendable {
  package private(set) var chronicle: Chronicle

  package init(_ chronicle: Chronicle = Chronicle()) { self.chronicle = chronicle }

  /// Decides a command against everything accepted so far. Of each subject only what bears on the command is read.
  package func decide(_ command: Command) throws(Refusal) -> Draft {
    let chronicle = self.chronicle
    let effective = command.effective
    let surroundings = Surroundings(
      then: { chronicle.state(of: $0, asOf: effective, from: command.typesBearingThen(on: $0)) },
      now: { chronicle.state(of: $0, from: command.typesBearing(on: $0)) },
      subjects: { chronicle.subjects($0) })
    let entries = chronicle.events(about: command.subject, of: command.typesBearing(on: command.subject))
    return try LedgerDomain.decide(command, entries: entries, in: surroundings)
  }

  /// Takes a decided fact into account, as the event that it becomes.
  @discardableResult
  package mutating func accept(
    _ draft: Draft, id: EventID, at recorded: Instant, recordedBy: Text, batch: BatchPlace? = nil,
    correlation: EventID? = nil, causation: EventID? = nil
  ) -> Event {
    let event = Event(
      id: id, subject: draft.subject, recorded: recorded, position: chronicle.position + 1,
      subjectVersion: chronicle.count(about: draft.subject) + 1, effective: draft.effective,
      recordedBy: recordedBy, batch: batch, correlation: correlation, causation: causation, fact: draft.fact,
      circumstances: draft.circumstances)
    chronicle.append(event)
    return event
  }
}
