import CommandArguments
import Integrity
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@testable import Exchange

@Suite("A changed cell of the sheet of measures")
struct MeasureEditTests {
  private static let decision: SubjectID = "D-0001"

  /// A changed row of a measure in a status, and what it becomes.
  struct Edit: CustomTestStringConvertible, Sendable {
    var status: MeasureStatus = .inProgress
    var cells: [String: String]
    var fact: MeasureFact
    var testDescription: String { cells.keys.sorted().joined(separator: ", ") }
  }

  private static let edits: [Edit] = [
    Edit(
      cells: ["Benämning": "Kvällsvandringar", "Skäl": "tydligare", "Beslut": "D-0001"],
      fact: .amended(MeasureAmended(title: "Kvällsvandringar", reason: "tydligare", decision: decision))),
    Edit(
      status: .proposed, cells: ["Operativt mål": "Fler ute", "Skäl": "glömt"],
      fact: .amended(MeasureAmended(goal: "Fler ute", reason: "glömt"))),
    Edit(
      cells: ["Målvärden": "vandringar: minst 6 st", "Skäl": "fler", "Beslut": "D-0001"],
      fact: .amended(
        MeasureAmended(
          targets: [Target(name: "vandringar", unit: "st", comparison: .atLeast, value: "6")], reason: "fler",
          decision: decision))),
    Edit(
      cells: ["Områden": "Norr, navertorp", "Skäl": "fler", "Beslut": "D-0001"],
      fact: .amended(MeasureAmended(areas: ["norr", "navertorp"], reason: "fler", decision: decision))),
    Edit(
      cells: ["Områden": "Hela kommunen", "Skäl": "fler", "Beslut": "D-0001"],
      fact: .amended(MeasureAmended(municipalityWide: true, reason: "fler", decision: decision))),
    Edit(
      cells: ["Utförare": "Föreningen | Vaktbolaget", "Skäl": "fler", "Beslut": "D-0001"],
      fact: .amended(MeasureAmended(performers: ["Föreningen", "Vaktbolaget"], reason: "fler", decision: decision))),
    Edit(
      cells: ["Ansvarig, namn": "Kim Ek"],
      fact: .reassigned(MeasureReassigned(responsible: PublicOfficial(name: "Kim Ek", office: "trygghetschef")))),
    Edit(
      cells: ["Ansvarig, befattning": "gatuchef", "Ansvarig, organ": "Kommunstyrelsen", "Skäl": "ny tjänst"],
      fact: .reassigned(
        MeasureReassigned(
          responsible: PublicOfficial(office: "gatuchef", organ: "Kommunstyrelsen"), reason: "ny tjänst"))),
    Edit(
      cells: ["Slutdatum": "2023-03-31", "Skäl": "sen leverans", "Beslut": "D-0001"],
      fact: .deadlineExtended(DeadlineExtended(deadline: "2023-03-31", reason: "sen leverans", decision: decision))),
    Edit(
      cells: ["Utfall": "vandringar: 3 st", "Ny uppgift": "Tre.", "Rapportperiod": "2022-T1"],
      fact: .progressReported(
        ProgressReported(
          statement: "Tre.", results: [TargetResult(target: "vandringar", actual: "3")], period: "2022-T1"))),
    Edit(
      cells: ["Ny uppgift": "Pågår.", "Rapporterad av": "Ida Sten, handläggare"],
      fact: .progressReported(
        ProgressReported(
          statement: "Pågår.", reportedBy: PublicOfficial(name: "Ida Sten", office: "handläggare")))),
    Edit(
      status: .proposed, cells: ["Status": "beslutad", "Beslut": "D-0001"],
      fact: .approved(MeasureApproved(decision: decision))),
    Edit(
      status: .proposed, cells: ["Status": "avslagen", "Skäl": "dyrt", "Beslut": "D-0001"],
      fact: .rejected(MeasureRejected(reason: "dyrt", decision: decision))),
    Edit(
      status: .proposed, cells: ["Status": "återremitterad", "Skäl": "oklart", "Beslut": "D-0001"],
      fact: .referredBack(MeasureReferredBack(reason: "oklart", decision: decision))),
    Edit(
      status: .proposed, cells: ["Status": "bordlagd", "Beslut": "D-0001"],
      fact: .tabled(MeasureTabled(decision: decision))),
    Edit(status: .approved, cells: ["Status": "pågående"], fact: .started(MeasureStarted())),
    Edit(cells: ["Status": "pausad", "Skäl": "sjukdom"], fact: .paused(MeasurePaused(reason: "sjukdom"))),
    Edit(status: .paused, cells: ["Status": "pågående"], fact: .resumed(MeasureResumed())),
    Edit(
      cells: ["Status": "avbruten", "Skäl": "behövs inte", "Beslut": "D-0001"],
      fact: .withdrawn(MeasureWithdrawn(reason: "behövs inte", decision: decision))),
    Edit(
      status: .proposed, cells: ["Status": "återkallad", "Skäl": "behövs inte"],
      fact: .withdrawn(MeasureWithdrawn(reason: "behövs inte"))),
    Edit(
      cells: ["Status": "genomförd", "Utfall": "5"],
      fact: .implemented(
        MeasureImplemented(extent: .full, results: [TargetResult(target: "vandringar", actual: "5")]))),
    Edit(
      cells: ["Status": "delvis genomförd", "Skäl": "hann inte"],
      fact: .implemented(MeasureImplemented(extent: .partial, deviation: "hann inte"))),
    Edit(
      status: .approved, cells: ["Status": "ej genomförd", "Skäl": "ingen personal"],
      fact: .implemented(MeasureImplemented(extent: .none, deviation: "ingen personal"))),
  ]

  @Test("of each kind gives exactly its event, today; the same row once more adds nothing", arguments: edits)
  func each(edit: Edit) throws {
    let world = World.withMeasure(edit.status)
    var edited = try EditedSheet(world)
    edited.put(edit.cells)
    let plan = try edited.plan()
    #expect(plan.problems.isEmpty, "\(plan.problems)")
    #expect(plan.recording.events.map(\.fact) == [.measure(edit.fact)])
    #expect(plan.recording.events.map(\.subject) == ["M-0001"])
    #expect(plan.recording.events.map(\.effective) == [.date("2022-06-01")])
    #expect(plan.rows.map(\.number) == [2])
    let again = try edited.plan(into: plan.recording.desk.chronicle)
    #expect(again.recording.proposals.isEmpty && again.problems.isEmpty && again.recordedCount == 1)
  }

  @Test("the same in English, from an English sheet")
  func english() throws {
    var edited = try EditedSheet(World.withMeasure(.inProgress), .en)
    edited.put(["Actual": "walks", "Status": "implemented"])
    edited.put(["Actual": "3"])
    let plan = try edited.plan()
    #expect(plan.language == .en)
    #expect(
      plan.recording.events.map(\.fact) == [
        .measure(
          .implemented(MeasureImplemented(extent: .full, results: [TargetResult(target: "vandringar", actual: "3")])))
      ])
  }

  @Test("several of a row become their events in the order in which they can be true, on the day stated")
  func several() throws {
    var edited = try EditedSheet(World.withMeasure(.inProgress))
    edited.put([
      "Status": "genomförd", "Ansvarig, namn": "Kim Ek", "Benämning": "Vandringar", "Skäl": "allt klart",
      "Beslut": "D-0001", "Ny uppgift": "Fem.", "Utfall": "5", "Gäller från": "2022-05-30",
      "Anteckning (förseglas)": "Anna A var med",
    ])
    let plan = try edited.plan()
    #expect(plan.problems.isEmpty, "\(plan.problems)")
    #expect(
      plan.recording.events.map(\.fact.type) == [
        MeasureAmended.type, MeasureReassigned.type, ProgressReported.type, MeasureImplemented.type,
      ])
    #expect(plan.recording.events.allSatisfy { $0.effective == .date("2022-05-30") })
    // The note is sealed once, with the first.
    #expect(plan.recording.events.map { $0.circumstances.note != nil } == [true, false, false, false])
    #expect(plan.recording.sealings.map { String(decoding: $0.value, as: UTF8.self) } == ["Anna A var med"])
  }

  @Test("undated where the row says so")
  func undated() throws {
    var edited = try EditedSheet(World.withMeasure(.approved))
    edited.put(["Status": "pågående", "Gäller från": "odaterad"])
    #expect(try edited.plan().recording.events.map(\.effective) == [nil])
  }

  @Test("a row without a number is a new measure, with the next number; twice the same are two")
  func newRow() throws {
    var edited = try EditedSheet(World.withMeasure(.approved))
    let cells = [
      "Benämning": "'=Lampor", "Områden": "Norr", "Fokusområden": "Våld, droger", "Målvärden": "lampor: minst 4 st",
      "Slutdatum": "2022-12-31", "Ansvarig, befattning": "gatuchef", "Operativt mål": "Ljust",
      "Bindningsgrad": "exempel i löftet", "Gäller från": "2022-05-01",
    ]
    edited.add(cells)
    edited.add(cells)
    let plan = try edited.plan()
    #expect(plan.problems.isEmpty, "\(plan.problems)")
    let proposed = MeasureProposed(
      title: "=Lampor", binding: .example, promise: "P-0001", goal: "Ljust",
      targets: [Target(name: "lampor", unit: "st", comparison: .atLeast, value: "4")], deadline: "2022-12-31",
      responsible: PublicOfficial(office: "gatuchef"), areas: ["norr"], focusAreas: ["vald", "droger"])
    #expect(plan.recording.events.map(\.fact) == [.measure(.proposed(proposed)), .measure(.proposed(proposed))])
    #expect(plan.recording.events.map(\.subject) == ["M-0002", "M-0003"])
    #expect(plan.rows.map(\.isNew) == [true, true])
    let again = try edited.plan(into: plan.recording.desk.chronicle)
    #expect(again.recording.proposals.isEmpty && again.recordedCount == 2 && again.absent == ["M-0002", "M-0003"])
  }

  @Test("a row that was taken away is no withdrawal: nothing happens, and that is said")
  func absent() throws {
    var edited = try EditedSheet(World.withMeasure(.approved))
    edited.rows = []
    let plan = try edited.plan()
    #expect(plan.absent == ["M-0001"] && plan.recording.proposals.isEmpty && plan.problems.isEmpty)
  }
}
