import CommandArguments
import Integrity
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import LiggareCLI

@Suite("audit why")
struct WhyCommandTests {
  struct Refused: Sendable, CustomTestStringConvertible {
    var line: String
    var sv: String
    var en: String
    var testDescription: String { line }
  }

  private static let fields =
    "deadline, binding, evidence, schedule, id, plan, proposed, status, statusMark, approved, started, ended, deviation, performers, record, decisions, reports, evaluations"

  @Test(
    "says what is wrong with a question, and what could be asked",
    arguments: [
      Refused(
        line: "audit why M-0001",
        sv: "Vilket fält av M-0001?\nFält: \(fields). Alla på en gång: --all.",
        en: "Which field of M-0001?\nFields: \(fields). All at once: --all."),
      Refused(
        line: "audit why M-0001.plan.dedline",
        sv:
          "M-0001 har inget fält ”plan.dedline”. Menade du ”plan.deadline”?\nFält: \(fields). Alla: ”liggare audit why M-0001 --all”.",
        en:
          "M-0001 has no field “plan.dedline”. Did you mean “plan.deadline”?\nFields: \(fields). All: “liggare audit why M-0001 --all”."
      ),
      Refused(
        line: "audit why M-0001.responsibel",
        sv:
          "M-0001 har inget fält ”responsibel”.\nFält: \(fields). Alla: ”liggare audit why M-0001 --all”.",
        en:
          "M-0001 has no field “responsibel”.\nFields: \(fields). All: “liggare audit why M-0001 --all”."),
      Refused(
        line: "audit why M-0001.reports[9].statement",
        sv:
          "M-0001 har inget fält ”reports[9].statement”. Menade du ”reports[0].statement”?\nFält: \(fields). Alla: ”liggare audit why M-0001 --all”.",
        en:
          "M-0001 has no field “reports[9].statement”. Did you mean “reports[0].statement”?\nFields: \(fields). All: “liggare audit why M-0001 --all”."
      ),
      Refused(
        line: "audit why M-0099.status",
        sv: "M-0099 finns inte i liggaren.\nSe ”liggare measure list”.",
        en: "M-0099 is not in the ledger.\nSee “liggare measure list”."),
      Refused(
        line: "audit why M-0001.status --as-of 2024-01-09",
        sv: "M-0001 fanns inte vid denna läsning.\nVälj en senare --as-of eller --known-at.",
        en: "M-0001 did not exist at this reading.\nChoose a later --as-of or --known-at."),
      Refused(
        line: "audit why M-1.status",
        sv:
          "ID.FIELD: väntade en beteckning och ett fält, som M-0007.plan.deadline eller M-0007.reports[0].statement, fann ”M-1.status”.\nSe ”liggare audit why --help”.",
        en:
          "ID.FIELD: expected an identifier and a field, such as M-0007.plan.deadline or M-0007.reports[0].statement, found “M-1.status”.\nSee “liggare audit why --help”."
      ),
      Refused(
        line: "audit why M-0001.",
        sv:
          "ID.FIELD: väntade en beteckning och ett fält, som M-0007.plan.deadline eller M-0007.reports[0].statement, fann ”M-0001.”.\nSe ”liggare audit why --help”.",
        en:
          "ID.FIELD: expected an identifier and a field, such as M-0007.plan.deadline or M-0007.reports[0].statement, found “M-0001.”.\nSee “liggare audit why --help”."
      ),
    ])
  func refused(_ refused: Refused) throws {
    let program = try Road.walked(.sv).reader()
    for (language, sentence) in [("sv", refused.sv), ("en", refused.en)] {
      let answer = program("\(refused.line) --lang \(language)")
      #expect(answer.exit == 2)
      #expect(answer.text.isEmpty)
      #expect(answer.errors == "liggare: \(sentence)\n")
    }
  }

  @Test("proves the line of the entry that it names")
  func proof() throws {
    let program = try Road.walked(.sv).reader()
    let answer = program("audit why M-0001.deadline --json")
    #expect(answer.exit == 0, "\(answer.errors)")
    let json = try JSONValue(parsing: answer.bytes)
    guard case .object(let object) = json, case .object(let entry)? = object["entry"],
      case .number(let position)? = entry["position"], case .object(let proof)? = entry["proof"],
      case .number(let index)? = proof["index"], case .number(let size)? = proof["size"],
      case .array(let hashes)? = proof["hashes"], case .string(let note)? = object["checkpoint"]
    else {
      Issue.record("no proof: \(answer.text)")
      return
    }
    #expect(object["kind"] == "liggare.why" && object["version"] == 1 && object["value"] == "2024-12-15")
    #expect(object["concerns"] == [66])
    let digests = hashes.compactMap { hash in if case .string(let text) = hash { Digest(base64: text) } else { nil } }
    let checkpoint = try Checkpoint(parsing: Array(note.utf8))
    let line = Array(program.lines[try #require(Int(position)) - 1].utf8)
    let inclusion = InclusionProof(
      index: try #require(Int(index)), size: try #require(Int(size)), hashes: digests)
    #expect(throws: Never.self) { try inclusion.check(leafHash: MerkleTree.leafHash(line), root: checkpoint.root) }
  }

  @Test("a value that was voided is told, although the field says nothing now")
  func voided() throws {
    let answer = try Road.walked(.sv).reader()("audit why M-0002.reports[0].statement")
    #expect(answer.exit == 0, "\(answer.errors)")
    #expect(answer.text.contains("Värde  (inget)"))
    #expect(answer.text.contains("Felregistrerad"))
    #expect(answer.text.contains("satt av post 65; makulerad av post 67"))
  }

  @Test("of all fields at once, and of those below a path, each with the entry that set it")
  func all() throws {
    let program = try Road.walked(.sv).reader()
    func fields(_ line: String) throws -> [JSONObject] {
      let answer = program(line)
      #expect(answer.exit == 0, "\(answer.errors)")
      guard case .object(let object) = try JSONValue(parsing: answer.bytes), case .array(let fields)? = object["fields"]
      else { return [] }
      #expect(object["kind"] == "liggare.why.fields" && object["version"] == 1)
      return fields.compactMap { if case .object(let field) = $0 { field } else { nil } }
    }
    let all = try fields("audit why M-0001 --all --json")
    #expect(all.contains { $0["field"] == "plan.targets[0].value" && $0["type"] == "measure.amended" })
    #expect(all.allSatisfy { $0["position"] != nil && $0["recordedBy"] != nil })
    let reports = try fields("audit why M-0001.reports --json")
    #expect(!reports.isEmpty && reports.count < all.count)
    #expect(try fields("audit why M-0001.reports --all --json") == reports)
  }
}
