import CommandArguments
import Exchange
import LedgerDomain
import Projections

/// `journal import --as measures`: a sheet of measures that was edited in a spreadsheet.
extension JournalImport {
  static func importMeasures(_ session: Session) throws(Failure) {
    try refuseLogOptions(session)
    if session.arguments.isGiven(RecordingOptions.irregular) { throw .needs("--irregular", "--as answers") }
    let path = try onlyFile(session)
    let bytes = try SheetImport.bytes(path)
    let sheet: Sheet<MeasureColumn>
    do throws(SheetFailure) {
      sheet = try Sheet(
        bytes, encoding: session.arguments[optional: encoding], separator: session.arguments[optional: separator])
    } catch { throw SheetImport.refusal(error, path, session) }
    try SheetImport(session: session, kind: "measures", path: path) { chronicle, clock throws(Failure) in
      let plan = MeasureSheetPlan(sheet, into: chronicle, clock)
      return SheetImport.Plan(
        recording: plan.recording, problems: plan.problems, blocks: plan.blocks(file: path), json: plan.json,
        language: plan.language)
    }.run()
  }
}
