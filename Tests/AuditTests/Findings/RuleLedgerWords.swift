import LedgerDomain
import StrictJSON
import TestSupport

/// The words of one line of a `RuleLedger`, and the values in them.
struct RuleLedgerWords {
  private var rest: Substring

  init(_ line: Substring) { rest = line }

  mutating func next() -> String {
    guard let word = optional() else { preconditionFailure("the line ends too early") }
    return word
  }

  /// The next word up to a blank, or up to and with the `=` before a value.
  mutating func optional() -> String? {
    rest = rest.drop { $0 == " " }
    guard !rest.isEmpty else { return nil }
    let word = rest.prefix { $0 != " " && $0 != "=" }
    rest = rest.dropFirst(word.count)
    if rest.first == "=" {
      rest = rest.dropFirst()
      return word + "="
    }
    return String(word)
  }

  /// The value after `name=`; nil where nothing follows.
  mutating func value(after word: String, name: String, labels: [String: EventID]) -> JSONValue? {
    precondition(word.hasSuffix("="), "a member is name=value: \(word)")
    if rest.isEmpty || rest.first == " " { return nil }
    return value(name, labels)
  }

  private mutating func value(_ name: String, _ labels: [String: EventID]) -> JSONValue {
    rest = rest.drop { $0 == " " }
    switch rest.first {
    case "[":
      rest = rest.dropFirst()
      var elements: [JSONValue] = []
      while !takes("]") {
        elements.append(value(name, labels))
        _ = takes(",")
      }
      return .array(elements)
    case "{":
      rest = rest.dropFirst()
      var object = JSONObject()
      while !takes("}") {
        rest = rest.drop { $0 == " " }
        let key = String(rest.prefix { $0 != ":" })
        rest = rest.dropFirst(key.count + 1)
        object[key] = value(key, labels)
        _ = takes(",")
      }
      return .object(object)
    case "\"":
      rest = rest.dropFirst()
      let text = String(rest.prefix { $0 != "\"" })
      rest = rest.dropFirst(text.count + 1)
      return Self.typed(text, name)
    default:
      let word = rest.prefix { !" ,]}".contains($0) }
      rest = rest.dropFirst(word.count)
      if word.first == "&" {
        guard let id = labels[String(word)] else { preconditionFailure("no event is named \(word)") }
        return .string(id.text)
      }
      return Self.typed(String(word.map { $0 == "_" ? " " : $0 }), name)
    }
  }

  private mutating func takes(_ mark: Character) -> Bool {
    rest = rest.drop { $0 == " " }
    guard rest.first == mark else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// A word as the member of its name wants it: a truth, a number, a person, else a text.
  private static func typed(_ word: String, _ name: String) -> JSONValue {
    if word == "true" || word == "false" { return .bool(word == "true") }
    if numbers.contains(name), let number = Int(word) { return JSONValue(number) }
    if people.contains(name) {
      let parts = word.split(separator: "/").map(String.init)
      return ["name": .string(parts[0]), "office": .string(parts.count > 1 ? parts[1] : "befattning")]
    }
    return .string(word)
  }

  private static let numbers: Set<String> = ["knownThrough", "order", "timesPerYear", "format"]
  private static let people: Set<String> = [
    "responsible", "decidedBy", "evaluatedBy", "reportedBy", "officer", "chair", "urgentMandate", "person", "official",
    "delegate", "rapporteur", "orderedBy", "verifiedBy", "by",
  ]
}

/// What a type requires and a line may leave out.
enum RuleLedgerDefaults {
  static func members(of type: String, day: String) -> JSONObject {
    let official: JSONValue = ["name": "Alm", "office": "chef"]
    return switch type {
    case LedgerOpened.type:
      [
        "identity": "urn:uuid:00000000-0000-4000-8000-00000000beef", "title": "Prov", "owner": "Prov",
        "reality": "illustrative", "validity": ["from": "2022-01-01", "through": "2023-12-31"],
        "timeZone": "Europe/Stockholm", "language": "sv", "format": 1,
      ]
    case PromiseAdopted.type:
      [
        "title": "Löftet", "validity": ["from": "2022-01-01", "through": "2023-12-31"],
        "commitments": [["text": "Vi lovar."]],
        "parties": [["code": "kommunen", "name": "Kommunen"], ["code": "polisen", "name": "Polisen"]],
      ]
    case PromiseSigned.type: ["by": official]
    case MeasureProposed.type:
      [
        "title": "Åtgärd", "binding": "decided", "promise": "P-0001", "goal": "Mål", "deadline": "2022-12-31",
        "responsible": official, "parties": ["kommunen"],
      ]
    case DecisionMade.type:
      [
        "matter": "Sak", "outcome": "approved", "reference": "KS 1",
        "authority": ["kind": "body", "organ": "B-0001"], "decidedBy": [official],
      ]
    case DelegationGranted.type: ["from": "B-0001", "to": official, "scope": "Åtgärder"]
    case MeasureRejected.type, MeasureWithdrawn.type, MeasurePaused.type, MeasureReferredBack.type,
      DeadlineExtended.type,
      MeasureAmended.type, PromiseAmended.type, EntryCorrected.type, EntryReversed.type, DelegationRevoked.type:
      ["reason": "skäl"]
    case ProgressReported.type: ["statement": "Läget"]
    case MeasureImplemented.type: ["extent": "full"]
    case MeasureEvaluated.type: ["kind": "process", "conclusion": "Slutsats", "attainment": "reached"]
    case IndicatorDefined.type: ["name": "Indikator", "unit": "procent", "kind": "effect", "promise": "P-0001"]
    case IndicatorObserved.type: ["value": "50", "source": "survey"]
    case SituationAssessed.type:
      ["title": "Lägesbild", "promise": "P-0001", "grounds": [["kind": "survey", "description": "mätning"]]]
    case CaseOpened.type: ["title": "Ärende"]
    case CaseClosed.type: ["outcome": "klart"]
    case ActivityRecorded.type: ["activity": "möte"]
    case CaseAssigned.type: ["officer": official]
    case MeetingScheduled.type, MeetingHeld.type: ["body": "B-0001"]
    case FollowUpCompiled.type: ["period": "2022-T1", "promise": "P-0001", "knownThrough": 1]
    case FollowUpSent.type: ["to": "B-0003"]
    case FollowUpPresented.type:
      ["to": "B-0003", "document": ["name": "Uppföljning", "sha256": .string(digest("a").text)]]
    case FollowUpPublished.type: ["site": "kommun-se"]
    case DecisionNotified.type: ["to": "B-0001"]
    case DecisionAppealed.type: ["court": "Förvaltningsrätten"]
    case DecisionStayed.type: ["by": "Förvaltningsrätten"]
    case DecisionAnnulled.type: ["by": "Förvaltningsrätten", "reason": "skäl"]
    case RecommendationDelivered.type: ["title": "Rekommendation", "text": "Gör det."]
    case RecommendationAnswered.type: ["answer": "Gjort."]
    case DocumentAttached.type: ["document": ["name": "Fil", "sha256": .string(digest("b").text)]]
    case SecrecyMarked.type: ["provision": "OSL 18 kap. 1 §", "authority": "Kommunen"]
    case LedgerConcluded.type: ["statement": "Slut"]
    case ValueErased.type: ["reference": "KS 9", "decided": .string(day), "organ": "Styrelsen"]
    default: [:]
    }
  }
}
