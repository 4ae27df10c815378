import LedgerDomain
import StrictJSON
import TestSupport

extension Exempel {
  /// Streets and parks in 2022: done before decided, rejected and done, approved without a decision.
  func streets() {
    mapping()
    hedges()
    graffiti()
    gates()
    busStop()
  }

  private func mapping() {
    together("2022-02-14 09:50", by: Self.coordinator) {
      decide(
        .d(7), "Kartläggning enligt medborgarlöftet", .other, .carryingOut, by: [.ekholm],
        grounds: "Löftet är antaget; kartläggningen verkställer det.", on: [.m(3)])
      approve(.m(3), .d(7))
    }
    at("2022-02-21 08:30", by: Self.coordinator) { start(.m(3)) }
    reports(
      .m(3), by: .ekholm,
      Said("2022-05-04 10:50", "2022-T1", "Ekliden och Bruket klara.", result("kartlagda platser", "44"))
    )
    at("2022-06-21 14:20", on: "2022-06-20", by: Self.coordinator) {
      implement(.m(3), .full, [result("kartlagda platser", "61")], by: .ekholm)
    }
  }

  private func hedges() {
    at("2022-01-13 10:05") {
      open(
        .c(2), "Synpunkt: buskagen vid Bruksparken", dnr: "KS/2022:0019", areas: ["bruket"],
        from: .citizen(citizen("Påhittad Person Två")))
      assign(.c(2), to: .berggren)
    }
    at("2022-01-24 13:30") { link(.c(2), to: .m(4)) }
    together("2022-03-07 13:00") {
      decide(.d(8), "Beskärning vid Bruksparken", .approved, .under(1), by: [.ekholm], dnr: "KS/2022:0019", on: [.m(4)])
      approve(.m(4), .d(8))
    }
    at("2022-04-05 07:45", on: "2022-04-04", by: Self.coordinator) { start(.m(4)) }
    at("2022-04-29 10:20", on: "2022-04-28", by: Self.coordinator) { implement(.m(4), by: .berggren) }
    // By the one who had decided it.
    at("2022-09-05 10:30", by: Self.coordinator) {
      evaluate(.m(4), .output, .reached, "Fri sikt längs hela gångvägen.", by: .ekholm)
    }
    at("2022-05-02 13:10") { close(.c(2), "Buskagen beskurna.", decision: .d(8)) }
    at("2022-05-27 10:05", on: "2022-05-25", by: Self.secretary) { notify(.d(8), to: .b(2), at: .t(8), "§ 70") }
  }

  private func graffiti() {
    at(
      "2022-02-08 09:00", on: "2022-02-07", by: Self.coordinator,
      irregular: "Saneringen började inom löpande avtal innan åtgärden var beslutad."
    ) { start(.m(11), by: ["Ekeborg Sanering AB"]) }
    at("2022-03-31 09:25", on: "2022-03-30", by: Self.secretary) {
      decide(
        .d(9), "Klottersanering inom 48 timmar", .approved, .board(6, 42), by: [.lindvall], rapporteur: .ekholm,
        on: [.m(11)])
    }
    at(
      "2022-03-31 09:30", on: "2022-03-30", by: Self.secretary, irregular: "Arbetet pågick redan; beslutet kom efteråt."
    ) { approve(.m(11), .d(9)) }
    reports(
      .m(11), by: .ekholm,
      Said("2022-05-04 11:05", "2022-T1", "Avtalet inkört.", result("sanerat inom 48 timmar", "84")),
      Said("2022-08-25 10:40", "2022-T2", "Bättre under sommaren.", result("sanerat inom 48 timmar", "91")),
      Said("2023-01-10 10:00", "2022-T3", "Målet nått för året.", result("sanerat inom 48 timmar", "93")),
      Said("2023-05-03 10:15", "2023-T1", "Något sämre efter vintern.", result("sanerat inom 48 timmar", "88")),
      Said("2023-09-05 10:10", "2023-T2", "Enligt plan.", result("sanerat inom 48 timmar", "92")))
    at("2024-01-09 10:10", on: "2023-12-31", by: Self.coordinator) {
      implement(.m(11), .full, [result("sanerat inom 48 timmar", "92.5")], by: .ekholm)
    }
  }

  private func gates() {
    at("2022-04-11 13:45") {
      open(
        .c(5), "Klagomål: garagen på Lövgatan", dnr: "KS/2022:0098", areas: ["bruket"],
        from: .citizen(citizen("Påhittad Person Tre", "070-000 00 00")))
      assign(.c(5), to: .brandt)
    }
    at("2022-04-25 10:30", by: Self.coordinator) {
      propose(
        .m(16), "Grindar vid garagen på Lövgatan", .decided, case: .c(5), cause: "Inbrott i garagen.",
        goal: "Obehöriga hålls ute nattetid.", deadline: "2022-11-30", order: 16, who: .ekholm, areas: ["bruket"],
        focus: ["skadegorelse"], .short, timeOfDay: "natt", performers: ["Ekeborgsbostäder AB"],
        from: .official(.brandt))
      link(.c(5), to: .m(16))
    }
    together("2022-09-01 09:20", on: "2022-08-31", by: Self.secretary) {
      decide(
        .d(10), "Grindar vid garagen på Lövgatan", .rejected, .board(10, 79), by: [.lindvall], rapporteur: .brandt,
        grounds: "Räddningstjänsten behöver fri infart.", dnr: "KS/2022:0098", on: [.m(16)])
      reject(.m(16), .d(10), "Räddningstjänsten behöver fri infart.")
    }
    at("2022-09-05 14:00") { close(.c(5), "Avslag.", decision: .d(10)) }
    at(
      "2022-10-26 10:15", on: "2022-10-20", by: Self.coordinator,
      irregular: "Bolaget satte upp grindarna på egen mark trots avslaget.", refs: [.d(10)]
    ) { implement(.m(16), .full, performers: ["Ekeborgsbostäder AB"], by: .brandt) }
  }

  private func busStop() {
    at("2022-05-05 08:50") {
      open(
        .c(7), "Skrivelse om hållplatsen vid Skogsängen", dnr: "KS/2022:0121",
        from: .citizen(citizen("Påhittad Person Fyra")))
      assign(.c(7), to: .ekholm)
    }
    at("2022-05-18 09:35", by: Self.coordinator) {
      propose(
        .m(20), "Flytt av hållplatsen vid Skogsängen", .decided, case: .c(7), cause: "Hållplatsen ligger skymd.",
        deadline: "2022-09-30", order: 20, who: .ekholm, .short,
        timeOfDay: "kväll", arena: "hållplats", from: .official(.ekholm))
      link(.c(7), to: .m(20))
    }
    at(
      "2022-06-08 11:00", on: "2022-06-01", by: Self.coordinator,
      irregular: "Inget beslut har hittats; åtgärden togs med i bolagets tidplan efter ett möte."
    ) { approve(.m(20), nil) }
    at("2022-08-09 08:10", on: "2022-08-08", by: Self.coordinator) { start(.m(20)) }
    at("2022-09-12 09:15", on: "2022-09-09", by: Self.coordinator) { implement(.m(20), by: .ekholm) }
    at("2022-09-13 10:45") { close(.c(7), "Hållplatsen flyttad.") }
  }
}
