import LedgerDomain
import StrictJSON
import TestSupport

extension Katrineholm {
  private static let policeChief = PublicOfficial(
    name: "Liselotte Jergard", office: "Chef lokalpolisområde Katrineholm")
  private static let boardChair = PublicOfficial(
    name: "Johan Söderberg (S)", office: "Kommunstyrelsens ordförande")

  /// The ledger and the promise, with its signatories and the document itself.
  func thePromise() {
    from("Giltighetstid", "2026-11-22 16:04") {
      open(
        LedgerOpened(
          identity: "urn:uuid:c1e6f7a2-5b0d-4f6e-9a37-2b8d4c1f0e53",
          title: "Katrineholm: Medborgarlöfte 2022–2023",
          owner: "Projektet Liggare, efter ett offentligt dokument; inte kommunens eller polisens egen liggare",
          reality: .real, validity: DateSpan(from: "2022-01-01", through: "2023-12-31"),
          timeZone: "Europe/Stockholm", language: "sv", format: 1))
    }
    from(nil, "2026-11-22 16:10") {
      adopt(.p(1), Katrineholm.promise)
      attach(
        .p(1), DocumentReference(name: "Medborgarlöfte 2022–2023", sha256: Katrineholm.document), role: "källdokument")
      sign(.p(1), for: "polisen", Katrineholm.policeChief)
      sign(.p(1), for: "kommunen", Katrineholm.boardChair)
    }
  }

  private static let promise = PromiseAdopted(
    title: "Medborgarlöfte 2022–2023",
    validity: DateSpan(from: "2022-01-01", through: "2023-12-31"),
    commitments: [
      Commitment(
        text: """
          sätta in åtgärder, både kortsiktiga och långsiktiga, för att öka tryggheten med särskilt fokus på \
          stadsdelarna centrum, norr och Nävertorp.
          """)
    ],
    parties: [Named("kommunen", "Katrineholms kommun"), Named("polisen", "Polisen")],
    signatories: [policeChief, boardChair],
    parentGoals: ["det ska vara tryggt och säkert att leva och verka i kommunen"],
    agreement:
      "polisens och kommunens samverkansöverenskommelse om lokalt trygghetskapande och brottsförebyggande arbete",
    areas: [Named("centrum", "centrum"), Named("norr", "norr"), Named("navertorp", "Nävertorp")],
    focusAreas: [
      Named("vald", "Våld"), Named("droger", "Droger"), Named("ungdomsbrottslighet", "Ungdomsbrottslighet"),
    ],
    effectGoals: [
      EffectGoal(
        text: """
          den upplevda tryggheten för kommuninvånarna ska öka och att utsattheten för brott minska i Katrineholm
          """),
      EffectGoal(
        text: "öka den generella känslan av trygghet hos medborgarna", horizon: .long,
        followedUpBy: ["trygghetsmätningar", "medborgardialoger"]),
    ],
    reporting: Reporting(
      to: "Rådet för Trygghet och Säkerhet", timesPerYear: 3,
      occasion: "i samband med ordinarie verksamhetsuppföljning",
      sites: [
        Named("kommunens-webbplats", "kommunens webbplats"), Named("polisens-webbplats", "polisens webbplats"),
      ]),
    wording: wording)
}
