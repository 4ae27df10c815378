import CommandArguments
import DurableFiles
import Integrity
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// `journal checkpoint`: what the book holds, in three lines, to be kept elsewhere; printed for the minutes; signed.
enum JournalCheckpoint {
  private static let print = Flag(
    "print", Localized("en mening att klistra in i protokollet", "a sentence to paste into the minutes"))
  private static let sign = Option<String>(
    "sign", "KEY.pem",
    Localized("skriv under med denna nyckel, och spara i liggaren", "sign with this key, and store it in the ledger"))
  private static let name = Option<String>(
    "name", "NAME",
    Localized("nyckelns namn (förval: det registrerade)", "the key's name (default: the registered one)"))
  private static let unregistered = Flag(
    "unregistered",
    Localized("även med en nyckel som liggaren inte känner", "even with a key that the ledger does not know"))
  private static let out = Option<String>(
    "out", "FILE", Localized("skriv den även i en ny fil", "write it to a new file as well"))

  static let verb = Verb(
    spec: CommandSpec(
      ["journal", "checkpoint"],
      Localized("bokens kontrollpunkt, att spara någon annanstans", "the book's checkpoint, to be kept elsewhere"),
      discussion: Localized(
        "Allt läses om och räknas om först: stämmer det inte slutar kommandot med 3, och inget skrivs under. En underskrift säger att den som skrev under såg just dessa poster i denna ordning. När boken växer får den en ny kontrollpunkt utan underskrift; den underskrivna sparas i checkpoints/. Flera underskrifter samlas så länge ingen skriver i boken.",
        "Everything is read and recomputed first: where it does not fit, the command ends with 3, and nothing is signed. A signature says that the signer saw these entries in this order. When the book grows it gets a new checkpoint without signatures; the signed one is kept in checkpoints/. Several signatures gather as long as nobody writes in the book."
      ),
      options: [print, sign, name, unregistered, out, RecordingOptions.wait],
      examples: [
        .init(
          "liggare journal checkpoint --print --journal journal/exempel",
          Localized("för protokollet", "for the minutes")),
        .init(
          "liggare journal checkpoint --sign revisionen.pem --out 2024-05.checkpoint",
          Localized("underskriven, med en kopia att ta med", "signed, with a copy to take away")),
      ]),
    run: { session throws(Failure) in try run(session) })

  private static func run(_ session: Session) throws(Failure) {
    let given = session.arguments
    for option: any Declared in [name, unregistered] where given.isGiven(option) && !given.isGiven(sign) {
      throw .needs(option.declaration.reference, "--sign")
    }
    let folder = try session.folder()
    guard Session.holdsLedger(folder) else { throw .noLedger(folder: folder) }
    let checkpoint =
      if let path = given[optional: sign] { try signed(session, path) } else { try recomputed(session, folder) }
    if let path = given[optional: out] { try keep(checkpoint, path) }
    let copy = LedgerCard(folder)
    if given[Globals.json] {
      try session.answerJSON(json(checkpoint))
    } else if given[print] {
      session.world.console.say(sentence(checkpoint, copy, session) + "\n")
    } else {
      session.world.console.say(checkpoint.formatted)
      if copy.reality == .illustrative { session.remark(StandingWords.illustration[session.language(folder)]) }
    }
  }

  /// The checkpoint of the folder, after all that it covers was read and recomputed.
  private static func recomputed(_ session: Session, _ folder: String) throws(Failure) -> Checkpoint {
    let progress = session.progress(Localized("Granskar boken", "Verifying the book"))
    defer { progress.end() }
    let report: VerificationReport
    do throws(JournalError) {
      report = try Journal.verify(folder) { progress.tell($0, of: $1) }
    } catch { throw .damaged(error) }
    if let damage = report.damages.first { throw .damaged(.damage(damage)) }
    guard let checkpoint = report.checkpoint else {
      throw .damaged(.damage(Damage(file: "checkpoint", kind: .missing)))
    }
    let beyond = report.computedSize - checkpoint.size
    if beyond > 0 {
      session.remark(
        Localized(
          "\(beyond) poster efter den täcks ännu inte; nästa skrivning förlänger den.",
          "\(beyond) entries beyond it are not covered yet; the next writing extends it.")[session.language(folder)])
    }
    return checkpoint
  }

  private static func signed(_ session: Session, _ path: String) throws(Failure) -> Checkpoint {
    let key: SigningKey
    do throws(SigningError) { key = try SigningKey(path) } catch { throw .signing(error) }
    let writer = try session.writer()
    defer { writer.close() }
    let book = Book(Chronicle(writer.view), asOf: nil, today: SwedishTime.date(of: session.world.now()))
    let name = try name(of: key, KeyRing(book.ledger?.keys ?? []), session.arguments)
    let progress = session.progress(Localized("Granskar boken", "Verifying the book"))
    defer { progress.end() }
    do throws(CheckpointSigningFailure) {
      return try writer.sign(progress: { progress.tell($0, of: $1) }) { checkpoint throws(SigningError) in
        try key.sign(checkpoint.noteText, name: name)
      }
    } catch {
      switch error {
      case .journal(let error): throw .damaged(error)
      case .signing(let error): throw .signing(error)
      case .file(let error): throw .file(error)
      }
    }
  }

  /// The name under which the ledger knows the key and lets it count; else, where that is good enough, the one given.
  private static func name(
    of key: SigningKey, _ ring: KeyRing, _ arguments: ParsedCommand
  ) throws(Failure) -> String {
    let stated = arguments[optional: name]
    let known = ring.entries.filter { entry in
      entry.key.publicKey == key.publicKey && stated.map { $0.utf8.elementsEqual(entry.key.name.utf8) } ?? true
    }
    if let entry = known.last(where: { $0.retired == nil }) { return entry.key.name }
    guard arguments[unregistered] else {
      if let entry = known.last, let position = entry.retired {
        throw .retiredKey(name: entry.key.name, position: position)
      }
      throw .unregisteredKey(path: key.path, name: stated)
    }
    guard let stated else { throw .needs("--unregistered", "--name") }
    guard NoteKey.isName(stated) else { throw .keyName(stated) }
    return stated
  }

  /// Writes a copy to a new file. A file with the same bytes is one already; any other is left alone: it may be the only
  /// copy of an earlier checkpoint.
  private static func keep(_ checkpoint: Checkpoint, _ path: String) throws(Failure) {
    let bytes = Array(checkpoint.formatted.utf8)
    if (try? FileOperations.system.read(path)) == bytes { return }
    do throws(FileError) {
      try FileOperations.system.createExclusively(path, with: bytes)
    } catch { throw .file(error) }
  }

  /// What a secretary pastes into minutes: ledger, entries, day and print, in the ledger's language.
  private static func sentence(_ checkpoint: Checkpoint, _ card: LedgerCard, _ session: Session) -> String {
    let time = SwedishTime.reading(of: session.world.now())
    let text = PrintedCheckpoint(checkpoint).text
    let title = card.title ?? checkpoint.origin
    let made = card.reality == .illustrative ? Localized("Den påhittade liggaren", "The made-up ledger") : nil
    let lead = made ?? Localized("Liggaren", "The ledger")
    return Localized(
      "\(lead.sv) ”\(title)” (\(checkpoint.origin)) innehöll \(time) \(checkpoint.size) poster. Dess kontrollpunkt är \(text)",
      "\(lead.en) “\(title)” (\(checkpoint.origin)) held \(checkpoint.size) entries at \(time). Its checkpoint is \(text)"
    )[session.languageAsked ?? card.language ?? .sv]
  }

  /// `{"kind":"liggare.journal.checkpoint","version":1,"origin":…,"size":…,"root":…,"printed":…,"signatures":[{"name":…,
  /// "keyHash":…}],"text":…}`
  private static func json(_ checkpoint: Checkpoint) -> JSONValue {
    .object([
      "kind": "liggare.journal.checkpoint", "version": 1, "origin": .string(checkpoint.origin),
      "size": JSONValue(checkpoint.size), "root": .string(checkpoint.root.base64),
      "printed": .string(PrintedCheckpoint(checkpoint).text),
      "signatures": .array(
        ((try? checkpoint.signatures) ?? []).map { signature in
          .object(["name": .string(signature.name), "keyHash": .string(signature.keyHashText)])
        }),
      "text": .string(checkpoint.formatted),
    ])
  }
}

/// What a folder's `ledger.json` says, without reading the journal: for words, after a verification or before an error.
struct LedgerCard {
  let title: String?
  let language: Language?
  let reality: LedgerReality

  init(_ folder: String) {
    var opened = JSONObject()
    if let bytes = try? FileOperations.system.read("\(folder)/ledger.json"),
      case .object(let object)? = try? JSONValue(parsing: bytes)
    {
      opened = object
    }
    func text(_ name: String) -> String? { if case .string(let text)? = opened[name] { text } else { nil } }
    title = text("title")
    language = text("language").flatMap(Language.init(rawValue:))
    reality = text("reality").flatMap(LedgerReality.init(rawValue:)) ?? .real
  }
}

extension Session {
  /// The language asked for, else that of the ledger in a folder.
  func language(_ folder: String) -> Language { languageAsked ?? LedgerCard(folder).language ?? .sv }
}

extension NoteSignature {
  /// The key's hash in eight hexadecimal digits, as verifier keys write it.
  var keyHashText: String {
    let digits = String(keyHash, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
