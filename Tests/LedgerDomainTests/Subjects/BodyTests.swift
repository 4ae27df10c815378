import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("Bodies and delegations")
struct BodyTests {
  private static func granting(_ change: (inout DelegationGranted) -> Void, in world: World = .standard) -> When {
    var granted = DelegationGranted(from: "B-0001", to: PublicOfficial(office: "handläggare"), scope: "småsaker")
    change(&granted)
    return given(world).when("G-0002", .delegation(.granted(granted)), on: "2022-03-01")
  }

  @Test("a body is registered once, for a party of a promise or before there is any promise")
  func registered() {
    func registering(_ party: Code) -> Command {
      .about("B-0004", .body(.registered(BodyRegistered(name: "Nämnden", kind: .committee, party: party))))
    }
    given().when(registering("kommun")).then(.accepted)
    given().when(registering("region"))
      .then(.refused(.unknownCode("region", list: .parties, known: ["kommun", "polis"])))
    given(World()).when(registering("region")).then(.accepted)
    given().when("B-0001", .body(.registered(World.executiveBoard))).then(.refused(.alreadyExists("B-0001")))
  }

  @Test("the law on minutes binds council, board and committee, and no one else")
  func bound() {
    #expect(BodyKind.allCases.filter(\.isBoundByMinutesRules) == [.council, .executiveBoard, .committee])
  }

  @Test("a body delegates, by a decision or not, for days that run forwards")
  func granted() {
    Self.granting { _ in }.then(.accepted)
    Self.granting { $0.decision = "D-0001" }.then(.accepted)
    Self.granting { $0.from = "B-0009" }.then(.refused(.unknownSubject("B-0009")))
    Self.granting { $0.from = "D-0001" }.then(.refused(.wrongKind("D-0001", expected: .body)))
    Self.granting { $0.decision = "D-0009" }.then(.refused(.unknownSubject("D-0009")))
    Self.granting { $0.validity = DateSpan(from: "2022-02-01", through: "2022-01-01") }
      .then(.refused(.runsBackwards(from: "2022-02-01", through: "2022-01-01")))
    given().when("G-0001", .delegation(.granted(World.delegationGranted))).then(.refused(.alreadyExists("G-0001")))
  }

  @Test("delegating further needs leave, and a delegation above that is in force (KL 7:6)")
  func further() {
    Self.granting { $0.under = "G-0001" }.then(.irregular([.noMandate]))
    Self.granting { $0.under = "G-0009" }.then(.refused(.unknownSubject("G-0009")))
    var granted = World.delegationGranted
    granted.mayDelegateFurther = true
    let world = World.standard.after(
      .about("G-0003", .delegation(.granted(granted)), on: "2022-01-01"),
      .about("G-0003", .delegation(.revoked(DelegationRevoked(reason: "x"))), on: "2022-06-01"))
    Self.granting({ $0.under = "G-0003" }, in: world).then(.accepted)
    let late = DelegationGranted(
      from: "B-0001", to: PublicOfficial(office: "handläggare"), scope: "småsaker", under: "G-0003")
    given(world).when("G-0004", .delegation(.granted(late)), on: "2022-06-01").then(.irregular([.delegationNotInForce]))
  }

  @Test("no delegation rests on itself")
  func itself() {
    // What it would rest on does not exist yet.
    Self.granting { $0.under = "G-0002" }.then(.refused(.unknownSubject("G-0002")))
  }

  @Test("a delegation is revoked once")
  func revoked() {
    let revoking = Command.about("G-0001", .delegation(.revoked(DelegationRevoked(reason: "x"))), on: "2022-06-01")
    let world = given().when(revoking).then(.accepted)
    given(world).when(revoking).then(.refused(.impossible(type: "delegation.revoked", state: "revoked")))
    given().when("G-0001", .delegation(.revoked(DelegationRevoked(reason: "x", decision: "D-0009"))))
      .then(.refused(.unknownSubject("D-0009")))
    given().when("G-0009", .delegation(.revoked(DelegationRevoked(reason: "x")))).then(
      .refused(.unknownSubject("G-0009")))
  }

  @Test("in force: from its grant to its revocation, within its days, both ends included")
  func inForce() {
    guard case .delegation(let delegation) = World.standard.state("G-0001") else { return }
    #expect(!delegation.isInForce(on: "2021-12-31"))
    #expect(delegation.isInForce(on: "2022-01-01"))
    #expect(delegation.isInForce(on: "2022-12-31"))
    #expect(!delegation.isInForce(on: "2023-01-01"))
    #expect(delegation.isInForce(on: nil))
    #expect(!Delegation(id: "G-0009").isInForce(on: nil))
  }
}
