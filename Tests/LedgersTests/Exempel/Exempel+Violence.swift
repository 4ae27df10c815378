import LedgerDomain
import StrictJSON
import TestSupport

extension Exempel {
  /// Violence at home and help out of crime: evaluated without a baseline, under way, not done, by a third party.
  func violence() {
    at("2022-02-14 13:30", by: Self.coordinator) {
      propose(
        .m(15), "Gemensam rutin vid våld i nära relation", .decided, situation: .s(1), cause: "Få orosanmälningar.",
        goal: "Alla som möter våldsutsatta vet vad de ska göra.",
        targets: [target("utbildade medarbetare", "personer", .atLeast, "150", indicator: .i(4))],
        deadline: "2022-09-30",
        order: 15, who: .haddad, evaluated: true, focus: ["nara-relation"], .long, arena: "hem",
        parties: ["kommunen", "polisen"], from: .official(.haddad))
    }
    together("2022-03-17 09:55", on: "2022-03-16", by: Self.secretary) {
      decide(.d(38), "Rutin vid våld i nära relation", .approved, .social(4, 30), by: [.wikner], on: [.m(15)])
      approve(.m(15), .d(38))
    }
    at("2022-04-04 08:25", on: "2022-04-01", by: Self.coordinator) { start(.m(15)) }
    reports(
      .m(15), by: .haddad,
      Said("2022-08-25 09:15", "2022-T2", "Rutinen är skriven.", result("utbildade medarbetare", "94")))
    at("2022-10-04 09:30", on: "2022-09-30", by: Self.coordinator) {
      implement(.m(15), .full, [result("utbildade medarbetare", "163")], by: .haddad)
    }
    at("2023-02-06 10:10", by: Self.coordinator, irregular: "Inget nulägesvärde togs fram innan rutinen infördes.") {
      evaluate(
        .m(15), .effect, .inconclusive, "Personalen känner sig säkrare. Någon effekt kan inte visas.", by: .haddad)
    }
    honour()
    wayOut()
    victims()
  }

  private func honour() {
    at("2022-12-05 13:45", by: Self.coordinator) {
      propose(
        .m(36), "Stöd mot hedersrelaterat förtryck", .decided, situation: .s(1), cause: "Skolor efterfrågar stöd.",
        goal: "Varje skola har en utbildad kontaktperson.",
        targets: [target("kontaktpersoner", "personer", .atLeast, "12")], deadline: "2023-12-31", order: 36,
        who: .haddad,
        focus: ["nara-relation"], .long, arena: "skola", from: .official(.haddad))
    }
    together("2023-03-16 09:15", on: "2023-03-15", by: Self.secretary) {
      decide(.d(39), "Stöd mot hedersrelaterat förtryck", .approved, .social(20, 22), by: [.wikner], on: [.m(36)])
      approve(.m(36), .d(39))
    }
    at("2023-04-04 08:40", on: "2023-04-03", by: Self.coordinator) { start(.m(36)) }
    reports(
      .m(36), by: .haddad, Said("2023-09-05 14:35", "2023-T2", "Sju kontaktpersoner.", result("kontaktpersoner", "7")),
      Said("2024-01-10 09:20", "2023-T3", "Nio av tolv. Arbetet fortsätter under 2024.", result("kontaktpersoner", "9"))
    )
  }

  /// Decided under a delegation that had been revoked three weeks before.
  private func wayOut() {
    at("2023-02-13 10:40", by: Self.coordinator) {
      propose(
        .m(37), "Stöd till den som vill lämna kriminalitet", .decided, situation: .s(2),
        cause: "Inget stöd finns i kommunen.",
        goal: "Stöd inom en vecka till den som frågar.", targets: [target("personer i stöd", "personer")],
        deadline: "2023-11-30", order: 37, who: .haddad, .long, performers: ["Stadsmissionen i Ekeborg"],
        from: .official(.haddad))
    }
    at("2023-02-21 09:10", on: "2023-02-20", irregular: "Delegationen hade återkallats; det upptäcktes i efterhand.") {
      decide(.d(40), "Stöd till avhoppare", .approved, .under(5), by: [.haddad], dnr: "SN/2023:0031", on: [.m(37)])
    }
    at("2023-02-21 09:15", on: "2023-02-20") { approve(.m(37), .d(40)) }
    at("2023-03-02 09:05", on: "2023-03-01", by: Self.coordinator) { start(.m(37)) }
    at("2023-03-16 09:50", on: "2023-03-15", by: Self.secretary) { notify(.d(40), to: .b(3), at: .t(20), "§ 29") }
    at("2023-12-04 10:30", on: "2023-11-30", by: Self.coordinator) {
      implement(
        .m(37), .none, [result("personer i stöd", "0")], deviation: "Ingen leverantör kunde ta uppdraget.", by: .haddad)
    }
  }

  private func victims() {
    at("2023-01-18 09:25", by: Self.coordinator) {
      propose(
        .m(40), "Brottsofferstöd på kvällstid", .decided, cause: "Stödet stänger innan många slutar arbeta.",
        goal: "Öppet två kvällar i veckan.", targets: [target("stödsamtal", "samtal")], deadline: "2023-12-31",
        order: 40,
        who: .haddad, .short, timeOfDay: "kväll", performers: ["Brottsofferstödet i Ekeborg"], from: .official(.haddad))
    }
    together("2023-03-16 09:30", on: "2023-03-15", by: Self.secretary) {
      decide(.d(41), "Brottsofferstöd på kvällstid", .approved, .social(20, 23), by: [.wikner], on: [.m(40)])
      approve(.m(40), .d(41))
    }
    at("2023-04-18 09:10", on: "2023-04-17", by: Self.coordinator) { start(.m(40)) }
    reports(.m(40), by: .haddad, Said("2023-09-05 14:55", "2023-T2", "Öppet sedan april.", result("stödsamtal", "61")))
    at("2023-12-19 09:30", on: "2023-12-18", by: Self.coordinator) {
      implement(.m(40), .full, [result("stödsamtal", "118")], by: .haddad)
    }
  }
}
