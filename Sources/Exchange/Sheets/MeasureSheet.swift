package import CommandArguments
package import LedgerDomain
package import Projections
import StrictJSON
import Wording

/// The measures of a ledger as a sheet to edit and to import again: everything recorded up to a position, whatever the day.
///
/// ```
/// Nr;Benämning;Status;…;Liggarens position
/// M-0007;Trygghetsvandringar;pågående;…;617@7d2a4c80
/// ```
///
/// UTF-8 with its mark, semicolons, rows ended by CR LF, dates as ISO 8601 and a decimal comma, as Swedish Excel reads them; in English a
/// decimal point. The texts are guarded (``SheetText``). Every row says at which position of which ledger it was written, so that a row
/// may be sorted, moved to another sheet, or kept for a year: when it comes back it is compared with what it was.
package struct MeasureSheet: Sendable {
  let chronicle: Chronicle
  let language: Language
  let mark: SheetMark
  private let promises: [SubjectID: CitizenPromise]

  package init(_ chronicle: Chronicle, _ language: Language) {
    self.chronicle = chronicle
    self.language = language
    mark = SheetMark(chronicle)
    var promises: [SubjectID: CitizenPromise] = [:]
    for id in chronicle.subjects(.promise) {
      if case .promise(let promise) = chronicle.state(of: id), promise.isFounded { promises[id] = promise }
    }
    self.promises = promises
  }

  /// A measure as recorded; nil where there is none.
  package func measure(_ id: SubjectID) -> Measure? {
    guard case .measure(let measure) = chronicle.state(of: id), measure.isFounded else { return nil }
    return measure
  }

  package var measures: [Measure] { chronicle.subjects(.measure).compactMap(measure) }

  /// The bytes of the file.
  package func csv(_ measures: [Measure]) -> [UInt8] {
    SheetWriter.csv(MeasureColumn.self, measures.map { cells(of: $0) }, language)
  }

  /// What the cells of a measure say; those of a new entry nothing.
  func cells(of measure: Measure) -> [MeasureColumn: String] {
    guard let plan = measure.plan else { return [:] }
    var cells: [MeasureColumn: String] = [:]
    cells[.number] = measure.id.text
    cells[.title] = plan.title.text
    // A word that can be chosen: that it was rejected while under way is none.
    let standing = measure.isUnderWayThoughRejected ? measure.status?.words : words(of: measure)
    cells[.status] = standing?[language] ?? ""
    cells[.binding] = measure.binding?.words[language]
    cells[.promise] = plan.promise?.text
    cells[.areas] =
      plan.municipalityWide
      ? StandingWords.municipalityWide[language] : names(plan.areas, .areas, plan.promise).joined(separator: ", ")
    cells[.focusAreas] = names(plan.focusAreas, .focusAreas, plan.promise).joined(separator: ", ")
    cells[.goal] = plan.goal?.text
    cells[.targets] = SheetTargets.text(plan.targets, language)
    cells[.actual] = SheetTargets.results(of: measure, language)
    cells[.responsibleName] = plan.responsible?.name?.text
    cells[.responsibleOffice] = plan.responsible?.office.text
    cells[.responsibleOrgan] = plan.responsible?.organ?.text
    cells[.originalDeadline] = measure.originalDeadline?.text
    cells[.deadline] = measure.deadline?.text
    cells[.performers] = measure.performers.map(\.text).joined(separator: " | ")
    cells[.latestReport] = measure.reports.last { $0.statement != nil }?.statement?.text
    cells[.position] = mark.text
    return cells
  }

  /// The codes of a list with their names, of a promise or else of every one.
  func named(_ list: CodeList, of promise: SubjectID?) -> [Named] {
    let chosen = promise.flatMap { promises[$0] }.map { [$0] } ?? promises.keys.sorted().compactMap { promises[$0] }
    let terms = chosen.compactMap(\.terms)
    switch list {
    case .areas: return terms.flatMap(\.areas)
    case .focusAreas: return terms.flatMap(\.focusAreas)
    case .parties: return terms.flatMap(\.parties)
    case .sites: return terms.flatMap { $0.reporting?.sites ?? [] }
    }
  }

  private func names(_ codes: [Code], _ list: CodeList, _ promise: SubjectID?) -> [String] {
    let known = named(list, of: promise)
    return codes.map { code in known.first { $0.code == code }?.name.text ?? code.text }
  }

  /// The promise that a new measure belongs to where none is named: the only one.
  var onlyPromise: SubjectID? { promises.count == 1 ? promises.keys.first : nil }
}

/// What a sheet was written from: a position of a ledger, `617@7d2a4c80`, the ledger by the first digits of its identity.
package struct SheetMark: Hashable, Sendable {
  package let position: Int
  package let ledger: String

  package init(_ chronicle: Chronicle) {
    position = chronicle.position
    ledger = Self.digits(chronicle)
  }

  /// Reads what a cell says; nil for anything else.
  init?(_ cell: String) {
    let parts = SheetText.normal(cell).split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, let position = Int(parts[0]), position > 0, !parts[1].isEmpty else { return nil }
    self.position = position
    ledger = String(parts[1])
  }

  package var text: String { "\(position)@\(ledger)" }

  /// Why a cell is no mark that a sheet of this ledger has, which is at this position.
  func problem(of cell: String) -> SheetProblem.Kind? {
    guard let mark = SheetMark(cell) else { return .position }
    if mark.ledger != ledger { return .otherLedger }
    return mark.position > position ? .positionAhead(last: position) : nil
  }

  /// The first digits of the UUID that a ledger's identity ends with, or what of the identity may stand in a cell.
  private static func digits(_ chronicle: Chronicle) -> String {
    guard case .ledger(.opened(let opened))? = chronicle.event(at: 1)?.fact else { return "?" }
    let last = opened.identity.text.split(separator: ":").last.map(String.init) ?? opened.identity.text
    return String(last.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.prefix(8))
  }
}
