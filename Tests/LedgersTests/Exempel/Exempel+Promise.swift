import LedgerDomain
import StrictJSON
import TestSupport

extension Exempel {
  /// The promise: adopted by the council before the ledger began, signed, published, later widened with a district.
  func promise() {
    together("2022-01-10 13:15", on: "2021-12-13", by: Self.secretary) {
      decide(
        .d(1), "Medborgarlöfte 2022–2023", .adopted, .council(1, 154), by: [.noren], rapporteur: .thulin,
        dnr: "KS/2021:0388")
      adopt(.p(1), Exempel.promised)
    }
    at("2022-01-12 16:20", by: Self.secretary) {
      sign(.p(1), for: "kommunen", .lindvall)
      sign(.p(1), for: "polisen", .ask)
    }
    at("2022-01-14 10:30") {
      publish(.p(1), at: "Kommunens webbplats", "https://ekeborg.example/medborgarlofte")
      publish(.p(1), at: "Polisens webbplats")
    }
    at("2022-01-10 14:02", on: "2021-11-30", by: Self.coordinator) { assess(.s(1), Exempel.pictureOf2021) }
    together("2022-11-23 09:40", on: "2022-11-21", by: Self.secretary) {
      decide(
        .d(50), "Tillägg till medborgarlöftet: Hamnen", .amended, .council(15, 140), by: [.noren],
        dnr: "KS/2022:0311", on: [.p(1)])
      amend(
        .p(1),
        PromiseAmended(
          addedAreas: [Named("hamnen", "Hamnen")], reason: "Mätningen hösten 2022 visar otrygghet i Hamnen.",
          decision: .d(50)))
    }
    at("2023-01-20 11:10", by: Self.coordinator) { assess(.s(2), Exempel.pictureOf2023) }
  }

  private static let promised = PromiseAdopted(
    title: "Medborgarlöfte 2022–2023 för Ekeborg",
    validity: DateSpan(from: "2022-01-01", through: "2023-12-31"),
    commitments: [
      Commitment(text: "Polisen ska synas till fots i Stationsstaden på kvällarna."),
      Commitment(text: "Kommunen och polisen ska gå minst fyra trygghetsvandringar varje år."),
      Commitment(text: "Kommunen ska kartlägga och åtgärda mörka platser."),
      Commitment(text: "Minst åtta nya områden ska få grannsamverkan."),
    ],
    parties: [Named("kommunen", "Ekeborgs kommun"), Named("polisen", "Polisen, lokalpolisområde Ekeborg")],
    signatories: [.lindvall, .ask],
    parentGoals: ["Ekeborg ska vara en trygg kommun att växa upp och åldras i."],
    agreement: "Samverkansöverenskommelse 2021–2024 mellan Ekeborgs kommun och polisen",
    areas: [
      Named("stationsstaden", "Stationsstaden"), Named("ekliden", "Ekliden"), Named("bruket", "Bruket"),
    ],
    focusAreas: [
      Named("langning", "Narkotika och langning"), Named("nara-relation", "Våld i nära relation"),
      Named("skadegorelse", "Skadegörelse"), Named("unga-i-riskzon", "Unga i riskzon"),
    ],
    effectGoals: [
      EffectGoal(
        text: "Fler ska känna sig trygga ute sena kvällar.", horizon: .long,
        followedUpBy: ["trygghetsmätning varje höst", "medborgardialoger"]),
      EffectGoal(text: "Skadegörelsen ska minska.", horizon: .short, followedUpBy: ["anmälningsstatistik"]),
    ],
    reporting: Reporting(
      to: "Rådet för trygghet och säkerhet", timesPerYear: 3, occasion: "i samband med tertialrapporten",
      sites: [
        Named("kommunens-webbplats", "Kommunens webbplats"), Named("polisens-webbplats", "Polisens webbplats"),
      ]),
    wording: [
      Passage(
        heading: "Vi lovar",
        text: "Under 2022 och 2023 lovar kommunen och polisen att tillsammans göra Ekeborg tryggare.")
    ],
    decision: .d(1))

  private static let pictureOf2021 = SituationAssessed(
    title: "Gemensam lägesbild hösten 2021", promise: .p(1),
    summary: "De flesta är trygga. Otryggheten är störst efter mörkrets inbrott och kring stationen.",
    grounds: [
      Ground(kind: .survey, description: "trygghetsmätningen november 2021, 1 204 svar"),
      Ground(kind: .dialogue, description: "två medborgardialoger i Bruket och Ekliden"),
      Ground(kind: .staff, description: "skolornas och socialtjänstens medarbetare"),
      Ground(kind: .statistics, description: "anmälda brott 2021"),
    ],
    findings: [
      SituationFinding(
        text: "Gångstråket mellan Ekliden och stationen undviks av många efter mörkrets inbrott.", areas: ["ekliden"],
        timeOfDay: "efter mörkrets inbrott", arenas: ["gång- och cykelväg"], groups: ["kvinnor", "äldre"]),
      SituationFinding(
        text: "Öppen försäljning av narkotika förekommer vid stationen.", areas: ["stationsstaden"],
        focusAreas: ["langning"], timeOfDay: "kväll", arenas: ["torg"]),
      SituationFinding(
        text: "Klotter och skadegörelse drabbar skolor och parker i Bruket.", areas: ["bruket"],
        focusAreas: ["skadegorelse"], arenas: ["skola", "park"]),
      SituationFinding(
        text: "Få kommuner av samma storlek har så få orosanmälningar om våld i hemmet.",
        focusAreas: ["nara-relation"], arenas: ["hem"]),
    ])

  private static let pictureOf2023 = SituationAssessed(
    title: "Gemensam lägesbild januari 2023", promise: .p(1),
    summary: "Ekliden har blivit tryggare. Hamnen har tillkommit.",
    grounds: [
      Ground(kind: .survey, description: "trygghetsmätningen november 2022, 1 158 svar"),
      Ground(kind: .statistics, description: "anmälda brott 2022"),
    ],
    findings: [
      SituationFinding(
        text: "Hamnpromenaden upplevs som otrygg sommartid.", areas: ["hamnen"], timeOfDay: "kväll och natt",
        arenas: ["strandpromenad"], groups: ["unga vuxna"])
    ])
}
