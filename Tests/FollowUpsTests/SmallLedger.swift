import LedgerDomain
import Projections
import StrictJSON
import TestSupport

/// A made-up ledger of a small town: two tertials, seven measures, and most of what a report must show.
enum SmallLedger {
  static let periods = [
    ReportingPeriod(label: "2022-T1", from: day("2022-01-01"), through: day("2022-04-30")),
    ReportingPeriod(label: "2022-T2", from: day("2022-05-01"), through: day("2022-08-31")),
    ReportingPeriod(label: "2022-T3", from: day("2022-09-01"), through: day("2022-12-31")),
    ReportingPeriod(label: "2023-T1", from: day("2023-01-01"), through: day("2023-04-30")),
    ReportingPeriod(label: "slutrapport", from: day("2022-01-01"), through: day("2023-12-31"), isFinal: true),
  ]
  static let chief = PublicOfficial(name: "Eva Lind", office: "trygghetssamordnare")
  static let police = PublicOfficial(office: "kommunpolis", organ: "Polisen")

  /// Everything through the second tertial, recorded by 2 September 2022.
  static func told() throws -> Teller {
    var book = Teller()
    try setting(&book)
    try firstTertial(&book)
    try secondTertial(&book)
    return book
  }

  private static func setting(_ book: inout Teller) throws {
    try book.tell(
      "L-0001",
      .ledger(
        .opened(
          LedgerOpened(
            identity: "urn:uuid:00000000-0000-4000-8000-000000000001", title: "Småstads löfte",
            owner: "Småstads kommun",
            reality: .illustrative, validity: DateSpan(from: day("2022-01-01"), through: day("2023-12-31")),
            timeZone: "Europe/Stockholm", language: "sv", periods: periods, format: 1))),
      on: "2022-01-10", at: "2022-01-10T09:00:00.000Z")
    try book.tell("B-0001", .body(.registered(BodyRegistered(name: "Kommunstyrelsen", kind: .executiveBoard))))
    try book.tell("B-0002", .body(.registered(BodyRegistered(name: "Trygghetsrådet", kind: .advisory))))
    try book.tell(
      "P-0001",
      .promise(
        .adopted(
          PromiseAdopted(
            title: "Medborgarlöfte 2022–2023",
            validity: DateSpan(from: day("2022-01-01"), through: day("2023-12-31")),
            commitments: [Commitment(text: "Åtgärder på kort och lång sikt.")],
            parties: [Named("kommunen", "Småstads kommun"), Named("polisen", "Polisen")],
            areas: [Named("norr", "Norr"), Named("centrum", "Centrum")],
            reporting: Reporting(
              to: "Trygghetsrådet", timesPerYear: 3, sites: [Named("kommunen", "smastad.example")])))),
      on: "2022-01-01")
    for (meeting, body, held) in [
      ("T-0001", "B-0001", "2022-02-23"), ("T-0002", "B-0002", "2022-05-24"), ("T-0003", "B-0001", "2022-06-15"),
      ("T-0004", "B-0002", "2022-09-20"), ("T-0005", "B-0002", "2022-12-06"),
    ] {
      try book.tell(
        meeting, .meeting(.scheduled(MeetingScheduled(body: id(body), day: day(held)))), on: "2022-01-12")
    }
  }

  private static func firstTertial(_ book: inout Teller) throws {
    try book.tell(
      "C-0001",
      .case(
        .opened(CaseOpened(title: "Otrygg gångväg vid stationen", registryNumber: "KS 2022/14", areas: ["centrum"]))),
      on: "2022-01-20", at: "2022-02-01T08:00:00.000Z")
    try book.tell("C-0001", .case(.assigned(CaseAssigned(officer: chief))), on: "2022-01-25")
    try book.tell(
      "I-0001",
      .indicator(
        .defined(IndicatorDefined(name: "Trygg utomhus kvällstid", unit: "%", kind: .effect, promise: id("P-0001")))))
    try book.tell(
      "I-0001", .indicator(.observed(IndicatorObserved(value: number("61.5"), source: .survey, baseline: true))),
      on: "2021-11-15")
    try propose(
      &book, "M-0001", "Trygghetsvandringar", deadline: "2022-12-15", areas: ["norr", "centrum"], responsible: chief,
      targets: [Target(name: "vandringar", unit: "st", comparison: .atLeast, value: number("4"))])
    try propose(
      &book, "M-0002", "Belysning på gångvägen vid stationen", deadline: "2022-06-30", areas: ["centrum"],
      responsible: PublicOfficial(office: "gatuchef"),
      targets: [Target(name: "stolpar", unit: "st", value: number("12"))])
    try propose(&book, "M-0003", "Kameror", binding: .example)
    try propose(
      &book, "M-0004", "Fältgrupp på kvällarna", deadline: "2022-09-15", municipalityWide: true, responsible: police)
    try propose(
      &book, "M-0005", "Grannsamverkan", deadline: "2022-08-31", areas: ["norr"], responsible: police,
      targets: [Target(name: "områden", unit: "st", comparison: .atLeast, value: number("2"))])
    try decide(
      &book, "D-0001", "Tre åtgärder för trygghet", "T-0001", "§ 14", ["M-0001", "M-0002", "M-0005"], "2022-02-23")
    for measure in ["M-0001", "M-0002", "M-0005"] {
      try book.tell(measure, .measure(.approved(MeasureApproved(decision: id("D-0001")))), on: "2022-02-23")
    }
    try book.tell(
      "M-0004", .measure(.started(MeasureStarted())), on: "2022-03-11", irregular: "Kvällsbråk krävde närvaro genast.")
    try report(&book, "M-0001", "Första vandringen hölls i Norr.", [("vandringar", "1")], on: "2022-04-12")
    try book.tell(
      "F-0001",
      .followUp(
        .compiled(
          FollowUpCompiled(
            period: "2022-T1", promise: id("P-0001"), measures: ["M-0001", "M-0002", "M-0004", "M-0005"].map(id),
            knownThrough: book.chronicle.position))),
      on: "2022-05-05", at: "2022-05-05T07:00:00.000Z")
    try book.tell("F-0001", .followUp(.sent(FollowUpSent(to: id("B-0002"), meeting: id("T-0002")))), on: "2022-05-10")
    try book.tell(
      "F-0001",
      .followUp(
        .presented(
          FollowUpPresented(
            to: id("B-0002"), meeting: id("T-0002"),
            document: DocumentReference(name: "Uppföljning T1.pdf", sha256: digest("a"))))), on: "2022-05-24")
    try book.tell(
      "F-0001", .followUp(.noted(FollowUpNoted(meeting: id("T-0002"), paragraph: "§ 12"))), on: "2022-05-24",
      at: "2022-05-25T07:00:00.000Z")
  }

  private static func secondTertial(_ book: inout Teller) throws {
    try decide(
      &book, "D-0002", "Fältgruppen fortsätter", "T-0003", "§ 61", ["M-0004"], "2022-06-15",
      at: "2022-06-20T08:00:00.000Z")
    try book.tell(
      "M-0004", .measure(.approved(MeasureApproved(decision: id("D-0002")))), on: "2022-06-15",
      irregular: "Gruppen arbetade redan.")
    try book.tell(
      "M-0004",
      .measure(
        .deadlineExtended(
          DeadlineExtended(deadline: day("2022-11-30"), reason: "Behovet kvarstår.", decision: id("D-0002")))),
      on: "2022-06-15")
    try report(
      &book, "M-0001", "Tre vandringar har hållits; 60 deltagare pekade ut tolv mörka platser.", [("vandringar", "3")],
      on: "2022-08-24")
    try book.tell(
      "M-0005",
      .measure(
        .implemented(
          MeasureImplemented(extent: .full, results: [TargetResult(target: "områden", actual: number("2"))]))),
      on: "2022-08-29")
    try book.tell(
      "I-0001", .indicator(.observed(IndicatorObserved(value: number("64"), source: .survey))), on: "2022-08-20")
    try book.tell(
      "R-0001",
      .recommendation(
        .delivered(
          RecommendationDelivered(
            title: "Visa effekten", text: "Redovisa effekt mot nulägesvärde.", to: id("B-0001"),
            answerBy: day("2022-10-15")))), on: "2022-06-30")
    try propose(
      &book, "M-0006", "Trygghetsvärdar", deadline: "2022-11-01", areas: ["centrum"], responsible: chief,
      on: "2022-08-30", at: "2022-09-02T07:00:00.000Z")
  }

  static func propose(
    _ book: inout Teller, _ measure: String, _ title: Text, binding: BindingLevel = .promised, deadline: String? = nil,
    areas: [Code] = [], municipalityWide: Bool = false, responsible: PublicOfficial? = nil, targets: [Target] = [],
    on effective: String = "2022-02-01", at recorded: String? = nil
  ) throws {
    try book.tell(
      measure,
      .measure(
        .proposed(
          MeasureProposed(
            title: title, binding: binding, promise: id("P-0001"), targets: targets, deadline: deadline.map(day),
            responsible: responsible, areas: areas, municipalityWide: municipalityWide))), on: effective, at: recorded)
  }

  static func decide(
    _ book: inout Teller, _ decision: String, _ matter: Text, _ meeting: String, _ paragraph: Text,
    _ concerns: [String],
    _ effective: String, at recorded: String? = nil
  ) throws {
    try book.tell(
      decision,
      .decision(
        .made(
          DecisionMade(
            matter: matter, outcome: .approved,
            authority: Authority(.body, organ: id("B-0001"), meeting: id(meeting), paragraph: paragraph),
            reference: "KS 2022/31", concerns: concerns.map(id)))), on: effective, at: recorded)
  }

  static func report(
    _ book: inout Teller, _ measure: String, _ statement: Text, _ results: [(Text, String)], period: Text? = nil,
    on effective: String?, at recorded: String? = nil
  ) throws {
    try book.tell(
      measure,
      .measure(
        .progressReported(
          ProgressReported(
            statement: statement, results: results.map { TargetResult(target: $0.0, actual: number($0.1)) },
            period: period, reportedBy: chief))), on: effective, at: recorded)
  }

}
