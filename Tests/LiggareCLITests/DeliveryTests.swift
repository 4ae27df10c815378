import CommandArguments
import Documents
import Foundation
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import LiggareCLI

/// `--out`, `--format` and `--force` of the reading commands, on the example ledger.
@Suite("An answer as a file")
struct DeliveryTests {
  private static let journal = " --journal \(ExampleLedger.folder)"

  private func bytes(_ program: Program, _ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: program.scratch(name))))
  }

  private func isThere(_ program: Program, _ name: String) -> Bool {
    FileManager.default.fileExists(atPath: program.scratch(name))
  }

  @Test("its name chooses the form, and the same answer gives the same bytes")
  func forms() throws {
    let program = try Program()
    let begins: [(String, String)] = [
      ("html", "<!DOCTYPE html>\n<html lang=\"sv\">"), ("docx", "PK\u{3}\u{4}"), ("md", "> **ILLUSTRATION"),
      ("csv", "\u{FEFF}ILLUSTRATION"), ("json", "{\n  \"kind\": \"liggare.follow-up.report\""), ("txt", "┏━━"),
    ]
    for (suffix, begin) in begins {
      let path = program.scratch("T2.\(suffix)")
      let answer = program("follow-up prepare 2022-T2 --out \(path)" + Self.journal)
      #expect(answer.exit == 0 && answer.bytes.isEmpty)
      #expect(answer.errors == "Skriven: \(path)\n")
      let written = try bytes(program, "T2.\(suffix)")
      #expect(written.starts(with: Array(begin.utf8)), "\(suffix)")
      #expect(program("follow-up prepare 2022-T2 --quiet --force --out \(path)" + Self.journal).errors.isEmpty)
      #expect(try bytes(program, "T2.\(suffix)") == written)
      let named = program.scratch("\(suffix).dat")
      #expect(program("follow-up prepare 2022-T2 --format \(suffix) --out \(named)" + Self.journal).exit == 0)
      #expect(try bytes(program, "\(suffix).dat") == written)
      if suffix != "docx" {
        let shown = program("follow-up prepare 2022-T2 --format \(suffix)" + Self.journal)
        #expect(suffix == "txt" ? shown.bytes.count > 1000 : shown.bytes == written)
      }
    }
  }

  @Test("a folder that there is not is named, before anything is read")
  func missingFolder() throws {
    let program = try Program()
    let folder = program.scratch("saknas")
    let answer = program("follow-up prepare 2022-T2 --out \(folder)/T2.md" + Self.journal)
    #expect(answer.exit == 5 && answer.bytes.isEmpty)
    #expect(
      answer.errors
        == "liggare: \(folder):\nFilen eller mappen finns inte (open, ENOENT).\nKontrollera filen och rättigheterna.\n")
  }

  @Test("every reading command has it")
  func commands() throws {
    let program = try Program()
    let lines = [
      "status", "follow-up list", "follow-up show F-0001", "measure list", "measure show M-0007", "measure count",
      "decision list", "case list", "indicator list", "promise show", "find belysning", "audit trace M-0007",
      "audit trace M-0007 --graph", "audit findings M-0011", "audit why M-0007.deadline",
      "audit diff --from 280 --to 300", "audit sample measure --size 2",
    ]
    for (index, line) in lines.enumerated() {
      for suffix in ["docx", "html", "csv"] {
        let answer = program("\(line) --out \(program.scratch("\(index).\(suffix)"))" + Self.journal)
        #expect(answer.exit == 0, "\(line): \(answer.errors)")
        #expect(try bytes(program, "\(index).\(suffix)").count > 100)
      }
    }
  }

  @Test("a register as a sheet begins with its columns")
  func register() throws {
    let program = try Program()
    #expect(program("measure list --out \(program.scratch("m.csv")) --as-of 2022-10-14" + Self.journal).exit == 0)
    let lines = String(decoding: try bytes(program, "m.csv"), as: UTF8.self).split(separator: "\r\n")
    #expect(lines[0] == "\u{FEFF}Nr;Benämning;Område;Status;Belägg;Tidplan;Slutdatum;Ansvarig")
    #expect(
      lines[1].hasPrefix(
        "M-0001;Kvällspatrullering till fots i Stationsstaden;Stationsstaden;pågående;utfall redovisat;i tid;"))
  }

  @Test("what is there already is kept, and nothing is left where nothing can be written")
  func refusing() throws {
    let program = try Program()
    try program.write("gammalt", to: "T2.html")
    let path = program.scratch("T2.html")
    let refused = program("follow-up prepare 2022-T2 --out \(path)" + Self.journal)
    #expect(refused.exit == 2)
    #expect(refused.errors == "liggare: \(path) finns redan.\nVälj ett annat namn, eller ange --force.\n")
    #expect(try bytes(program, "T2.html") == Array("gammalt".utf8))
    #expect(program("follow-up prepare 2022-T2 --force --out \(path)" + Self.journal).exit == 0)
    #expect(try bytes(program, "T2.html").count > 1000)
    let nowhere = program("follow-up prepare 2022-T2 --out \(program.scratch("ingen/T2.html"))" + Self.journal)
    #expect(nowhere.exit == 5)
    #expect(!isThere(program, "ingen"))
    let empty = program("follow-up prepare 2022-T9 --out \(program.scratch("T9.html"))" + Self.journal)
    #expect(empty.exit == 2 && !isThere(program, "T9.html"))
  }

  @Test("a name that says no form, and options that do not go together, are refused with what is allowed")
  func wording() throws {
    let cases: [(line: String, sv: String, en: String)] = [
      (
        "status --out tavla.pdf",
        "Namnet tavla.pdf säger inte i vilken form.\nSluta på .html, .docx, .md, .csv, .json, .txt, eller ange --format.",
        "The name tavla.pdf does not say in which form.\nEnd it with .html, .docx, .md, .csv, .json, .txt, or give --format."
      ),
      (
        "status --out .html",
        "Namnet .html säger inte i vilken form.", "The name .html does not say in which form."
      ),
      ("status --force", "--force säger inget utan --out.", "--force says nothing without --out."),
      ("status --format docx", "--format docx säger inget utan --out.", "--format docx says nothing without --out."),
      ("status --format md --json", "--json och --format går inte ihop.", "--json and --format do not go together."),
      ("status --markdown --json", "--json och --markdown går inte ihop.", "--json and --markdown do not go together."),
      (
        "follow-up prepare 2022-T2 --record --out T2.md", "--record och --out går inte ihop.",
        "--record and --out do not go together."
      ),
      (
        "follow-up show F-0001 --document --format md", "--document och --format går inte ihop.",
        "--document and --format do not go together."
      ),
      (
        "audit findings --csv --out i.html", "--csv och --out går inte ihop.", "--csv and --out do not go together."
      ),
    ]
    let program = try Program()
    for (line, sv, en) in cases {
      let swedish = program(line + " --lang sv" + Self.journal)
      #expect(swedish.exit == 2 && swedish.errors.hasPrefix("liggare: \(sv)\n"), "\(line): \(swedish.errors)")
      let english = program(line + " --lang en" + Self.journal)
      #expect(english.exit == 2 && english.errors.hasPrefix("liggare: \(en)\n"), "\(line): \(english.errors)")
    }
  }
}
