import CommandArguments
import Documents
import DurableFiles
import Exchange
import FollowUps
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// `follow-up collect PERIOD`: a form for each responsible, and who has not answered.
enum FollowUpCollect {
  private static let period = Positional<String>(
    "PERIOD", Localized("rapportperioden, till exempel 2022-T2", "the reporting period, such as 2022-T2"))
  private static let out = Option<String>(
    "out", "DIR", Localized("ny eller tom mapp för formulären", "a new or empty folder for the forms"))
  private static let status = Flag(
    "status", Localized("vilka som inte har svarat, med påminnelser", "who has not answered, with reminders"))
  private static let due = Option<LocalDate>(
    text: "due", "DATE", Localized("dagen då svaren ska vara inne", "the day by which answers are wanted"))

  static let verb = Verb(
    spec: CommandSpec(
      ["follow-up", "collect"], Localized("samla in svar inför uppföljningen", "collect answers for the follow-up"),
      discussion: Localized(
        "--out skriver ett formulär per ansvarig, som CSV att fylla i och som DOCX att läsa och skriva ut: deras åtgärder, mål, senaste svar och slutdatum. Ifyllda CSV läses in med ”journal import MAPP --as answers --dry-run”. --status visar vilka som inte har svarat om perioden, med en text att klistra in i ett brev; med --out skrivs påminnelserna som textfiler. Frågan gäller varje utlovad eller beslutad åtgärd som inte var avslutad före perioden.",
        "--out writes a form for each responsible, as CSV to fill in and as DOCX to read and print: their measures, targets, last answers and deadlines. The CSV that come back are read with “journal import DIR --as answers --dry-run”. --status shows who has not answered about the period, with a text to paste into a letter; with --out the reminders are written as text files. Asked is about every promised or decided measure that was not closed before the period."
      ),
      positionals: [period], options: [out, status, due, Shared.promise],
      examples: [
        .init(
          "liggare follow-up collect 2022-T2 --out svar-2022-T2 --due 2022-09-09 --journal journal/exempel",
          Localized("formulär till alla ansvariga", "forms for everyone responsible")),
        .init(
          "liggare follow-up collect 2022-T2 --status --journal journal/exempel",
          Localized("vilka som inte har svarat", "who has not answered")),
      ]),
    run: { session throws(Failure) in try run(session) })

  private static func run(_ session: Session) throws(Failure) {
    let given = session.arguments
    if given.isGiven(Globals.asOf) { throw .exclusive(["PERIOD", "--as-of"]) }
    let folder = given[optional: out]
    guard folder != nil || given[status] else { throw .oneOf(["--out", "--status"]) }
    if let folder { try checkFree(folder) }
    let reading = try session.reading()
    let (period, promise) = try FollowUpPrepare.asked(given, period: period, reading.chronicle)
    let collection = FollowUpCollection(period: period, promise: promise, chronicle: reading.chronicle)
    var slugs = FileSlug()
    let prefix = "svar-\(FileSlug.plain(period.label.text))"
    // A name says whose it is; office and organ tell two of the same name apart.
    let called = collection.responsibles.map { FileSlug.plain(Self.call($0)) }
    let letters = zip(collection.responsibles, called).map { responsible, name in
      let isOnly = called.count { $0 == name } == 1
      let form = CollectionForm(collection, responsible, due: given[optional: due], reading.language)
      return Letter(form: form, name: "\(prefix)-\(slugs.name(for: isOnly ? name : form.who))")
    }
    try session.checkReading()
    var files: [(name: String, bytes: [UInt8])] = []
    if given[status] {
      for letter in letters where !letter.form.responsible.missing.isEmpty {
        files.append(("paminnelse-\(letter.name).txt", Array(letter.reminder.utf8)))
      }
    } else {
      let banner: [Block] =
        reading.basis.reality == .illustrative ? [.banner(StandingWords.illustration[reading.language])] : []
      for letter in letters {
        let document = letter.form.document(banner: banner, sheet: "\(letter.name).csv")
        files.append(("\(letter.name).csv", letter.form.csv))
        files.append(("\(letter.name).docx", DOCXRenderer().render(document)))
      }
    }
    if let folder {
      do throws(FileError) { try FileOperations.system.createFolder(folder, with: files) } catch { throw .file(error) }
    }
    let answer = CollectionAnswer(
      collection: collection, letters: letters, files: folder == nil ? [] : files.map(\.name), folder: folder,
      due: given[optional: due], isStatus: given[status], language: reading.language)
    var basis = reading.basis
    basis.asOf = nil
    try session.answer(
      basis.document(answer.title, answer.blocks, reading.language),
      json: basis.json("follow-up.collect", answer.json))
  }

  private static func call(_ responsible: FollowUpCollection.Responsible) -> String {
    guard let official = responsible.official else { return "utan ansvarig" }
    return (official.name ?? official.office).text
  }

  /// A form with the name of its files, without their endings.
  struct Letter {
    let form: CollectionForm
    let name: String

    var reminder: String { form.reminder(form: name) }
  }

  /// Refuses a folder that is not empty before anything is read.
  private static func checkFree(_ path: String) throws(Failure) {
    do throws(FileError) {
      guard let status = try FileOperations.system.ownStatus(path) else { return }
      if status.kind == .folder, try FileOperations.system.names(in: path).isEmpty { return }
    } catch { throw .file(error) }
    throw .folderTaken(path)
  }
}
