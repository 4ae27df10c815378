package import CommandArguments
package import Documents
import LedgerDomain
import StrictJSON
import Wording

extension ImportSummary {
  /// How many refused rows and differing cases are shown.
  private static let shownCount = 20

  /// The summary as it is shown, with the rows that are refused.
  package func blocks(_ problems: [RowProblem], _ language: Language) -> [Block] {
    func word(_ sv: String, _ en: String) -> String { Localized(sv, en)[language] }
    var rows = [
      KeyValue(word("Fil", "File"), Prose("\(file.name.text), SHA-256 \(file.sha256.text)")),
      KeyValue(word("Logg", "Log"), Prose(file.log.text)),
      KeyValue(
        word("Ärenden", "Cases"),
        Prose(
          word("\(caseCount), varav \(closedCaseCount) avslutade", "\(caseCount), of them \(closedCaseCount) closed"))),
      KeyValue(word("Aktiviteter", "Activities"), Prose(String(activityCount))),
    ]
    if undatedActivityCount > 0 {
      rows.append(KeyValue(word("Odaterade", "Undated"), Prose(String(undatedActivityCount))))
    }
    if let firstDay, let lastDay {
      rows.append(KeyValue(word("Dagar", "Days"), Prose("\(firstDay.text) – \(lastDay.text)")))
    }
    rows.append(KeyValue(word("Befattningshavare", "Office-holders"), Prose(String(resourceCount))))
    if knownEventCount > 0 {
      rows.append(
        KeyValue(
          word("Fanns redan", "Already there"),
          Prose(
            word(
              "\(knownEventCount) poster i \(knownCaseCount) ärenden",
              "\(knownEventCount) entries in \(knownCaseCount) cases"))))
    }
    rows.append(KeyValue(word("Nya poster", "New entries"), Prose(String(addedCount))))
    if irregularCount > 0 {
      rows.append(
        KeyValue(
          word("Därav avvikelser", "Of them irregular"), Prose("\(irregularCount) \(StandingWords.irregularSign)"))
      )
    }
    if !unusedColumns.isEmpty {
      rows.append(
        KeyValue(word("Kolumner utan mappning", "Columns not mapped"), Prose(unusedColumns.joined(separator: ", "))))
    }
    if !skipped.isEmpty {
      let texts = skipped.map { "\($0.key.words[language]) \($0.value)" }.sorted()
      rows.append(KeyValue(word("Har ingen plats", "Has no place"), Prose(texts.joined(separator: ", "))))
    }
    return [.keyValues(rows)] + (added.isEmpty ? [] : [.table(table(language))]) + differing(language)
      + refused(problems, language)
  }

  private func table(_ language: Language) -> Table {
    Table(
      columns: [
        Table.Column(Localized("Ny post", "New entry")[language]), Table.Column(Localized("Typ", "Type")[language]),
        Table.Column(Localized("Antal", "Count")[language], alignment: .trailing),
      ],
      rows: added.sorted { $0.key < $1.key }.map { type, count in
        [Table.Cell(EventWords.words(ofType: type)[language]), Table.Cell(type), Table.Cell(String(count))]
      }, emptyText: "")
  }

  private func differing(_ language: Language) -> [Block] {
    if differences.isEmpty { return [] }
    let lines = differences.prefix(Self.shownCount).map { difference in
      Prose(
        Localized(
          "\(difference.subject.text), rad \(difference.line): \(EventWords.words(ofType: difference.type).sv)",
          "\(difference.subject.text), line \(difference.line): \(EventWords.words(ofType: difference.type).en)")[
            language])
    }
    let lead = Localized(
      "\(differences.count) uppgifter säger loggen nu på ett annat sätt än när de importerades. De ändras inte av en import:",
      "\(differences.count) facts the log now states otherwise than when they were imported. An import does not change them:"
    )
    return [.paragraph(Prose(lead[language])), .list(Array(lines), ordered: false)]
  }

  private func refused(_ problems: [RowProblem], _ language: Language) -> [Block] {
    if problems.isEmpty { return [] }
    let lines = problems.prefix(Self.shownCount).map { problem in
      Prose(
        Localized("Rad \(problem.line): \(problem.words.sv)", "Line \(problem.line): \(problem.words.en)")[language])
    }
    let lead = Localized("\(refusedRows) rader går inte att registrera:", "\(refusedRows) rows cannot be recorded:")
    return [.paragraph(Prose(lead[language])), .list(Array(lines), ordered: false)]
  }
}

extension XESSkipped {
  /// What was passed over, in the plural.
  fileprivate var words: Localized {
    switch self {
    case .nestedAttribute: Localized("attribut i attribut", "attributes within attributes")
    case .collection: Localized("listor", "lists")
    case .eventOutsideTrace: Localized("händelser utanför ärenden", "events outside traces")
    case .unknownElement(let name): Localized("okända element <\(name)>", "unknown elements <\(name)>")
    }
  }
}
