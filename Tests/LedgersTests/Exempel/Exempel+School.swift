import LedgerDomain
import StrictJSON
import TestSupport

extension Exempel {
  /// The schools: SSPF, support for parents evaluated too early, an attendance team that rests, a proposal never decided.
  func school() {
    sspf()
    parents()
    attendance()
    proposals()
  }

  private func sspf() {
    together("2022-03-23 09:20", on: "2022-03-22", by: Self.secretary) {
      decide(.d(29), "SSPF i högstadieskolorna", .approved, .schools(5, 17), by: [.sjogren], on: [.m(10)])
      approve(.m(10), .d(29))
    }
    at("2022-04-26 08:40", on: "2022-04-25", by: Self.coordinator) { start(.m(10)) }
    reports(
      .m(10), by: .nyman,
      Said("2022-08-24 14:40", "2022-T2", "Två skolor igång.", result("skolor med SSPF-grupp", "2")),
      Said("2023-01-10 10:30", "2022-T3", "Tre skolor.", result("skolor med SSPF-grupp", "3")),
      Said("2023-09-05 13:45", "2023-T2", "Fyra skolor.", result("skolor med SSPF-grupp", "4")))
    at("2023-12-21 10:00", on: "2023-12-19", by: Self.coordinator) {
      implement(.m(10), .full, [result("skolor med SSPF-grupp", "5")], by: .nyman)
    }
  }

  private func parents() {
    at("2022-02-21 10:15", by: Self.coordinator) {
      propose(
        .m(13), "Föräldrastöd i grupp", .decided, situation: .s(1), cause: "Föräldrar efterfrågar stöd om droger.",
        goal: "Sex grupper har fått stöd.", targets: [target("grupper", "grupper", .atLeast, "6")],
        deadline: "2023-06-30",
        order: 13, who: .haddad, evaluated: true, focus: ["langning", "unga-i-riskzon"], .long, arena: "skola",
        group: "föräldrar till 11–15-åringar", from: .official(.haddad))
    }
    together("2022-03-17 09:35", on: "2022-03-16", by: Self.secretary) {
      decide(.d(30), "Föräldrastöd i grupp", .approved, .social(4, 29), by: [.wikner], on: [.m(13)])
      approve(.m(13), .d(30))
    }
    at("2022-09-06 08:30", on: "2022-09-05", by: Self.coordinator) { start(.m(13)) }
    reports(
      .m(13), by: .haddad, Said("2023-01-10 10:55", "2022-T3", "Tre grupper klara.", result("grupper", "3")),
      Said("2023-05-03 13:35", "2023-T1", "Fem grupper klara.", result("grupper", "5")))
    at("2023-02-20 10:45", by: Self.coordinator, irregular: "Nämnden ville ha en bedömning inför budgeten.") {
      evaluate(.m(13), .process, .partly, "Grupperna uppskattas, men få fäder deltar.", by: .haddad)
    }
    at("2023-06-08 09:25", on: "2023-06-07", by: Self.coordinator) {
      implement(.m(13), .full, [result("grupper", "6")], by: .haddad)
    }
    at("2024-01-22 10:20", by: Self.coordinator) {
      evaluate(
        .m(13), .effect, .inconclusive,
        "Andelen som erbjudits narkotika har sjunkit, men mycket annat har också ändrats.",
        with: [.i(3)], by: .brandt)
    }
  }

  private func attendance() {
    at("2022-05-30 10:05", by: Self.coordinator) {
      propose(
        .m(18), "Närvaroteam i grundskolan", .decided, situation: .s(1), cause: "Hög frånvaro hos unga i riskzon.",
        goal: "Varje elev med hög frånvaro får en plan inom två veckor.",
        targets: [target("elever med plan", "procent", .atLeast, "90")], deadline: "2023-12-31", order: 18, who: .nyman,
        focus: ["unga-i-riskzon"], .long, arena: "skola", from: .official(.nyman))
    }
    together("2022-09-21 09:45", on: "2022-09-20", by: Self.secretary) {
      decide(.d(31), "Närvaroteam i grundskolan", .tabled, .schools(11, 41), by: [.sjogren], on: [.m(18)])
      table(.m(18), .d(31), until: "2023-02-14")
    }
    together("2023-02-15 09:40", on: "2023-02-14", by: Self.secretary) {
      decide(.d(32), "Närvaroteam i grundskolan", .approved, .schools(18, 6), by: [.sjogren], on: [.m(18)])
      approve(.m(18), .d(32))
    }
    at("2023-03-02 08:35", on: "2023-03-01", by: Self.coordinator) { start(.m(18)) }
    reports(
      .m(18), by: .nyman, Said("2023-05-04 09:10", "2023-T1", "Två skolor har börjat.", result("elever med plan", "54"))
    )
    at("2023-06-16 09:15", on: "2023-06-15", by: Self.coordinator) { pause(.m(18), "Sommarlov.") }
    at("2023-08-17 08:45", on: "2023-08-16", by: Self.coordinator) { resume(.m(18)) }
    at("2023-08-28 10:30", by: Self.coordinator) { reassign(.m(18), to: .lund, "Ny ansvarig från höstterminen.") }
    reports(
      .m(18), by: .lund, Said("2023-09-05 14:10", "2023-T2", "Alla skolor är med.", result("elever med plan", "71")))
    at("2023-12-21 10:25", on: "2023-12-20", by: Self.coordinator) {
      implement(
        .m(18), .partial, [result("elever med plan", "83")],
        deviation: "83 procent mot målet 90; fler elever än väntat.",
        by: .lund)
    }
  }

  private func proposals() {
    at("2022-11-07 13:20", by: Self.coordinator) {
      propose(
        .m(32), "Dialogpolis i gymnasiet", .decided, cause: "Elever har lågt förtroende för polisen.",
        goal: "En namngiven polis i skolan.", deadline: "2023-06-30", order: 32, who: .feldt, .long, arena: "gymnasium",
        parties: ["polisen"], from: .party("polisen"))
    }
    at("2022-12-12 09:40", by: Self.policeClerk) { withdraw(.m(32), "Polisen har inte personal till uppdraget.") }
    at("2023-08-21 09:35", by: Self.coordinator) {
      propose(
        .m(43), "Vuxna på skolgården", .decided, situation: .s(2), cause: "Oro på rasterna.",
        goal: "En vuxen på varje rast.",
        deadline: "2023-12-31", order: 43, who: .lund, .short, arena: "skola", from: .official(.lund))
    }
    together("2023-11-22 09:25", on: "2023-11-21", by: Self.secretary) {
      decide(.d(37), "Vuxna på skolgården", .tabled, .schools(33, 64), by: [.sjogren], on: [.m(43)])
      table(.m(43), .d(37), until: "2024-02-13")
    }
  }
}
