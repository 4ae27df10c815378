import CommandArguments
import LedgerDomain
import StrictJSON
import Wording

/// A row without a number: a measure that is proposed.
struct MeasureNewRow {
  var reader: RowReader<MeasureColumn>
  private(set) var proposed: MeasureProposed?

  init(_ row: Sheet<MeasureColumn>.Row, _ sheet: MeasureSheet, _ directory: SheetDirectory) {
    reader = RowReader(row, sheet.language)
    let language = sheet.language
    let title = reader.require(.title, because: .newMeasure)
    let status = reader.read(.status) { text throws(SheetValueProblem) in
      try SheetValues.word(text, as: MeasureStatus.self, among: [.proposed], language)
    }
    if let status, status != .proposed {
      reader.note(.status, .value(.word(allowed: [Self.proposed[language]], near: nil)))
    }
    let binding =
      reader.read(.binding) { text throws(SheetValueProblem) in
        try SheetValues.word(text, as: BindingLevel.self, among: BindingLevel.allCases, language)
      } ?? .promised
    let promise =
      reader.read(.promise) { text throws(SheetValueProblem) in
        try SheetValues.subject(text, .promise) { directory.subjects(.promise) }
      } ?? sheet.onlyPromise
    let isWhole = MeasureRowEdit.isWholeMunicipality(reader.text(.areas))
    let areas =
      isWhole
      ? []
      : reader.read(.areas) { text throws(SheetValueProblem) in
        try SheetValues.codes(text, among: sheet.named(.areas, of: promise))
      } ?? []
    let focusAreas =
      reader.read(.focusAreas) { text throws(SheetValueProblem) in
        try SheetValues.codes(text, among: sheet.named(.focusAreas, of: promise))
      } ?? []
    let targets =
      reader.read(.targets) { text throws(SheetValueProblem) in try SheetTargets.read(text, before: [], language) }
      ?? []
    let deadline = reader.read(.deadline, SheetValues.date)
    let others: [MeasureColumn] = [
      .actual, .originalDeadline, .latestReport, .reason, .report, .period, .reportedBy,
    ]
    for column in others where !reader.isEmpty(column) { reader.note(column, .saysNothing) }
    for column in [MeasureColumn.decision, .authority] + MeasureColumn.making where !reader.isEmpty(column) {
      reader.note(column, .noDecisionNeeded)
    }
    let responsible = responsible()
    guard let title, reader.problems.isEmpty else { return }
    proposed = MeasureProposed(
      title: title, binding: binding, promise: promise, goal: reader.stated(.goal), targets: targets,
      deadline: deadline, responsible: responsible, areas: areas, municipalityWide: isWhole, focusAreas: focusAreas,
      performers: SheetValues.parts(reader.text(.performers)).map { Text($0) })
  }

  private static let proposed = MeasureStatus.proposed.words

  private mutating func responsible() -> PublicOfficial? {
    guard let office = reader.stated(.responsibleOffice) else {
      if !reader.isEmpty(.responsibleName) || !reader.isEmpty(.responsibleOrgan) {
        reader.note(.responsibleOffice, .mustSay(because: .newMeasure))
      }
      return nil
    }
    return PublicOfficial(
      name: reader.stated(.responsibleName), office: office, organ: reader.stated(.responsibleOrgan))
  }
}
