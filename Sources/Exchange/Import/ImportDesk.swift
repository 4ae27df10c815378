import LedgerDomain
import Projections
import StrictJSON

/// Where the events of one imported case are decided: the rules of the domain over the case's own few events.
///
/// As `DecisionDesk`, and with the same decisions, which a test holds against each other. That one folds what lies in its chronicle anew for
/// each command; this one keeps what the decisions of a case look at (`Command.typesBearing`), and asks the chronicle for other subjects once.
struct ImportDesk {
  private let chronicle: Chronicle
  private let ledger: SubjectState
  /// The last position that an event has here.
  private var position: Int
  private var subject: SubjectID
  /// The events about the case that bear on a decision, in order.
  private var own: [Event] = []

  init(_ chronicle: Chronicle) {
    self.chronicle = chronicle
    ledger = chronicle.state(of: .ledger)
    position = chronicle.position
    subject = SubjectID(.case, 1)
  }

  /// The types of events that bear on a decision about a case, other than one about an entry of it.
  private static let bearing: Set<String> = {
    let id = SubjectID(.case, 1)
    let command = Command(id, .case(.reopened(CaseReopened(reason: "?"))))
    guard let types = command.typesBearing(on: id) else { preconditionFailure("few types bear on a case") }
    return types
  }()

  /// Takes up a case, with the events about it that the chronicle has.
  mutating func take(_ subject: SubjectID, _ recorded: [Event]) {
    self.subject = subject
    own = recorded.filter { Self.bearing.contains($0.fact.type) }
  }

  /// Decides a command about the case that was taken up, in its turn.
  func decide(_ command: Command) throws(Refusal) -> Draft {
    precondition(command.subject == subject, "another case is taken up")
    let (chronicle, ledger, own, effective) = (self.chronicle, self.ledger, self.own, command.effective)
    let surroundings = Surroundings(
      then: { id in
        id == command.subject ? Fold.state(of: id, own, asOf: effective) : chronicle.state(of: id, asOf: effective)
      },
      now: { id in
        id == command.subject ? Fold.state(of: id, own) : id == .ledger ? ledger : chronicle.state(of: id)
      },
      subjects: { chronicle.subjects($0) })
    return try LedgerDomain.decide(command, entries: own, in: surroundings)
  }

  /// Takes a decided fact into account.
  mutating func accept(_ draft: Draft, id: EventID, at recorded: Instant, recordedBy: Text) {
    position += 1
    guard Self.bearing.contains(draft.fact.type) else { return }
    own.append(
      Event(
        id: id, subject: draft.subject, recorded: recorded, position: position, subjectVersion: own.count + 1,
        effective: draft.effective, recordedBy: recordedBy, fact: draft.fact, circumstances: draft.circumstances))
  }
}
