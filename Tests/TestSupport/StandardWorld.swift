package import LedgerDomain
package import StrictJSON

extension World {
  /// A small ledger: two years with three periods each and a final one, a promise of two parties, three bodies, a held and a
  /// planned meeting, a delegation, a decision, indicators with and without a baseline, a case, a situation picture.
  ///
  /// It has no measure and no follow-up: `Measures.swift` and the tests bring theirs.
  package static let standard = World().after(
    .about("L-0001", .ledger(.opened(ledgerOpened)), on: "2022-01-01"),
    .about("B-0001", .body(.registered(executiveBoard)), on: "2022-01-01"),
    .about("B-0002", .body(.registered(BodyRegistered(name: "Trygghetsrådet", kind: .advisory))), on: "2022-01-01"),
    .about("B-0003", .body(.registered(BodyRegistered(name: "Polisen", kind: .police))), on: "2022-01-01"),
    .about("P-0001", .promise(.adopted(promiseAdopted)), on: "2022-01-01"),
    .about("T-0001", .meeting(.scheduled(MeetingScheduled(body: "B-0001", day: "2022-02-23"))), on: "2022-01-12"),
    .about("T-0001", .meeting(.held(MeetingHeld(body: "B-0001", name: "KS 2022-02-23"))), on: "2022-02-23"),
    .about("T-0002", .meeting(.scheduled(MeetingScheduled(body: "B-0002", day: "2022-05-19"))), on: "2022-01-12"),
    .about("G-0001", .delegation(.granted(delegationGranted)), on: "2022-01-01"),
    .about("D-0001", .decision(.made(bodyDecision)), on: "2022-02-23"),
    .about("I-0001", .indicator(.defined(indicator("Upplevd trygghet"))), on: "2022-01-01"),
    .about("I-0001", .indicator(.observed(baseline)), on: "2022-01-15"),
    .about("I-0002", .indicator(.defined(indicator("Anmälda våldsbrott"))), on: "2022-01-01"),
    .about("C-0001", .case(.opened(CaseOpened(title: "Mörkt i parken", promise: "P-0001"))), on: "2022-01-20"),
    .about("S-0001", .situation(.assessed(situation)), on: "2022-01-10"))

  package static let ledgerOpened = LedgerOpened(
    identity: "urn:uuid:00000000-0000-4000-8000-00000000beef", title: "Medborgarlöfte 2022–2023", owner: "Provköping",
    reality: .illustrative, validity: DateSpan(from: "2022-01-01", through: "2023-12-31"), timeZone: "Europe/Stockholm",
    language: "sv", periods: periods, format: 1)

  package static let periods = [
    ReportingPeriod(label: "2022-T1", from: "2022-01-01", through: "2022-04-30"),
    ReportingPeriod(label: "2022-T2", from: "2022-05-01", through: "2022-08-31"),
    ReportingPeriod(label: "2022-T3", from: "2022-09-01", through: "2022-12-31"),
    ReportingPeriod(label: "2023-T1", from: "2023-01-01", through: "2023-04-30"),
    ReportingPeriod(label: "2023-T2", from: "2023-05-01", through: "2023-08-31"),
    ReportingPeriod(label: "2023-T3", from: "2023-09-01", through: "2023-12-31"),
    ReportingPeriod(label: "slutrapport", from: "2022-01-01", through: "2023-12-31", isFinal: true),
  ]

  package static let executiveBoard = BodyRegistered(
    name: "Kommunstyrelsen", kind: .executiveBoard, chair: PublicOfficial(name: "Eva Ek", office: "ordförande"),
    delegatedDecisionsNotified: true, urgentMandate: PublicOfficial(office: "ordförande"))

  package static let promiseAdopted = PromiseAdopted(
    title: "Tryggare Provköping", validity: DateSpan(from: "2022-01-01", through: "2023-12-31"),
    commitments: [Commitment(text: "Vi gör staden tryggare.")],
    parties: [Named("kommun", "Provköpings kommun"), Named("polis", "Polisen")],
    areas: [Named("centrum", "Centrum"), Named("norr", "Norr"), Named("navertorp", "Nävertorp")],
    focusAreas: [
      Named("vald", "Våld"), Named("droger", "Droger"), Named("ungdomsbrottslighet", "Ungdomsbrottslighet"),
    ],
    reporting: Reporting(
      to: "Trygghetsrådet", timesPerYear: 3,
      sites: [Named("kommun-se", "Kommunens webbplats"), Named("polis-se", "Polisens webbplats")]))

  package static let delegationGranted = DelegationGranted(
    from: "B-0001", to: PublicOfficial(office: "trygghetschef"), scope: "Åtgärder under 100 000 kronor",
    validity: DateSpan(from: "2022-01-01", through: "2022-12-31"))

  package static let bodyDecision = DecisionMade(
    matter: "Åtgärder för trygghet", outcome: .other,
    authority: Authority(.body, organ: "B-0001", meeting: "T-0001", paragraph: "§ 14"))

  package static func indicator(_ name: Text) -> IndicatorDefined {
    IndicatorDefined(name: name, unit: "procent", kind: .effect, promise: "P-0001")
  }

  package static let baseline = IndicatorObserved(value: "61.5", source: .survey, baseline: true)

  package static let situation = SituationAssessed(
    title: "Lägesbild 2022", promise: "P-0001", grounds: [Ground(kind: .survey, description: "Trygghetsmätning 2021")],
    findings: [SituationFinding(text: "Otrygghet efter mörkrets inbrott", areas: ["centrum"], focusAreas: ["vald"])])
}
