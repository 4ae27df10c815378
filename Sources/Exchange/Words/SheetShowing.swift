import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// What a row of any sheet changes, and the entries that it gives, as they are shown.
enum SheetShowing {
  static func table(_ cells: [MeasureSheetPlan.Cell], _ language: Language) -> Block {
    func word(_ sv: String, _ en: String) -> String { Localized(sv, en)[language] }
    let nothing = word("(tomt)", "(empty)")
    return .table(
      Table(
        columns: [
          Table.Column(word("Kolumn", "Column"), priority: 9),
          Table.Column(word("I boken", "In the book"), priority: 7),
          Table.Column(word("I bladet", "In the sheet"), priority: 8),
        ],
        rows: cells.map { cell in
          [Table.Cell(cell.column), Table.Cell(cell.old.isEmpty ? nothing : cell.old), Table.Cell(cell.new)]
        }, emptyText: ""))
  }

  /// A line for each event: what happened, on which authority, when, and how it is irregular.
  static func entries(_ events: [Event], _ recording: SheetRecording, _ language: Language) -> Block {
    let chronicle = recording.desk.chronicle
    let names = Names(states: { chronicle.naming(of: $0) })
    return .list(
      events.map { event in
        var authority = ""
        if case .decision(.made(let made)) = event.fact { authority = ": " + made.authority.phrase(names)[language] }
        let what = EventWords.words(of: event.fact)[language]
        return Prose(
          [
            .strong(event.subject.text), .text(" \(what)\(authority), \(event.effective.phrase[language])"),
            .toned(" (\(event.fact.type))", .muted),
          ] + irregular(event, language))
      }, ordered: false)
  }

  private static func irregular(_ event: Event, _ language: Language) -> [Inline] {
    guard let irregular = event.circumstances.irregular else { return [] }
    let kinds = irregular.kinds.map { $0.words[language] }.joined(separator: "; ")
    return [.text(" \(StandingWords.irregularSign) \(kinds): \(irregular.reason)")]
  }

  static func json(_ cells: [MeasureSheetPlan.Cell]) -> JSONValue {
    .array(
      cells.map { cell in
        .object(["column": .string(cell.column), "old": .string(cell.old), "new": .string(cell.new)])
      })
  }
}
