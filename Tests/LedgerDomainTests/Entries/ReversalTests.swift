import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("Reversing an entry")
struct ReversalTests {
  private static let world = World.withMeasure(.approved)
  private static let proposal = EventID.at(World.standard.chronicle.position + 1)
  private static let approval = EventID.at(World.standard.chronicle.position + 2)

  @Test("what is reversed never was; it is done once")
  func reversed() {
    let world = given(Self.world).when(.reversing(Self.approval)).then(.accepted)
    #expect(world.measure().status == .proposed)
    #expect(world.measure().decisions.isEmpty)
    given(world).when(.reversing(Self.approval)).then(.refused(.alreadyReversed(Self.approval)))
  }

  @Test("the opening of the ledger is not reversed")
  func opening() {
    given(Self.world).when(.reversing(.at(1), of: "L-0001"))
      .then(.refused(.impossible(type: "entry.reversed", state: "opening")))
  }

  @Test("a reversal is not reversed")
  func reversal() {
    let world = given(Self.world).when(.reversing(Self.approval)).then(.accepted)
    given(world).when(.reversing(world.last)).then(.refused(.reversalOfReversal(world.last)))
  }

  @Test("a reversed correction no longer corrects; the one before it does again")
  func correction() {
    let first = Self.world.after(.correcting(Self.proposal, "deadline", from: "2022-10-31", to: "2022-11-30"))
    let second = first.after(.correcting(Self.proposal, "deadline", from: "2022-11-30", to: "2022-12-31"))
    #expect(second.measure().deadline == "2022-12-31")
    let one = given(second).when(.reversing(second.last)).then(.accepted)
    #expect(one.measure().deadline == "2022-11-30")
    let other = given(second).when(.reversing(first.last)).then(.accepted)
    #expect(other.measure().deadline == "2022-12-31")
    let none = given(one).when(.reversing(first.last)).then(.accepted)
    #expect(none.measure().deadline == "2022-10-31")
    // From then on the field says again what it said at first.
    given(none).when(.correcting(Self.proposal, "deadline", from: "2022-10-31", to: "2022-11-15")).then(.accepted)
  }

  @Test("only entries about the same subject are reversed, with no effective date")
  func refused() {
    given(Self.world).when(.reversing(.at(1))).then(.refused(.notOfSubject(.at(1), subject: "M-0001")))
    var command = Command.reversing(Self.approval)
    command.effective = "2022-03-01"
    given(Self.world).when(command).then(.refused(.contradiction("reverse", "effective")))
  }

  @Test("with its beginning reversed the subject does not exist, and only reversals are recorded about it")
  func founding() {
    let world = given(Self.world).when(.reversing(Self.proposal)).then(.accepted)
    #expect(!world.measure().isFounded)
    given(world).when(.measure(.started(MeasureStarted()), on: "2022-03-01")).then(.refused(.unknownSubject("M-0001")))
    given(world).when(.reversing(Self.approval)).then(.accepted)
    given(world).when(.reversing(Self.proposal)).then(.refused(.alreadyReversed(Self.proposal)))
    given(world).when(.correcting(Self.proposal, "deadline", from: "2022-10-31", to: "2022-11-15"))
      .then(.refused(.unknownSubject("M-0001")))
    given(world).when("C-0001", .case(.linked(CaseLinked(measure: "M-0001")))).then(.refused(.unknownSubject("M-0001")))
  }
}
