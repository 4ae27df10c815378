import Audit
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("which subjects an event names")
struct MentionTests {
  /// The slow and obvious way: every text of the event's data that reads as an identifier.
  private func scanned(_ value: JSONValue) -> [String] {
    switch value {
    case .string(let text): (try? SubjectID(text: text)).map { [$0.text] } ?? []
    case .array(let elements): elements.flatMap(scanned)
    case .object(let object): object.members.flatMap { scanned($0.value) }
    case .null, .bool, .number: []
    }
  }

  @Test("the same as a search through its data finds")
  func scan() throws {
    let events = try OneMeasure.told().chronicle.events
    for event in events {
      let found = scanned(event.fact.data(with: event.circumstances))
      #expect(event.mentions.map(\.text).sorted() == found.sorted(), "\(event.fact.type)")
    }
    #expect(events.contains { !$0.mentions.isEmpty })
  }

  @Test("in every type of event there is", arguments: Fact.readers.keys.sorted())
  func everyType(_ type: String) throws {
    let subjects = EveryMention.data[type] ?? []
    for (data, named) in subjects {
      let read = try Fact.read(type: type, version: Fact.readers[type]?.version ?? 1, data: JSONValue(parsing: data))
      let event = Event(
        id: EventID(random: Array(repeating: 0, count: 16)), subject: .ledger, recorded: Instant(milliseconds: 0),
        position: 1, subjectVersion: 1, effective: nil, recordedBy: "x", fact: read.fact,
        circumstances: read.circumstances)
      #expect(event.mentions.map(\.text).sorted() == named.sorted(), "\(data)")
      #expect(scanned(event.fact.data(with: event.circumstances)).sorted() == named.sorted())
    }
  }
}

/// The data of the types that name subjects, each with the identifiers in it.
private enum EveryMention {
  static let decided = ["D-0001"]
  static let data: [String: [(String, [String])]] = [
    "promise.adopted": [
      (#"{"title":"x","validity":{"from":"2022-01-01","through":"2022-01-02"},"decision":"D-0001"}"#, decided)
    ],
    "promise.amended": [(#"{"reason":"x","decision":"D-0001","refs":["M-0002"]}"#, ["D-0001", "M-0002"])],
    "situation.assessed": [(#"{"title":"x","promise":"P-0001"}"#, ["P-0001"])],
    "indicator.defined": [(#"{"name":"x","unit":"%","kind":"effect","promise":"P-0001"}"#, ["P-0001"])],
    "case.opened": [(#"{"title":"x","promise":"P-0001"}"#, ["P-0001"])],
    "case.linked": [(#"{"measure":"M-0001"}"#, ["M-0001"])],
    "case.closed": [(#"{"outcome":"x","decision":"D-0001"}"#, decided)],
    "measure.proposed": [
      (
        #"{"title":"x","binding":"promised","promise":"P-0001","case":"C-0001","situation":"S-0001","targets":"#
          + #"[{"name":"x","unit":"st","indicator":"I-0001"}]}"#, ["P-0001", "C-0001", "S-0001", "I-0001"]
      )
    ],
    "measure.referred-back": [(#"{"reason":"x","decision":"D-0001"}"#, decided)],
    "measure.tabled": [(#"{"decision":"D-0001"}"#, decided)],
    "measure.approved": [(#"{"decision":"D-0001"}"#, decided)],
    "measure.rejected": [(#"{"reason":"x","decision":"D-0001"}"#, decided)],
    "measure.paused": [(#"{"reason":"x","decision":"D-0001"}"#, decided)],
    "measure.resumed": [(#"{"decision":"D-0001"}"#, decided)],
    "measure.deadline-extended": [(#"{"deadline":"2022-01-01","reason":"x","decision":"D-0001"}"#, decided)],
    "measure.amended": [
      (
        #"{"targets":[{"name":"x","unit":"st","indicator":"I-0001"}],"reason":"x","decision":"D-0001"}"#,
        ["I-0001", "D-0001"]
      )
    ],
    "measure.withdrawn": [(#"{"reason":"x","decision":"D-0001"}"#, decided)],
    "measure.evaluated": [
      (#"{"kind":"effect","conclusion":"x","attainment":"reached","indicators":["I-0001"]}"#, ["I-0001"])
    ],
    "decision.made": [
      (
        #"{"matter":"x","outcome":"approved","authority":{"kind":"body","organ":"B-0001","meeting":"T-0001"},"#
          + #""concerns":["M-0001"]}"#, ["B-0001", "T-0001", "M-0001"]
      )
    ],
    "decision.notified": [(#"{"to":"B-0001","meeting":"T-0001"}"#, ["B-0001", "T-0001"])],
    "delegation.granted": [
      (
        #"{"from":"B-0001","to":{"office":"x"},"scope":"x","under":"G-0001","decision":"D-0001"}"#,
        ["B-0001", "G-0001", "D-0001"]
      )
    ],
    "delegation.revoked": [(#"{"reason":"x","decision":"D-0001"}"#, decided)],
    "meeting.scheduled": [(#"{"body":"B-0001","day":"2022-01-01"}"#, ["B-0001"])],
    "meeting.held": [(#"{"body":"B-0001"}"#, ["B-0001"])],
    "follow-up.compiled": [
      (#"{"period":"x","promise":"P-0001","measures":["M-0001"],"knownThrough":1}"#, ["P-0001", "M-0001"])
    ],
    "follow-up.sent": [(#"{"to":"B-0001","meeting":"T-0001","leftOut":["M-0001"]}"#, ["B-0001", "T-0001", "M-0001"])],
    "follow-up.presented": [
      (
        #"{"to":"B-0001","meeting":"T-0001","document":{"name":"x","sha256":""# + String(repeating: "a", count: 64)
          + #""}}"#, ["B-0001", "T-0001"]
      )
    ],
    "follow-up.noted": [(#"{"meeting":"T-0001"}"#, ["T-0001"])],
    "recommendation.delivered": [
      (#"{"title":"x","text":"x","to":"B-0001","measures":["M-0001"]}"#, ["B-0001", "M-0001"])
    ],
    "recommendation.answered": [(#"{"answer":"x","decision":"D-0001"}"#, decided)],
    "entry.corrected": [
      (
        #"{"event":"00000000-0000-4000-8000-000000000000","field":"x","new":"x","reason":"x","decision":"D-0001"}"#,
        decided
      )
    ],
  ]
}
