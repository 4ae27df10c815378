package import CommandArguments
import LedgerDomain
import StrictJSON

/// A mapping drafted from a log's columns and first rows, for a person to look over.
///
/// Columns are known by their names: those of XES and pm4py, and the usual words in Swedish and English; capitals, `_` and `-` do not matter. A
/// column of moments is proposed only where what stands in it can be read as such. Nothing is proposed for what is not found: `missing` names
/// the members that a mapping must have and this one states as `?`.
package struct MappingSuggestion: Sendable {
  package let mapping: LogMapping
  /// Members that must be filled in by hand.
  package let missing: [String]

  /// How many rows are looked at.
  private static let sampleCount = 200

  /// Drafts a mapping for a log of a name.
  package init(_ table: LogTable, log: String, language: Language) {
    let columns = SuggestedColumns(table, sampleCount: Self.sampleCount)
    let key = columns.named(Self.keys)
    let time = columns.ofMoments(named: Self.times) ?? columns.firstOfMoments
    let activity = columns.named(Self.activities)
    let title = columns.named(Self.titles)
    let unnamed = TextTemplate(column: key ?? "?")
    let prefix = Localized("Ärende ", "Case ")[language]
    var mapping = LogMapping(
      log: Text(log), case: Text(key ?? "?"),
      title: title.map { TextTemplate(column: $0) } ?? (try? TextTemplate(text: prefix + unnamed.text)) ?? unnamed,
      activity: TextTemplate(column: activity ?? "?"), time: Text(time ?? "?"))
    let number = columns.named(Self.registryNumbers)
    if let number, number != key { mapping.registryNumber = TextTemplate(column: number) }
    mapping.opened = columns.ofMoments(named: Self.openings).map { Text($0) }
    mapping.closed = columns.ofMoments(named: Self.closings).map { Text($0) }
    if mapping.closed != nil {
      mapping.outcome = try? TextTemplate(
        text: Localized("Avslutat enligt loggen", "Closed according to the log")[language])
    }
    mapping.due = columns.ofMoments(named: Self.deadlines).map { Text($0) }
    mapping.by = columns.named(Self.resources).map { PersonTemplate(office: TextTemplate(column: $0)) }
    mapping.officer = columns.named(Self.officers).map { PersonTemplate(office: TextTemplate(column: $0)) }
    self.mapping = mapping
    missing = [("case", key), ("activity", activity), ("time", time)].filter { $0.1 == nil }.map(\.0)
  }

  private static let keys = [
    "case:concept:name", "case id", "caseid", "case", "ärende", "ärendeid", "ärendenummer", "ärendenr", "diarienummer",
    "dnr", "id",
  ]
  private static let activities = ["concept:name", "activity", "aktivitet", "händelse", "event", "task", "åtgärd"]
  private static let times = [
    "time:timestamp", "timestamp", "complete timestamp", "time", "tidpunkt", "tid", "datum", "date",
  ]
  private static let titles = ["case:title", "title", "titel", "rubrik", "ärendemening", "benämning"]
  private static let registryNumbers = ["case:dnr", "diarienummer", "dnr", "registry number"]
  private static let openings = [
    "case:startdate", "startdate", "start date", "case:opened", "opened", "öppnat", "inkom", "inkommen",
  ]
  private static let closings = [
    "case:enddate", "enddate", "end date", "case:closed", "closed", "avslutat", "avslutad",
  ]
  private static let deadlines = ["case:deadline", "deadline", "due", "due date", "klart senast", "slutdatum"]
  private static let resources = ["org:resource", "resource", "resurs", "user", "användare", "utförd av"]
  private static let officers = ["case:responsible", "responsible", "ansvarig", "handläggare"]
}

/// The columns of a log as a suggestion looks at them.
private struct SuggestedColumns {
  private let table: LogTable
  private let names: [(column: String, name: String)]
  private let sampleCount: Int

  init(_ table: LogTable, sampleCount: Int) {
    self.table = table
    self.sampleCount = sampleCount
    names = table.columns.map { ($0, $0.lowercased().replacing("_", with: " ").replacing("-", with: " ")) }
  }

  /// The column with the first of some names that any has.
  func named(_ wanted: [String]) -> String? {
    wanted.lazy.compactMap { word in names.first { $0.name == word }?.column }.first
  }

  /// The same, of the columns that hold moments.
  func ofMoments(named wanted: [String]) -> String? {
    wanted.lazy.compactMap { word in names.first { $0.name == word && holdsMoments($0.column) }?.column }.first
  }

  var firstOfMoments: String? { names.first { holdsMoments($0.column) }?.column }

  /// Whether something stands in a column, and all of it can be read as a moment or a day.
  private func holdsMoments(_ column: String) -> Bool {
    let sample = (table.texts(column) ?? []).prefix(sampleCount).filter { !$0.isEmpty }
    return !sample.isEmpty && sample.allSatisfy { LogTime.effective($0) != nil }
  }
}
