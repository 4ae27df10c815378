import LedgerDomain
import StrictJSON
import TestSupport

extension Exempel {
  /// Decisions that went wrong: no known authority, never notified, a conflict of interest; and rounds that nobody reports.
  func disturbances() {
    patrolWithoutAuthority()
    workshop()
    neighbourDisputes()
    rounds()
  }

  private func patrolWithoutAuthority() {
    at("2022-06-13 09:55", by: Self.coordinator) {
      propose(
        .m(19), "Extra vaktrond i Stationsstaden sommaren 2022", .decided, cause: "Många besökare under sommaren.",
        goal: "En rond varje natt.", targets: [target("ronder", "nätter", .atLeast, "49")], deadline: "2022-08-14",
        order: 19, areas: ["stationsstaden"], .short, timeOfDay: "natt",
        performers: ["Ekeborg Bevakning AB"],
        from: .official(.brandt))
    }
    at(
      "2022-06-27 09:10", on: "2022-06-20",
      irregular: "Det framgår inte av handlingarna vem som beslutade beställningen."
    ) { decide(.d(43), "Beställning av vaktrond", .approved, Authority(.unknown), on: [.m(19)]) }
    at("2022-06-27 09:15", on: "2022-06-20") { approve(.m(19), .d(43)) }
    at("2022-06-28 08:20", on: "2022-06-27", by: Self.coordinator) { start(.m(19)) }
    at("2022-08-22 09:30", on: "2022-08-14", by: Self.coordinator) {
      implement(.m(19), .full, [result("ronder", "49")], by: .brandt)
    }
  }

  /// Decided by the chair in haste, with a mandate (KL 6:39), but never notified to the board (6:40).
  private func workshop() {
    at("2022-07-14 13:25", by: Self.coordinator) {
      propose(
        .m(22), "Avspärrning av Brukets gamla verkstad", .decided, cause: "Bränder två nätter i rad.",
        goal: "Ingen kommer in.", deadline: "2022-07-15", order: 22, who: .ekholm, areas: ["bruket"],
        focus: ["skadegorelse"], .short, from: .official(.brandt))
      decide(
        .d(44), "Avspärrning av Brukets gamla verkstad", .approved, .urgently(for: 2), by: [.lindvall],
        grounds: "Fara för liv.", on: [.m(22)])
      approve(.m(22), .d(44))
      start(.m(22))
    }
    at("2022-07-15 15:10", by: Self.coordinator) { implement(.m(22), by: .ekholm) }
  }

  private func neighbourDisputes() {
    at(
      "2022-10-31 10:25",
      note: "En granne (påhittad) uppger att hon inte vågar gå ut när festerna pågår. Påhittad uppgift."
    ) {
      open(
        .c(8), "Anmälan om återkommande störningar", dnr: "KS/2022:0291", areas: ["bruket"],
        from: .citizen(citizen("Påhittad Person Fem", "person.fem@ekeborg.example")))
      assign(.c(8), to: .brandt)
    }
    at("2022-11-14 10:15", by: Self.coordinator) {
      propose(
        .m(31), "Störningsjour med Ekeborgsbostäder", .decided, case: .c(8), cause: "Störningar på nätterna.",
        goal: "Någon kommer inom en timme.", targets: [target("utryckningar inom en timme", "procent", .atLeast, "80")],
        deadline: "2023-12-31", order: 31, who: .brandt, areas: ["bruket"], .long, timeOfDay: "natt",
        performers: ["Ekeborgsbostäder AB"], from: .official(.brandt))
      link(.c(8), to: .m(31))
    }
    at(
      "2022-12-08 09:50", on: "2022-12-07", by: Self.secretary,
      irregular: "Ledamoten sitter i bolagets styrelse och deltog i beslutet."
    ) {
      decide(
        .d(46), "Störningsjour med Ekeborgsbostäder", .approved, .board(16, 120), by: [.lindvall, .falk],
        dnr: "KS/2022:0291", conflicts: [ConflictOfInterest(person: .falk, tookPart: true)], on: [.m(31)])
    }
    at("2022-12-08 09:55", on: "2022-12-07", by: Self.secretary) { approve(.m(31), .d(46)) }
    at("2022-12-30 10:00", on: "2022-12-29") {
      appeal(.d(46), to: "Förvaltningsrätten i Ekeborg (påhittad)", "988-22")
    }
    at("2023-01-10 10:20", on: "2023-01-09", irregular: "Laga kraft antecknades av misstag innan målet var avgjort.") {
      becomesFinal(.d(46))
    }
    at("2023-02-02 09:15", on: "2023-02-01", by: Self.coordinator) { start(.m(31), by: ["Ekeborgsbostäder AB"]) }
    reports(
      .m(31), by: .brandt,
      Said("2023-05-02 14:30", "2023-T1", "Jouren bemannad.", result("utryckningar inom en timme", "74")),
      Said("2023-09-04 14:10", "2023-T2", "Bättre med två bilar.", result("utryckningar inom en timme", "85")))
    at("2023-12-18 10:45", on: "2023-12-15", by: Self.coordinator) {
      implement(.m(31), .full, [result("utryckningar inom en timme", "86")], by: .brandt)
    }
    at("2023-12-19 10:20") { close(.c(8), "Jouren är på plats.", decision: .d(46)) }
  }

  /// Decided and begun, and then no word of it: its deadline passes with nothing reported.
  private func rounds() {
    at("2023-03-27 09:30", by: Self.coordinator) {
      propose(
        .m(42), "Trygghetsronder i flerbostadshus", .decided, situation: .s(2), cause: "Trasiga lås och mörka källare.",
        goal: "Alla trapphus i Bruket är genomgångna.", targets: [target("trapphus", "trapphus", .atLeast, "40")],
        deadline: "2023-12-31", order: 42, who: .brandt, areas: ["bruket"], .short, arena: "flerbostadshus",
        performers: ["Hyresgästföreningen i Bruket"], from: .official(.brandt))
    }
    together("2023-05-05 10:15", on: "2023-04-26", by: Self.secretary) {
      decide(.d(49), "Trygghetsronder i flerbostadshus", .approved, .board(21, 45), by: [.lindvall], on: [.m(42)])
      approve(.m(42), .d(49))
    }
    at("2023-05-16 08:30", on: "2023-05-15", by: Self.coordinator) { start(.m(42)) }
  }
}
