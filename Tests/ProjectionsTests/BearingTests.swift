import JournalStore
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import Projections

/// What a decision leaves unread does not bear on it.
@Suite("What bears on a decision")
struct BearingTests {
  private enum Verdict: Equatable {
    case accepted(Draft)
    case refused(Refusal)
  }

  private func verdict(_ work: () throws(Refusal) -> Draft) -> Verdict {
    do throws(Refusal) { return .accepted(try work()) } catch { return .refused(error) }
  }

  /// Decides by everything that is known of every subject.
  private func slowly(_ command: Command, _ chronicle: Chronicle) -> Verdict {
    let surroundings = Surroundings(
      then: { chronicle.state(of: $0, asOf: command.effective) }, now: { chronicle.state(of: $0) },
      subjects: { chronicle.subjects($0) })
    return verdict { () throws(Refusal) in
      try decide(command, entries: chronicle.events(about: command.subject), in: surroundings)
    }
  }

  @Test(
    "every event of the example ledger, put as a command before it and after everything, is decided as by a full reading"
  )
  func exempel() throws {
    let events = try Journal.open(ExampleLedger.folder).events
    let all = Chronicle(events)
    var chronicle = Chronicle()
    var kinds: [Bool: Int] = [:]
    for event in events {
      var command = Command(
        event.subject, event.fact, effective: event.effective, circumstances: event.circumstances,
        irregularReason: event.circumstances.irregular?.reason)
      for known in [chronicle, all] {
        let expected = slowly(command, known)
        #expect(verdict { () throws(Refusal) in try DecisionDesk(known).decide(command) } == expected)
        if case .accepted = expected { kinds[true, default: 0] += 1 } else { kinds[false, default: 0] += 1 }
      }
      command.irregularReason = nil
      command.effective = nil
      #expect(verdict { () throws(Refusal) in try DecisionDesk(all).decide(command) } == slowly(command, all))
      chronicle.append(event)
    }
    #expect(kinds[true, default: 0] > 300 && kinds[false, default: 0] > 50)
  }

  @Test("an indicator observed a thousand times is decided by its definition")
  func observed() throws {
    let teller = World.standard.chronicle
    let command = Command("I-0001", .indicator(.observed(IndicatorObserved(value: number("5"), source: .statistics))))
    #expect(command.typesBearing(on: "I-0001")?.contains(IndicatorObserved.type) == false)
    #expect(teller.events(about: "I-0001", of: command.typesBearing(on: "I-0001")).count <= 1)
  }
}
