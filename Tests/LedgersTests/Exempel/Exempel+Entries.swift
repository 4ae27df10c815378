import LedgerDomain
import StrictJSON
import TestSupport

extension Exempel {
  /// What was wrong in the book: corrections, a correction corrected, one reversed, a duplicate, secrecy, erasure, a clock.
  func entries() {
    corrections()
    secrecy()
    at("2023-04-03 09:15", by: Self.coordinator) {
      propose(
        .m(45), "Trygghetsronder i flerbostadshus", .decided, cause: "Trasiga lås och mörka källare.",
        deadline: "2023-12-31", order: 45, who: .brandt, areas: ["bruket"], from: .official(.brandt))
    }
    at("2023-04-04 09:30", by: Self.coordinator, refs: [.m(42)]) {
      reverse(.m(45), MeasureProposed.self, "Dubblett av M-0042.", by: .brandt)
    }
    // The clock of the registry's computer was put right between two entries.
    at("2022-06-09 10:30", by: Self.clerk) { note(.c(9), "Ungdomsrådet har fått besked om tidplanen.", by: .roos) }
    at("2022-06-09 10:31", by: Self.clerk, clockBehindSeconds: 38) {
      watch(.c(9), until: "2022-09-30", "Nämndens sammanträde i september.")
    }
  }

  private func corrections() {
    // The figure of 2022-T2 had been presented on 27 September; it is corrected, and the correction corrected.
    at("2022-10-12 09:15", by: Self.policeClerk) {
      correct(
        .m(1), ProgressReported.self, number: 2, "results", to: hours("413"), "Siffrorna hade kastats om.", by: .feldt)
    }
    at("2022-10-24 13:35", by: Self.policeClerk) {
      correct(
        .m(1), ProgressReported.self, number: 2, "results", to: hours("418"),
        "Fem timmar från augusti saknades i rättelsen.", by: .feldt)
    }
    at("2022-08-23 10:15", by: Self.coordinator) {
      correct(
        .m(3), MeasureImplemented.self, "effective", to: .string("2022-06-17"), "Slutrapporten är daterad 17 juni.",
        by: .ekholm)
    }
    at("2023-02-07 09:25", by: Self.policeClerk) {
      correct(
        .m(5), ProgressReported.self, number: 2, "results",
        to: JSONValue(of: [TargetResult(target: "nya områden", actual: "4")]), "Ett område räknades två gånger.",
        by: .feldt)
    }
    at("2023-02-09 13:45", by: Self.policeClerk) {
      reverse(.m(5), EntryCorrected.self, "Områdena var två; den första uppgiften var rätt.", by: .feldt)
    }
    at("2022-04-01 09:10", by: Self.secretary) {
      correct(.d(9), DecisionMade.self, "reference", to: .string("KS/2022:0060"), "Diarienumret saknades.", by: .thulin)
    }
    at("2023-01-11 09:50", by: Self.secretary) {
      correct(
        .d(11), DecisionMade.self, "authority.paragraph", to: .string("§ 117"), "Fel paragraf inskriven.", by: .thulin)
    }
  }

  private func hours(_ actual: Quantity) -> JSONValue {
    JSONValue(of: [TargetResult(target: "patrulltimmar", actual: actual)])
  }

  private func secrecy() {
    at("2022-10-31 11:05") {
      markSecret(.c(8), field: "note", "OSL 26 kap. 1 §", "Ekeborgs kommun, kommunstyrelsen")
    }
    at("2022-02-15 09:05") { markSecret(.c(4), "OSL 18 kap. 1 §", "Polismyndigheten") }
    at("2022-04-05 11:20") { markSecret(.c(11), "Sekretess", "Ekeborgs kommun, kommunstyrelsen") }
    at("2022-06-20 09:30") { liftSecrecy(.c(4), "Polismyndigheten") }
    together("2023-10-26 09:15", on: "2023-10-25", by: Self.secretary) {
      decide(
        .d(52), "Gallring av personuppgifter i avslutat ärende", .other, .board(27, 104), by: [.lindvall],
        dnr: "KS/2023:0251", on: [.c(5)])
    }
    at("2023-10-30 10:40") { erase(.c(5), "KS 2023-10-25 § 104", decided: "2023-10-25", organ: "Kommunstyrelsen") }
  }
}
