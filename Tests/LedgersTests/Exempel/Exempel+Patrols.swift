import LedgerDomain
import StrictJSON
import TestSupport

extension Exempel {
  /// What the promise names itself: patrols, safety walks, neighbourhood watch; and the police's own checks.
  func patrols() {
    together("2022-01-28 09:05", on: "2022-01-27", by: Self.policeClerk) {
      decide(.d(18), "Kvällspatrullering i Stationsstaden", .approved, .ofThePolice, by: [.ask], on: [.m(1)])
      approve(.m(1), .d(18))
    }
    at("2022-02-02 08:40", on: "2022-02-01", by: Self.policeClerk) { start(.m(1)) }
    reports(
      .m(1), by: .feldt, typedBy: Self.policeClerk,
      Said("2022-05-03 09:10", "2022-T1", "Tre kvällar i veckan.", result("patrulltimmar", "212")),
      Said("2022-08-24 09:20", "2022-T2", "Färre timmar i juli.", result("patrulltimmar", "431")),
      Said("2023-01-09 09:30", "2022-T3", "Målet nått för 2022.", result("patrulltimmar", "655")),
      Said("2023-05-02 09:15", "2023-T1", "Tre kvällar i veckan.", result("patrulltimmar", "190")),
      Said("2023-09-04 09:25", "2023-T2", "Personal utlånad i augusti.", result("patrulltimmar", "402")))
    at("2024-01-08 14:20", on: "2023-12-31", by: Self.policeClerk) {
      implement(
        .m(1), .partial, [result("patrulltimmar", "590")],
        deviation: "590 av 600 timmar under 2023; personal lånades ut i augusti.", by: .feldt)
    }
    together("2022-02-24 09:40", on: "2022-02-23", by: Self.secretary) {
      decide(
        .d(19), "Åtgärder enligt medborgarlöftet", .approved, .board(3, 21), by: [.lindvall], rapporteur: .brandt,
        dnr: "KS/2022:0052", on: [.m(2), .m(5)])
      approve(.m(2), .d(19))
      approve(.m(5), .d(19))
    }
    walks()
    neighbours()
    checks()
  }

  private func walks() {
    at("2022-03-29 09:00", on: "2022-03-24T18:00:00+01:00", by: Self.coordinator) { start(.m(2)) }
    reports(
      .m(2), by: .brandt,
      Said("2022-05-03 10:40", "2022-T1", "En vandring i Bruket.", result("trygghetsvandringar", "1")),
      Said("2022-08-24 10:15", "2022-T2", "En vandring till, i Ekliden.", result("trygghetsvandringar", "2")),
      Said("2023-01-09 10:35", "2022-T3", "Fyra vandringar under året.", result("trygghetsvandringar", "4")),
      Said("2023-05-02 10:20", "2023-T1", "Två vandringar.", result("trygghetsvandringar", "2")),
      Said("2023-09-04 10:30", "2023-T2", "Tre vandringar.", result("trygghetsvandringar", "3")))
    at("2024-01-09 09:20", on: "2023-12-31", by: Self.coordinator) {
      implement(.m(2), .full, [result("trygghetsvandringar", "5")], by: .brandt)
    }
    at("2024-02-05 10:20", by: Self.coordinator, irregular: "Det finns ingen mätning av vad vandringarna ledde till.") {
      evaluate(
        .m(2), .effect, .reached, "Nio vandringar på två år har gjort kommunen tryggare.", with: [.i(5)], by: .brandt)
    }
  }

  private func neighbours() {
    at("2022-04-20 09:30", on: "2022-04-19", by: Self.policeClerk) {
      start(.m(5), by: ["Villaägarföreningen Ekliden"])
    }
    reports(
      .m(5), by: .feldt, typedBy: Self.policeClerk,
      Said("2022-08-24 11:05", "2022-T2", "Tre områden igång.", result("nya områden", "3")),
      Said("2023-01-09 11:45", "2022-T3", "Fem områden.", result("nya områden", "5")),
      Said("2023-05-02 11:10", "2023-T1", "Sju områden.", result("nya områden", "7")))
    at("2023-10-09 09:45", on: "2023-10-05", by: Self.policeClerk) {
      implement(.m(5), .full, [result("nya områden", "11")], by: .feldt)
    }
  }

  private func checks() {
    at("2022-04-19 13:10", by: Self.policeClerk) {
      propose(
        .m(24), "Märkning av cyklar vid stationen", .decided, cause: "Många cyklar stjäls vid stationen.",
        goal: "Stulna cyklar hittar hem.", targets: [target("märkta cyklar", "cyklar", .atLeast, "200")],
        deadline: "2022-06-30", order: 24, who: .feldt, areas: ["stationsstaden"], .short, parties: ["polisen"],
        from: .party("polisen"))
      decide(.d(24), "Märkning av cyklar", .approved, .ofThePolice, by: [.feldt], on: [.m(24)])
      approve(.m(24), .d(24))
    }
    at("2022-05-03 13:05", on: "2022-05-02", by: Self.policeClerk) { start(.m(24)) }
    at("2022-07-01 09:25", on: "2022-06-30", by: Self.policeClerk) {
      implement(.m(24), .full, [result("märkta cyklar", "264")], by: .feldt)
    }
    at("2023-01-20 13:15", by: Self.policeClerk) {
      propose(
        .m(39), "Trafikkontroller vid skolor", .decided, cause: "Höga farter vid lämning och hämtning.",
        goal: "Kontroller vid alla skolor.", targets: [target("trafikkontroller", "kontroller per år")],
        deadline: "2023-12-31", order: 39, who: .feldt, .short, timeOfDay: "morgon", arena: "skola",
        parties: ["polisen"], from: .party("polisen"))
      decide(.d(26), "Trafikkontroller vid skolor", .approved, .ofThePolice, by: [.ask], on: [.m(39)])
      approve(.m(39), .d(26))
      start(.m(39))
    }
    reports(
      .m(39), by: .feldt, typedBy: Self.policeClerk,
      Said("2023-05-02 11:30", "2023-T1", "Alla skolor besökta en gång.", result("trafikkontroller", "41")),
      Said("2023-09-04 11:20", "2023-T2", "Tätt vid skolstarten.", result("trafikkontroller", "88")))
    at("2024-01-08 14:45", on: "2023-12-29", by: Self.policeClerk) {
      implement(.m(39), .full, [result("trafikkontroller", "127")], by: .feldt)
    }
  }
}
