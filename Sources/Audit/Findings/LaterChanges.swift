import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// What was changed in an entry after a follow-up had been compiled on it.
struct LaterChange {
  let words: Localized
  let cited: [Finding.Citation]
}

extension SubjectStory {
  /// What the entries that a follow-up of a period rested on say otherwise now than through a position, each field once.
  ///
  /// An entry effective after the period's end was not in the report; one without a day was.
  func changes(since position: Int, of period: ReportingPeriod) -> [LaterChange] {
    let known = events.filter { $0.position <= position }
    let later = events.filter { $0.position > position && $0.isAboutAnEntry }
    if later.isEmpty { return [] }
    let reversedThen = Correction.reversed(in: known)
    let reversedNow = Correction.reversed(in: events)
    var changes: [LaterChange] = []
    for event in known where !event.isAboutAnEntry && !reversedThen.contains(event.id) {
      let then = Correction.corrected(event, by: known)
      if let day = then.day, day > period.through { continue }
      let amendments = later.filter { $0.concerns(event.id, among: known + later) }
      if amendments.isEmpty { continue }
      let cited = [event.citation] + amendments.map(\.citation)
      if reversedNow.contains(event.id) {
        let what = EventWords.words(of: event.fact)
        changes.append(
          LaterChange(
            words: Localized("”\(what.sv)” är makulerad", "“\(what.en)” is voided"), cited: cited))
        continue
      }
      let now = Correction.corrected(event, by: events)
      for field in fields(of: amendments) where value(field, then) != value(field, now) {
        let name = FieldWords.words(of: field.text, in: event.fact.type)
        changes.append(
          LaterChange(
            words: Localized(
              "\(name.sv): \(shown(value(field, then)).sv) → \(shown(value(field, now)).sv)",
              "\(name.en): \(shown(value(field, then)).en) → \(shown(value(field, now)).en)"), cited: cited))
      }
    }
    return changes
  }

  /// The fields that corrections, or corrections that were reversed, are about.
  private func fields(of amendments: [Event]) -> [Text] {
    var fields: [Text] = []
    for amendment in amendments {
      var corrected: EntryCorrected? = nil
      switch amendment.fact {
      case .entry(.corrected(let own)): corrected = own
      case .entry(.reversed(let reversed)):
        if case .entry(.corrected(let other))? = events.first(where: { $0.id == reversed.event })?.fact {
          corrected = other
        }
      default: break
      }
      if let field = corrected?.field, !fields.contains(field) { fields.append(field) }
    }
    return fields
  }

  private func value(_ field: Text, _ event: Event) -> JSONValue? {
    (try? Correction.value(of: field, in: event)) ?? nil
  }

  /// A value as people read it: of results the numbers, of a text the text.
  private func shown(_ value: JSONValue?) -> Localized {
    guard let value else { return StandingWords.notStated }
    if case .string(let text) = value { return Localized(text, text) }
    if case .array(let elements) = value, !elements.isEmpty {
      let results = elements.compactMap { try? TargetResult(json: $0) }
      if results.count == elements.count {
        return Localized(
          results.map { "\($0.target) \($0.actual.phrase.sv)" }.joined(separator: ", "),
          results.map { "\($0.target) \($0.actual.phrase.en)" }.joined(separator: ", "))
      }
    }
    return Localized(value.canonicalText, value.canonicalText)
  }
}

extension Event {
  /// Whether it corrects or reverses an entry, or reverses a correction of it.
  fileprivate func concerns(_ id: EventID, among events: [Event]) -> Bool {
    switch fact {
    case .entry(.corrected(let corrected)): return corrected.event == id
    case .entry(.reversed(let reversed)):
      if reversed.event == id { return true }
      if case .entry(.corrected(let corrected))? = events.first(where: { $0.id == reversed.event })?.fact {
        return corrected.event == id
      }
      return false
    default: return false
    }
  }
}
