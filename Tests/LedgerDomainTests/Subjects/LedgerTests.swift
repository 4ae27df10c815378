import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("The ledger")
struct LedgerTests {
  private static func opening(_ id: SubjectID = "L-0001", _ change: (inout LedgerOpened) -> Void = { _ in }) -> When {
    var opened = World.ledgerOpened
    change(&opened)
    return given(World()).when(id, .ledger(.opened(opened)), on: "2022-01-01")
  }

  @Test("it is opened once, about L-0001")
  func opened() {
    let world = Self.opening().then(.accepted)
    given(world).when("L-0001", .ledger(.opened(World.ledgerOpened))).then(.refused(.alreadyExists("L-0001")))
    Self.opening("L-0002").then(.refused(.outOfRange(field: "subject", value: 2, least: 1, most: 1)))
    given(world).when("L-0002", .ledger(.opened(World.ledgerOpened)))
      .then(.refused(.outOfRange(field: "subject", value: 2, least: 1, most: 1)))
  }

  @Test("its settings are ones that this program knows")
  func settings() {
    Self.opening { $0.format = 2 }.then(.refused(.outOfRange(field: "format", value: 2, least: 1, most: 1)))
    Self.opening { $0.timeZone = "Europe/Oslo" }
      .then(.refused(.unsupported(field: "timeZone", value: "Europe/Oslo")))
    Self.opening { $0.language = "fi" }.then(.refused(.unsupported(field: "language", value: "fi")))
    Self.opening { $0.language = "en" }.then(.accepted)
  }

  @Test("its spans run forwards, and its periods have labels of their own")
  func periods() {
    Self.opening { $0.validity = DateSpan(from: "2023-12-31", through: "2022-01-01") }
      .then(.refused(.runsBackwards(from: "2023-12-31", through: "2022-01-01")))
    Self.opening { $0.validity = DateSpan(from: "2022-01-01", through: "2022-01-01") }.then(.accepted)
    Self.opening { $0.periods[0].through = "2021-12-31" }
      .then(.refused(.runsBackwards(from: "2022-01-01", through: "2021-12-31")))
    Self.opening { $0.periods[1].label = "2022-T1" }.then(.refused(.duplicate(field: "periods", value: "2022-T1")))
    Self.opening { $0.periods = [] }.then(.accepted)
  }

  @Test("a key is registered under a name of its own, and retired once")
  func keys() {
    let registering = Command.about(
      "L-0001", .ledger(.keyRegistered(KeyRegistered(name: "nyckel", verifier: "n+1+AA"))))
    let retiring = Command.about("L-0001", .ledger(.keyRetired(KeyRetired(name: "nyckel", reason: "utbytt"))))
    given().when(retiring).then(.refused(.impossible(type: "ledger.key-retired", state: "not-registered")))
    let registered = given().when(registering).then(.accepted)
    given(registered).when(registering).then(.refused(.duplicate(field: "name", value: "nyckel")))
    let retired = given(registered).when(retiring).then(.accepted)
    given(retired).when(retiring).then(.refused(.impossible(type: "ledger.key-retired", state: "not-registered")))
    given(retired).when(registering).then(.accepted)
  }

  @Test("nothing is known of a ledger that is not opened")
  func unopened() {
    given(World()).when("L-0001", .ledger(.concluded(LedgerConcluded(statement: "slut"))))
      .then(.refused(.unknownSubject("L-0001")))
  }

  @Test("after its conclusion every fact is irregular, but entries can still be corrected")
  func concluded() {
    let concluding = Command.about("L-0001", .ledger(.concluded(LedgerConcluded(statement: "slut"))), on: "2024-03-01")
    let world = given().when(concluding).then(.accepted)
    given(world).when(concluding).then(.refused(.impossible(type: "ledger.concluded", state: "concluded")))
    given(world).when(.measure(.proposed(.sample), on: "2023-12-01")).then(.irregular([.afterConclusion]))
    given(world).when("C-0001", .case(.closed(CaseClosed(outcome: "klart"))), on: "2024-03-02")
      .then(.irregular([.afterConclusion]))
    given(world).when("C-0001", .entry(.secrecyMarked(SecrecyMarked(provision: "OSL 25:1", authority: "KS"))))
      .then(.accepted)
  }
}
