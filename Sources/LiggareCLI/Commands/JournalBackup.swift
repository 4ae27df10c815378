import CommandArguments
import Documents
import Integrity
import JournalStore
import LedgerDomain
import StrictJSON
import Wording

/// `journal backup`: a verified copy of the book, while others write in it.
enum JournalBackup {
  private static let folder = Positional<String>(
    "DIR",
    Localized("säkerhetskopians mapp: ny, tom eller en tidigare", "the backup's folder: new, empty or an earlier one")
  )
  private static let sealed = Option<String>(
    "sealed", "DIR",
    Localized(
      "mapp för förseglade personuppgifter, skild från kopian", "folder for sealed personal values, apart from the copy"
    ))

  static let verb = Verb(
    spec: CommandSpec(
      ["journal", "backup"],
      Localized("säkerhetskopiera boken medan andra skriver", "back the book up while others write"),
      discussion: Localized(
        "Kopierar det som kontrollpunkten täcker: raderna, var och en hashad och hållen mot roten, kontrollpunkterna och de redovisade dokument som raderna nämner. Låset behövs inte, och inte rätten att skriva i boken. En andra körning till samma mapp förlänger kopian; kontrollpunkten skrivs sist, så en avbruten körning lämnar den tidigare kopian hel. Kopian är själv en bok som går att läsa och granska.\n\nPersonuppgifter följer bara med till mappen i --sealed, så att de kan bevaras kortare tid: den ska ligga för sig, får rättigheterna 0700, och det som har gallrats tas bort ur den vid nästa körning. Det som en post i kopian har gallrat kopieras aldrig.",
        "Copies what the checkpoint covers: the lines, each hashed and held against the root, the checkpoints, and the presented documents that the lines name. It needs neither the lock nor permission to write in the book. A second run to the same folder brings the copy up to date; the checkpoint is written last, so a run that was cut short leaves the earlier copy whole. The copy is itself a book that can be read and verified.\n\nPersonal values only go to the folder of --sealed, so that they can be kept for a shorter time: it must lie apart, gets the mode 0700, and what has been erased is removed from it at the next run. What an entry in the copy has erased is never copied."
      ),
      positionals: [folder], options: [sealed, RecordingOptions.dryRun],
      examples: [
        .init(
          "liggare journal backup kopia --sealed forseglat --journal journal/exempel",
          Localized(
            "boken för sig och personuppgifterna för sig", "the book by itself and the personal values by themselves")),
        .init(
          "liggare journal backup kopia --dry-run --journal journal/exempel",
          Localized("granska, och se vad som skulle kopieras", "verify, and see what would be copied")),
      ]),
    run: { session throws(Failure) in try run(session) })

  private static func run(_ session: Session) throws(Failure) {
    let given = session.arguments
    let ledger = try session.folder()
    guard Session.holdsLedger(ledger) else { throw .noLedger(folder: ledger) }
    let request = Backup.Request(
      ledger: ledger, path: try given.value(folder), sealed: given[optional: sealed],
      holder: session.holder, isDryRun: given[RecordingOptions.dryRun])
    let progress = session.progress(Localized("Säkerhetskopierar", "Backing up"))
    let outcome: Backup.Outcome
    do throws(BackupFailure) {
      defer { progress.end() }
      outcome = try Backup.write(request) { progress.tell($0, of: $1) }
    } catch { throw .backup(error) }
    let language = session.language(ledger)
    try session.answer(
      BackupWords(request: request, outcome: outcome, language: language).document, json: json(request, outcome))
  }

  /// `{"kind":"liggare.backup","version":1,"dryRun":false,"folder":…,"from":0,"segments":{"copied":1,"kept":0,"mended":0},
  /// "presented":{"copied":2,"kept":0,"missing":[]},"sealed":{"folder":…,"copied":9,"kept":0,"erased":1,"erasedMeanwhile":0,"removed":0},
  /// "values":9,"beyondCheckpoint":0,"basis":{"ledger":…,"identity":…,"reality":…,"size":…,"root":…}}`
  ///
  /// `from` is the size of the backup that was there, 0 for a new one. `sealed` is null where sealed values were not asked for; `values` are
  /// those that the lines commit to and that no line erases.
  private static func json(_ request: Backup.Request, _ outcome: Backup.Outcome) -> JSONValue {
    let sealed: JSONValue =
      outcome.sealed.map { values in
        .object([
          "folder": .string(request.sealed ?? ""), "copied": JSONValue(values.copiedCount),
          "kept": JSONValue(values.keptCount), "erased": JSONValue(values.erasedCount),
          "erasedMeanwhile": JSONValue(values.erasedMeanwhileCount), "removed": JSONValue(values.removedCount),
        ])
      } ?? .null
    return .object([
      "kind": "liggare.backup", "version": 1, "dryRun": .bool(request.isDryRun), "folder": .string(request.path),
      "from": JSONValue(outcome.from),
      "segments": .object([
        "copied": JSONValue(outcome.segmentCount), "kept": JSONValue(outcome.keptSegmentCount),
        "mended": JSONValue(outcome.mendedCount),
      ]),
      "presented": .object([
        "copied": JSONValue(outcome.documentCount), "kept": JSONValue(outcome.keptDocumentCount),
        "missing": .array(outcome.missingDocuments.map { .string($0.hex) }),
      ]),
      "sealed": sealed, "values": JSONValue(outcome.valueCount), "beyondCheckpoint": JSONValue(outcome.beyondCount),
      "basis": JSONValue(outcome.opened, outcome.checkpoint),
    ])
  }
}

extension JSONValue {
  /// What a backup or a restored ledger rests on: the ledger, and the checkpoint that its lines reproduce.
  init(_ opened: LedgerOpened, _ checkpoint: Checkpoint) {
    self = .object([
      "ledger": .string(opened.title.text), "identity": .string(opened.identity.text),
      "reality": .string(opened.reality.rawValue), "size": JSONValue(checkpoint.size),
      "root": .string(checkpoint.root.base64),
    ])
  }
}

/// What was copied, as people read it.
private struct BackupWords {
  let request: Backup.Request
  let outcome: Backup.Outcome
  let language: Language

  private func word(_ sv: String, _ en: String) -> String { Localized(sv, en)[language] }

  private func row(_ sv: String, _ en: String, _ text: String) -> KeyValue { KeyValue(word(sv, en), Prose(text)) }

  var document: Document {
    let banner: [Block] =
      outcome.opened.reality == .illustrative ? [.banner(StandingWords.illustration[language])] : []
    return Document(title, language: language.rawValue, blocks: banner + [.keyValues(rows)])
  }

  private var title: String {
    if request.isDryRun {
      return word("Skulle säkerhetskopieras (inget är skrivet)", "Would be backed up (nothing is written)")
    }
    if outcome.from == 0 { return word("Säkerhetskopian är skriven", "The backup is written") }
    if outcome.from < outcome.checkpoint.size {
      return word("Säkerhetskopian är förlängd", "The backup is brought up to date")
    }
    return word("Säkerhetskopian är aktuell", "The backup is up to date")
  }

  private var rows: [KeyValue] {
    var rows = [
      KeyValue(word("Mapp", "Folder"), Prose.code(request.path)),
      row("Poster", "Entries", String(outcome.checkpoint.size)),
      KeyValue(word("Rot", "Root"), Prose.code(outcome.checkpoint.root.base64)),
    ]
    if (1..<outcome.checkpoint.size).contains(outcome.from) {
      rows.append(row("Förlängd från", "Brought up from", String(outcome.from)))
    }
    rows.append(
      row(
        "Segment", "Segments",
        word(
          "\(outcome.segmentCount) kopierade, \(outcome.keptSegmentCount) oförändrade",
          "\(outcome.segmentCount) copied, \(outcome.keptSegmentCount) unchanged")))
    if outcome.mendedCount > 0 {
      rows.append(row("Skadade i kopian, omskrivna", "Damaged in the copy, written anew", String(outcome.mendedCount)))
    }
    if outcome.documentCount + outcome.keptDocumentCount > 0 {
      rows.append(
        row(
          "Redovisade dokument", "Presented documents",
          word(
            "\(outcome.documentCount) kopierade, \(outcome.keptDocumentCount) fanns",
            "\(outcome.documentCount) copied, \(outcome.keptDocumentCount) there")))
    }
    rows += MissingDocuments.rows(outcome.missingDocuments, language)
    if outcome.beyondCount > 0 {
      rows.append(row("Efter kontrollpunkten, ej med", "Beyond the checkpoint, left out", String(outcome.beyondCount)))
    }
    return rows + sealedRows
  }

  private var sealedRows: [KeyValue] {
    guard let sealed = outcome.sealed else {
      let text =
        outcome.valueCount == 0
        ? word("boken har inga", "the book has none")
        : word(
          "\(outcome.valueCount), inte med i kopian: ange --sealed MAPP",
          "\(outcome.valueCount), not in the backup: give --sealed DIR")
      return [row("Förseglade värden", "Sealed values", text)]
    }
    var rows = [
      KeyValue(word("Förseglade värden i", "Sealed values in"), Prose.code(request.sealed ?? "")),
      row(
        "Förseglade värden", "Sealed values",
        word(
          "\(sealed.copiedCount) kopierade, \(sealed.keptCount) fanns",
          "\(sealed.copiedCount) copied, \(sealed.keptCount) there")),
    ]
    if sealed.erasedCount > 0 {
      rows.append(row("Gallrade, kopieras aldrig", "Erased, never copied", String(sealed.erasedCount)))
    }
    if sealed.erasedMeanwhileCount > 0 {
      rows.append(
        row("Gallrade medan kopian gjordes", "Erased while the copy was made", String(sealed.erasedMeanwhileCount)))
    }
    if sealed.removedCount > 0 {
      rows.append(row("Gallrade, borttagna ur mappen", "Erased, removed from the folder", String(sealed.removedCount)))
    }
    return rows
  }
}

/// Documents that lines name and that are nowhere.
enum MissingDocuments {
  static func rows(_ digests: [Digest], _ language: Language) -> [KeyValue] {
    digests.map { digest in
      KeyValue(
        Localized("Redovisat dokument saknas", "Presented document is missing")[language], Prose.code(digest.hex))
    }
  }
}
