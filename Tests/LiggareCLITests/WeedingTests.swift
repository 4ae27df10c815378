import DurableFiles
import Foundation
import Integrity
import JournalStore
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import LiggareCLI

/// One person of a thousand is erased: nothing of them is left anywhere, nothing of anyone else is touched, and every proof stands.
@Suite("Weeding one person of a thousand", .enabled(if: Tool.path != nil, "the program is not built beside the tests"))
struct WeedingTests {
  private static let erased = MarkedLedger.erased

  /// The built program, in an environment of its own: caches and temporary files in the scratch folder.
  private struct Runner {
    let scratch: ScratchFolder

    @discardableResult
    func callAsFunction(_ line: String, exits: Set<Int32> = [0]) throws -> String {
      let arguments = shellWords(line.replacing("@/", with: scratch.path + "/"))
      let run = Tool.run(
        arguments,
        environment: [
          "LIGGARE_JOURNAL": scratch("ledger"), "LIGGARE_CACHE": scratch("cache"), "TMPDIR": scratch("tmp"),
          "USER": "registrator", "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
        ])
      #expect(exits.contains(run.exit), "\(line): \(run.exit) \(run.text.suffix(400))")
      return run.text
    }
  }

  /// The persons whose markers are in the files of a folder, by the file.
  private static func persons(_ folder: String) -> [String: Set<Int>] {
    var found: [String: Set<Int>] = [:]
    for name in FileManager.default.enumerator(atPath: folder)?.compactMap({ $0 as? String }) ?? [] {
      let persons = MarkedLedger.persons(in: FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data())
      if !persons.isEmpty { found[name] = persons }
    }
    return found
  }

  @Test("every field that can be sealed, of every type, is among the markers")
  func coverage() throws {
    let marked = try MarkedLedger(Program())
    let sealable = Fact.readers.keys.filter { !MarkedLedger.unmarked.contains($0) }
      .flatMap { type in MarkedFacts.sealableFields(of: type).map { "\(type) \($0)" } }
    #expect(marked.fields == Set(sealable))
    // Every type has a note; those that name private persons have more.
    #expect(sealable.count > Fact.readers.count)
    for field in [
      "case.opened raisedBy.citizen.contact", "measure.proposed proposedBy.citizen.name", "measure.proposed contact",
      "decision.appealed appellant.name", "person.changed contact", "entry.corrected new", "entry.value-erased note",
    ] { #expect(sealable.contains(field), "\(field)") }
  }

  @Test(
    "no marker of the erased is left in ledger, cache, temporary files or any output; all others, and all proofs, stand"
  )
  func weeding() throws {
    let scratch = try ScratchFolder(inMemory: true)
    let program = try Program.withMeasure(in: scratch)
    for name in ["cache", "tmp", "before", "after"] {
      try FileManager.default.createDirectory(atPath: scratch(name), withIntermediateDirectories: false)
    }
    var marked = try MarkedLedger(program)
    try marked.record()
    let run = Runner(scratch: scratch)
    for line in [
      "prepare 2024-T1 --record --irregular Prov", "send F-6001 --to B-0001 --irregular Prov",
      "present F-6001 --to B-0001 --irregular Prov",
    ] {
      try run("follow-up \(line) --yes")
    }
    // Everyone is in the folder of sealed values, and nowhere else.
    let everyone = Set(1...MarkedLedger.personCount)
    let before = Self.persons(scratch("ledger"))
    #expect(before.keys.allSatisfy { $0.hasPrefix("sealed/") })
    #expect(before.values.reduce(into: Set()) { $0.formUnion($1) } == everyone)
    let own = before.filter { $0.value == [Self.erased.number] }
    // Each has its own value, but for the one that an entry of every type erases.
    #expect(own.count == marked.fields.count)

    // Proofs of every sort, made before.
    let kept = try FileOperations.system.read(scratch("ledger/checkpoint"))
    try Data(kept).write(to: URL(filePath: scratch("before/checkpoint")))
    let size = try Checkpoint(parsing: kept).size
    let view = try JournalView.open(scratch("ledger"))
    let positions = view.positions(about: Self.erased).prefix(3) + [7, size / 2, size]
    for position in positions {
      for (option, name) in [("", "proof"), (" --line", "line")] {
        let text = try run("journal prove \(position)\(option)")
        try Data(text.utf8).write(to: URL(filePath: scratch("before/\(position).\(name)")))
      }
    }
    try run("audit evidence \(Self.erased) --out @/before/bevis")
    try run("audit evidence C-5500 --out @/before/bevis.zip")
    let presented = try run("follow-up show F-6001 --document")
    #expect(presented.utf8.count > 100)

    try run(
      #"journal erase \#(Self.erased) --reference "§ 88" --decided 2024-01-05 --organ KS --yes --receipt @/after/kvitto.jsonl"#
    )

    // The ledger's folder.
    let left = Self.persons(scratch("ledger"))
    #expect(left == before.filter { $0.value != [Self.erased.number] })
    #expect(left.values.reduce(into: Set()) { $0.formUnion($1) } == everyone.subtracting([Self.erased.number]))
    // Everything that can leave the house, by a program that has just been told.
    for form in ["csv", "jsonl", "ocel", "xes", "sql", "tlog"] {
      try run("journal export @/after/export-\(form) --format \(form)")
    }
    try run("site build @/after/webb --for kommun --promise P-0001")
    try run("audit evidence \(Self.erased) --out @/after/bevis")
    try run("audit evidence C-5500 --out @/after/bevis.zip")
    for form in ["html", "docx", "md", "csv", "json", "txt"] {
      try run("journal person \(Self.erased) --out @/after/person.\(form)")
      try run("audit trace M-5500 --out @/after/spar.\(form)")
    }
    try run("follow-up prepare 2024-T1 --promise P-0001 --out @/after/tertial.docx")
    try run("audit findings --out @/after/iakttagelser.json")
    let found = Self.persons(scratch("after"))
    #expect(found.isEmpty, "\(found.keys)")
    for folder in ["cache", "tmp"] { #expect(Self.persons(scratch(folder)).isEmpty, "\(folder)") }
    #expect(try FileOperations.system.names(in: scratch("tmp")).isEmpty)
    // Those whose work it is to see everything see nothing of the erased.
    let revealed = try run("journal person \(Self.erased) --reveal")
    #expect(MarkedLedger.persons(in: revealed.utf8).isEmpty)
    let clear = try run(#"journal export - --format jsonl --reveal --by "K Ek, registrator""#)
    #expect(MarkedLedger.persons(in: clear.utf8) == everyone.subtracting([Self.erased.number]))
    try run("journal find-sealed ZQ000500", exits: [1])
    // What was presented is as it was, and the book is sound.
    #expect(try run("follow-up show F-6001 --document") == presented)
    let verified = try run("journal verify --checkpoint @/before/checkpoint")
    #expect(verified.contains("\(own.count) gallrade") || verified.contains("gallrade efter beslut"), "\(verified)")
    try verifyOutside(scratch, positions: Array(positions), run)
  }

  /// Every proof, by the verifier that is not ours; nothing where Python is missing.
  private func verifyOutside(_ scratch: ScratchFolder, positions: [Int], _ run: Runner) throws {
    guard Python.isThere else { return }
    func verify(_ arguments: [String]) throws {
      let outcome = try Python.run("liggare_verify.py", arguments)
      #expect(outcome.exit == 0, "\(arguments): \(outcome.output)")
    }
    try verify(["ledger", scratch("ledger"), "--checkpoint", scratch("before/checkpoint")])
    for position in positions {
      try verify([
        "inclusion", "--proof", scratch("before/\(position).proof"), "--line", scratch("before/\(position).line"),
        "--checkpoint", scratch("before/checkpoint"),
      ])
      // The line is today what it was.
      let line = try run("journal prove \(position) --line")
      #expect(
        line == String(decoding: try FileOperations.system.read(scratch("before/\(position).line")), as: UTF8.self))
    }
    let consistency = try run("journal prove --from @/before/checkpoint")
    try Data(consistency.utf8).write(to: URL(filePath: scratch("before/consistency")))
    try verify([
      "consistency", "--from", scratch("before/checkpoint"), "--to", scratch("ledger/checkpoint"), "--proof",
      scratch("before/consistency"),
    ])
    for bundle in ["before/bevis", "before/bevis.zip", "after/bevis", "after/bevis.zip"] {
      try verify(["bundle", scratch(bundle)])
    }
    // Nothing hides in what is packed: every file of every archive, unpacked.
    let script = """
      import sys, zipfile, pathlib
      for path in map(pathlib.Path, sys.argv[2:]):
          zipfile.ZipFile(path).extractall(pathlib.Path(sys.argv[1]) / path.name)
      """
    let archives = ["bevis.zip", "person.docx", "spar.docx", "tertial.docx"].map { scratch("after/\($0)") }
    let unpacked = try Python.run(["-c", script, scratch("unpacked")] + archives)
    #expect(unpacked.exit == 0, "\(unpacked.output)")
    #expect(Self.persons(scratch("unpacked")).isEmpty)
    #expect(try FileOperations.system.names(in: scratch("unpacked")).count == 4)
  }
}
