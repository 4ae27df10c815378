import LedgerDomain
import StrictJSON
import TestSupport

extension Exempel {
  /// Supervision of alcohol and tobacco under delegation, a drug dog that never came.
  func supervision() {
    together("2022-02-09 10:15") {
      decide(
        .d(42), "Gemensam krogtillsyn 2022–2023", .approved, .under(3), by: [.stahl], dnr: "SN/2022:0019", on: [.m(12)])
      approve(.m(12), .d(42))
    }
    at("2022-02-14 08:35", on: "2022-02-11T22:00:00+01:00", by: Self.coordinator) { start(.m(12)) }
    at("2022-03-17 10:15", on: "2022-03-16", by: Self.secretary) { notify(.d(42), to: .b(3), at: .t(4), "§ 35") }
    reports(
      .m(12), by: .stahl, Said("2022-05-04 09:10", "2022-T1", "Fyra tillsyner.", result("tillsyner", "4")),
      Said("2022-08-25 09:40", "2022-T2", "Nio tillsyner.", result("tillsyner", "9")),
      Said("2023-01-10 13:10", "2022-T3", "Tretton tillsyner.", result("tillsyner", "13")),
      Said("2023-05-04 09:35", "2023-T1", "Tre tillsyner.", result("tillsyner", "3")),
      Said("2023-09-06 09:15", "2023-T2", "Sju tillsyner.", result("tillsyner", "7")))
    at("2024-01-10 09:45", on: "2023-12-30", by: Self.coordinator) {
      implement(.m(12), .full, [result("tillsyner", "12")], by: .stahl)
    }
    serving()
    tobacco()
    dog()
  }

  private func serving() {
    at("2022-11-21 10:30", by: Self.coordinator) {
      propose(
        .m(33), "Utbildning i ansvarsfull servering", .decided, cause: "Ny personal på serveringsställena varje höst.",
        goal: "All serveringspersonal är utbildad.", targets: [target("utbildade", "personer", .atLeast, "60")],
        deadline: "2023-05-31", order: 33, who: .stahl, areas: ["stationsstaden"], .short, arena: "serveringsställen",
        from: .official(.stahl))
    }
    together("2022-12-01 13:25") {
      decide(
        .d(47), "Utbildning i ansvarsfull servering", .approved, .under(4), by: [.rosen], dnr: "SN/2022:0144",
        on: [.m(33)])
      approve(.m(33), .d(47))
    }
    at("2023-01-24 08:50", on: "2023-01-23", by: Self.coordinator) { start(.m(33)) }
    at("2023-06-01 09:40", on: "2023-05-31", by: Self.coordinator) {
      implement(.m(33), .full, [result("utbildade", "71")], by: .stahl)
    }
  }

  private func tobacco() {
    at("2023-01-23 13:40", by: Self.coordinator) {
      propose(
        .m(38), "Kontrollköp av tobak och e-cigaretter", .decided, cause: "Elever köper tobak nära skolorna.",
        goal: "Minst tjugo kontrollköp.", targets: [target("kontrollköp", "köp", .atLeast, "20")],
        deadline: "2023-12-31",
        order: 38, who: .stahl, focus: ["unga-i-riskzon"], .short, arena: "butik", group: "ungdomar",
        from: .official(.stahl))
    }
    together("2023-02-06 13:15") {
      decide(.d(48), "Kontrollköp av tobak", .approved, .under(3), by: [.stahl], dnr: "SN/2023:0022", on: [.m(38)])
      approve(.m(38), .d(48))
    }
    at("2023-02-28 08:40", on: "2023-02-27", by: Self.coordinator) { start(.m(38)) }
    at("2023-03-16 10:05", on: "2023-03-15", by: Self.secretary) { notify(.d(48), to: .b(3), at: .t(20), "§ 30") }
    reports(
      .m(38), by: .stahl, Said("2023-05-04 09:50", "2023-T1", "Sex köp, två anmärkningar.", result("kontrollköp", "6")),
      Said("2023-09-06 09:35", "2023-T2", "Femton köp.", result("kontrollköp", "15")))
    at("2023-12-22 09:20", by: Self.coordinator) { implement(.m(38), .full, [result("kontrollköp", "24")], by: .stahl) }
  }

  private func dog() {
    at("2022-11-10 13:30", by: Self.policeClerk) {
      propose(
        .m(28), "Narkotikahund vid stationen", .decided, situation: .s(1), cause: "Öppen försäljning vid stationen.",
        goal: "Hund på plats två dagar i månaden.", deadline: "2023-06-30", order: 28, who: .feldt,
        areas: ["stationsstaden"], focus: ["langning"], .short, arena: "station", parties: ["polisen"],
        from: .party("polisen"))
      decide(.d(45), "Narkotikahund vid stationen", .approved, .ofThePolice, by: [.ask], on: [.m(28)])
      approve(.m(28), .d(45))
    }
    at("2023-07-03 09:20", on: "2023-06-30", by: Self.policeClerk) {
      implement(.m(28), .none, deviation: "Regionens hundförare har inte kunnat avdelas.", by: .feldt)
    }
  }
}
