import LedgerDomain
import StrictJSON
import TestSupport

extension Exempel {
  /// What the auditors recommended: answered and cleared, cleared by those it criticised without an answer, answered but
  /// carried over, and still open.
  func auditors() {
    at("2023-03-29 10:10", on: "2023-03-28") {
      deliver(
        .r(1),
        RecommendationDelivered(
          title: "Beslutsunderlag och beslutanderätt",
          text: "Kommunstyrelsen bör säkerställa att det av varje åtgärd framgår vem som har beslutat den och när.",
          report: "Granskning av medborgarlöftet 2022", to: .b(2), measures: [.m(19), .m(20)], answerBy: "2023-06-30"))
      deliver(
        .r(2),
        RecommendationDelivered(
          title: "Registrering i tid", text: "Beslut bör registreras inom en vecka.",
          report: "Granskning av medborgarlöftet 2022", to: .b(2), measures: [.m(17)], answerBy: "2023-06-30"))
      deliver(
        .r(4),
        RecommendationDelivered(
          title: "Mål som går att mäta", text: "Varje beslutad åtgärd bör ha ett mål som går att mäta.",
          report: "Granskning av medborgarlöftet 2022", to: .b(2), answerBy: "2023-06-30"))
    }
    together("2023-06-15 09:20", on: "2023-06-14", by: Self.secretary) {
      decide(
        .d(51), "Svar på revisorernas rekommendation", .other, .board(23, 71), by: [.lindvall], rapporteur: .thulin,
        on: [.r(1)])
      answer(
        .r(1), "En rutin är införd: ingen beställning utan angivet beslut och delegation.", by: .lindvall,
        decision: .d(51))
      answer(.r(4), "Nya åtgärder föreslås med delmål.", by: .lindvall)
    }
    at("2023-11-08 10:30", on: "2023-11-07") {
      clear(.r(1), "Rutinen följs i de beslut som har granskats.", by: .ahlstedt)
    }
    at("2023-11-08 10:40", on: "2023-11-07", irregular: "Styrelsens ordförande skrev av den efter ett samtal.") {
      clear(.r(2), "Registreringen har förbättrats.", by: .lindvall)
    }
    at("2024-03-20 10:15", on: "2024-03-19") {
      deliver(
        .r(3),
        RecommendationDelivered(
          title: "Åtgärder utan rapportering",
          text: "Kommunstyrelsen bör redovisa varför åtgärder med utgången tid inte har rapporterats.",
          report: "Granskning av medborgarlöftet 2023", to: .b(2), measures: [.m(25), .m(42)], answerBy: "2024-06-28"))
      carryOver(
        .r(4),
        RecommendationCarriedOver(
          statement: "Flera åtgärder från 2023 saknar fortfarande mål.", report: "Granskning av medborgarlöftet 2023",
          answerBy: "2024-04-30"))
    }
  }
}
