import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@testable import Exchange

@Suite("The authority on a row")
struct SheetDecisionTests {
  /// Two measures under way, and one proposed.
  private static let world: World = {
    var commands = World.steps(to: .inProgress)
    for id: SubjectID in ["M-0002", "M-0003"] {
      commands.append(.about(id, .measure(.proposed(.sample)), on: "2022-02-01"))
    }
    return World.standard.after(commands)
  }()

  private static let body = [
    "Beslutsgrund": "beslut av organ", "Beslutande organ": "kommunstyrelsen", "Sammanträde": "T-0001",
    "Paragraf": "§ 21",
  ]

  @Test("rows that state the same paragraph share one decision, made on the day of the meeting, about all of them")
  func shared() throws {
    var edited = try EditedSheet(Self.world)
    edited.put(["Slutdatum": "2023-01-31", "Skäl": "sen"].merging(Self.body) { $1 }, row: 0)
    edited.put(["Status": "beslutad"].merging(Self.body) { $1 }, row: 1)
    let plan = try edited.plan()
    #expect(plan.problems.isEmpty, "\(plan.problems)")
    let made = DecisionMade(
      matter: "Trygghetsvandringar; Trygghetsvandringar", outcome: .other,
      authority: Authority(.body, organ: "B-0001", meeting: "T-0001", paragraph: "§ 21"),
      concerns: ["M-0001", "M-0002"])
    #expect(
      plan.recording.events.map(\.fact) == [
        .decision(.made(made)),
        .measure(.deadlineExtended(DeadlineExtended(deadline: "2023-01-31", reason: "sen", decision: "D-0002"))),
        .measure(.approved(MeasureApproved(decision: "D-0002"))),
      ])
    #expect(plan.recording.events.allSatisfy { $0.effective == .date("2022-02-23") })
  }

  @Test("without a paragraph each row has its own, with the outcome of what it does")
  func own() throws {
    var edited = try EditedSheet(Self.world)
    for row in [1, 2] {
      edited.put(
        ["Status": "beslutad", "Beslutsgrund": "delegationsbeslut", "Delegation": "G-0001", "Dnr": "KS 1"], row: row)
    }
    let events = try edited.plan().recording.events
    #expect(events.map(\.subject) == ["D-0002", "M-0002", "D-0003", "M-0003"])
    #expect(
      events[0].fact
        == .decision(
          .made(
            DecisionMade(
              matter: "Trygghetsvandringar", outcome: .approved, authority: Authority(.delegated, delegation: "G-0001"),
              reference: "KS 1", concerns: ["M-0002"]))))
  }

  @Test("a paragraph that is recorded already is not recorded again")
  func known() throws {
    var edited = try EditedSheet(Self.world)
    edited.put(["Status": "beslutad"].merging(Self.body) { $1 }.merging(["Paragraf": "§ 14"]) { $1 }, row: 1)
    #expect(
      try edited.problems() == [
        "Rad 3, ”Paragraf”: ”§ 14” vid det sammanträdet är redan registrerad som D-0001. Töm beslutets celler och skriv D-0001 under ”Beslut”."
      ])
  }

  @Test("is needed where a decision stands behind what is done, unless the row says why there is none")
  func needed() throws {
    var edited = try EditedSheet(Self.world)
    edited.put(["Status": "beslutad"], row: 1)
    edited.put(["Slutdatum": "2023-01-31", "Skäl": "sen"], row: 0)
    edited.put(["Status": "avslagen"], row: 2)
    // As in the rules: an extension may have a decision behind it, an approval must.
    let hint =
      "vilar på ett beslut: skriv dess nummer, som D-0004. Ett nytt beslut registreras på raden: lämna ”Beslut” tom och fyll i Beslutsgrund, Beslutande organ, Sammanträde och Paragraf. Finns inget beslut, skriv skälet under ”Trots avvikelse, skäl”."
    #expect(
      try edited.problems() == [
        "Rad 3, ”Beslut”: Cellen är tom. Posten ”beslutad” \(hint)",
        "Rad 4, ”Skäl”: Cellen är tom. Den behövs för posten ”avslagen” som raden ger.",
        "Rad 4, ”Beslut”: Cellen är tom. Posten ”avslagen” \(hint)",
      ])
    edited.put(["Status": "föreslagen"], row: 2)
    for row in 0...1 { edited.put(["Trots avvikelse, skäl": "protokollet är borta"], row: row) }
    let events = try edited.plan().recording.events
    #expect(
      events.map(\.circumstances.irregular) == [
        Irregular(kinds: [.declared], reason: "protokollet är borta"),
        Irregular(kinds: [.withoutDecision], reason: "protokollet är borta"),
      ])
  }

  @Test("states what its kind needs, and nothing where nothing is decided")
  func incomplete() throws {
    var edited = try EditedSheet(Self.world)
    edited.put(["Ansvarig, namn": "Kim Ek", "Beslut": "D-0001"], row: 0)
    edited.put(["Status": "beslutad", "Beslutsgrund": "organ"], row: 1)
    edited.put(["Status": "beslutad", "Beslutsgrund": "delegation", "Paragraf": "§ 2"], row: 2)
    #expect(
      try edited.problems() == [
        "Rad 2, ”Beslut”: ”D-0001” är ett beslut, men inget på raden fattas genom beslut. Töm cellen.",
        "Rad 3, ”Beslutande organ”: Cellen är tom. Den behövs för grunden ”beslut av organ”.",
        "Rad 4, ”Delegation”: Cellen är tom. Den behövs för grunden ”delegationsbeslut”.",
      ])
    var meeting = try EditedSheet(Self.world)
    meeting.put(["Status": "beslutad"].merging(Self.body) { $1 }.merging(["Beslutande organ": "B-0002"]) { $1 }, row: 1)
    #expect(
      try meeting.problems() == [
        "Rad 3, ”Sammanträde”: ”T-0001” är ett annat organs sammanträde än ”Trygghetsrådet”. Kända: T-0002."
      ])
    meeting.put(["Beslutande organ": "B-0001", "Delegation": "G-0001"], row: 1)
    #expect(
      try meeting.problems() == ["Rad 3, ”Delegation”: Bara ett delegationsbeslut kan vila på en delegation."])
    meeting.put(Self.body.mapValues { _ in "" }.merging(["Delegation": "", "Beslut": "KS § 14"]) { $1 }, row: 1)
    #expect(
      try meeting.problems().allSatisfy {
        $0.hasPrefix("Rad 3, ”Beslut”: ”KS § 14” är inget i liggaren av slaget beslut.")
          && $0.hasSuffix(
            " Ett nytt beslut registreras på raden: lämna ”Beslut” tom och fyll i Beslutsgrund, Beslutande organ, Sammanträde och Paragraf."
          )
      })
    edited.put(["Beslutsgrund": "", "Beslutande organ": "Styrelsen"], row: 1)
    edited.put(["Beslutsgrund": "organ", "Beslutande organ": "Kommunstyrelse", "Paragraf": ""], row: 2)
    #expect(
      try edited.problems().dropFirst() == [
        "Rad 3, ”Beslutsgrund”: Cellen är tom. Ett beslut behöver sin grund: skriv till exempel ”beslut av organ”, ”delegationsbeslut” eller ”ren verkställighet”.",
        "Rad 4, ”Beslutande organ”: ”Kommunstyrelse” är inget i liggaren av slaget organ. Menade du ”Kommunstyrelsen”? Kända: B-0001 Kommunstyrelsen, B-0002 Trygghetsrådet, B-0003 Polisen.",
      ])
  }
}
