import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("The decision desk")
struct DecisionDeskTests {
  @Test("what it accepts becomes the next event of the ledger and of its subject")
  func accepted() throws {
    var desk = World.withMeasure(.proposed).desk
    let draft = try desk.decide(.measure(.approved(MeasureApproved(decision: "D-0001")), on: "2022-02-23"))
    let position = desk.chronicle.position
    let event = desk.accept(
      draft, id: .at(77), at: "2022-03-01T10:00Z", recordedBy: "registrator", batch: BatchPlace(place: 1, count: 2),
      correlation: .at(78), causation: .at(79))
    #expect(
      event
        == Event(
          id: .at(77), subject: "M-0001", recorded: "2022-03-01T10:00Z", position: position + 1, subjectVersion: 2,
          effective: "2022-02-23", recordedBy: "registrator", batch: BatchPlace(place: 1, count: 2),
          correlation: .at(78),
          causation: .at(79), fact: .measure(.approved(MeasureApproved(decision: "D-0001")))))
    #expect(desk.chronicle.events.last == event)
  }

  @Test("each command sees what was accepted before it, and a refused one leaves nothing")
  func sequence() throws {
    var desk = World.standard.desk
    let opening = Command.about("C-0002", .case(.opened(CaseOpened(title: "Klotter"))), on: "2022-06-01")
    desk.accept(try desk.decide(opening), id: .at(50), at: "2022-06-01T10:00Z", recordedBy: "x")
    #expect(throws: Refusal.alreadyExists("C-0002")) { try desk.decide(opening) }
    #expect(desk.chronicle.position == World.standard.chronicle.position + 1)
  }

  @Test("a fact is judged by the state of its own day, from everything known now")
  func then() {
    let starting = MeasureFact.started(MeasureStarted())
    given(.withMeasure(.approved)).when(.measure(starting, on: "2022-02-22")).then(
      .irregular([.executedBeforeDecision]))
    given(.withMeasure(.approved)).when(.measure(starting, on: "2022-02-23")).then(.accepted)
    given(.withMeasure(.approved)).when(.measure(starting)).then(.accepted)
  }

  @Test("a correction of another entry changes how a fact is judged")
  func corrected() {
    let world = World.withMeasure(.approved)
    let correction = EntryCorrected(
      event: world.last, field: "effective", old: "2022-02-23", new: "2022-03-02", reason: "fel dag")
    let corrected = world.after(.about("M-0001", .entry(.corrected(correction))))
    given(corrected).when(.measure(.started(MeasureStarted()), on: "2022-03-01"))
      .then(.irregular([.executedBeforeDecision]))
  }
}
