import LedgerDomain
import StrictJSON
import TestSupport

extension Exempel {
  /// The promise has run out, the final report is presented, and the book is closed; one thing comes after.
  func ending() {
    person()
    at("2024-04-25 09:25", on: "2024-04-24", by: Self.secretary) {
      conclude(.p(1), "Löftet gällde till 31 december 2023. Slutrapporten redovisades för rådet 2024-04-23.")
    }
    at("2024-04-30 10:05", by: Self.secretary) {
      concludeLedger("Liggaren avslutas sedan slutrapporten har redovisats.")
    }
    at("2024-05-06 09:40", by: Self.policeClerk, irregular: "Publicerades först efter att liggaren hade avslutats.") {
      publish(.f(7), on: "polisens-webbplats")
    }
  }

  /// A resident writes, moves, and asks to see what the book has about her.
  private func person() {
    at("2024-04-02 10:20") {
      registerPerson(.e(1), "Påhittad Person Åtta", contact: "person.atta@ekeborg.example")
    }
    at(
      "2024-04-02 10:25",
      note:
        "Hon (påhittad) undviker parkeringshuset efter klockan tio och vill inte nämnas vid namn. Påhittad uppgift.",
      refs: [.e(1)]
    ) { note(.c(13), "Synpunkter från en boende har tagits emot.", by: .ekholm) }
    at("2024-04-16 09:10") { changePerson(.e(1), contact: "040-628 04 12") }
    at("2024-04-26 13:05") { disclose(.e(1), "registerutdrag om E-0001", 4, by: .thulin) }
  }
}
