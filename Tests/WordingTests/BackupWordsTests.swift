import CommandArguments
import DurableFiles
import Integrity
import JournalStore
import LedgerDomain
import StrictJSON
import TestSupport
import Testing
import Wording

@Suite("Words about backups")
struct BackupWordsTests {
  private static func failures() throws -> [BackupFailure] {
    let digest = try #require(Digest(hex: String(repeating: "a", count: 64)))
    let problems: [ReceiptProblem] = [
      .line(.empty), .otherType("measure.proposed"), .otherLedger(try LedgerIdentity(text: "urn:uuid:annan")),
      .otherBook(position: 6), .unknownValues(count: 1), .unknownValues(count: 3),
      .refused(.notSealed(try SealedValue(text: digest.hex))),
    ]
    return [
      .journal(.notALedger(folder: "bok")), .journal(.damage(Damage(file: "sealed/aa", kind: .sealedMissing))),
      .file(FileError(operation: .write, path: "kopia/checkpoint", errno: 28)),
      .presented(.otherDigest(expected: digest, found: digest)), .taken("kopia"), .mountPoint("kopia"),
      .nested("bok/kopia", "bok"),
      .otherLedger(expected: "urn:uuid:a", found: "urn:uuid:b"), .forked(size: 7), .shrunk(from: 9, to: 7),
      .damagedBackup("kopia", Damage(file: "checkpoint", kind: .missing)), .busy(holder: "anna, pid 4711"),
      .unreadableSealed(FileError(operation: .status, path: "bok/sealed/aa", errno: 13)), .noSealed("bok"),
      .sealedTaken("forseglat"), .sealedOfOther("forseglat", count: 1), .sealedOfOther("forseglat", count: 4),
      .notEmpty("ny"), .noValues("forseglat"), .unopened(.networkFileSystem(name: "nfs")),
      .unappended(.clockBehind(last: Instant(milliseconds: 120_000), now: Instant(milliseconds: 0))),
    ] + problems.map { .receipt(line: 2, $0) }
  }

  @Test("each sentence reads as on file, in both languages", arguments: [Language.sv, .en])
  func golden(_ language: Language) throws {
    let lines = try Self.failures().map { $0.message.text(in: language) }
    #expect(Set(lines).count == lines.count)
    Golden.expect(lines.joined(separator: "\n\n") + "\n", is: "wording/backup.\(language.rawValue).txt")
  }
}
