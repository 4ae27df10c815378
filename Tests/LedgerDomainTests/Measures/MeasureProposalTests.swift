import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("Proposing a measure")
struct MeasureProposalTests {
  private static func proposing(_ change: (inout MeasureProposed) -> Void) -> Command {
    var proposed = MeasureProposed.sample
    change(&proposed)
    return .measure(.proposed(proposed), on: "2022-02-01")
  }

  @Test("a measure that refers to what there is becomes proposed")
  func accepted() {
    let world = given().when(
      Self.proposing {
        $0.case = "C-0001"
        $0.situation = "S-0001"
        $0.focusAreas = ["vald", "droger"]
        $0.proposedBy = .party("polis")
        $0.order = 1
        $0.targets[0].indicator = "I-0002"
      }
    ).then(.accepted)
    #expect(world.measure().status == .proposed)
    #expect(world.measure().statusMark?.effective == "2022-02-01")
  }

  @Test("the same number is not proposed twice, not even after a reversal")
  func twice() {
    let proposed = World.withMeasure(.proposed)
    given(proposed).when(Self.proposing { _ in }).then(.refused(.alreadyExists("M-0001")))
    let reversed = proposed.after(
      .about("M-0001", .entry(.reversed(EntryReversed(event: proposed.last, reason: "fel")))))
    given(reversed).when(Self.proposing { _ in }).then(.refused(.alreadyExists("M-0001")))
  }

  @Test("a reference to something unknown is refused with it")
  func unknown() {
    given().when(Self.proposing { $0.promise = "P-0009" }).then(.refused(.unknownSubject("P-0009")))
    given().when(Self.proposing { $0.case = "C-0009" }).then(.refused(.unknownSubject("C-0009")))
    given().when(Self.proposing { $0.situation = "S-0009" }).then(.refused(.unknownSubject("S-0009")))
    given().when(Self.proposing { $0.targets[0].indicator = "I-0009" }).then(.refused(.unknownSubject("I-0009")))
  }

  @Test("a reference to something of another kind is refused with the kind expected")
  func wrongKind() {
    given().when(Self.proposing { $0.promise = "C-0001" }).then(.refused(.wrongKind("C-0001", expected: .promise)))
    given().when(Self.proposing { $0.case = "P-0001" }).then(.refused(.wrongKind("P-0001", expected: .case)))
    given().when(Self.proposing { $0.situation = "I-0001" }).then(.refused(.wrongKind("I-0001", expected: .situation)))
  }

  @Test("a code that the promise does not have is refused with those that it has")
  func unknownCode() {
    let areas: [Code] = ["centrum", "norr", "navertorp"]
    let focus: [Code] = ["vald", "droger", "ungdomsbrottslighet"]
    let parties: [Code] = ["kommun", "polis"]
    given().when(Self.proposing { $0.areas = ["soder"] })
      .then(.refused(.unknownCode("soder", list: .areas, known: areas)))
    given().when(Self.proposing { $0.focusAreas = ["centrum"] })
      .then(.refused(.unknownCode("centrum", list: .focusAreas, known: focus)))
    given().when(Self.proposing { $0.parties = ["region"] })
      .then(.refused(.unknownCode("region", list: .parties, known: parties)))
    given().when(Self.proposing { $0.proposedBy = .party("region") })
      .then(.refused(.unknownCode("region", list: .parties, known: parties)))
  }

  @Test("the same code twice, or two targets of one name, is refused")
  func duplicates() {
    given().when(Self.proposing { $0.areas = ["norr", "norr"] }).then(
      .refused(.duplicate(field: "areas", value: "norr")))
    given().when(Self.proposing { $0.focusAreas = ["vald", "vald"] })
      .then(.refused(.duplicate(field: "focus-areas", value: "vald")))
    given().when(Self.proposing { $0.targets.append($0.targets[0]) })
      .then(.refused(.duplicate(field: "targets", value: "vandringar")))
  }

  @Test("it is municipality-wide or in areas, never both; neither is allowed")
  func municipalityWide() {
    given().when(Self.proposing { $0.municipalityWide = true })
      .then(.refused(.contradiction("municipalityWide", "areas")))
    given().when(
      Self.proposing {
        $0.municipalityWide = true
        $0.areas = []
      }
    ).then(.accepted)
    given().when(Self.proposing { $0.areas = [] }).then(.accepted)
  }

  @Test("a comparison without a number to compare with is refused")
  func comparison() {
    given().when(Self.proposing { $0.targets[0].value = nil }).then(.refused(.missing(field: "targets[0].value")))
    given().when(
      Self.proposing {
        $0.targets[0].value = nil
        $0.targets[0].comparison = nil
      }
    ).then(.accepted)
  }

  @Test(
    "what is promised or an example stands in a promise; what is decided need not", arguments: BindingLevel.allCases)
  func withoutPromise(_ binding: BindingLevel) {
    let when = given().when(
      Self.proposing {
        $0.binding = binding
        $0.promise = nil
      })
    when.then(binding == .decided ? .accepted : .refused(.missing(field: "promise")))
  }

  @Test("the order counts from 1", arguments: [0, -1, 1])
  func order(_ order: Int) {
    given().when(Self.proposing { $0.order = order }).then(
      order == 1
        ? .accepted : .refused(.outOfRange(field: "order", value: order, least: 1, most: Int(Int32.max))))
  }

  @Test("an empty text is refused with its place, however deep")
  func empty() {
    given().when(Self.proposing { $0.title = "" }).then(.refused(.empty(field: "title")))
    given().when(Self.proposing { $0.targets[0].unit = "" }).then(.refused(.empty(field: "targets[0].unit")))
    given().when(Self.proposing { $0.responsible?.office = "" }).then(.refused(.empty(field: "responsible.office")))
    given().when(Self.proposing { $0.performers = ["Elbolaget", ""] }).then(.refused(.empty(field: "performers[1]")))
  }
}
