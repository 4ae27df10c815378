import LedgerDomain
import StrictJSON

@testable import Wording

/// Refusals as the domain throws them: at least one of every case, each with the event that was wanted.
enum RefusalSamples {
  static let event = try! EventID(text: "00000000-0000-4000-8000-000000000001")
  static let sealed = try! SealedValue(text: String(repeating: "0", count: 64))
  static let sealedText = JSONValue.object(["sealed": .string(sealed.text)])
  static let subjects = [
    SubjectID(.measure, 1), SubjectID(.measure, 2), SubjectID(.measure, 12), SubjectID(.body, 1), .ledger,
  ]

  static func day(_ text: String) -> LocalDate { try! LocalDate(text: text) }

  static let all: [(refusal: Refusal, type: String?)] = [
    (.unknownSubject(SubjectID(.measure, 42)), "measure.approved"),
    (.unknownSubject(SubjectID(.decision, 1)), "measure.approved"),
    (.unknownSubject(.ledger), nil),
    (.alreadyExists(SubjectID(.measure, 2)), "measure.proposed"),
    (.alreadyExists(SubjectID(.case, 1)), "case.opened"),
    (.alreadyExists(.ledger), "ledger.opened"),
    (.wrongKind(SubjectID(.measure, 7), expected: .decision), "measure.approved"),
    (.foreignFact(type: "measure.referred-back", subject: SubjectID(.body, 1)), nil),
    (.unknownCode("centrun", list: .areas, known: ["centrum", "norr", "navertorp"]), nil),
    (.unknownCode("polis", list: .parties, known: []), nil),
    (.unknownPeriod("2022-T4", known: ["2022-T1", "2022-T2", "slutrapport"]), nil),
    (.unknownPeriod("2022-T1", known: []), nil),
    (.unknownTarget("vandringr", known: ["vandringar", "kontroller"]), nil),
    (.unknownTarget("x", known: []), nil),
    (.duplicate(field: "areas", value: "norr"), nil),
    (.duplicate(field: "measure", value: "M-0001"), nil),
    (.duplicate(field: "targets", value: "vandringar"), "measure.proposed"),
    (.duplicate(field: "document", value: "e3b0c442"), "entry.document-attached"),
    (.duplicate(field: "secrecy", value: "M-0001"), "entry.secrecy-marked"),
    (.duplicate(field: "name", value: "kommunen"), "ledger.key-registered"),
    (.empty(field: "title"), "measure.proposed"),
    (.empty(field: "irregular"), nil),
    (.missing(field: "deviation"), "measure.implemented"),
    (.missing(field: "promise"), "measure.proposed"),
    (.missing(field: "deadline"), "measure.deadline-extended"),
    (.missing(field: "value"), "indicator.observed"),
    (.missing(field: "statement"), "indicator.observed"),
    (.missing(field: "targets[1].value"), "measure.proposed"),
    (.missing(field: "grounds"), "situation.assessed"),
    (.missing(field: "parties"), "promise.adopted"),
    (.missing(field: "commitments"), "promise.adopted"),
    (.missing(field: "commitments"), "entry.value-erased"),
    (.missing(field: "authority.organ"), "decision.made"),
    (.missing(field: "authority.delegation"), "decision.made"),
    (.missing(field: "nothingKnown"), nil),
    (.contradiction("municipalityWide", "areas"), "measure.proposed"),
    (.contradiction("authority.kind", "authority.delegation"), "decision.made"),
    (.contradiction("authority.kind", "authority.meeting"), "decision.made"),
    (.contradiction("organ", "meeting"), "decision.made"),
    (.contradiction("meeting", "calledOff"), "decision.made"),
    (.contradiction("baseline", "value"), "indicator.observed"),
    (.contradiction("correct", "effective"), "entry.corrected"),
    (.contradiction("reverse", "effective"), "entry.reversed"),
    (.contradiction("body", "T-0001"), "meeting.held"),
    (.contradiction("under", "G-0001"), "delegation.granted"),
    (.contradiction("deadline", "until"), nil),
    (.runsBackwards(from: day("2023-12-31"), through: day("2022-01-01")), "promise.adopted"),
    (.outOfRange(field: "reporting.timesPerYear", value: 13, least: 1, most: 12), "promise.adopted"),
    (.outOfRange(field: "order", value: 0, least: 1, most: Int(Int32.max)), "measure.proposed"),
    (.outOfRange(field: "format", value: 2, least: 1, most: 1), "ledger.opened"),
    (.notLater(day("2022-05-01"), than: day("2022-06-01")), "measure.deadline-extended"),
    (.impossible(type: "measure.referred-back", state: "approved"), nil),
    (.impossible(type: "measure.started", state: "in-progress"), nil),
    (.impossible(type: "ledger.key-retired", state: "not-registered"), nil),
    (.impossible(type: "entry.secrecy-lifted", state: "not-marked"), nil),
    (.impossible(type: "case.reopened", state: "something-new"), nil),
    (.nothingChanged, "measure.amended"),
    (.notOfSubject(event, subject: SubjectID(.measure, 7)), nil),
    (.notCorrectable(field: "dedline", known: ["effective", "title", "deadline"]), "measure.proposed"),
    (.notCorrectable(field: "reason", known: []), nil),
    (.unknownField("titl", known: ["note", "title"]), "entry.secrecy-marked"),
    (.oldDiffers(field: "deadline", stated: "2022-05-01", current: "2022-06-01"), "measure.proposed"),
    (.oldDiffers(field: "order", stated: 1, current: nil), "measure.proposed"),
    (.oldDiffers(field: "contact", stated: nil, current: sealedText), "measure.proposed"),
    (
      .newMalformed(
        field: "authority.paragraph",
        mismatch: JSONMismatch(
          path: ["authority", "paragraph"], problem: .wrongType(expected: "string", found: "number"))),
      "decision.made"
    ),
    (.reversalOfReversal(event), nil),
    (.alreadyReversed(event), nil),
    (.notSealed(sealed), "entry.value-erased"),
    (.unsupported(field: "timeZone", value: "Europe/Oslo"), "ledger.opened"),
    (.unsupported(field: "language", value: "no"), "ledger.opened"),
    (.unsupported(field: "format", value: "0"), "ledger.opened"),
    (.irregular([.executedBeforeDecision]), "measure.started"),
    (.irregular([.withoutDecision, .outsideValidity]), "measure.approved"),
  ]

  /// A number for each case, so that a new one does not compile before it has a sample.
  static func number(_ refusal: Refusal) -> Int {
    switch refusal {
    case .unknownSubject: 0
    case .alreadyExists: 1
    case .wrongKind: 2
    case .foreignFact: 3
    case .unknownCode: 4
    case .unknownPeriod: 5
    case .unknownTarget: 6
    case .duplicate: 7
    case .empty: 8
    case .missing: 9
    case .contradiction: 10
    case .runsBackwards: 11
    case .outOfRange: 12
    case .notLater: 13
    case .impossible: 14
    case .nothingChanged: 15
    case .notOfSubject: 16
    case .notCorrectable: 17
    case .oldDiffers: 18
    case .newMalformed: 19
    case .reversalOfReversal: 20
    case .alreadyReversed: 21
    case .notSealed: 22
    case .unsupported: 23
    case .irregular: 24
    case .unknownField: 25
    }
  }
}
