import LedgerDomain
import StrictJSON
import TestSupport

extension Exempel {
  /// Streets and parks from the autumn of 2022: overdue, rejected after it began, extended late, approved after the promise.
  func streetsLater() {
    stationPark()
    underpass()
    lightsInBruksparken()
    square()
    harbour()
    programme()
  }

  private func stationPark() {
    at("2022-09-05 09:10", by: Self.coordinator) {
      propose(
        .m(25), "Ljussättning av Stationsparken", .decided, situation: .s(1), cause: "Parken är mörk och undviks.",
        goal: "Alla gångar är upplysta.", targets: [target("upplysta gångar", "gångar", .atLeast, "6")],
        deadline: "2023-08-31", order: 25, who: .ekholm, areas: ["stationsstaden"], .long,
        timeOfDay: "efter mörkrets inbrott", arena: "park", from: .official(.ekholm))
    }
    together("2022-12-08 09:10", on: "2022-12-07", by: Self.secretary) {
      decide(.d(11), "Ljussättning av Stationsparken", .approved, .board(16, 118), by: [.lindvall], on: [.m(25)])
      approve(.m(25), .d(11))
    }
    at("2023-03-07 08:05", on: "2023-03-06", by: Self.coordinator) { start(.m(25)) }
    reports(
      .m(25), by: .ekholm,
      Said("2023-05-03 10:30", "2023-T1", "Schaktning pågår.", result("upplysta gångar", "1")),
      Said("2023-09-05 10:25", "2023-T2", "Kabelbrott har försenat arbetet.", result("upplysta gångar", "3")),
      Said(
        "2024-01-09 10:30", "2023-T3", "Fyra gångar klara. Ingen ny tid är beslutad.", result("upplysta gångar", "4")))
  }

  private func underpass() {
    at("2022-09-29 13:20") {
      open(.c(10), "Anmälan om gångtunneln vid Bruksgatan", dnr: "KS/2022:0262", areas: ["bruket"])
      assign(.c(10), to: .ekholm)
    }
    at("2022-10-10 09:25", by: Self.coordinator) {
      propose(
        .m(30), "Upprustning av gångtunneln vid Bruksgatan", .decided, case: .c(10),
        cause: "Klotter och trasig belysning.",
        goal: "Tunneln är hel och ljus.", deadline: "2023-03-31", order: 30, who: .ekholm, areas: ["bruket"],
        focus: ["skadegorelse"], .short, arena: "gångtunnel", performers: ["Ekeborgsbostäder AB"],
        from: .official(.ekholm))
      link(.c(10), to: .m(30))
    }
    at(
      "2022-10-18 08:25", on: "2022-10-17", by: Self.coordinator,
      irregular: "Bolaget började måla som försök innan ärendet var berett."
    ) { start(.m(30), by: ["Ekeborgsbostäder AB"]) }
    at("2022-12-08 09:25", on: "2022-12-07", by: Self.secretary) {
      decide(
        .d(12), "Upprustning av gångtunneln", .rejected, .board(16, 119), by: [.lindvall],
        grounds: "Tunneln ska rivas 2025.", dnr: "KS/2022:0262", on: [.m(30)])
    }
    at("2022-12-08 09:30", on: "2022-12-07", by: Self.secretary, irregular: "Arbetet hade redan börjat.") {
      reject(.m(30), .d(12), "Tunneln ska rivas 2025.")
    }
    at("2022-12-12 10:50") { close(.c(10), "Avslag; påbörjat arbete redovisas i uppföljningen.", decision: .d(12)) }
  }

  private func lightsInBruksparken() {
    at("2022-11-28 09:20", by: Self.coordinator) {
      propose(
        .m(34), "Belysning i Bruksparken", .decided, cause: "Platsen finns i kartläggningen av mörka platser.",
        goal: "Gångvägen genom parken är upplyst.", targets: [target("stolpar", "stolpar", .atLeast, "9")],
        deadline: "2023-05-31", order: 34, who: .berggren, areas: ["bruket"], .short, arena: "park",
        from: .official(.berggren))
    }
    together("2023-01-12 09:30") {
      decide(
        .d(13), "Belysning i Bruksparken", .approved, .under(2), by: [.berggren], dnr: "KS/2023:0011", on: [.m(34)])
      approve(.m(34), .d(13))
    }
    at("2023-02-23 09:30", on: "2023-02-22", by: Self.secretary) { notify(.d(13), to: .b(2), at: .t(19), "§ 24") }
    at("2023-04-18 07:55", on: "2023-04-17", by: Self.coordinator) { start(.m(34)) }
    at(
      "2023-06-12 09:50", by: Self.coordinator,
      irregular: "Att tiden gått ut upptäcktes när tertialets lista gicks igenom."
    ) { extend(.m(34), to: "2023-09-30", "Stolparna är försenade.") }
    reports(
      .m(34), by: .berggren, Said("2023-09-05 10:40", "2023-T2", "Fem av nio stolpar är satta.", result("stolpar", "5"))
    )
    together("2023-09-20 10:15") {
      decide(
        .d(14), "Förlängd tid för belysningen i Bruksparken", .extended, .under(1), by: [.ekholm], dnr: "KS/2023:0011",
        on: [.m(34)])
      extend(.m(34), to: "2023-11-30", "Markarbetet blev större än beräknat.", decision: .d(14))
    }
    at("2023-10-26 09:40", on: "2023-10-25", by: Self.secretary) { notify(.d(14), to: .b(2), at: .t(27), "§ 110") }
    at("2023-11-27 10:05", on: "2023-11-24", by: Self.coordinator) {
      implement(.m(34), .full, [result("stolpar", "9")], by: .berggren)
    }
  }

  private func square() {
    at("2022-09-06 13:30", by: Self.coordinator) {
      propose(
        .m(35), "Ny möblering av Stationstorget", .decided, cause: "Torget saknar platser där folk stannar.",
        goal: "Fler vistas på torget på kvällen.", order: 35, who: .ekholm,
        areas: ["stationsstaden"], .long, arena: "torg", from: .official(.ekholm))
    }
    together("2022-10-06 09:20", on: "2022-10-05", by: Self.secretary) {
      decide(
        .d(15), "Ny möblering av Stationstorget", .approved, .board(13, 89), by: [.lindvall],
        conflicts: [ConflictOfInterest(person: .falk, tookPart: false)], on: [.m(35)])
      approve(.m(35), .d(15))
    }
    at("2023-03-20 09:00", by: Self.coordinator) { start(.m(35)) }
    at("2023-05-15 10:10", on: "2023-05-12", by: Self.coordinator) {
      implement(.m(35), by: .ekholm)
      attach(
        .m(35), "Torget före och efter.txt", Array("påhittad fotologg från Stationstorget\n".utf8), role: "fotologg")
    }
  }

  private func harbour() {
    at("2023-02-27 14:30") {
      open(.c(12), "Önskemål om fri sikt på Hamnpromenaden", dnr: "KS/2023:0064", areas: ["hamnen"])
      assign(.c(12), to: .berggren)
    }
    at("2023-03-13 09:20", by: Self.coordinator) {
      propose(
        .m(41), "Fri sikt längs Hamnpromenaden", .decided, case: .c(12), situation: .s(2),
        cause: "Sly skymmer promenaden.", goal: "Fri sikt hela vägen.", deadline: "2023-05-31", order: 41,
        who: .berggren, areas: ["hamnen"], .short, arena: "strandpromenad",
        from: .citizen(citizen("Påhittad Person Sju", "person.sju@ekeborg.example")))
      link(.c(12), to: .m(41))
    }
    together("2023-03-20 13:15") {
      decide(
        .d(16), "Röjning vid Hamnpromenaden", .approved, .under(1), by: [.ekholm], dnr: "KS/2023:0064", on: [.m(41)],
        notBeforeFinal: "Det som fälls kan inte återställas om beslutet upphävs.")
      approve(.m(41), .d(16))
    }
    at("2023-03-22 09:05") { announce(.d(16)) }
    at("2023-04-03 09:05", on: "2023-03-14", received: "2023-03-14") {
      note(.c(12), "Hamnföreningens synpunkter på röjningen kom in.", by: .berggren)
    }
    at("2023-04-12 08:10", on: "2023-04-11", by: Self.coordinator, irregular: "Entreprenören fick fel startdag.") {
      start(.m(41))
    }
    at("2023-04-13 08:45", by: Self.secretary) { becomesFinal(.d(16)) }
    at("2023-04-24 09:45", on: "2023-04-21", by: Self.coordinator) { implement(.m(41), by: .berggren) }
    at("2023-04-25 10:30") { close(.c(12), "Slyet är röjt.", decision: .d(16)) }
    at("2023-04-27 09:25", on: "2023-04-26", by: Self.secretary) { notify(.d(16), to: .b(2), at: .t(21), "§ 51") }
  }

  private func programme() {
    at("2023-11-28 09:15", by: Self.coordinator) {
      propose(
        .m(44), "Belysningsprogram 2024–2025", .decided, cause: "Arbetet med mörka platser är inte färdigt.",
        goal: "Återstående kartlagda platser åtgärdas.", deadline: "2025-12-31", order: 44, who: .ekholm, .long,
        from: .official(.ekholm))
    }
    at("2024-01-18 09:10", on: "2024-01-17", by: Self.secretary) {
      decide(.d(17), "Belysningsprogram 2024–2025", .approved, .board(29, 7), by: [.lindvall], on: [.m(44)])
    }
    at("2024-01-18 09:14", on: "2024-01-17", by: Self.secretary, irregular: "Löftets tid hade gått ut.") {
      approve(.m(44), .d(17))
    }
  }
}
