import CommandArguments
import DurableFiles
import Integrity
import JournalStore
import Wording

/// What a verification is given that was kept elsewhere.
struct KeptThings {
  /// One of them, and how people speak of it.
  struct Thing {
    enum Source: String {
      case remembered, checkpoint, anchor
    }
    let source: Source
    /// The file, or the print as it was typed.
    let name: String
    let statement: KeptStatement

    var words: Localized {
      switch source {
      case .remembered: Localized("den senast sedda kontrollpunkten i \(name)", "the last checkpoint seen, in \(name)")
      case .checkpoint: KeptFile.words(name)
      case .anchor:
        Localized(
          "utskriften vid \(statement.size) poster", "the print at \(statement.size) entries")
      }
    }
  }

  /// A checkpoint whose signatures are to be looked at, and where it is.
  struct Note {
    let words: Localized
    let checkpoint: Checkpoint
    /// Whether it is one that was kept elsewhere.
    let isKept: Bool

    var isSigned: Bool { !checkpoint.signatureText.isEmpty }
  }

  let things: [Thing]
  let keys: [NoteKey]
  private let rememberedFile: String?

  /// Reads the files; a print that was mistyped, and a file that is no checkpoint, are refused.
  init(_ arguments: ParsedCommand) throws(Failure) {
    var things: [Thing] = []
    rememberedFile = arguments[optional: JournalVerify.remember]
    if let path = rememberedFile {
      let isThere: Bool
      do throws(FileError) { isThere = try FileOperations.system.exists(path) } catch { throw .file(error) }
      if isThere {
        things.append(
          Thing(source: .remembered, name: path, statement: .checkpoint(try KeptFile.checkpoint(path))))
      }
    }
    for path in arguments.values(JournalVerify.checkpoint) {
      things.append(Thing(source: .checkpoint, name: path, statement: .checkpoint(try KeptFile.checkpoint(path))))
    }
    for text in arguments.values(JournalVerify.anchor) {
      do throws(PrintedCheckpointError) {
        things.append(Thing(source: .anchor, name: text, statement: .printed(try PrintedCheckpoint(parsing: text))))
      } catch { throw .mistyped(error) }
    }
    self.things = things
    keys = arguments.values(JournalVerify.vkey)
  }

  /// The numbers of lines that it speaks of.
  var sizes: Set<Int> { Set(things.map(\.statement.size)) }

  var remembers: Bool { rememberedFile != nil }

  /// How the ledger's history stands to each of them.
  func evidence(_ history: History) -> [(thing: Thing, standing: Standing)] {
    things.map { ($0, history.standing(of: $0.statement)) }
  }

  /// The ledger's own checkpoint and those that were kept.
  func notes(_ own: Checkpoint?) -> [Note] {
    let kept = things.compactMap { thing -> Note? in
      guard case .checkpoint(let checkpoint) = thing.statement else { return nil }
      return Note(words: thing.words, checkpoint: checkpoint, isKept: thing.source == .checkpoint)
    }
    let first = own.map {
      [Note(words: Localized("bokens kontrollpunkt", "the book's checkpoint"), checkpoint: $0, isKept: false)]
    }
    return (first ?? []) + kept
  }

  /// What became of the file of the last checkpoint seen.
  enum Remembered: String {
    case written, moved, unchanged
    /// A quick verification does not move it.
    case notMoved
  }

  /// Keeps the ledger's checkpoint as the last one seen; nil where none is to be kept. Requires that everything was
  /// verified and that the ledger bears out the one of before.
  ///
  /// `replaceAtomically`. Signatures under the same checkpoint are not taken away.
  func remember(_ checkpoint: Checkpoint) throws(Failure) -> Remembered? {
    guard let rememberedFile else { return nil }
    let bytes = Array(checkpoint.formatted.utf8)
    let before = things.first { $0.source == .remembered }
    do throws(FileError) {
      guard let before, case .checkpoint(let old) = before.statement else {
        try FileOperations.system.createExclusively(rememberedFile, with: bytes)
        return .written
      }
      if old == checkpoint, !old.signatureText.isEmpty || checkpoint.signatureText.isEmpty { return .unchanged }
      try FileOperations.system.replaceAtomically(rememberedFile, with: bytes)
      return .moved
    } catch { throw .file(error) }
  }
}

/// What is known of the signatures under checkpoints.
struct Signatures {
  enum Verdict: Equatable {
    /// Right, by a key that the caller has given.
    case verified
    /// Right, by a key that the ledger has registered: its own claim.
    case registered
    /// Right, by a key that the ledger had retired before the checkpoint, at this position.
    case retired(position: Int)
    /// By a key that is not known.
    case unknown
    /// Not by that key, or of another text.
    case wrong
    /// The program that would tell is not there.
    case unchecked
  }

  struct Finding {
    let words: Localized
    let name: String
    let keyHash: String
    let verdict: Verdict
  }

  var findings: [Finding] = []
  /// Demanded keys by which no signature is.
  var missing: [String] = []

  /// Verifies what can be. Without `openssl` only what is demanded fails.
  ///
  /// Every key of `demanded` must have signed: a kept checkpoint where one is given, else any of the notes.
  static func verify(
    _ notes: [KeptThings.Note], _ demanded: [NoteKey], _ ring: KeyRing, at size: Int
  ) throws(Failure) -> Signatures {
    var result = Signatures()
    var met: Set<String> = []
    let hasKept = notes.contains { $0.isKept }
    for note in notes where note.isSigned {
      let signed: SignedNote?
      do throws(NoteError) { signed = try note.checkpoint.note } catch {
        result.findings.append(Finding(words: note.words, name: "?", keyHash: "?", verdict: .wrong))
        continue
      }
      for signature in signed?.signatures ?? [] {
        let given = demanded.first { signature.isBy($0) }
        let entry = ring.entries.last { signature.isBy($0.key) }
        var verdict = Verdict.unknown
        if let key = given ?? entry?.key {
          verdict = try judge(signature, note.checkpoint, key, entry, isDemanded: given != nil)
        }
        if given != nil, verdict == .verified, note.isKept || !hasKept, let given { met.insert(given.text) }
        result.findings.append(
          Finding(
            words: note.words, name: signature.name, keyHash: signature.keyHashText, verdict: verdict))
      }
    }
    result.missing = demanded.filter { !met.contains($0.text) }.map(\.name)
    return result
  }

  private static func judge(
    _ signature: NoteSignature, _ checkpoint: Checkpoint, _ key: NoteKey, _ entry: KeyRing.Entry?, isDemanded: Bool
  ) throws(Failure) -> Verdict {
    let note = SignedNote(text: checkpoint.noteText, signatures: [signature])
    do throws(SigningError) {
      _ = try note.verify(by: [key])
    } catch {
      switch error {
      case .wrongSignature, .notSigned: return .wrong
      default:
        guard isDemanded else { return .unchecked }
        throw .signing(error)
      }
    }
    if isDemanded { return .verified }
    guard let retired = entry?.retired, retired <= checkpoint.size else { return .registered }
    return .retired(position: retired)
  }
}
