package import CommandArguments
package import LedgerDomain
package import StrictJSON

/// What is wrong with one cell, or one row, of a sheet: its place as the spreadsheet names it, what stands there, and why it
/// cannot be.
package struct SheetProblem: Error, Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    // The header and the shape of rows.
    case noHeader
    case missingColumn
    case unknownColumn(near: String)
    case repeatedColumn
    case repeatedHeader
    case untitledColumn
    // Which row it is.
    /// It has a position of the ledger and no number: what merged cells leave, or a number that was taken away.
    case lostNumber
    /// It has a number and no position: a row that did not come from the export.
    case lostPosition
    case repeatedRow(first: Int)
    /// A measure that another form, or another part of it, has an answer about.
    case answeredTwice(file: String, row: Int)
    /// A cell of an answer that says something else than on another row of it.
    case otherwise(row: Int)
    case unknownRow(near: String?)
    /// A title that is not that of the measure with the row's number, but of `meant`, if of any.
    case otherTitle(SubjectID, title: String, meant: [SubjectID])
    /// Another period than the one that the form asks about.
    case otherPeriod(asked: String)
    case position
    case otherLedger
    case positionAhead(last: Int)
    // What a cell says.
    /// What a spreadsheet shows in place of a text that it took for a formula.
    case formulaError
    case value(SheetValueProblem)
    case mustSay(because: SheetNeed)
    case saysNothing
    case cannotBeEmptied
    /// It is not for a spreadsheet to change; the command that does it.
    case notHere(command: String)
    case noDecisionNeeded
    case alreadyDecided(SubjectID)
    /// A meeting of another body than the one that decides, with the meetings of that one.
    case meetingElsewhere(organ: String, known: [String])
    /// The measure has changed since the sheet was written; what happened, by its types.
    case changedMeanwhile(since: Int, now: String, events: [SheetMeanwhile])
    case irregular([Irregularity])
    /// Irregular in a form, which has no column for a reason.
    case irregularAnswer([Irregularity])
    case refused(Refusal, type: String)
    /// Personal data that would stand in the book unsealed, by the fields of the events.
    case personalData([PersonalDataText], type: String)
    // What stops nothing.
    /// An actual value below nought, of a target that is not.
    case belowNought(target: String)
    /// A day that has not come, of what is said to have happened.
    case dayAhead
  }

  /// The name of the file, where there are several.
  package var file: String?
  package let row: Int
  /// The title of the column; nil for the whole row.
  package let column: String?
  package let value: String
  package let kind: Kind

  package init(row: Int, column: String?, value: String, _ kind: Kind) {
    self.row = row
    self.column = column
    self.value = value
    self.kind = kind
  }
}

/// What happened to a measure after a sheet was written.
package struct SheetMeanwhile: Hashable, Sendable {
  package let position: Int
  package let type: String
  package let effective: Effective?
}

/// For what a cell must say something.
package enum SheetNeed: Hashable, Sendable {
  /// The event that the row becomes.
  case event(String)
  /// An event that a decision stands behind.
  case decided(String)
  /// The authority of a decision.
  case authority(AuthorityKind)
  case newMeasure
  /// What was done, in a form that was filled in.
  case answer
}

/// Why a text in a cell is not the value that its column holds.
package enum SheetValueProblem: Error, Equatable, Sendable {
  case date
  /// A day that the calendar does not have.
  case noSuchDay
  /// A day in another form: as it is to be written.
  case dateForm(LocalDate)
  /// It may be several days.
  case ambiguousDate([LocalDate])
  /// The number by which a spreadsheet counts days.
  case serial(LocalDate)
  case number
  case ambiguousNumber
  /// A sign that may part thousands or decimals: what it may be, and the language of the sheet.
  case thousandsOrDecimals(Quantity, Quantity, Language)
  case unit(expected: Text)
  case word(allowed: [String], near: String?)
  case subject(SubjectKind, near: String?, known: [String])
  case name(near: String?, known: [String])
  case official
  case target
  case result(known: [String])
}
