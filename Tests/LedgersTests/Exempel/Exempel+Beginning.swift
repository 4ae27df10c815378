import Integrity
import LedgerDomain
import StrictJSON
import TestSupport

extension Exempel {
  /// The ledger, its key, and the bodies. The key is 32 bytes that nobody holds the secret half of.
  func beginning() {
    at("2022-01-10 08:30", by: Self.secretary) {
      open(
        LedgerOpened(
          identity: "urn:uuid:7d2a4c80-91b3-4e55-8f0a-3c5e6b7a9d12",
          title: "Exempel: påhittat medborgarlöfte 2022–2023",
          owner: "Ekeborgs kommun (påhittad)", dataController: "Kommunstyrelsen i Ekeborg (påhittad)",
          reality: .illustrative, validity: DateSpan(from: "2022-01-01", through: "2023-12-31"),
          timeZone: "Europe/Stockholm", language: "sv", periods: Exempel.periods, format: 1))
      register(
        key: KeyRegistered(name: "ekeborg.exempel/2022", verifier: verifier("ekeborg.exempel/2022"), holder: .thulin))
    }
    together("2022-01-10 08:52", by: Self.secretary) {
      register(.b(1), BodyRegistered(name: "Kommunfullmäktige", kind: .council, party: "kommunen", chair: .noren))
      register(
        .b(2),
        BodyRegistered(
          name: "Kommunstyrelsen", kind: .executiveBoard, party: "kommunen", chair: .lindvall,
          delegatedDecisionsNotified: true, urgentMandate: .lindvall))
      register(
        .b(3),
        BodyRegistered(
          name: "Socialnämnden", kind: .committee, party: "kommunen", chair: .wikner, delegatedDecisionsNotified: true))
      register(
        .b(4), BodyRegistered(name: "Bildningsnämnden", kind: .committee, party: "kommunen", chair: .sjogren))
      register(.b(5), BodyRegistered(name: "Rådet för trygghet och säkerhet", kind: .advisory, chair: .lindvall))
      register(
        .b(6), BodyRegistered(name: "Lokalpolisområde Ekeborg", kind: .police, party: "polisen", chair: .ask))
    }
    at("2023-01-10 09:05", by: Self.secretary) {
      register(
        key: KeyRegistered(name: "ekeborg.exempel/2023", verifier: verifier("ekeborg.exempel/2023"), holder: .thulin))
      retire(key: "ekeborg.exempel/2022", "Nyckeln byts varje år.")
    }
  }

  /// Three a year, and the final report.
  private static let periods = [
    ReportingPeriod(label: "2022-T1", from: "2022-01-01", through: "2022-04-30"),
    ReportingPeriod(label: "2022-T2", from: "2022-05-01", through: "2022-08-31"),
    ReportingPeriod(label: "2022-T3", from: "2022-09-01", through: "2022-12-31"),
    ReportingPeriod(label: "2023-T1", from: "2023-01-01", through: "2023-04-30"),
    ReportingPeriod(label: "2023-T2", from: "2023-05-01", through: "2023-08-31"),
    ReportingPeriod(label: "2023-T3", from: "2023-09-01", through: "2023-12-31"),
    ReportingPeriod(label: "slutrapport", from: "2022-01-01", through: "2023-12-31", isFinal: true),
  ]

  /// A verifier key as C2SP signed-note writes it, for Ed25519: name, key id, and the type byte with the public key.
  private func verifier(_ name: String) -> Text {
    let key = [0x01] + scribe.derived("key/\(name)", 1)
    let id = SHA256.hash(Array(name.utf8) + [UInt8(ascii: "\n")] + key).hex.prefix(8)
    return Text("\(name)+\(id)+\(Base64.encode(key))")
  }
}
