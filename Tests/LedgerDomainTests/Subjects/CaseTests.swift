import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("A case")
struct CaseTests {
  private static let closing = Command.about("C-0001", .case(.closed(CaseClosed(outcome: "lagat"))), on: "2022-06-01")
  private static let closed = World.standard.after(closing)

  private static func opening(_ change: (inout CaseOpened) -> Void) -> When {
    var opened = CaseOpened(title: "Klotter", promise: "P-0001")
    change(&opened)
    return given().when("C-0002", .case(.opened(opened)), on: "2022-06-01")
  }

  /// What can be done in a case, besides closing it.
  private static let acts: [CaseFact] = [
    .assigned(CaseAssigned(officer: PublicOfficial(office: "handläggare"))), .linked(CaseLinked(measure: "M-0001")),
    .activityRecorded(ActivityRecorded(activity: "ringt")), .dueDateSet(DueDateSet(due: "2022-09-01")),
  ]

  @Test("it is opened once, by an official, a party of the promise or a citizen")
  func opened() {
    Self.opening { $0.areas = ["norr"] }.then(.accepted)
    Self.opening { $0.raisedBy = .official(PublicOfficial(office: "vaktmästare")) }.then(.accepted)
    Self.opening { $0.raisedBy = .citizen(PrivatePerson(name: "a")) }.then(.accepted)
    Self.opening { $0.raisedBy = .party("polis") }.then(.accepted)
    Self.opening { $0.raisedBy = .party("region") }
      .then(.refused(.unknownCode("region", list: .parties, known: ["kommun", "polis"])))
    Self.opening { $0.areas = ["soder"] }
      .then(.refused(.unknownCode("soder", list: .areas, known: ["centrum", "norr", "navertorp"])))
    Self.opening { $0.promise = "P-0009" }.then(.refused(.unknownSubject("P-0009")))
    given().when("C-0001", .case(.opened(CaseOpened(title: "Klotter")))).then(.refused(.alreadyExists("C-0001")))
  }

  @Test("nothing is done in a case that was never opened")
  func unknown() {
    for act in Self.acts + [.closed(CaseClosed(outcome: "x")), .reopened(CaseReopened(reason: "x"))] {
      given(.withMeasure(.proposed)).when("C-0009", .case(act)).then(.refused(.unknownSubject("C-0009")))
    }
  }

  @Test("while it is open, work is done in it; after it is closed the same is irregular")
  func work() {
    let measure = World.steps(to: .proposed)
    for act in Self.acts {
      given(World.standard.after(measure)).when("C-0001", .case(act), on: "2022-06-02").then(.accepted)
      given(Self.closed.after(measure)).when("C-0001", .case(act), on: "2022-06-02")
        .then(.irregular([.activityAfterClosing]))
      // Recorded late, but done before the closing.
      given(Self.closed.after(measure)).when("C-0001", .case(act), on: "2022-05-31").then(.accepted)
    }
  }

  @Test("it is linked to a measure that there is, once")
  func linked() {
    let linking = Command.about("C-0001", .case(.linked(CaseLinked(measure: "M-0001"))), on: "2022-06-01")
    given().when(linking).then(.refused(.unknownSubject("M-0001")))
    given().when("C-0001", .case(.linked(CaseLinked(measure: "P-0001"))))
      .then(.refused(.wrongKind("P-0001", expected: .measure)))
    let world = given(.withMeasure(.proposed)).when(linking).then(.accepted)
    given(world).when(linking).then(.refused(.duplicate(field: "measure", value: "M-0001")))
  }

  @Test("it is closed once, until it is reopened; only a closed one is reopened")
  func closedAndReopened() {
    let reopening = Command.about("C-0001", .case(.reopened(CaseReopened(reason: "trasigt"))), on: "2022-07-01")
    given().when(reopening).then(.refused(.impossible(type: "case.reopened", state: "open")))
    let closed = given().when(Self.closing).then(.accepted)
    given(closed).when(Self.closing).then(.refused(.impossible(type: "case.closed", state: "closed")))
    let reopened = given(closed).when(reopening).then(.accepted)
    given(reopened).when("C-0001", .case(.closed(CaseClosed(outcome: "lagat"))), on: "2022-08-01").then(.accepted)
    given().when("C-0001", .case(.closed(CaseClosed(outcome: "lagat", decision: "D-0009"))))
      .then(.refused(.unknownSubject("D-0009")))
  }

  @Test("its day is the one set last, whatever the opening said")
  func due() {
    let world = Self.opening { $0.due = "2022-07-01" }.then(.accepted)
    func due(_ world: World) -> LocalDate? {
      if case .case(let state) = world.state("C-0002") { state.due } else { nil }
    }
    #expect(due(world) == "2022-07-01")
    let moved = given(world).when("C-0002", .case(.dueDateSet(DueDateSet(due: "2022-06-15"))), on: "2022-06-02")
      .then(.accepted)
    #expect(due(moved) == "2022-06-15")
  }
}
