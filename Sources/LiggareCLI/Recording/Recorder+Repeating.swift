import CommandArguments
import Integrity
import JournalStore
import LedgerDomain
import Projections
import StrictJSON

extension Recorder {
  /// The events that an earlier run with the same `--event-id` recorded; nil where there are none. Other content under the same id is
  /// refused. Sealed values differ by their salt; what they hold is compared where it can be opened. “Today” is the day it was recorded: a repeat after midnight is still
  /// the same.
  func repeated(
    _ first: EventID, _ journal: JournalView, _ chronicle: Chronicle, _ draft: (inout Drafting) throws(Failure) -> Void
  ) throws(Failure) -> [Event]? {
    guard arguments.isGiven(RecordingOptions.event), let event = chronicle.event(first) else { return nil }
    let count = event.batch?.count ?? 1
    let recorded = Array(chronicle.events(after: event.position - 1).prefix(count))
    // Whoever was asked the first time may have had it sealed or not.
    let policies = try session.personalDataPolicy().map { [$0] } ?? [.allow, .seal]
    let same = policies.contains { policy in
      guard
        let outcome = try? decide(
          chronicle.known(through: event.position - 1), first, at: event.recorded, policy, draft)
      else { return false }
      return outcome.proposals.count == count
        && zip(outcome.proposals, recorded).allSatisfy { $0.draft.saysTheSame(as: $1) }
        && sealsTheSame(outcome, as: recorded, journal)
    }
    guard same else { throw .unappended(.idReused(first, position: event.position)) }
    return recorded
  }

  /// Whether the values that the drafts seal are those that the recorded events sealed. One that cannot be opened (erased, or not
  /// readable) is not held against the repeat.
  private func sealsTheSame(_ outcome: Outcome, as recorded: [Event], _ journal: JournalView) -> Bool {
    let folder = SealedFolder(of: journal.folder)
    let drafted = outcome.proposals.flatMap { sealedValues(in: $0.draft.fact.data(with: $0.draft.circumstances)) }
    let stored = recorded.flatMap { sealedValues(in: $0.fact.data(with: $0.circumstances)) }
    return drafted.count == stored.count
      && zip(drafted, stored).allSatisfy { drafted, stored in
        let stated = outcome.sealings.first { $0.commitment.hex == drafted.text }?.value
        let kept = Integrity.Commitment(hex: stored.text).flatMap { try? folder.open($0) }?.value
        return stated == nil || kept == nil || stated == kept
      }
  }
}

extension Draft {
  /// Whether it says what an event says, sealed values apart.
  fileprivate func saysTheSame(as event: Event) -> Bool {
    subject == event.subject && effective == event.effective && fact.type == event.fact.type
      && withoutCommitments(fact.data(with: circumstances))
        == withoutCommitments(event.fact.data(with: event.circumstances))
  }

  private func withoutCommitments(_ value: JSONValue) -> JSONValue {
    switch value {
    case .object(let object) where object.names == ["sealed"]: .object(["sealed": .null])
    case .object(let object):
      .object(JSONObject(object.members.map { (name: $0.name, value: withoutCommitments($0.value)) }))
    case .array(let elements): .array(elements.map(withoutCommitments))
    case .null, .bool, .number, .string: value
    }
  }
}
