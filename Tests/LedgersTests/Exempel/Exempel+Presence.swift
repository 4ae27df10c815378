import LedgerDomain
import StrictJSON
import TestSupport

extension Exempel {
  /// Grown-ups in place: night walkers that rest, hosts that were registered late, guards that were broken off, visits.
  func presence() {
    nightWalkers()
    hosts()
    guards()
    visits()
  }

  private func nightWalkers() {
    at("2022-03-02 10:10") {
      open(.c(6), "Ansökan om bidrag till nattvandring", dnr: "KS/2022:0071", areas: ["bruket", "stationsstaden"])
      assign(.c(6), to: .brandt)
    }
    at("2022-03-14 09:40", by: Self.coordinator) {
      propose(
        .m(14), "Nattvandring på fredagar", .decided, case: .c(6), situation: .s(1),
        cause: "Få vuxna ute på fredagskvällar.",
        goal: "Vuxna på plats varje fredag.", targets: [target("nattvandringar", "kvällar per år", .atLeast, "36")],
        deadline: "2023-12-31", order: 14, who: .brandt, areas: ["bruket", "stationsstaden"], focus: ["unga-i-riskzon"],
        .long, timeOfDay: "fredag kväll", performers: ["Nattvandrarna i Ekeborg"], from: .official(.brandt))
      link(.c(6), to: .m(14))
    }
    together("2022-03-31 09:45", on: "2022-03-30", by: Self.secretary) {
      decide(
        .d(20), "Bidrag till nattvandring", .approved, .board(6, 43), by: [.lindvall], dnr: "KS/2022:0071", on: [.m(14)]
      )
      approve(.m(14), .d(20))
    }
    at("2022-04-11 09:05", on: "2022-04-08T21:00:00+02:00", by: Self.coordinator) {
      start(.m(14), by: ["Nattvandrarna i Ekeborg"])
    }
    at("2022-04-12 10:15") { close(.c(6), "Bidrag beviljat.", decision: .d(20)) }
    together("2022-07-01 10:40", by: Self.coordinator) {
      decide(.d(53), "Uppehåll i nattvandringen", .paused, .under(6), by: [.brandt], dnr: "KS/2022:0071", on: [.m(14)])
      pause(.m(14), "Sommaruppehåll, föreningen saknar folk.", decision: .d(53))
    }
    at(
      "2022-08-24 11:40", on: "2022-08-12", by: Self.coordinator,
      irregular: "Föreningen gick två kvällar under uppehållet på eget initiativ."
    ) {
      report(
        .m(14), "Tolv kvällar, två av dem under uppehållet.", [result("nattvandringar", "12")], "2022-T2", by: .brandt)
    }
    together("2022-09-02 09:15", by: Self.coordinator) {
      decide(.d(54), "Nattvandringen återupptas", .resumed, .under(6), by: [.brandt], dnr: "KS/2022:0071", on: [.m(14)])
      resume(.m(14), decision: .d(54))
    }
    at("2022-10-06 09:50", on: "2022-10-05", by: Self.secretary) {
      notify(.d(53), to: .b(2), at: .t(13), "§ 95")
      notify(.d(54), to: .b(2), at: .t(13), "§ 95")
    }
    reports(
      .m(14), by: .brandt, Said("2023-01-09 13:20", "2022-T3", "Under målet för året.", result("nattvandringar", "27")),
      Said("2023-05-02 13:15", "2023-T1", "Varje fredag.", result("nattvandringar", "16")))
    at("2024-01-09 09:45", on: "2023-12-29", by: Self.coordinator) {
      implement(
        .m(14), .partial, [result("nattvandringar", "31")],
        deviation: "31 av 36 kvällar; brist på frivilliga i november.",
        by: .brandt)
    }
  }

  /// Decided on 5 October 2022 and begun on the 10th, but registered on 8 November: on 14 October nobody could see it here.
  private func hosts() {
    at("2022-09-12 09:15", by: Self.coordinator) {
      propose(
        .m(17), "Trygghetsvärdar vid stationen", .decided, situation: .s(1),
        cause: "Resenärer känner sig otrygga på kvällen.",
        goal: "Två värdar på plats alla vardagskvällar.",
        targets: [target("kvällar med värdar", "kvällar", .atLeast, "200")],
        deadline: "2023-10-31", order: 17, who: .brandt, areas: ["stationsstaden"], .short, timeOfDay: "kväll",
        arena: "station", group: "resenärer", performers: ["Stadsmissionen i Ekeborg"], from: .official(.brandt))
    }
    let minutes = SourceReference(
      document: digest(of: Array("påhittat protokoll KS 2022-10-05\n".utf8)), place: "§ 90")
    at(
      "2022-11-08 10:05", on: "2022-10-05", by: Self.secretary,
      irregular: "Beslutet registrerades fem veckor för sent.", received: "2022-11-07", sources: [minutes]
    ) {
      decide(.d(21), "Trygghetsvärdar vid stationen", .approved, .board(13, 90), by: [.lindvall], on: [.m(17)])
    }
    at("2022-11-08 10:08", on: "2022-10-05", by: Self.secretary, received: "2022-11-07", sources: [minutes]) {
      approve(.m(17), .d(21))
    }
    at("2022-11-08 10:15", on: "2022-10-10", by: Self.coordinator, received: "2022-11-07") {
      start(.m(17), by: ["Stadsmissionen i Ekeborg"])
    }
    reports(
      .m(17), by: .brandt,
      Said("2023-01-09 13:40", "2022-T3", "Igång sedan oktober.", result("kvällar med värdar", "52")),
      Said("2023-05-02 13:40", "2023-T1", "Enligt plan.", result("kvällar med värdar", "134")),
      Said("2023-09-04 13:10", "2023-T2", "Enligt plan.", result("kvällar med värdar", "186")))
    at("2023-11-06 09:40", on: "2023-10-31", by: Self.coordinator) {
      implement(.m(17), .full, [result("kvällar med värdar", "214")], by: .brandt)
    }
  }

  private func guards() {
    at("2022-03-28 13:50") {
      open(.c(11), "Stök på stadsbiblioteket", dnr: "KS/2022:0088", areas: ["stationsstaden"])
      assign(.c(11), to: .roos)
    }
    at("2022-04-04 09:35", by: Self.coordinator) {
      propose(
        .m(23), "Väktare på biblioteket", .decided, case: .c(11), cause: "Återkommande stök på eftermiddagarna.",
        goal: "Lugn och ro i biblioteket.", deadline: "2022-12-31", order: 23, who: .roos, areas: ["stationsstaden"],
        .short, timeOfDay: "eftermiddag", arena: "bibliotek", performers: ["Ekeborg Bevakning AB"],
        from: .official(.roos))
      link(.c(11), to: .m(23))
    }
    together("2022-05-27 09:35", on: "2022-05-25", by: Self.secretary) {
      decide(
        .d(22), "Väktare på biblioteket", .approved, .board(8, 64), by: [.lindvall], through: "2022-12-31", on: [.m(23)]
      )
      approve(.m(23), .d(22))
    }
    at("2022-06-02 08:20", on: "2022-06-01", by: Self.coordinator) { start(.m(23)) }
    reports(.m(23), by: .roos, Said("2022-08-24 13:15", "2022-T2", "Lugnare, men dyrt."))
    together("2022-10-06 10:20", on: "2022-10-05", by: Self.secretary) {
      decide(.d(23), "Väktare på biblioteket avslutas", .withdrawn, .board(13, 91), by: [.lindvall], on: [.m(23)])
      withdraw(.m(23), "Pengarna behövs till fältassistenter.", decision: .d(23))
    }
    at("2022-10-07 10:10") { close(.c(11), "Åtgärden avbruten.", decision: .d(23)) }
    at(
      "2022-11-03 09:30", on: "2022-11-01", by: Self.coordinator, irregular: "Avtalet sades inte upp förrän i november."
    ) {
      report(.m(23), "Väktarna var kvar till och med oktober.", by: .roos)
      note(.c(11), "Fakturan för oktober bestreds.", by: .roos)
    }
  }

  private func visits() {
    at("2022-10-03 10:20", by: Self.coordinator) {
      propose(
        .m(26), "Trygghetsbesök hos äldre", .decided, cause: "Bedrägerier per telefon mot äldre.",
        goal: "Äldre vet hur de avvisar bedragare.", targets: [target("besök", "besök", .atLeast, "300")],
        deadline: "2023-12-15", order: 26, who: .haddad, evaluated: true, .short, arena: "hem",
        group: "80 år och äldre",
        parties: ["kommunen", "polisen"], from: .official(.haddad))
    }
    together("2022-11-17 09:15", on: "2022-11-16", by: Self.secretary) {
      decide(.d(25), "Trygghetsbesök hos äldre", .approved, .social(14, 101), by: [.wikner], on: [.m(26)])
      approve(.m(26), .d(25))
    }
    at("2023-01-17 08:30", on: "2023-01-16", by: Self.coordinator) { start(.m(26)) }
    reports(
      .m(26), by: .haddad, Said("2023-05-02 14:05", "2023-T1", "Två besökare anställda.", result("besök", "88")),
      Said("2023-09-04 13:40", "2023-T2", "Enligt plan.", result("besök", "203")))
    at("2023-12-04 10:10", on: "2023-11-30", by: Self.coordinator) {
      implement(.m(26), .full, [result("besök", "342")], by: .haddad)
    }
    at("2023-12-11 13:20", by: Self.coordinator) {
      evaluate(
        .m(26), .process, .reached, "Besöken nådde dem de var till för. Effekten på brotten går inte att bedöma.",
        by: .brandt)
    }
  }
}
