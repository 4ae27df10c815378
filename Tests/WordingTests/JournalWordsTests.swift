import CommandArguments
import DurableFiles
import Integrity
import JournalStore
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import Wording

/// Every sentence about a damaged journal or a failed append, as people read it. The goldens are `Tests/Goldens/wording/journal.*.txt`.
@Suite("the words of the journal")
struct JournalWordsTests {
  private static let digest = SHA256.hash([])
  private static let id = EventID.at(7)
  private static let instant = Instant(milliseconds: 1_665_000_000_000)

  private static func identity(_ digit: String) -> LedgerIdentity {
    guard let identity = try? LedgerIdentity(text: "urn:uuid:\(digit)f2504e0-4f89-41d3-9a0c-0305e82c3301") else {
      preconditionFailure("an identity")
    }
    return identity
  }

  private static let problems: [JSONProblem] = [
    .unexpectedByte(found: UInt8(ascii: "l"), expected: .value), .unexpectedByte(found: nil, expected: .stringEnd),
    .unexpectedByte(found: 0x20, expected: .literal("true")), .unexpectedByte(found: 0x07, expected: .commaOrObjectEnd),
    .unexpectedByte(found: UInt8(ascii: "]"), expected: .memberNameOrObjectEnd),
    .unexpectedByte(found: UInt8(ascii: "}"), expected: .valueOrArrayEnd),
    .unexpectedByte(found: UInt8(ascii: "1"), expected: .commaOrArrayEnd),
    .unexpectedByte(found: UInt8(ascii: "1"), expected: .memberName),
    .unexpectedByte(found: UInt8(ascii: "1"), expected: .colon),
    .unexpectedByte(found: UInt8(ascii: "."), expected: .digit),
    .unexpectedByte(found: UInt8(ascii: "g"), expected: .hexDigit), .unexpectedByte(found: nil, expected: .escape),
    .duplicateMember("id"), .invalidUTF8, .loneSurrogate, .controlCharacterInString,
    .invalidEscape(found: UInt8(ascii: "x")), .tooDeep(limit: 64), .trailingBytes, .byteOrderMark,
  ]

  private static let lines: [LineProblem.Kind] =
    [.empty, .tooLong(byteCount: 70_000, limit: 65_535)] + problems.map { .json($0) } + [
      .notAnObject(found: "array"), .missingMember("type"), .unknownMember("typ", known: ["id", "type"]),
      .memberOrder(expected: "type", found: "id"), .memberOrder(expected: nil, found: "id"),
      .wrongType(member: "position", expected: "number", found: "string"),
      .malformed(member: "time", expected: "instant", found: "i går"),
      .malformed(member: "source", expected: "identity", found: "Ekeborg"),
      .malformed(member: "prev", expected: "prev", found: "0123"),
      .malformed(member: "recordedby", expected: "name", found: ""),
      .malformed(member: "data.format", expected: "natural", found: "-1"),
      .unknownFact(.unknownType("measure.aproved", known: ["measure.approved"])),
      .data(JSONMismatch(path: ["targets", "[0]"], problem: .missingMember("name"))),
      .foreignFact(type: "measure.approved", subject: "C-0001"),
      .notCanonical(expected: UInt8(ascii: "a"), found: UInt8(ascii: "b")),
    ]

  private static let checkpoints: [CheckpointError] = [
    .notUTF8, .missingLine(2), .unfinishedLine(3), .controlCharacter(line: 1), .emptyOrigin, .wrongSize(found: "x"),
    .wrongRoot(found: "x"), .missingSignatures(line: 5), .emptySignature(line: 6),
  ]

  private static let damages: [Damage.Kind] =
    lines.map { .line($0) } + checkpoints.map { .checkpointText($0) } + [
      .missing, .unfinishedLine, .position(expected: 7, found: 9),
      .subjectVersion("M-0001", expected: 2, found: 3),
      .prev(expected: ChainMark(of: digest), found: nil), .batch(expected: BatchPlace(place: 1, count: 2), found: nil),
      .batch(expected: nil, found: BatchPlace(place: 2, count: 3)),
      .unfinishedBatch(missing: BatchPlace(place: 2, count: 3)), .openingSubject("L-0002"), .format(found: 0),
      .repeatedID(id, first: 3), .source(expected: identity("1"), found: identity("2")),
      .opening(position: 1, type: "measure.proposed"), .opening(position: 9, type: "ledger.opened"),
      .identity(stated: "urn:x", source: identity("1")), .segmentName(expected: 12), .emptySegment, .ledgerCopy,
      .checkpointOrigin(expected: "a", found: "b"), .checkpointSize(stated: 9, found: 7),
      .checkpointRoot(stated: digest, computed: digest), .checkpointEmpty, .sealedMissing, .sealedLingering,
      .notAFile, .notAFolder, .symbolicLink,
    ]

  private static let appends: [AppendFailure] = [
    .idReused(id, position: 3), .idTwice(id), .changed("M-0001", position: 9),
    .clockBehind(last: instant, now: Instant(milliseconds: instant.milliseconds - 3_600_000)),
    .lineTooLong(proposal: 0, byteCount: 70_000), .unwritable(proposal: 0, .init(offset: nil, kind: .empty)),
    .unwritable(proposal: 0, nil), .alreadyOpened(proposal: 0), .full,
  ]

  private static let writers: [WriterFailure] = [
    .journal(.notALedger(folder: "bok")), .busy(holder: "liggare, pid 12, eva"), .networkFileSystem(name: "nfs4"),
    .alreadyThere(folder: "bok"), .notAnOpening(type: "measure.proposed"), .identity(found: "x"),
  ]

  @Test("reads as on file", arguments: Language.allCases)
  func words(_ language: Language) {
    let place = Damage(file: "events/000000000001.jsonl", line: 7, byte: 1209, position: 7, kind: .missing).place
    let text =
      [place[language]] + Self.damages.map { $0.words[language] }
      + Self.appends.map { $0.message.text(in: language) } + Self.writers.map { $0.message.text(in: language) }
    Golden.expect(text.joined(separator: "\n") + "\n", is: "wording/journal.\(language.rawValue).txt")
  }

  @Test("no sentence shows the structure of a Swift value", arguments: Language.allCases)
  func plain(_ language: Language) {
    for kind in Self.damages {
      let words = kind.words[language]
      #expect(
        (words.hasSuffix(".") || words.hasSuffix("?")) && !words.contains("(\"") && !words.contains("Optional"),
        "\(words)")
    }
  }
}
