import CommandArguments
import Documents
package import LedgerDomain
import Projections
package import StrictJSON
import Wording

/// One time that the deadline of a measure was moved.
package struct ExtensionRow: JSONWritable, Hashable, Sendable {
  package let measure: SubjectID
  /// The deadline until then; absent where there was none.
  package let from: LocalDate?
  package let to: LocalDate
  package let reason: Text
  /// The decision to move it; absent where none is stated.
  package let decision: SubjectID?
  package let mark: Mark

  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    pen.write("measure", measure)
    pen.write("from", from)
    pen.write("to", to)
    pen.write("reason", reason)
    pen.write("decision", decision)
    pen.write("mark", mark)
    pen.endObject()
  }
}

extension FollowUpPack {
  /// Every time that a deadline was moved by the end of the period, by measure, in order.
  package var extensions: [ExtensionRow] {
    rows.flatMap { row -> [ExtensionRow] in
      var from = row.originalDeadline
      return row.state.extensions.map { step in
        defer { from = step.extended.deadline }
        return ExtensionRow(
          measure: row.id, from: from, to: step.extended.deadline, reason: step.extended.reason,
          decision: step.extended.decision, mark: step.mark)
      }
    }
  }

  /// The original and the present deadlines of what was moved, each move with its decision.
  func extensionTable(_ language: Language) -> [Block] {
    let moves = extensions
    guard !moves.isEmpty else { return [] }
    var table = Table(
      columns: [
        .init(Localized("Nr", "No.")[language], wraps: false, priority: 9),
        .init(Localized("Åtgärd", "Measure")[language], priority: 9),
        .init(Localized("Från", "From")[language], wraps: false, priority: 9),
        .init(Localized("Till", "To")[language], wraps: false, priority: 9),
        .init(Localized("Beslut", "Decision")[language], priority: 8),
        .init(Localized("Skäl", "Reason")[language], priority: 4),
      ], emptyText: "")
    let titles = Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0.title.text) })
    for move in moves {
      table.append([
        .init(move.measure.text), .init(titles[move.measure] ?? ""),
        .init(move.from?.text ?? StandingWords.notStated[language]), .init(move.to.text),
        .init(cited(move.decision, language), move.decision == nil ? .warning : .normal),
        .init(move.reason.text),
      ])
    }
    return [
      .heading(level: 1, Localized("Flyttade slutdatum", "Moved deadlines")[language]),
      .table(table.withoutEmptyColumns),
    ]
  }

  /// `D-0005, Kommunstyrelsen 2022-09-14 § 88`; that none is stated, where none is.
  private func cited(_ id: SubjectID?, _ language: Language) -> String {
    guard let id else { return Localized("beslut anges inte", "no decision stated")[language] }
    guard let decision = latest.decision(id), let made = decision.made else { return id.text }
    let names = Names(subject: { [latest] in latest.title(of: $0) }, day: { [latest] in latest.meeting($0)?.day })
    let phrase = made.authority.phrase(names)[language]
    let day = decision.mark?.effective.map(\.day.text)
    let isDated = day.map(phrase.contains) ?? true
    return "\(id), \(phrase)" + (isDated ? "" : ", \(day ?? "")")
  }
}
