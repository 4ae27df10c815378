import CommandArguments
import Foundation
import StrictJSON
import TestSupport
import Testing

@Suite("what is marked secret, when it leaves the house")
struct SecrecyCommandTests {
  private static let marking = "secrecy mark M-0001 --provision \"OSL 26:1\" --by Kommunstyrelsen --yes"
  private static let lifting = "secrecy lift M-0001 --by Kommunstyrelsen --yes"
  /// What people wrote about the measure.
  private static let words = ["Trygghetsvandringar", "Tre vandringar genomförda", "Tryggheten ökade"]

  @Test("is masked in every form of an export until the mark is lifted, and shown where it is given out on record")
  func exports() throws {
    let program = try Road.walk(.sv).recorder()
    #expect(program(Self.marking).exit == 0)
    for form in ["jsonl", "ocel", "xes", "sql"] {
      let text = program("journal export - --format \(form)").text
      #expect(text.contains("M-0001"), "\(form)")
      for word in Self.words { #expect(!text.contains(word), "\(form): \(word)") }
    }
    let folder = try ScratchFolder()
    #expect(program(["journal", "export", folder("csv"), "--format", "csv"]).exit == 0)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder("csv")) {
      let text = String(
        decoding: try #require(FileManager.default.contents(atPath: folder("csv/\(name)"))), as: UTF8.self)
      for word in Self.words { #expect(!text.contains(word), "\(name): \(word)") }
    }
    let log = program(["journal", "export", folder("log")])
    #expect(log.exit == 0)
    #expect(
      log.errors.contains(
        "Loggen har raderna byte för byte, också om det som är sekretessmarkerat: D-0002, D-0007, M-0001. Pröva det innan den lämnas ut."
      ), "\(log.errors)")
    let revealed = program("journal export - --format jsonl --reveal --by \"Kim Ek, registrator\"")
    #expect(revealed.exit == 0 && revealed.text.contains("Trygghetsvandringar"), "\(revealed.errors)")
    #expect(program.lines.last?.contains("entry.value-disclosed") == true)
    #expect(program(Self.lifting).exit == 0)
    #expect(program("journal export - --format jsonl").text.contains("Trygghetsvandringar"))
  }

  @Test("is masked in a report, also in one of a time before the mark, and not in the forms for those who answer")
  func packs() throws {
    let program = try Road.walk(.sv).recorder()
    let before = program("follow-up prepare 2024-T2 --markdown")
    #expect(before.text.contains("Trygghetsvandringar"))
    #expect(program(Self.marking).exit == 0)
    for line in [
      "follow-up prepare 2024-T2 --markdown", "follow-up prepare 2024-T2 --known-at 2024-09-11 --json",
      "follow-up show F-0002 --now",
    ] {
      let answer = program(line)
      #expect(answer.exit == 0, "\(line): \(answer.errors)")
      for word in Self.words { #expect(!answer.text.contains(word), "\(line): \(word)") }
    }
    #expect(program("follow-up prepare 2024-T2 --markdown").text.contains("sekretessmarkerad"))
    #expect(program(Self.lifting).exit == 0)
    #expect(program("follow-up prepare 2024-T2 --markdown").text.contains("Trygghetsvandringar"))
  }

  @Test("is on no page of the site, also as it was known before the mark")
  func site() throws {
    let program = try Road.walk(.sv).recorder()
    #expect(program(Self.marking).exit == 0)
    for (name, options) in [("now", [String]()), ("then", ["--known-at", "2025-12-01"])] {
      let folder = program.scratch(name)
      let answer = program(["site", "build", folder, "--for", "kommun", "--contact", "x"] + options)
      #expect(answer.exit == 0, "\(answer.errors)")
      let paths = try #require(FileManager.default.enumerator(atPath: folder))
      for case let path as String in paths {
        guard let bytes = FileManager.default.contents(atPath: folder + "/" + path) else { continue }
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.contains("Trygghetsvandringar"), "\(name) \(path)")
      }
    }
  }

  @Test("has evidence only where an official gives it out, which is recorded")
  func evidence() throws {
    let program = try Road.walk(.sv).recorder()
    let folder = try ScratchFolder()
    let none = program(["audit", "evidence", "M-0001", "--out", folder("a"), "--by", "Kim Ek, registrator"])
    #expect(none.exit == 2)
    #expect(none.errors == "liggare: M-0001 är inte sekretessmarkerat.\nUtelämna --by.\n")
    #expect(program(Self.marking).exit == 0)
    let refused = program(["audit", "evidence", "M-0001", "--out", folder("a"), "--lang", "en"])
    #expect(refused.exit == 1)
    // As it was known before the mark it is marked all the same.
    let then = program(["audit", "evidence", "M-0001", "--out", folder("a"), "--known-at", "2024-09-11"])
    #expect(then.exit == 1 && then.errors.contains("M-0001 är sekretessmarkerat"))
    #expect(
      refused.errors == """
        liggare: M-0001 is marked secret, and the lines of the evidence stand in clear.
        Assess whether they can be given out; then name the official with --by, and the disclosure is recorded.

        """)
    #expect(!FileManager.default.fileExists(atPath: folder("a")))
    let given = program(["audit", "evidence", "M-0001", "--out", folder("a"), "--by", "Kim Ek, registrator"])
    #expect(given.exit == 0, "\(given.errors)")
    #expect(program.lines.last?.contains("bevis om M-0001, raderna i klartext") == true)
  }

  @Test("withholds a document that was presented and names it, until the mark is lifted")
  func presented() throws {
    let program = try Road.walk(.sv).recorder()
    let pack = program("follow-up prepare 2025-T3 --markdown")
    #expect(pack.text.contains("M-0001"))
    try program.write(pack.text, to: "rapport.md")
    for line in [
      "follow-up prepare 2025-T3 --record --irregular sent --yes",
      "follow-up present F-0003 --to B-0003 --document @/rapport.md --irregular sent --yes",
    ] {
      let answer = program(line)
      #expect(answer.exit == 0, "\(line): \(answer.errors)")
    }
    #expect(program("follow-up show F-0003 --document").text == pack.text)
    #expect(program(Self.marking).exit == 0)
    let withheld = program("follow-up show F-0003 --document")
    #expect(withheld.exit == 1 && withheld.bytes.isEmpty)
    #expect(
      withheld.errors == """
        liggare: Dokumentet som redovisades i F-0003 nämner något som är sekretessmarkerat, och visas inte.
        Bytena är orörda i presented/. Den som får se det anger --reveal.

        """)
    #expect(program("follow-up show F-0003 --document --known-at 2026-01-13T09:03:30+01:00").bytes.isEmpty)
    #expect(program("follow-up show F-0003 --document --reveal").text == pack.text)
    #expect(program(Self.lifting).exit == 0)
    #expect(program("follow-up show F-0003 --document").text == pack.text)
  }
}
