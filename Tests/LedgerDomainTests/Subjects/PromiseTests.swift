import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("A citizen promise")
struct PromiseTests {
  private static func adopting(_ change: (inout PromiseAdopted) -> Void) -> When {
    var adopted = World.promiseAdopted
    change(&adopted)
    return given().when("P-0002", .promise(.adopted(adopted)), on: "2022-01-01")
  }

  private static func amending(_ change: (inout PromiseAmended) -> Void, in world: World = .standard) -> When {
    var amended = PromiseAmended(reason: "nytt", decision: "D-0001")
    change(&amended)
    return given(world).when("P-0001", .promise(.amended(amended)), on: "2022-06-01")
  }

  @Test("it is adopted once; the adopting organ need not be known")
  func adopted() {
    Self.adopting { _ in }.then(.accepted)
    Self.adopting { $0.decision = "D-0001" }.then(.accepted)
    given().when("P-0001", .promise(.adopted(World.promiseAdopted))).then(.refused(.alreadyExists("P-0001")))
    Self.adopting { $0.decision = "D-0009" }.then(.refused(.unknownSubject("D-0009")))
  }

  @Test("a promise promises something, and someone gives it")
  func missing() {
    Self.adopting { $0.commitments = [] }.then(.refused(.missing(field: "commitments")))
    Self.adopting { $0.parties = [] }.then(.refused(.missing(field: "parties")))
  }

  @Test("its lists have each code once")
  func lists() {
    Self.adopting { $0.parties.append($0.parties[0]) }.then(.refused(.duplicate(field: "parties", value: "kommun")))
    Self.adopting { $0.areas.append(Named("norr", "Norra")) }.then(.refused(.duplicate(field: "areas", value: "norr")))
    Self.adopting { $0.focusAreas.append($0.focusAreas[0]) }
      .then(.refused(.duplicate(field: "focusAreas", value: "vald")))
    Self.adopting { $0.reporting?.sites.append(Named("polis-se", "Polisen")) }
      .then(.refused(.duplicate(field: "reporting.sites", value: "polis-se")))
    // Two lists, not a matrix: the same code may stand in both.
    Self.adopting { $0.focusAreas.append(Named("norr", "Norr")) }.then(.accepted)
  }

  @Test("its days run forwards, and it is reported 1–12 times a year", arguments: [0, 1, 12, 13])
  func numbers(_ timesPerYear: Int) {
    Self.adopting { $0.validity = DateSpan(from: "2022-01-02", through: "2022-01-01") }
      .then(.refused(.runsBackwards(from: "2022-01-02", through: "2022-01-01")))
    Self.adopting { $0.reporting?.timesPerYear = timesPerYear }.then(
      (1...12).contains(timesPerYear)
        ? .accepted : .refused(.outOfRange(field: "reporting.timesPerYear", value: timesPerYear, least: 1, most: 12)))
  }

  @Test("its parties sign, each signature once")
  func signed() {
    func signing(_ party: Code) -> Command {
      .about("P-0001", .promise(.signed(PromiseSigned(party: party, by: PublicOfficial(office: "ordförande")))))
    }
    let world = given().when(signing("kommun")).then(.accepted)
    given(world).when(signing("kommun")).then(.refused(.nothingChanged))
    given(world).when(signing("polis")).then(.accepted)
    given(world).when(signing("region"))
      .then(.refused(.unknownCode("region", list: .parties, known: ["kommun", "polis"])))
  }

  @Test("it is published, on as many sites and as often as it was")
  func published() {
    let publishing = Command.about("P-0001", .promise(.published(PromisePublished(site: "Webben"))), on: "2022-03-23")
    let world = given().when(publishing).then(.accepted)
    given(world).when(publishing).then(.accepted)
    given().when("P-0009", .promise(.published(PromisePublished(site: "Webben")))).then(
      .refused(.unknownSubject("P-0009")))
  }

  @Test("it is amended by decision; without one that is irregular")
  func amended() {
    Self.amending { $0.title = "Ännu tryggare" }.then(.accepted)
    Self.amending {
      $0.title = "Ännu tryggare"
      $0.decision = nil
    }.then(.irregular([.withoutDecision]))
    Self.amending { $0.decision = "D-0009" }.then(.refused(.unknownSubject("D-0009")))
  }

  @Test("an amendment changes something, and says nothing that is so already")
  func nothingChanged() {
    Self.amending { _ in }.then(.refused(.nothingChanged))
    Self.amending { $0.addedAreas = [Named("norr", "Norr")] }
      .then(.refused(.duplicate(field: "addedAreas", value: "norr")))
    Self.amending { $0.addedFocusAreas = [Named("vald", "Våld")] }
      .then(.refused(.duplicate(field: "addedFocusAreas", value: "vald")))
    Self.amending { $0.addedAreas = [Named("soder", "Söder"), Named("soder", "Söder")] }
      .then(.refused(.duplicate(field: "addedAreas", value: "soder")))
    Self.amending { $0.addedFocusAreas = [Named("trafik", "Trafik"), Named("trafik", "Trafik")] }
      .then(.refused(.duplicate(field: "addedFocusAreas", value: "trafik")))
    Self.amending { $0.validity = DateSpan(from: "2024-01-01", through: "2022-01-01") }
      .then(.refused(.runsBackwards(from: "2024-01-01", through: "2022-01-01")))
    Self.amending { $0.reporting = Reporting(to: "Rådet", timesPerYear: 0) }
      .then(.refused(.outOfRange(field: "reporting.timesPerYear", value: 0, least: 1, most: 12)))
  }

  @Test("each part of an amendment is worked into the terms")
  func worked() {
    let world = Self.amending {
      $0.title = "Ny"
      $0.validity = DateSpan(from: "2022-01-01", through: "2024-12-31")
      $0.commitments = [Commitment(text: "Mer")]
      $0.addedAreas = [Named("soder", "Söder")]
      $0.addedFocusAreas = [Named("trafik", "Trafik")]
      $0.reporting = Reporting(to: "Rådet", timesPerYear: 2)
    }.then(.accepted)
    guard case .promise(let promise) = world.state("P-0001") else { return }
    #expect(promise.terms?.title == "Ny")
    #expect(promise.terms?.validity.through == "2024-12-31")
    #expect(promise.terms?.commitments == [Commitment(text: "Mer")])
    #expect(promise.codes(.areas) == ["centrum", "norr", "navertorp", "soder"])
    #expect(promise.codes(.focusAreas).last == "trafik")
    #expect(promise.codes(.sites) == [])
    #expect(promise.codes(.parties) == ["kommun", "polis"])
  }

  @Test("concluded, it is neither amended nor concluded again; late signatures still tell what happened")
  func concluded() {
    let concluding = Command.about(
      "P-0001", .promise(.concluded(PromiseConcluded(statement: "slut"))), on: "2022-05-01")
    let world = given().when(concluding).then(.accepted)
    given(world).when(concluding).then(.refused(.impossible(type: "promise.concluded", state: "concluded")))
    Self.amending({ $0.title = "Ny" }, in: world)
      .then(.refused(.impossible(type: "promise.amended", state: "concluded")))
    let signing = PromiseSigned(party: "polis", by: PublicOfficial(office: "kommunpolis"))
    given(world).when("P-0001", .promise(.signed(signing)), on: "2022-06-01").then(.accepted)
  }
}
