import CommandArguments
import DurableFiles
import Foundation
import Integrity
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import LiggareCLI

@Suite("audit diff")
struct DiffCommandTests {
  struct Refused: Sendable, CustomTestStringConvertible {
    var line: String
    var exit: Int32 = 2
    var sv: String
    var en: String
    var testDescription: String { line }
  }

  private static let formsSV =
    "väntade en dag (2022-10-14), en känd tidpunkt (known:2022-10-14), en position (#412), en kontrollpunktsfil eller now"
  private static let formsEN =
    "expected a day (2022-10-14), a known time (known:2022-10-14), a position (#412), a checkpoint file or now"

  @Test(
    "says what is wrong with its points",
    arguments: [
      Refused(
        line: "audit diff", sv: "En av --from och --hindsight ska anges.\nAnge den ena, inte båda.",
        en: "One of --from and --hindsight is needed.\nGive the one, not both."),
      Refused(
        line: "audit diff --from 2024-10-14 --to 60",
        sv:
          "Den ena punkten är en dag då något gällde, den andra vad boken innehöll: de ligger på olika klockor.\nSkriv known: före dagen, eller ange dagar för båda.",
        en:
          "One point is a day on which something was true, the other what the book held: they lie on different clocks.\nWrite known: before the day, or give days for both."
      ),
      Refused(
        line: "audit diff --from 40 --to 60 --known-at 2024-10-14",
        sv:
          "--known-at går inte ihop med punkter på den kända klockan: de säger redan vad som var känt.\nTa bort --known-at, eller ange punkter på den andra klockan.",
        en:
          "--known-at does not go with points on the known clock: they say already what was known.\nLeave out --known-at, or give points on the other clock."
      ),
      Refused(
        line: "audit diff --from 2024-10-14 --as-of 2024-10-14",
        sv:
          "--as-of går inte ihop med dagar som punkter: de säger redan vad som gällde.\nTa bort --as-of, eller ange punkter på den andra klockan.",
        en:
          "--as-of does not go with days as points: they say already what was true.\nLeave out --as-of, or give points on the other clock."
      ),
      Refused(
        line: "audit diff --from 60 --to 40", sv: "--from 60 kommer efter --to 40.\nByt plats: --from 40 --to 60.",
        en: "--from 60 comes after --to 40.\nSwap them: --from 40 --to 60."),
      Refused(
        line: "audit diff --from 2024-10-14 --to 2024-10-13",
        sv: "--from 2024-10-14 kommer efter --to 2024-10-13.\nByt plats: --from 2024-10-13 --to 2024-10-14.",
        en: "--from 2024-10-14 comes after --to 2024-10-13.\nSwap them: --from 2024-10-13 --to 2024-10-14."),
      Refused(
        line: "audit diff --from 0", sv: "Boken har ingen post 0.\nPosterna är 1–{last}.",
        en: "The book has no entry 0.\nThe entries are 1–{last}."),
      Refused(
        line: "audit diff --from 40 --to #999", sv: "Boken har ingen post 999.\nPosterna är 1–{last}.",
        en: "The book has no entry 999.\nThe entries are 1–{last}."),
      Refused(
        line: "audit diff --from known:2024-01-07",
        sv: "Inget var registrerat 2024-01-07 23:59.\nVälj en senare tidpunkt, eller position 1.",
        en: "Nothing was recorded at 2024-01-07 23:59.\nChoose a later time, or position 1."),
      Refused(
        line: "audit diff --hindsight 2024-10-14 --as-of 2024-10-14",
        sv: "--hindsight och --as-of går inte ihop.\nAnge bara en av dem.",
        en: "--hindsight and --as-of do not go together.\nGive only one of them."),
      Refused(
        line: "audit diff --hindsight 2024-10-14 --to 60",
        sv: "--hindsight och --to går inte ihop.\nAnge bara en av dem.",
        en: "--hindsight and --to do not go together.\nGive only one of them."),
      Refused(
        line: "audit diff --from 2024-13-14",
        sv: "--from: \(formsSV), fann ”2024-13-14”.\nSe ”liggare audit diff --help”.",
        en: "--from: \(formsEN), found “2024-13-14”.\nSee “liggare audit diff --help”."),
      Refused(
        line: "audit diff --from known:sometime",
        sv: "--from: \(formsSV), fann ”known:sometime”.\nSe ”liggare audit diff --help”.",
        en: "--from: \(formsEN), found “known:sometime”.\nSee “liggare audit diff --help”."),
    ])
  func refused(_ refused: Refused) throws {
    let program = try Road.walked(.sv).reader()
    for (language, sentence) in [("sv", refused.sv), ("en", refused.en)] {
      let answer = program("\(refused.line) --lang \(language)")
      #expect(answer.exit == refused.exit)
      #expect(answer.text.isEmpty)
      let expected = sentence.replacing("{last}", with: String(program.lines.count))
      #expect(answer.errors == "liggare: \(expected)\n")
    }
  }

  @Test(
    "takes a point in every form",
    arguments: [
      ("known:2024-01-08T09:00+01:00", "known", "6"), ("#55", "known", "55"), ("55", "known", "55"),
      ("2024-09-10", "effective", "2024-09-10"), ("2024-09-10T12:00+02:00", "effective", "2024-09-10T10:00:00Z"),
    ])
  func forms(_ stated: String, _ clock: String, _ from: String) throws {
    let program = try Road.walked(.sv).reader()
    let answer = program("audit diff --from \(stated) --json")
    #expect(answer.exit == 0, "\(answer.errors)")
    guard case .object(let object) = try JSONValue(parsing: answer.bytes) else { return }
    #expect(object["clock"] == .string(clock))
    let expected: JSONValue = clock == "known" ? .number(from) : .string(from)
    #expect(object["from"] == expected)
    if clock == "known" {
      #expect(object["to"] == JSONValue(program.lines.count))
    } else {
      #expect(object["to"] == "2026-01-13")
    }
  }

  /// A checkpoint of the road's ledger as it was when it had so many lines, perhaps changed.
  private func checkpoint(
    _ program: Program, size: Int, origin: String? = nil, root: Digest? = nil
  ) throws -> String {
    let own = try Checkpoint(parsing: FileOperations.system.read("\(program.ledger)/checkpoint"))
    let leaves = program.lines.prefix(size).map { MerkleTree.leafHash(Array($0.utf8)) }
    let path = program.scratch("kept-\(size)")
    var range = CompactRange()
    range.append(leaves: leaves)
    let kept = Checkpoint(
      origin: origin ?? own.origin, size: size, root: root ?? range.root)
    try Data(kept.formatted.utf8).write(to: URL(filePath: path))
    return path
  }

  @Test("takes a checkpoint that was kept, checked against the book")
  func keptCheckpoint() throws {
    let program = try Road.walked(.sv).reader()
    let path = try checkpoint(program, size: 60)
    let answer = program("audit diff --from \(path)")
    #expect(answer.exit == 0, "\(answer.errors)")
    // The path is as long as the folder of temporary files, and the line is broken somewhere.
    let words = answer.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("post 60, registrerad 2024-"))
    #expect(words.contains("(kontrollpunkten"))
    #expect(words.contains("prövad mot boken)"))
  }

  @Test("refuses a checkpoint of a fork, of another ledger, and of more than there is, with the roots")
  func wrongCheckpoint() throws {
    let program = try Road.walked(.sv).reader()
    let wrong = MerkleTree.leafHash([1])
    let forked = program("audit diff --from \(try checkpoint(program, size: 61, root: wrong))")
    #expect(forked.exit == 3 && forked.text.isEmpty)
    #expect(
      forked.errors.contains("Boken är en annan: de första 61 posterna är inte de som den sparade kontrollpunkten"))
    #expect(forked.errors.contains("Roten över de första 61 raderna är "))
    #expect(forked.errors.contains("\(wrong.base64) i kontrollpunkten."))
    let other = program("audit diff --from \(try checkpoint(program, size: 62, origin: "uuid:another")) --lang en")
    #expect(other.exit == 3 && other.text.isEmpty)
    #expect(other.errors.contains("is of another ledger: uuid:another"))
    let more = program("audit diff --from \(try checkpoint(program, size: 99)) --lang en")
    #expect(more.exit == 3 && more.text.isEmpty)
    #expect(more.errors.contains("The book was cut"))
    let none = program("audit diff --from \(program.scratch("nowhere"))")
    #expect(none.exit == 5 && none.text.isEmpty)
  }
}
