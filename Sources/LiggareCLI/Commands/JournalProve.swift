import CommandArguments
import DurableFiles
import Integrity
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// `journal prove`: that a line is in the book, or that the book only grew, as texts that other tools check.
enum JournalProve {
  private static let target = Positional<String>(
    "EVENT", Localized("händelsen: nummer i liggaren, eller id", "the event: its number in the ledger, or its id"),
    .optional)
  private static let line = Flag(
    "line", Localized("själva raden i stället, byte för byte", "the line itself instead, byte for byte"))
  private static let from = Option<String>(
    "from", "FILE",
    Localized(
      "en sparad kontrollpunkt: bevisa att boken bara har växt", "a kept checkpoint: prove that the book only grew")
  )

  static let verb = Verb(
    spec: CommandSpec(
      ["journal", "prove"], Localized("ta fram ett bevis", "make a proof"),
      discussion: Localized(
        "För en händelse: C2SP tlog-proof, med kontrollpunkten. Den som prövar det behöver raden (--line) och en kontrollpunkt att lita på, inte boken. Med --from: att allt som den sparade kontrollpunkten täcker står kvar i samma ordning. Inget bevis går förbi bokens kontrollpunkt.",
        "For an event: C2SP tlog-proof, with the checkpoint. Whoever checks it needs the line (--line) and a checkpoint to trust, not the book. With --from: that all that the kept checkpoint covers still stands in the same order. No proof goes past the book's checkpoint."
      ),
      positionals: [target], options: [line, from],
      examples: [
        .init(
          "liggare journal prove 41 --journal journal/exempel > 41.tlog-proof",
          Localized("att post 41 finns i boken", "that entry 41 is in the book")),
        .init(
          "liggare journal prove 41 --line --journal journal/exempel > 41.json",
          Localized("raden som beviset gäller", "the line that the proof is about")),
        .init(
          "liggare journal prove --from journal/exempel/checkpoint --journal journal/exempel",
          Localized("att boken börjar med det som den täckte", "that the book begins with what it covered")),
      ]),
    run: { session throws(Failure) in
      switch (session.arguments[optional: target], session.arguments[optional: from]) {
      case (let stated?, nil): try proveInclusion(session, stated)
      case (nil, let path?):
        if session.arguments[line] { throw .needs("--line", "EVENT") }
        try proveConsistency(session, path)
      default: throw .oneOf(["EVENT", "--from"])
      }
    })

  private static func proveInclusion(_ session: Session, _ stated: String) throws(Failure) {
    let view = try session.journal()
    let checkpoint = try covered(view)
    let position = try EventPosition.event(stated, in: Chronicle(view)).position
    guard position <= checkpoint.size else { throw .beyondCheckpoint(position: position, size: checkpoint.size) }
    let entry: Entry
    let proof: InclusionProof
    do throws(JournalError) {
      entry = try view.entry(at: position)
      proof = try view.inclusionProof(at: position, in: checkpoint)
    } catch { throw .damaged(error) }
    let text = TlogProof(proof, checkpoint).text
    try session.checkReading()
    if session.arguments[Globals.json] {
      try session.answerJSON(
        .object([
          "kind": "liggare.journal.prove", "version": 1, "position": JSONValue(position),
          "index": JSONValue(proof.index), "size": JSONValue(proof.size), "leafHash": .string(entry.leafHash.hex),
          "root": .string(checkpoint.root.hex), "proof": .array(proof.hashes.map { .string($0.hex) }),
          "line": .string(String(decoding: entry.line, as: UTF8.self)), "text": .string(text),
        ]))
    } else if session.arguments[line] {
      session.world.console.sayBytes(entry.line + [UInt8(ascii: "\n")])
    } else {
      session.world.console.say(text)
    }
  }

  private static func proveConsistency(_ session: Session, _ path: String) throws(Failure) {
    let kept = try KeptFile.checkpoint(path)
    let view = try session.journal()
    let checkpoint = try covered(view)
    let standing: Standing
    do throws(JournalError) {
      standing = try History(view, rootsAt: [kept.size]).standing(of: .checkpoint(kept))
    } catch { throw .damaged(error) }
    guard standing == .holds else { throw .standing(standing, of: KeptFile.words(path)) }
    let proof: ConsistencyProof
    do throws(JournalError) {
      proof = try view.consistencyProof(from: kept.size, to: checkpoint).proof
    } catch { throw .damaged(error) }
    // The body of a request to a witness (C2SP tlog-witness, add-checkpoint): it has all that a check needs.
    let text = "old \(kept.size)\n" + proof.hashes.map { $0.base64 + "\n" }.joined() + "\n" + checkpoint.formatted
    try session.checkReading()
    if session.arguments[Globals.json] {
      try session.answerJSON(
        .object([
          "kind": "liggare.journal.prove", "version": 1, "from": JSONValue(proof.from), "to": JSONValue(proof.to),
          "fromRoot": .string(kept.root.hex), "toRoot": .string(checkpoint.root.hex),
          "proof": .array(proof.hashes.map { .string($0.hex) }), "text": .string(text),
        ]))
    } else {
      session.world.console.say(text)
    }
  }

  /// The journal's checkpoint, which every proof leads to.
  static func covered(_ view: JournalView) throws(Failure) -> Checkpoint {
    guard let checkpoint = view.checkpoint else {
      throw .damaged(.damage(Damage(file: "checkpoint", kind: .missing)))
    }
    return checkpoint
  }
}

/// A checkpoint that was kept as a file.
enum KeptFile {
  static func checkpoint(_ path: String) throws(Failure) -> Checkpoint {
    let bytes: [UInt8]
    do throws(FileError) { bytes = try FileOperations.system.read(path) } catch { throw .file(error) }
    do throws(CheckpointError) {
      return try Checkpoint(parsing: bytes)
    } catch { throw .notACheckpoint(path: path, error) }
  }

  /// As it is spoken of.
  static func words(_ path: String) -> Localized {
    Localized("den sparade kontrollpunkten \(path)", "the kept checkpoint \(path)")
  }
}
