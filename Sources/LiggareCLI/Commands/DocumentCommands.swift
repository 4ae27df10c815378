import CommandArguments
import Documents
import DurableFiles
import Integrity
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// `document`: documents that belong to a subject, by digest.
enum DocumentCommands {
  static let noun = Noun(
    "document", Localized("handlingar, med sitt SHA-256", "documents, by their SHA-256"), [attach, list, show])

  private static let file = Option<String>(
    "file", "FILE", Localized("filen; den räknas, den kopieras inte", "the file; it is hashed, not copied"))
  private static let digest = Option<DocumentDigest>(
    text: "sha256", "HEX", Localized("i stället för filen", "instead of the file"))
  private static let name = Option<Text>(
    text: "name", "TEXT", Localized("handlingens namn (förval: filens)", "the document's name (default: the file's)"))
  private static let registryNumber = Option<Text>(
    text: "registry-number", "TEXT", Localized("diarienummer", "registry number"))
  private static let role = Option<Text>(
    text: "role", "TEXT", Localized("vad det är, till exempel protokoll", "what it is, such as minutes"))

  private static let attach = Verb.recording(
    ["document", "attach"], Localized("foga en handling till något", "attach a document"), about: [Subjects.any],
    [file, digest, name, registryNumber, role],
    example: #"liggare document attach M-0007 --file protokoll.pdf --role protokoll --registry-number "KS 2022/17""#,
    Localized("liggaren minns filens SHA-256", "the ledger remembers the file's SHA-256")
  ) { draft throws(Failure) in
    let given = draft.arguments
    if given.isGiven(file) == given.isGiven(digest) { throw .oneOf(["--file", "--sha256"]) }
    let fileName = given[optional: file].flatMap { $0.split(separator: "/").last }.map { Text(String($0)) }
    guard let name = given[optional: name] ?? fileName else { throw .refused(.missing(field: "document.name")) }
    let reference = DocumentReference(
      name: name, sha256: try documentDigest(given), registryNumber: given[optional: registryNumber])
    try draft.add(
      try given.value(Subjects.any),
      .entry(.documentAttached(DocumentAttached(document: reference, role: given[optional: role]))))
  }

  private static func documentDigest(_ given: ParsedCommand) throws(Failure) -> DocumentDigest {
    if let stated = given[optional: digest] { return stated }
    guard let path = given[optional: file] else { preconditionFailure("one of the two is given") }
    do throws(FileError) {
      return DocumentDigest(of: SHA256.hash(try FileOperations.system.read(path)))
    } catch { throw .file(error) }
  }

  private static let about = Positional<SubjectID>(
    text: "ID", Localized("bara detta", "only of this subject"), .optional)

  private static let list = Verb(
    spec: CommandSpec(
      ["document", "list"], Localized("förteckning", "the register"), positionals: [about],
      examples: [
        .init("liggare document list M-0007", Localized("handlingarna till en åtgärd", "the documents of a measure"))
      ]),
    run: { session throws(Failure) in
      let reading = try session.reading()
      let id = session.arguments[optional: about]
      if let id, reading.book.state(of: id) == nil {
        throw .notFound(id, known: !reading.chronicle.events(about: id).isEmpty)
      }
      try show(found(reading) { id == nil || $0.subject == id }, reading, session)
    })

  private static let prefix = Positional<String>(
    "SHA256", Localized("början av handlingens SHA-256", "the beginning of the document's SHA-256"))

  private static let show = Verb(
    spec: CommandSpec(
      ["document", "show"], Localized("var en handling förekommer", "where a document occurs"), positionals: [prefix],
      examples: [
        .init("liggare document show 3f2a", Localized("de första siffrorna räcker", "the first digits are enough"))
      ]),
    run: { session throws(Failure) in
      let reading = try session.reading()
      let stated = try session.arguments.value(prefix)
      let found = found(reading) { $0.attached.document.sha256.text.hasPrefix(stated.lowercased()) }
      if found.isEmpty { throw .noDocument(stated) }
      try show(found, reading, session)
    })

  private struct Found {
    var subject: SubjectID
    var attached: SubjectRecord.AttachedDocument
  }

  private static func found(_ reading: LedgerReading, where fits: (Found) -> Bool) -> [Found] {
    reading.chronicle.allSubjects.flatMap { id in
      (reading.book.state(of: id)?.record.documents ?? []).map { Found(subject: id, attached: $0) }
    }.filter(fits)
  }

  private static func show(_ found: [Found], _ reading: LedgerReading, _ session: Session) throws(Failure) {
    let language = reading.language
    let columns = [
      Table.Column(Localized("Hör till", "Belongs to")[language], wraps: false),
      Table.Column(Localized("Handling", "Document")[language]), Table.Column(Localized("Slag", "Role")[language]),
      Table.Column(Localized("Dnr", "Registry no")[language]), Table.Column("SHA-256", wraps: false),
    ]
    let rows = found.map { found -> [Table.Cell] in
      let document = found.attached.document
      return [
        Table.Cell(found.subject.text), Table.Cell(document.name.text), Table.Cell(found.attached.role?.text ?? ""),
        Table.Cell(document.registryNumber?.text ?? StandingWords.notStated[language]),
        Table.Cell(document.sha256.text),
      ]
    }
    let empty = Localized("Inga handlingar.", "No documents.")[language]
    try session.answer(
      reading.document(
        Localized("Handlingar (\(found.count))", "Documents (\(found.count))")[language],
        [.table(Table(columns: columns, rows: rows, emptyText: empty))]),
      json: reading.json(
        "document.list",
        [
          "rows": .array(
            found.map { found in
              .object(["subject": .string(found.subject.text), "attached": JSONValue(of: found.attached)])
            })
        ]))
  }
}

extension DocumentDigest {
  init(of digest: Digest) {
    guard let text = try? DocumentDigest(text: digest.hex) else { preconditionFailure("a digest is 64 digits") }
    self = text
  }
}
