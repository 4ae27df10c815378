import CommandArguments
import Documents
import DurableFiles
import Integrity
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// `journal verify`: every line strict, canonical, in place and foldable; what was checked is counted, what was not is said.
enum JournalVerify {
  static let verb = Verb(
    spec: CommandSpec(
      ["journal", "verify"], Localized("granska hela boken", "verify the whole book"),
      discussion: Localized(
        "Slutar med 0 när allt stämmer och 3 när något är skadat.",
        "Ends with 0 when all is well and 3 when something is damaged."),
      examples: [
        .init(
          "liggare journal verify --journal journal/exempel",
          Localized("från första byten till sista", "from the first byte to the last"))
      ]),
    run: { session throws(Failure) in try run(session) })

  private static func run(_ session: Session) throws(Failure) {
    let folder = try session.folder()
    let report: VerificationReport
    let progress = session.progress(Localized("Granskar boken", "Verifying the book"))
    do throws(JournalError) {
      defer { progress.end() }
      report = try Journal.verify(folder) { progress.tell($0, of: $1) }
    } catch { throw .damaged(error) }
    let language = session.languageAsked ?? LedgerReading.language(inCopyOf: folder) ?? .sv
    try session.answer(document(report, reality(of: folder), language), json: json(report))
    if let damage = report.damages.first { throw .damaged(.damage(damage)) }
  }

  /// Whether the ledger calls itself made up: as its copy of event 1 says, which the verification has compared.
  private static func reality(of folder: String) -> LedgerReality {
    guard let bytes = try? FileOperations.system.read("\(folder)/ledger.json"),
      case .object(let opened)? = try? JSONValue(parsing: bytes), case .string(let reality)? = opened["reality"]
    else { return .real }
    return LedgerReality(rawValue: reality) ?? .real
  }

  private static func document(
    _ report: VerificationReport, _ reality: LedgerReality, _ language: Language
  ) -> Document {
    func word(_ sv: String, _ en: String) -> String { Localized(sv, en)[language] }
    let lines = report.lines
    var rows = [
      KeyValue(
        word("Rader", "Lines"),
        Prose(
          "\(lines.count) (\(lines.byteCount) byte, \(lines.segmentCount) \(lines.segmentCount == 1 ? word("fil", "file") : word("filer", "files")))"
        )),
      KeyValue(word("Grupper", "Batches"), Prose(String(lines.batchCount))),
      KeyValue(
        word("Saker", "Subjects"),
        Prose(String(lines.subjectCount))),
      KeyValue(
        word("Registrerat", "Recorded"),
        Prose(
          [lines.firstRecorded, lines.lastRecorded].compactMap { $0.map { SwedishTime.reading(of: $0) } }
            .joined(separator: " – "))),
      KeyValue(
        word("Klockan bakåt", "Clock backwards"),
        Prose(
          lines.clockSteps.isEmpty ? word("aldrig", "never") : lines.clockSteps.map { "#\($0)" }.joined(separator: ", ")
        )),
      KeyValue(
        word("Förseglade värden", "Sealed values"),
        Prose(
          word(
            "\(report.sealed.count): \(report.sealed.openableCount) öppnade och stämmer, \(report.sealed.erasedCount) gallrade, \(report.sealed.missing.count) saknas, \(report.sealed.unopenable.count) går inte att öppna",
            "\(report.sealed.count): \(report.sealed.openableCount) opened and right, \(report.sealed.erasedCount) erased, \(report.sealed.missing.count) missing, \(report.sealed.unopenable.count) cannot be opened"
          ))),
    ]
    if let checkpoint = report.checkpoint {
      rows.append(
        KeyValue(
          word("Kontrollpunkt", "Checkpoint"),
          Prose("\(checkpoint.size) \(word("rader", "lines")), ") + .code(checkpoint.root.base64)))
    }
    rows.append(
      KeyValue(
        word("Omräknad rot", "Recomputed root"),
        Prose("\(report.computedSize) \(word("rader", "lines")), ") + .code(report.computedRoot.base64)))
    let banner: [Block] = reality == .illustrative ? [.banner(StandingWords.illustration[language])] : []
    var blocks: [Block] = banner + [.keyValues(rows)]
    if !report.damages.isEmpty {
      blocks.append(.heading(level: 2, word("Skador", "Damage")))
      blocks.append(
        .list(report.damages.map { Prose("\($0.place[language]): \($0.kind.words[language])") }, ordered: true))
      blocks.append(
        .note(
          Prose(
            word(
              "De första \(report.goodLineCount) raderna är hela och i ordning.",
              "The first \(report.goodLineCount) lines are whole and in order."))))
    }
    if let tail = report.tail {
      blocks.append(
        .note(
          Prose(
            word(
              "Efter post \(tail.position - 1) står \(tail.bytes.count) byte som aldrig bekräftades; de räknas inte och läggs åt sidan vid nästa skrivning.",
              "After entry \(tail.position - 1) stand \(tail.bytes.count) bytes that were never acknowledged; they do not count and are set aside at the next writing."
            ))))
    }
    blocks.append(.heading(level: 2, word("Inte granskat", "Not checked")))
    blocks.append(.list(report.notChecked.map { Prose(words($0)[language]) }, ordered: false))
    let title =
      report.isSound ? word("Boken är hel", "The book is sound") : word("Boken är skadad", "The book is damaged")
    return Document(title, language: language.rawValue, blocks: blocks)
  }

  private static func words(_ notChecked: VerificationReport.NotChecked) -> Localized {
    switch notChecked {
    case .checkpointsElsewhere:
      Localized(
        "Om boken bytts ut tillsammans med sin kontrollpunkt: det visar bara en kontrollpunkt som förvaras någon annanstans.",
        "Whether the book was replaced together with its checkpoint: only a checkpoint kept elsewhere shows that.")
    case .signatures: Localized("Underskrifter på kontrollpunkten.", "Signatures on the checkpoint.")
    case .beyondCheckpoint(let count):
      Localized(
        "\(count) rader efter kontrollpunkten: ingen rot täcker dem.",
        "\(count) lines beyond the checkpoint: no root covers them.")
    case .noCheckpoint: Localized("Ingen kontrollpunkt gick att läsa.", "No checkpoint could be read.")
    case .setAside(let files):
      Localized(
        "Filer lagda åt sidan: \(files.joined(separator: ", ")).", "Files set aside: \(files.joined(separator: ", ")).")
    case .presented:
      Localized(
        "Redovisade dokument: ”follow-up show --document” granskar dem.",
        "Presented documents: “follow-up show --document” checks them.")
    }
  }

  /// `{"kind":"liggare.journal.verify","version":1,"sound":true,"lines":450,"bytes":…,"damages":[{"file":…,"line":7,"byte":12,"position":7,
  /// "problem":"…"}],…}`
  private static func json(_ report: VerificationReport) -> JSONValue {
    var object: JSONObject = [
      "kind": "liggare.journal.verify", "version": 1, "sound": .bool(report.isSound),
      "lines": JSONValue(report.lines.count),
      "bytes": JSONValue(report.lines.byteCount), "segments": JSONValue(report.lines.segmentCount),
      "subjects": JSONValue(report.lines.subjectCount), "batches": JSONValue(report.lines.batchCount),
      "clockSteps": .array(report.lines.clockSteps.map { JSONValue($0) }),
      "sealed": .object([
        "count": JSONValue(report.sealed.count), "openable": JSONValue(report.sealed.openableCount),
        "erased": JSONValue(report.sealed.erasedCount), "missing": JSONValue(report.sealed.missing.count),
        "unopenable": JSONValue(report.sealed.unopenable.count),
      ]),
      "size": JSONValue(report.computedSize), "root": .string(report.computedRoot.base64),
    ]
    if let checkpoint = report.checkpoint {
      object["checkpoint"] = .object(["size": JSONValue(checkpoint.size), "root": .string(checkpoint.root.base64)])
    }
    object["goodLines"] = JSONValue(report.goodLineCount)
    object["damages"] = .array(
      report.damages.map { damage in
        var place: JSONObject = ["file": .string(damage.file)]
        if let line = damage.line { place["line"] = JSONValue(line) }
        if let byte = damage.byte { place["byte"] = JSONValue(byte + 1) }
        if let position = damage.position { place["position"] = JSONValue(position) }
        place["problem"] = .string(damage.kind.words.en)
        return .object(place)
      })
    return .object(object)
  }
}
