import LedgerDomain
import StrictJSON
import TestSupport

extension Exempel {
  /// The case that led to no measure and is still open, with a due date that has passed.
  func cases() {
    at("2023-08-14 13:35", note: "Avsändaren (påhittad) ber att inte bli kontaktad på arbetet. Påhittad uppgift.") {
      open(
        .c(13), "Skrivelse om parkeringshuset Kvarnen", dnr: "KS/2023:0197", areas: ["stationsstaden"],
        "Mörka trapphus och skymda hörn.", from: .citizen(citizen("Påhittad Person Sex", "person.sex@ekeborg.example")))
      assign(.c(13), to: .ekholm)
      watch(.c(13), until: "2023-11-30", "Svar inom tre månader efter besiktning.")
    }
    at("2023-09-19 09:25", by: Self.coordinator) { note(.c(13), "Platsbesök med fastighetsägaren.", by: .ekholm) }
    at("2023-11-30 14:15", by: Self.coordinator) { watch(.c(13), until: "2024-02-29", "Besiktningen blev försenad.") }
  }
}
