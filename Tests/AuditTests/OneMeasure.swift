import LedgerDomain
import Projections
import StrictJSON
import TestSupport

/// The story of one measure with everything in it: a case raised by a citizen, two decisions, an irregular start, late
/// recording, a correction, a voided entry, a follow-up, and something that takes effect later.
enum OneMeasure {
  static let officer = PublicOfficial(name: "Eva Lind", office: "trygghetssamordnare", organ: "Småstads kommun")
  static let police = PublicOfficial(office: "kommunpolis", organ: "Polisen")
  static let citizen = SealedValue.of("c")
  static let note = SealedValue.of("d")

  static func told() throws -> Teller {
    var book = Teller()
    try setting(&book)
    try deciding(&book)
    try doing(&book)
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
            timeZone: "Europe/Stockholm", language: "sv",
            periods: [ReportingPeriod(label: "2022-T1", from: day("2022-01-01"), through: day("2022-04-30"))], format: 1
          ))),
      on: "2022-01-10", at: "2022-01-10T09:00:00.000Z")
    try book.tell("B-0001", .body(.registered(BodyRegistered(name: "Kommunstyrelsen", kind: .executiveBoard))))
    try book.tell(
      "P-0001",
      .promise(
        .adopted(
          PromiseAdopted(
            title: "Medborgarlöfte 2022–2023",
            validity: DateSpan(from: day("2022-01-01"), through: day("2023-12-31")),
            commitments: [Commitment(text: "Åtgärder på kort och lång sikt.")],
            parties: [Named("kommunen", "Småstads kommun"), Named("polisen", "Polisen")],
            areas: [Named("norr", "Norr")]))))
    try book.tell(
      "S-0001",
      .situation(
        .assessed(
          SituationAssessed(
            title: "Lägesbild 2021", grounds: [Ground(kind: .survey, description: "Trygghetsmätningen 2021")]))),
      on: "2021-12-01")
    try book.tell(
      "C-0001",
      .case(
        .opened(
          CaseOpened(
            title: "Mörk gångväg", registryNumber: "KS 2022/14", areas: ["norr"],
            raisedBy: .citizen(PrivatePerson(name: SealedText(citizen)))))), on: "2022-01-12")
    try book.tell("C-0001", .case(.assigned(CaseAssigned(officer: officer))), on: "2022-01-13")
    try book.tell("T-0001", .meeting(.scheduled(MeetingScheduled(body: id("B-0001"), day: day("2022-02-23")))))
  }

  private static func deciding(_ book: inout Teller) throws {
    try book.tell(
      "M-0001",
      .measure(
        .proposed(
          MeasureProposed(
            title: "Belysning på gångvägen", binding: .promised, promise: id("P-0001"), case: id("C-0001"),
            situation: id("S-0001"), cause: "Gångvägen är mörk.", goal: "Hela sträckan ska vara belyst.",
            targets: [Target(name: "stolpar", unit: "st", comparison: .atLeast, value: number("12"))],
            deadline: day("2022-06-30"), responsible: PublicOfficial(office: "gatuchef"), areas: ["norr"],
            horizon: .short, parties: ["kommunen"], proposedBy: .official(officer)))),
      on: "2022-02-01", at: "2022-02-02T08:30:00.000Z")
    try book.tell("C-0001", .case(.linked(CaseLinked(measure: id("M-0001")))), on: "2022-02-01")
    try book.tell(
      "M-0001", .measure(.started(MeasureStarted(performedBy: ["Ljus & Mast AB"]))), on: "2022-02-14",
      at: "2022-02-15T08:00:00.000Z", irregular: "Stolparna var redan levererade.")
    try book.tell("T-0001", .meeting(.held(MeetingHeld(body: id("B-0001"), name: "KS 2022-02-23"))), on: "2022-02-23")
    try book.tell(
      "D-0001",
      .decision(
        .made(
          DecisionMade(
            matter: "Belysning på gångvägen", outcome: .approved,
            authority: Authority(.body, organ: id("B-0001"), meeting: id("T-0001"), paragraph: "§ 14"),
            decidedBy: [PublicOfficial(name: "Karin Ek (S)", office: "ordförande")], rapporteur: officer,
            grounds: "Trygghetsmätningen 2021 pekar ut gångvägen.", reference: "KS 2022/14-3", concerns: [id("M-0001")])
        )),
      on: "2022-02-23", at: "2022-03-29T07:00:00.000Z")
    try book.tell(
      "M-0001", .measure(.approved(MeasureApproved(decision: id("D-0001")))), on: "2022-02-23",
      irregular: "Arbetet hade börjat.")
    try book.tell(
      "T-0001", .meeting(.minutesVerified(MinutesVerified(paragraphs: ["§ 14"]))), on: "2022-02-23")
    try book.tell("D-0001", .decision(.final(DecisionFinal())), on: "2022-03-22")
  }

  private static func doing(_ book: inout Teller) throws {
    let report = try book.tell(
      "M-0001",
      .measure(
        .progressReported(
          ProgressReported(
            statement: "Fundamenten är gjutna.", results: [TargetResult(target: "stolpar", actual: number("8"))],
            reportedBy: officer))), on: "2022-04-20", at: "2022-04-21T07:00:00.000Z")
    let doubled = try book.tell(
      "M-0001", .measure(.progressReported(ProgressReported(statement: "Fundamenten är gjutna."))), on: "2022-04-20")
    try book.tell(
      "M-0001",
      .entry(.reversed(EntryReversed(event: doubled.id, reason: "Registrerad två gånger.", orderedBy: officer))))
    try book.tell(
      "M-0001",
      .entry(
        .documentAttached(
          DocumentAttached(
            document: DocumentReference(name: "Fotologg.pdf", sha256: digest("e"), registryNumber: "KS 2022/14-9"),
            role: "fotologg"))), on: "2022-04-20")
    try book.tell(
      "F-0001",
      .followUp(
        .compiled(
          FollowUpCompiled(
            period: "2022-T1", promise: id("P-0001"), measures: [id("M-0001")], knownThrough: book.chronicle.position))),
      on: "2022-05-03", at: "2022-05-03T07:00:00.000Z")
    try book.tell("F-0001", .followUp(.sent(FollowUpSent(to: id("B-0001")))), on: "2022-05-10")
    try book.tell(
      "F-0001",
      .followUp(
        .presented(
          FollowUpPresented(
            to: id("B-0001"), document: DocumentReference(name: "T1.pdf", sha256: digest("a"))))), on: "2022-05-24")
    try book.tell("F-0001", .followUp(.noted(FollowUpNoted(paragraph: "§ 12"))), on: "2022-05-24")
    let results: JSONValue = [["target": "stolpar", "actual": "8"]]
    try book.tell(
      "M-0001",
      .entry(
        .corrected(
          EntryCorrected(
            event: report.id, field: "results", old: results, new: [["target": "stolpar", "actual": "6"]],
            reason: "Två stolpar hör till en annan väg.", orderedBy: officer))), at: "2022-06-02T07:00:00.000Z")
    try book.tell(
      "M-0001",
      .measure(.deadlineExtended(DeadlineExtended(deadline: day("2022-09-30"), reason: "Leveransen dröjer."))),
      on: "2022-06-20")
  }
}

extension SealedValue {
  /// A commitment of one repeated digit.
  static func of(_ digit: String) -> SealedValue {
    guard let sealed = try? SealedValue(text: String(repeating: digit, count: 64)) else {
      preconditionFailure("not a digit: \(digit)")
    }
    return sealed
  }
}
