import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension FollowUpPack {
  /// *Tillkommit efter redovisningen* of this report.
  func laterList(_ language: Language) -> [Block] {
    let rows = later
    guard !rows.isEmpty else { return [] }
    return [
      .heading(level: 1, StandingWords.addedAfterReport.capitalized[language]), .timeline(entries(rows, language)),
    ]
  }

  /// *Tillkommit efter redovisningen* of the report before: what it could not say.
  func addedSinceList(_ language: Language) -> [Block] {
    let rows = addedSince
    guard let previousPeriod, !rows.isEmpty else { return [] }
    let heading = Localized(
      "Tillkommit efter redovisningen av \(previousPeriod.label)", "Added after the report of \(previousPeriod.label)")
    return [.heading(level: 1, heading[language]), .timeline(entries(rows, language))]
  }

  /// Each entry with the moment of its recording, the day that it is about, and of a correction what it changed and why.
  func entries(_ rows: [LaterRow], _ language: Language) -> [TimelineEntry] {
    rows.map { row in
      let when = row.mark.effective.map { ", \(Localized("gäller", "effective")[language]) \($0.day)" } ?? ""
      let title = latest.title(of: row.subject).map { " \($0)" } ?? ""
      let details = row.correction.map { [Prose(change($0, language))] } ?? []
      return TimelineEntry(
        SwedishTime.reading(of: row.mark.recorded),
        Prose("\(row.subject)\(title): \(EventWords.words(ofType: row.type.text)[language])\(when)"), details: details)
    }
  }

  /// `läget rapporterat, utfall: vandringar 3 → vandringar 2. Skäl: En vandring ställdes in.`
  private func change(_ correction: LaterRow.Correction, _ language: Language) -> String {
    var text = EventWords.words(ofType: correction.type.text)[language]
    if let field = correction.field {
      text += ", " + FieldWords.words(of: field.text, in: correction.type.text)[language]
      if let old = shown(correction.old, language), let new = shown(correction.new, language) {
        text += ": \(old) → \(new)"
      }
    }
    let reason = Localized("Skäl", "Reason")[language]
    let end = correction.reason.text.hasSuffix(".") ? "" : "."
    return "\(text). \(reason): \(correction.reason)\(end)"
  }

  /// A value in a few words; nil for one that is not said in a few.
  private func shown(_ value: JSONValue?, _ language: Language) -> String? {
    switch value {
    case nil: StandingWords.noInformation[language]
    case .string(let text): text
    case .number(let digits): digits
    case .array(let items): results(items)
    case .null, .bool, .object: nil
    }
  }

  /// Results against targets, which is what is mostly corrected: `vandringar 3, deltagare 60`.
  private func results(_ items: [JSONValue]) -> String? {
    let parts = items.map { item -> String? in
      guard case .object(let object) = item, case .string(let target)? = object["target"],
        case .string(let actual)? = object["actual"]
      else { return nil }
      return "\(target) \(actual)"
    }
    return parts.contains(nil) ? nil : parts.compactMap(\.self).joined(separator: ", ")
  }
}
