import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// Events as they are shown before and after recording.
struct Preview {
  private let events: [Event]
  private let chronicle: Chronicle
  private let language: Language

  init(_ events: [Event], _ chronicle: Chronicle, _ language: Language) {
    self.events = events
    self.chronicle = chronicle
    self.language = language
  }

  /// One group for each event: its subject and what happened, then every member of its data in words.
  func document(_ heading: Localized) -> Document {
    let blocks = events.map { event in
      Block.group(
        Prose([
          .strong(event.subject.text), .text(title(event).map { " \($0) " } ?? " "),
          .toned(
            "(\(EventWords.words(of: event.fact, about: measure(event.subject))[language]), #\(event.position))", .muted
          ),
        ]), [.keyValues(rows(event))])
    }
    let opened = LedgerReading.opened(chronicle)
    let banner: [Block] =
      opened?.reality == .illustrative ? [.banner(StandingWords.illustration[language])] : []
    return Document(heading[language], language: language.rawValue, blocks: banner + blocks)
  }

  /// Of a private person, there is none.
  private func title(_ event: Event) -> String? {
    let book = Book(chronicle, asOf: nil, today: SwedishTime.date(of: event.recorded))
    return book.title(of: event.subject)
  }

  private func rows(_ event: Event) -> [KeyValue] {
    switch event.fact {
    case .entry(.corrected(let corrected)): return rows(about: corrected.event, event, field: corrected.field)
    case .entry(.reversed(let reversed)): return rows(about: reversed.event, event, field: nil)
    default: break
    }
    let when = KeyValue(Localized("När", "When")[language], Prose(event.effective.phrase[language]))
    let who = KeyValue(Localized("Registreras av", "Recorded by")[language], Prose(event.recordedBy.text))
    return [when] + data(event).rows(event.fact.data(with: event.circumstances), type: event.fact.type) + [who]
  }

  /// A correction or reversal has no day of its own. It names its entry by number and words, and the field by its words.
  private func rows(about id: EventID, _ event: Event, field: Text?) -> [KeyValue] {
    guard let about = chronicle.event(id), case .object(var object) = event.fact.data(with: event.circumstances) else {
      preconditionFailure("a correction or reversal is of an entry of the ledger")
    }
    object["event"] = nil
    object["field"] = nil
    let what = EventWords.words(of: about.fact, about: measure(about.subject))[language]
    var rows = [KeyValue(Localized("Post", "Entry")[language], Prose("#\(about.position) \(what)"))]
    if let field {
      let words = FieldWords.words(of: field.text, in: about.fact.type)[language]
      rows.append(KeyValue(Localized("Fält", "Field")[language], Prose("\(words) (\(field.text))")))
    }
    return rows + data(about).rows(.object(object), type: event.fact.type)
  }

  private func data(_ event: Event) -> DataRows {
    DataRows(language, Names(chronicle), targets: measure(event.subject)?.plan?.targets ?? [])
  }

  private func measure(_ id: SubjectID) -> Measure? {
    if id.kind == .measure, case .measure(let measure) = chronicle.state(of: id) { measure } else { nil }
  }

  /// What became of the events that are shown.
  enum Outcome: String {
    case recorded
    case alreadyRecorded = "already-recorded"
    case dryRun = "dry-run"
  }

  /// `{"kind":"liggare.recorded","version":1,"outcome":"recorded","events":[{"position":8,"id":"…","subject":"M-0001","type":"measure.proposed",
  /// "effective":"2022-02-01","recorded":"…","data":{…}}]}`
  func json(_ outcome: Outcome) -> JSONValue {
    .object([
      "kind": "liggare.recorded", "version": 1, "outcome": .string(outcome.rawValue),
      "events": .array(
        events.map { event in
          var object: JSONObject = [
            "position": JSONValue(event.position), "id": .string(event.id.text), "subject": .string(event.subject.text),
            "type": .string(event.fact.type),
          ]
          if let effective = event.effective { object["effective"] = .string(effective.text) }
          object["recorded"] = .string(event.recorded.text)
          object["recordedBy"] = .string(event.recordedBy.text)
          object["data"] = event.fact.data(with: event.circumstances)
          return .object(object)
        }),
    ])
  }
}
