import LedgerDomain
import StrictJSON
import Testing

/// The data of one event of a type, as it stands in a line.
struct EventExample: Sendable, CustomTestStringConvertible {
  let subject: String
  let type: String
  let data: String

  init(_ subject: String, _ type: String, _ data: String) {
    self.subject = subject
    self.type = type
    self.data = data
  }

  var testDescription: String { type }

  func event() throws -> Event {
    let newest = try #require(Fact.readers[type]?.version)
    let (fact, circumstances) = try Fact.read(type: type, version: newest, data: JSONValue(parsing: data))
    return Event(
      id: Sample.id(9), subject: try SubjectID(text: subject), recorded: Sample.start, position: 2, subjectVersion: 1,
      effective: nil, recordedBy: "Anna Ek", fact: fact, circumstances: circumstances)
  }
}

/// One event of every type there is.
enum EventExamples {
  static let sealed = #"{"sealed":"88e5d24986699a6ab378246c574ad9b4eb384479050a7090e95f8530bd69b43f"}"#
  static let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
  static let span = #"{"from":"2022-01-01","through":"2023-12-31"}"#

  static let all = ledger + promise + pictures + cases + measure + decision + bodies + followUp + entry

  static let ledger = [
    EventExample(
      "L-0001", "ledger.opened",
      """
      {"identity":"\(Sample.identity)","title":"Löfte","owner":"Kommunen","reality":"real","validity":\(span),\
      "timeZone":"Europe/Stockholm","language":"sv","format":1}
      """),
    EventExample("L-0001", "ledger.key-registered", #"{"name":"nyckel","verifier":"nyckel+1+AQ=="}"#),
    EventExample("L-0001", "ledger.key-retired", #"{"name":"nyckel","reason":"Byte"}"#),
    EventExample("L-0001", "ledger.concluded", #"{"statement":"Slut"}"#),
  ]

  static let promise = [
    EventExample("P-0001", "promise.adopted", #"{"title":"Löfte","validity":\#(span)}"#),
    EventExample("P-0001", "promise.signed", #"{"party":"polisen","by":{"office":"Lokalpolisområdeschef"}}"#),
    EventExample("P-0001", "promise.published", #"{"site":"exempel.se"}"#),
    EventExample("P-0001", "promise.amended", #"{"title":"Nytt löfte","reason":"Beslut"}"#),
    EventExample("P-0001", "promise.concluded", #"{"statement":"Slut"}"#),
  ]

  static let pictures = [
    EventExample("S-0001", "situation.assessed", #"{"title":"Lägesbild"}"#),
    EventExample("I-0001", "indicator.defined", #"{"name":"Otrygga","unit":"%","kind":"effect"}"#),
    EventExample("I-0001", "indicator.observed", #"{"value":"27.50","source":"survey","baseline":true}"#),
  ]

  static let cases = [
    EventExample("C-0001", "case.opened", #"{"title":"Belysning","raisedBy":{"citizen":{"name":\#(sealed)}}}"#),
    EventExample("C-0001", "case.assigned", #"{"officer":{"name":"Bo Alm","office":"Handläggare"}}"#),
    EventExample("C-0001", "case.linked", #"{"measure":"M-0001"}"#),
    EventExample("C-0001", "case.activity-recorded", #"{"activity":"Samtal","note":\#(sealed)}"#),
    EventExample("C-0001", "case.due-date-set", #"{"due":"2022-12-01"}"#),
    EventExample("C-0001", "case.closed", #"{"outcome":"Klart"}"#),
    EventExample("C-0001", "case.reopened", #"{"reason":"Nytt"}"#),
  ]

  static let measure = [
    EventExample(
      "M-0001", "measure.proposed",
      """
      {"title":"Vandringar","binding":"decided",\
      "targets":[{"name":"Vandringar","unit":"st","comparison":"at-least","value":"4"}],\
      "municipalityWide":true,"refs":["C-0001"],"received":"2022-10-15","note":\(sealed)}
      """),
    EventExample("M-0001", "measure.referred-back", #"{"reason":"Oklart"}"#),
    EventExample("M-0001", "measure.tabled", #"{"until":"2022-11-01"}"#),
    EventExample("M-0001", "measure.approved", #"{"decision":"D-0001"}"#),
    EventExample("M-0001", "measure.rejected", #"{"reason":"För dyrt"}"#),
    EventExample("M-0001", "measure.started", #"{"performedBy":["Fastighet"]}"#),
    EventExample(
      "M-0001", "measure.progress-reported",
      #"{"statement":"Två gjorda","results":[{"target":"Vandringar","actual":"2"}]}"#),
    EventExample("M-0001", "measure.implemented", #"{"extent":"full"}"#),
    EventExample("M-0001", "measure.paused", #"{"reason":"Snö"}"#),
    EventExample("M-0001", "measure.resumed", "{}"),
    EventExample("M-0001", "measure.deadline-extended", #"{"deadline":"2023-01-01","reason":"Snö"}"#),
    EventExample("M-0001", "measure.reassigned", #"{"responsible":{"office":"Samordnare"}}"#),
    EventExample("M-0001", "measure.amended", #"{"title":"Fler","reason":"Beslut"}"#),
    EventExample("M-0001", "measure.withdrawn", #"{"reason":"Dubblett"}"#),
    EventExample(
      "M-0001", "measure.evaluated",
      """
      {"kind":"effect","conclusion":"Bättre","attainment":"partly",\
      "irregular":{"kinds":["effect-without-baseline"],"reason":"Ingen mätning"}}
      """),
  ]

  static let decision = [
    EventExample(
      "D-0001", "decision.made",
      #"{"matter":"Vandringar","outcome":"approved","authority":{"kind":"body","organ":"B-0001","paragraph":"§ 14"}}"#),
    EventExample("D-0001", "decision.announced", "{}"),
    EventExample("D-0001", "decision.notified", #"{"to":"B-0001"}"#),
    EventExample("D-0001", "decision.appealed", #"{"court":"Förvaltningsrätten","appellant":{"name":\#(sealed)}}"#),
    EventExample("D-0001", "decision.stayed", #"{"by":"Förvaltningsrätten"}"#),
    EventExample("D-0001", "decision.annulled", #"{"by":"Förvaltningsrätten","reason":"Jäv"}"#),
    EventExample("D-0001", "decision.final", "{}"),
  ]

  static let bodies = [
    EventExample("B-0001", "body.registered", #"{"name":"Kommunstyrelsen","kind":"executive-board"}"#),
    EventExample(
      "G-0001", "delegation.granted", #"{"from":"B-0001","to":{"office":"Säkerhetschef"},"scope":"Belysning"}"#),
    EventExample("G-0001", "delegation.revoked", #"{"reason":"Slutat"}"#),
    EventExample("T-0001", "meeting.scheduled", #"{"body":"B-0001","day":"2022-10-14"}"#),
    EventExample("T-0001", "meeting.held", #"{"body":"B-0001"}"#),
    EventExample("T-0001", "meeting.minutes-verified", #"{"paragraphs":["§ 14"]}"#),
    EventExample("T-0001", "meeting.verification-announced", #"{"paragraphs":["§ 14"]}"#),
    EventExample("T-0001", "meeting.announcement-removed", #"{"paragraphs":["§ 14"]}"#),
    EventExample("T-0001", "meeting.moved", #"{"day":"2022-10-21","reason":"Sjukdom"}"#),
    EventExample("T-0001", "meeting.called-off", #"{"reason":"För få ärenden"}"#),
  ]

  static let followUp = [
    EventExample("F-0001", "follow-up.compiled", #"{"period":"2022-T1","promise":"P-0001","knownThrough":7}"#),
    EventExample("F-0001", "follow-up.sent", #"{"to":"B-0001"}"#),
    EventExample(
      "F-0001", "follow-up.presented", #"{"to":"B-0001","document":{"name":"Rapport","sha256":"\#(digest)"}}"#),
    EventExample("F-0001", "follow-up.noted", "{}"),
    EventExample("F-0001", "follow-up.published", #"{"site":"kommunen"}"#),
    EventExample("R-0001", "recommendation.delivered", #"{"title":"Mål","text":"Mät"}"#),
    EventExample("R-0001", "recommendation.answered", #"{"answer":"Ja"}"#),
    EventExample("R-0001", "recommendation.cleared", "{}"),
    EventExample("R-0001", "recommendation.carried-over", #"{"answerBy":"2023-09-30"}"#),
    EventExample(
      "E-0001", "person.registered",
      #"{"name":{"sealed":"88e5d24986699a6ab378246c574ad9b4eb384479050a7090e95f8530bd69b43f"}}"#),
    EventExample(
      "E-0001", "person.changed",
      #"{"contact":{"sealed":"88e5d24986699a6ab378246c574ad9b4eb384479050a7090e95f8530bd69b43f"}}"#),
  ]

  static let entry = [
    EventExample(
      "M-0001", "entry.corrected",
      """
      {"event":"00000000-0000-4000-8000-000000000002","field":"deadline","old":"2022-10-01","new":"2022-11-01",\
      "reason":"Skrivfel"}
      """),
    EventExample(
      "M-0001", "entry.reversed", #"{"event":"00000000-0000-4000-8000-000000000002","reason":"Fel ärende"}"#),
    EventExample(
      "T-0001", "entry.document-attached", #"{"document":{"name":"Protokoll","sha256":"\#(digest)"}}"#),
    EventExample("C-0001", "entry.secrecy-marked", #"{"provision":"OSL 21:1","authority":"Kommunstyrelsen"}"#),
    EventExample("C-0001", "entry.secrecy-lifted", #"{"authority":"Kommunstyrelsen"}"#),
    EventExample(
      "C-0001", "entry.value-erased",
      """
      {"commitments":["88e5d24986699a6ab378246c574ad9b4eb384479050a7090e95f8530bd69b43f"],\
      "reference":"KS/2023-1","decided":"2023-01-10","organ":"Kommunstyrelsen"}
      """),
    EventExample(
      "E-0001", "entry.value-disclosed", #"{"what":"registerutdrag","count":3,"by":{"office":"registrator"}}"#),
  ]
}
