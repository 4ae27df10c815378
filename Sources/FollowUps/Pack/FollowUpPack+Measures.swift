import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension FollowUpPack {
  /// The rows, all in one table or by groups, and below them what their marks mean.
  func measureTable(_ language: Language) -> [Block] {
    let heading = Localized("Åtgärder", "Measures")[language]
    let tables = grouping.map { groupedTables($0, language) } ?? [.table(table(rows, language))]
    return [.heading(level: 1, heading)] + tables + marks(language) + exampleNote(language)
  }

  private func groupedTables(_ grouping: PackGrouping, _ language: Language) -> [Block] {
    let byID = rowsByID
    let groups = groups
    let lines = groups.map(\.measures.count).reduce(0, +)
    let places = Dictionary(groups.flatMap(\.measures).map { ($0, 1) }, uniquingKeysWith: +)
    let several = places.count { $0.value > 1 }
    let by = Localized("Grupperat efter \(grouping.words.sv).", "Grouped by \(grouping.words.en).")
    let more = Localized(
      " En åtgärd som hör till flera grupper står i var och en av dem: \(rows.count) åtgärder, \(lines) rader, \(several) i flera grupper.",
      " A measure that belongs to several groups is in each of them: \(rows.count) measures, \(lines) rows, \(several) in several groups."
    )
    return [.note(Prose(by[language] + (several == 0 ? "" : more[language])))]
      + groups.flatMap { group -> [Block] in
        let rows = group.measures.compactMap { byID[$0] }
        return [.heading(level: 2, "\(group.name[language]) (\(rows.count))")]
          + commitments(of: group, language)
          + (rows.isEmpty ? [] : [.paragraph(Prose(tallies(of: rows, by: grouping, language)))])
          + [.table(table(rows, language))]
      }
  }

  /// `Status: beslutad 1, pågående 4. Belägg: uppgift saknas 2, utfall redovisat 3. Tidplan: i tid 5.`; by promise, first how many of them
  /// the promise itself names.
  private func tallies(of rows: [MeasureRow], by grouping: PackGrouping, _ language: Language) -> String {
    let promised = rows.count { $0.state.plan?.binding == .promised }
    let named = grouping == .promise && rows.contains { $0.state.plan?.promise != nil }
    let parts = [
      named
        ? Localized(
          "Utlovade i löftet: \(promised), övriga: \(rows.count - promised).",
          "Promised in the promise itself: \(promised), others: \(rows.count - promised).") : nil,
      Localized("Status: ", "Status: ") + tally(rows.map(\.status)) + Localized(both: "."),
      Localized("Belägg: ", "Evidence: ") + tally(rows.map(\.evidence)) + Localized(both: "."),
      Localized("Tidplan: ", "Schedule: ") + tally(rows.map(\.schedule)) + Localized(both: "."),
    ]
    return parts.compactMap { $0?[language] }.joined(separator: " ")
  }

  /// What a promise promises, in its own words.
  private func commitments(of group: PackGroup, _ language: Language) -> [Block] {
    guard let terms = promises.first(where: { $0.id == group.promise })?.terms else { return [] }
    let lead = Localized("Löftet i dess egna ord:", "The promise in its own words:")[language]
    return [.paragraph(Prose(lead)), .list(terms.commitments.map { Prose($0.text.text) }, ordered: false)]
  }

  private func table(_ rows: [MeasureRow], _ language: Language) -> Table {
    var table = Table(
      columns: [
        .init(Localized("Nr", "No.")[language], wraps: false, priority: 9),
        .init(Localized("Åtgärd", "Measure")[language], minWidth: 20, priority: 9),
        .init(Localized("Område", "Area")[language], priority: 3),
        .init(Localized("Ansvarig", "Responsible")[language], priority: 2),
        .init("Status", wraps: false, priority: 8),
        .init(Localized("Belägg", "Evidence")[language], wraps: false, priority: 7),
        .init(Localized("Tidplan", "Schedule")[language], wraps: false, priority: 7),
        .init(Localized("Slutdatum", "Deadline")[language], minWidth: 12, priority: 5),
      ], emptyText: Localized("Inga utlovade eller beslutade åtgärder.", "No promised or decided measures.")[language])
    for row in rows {
      table.append([
        .init(row.id.text + (row.irregularities.isEmpty ? "" : StandingWords.irregularSign)), .init(row.title.text),
        .init(row.place(language)),
        .init(row.responsible?.phrase ?? StandingWords.notStated[language]),
        .init(sign: row.status.symbol, words(of: row.state)[language]),
        .init(sign: row.evidence.symbol, row.evidence.words[language], row.evidence == .none ? .warning : .normal),
        .init(sign: row.schedule.symbol, row.schedule.words[language], tone(row.schedule)),
        .init(row.deadlines(language)),
      ])
    }
    return table
  }

  private func tone(_ schedule: Schedule) -> Tone {
    switch schedule {
    case .overdue: .bad
    case .endedLate, .endedUndated: .warning
    case .endedInTime: .good
    case .noDeadline, .onTime, .notApplicable: .normal
    }
  }

  /// What was irregular, with the reason stated.
  private func marks(_ language: Language) -> [Block] {
    let reason = Localized("Skäl", "Reason")[language]
    let lines = rows.flatMap { row in
      row.irregularities.map { irregular in
        let when = irregular.mark.effective.map { " \($0.day)" } ?? " (\(StandingWords.undated[language]))"
        let what = EventWords.words(ofType: irregular.type.text)[language] + when
        let subject = irregular.subject == row.id ? "" : " \(irregular.subject)"
        let kinds = irregular.kinds.map { $0.words[language] }.joined(separator: ", ")
        let corrected = !book.chronicle.corrections(of: irregular.mark.event, about: irregular.subject).isEmpty
        return Prose(
          "\(StandingWords.irregularSign) \(row.id)\(subject) \(what): \(kinds). \(reason): \(irregular.reason)"
            + (corrected ? " " + StandingWords.markedAsRecorded[language] : ""))
      }
    }
    return lines.isEmpty ? [] : [.list(lines, ordered: false)]
  }
}

extension MeasureRow {
  /// The last report in words, cut after 120 characters; empty where there is none.
  func lastWords(_ language: Language) -> String {
    guard let report else { return "" }
    let text = report.statement.text
    let short = text.count <= 120 ? text : text.prefix(119).trimmingSuffix() + "…"
    let when = report.mark.effective.map(\.day.text) ?? StandingWords.undated[language]
    return "\(when): \(short)"
  }
}

extension Substring {
  /// The text without spaces and commas at its end.
  fileprivate func trimmingSuffix() -> String {
    var text = self
    while let last = text.last, last == " " || last == "," { text.removeLast() }
    return String(text)
  }
}
