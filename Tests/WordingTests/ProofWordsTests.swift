import CommandArguments
import DurableFiles
import Integrity
import JournalStore
import Programs
import TestSupport
import Testing

@testable import Wording

/// Every sentence about proofs, notes, printed checkpoints and signing. The goldens are `Tests/Goldens/wording/proofs.*.txt`.
@Suite("the words of proofs and signatures")
struct ProofWordsTests {
  private static let digest = SHA256.hash([])

  private static let sentences: [Localized] =
    [
      ProofError.noSuchLeaf(index: 7, size: 7), .emptyTree, .shrunk(from: 8, to: 7), .wrongCount(expected: 3, found: 2),
      .wrongRoot(stated: digest, computed: digest), .wrongEarlierRoot(stated: digest, computed: digest),
    ].map(\.words)
    + [PrintedCheckpointError.wrongSize, .wrongCharacter("U", place: 5), .wrongCount(found: 35), .mistyped].map(\.words)
    + [
      NoteError.notUTF8, .controlCharacter(line: 1), .unfinishedLine(2), .noText, .noSignature,
      .wrongSignature(line: 5), .tooManySignatures(found: 101),
    ].map(\.words)
    + [
      TlogProofError.notUTF8, .wrongTitle, .missingLine(2), .wrongExtra(line: 2), .wrongIndex(line: 2),
      .wrongHash(line: 3), .tooManyHashes, .wrongCheckpoint(.emptyOrigin),
    ].map(\.words)
    + [
      Standing.holds, .otherLedger(origin: "uuid:a", found: "uuid:b"), .shortened(size: 9, lineCount: 7),
      .forked(size: 7), .olderCheckpoint(size: 9, found: 7), .empty, .unreadable,
    ].map { $0.words(of: Localized("utskriften", "the print")) }

  private static let messages: [Message] =
    [
      SigningError.noOpenSSL, .failed(.notFound("openssl")), .failed(.unstartable("openssl", errno: 13)),
      .failed(.unfitArgument("x\0")), .failed(.timedOut(seconds: 30)), .failed(.tooMuchOutput(limit: 65_536)),
      .failed(.system(call: "pipe", errno: 24)), .unexpected("x"),
      .file(FileError(operation: .open, path: "nyckel.pem", errno: 2)), .notAKey(path: "nyckel.pem"),
      .notEd25519(path: "nyckel.pem"), .wrongSignature(name: "liggare.example", keyHash: 1), .notSigned,
    ].map(\.message)
    + [
      ExportFailure.taken("logg"), .checkpoint(.missingLine(3)), .otherLog(expected: "uuid:a", found: "uuid:b"),
      .forked(size: 7), .shrunk(from: 9, to: 7), .journal(.notALedger(folder: "bok")),
    ].map(\.message)

  @Test("whatever does not hold has a next step", arguments: [Standing.forked(size: 1), .empty, .unreadable])
  func remedies(_ standing: Standing) {
    #expect(standing.remedy != nil && Standing.holds.remedy == nil)
  }

  @Test("each sentence reads as on file, in both languages", arguments: [Language.sv, .en])
  func golden(_ language: Language) {
    let lines = Self.sentences.map { $0[language] } + Self.messages.map { $0.text(in: language) }
    #expect(Set(lines).count == lines.count)
    Golden.expect(lines.joined(separator: "\n\n") + "\n", is: "wording/proofs.\(language.rawValue).txt")
  }
}
