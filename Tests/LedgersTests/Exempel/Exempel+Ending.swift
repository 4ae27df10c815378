import LedgerDomain
import StrictJSON
import TestSupport

extension Exempel {
  /// The promise has run out, the final report is presented, and the book is closed; one thing comes after.
  func ending() {
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
}
