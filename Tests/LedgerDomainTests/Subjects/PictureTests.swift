import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("Situation pictures and indicators")
struct PictureTests {
  private static func assessing(_ change: (inout SituationAssessed) -> Void) -> When {
    var assessed = World.situation
    change(&assessed)
    return given().when("S-0002", .situation(.assessed(assessed)), on: "2022-06-01")
  }

  private static func observing(_ observed: IndicatorObserved) -> When {
    given().when("I-0002", .indicator(.observed(observed)), on: "2022-06-01")
  }

  @Test("a picture rests on grounds and speaks of the promise's areas and focus areas")
  func assessed() {
    Self.assessing { _ in }.then(.accepted)
    Self.assessing { $0.grounds = [] }.then(.refused(.missing(field: "grounds")))
    Self.assessing { $0.promise = "P-0009" }.then(.refused(.unknownSubject("P-0009")))
    Self.assessing { $0.findings[0].areas = ["soder"] }
      .then(.refused(.unknownCode("soder", list: .areas, known: ["centrum", "norr", "navertorp"])))
    Self.assessing { $0.findings[0].focusAreas = ["norr"] }.then(
      .refused(.unknownCode("norr", list: .focusAreas, known: ["vald", "droger", "ungdomsbrottslighet"])))
    given().when("S-0001", .situation(.assessed(World.situation))).then(.refused(.alreadyExists("S-0001")))
  }

  @Test("a picture of no promise speaks of the areas of any")
  func withoutPromise() {
    Self.assessing { $0.promise = nil }.then(.accepted)
    Self.assessing {
      $0.promise = nil
      $0.findings[0].areas = ["soder"]
    }.then(.refused(.unknownCode("soder", list: .areas, known: ["centrum", "norr", "navertorp"])))
  }

  @Test("an indicator is defined once, for a promise or none")
  func defined() {
    given().when("I-0003", .indicator(.defined(World.indicator("Nöjda"))), on: "2022-06-01").then(.accepted)
    given().when("I-0001", .indicator(.defined(World.indicator("Nöjda")))).then(.refused(.alreadyExists("I-0001")))
    var defined = World.indicator("Nöjda")
    defined.promise = "P-0009"
    given().when("I-0003", .indicator(.defined(defined))).then(.refused(.unknownSubject("P-0009")))
    given().when("I-0009", .indicator(.observed(World.baseline))).then(.refused(.unknownSubject("I-0009")))
  }

  @Test("an observation has a value, whatever its source", arguments: GroundKind.allCases)
  func observed(_ source: GroundKind) {
    Self.observing(IndicatorObserved(value: "58", source: source, area: "norr")).then(.accepted)
    Self.observing(IndicatorObserved(value: "58", source: source, baseline: true)).then(.accepted)
    Self.observing(IndicatorObserved(value: "58", source: source, area: "soder"))
      .then(.refused(.unknownCode("soder", list: .areas, known: ["centrum", "norr", "navertorp"])))
  }

  @Test("only a dialogue may have words in place of a value, and then it has words, and is no baseline")
  func dialogue() {
    Self.observing(IndicatorObserved(source: .dialogue, statement: "Mörkt vid skolan")).then(.accepted)
    Self.observing(IndicatorObserved(source: .dialogue)).then(.refused(.missing(field: "statement")))
    Self.observing(IndicatorObserved(source: .survey, statement: "Mörkt")).then(.refused(.missing(field: "value")))
    Self.observing(IndicatorObserved(source: .dialogue, baseline: true, statement: "Mörkt"))
      .then(.refused(.contradiction("baseline", "value")))
  }

  @Test("the latest value and baseline are those of the latest day, not of the latest entry")
  func latest() {
    let world = World.standard.after(
      .about("I-0001", .indicator(.observed(IndicatorObserved(value: "66", source: .survey))), on: "2023-01-15"),
      .about(
        "I-0001", .indicator(.observed(IndicatorObserved(value: "63", source: .survey, baseline: true))),
        on: "2022-06-15"),
      .about("I-0001", .indicator(.observed(IndicatorObserved(source: .dialogue, statement: "bra"))), on: "2023-02-01"))
    guard case .indicator(let indicator) = world.state("I-0001") else { return }
    #expect(indicator.latest?.observed.value == "66")
    #expect(indicator.baseline?.observed.value == "63")
    #expect(indicator.observations.map(\.mark.effective) == ["2022-01-15", "2022-06-15", "2023-01-15", "2023-02-01"])
  }
}
