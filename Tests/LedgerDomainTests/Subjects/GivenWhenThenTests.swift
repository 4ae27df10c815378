import LedgerDomain
import StrictJSON
import TestSupport
import Testing

/// That the words of these tests fail when what they say is not so.
@Suite("Given, when, then")
struct GivenWhenThenTests {
  private static let accepted = Command.about("C-0001", .case(.closed(CaseClosed(outcome: "lagat"))), on: "2022-06-01")
  private static let irregular = Command.measure(.approved(MeasureApproved()), on: "2022-02-23")
  private static let refused = Command.measure(.resumed(MeasureResumed()), on: "2022-02-23")
  private static let refusal = Refusal.impossible(type: "measure.resumed", state: "proposed")

  @Test("each outcome is held against each of the others")
  func outcomes() {
    let world = World.withMeasure(.proposed)
    let outcomes: [(Command, Outcome)] = [
      (Self.accepted, .accepted), (Self.irregular, .irregular([.withoutDecision])),
      (Self.refused, .refused(Self.refusal)),
    ]
    for (command, outcome) in outcomes {
      given(world).when(command).then(outcome)
      for (_, other) in outcomes where other != outcome {
        withKnownIssue { given(world).when(command).then(other) }
      }
    }
    withKnownIssue { given(world).when(Self.irregular).then(.irregular([.withoutDecision, .noMandate])) }
    withKnownIssue { given(world).when(Self.refused).then(.refused(.nothingChanged)) }
  }

  @Test("texts of several lines are held against each other byte for byte")
  func texts() {
    expectSame("a\nb", "a\nb")
    for other in ["a\nc", "a", "a\nb\n", "a\nb\nc", ""] { withKnownIssue { expectSame("a\nb", other) } }
    withKnownIssue { expectSame("tr\u{E4}d", "tra\u{308}d") }
  }

  @Test("a ledger goes to its text and back")
  func ledgerText() {
    let text = """
      1 | 2022-02-02T09:00:00.000Z | 2022-02-01 | M-0001 | measure.proposed | "title":"A","binding":"decided"
      2 | 2022-02-02T09:01:00.000Z | - | M-0001 | measure.started | "performedBy":["Elbolaget"]
      """
    let events = TextLedger.events(text)
    expectSame(TextLedger.text(of: events), text)
    #expect(events.map(\.subjectVersion) == [1, 2])
    #expect(events.map(\.id) == [.at(1), .at(2)])
  }
}
