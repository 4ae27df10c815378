import CommandArguments
import DurableFiles
import Exchange
import LedgerDomain
import Projections
import StrictJSON

/// `journal import --as answers`: the forms of `follow-up collect`, filled in: one, several, or all of a folder.
extension JournalImport {
  static func importAnswers(_ session: Session) throws(Failure) {
    try refuseLogOptions(session)
    let given = session.arguments
    let paths = try formPaths(given.values(file))
    var forms: [AnswerPlan.Form] = []
    for path in paths {
      let bytes = try SheetImport.bytes(path)
      do throws(SheetFailure) {
        let sheet = try Sheet<AnswerColumn>(
          bytes, encoding: given[optional: encoding], separator: given[optional: separator])
        forms.append(AnswerPlan.Form(name: name(path), sheet: sheet))
      } catch { throw SheetImport.refusal(error, path, session) }
    }
    let reason = given[optional: RecordingOptions.irregular]
    let all = forms
    try SheetImport(session: session, kind: "answers", path: paths.count == 1 ? paths[0] : given.values(file)[0]) {
      chronicle, clock throws(Failure) in
      let plan = AnswerPlan(all, into: chronicle, clock, irregularReason: reason)
      return SheetImport.Plan(
        recording: plan.recording, problems: plan.problems, blocks: plan.blocks, json: plan.json,
        language: plan.language)
    }.run()
  }

  /// Refuses a sheet, or a folder of forms, that came without `--as`: with what it is.
  static func refuseSheet(_ session: Session) throws(Failure) {
    guard let path = (try? formPaths(session.arguments.values(file)))?.first, let bytes = try? SheetImport.bytes(path),
      let kind = SheetKind(bytes)
    else { return }
    throw .sheet(.otherKind(kind), file: path)
  }

  /// The files named, and those ending in `.csv` of the folders named, in the order of their names.
  private static func formPaths(_ stated: [String]) throws(Failure) -> [String] {
    var paths: [String] = []
    var workbook: String?
    do throws(FileError) {
      for path in stated {
        if try FileOperations.system.status(path)?.kind == .folder {
          let all = try FileOperations.system.names(in: path).sorted()
          // A form that was saved as a workbook is an answer that would be lost beside its empty sheet.
          if let book = all.first(where: isWorkbook) { workbook = "\(path)/\(book)" }
          let names = all.filter { $0.lowercased().hasSuffix(".csv") }
          if names.isEmpty { throw FileError(operation: .read, path: "\(path)/*.csv", errno: 2) }
          paths += names.map { "\(path)/\($0)" }
        } else {
          paths.append(path)
        }
      }
    } catch { throw .file(error) }
    if let workbook { throw .sheet(.workbook, file: workbook) }
    return paths
  }

  /// Whether a name is that of a workbook; not of the marks that programs leave beside one that is open.
  private static func isWorkbook(_ name: String) -> Bool {
    guard !name.hasPrefix("."), !name.hasPrefix("~") else { return false }
    return ["xlsx", "xlsm", "xls", "ods"].contains(name.split(separator: ".").last.map { $0.lowercased() } ?? "")
  }
}
