import CommandArguments
import Documents
import Integrity
import JournalStore
import LedgerDomain
import StrictJSON
import Wording

extension Verdict {
  /// The verdict as people read it.
  func document(_ reality: LedgerReality, _ language: Language) -> Document {
    let words = VerdictWords(verdict: self, language: language)
    let banner: [Block] = reality == .illustrative ? [.banner(StandingWords.illustration[language])] : []
    return Document(
      words.title, language: language.rawValue,
      blocks: banner + [.keyValues(words.rows)] + words.damages + words.tail + words.evidence + words.signatures
        + words.notChecked)
  }
}

/// The parts of a verdict, in one language.
private struct VerdictWords {
  let verdict: Verdict
  let language: Language

  private func word(_ sv: String, _ en: String) -> String { Localized(sv, en)[language] }

  var title: String {
    if verdict.report?.isSound == false { return word("Boken är skadad", "The book is damaged") }
    if verdict.failure != nil {
      return word("Boken stämmer inte med det som sparats", "The book does not fit what was kept")
    }
    return verdict.report != nil
      ? word("Boken är hel", "The book is sound")
      : word("Det nya i boken är helt", "What is new in the book is sound")
  }

  var rows: [KeyValue] {
    switch verdict.reading {
    case .whole(let report): rows(report)
    case .quick(let report):
      [
        KeyValue(
          word("Rader", "Lines"),
          Prose(
            word(
              "\(report.lineCount), varav \(report.readCount) lästa nu",
              "\(report.lineCount), of which \(report.readCount) were read now")))
      ] + checkpointRow
        + [
          KeyValue(
            word("Rot", "Root"), Prose("\(report.lineCount) \(word("rader", "lines")), ") + .code(report.root.base64))
        ]
    }
  }

  private func rows(_ report: VerificationReport) -> [KeyValue] {
    let lines = report.lines
    let files = lines.segmentCount == 1 ? word("fil", "file") : word("filer", "files")
    return [
      KeyValue(
        word("Rader", "Lines"), Prose("\(lines.count) (\(lines.byteCount) byte, \(lines.segmentCount) \(files))")),
      KeyValue(word("Grupper", "Batches"), Prose(String(lines.batchCount))),
      KeyValue(word("Saker", "Subjects"), Prose(String(lines.subjectCount))),
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
      KeyValue(word("Förseglade värden", "Sealed values"), Prose(report.sealed.words[language])),
    ] + checkpointRow + [
      KeyValue(
        word("Omräknad rot", "Recomputed root"),
        Prose("\(report.computedSize) \(word("rader", "lines")), ") + .code(report.computedRoot.base64))
    ]
  }

  private var checkpointRow: [KeyValue] {
    guard let checkpoint = verdict.checkpoint else { return [] }
    return [
      KeyValue(
        word("Kontrollpunkt", "Checkpoint"),
        Prose("\(checkpoint.size) \(word("rader", "lines")), ") + .code(checkpoint.root.base64))
    ]
  }

  var damages: [Block] {
    guard let report = verdict.report, !report.isSound else { return [] }
    let good = report.goodLineCount
    var trusted = [
      Prose(
        word(
          "De första \(good) raderna är hela och i ordning.", "The first \(good) lines are whole and in order."))
    ]
    if let checkpoint = report.checkpoint {
      let isRight = checkpoint.size <= good && !report.contradictsCheckpoint
      trusted.append(
        Prose(
          isRight
            ? word(
              "Bokens kontrollpunkt, \(checkpoint.size) rader, ligger inom dem och stämmer.",
              "The book's checkpoint, \(checkpoint.size) lines, lies within them and fits.")
            : word(
              "Bokens kontrollpunkt, \(checkpoint.size) rader, bestyrker dem inte.",
              "The book's checkpoint, \(checkpoint.size) lines, does not bear them out.")))
    }
    for (thing, standing) in verdict.evidence {
      let isWithin = verdict.isWithinGood(thing.statement.size)
      let name = capitalised(thing.words[language])
      let outcome =
        !isWithin
        ? word("täcker även rader efter dem", "covers lines beyond them as well")
        : standing == .holds || standing.isOlderCheckpoint
          ? word(
            "ligger inom dem och stämmer: så långt är boken bevisligen oförändrad",
            "lies within them and fits: so far the book is proved to be unchanged")
          : word("bestyrker dem inte", "does not bear them out")
      let lines = word("\(thing.statement.size) rader", "\(thing.statement.size) lines")
      trusted.append(Prose("\(name), \(lines), \(outcome)."))
    }
    return [
      .heading(level: 2, word("Skador", "Damage")),
      .list(report.damages.map { Prose("\($0.place[language]): \($0.kind.words[language])") }, ordered: true),
      .heading(level: 2, word("Ännu att lita på", "Still trustworthy")), .list(trusted, ordered: false),
    ]
  }

  var tail: [Block] {
    guard let tail = verdict.report?.tail else { return [] }
    return [
      .note(
        Prose(
          word(
            "Efter post \(tail.position - 1) står \(tail.bytes.count) byte som aldrig bekräftades; de räknas inte och läggs åt sidan vid nästa skrivning.",
            "After entry \(tail.position - 1) stand \(tail.bytes.count) bytes that were never acknowledged; they do not count and are set aside at the next writing."
          )))
    ]
  }

  var evidence: [Block] {
    var items = verdict.evidence.map { Prose($0.standing.words(of: $0.thing.words)[language]) }
    if let remembered = verdict.remembered { items.append(Prose(words(remembered))) }
    if items.isEmpty { return [] }
    return [.heading(level: 2, word("Mot det som sparats", "Against what was kept")), .list(items, ordered: false)]
  }

  private func words(_ remembered: KeptThings.Remembered) -> String {
    switch remembered {
    case .written: word("Kontrollpunkten är sparad för nästa gång.", "The checkpoint is kept for next time.")
    case .moved: word("Den nya kontrollpunkten är sparad för nästa gång.", "The new checkpoint is kept for next time.")
    case .unchanged: word("Den sparade är redan bokens.", "The one kept is already the book's.")
    case .notMoved:
      word(
        "Filen är inte flyttad fram: det görs först när allt har lästs, utan --quick.",
        "The file is not moved on: that is done only when everything was read, without --quick.")
    }
  }

  var signatures: [Block] {
    let findings = verdict.signatures.findings.map { finding in
      Prose("\(finding.name)+\(finding.keyHash), \(finding.words[language]): \(words(finding.verdict))")
    }
    let missing = verdict.signatures.missing.map { name in
      Prose(word("\(name): ingen underskrift", "\(name): no signature"))
    }
    if findings.isEmpty && missing.isEmpty { return [] }
    return [
      .heading(level: 2, word("Underskrifter", "Signatures")), .list(findings + missing, ordered: false),
    ]
  }

  private func words(_ signature: Signatures.Verdict) -> String {
    switch signature {
    case .verified: word("rätt, med en nyckel som du angav", "right, by a key that you gave")
    case .registered:
      word("rätt, med en nyckel som liggaren har registrerat", "right, by a key that the ledger has registered")
    case .retired(let position):
      word(
        "rätt, men nyckeln var redan indragen (post \(position))",
        "right, but the key was retired already (entry \(position))")
    case .unknown: word("okänd nyckel, inte prövad", "unknown key, not verified")
    case .wrong: word("FEL", "WRONG")
    case .unchecked: word("inte prövad: programmet openssl saknas", "not verified: the program openssl is missing")
    }
  }

  var notChecked: [Block] {
    [
      .heading(level: 2, word("Inte granskat", "Not checked")),
      .list(verdict.notChecked.map { Prose($0.words[language]) }, ordered: false),
    ]
  }
}

extension Standing {
  fileprivate var isOlderCheckpoint: Bool { if case .olderCheckpoint = self { true } else { false } }
}

extension VerificationReport.Sealed {
  /// How many there are of each kind; what is as it must be stands first and always, the rest where there is some.
  fileprivate var words: Localized {
    let always = [
      Localized("\(openableCount) öppnade och stämmer", "\(openableCount) opened and right"),
      Localized("\(erasedCount) gallrade efter beslut", "\(erasedCount) erased by decision"),
    ]
    let otherwise = [
      (lingering.count, "gallrade men inte borttagna än", "erased but not removed yet"),
      (unreadable.count, "får du inte läsa", "that you may not read"),
      (missing.count, "saknas", "missing"),
      (mismatching.count, "stämmer inte", "not as committed to"),
    ].filter { $0.0 > 0 }.map { Localized("\($0.0) \($0.1)", "\($0.0) \($0.2)") }
    let all = always + otherwise
    return Localized(
      "\(count): " + all.map(\.sv).joined(separator: ", "), "\(count): " + all.map(\.en).joined(separator: ", "))
  }
}

extension VerificationReport {
  /// Whether a damage is that the folder's own checkpoint does not fit the lines.
  fileprivate var contradictsCheckpoint: Bool {
    damages.contains { damage in
      switch damage.kind {
      case .checkpointRoot, .checkpointSize, .checkpointOrigin, .checkpointText, .checkpointEmpty: true
      default: false
      }
    }
  }
}
