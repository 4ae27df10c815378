import Audit
import CommandArguments
import Documents
import DurableFiles
import Integrity
import JournalStore
import LedgerDomain
import Projections
import PythonVerifier
import StrictJSON
import Wording

/// `audit evidence`: a bundle that anybody can verify without the ledger.
enum AuditEvidence {
  private static let subject = Positional<SubjectID>(text: "ID", Localized("det som avses", "the subject"), .optional)
  private static let out = Option<String>(
    "out", "DIR|FILE.zip", Localized("ny eller tom mapp, eller ny fil", "a new or empty folder, or a new file"))
  private static let since = Option<String>(
    "since", "FILE",
    Localized(
      "en sparad kontrollpunkt: bevisa också att boken bara har växt sedan dess",
      "a kept checkpoint: also prove that the book only grew since"))
  private static let verifier = Flag(
    "verifier", Localized("skriv ut kontrollprogrammet i Python i stället", "print the verifier in Python instead"))

  static let verb = Verb(
    spec: CommandSpec(
      ["audit", "evidence"],
      Localized("ett bevis som prövas utan liggaren", "evidence that is verified without the ledger"),
      discussion: Localized(
        "Spårningen av en sak med raderna som den vilar på, ett bevis för varje rad, kontrollpunkten, en läsbar spårning, ett manifest och ett kontrollprogram i Python. Går aldrig förbi bokens kontrollpunkt. Förseglade uppgifter följer aldrig med. Raderna kan inte maskeras: är något i dem sekretessmarkerat vägrar kommandot, tills tjänstemannen som lämnar ut dem anges med --by, och då antecknas utlämnandet i boken. Den SHA-256 för manifestet som svaret ger bör antecknas: den skiljer beviset från varje annat. Den som granskar prövar med ett eget kontrollprogram (--verifier) mot en kontrollpunkt som hon själv har sparat; ”journal verify --remember” sparar en och vägrar en bok som har delats eller kortats.",
        "The trace of a subject with the lines that it rests on, a proof of each line, the checkpoint, a readable trace, a manifest and a verifier in Python. It never goes past the book's checkpoint. Sealed values never come along. The lines cannot be masked: where something in them is marked secret the command refuses, until the official who gives them out is named with --by, and the book then records the disclosure. The manifest's SHA-256 in the answer should be noted: it tells the evidence from any other. An auditor verifies with a verifier of her own (--verifier) against a checkpoint that she has kept; “journal verify --remember” keeps one and refuses a book that was forked or shortened."
      ),
      positionals: [subject],
      options: [
        out, since, verifier, Disclosure.by, RecordingOptions.recordedBy, RecordingOptions.clockStep,
        RecordingOptions.wait,
      ] + RecordingOptions.personalData,
      examples: [
        .init(
          "liggare audit evidence M-0007 --out bevis-M-0007 --journal journal/exempel",
          Localized("till en mapp", "to a folder")),
        .init(
          "liggare audit evidence M-0007 --out M-0007.zip --since journal/exempel/checkpoint --journal journal/exempel",
          Localized(
            "till en fil, med bevis från en sparad kontrollpunkt", "to a file, with proof from a kept checkpoint")),
        .init("liggare audit evidence --verifier > verify.py", Localized("kontrollprogrammet", "the verifier")),
      ]),
    run: { session throws(Failure) in
      let arguments = session.arguments
      guard !arguments[verifier] else { return try printVerifier(session) }
      guard let id = arguments[optional: subject] else { throw .oneOf(["ID", "--verifier"]) }
      guard let path = arguments[optional: out] else { throw .needs("ID", "--out") }
      try checkFree(path)
      let kept: Checkpoint? = if let file = arguments[optional: since] { try KeptFile.checkpoint(file) } else { nil }
      let journal = try session.journal()
      let checkpoint = try JournalProve.covered(journal)
      if let kept, let file = arguments[optional: since] { try check(kept, file, journal) }
      let reading = LedgerReading(
        journal, asOf: arguments[optional: Globals.asOf], knownAt: arguments[optional: Globals.knownAt],
        now: session.world.now(), languageAsked: session.languageAsked, through: checkpoint.size)
      let (trace, examination) = try AuditTrace.examined(AuditTrace.known(id, session, reading), session, reading)
      var basis = reading.basis
      basis.root = Text(checkpoint.root.base64)
      basis.size = checkpoint.size
      basis.cached = nil
      let evidence: EvidenceBundle
      do throws(JournalError) {
        evidence = try EvidenceBundle(
          of: trace, in: journal, to: checkpoint, since: kept, findings: findings(examination, basis, reading.language),
          basis: basis, language: reading.language)
      } catch { throw .damaged(error) }
      try disclose(trace, session, reading)
      try session.checkReading()
      do throws(FileError) {
        if isArchive(path) { try evidence.write(toArchive: path) } else { try evidence.write(toFolder: path) }
      } catch { throw .file(error) }
      let answer = EvidenceAnswer(
        evidence, of: id, at: path, checkpoint: checkpoint, since: kept, beyond: journal.count - checkpoint.size)
      try session.answer(
        reading.document(answer.title(reading), answer.blocks(reading.language)), json: answer.json(reading))
    })

  private static func findings(
    _ examination: Examination, _ basis: Basis, _ language: Language
  ) -> EvidenceBundle.Findings {
    let document = examination.document(language, basis: basis)
    return EvidenceBundle.Findings(
      text: TerminalRenderer(width: 100, color: false).render(document), json: examination.json(basis: basis))
  }

  /// Refuses evidence with lines about what is marked secret, unless an official gives it out, which the book records: lines cannot be masked
  /// and still prove anything.
  private static func disclose(_ trace: Trace, _ session: Session, _ reading: LedgerReading) throws(Failure) {
    let id = trace.subject
    // A mark that came after the moment asked counts all the same.
    let whole = reading.chronicle.whole
    let withheld = Set((trace.entries + trace.later).map(\.event.subject)).sorted().filter { subject in
      Secrecy.isWithheld(subject, whole.events(about: subject), asOf: reading.book.asOf)
    }
    guard let official = session.arguments[optional: Disclosure.by] else {
      if let marked = withheld.first { throw .tracing(.withheld(marked)) }
      return
    }
    if withheld.isEmpty { throw .tracing(.nothingWithheld(id)) }
    let what = Localized("bevis om \(id), raderna i klartext", "evidence about \(id), the lines in clear")
    try Disclosure.note(session, Text(what[reading.language]), about: id, count: 0, by: official)
  }

  static func isArchive(_ path: String) -> Bool { path.lowercased().hasSuffix(".zip") }

  private static func printVerifier(_ session: Session) throws(Failure) {
    for (isGiven, name) in [
      (session.arguments[optional: subject] != nil, "ID"), (session.arguments[optional: out] != nil, "--out"),
      (session.arguments[optional: since] != nil, "--since"),
    ] where isGiven { throw .exclusive(["--verifier", name]) }
    session.world.console.sayBytes(VerifierSource.bytes)
  }

  /// Refuses a place that is taken before the book is read: a file, or a folder that is not empty.
  private static func checkFree(_ path: String) throws(Failure) {
    let files = FileOperations.system
    do throws(FileError) {
      guard let status = try files.ownStatus(path) else { return }
      if !isArchive(path), status.kind == .folder, try files.names(in: path).isEmpty { return }
    } catch { throw .file(error) }
    throw .tracing(isArchive(path) ? .archiveTaken(path) : .folderTaken(path))
  }

  private static func check(_ kept: Checkpoint, _ file: String, _ journal: JournalView) throws(Failure) {
    let standing: Standing
    do throws(JournalError) {
      standing = try History(journal, rootsAt: [kept.size]).standing(of: .checkpoint(kept))
    } catch { throw .damaged(error) }
    guard standing == .holds else { throw .standing(standing, of: KeptFile.words(file)) }
  }
}

/// What is said of a bundle that was written.
private struct EvidenceAnswer {
  let evidence: EvidenceBundle
  let subject: SubjectID
  let path: String
  let checkpoint: Checkpoint
  let since: Checkpoint?
  /// How many entries the checkpoint does not cover yet.
  let beyond: Int

  init(
    _ evidence: EvidenceBundle, of subject: SubjectID, at path: String, checkpoint: Checkpoint, since: Checkpoint?,
    beyond: Int
  ) {
    self.evidence = evidence
    self.subject = subject
    self.path = path
    self.checkpoint = checkpoint
    self.since = since
    self.beyond = beyond
  }

  func title(_ reading: LedgerReading) -> String {
    let name = reading.book.title(of: subject).map { "\(subject): \($0)" } ?? subject.text
    return Localized("Beviset är skrivet: \(name)", "The evidence is written: \(name)")[reading.language]
  }

  func blocks(_ language: Language) -> [Block] {
    func words(_ sv: String, _ en: String) -> String { Localized(sv, en)[language] }
    var rows = [
      KeyValue(
        AuditEvidence.isArchive(path) ? words("Fil", "File") : words("Mapp", "Folder"), .code(path)),
      KeyValue(words("Rader med bevis", "Lines with proofs"), Prose(String(evidence.lineCount))),
      KeyValue(
        words("Kontrollpunkt", "Checkpoint"),
        Prose(words("\(checkpoint.size) poster, rot ", "\(checkpoint.size) entries, root "))
          + .code(checkpoint.root.base64)),
      KeyValue(words("Manifestets SHA-256", "SHA-256 of the manifest"), .code(evidence.fingerprint.hex)),
      KeyValue(words("Filer", "Files"), Prose(evidence.files.map(\.name).joined(separator: ", "))),
    ]
    if let since {
      rows.append(
        KeyValue(
          words("Går vidare från", "Goes on from"),
          Prose(
            words("den sparade kontrollpunkten, \(since.size) poster", "the kept checkpoint, \(since.size) entries"))))
    }
    if beyond > 0 {
      rows.append(
        KeyValue(words("Efter kontrollpunkten, ej med", "Beyond the checkpoint, left out"), Prose(String(beyond))))
    }
    let command =
      AuditEvidence.isArchive(path)
      ? "python3 verify.py bundle \(path) --manifest \(evidence.fingerprint.hex)" : "python3 \(path)/verify.py"
    return [
      .keyValues(rows),
      .paragraph(
        Prose(words("Pröva det: ", "Verify it: ")) + .code(command)
          + Prose(
            words(
              ". Den som inte litar på beviset tar sitt eget kontrollprogram: ",
              ". Whoever does not trust the evidence takes a verifier of their own: "))
          + .code("liggare audit evidence --verifier") + "."),
    ]
  }

  /// `{"kind":"liggare.audit.evidence","version":1,"basis":{…},"subject":"M-0007","out":"…","lines":34,"size":617,"root":"…","manifest":"…","since":300,"beyondCheckpoint":0,"files":["README.txt",…]}`
  func json(_ reading: LedgerReading) -> JSONValue {
    var members: JSONObject = [
      "subject": .string(subject.text), "out": .string(path), "lines": JSONValue(evidence.lineCount),
      "size": JSONValue(checkpoint.size), "root": .string(checkpoint.root.base64),
      "manifest": .string(evidence.fingerprint.hex),
    ]
    members["since"] = since.map { JSONValue($0.size) }
    members["beyondCheckpoint"] = JSONValue(beyond)
    members["files"] = .array(evidence.files.map { .string($0.name) })
    return reading.json("audit.evidence", members)
  }
}
