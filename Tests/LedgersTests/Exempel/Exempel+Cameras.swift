import LedgerDomain
import StrictJSON
import TestSupport

extension Exempel {
  /// M-0006: decided, appealed, stayed, annulled, and carried out all the same.
  func cameras() {
    at("2022-01-17 11:30") {
      open(
        .c(4), "Förfrågan från polisen om kameror på Stationstorget", dnr: "KS/2022:0033", areas: ["stationsstaden"],
        from: .party("polisen"))
      assign(.c(4), to: .ekholm)
    }
    at("2022-01-24 13:15") { link(.c(4), to: .m(6)) }
    together("2022-05-27 09:15", on: "2022-05-25", by: Self.secretary) {
      decide(
        .d(6), "Kamerabevakning av Stationstorget", .approved, .board(8, 63), by: [.lindvall], rapporteur: .ekholm,
        proposedBy: .ask, dnr: "KS/2022:0033", on: [.m(6)])
      approve(.m(6), .d(6))
    }
    at("2022-06-17 10:00", on: "2022-06-16") {
      appeal(
        .d(6), to: "Förvaltningsrätten i Ekeborg (påhittad)", "412-22",
        by: citizen("Påhittad Klagande", "klagande@ekeborg.example"))
    }
    at("2022-07-07 09:30", on: "2022-07-05") { stay(.d(6), by: "Förvaltningsrätten i Ekeborg (påhittad)", "412-22") }
    at(
      "2022-08-22 08:45", on: "2022-08-15", by: Self.coordinator,
      irregular: "Entreprenören började enligt avtalets tidplan; beskedet om inhibition nådde inte fram.",
      refs: [.d(6)]
    ) { start(.m(6), by: ["Ekeborg Energi Nät AB"]) }
    at("2022-08-24 15:05", by: Self.coordinator) { pause(.m(6), "Beslutet är inhiberat.") }
    at("2023-01-23 09:20", on: "2023-01-19") {
      annul(
        .d(6), by: "Förvaltningsrätten i Ekeborg (påhittad)", "412-22",
        "Nämnden hade inte berett ärendet tillräckligt.")
    }
    at(
      "2023-02-14 09:05", on: "2023-02-13", by: Self.coordinator,
      irregular: "Två kameror togs i drift av misstag innan domen var känd hos entreprenören.",
      refs: [.d(6)]
    ) {
      implement(
        .m(6), .partial, [result("kameror i drift", "2")],
        deviation: "Två av fyra kameror var i drift när domen blev känd. De stängdes av 2023-02-20.", by: .ekholm)
    }
    at("2023-02-21 10:25") { close(.c(4), "Beslutet upphävt; kamerorna avstängda.", decision: .d(6)) }
  }
}
