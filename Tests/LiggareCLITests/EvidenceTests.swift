import CommandArguments
import DurableFiles
import Foundation
import Integrity
import JournalStore
import LedgerDomain
import Projections
import PythonVerifier
import StrictJSON
import TestSupport
import Testing

@testable import Audit
@testable import LiggareCLI

/// `audit evidence`: what a bundle holds, that Python alone verifies it, and that no damage passes.
@Suite("Evidence")
struct EvidenceTests {
  private static let journal = " --journal \(ExampleLedger.folder)"

  /// A program with a bundle of a subject of the example ledger in its scratch folder, `bevis`.
  private static func bundled(_ subject: String, _ options: String = "") throws -> (Program, Program.Answer) {
    let program = try Program()
    let answer = program("audit evidence \(subject) --out @/bevis \(options)\(journal)")
    #expect(answer.exit == 0, "\(answer.errors)")
    return (program, answer)
  }

  private static func files(_ program: Program, _ folder: String = "bevis") throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try FileOperations.system.names(in: program.scratch(folder)) {
      files[name] = try FileOperations.system.read(program.scratch("\(folder)/\(name)"))
    }
    return files
  }

  private static func object(_ bytes: [UInt8]?) throws -> JSONObject {
    guard case .object(let object) = try JSONValue(parsing: bytes ?? []) else { throw NotAnObject() }
    return object
  }

  private struct NotAnObject: Error {}

  @Test("has the lines byte for byte, the ledger's opening first, and a proof of each that leads to the checkpoint")
  func lines() throws {
    let (program, _) = try Self.bundled("D-0006")
    let files = try Self.files(program)
    #expect(
      files.keys.sorted() == [
        "README.txt", "chain.svg", "checkpoint", "findings.json", "findings.txt", "lines.jsonl", "manifest.json",
        "proofs.json", "trace.html",
        "trace.json",
        "trace.txt", "verify.py",
      ])
    #expect(files["checkpoint"] == (try FileOperations.system.read("\(ExampleLedger.folder)/checkpoint")))
    #expect(files["verify.py"] == VerifierSource.bytes)
    let checkpoint = try Checkpoint(parsing: files["checkpoint"] ?? [])
    let lines = (files["lines.jsonl"] ?? []).split(separator: UInt8(ascii: "\n")).map(Array.init)
    guard case .array(let proofs)? = try Self.object(files["proofs.json"])["inclusion"] else { throw NotAnObject() }
    #expect(lines.count == proofs.count && lines.count > 10)
    for (line, proof) in zip(lines, proofs) {
      guard case .object(let proof) = proof, case .number(let text)? = proof["position"], let position = Int(text),
        case .array(let hashes)? = proof["hashes"]
      else { throw NotAnObject() }
      #expect(line == ExampleLedger.lines[position - 1])
      let digests = hashes.compactMap { hash in if case .string(let text) = hash { Digest(base64: text) } else { nil } }
      try InclusionProof(index: position - 1, size: checkpoint.size, hashes: digests)
        .check(leafHash: MerkleTree.leafHash(line), root: checkpoint.root)
    }
    #expect(lines.first == ExampleLedger.lines.first)
  }

  @Test("the same reading gives the same bytes, as a folder and as a file")
  func same() throws {
    let (program, _) = try Self.bundled("M-0007")
    let (other, _) = try Self.bundled("M-0007")
    #expect(try Self.files(program) == Self.files(other))
    for name in ["a.zip", "b.ZIP"] {
      #expect(program("audit evidence M-0007 --out @/\(name)\(Self.journal)").exit == 0)
    }
    let zip = try FileOperations.system.read(program.scratch("a.zip"))
    #expect(zip == (try FileOperations.system.read(program.scratch("b.ZIP"))))
  }

  @Test("no sealed value is in it, nor in any other file of it: only that there is one")
  func sealed() throws {
    let view = try JournalView.open(ExampleLedger.folder)
    let reading = LedgerReading(view, asOf: nil, knownAt: nil, now: "2024-06-01T08:00Z", languageAsked: nil)
    let trace = Trace(of: "C-0001", in: reading.chronicle, asOf: nil, today: reading.today)
    let checkpoint = try #require(view.checkpoint)
    let bundle = try EvidenceBundle(of: trace, in: view, to: checkpoint, basis: reading.basis, language: .sv)
    let folder = "\(ExampleLedger.folder)/sealed"
    var values: [[UInt8]] = []
    for name in try FileOperations.system.names(in: folder) {
      let bytes = try FileOperations.system.read("\(folder)/\(name)")
      values.append(
        Array(try #require(bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropFirst(6).first)))
    }
    #expect(values.count > 10 && values.allSatisfy { $0.count > 3 })
    for file in bundle.files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      for value in values { #expect(!text.contains(String(decoding: value, as: UTF8.self)), "\(file.name)") }
    }
    let html = bundle.files.first { $0.name == "trace.html" }.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(html?.contains("[maskerad]") == true)
  }

  @Test("what a rule book found is in it, in two forms")
  func findings() throws {
    let view = try JournalView.open(ExampleLedger.folder)
    let reading = LedgerReading(view, asOf: nil, knownAt: nil, now: "2024-06-01T08:00Z", languageAsked: nil)
    let trace = Trace(of: "M-0007", in: reading.chronicle, asOf: nil, today: reading.today)
    let bundle = try EvidenceBundle(
      of: trace, in: view, to: try #require(view.checkpoint),
      findings: EvidenceBundle.Findings(text: "Inget.\n", json: ["findings": .array([])]), basis: reading.basis,
      language: .sv)
    #expect(bundle.files.map(\.name).filter { $0.hasPrefix("findings") } == ["findings.json", "findings.txt"])
    let readme = bundle.files.first { $0.name == "README.txt" }.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(readme?.contains("findings.txt") == true)
  }

  @Test("never goes past the checkpoint: what is beyond it is left out, and said")
  func beyond() throws {
    let program = try Program.withMeasure()
    let checkpoint = try FileOperations.system.read(program.ledger + "/checkpoint")
    #expect(program("measure start M-0001 --irregular Sedan --yes").exit == 0)
    try Data(checkpoint).write(to: URL(filePath: program.ledger + "/checkpoint"))
    let answer = program("audit evidence M-0001 --out @/bevis")
    #expect(answer.exit == 0, "\(answer.errors)")
    #expect(answer.text.contains("Efter kontrollpunkten, ej med  1"))
    let files = try Self.files(program)
    #expect(!String(decoding: files["trace.txt"] ?? [], as: UTF8.self).contains("Sedan"))
    #expect(files["checkpoint"] == checkpoint)
    #expect(program("audit evidence M-0002 --out @/annat").errors.contains("M-0002 finns inte i liggaren."))
  }

  @Test("works on a ledger that may only be read, with no cache")
  func readOnly() throws {
    let program = try Program.withMeasure()
    let manager = FileManager.default
    for folder in ["", "/events"] {
      try manager.setAttributes([.posixPermissions: 0o555], ofItemAtPath: program.ledger + folder)
    }
    defer {
      for folder in ["", "/events"] {
        try? manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.ledger + folder)
      }
    }
    let before = program.files
    #expect(program("audit evidence M-0001 --out @/bevis --no-cache").exit == 0)
    #expect(program.files == before)
  }

  @Test("an earlier checkpoint that was kept comes along with the proof that the book goes on from it")
  func since() throws {
    let program = try Program.withLedger()
    let kept = try FileOperations.system.read(program.ledger + "/checkpoint")
    try Data(kept).write(to: URL(filePath: program.scratch("sparad")))
    #expect(program("measure propose --title Vandringar --area norr --yes").exit == 0)
    let answer = program("audit evidence M-0001 --out @/bevis --since @/sparad")
    #expect(answer.exit == 0 && answer.text.contains("Går vidare från"))
    let files = try Self.files(program)
    #expect(files["since.checkpoint"] == kept)
    guard case .object(let stated)? = try Self.object(files["proofs.json"])["consistency"] else { throw NotAnObject() }
    #expect(stated["from"] == JSONValue(try Checkpoint(parsing: kept).size))
    let other = try Program.withLedger()
    #expect(other("body register --name Annan --kind other --yes").exit == 0)
    try Data(try FileOperations.system.read(other.ledger + "/checkpoint"))
      .write(to: URL(filePath: program.scratch("annan")))
    let forked = program("audit evidence M-0001 --out @/annat --since @/annan")
    #expect(forked.exit == 3 && !FileManager.default.fileExists(atPath: program.scratch("annat")), "\(forked.errors)")
  }

  @Test("a place that is taken is refused before the book is read, and nothing is changed")
  func taken() throws {
    let (program, _) = try Self.bundled("M-0007")
    let before = try Self.files(program)
    let again = program("audit evidence M-0001 --out @/bevis\(Self.journal)")
    #expect(again.exit == 2)
    #expect(
      again.errors.contains(
        "bevis finns redan och är inte en tom mapp.\nEtt bevis skrivs aldrig över. Välj ett annat namn."))
    #expect(
      program("audit evidence M-0001 --lang en --out @/bevis\(Self.journal)").errors.contains(
        "bevis is there already and is no empty folder.\nEvidence is never replaced. Choose another name."))
    #expect(try Self.files(program) == before)
    try program.write("x", to: "a.zip")
    let file = program("audit evidence M-0001 --out @/a.zip\(Self.journal)")
    #expect(file.exit == 2 && file.errors.contains("a.zip finns redan.\nEtt bevis skrivs aldrig över."))
    #expect(
      program("audit evidence M-0001 --lang en --out @/a.zip\(Self.journal)").errors.contains(
        "a.zip is there already.\nEvidence is never replaced. Choose another name."))
    #expect(program("audit evidence M-0001 --out @/a.zip/b\(Self.journal)").exit == 5)
    try FileManager.default.createDirectory(atPath: program.scratch("tom"), withIntermediateDirectories: false)
    #expect(program("audit evidence M-0001 --out @/tom\(Self.journal)").exit == 0)
    #expect(program("audit evidence M-0001 --out @/ny/djup\(Self.journal)").exit == 0)
    let left = try FileOperations.system.names(in: program.scratch.path)
    #expect(left == ["a.zip", "bevis", "ny", "tom"])
  }

  @Test("what says nothing together is refused")
  func arguments() throws {
    let program = try Program()
    for (line, expected) in [
      ("audit evidence", "En av ID och --verifier ska anges."),
      ("audit evidence M-0007", "ID säger inget utan --out."),
      ("audit evidence M-0007 --verifier", "--verifier och ID går inte ihop."),
      ("audit evidence --verifier --out x", "--verifier och --out går inte ihop."),
      ("audit evidence --verifier --since x", "--verifier och --since går inte ihop."),
      ("audit evidence M-0007 --out @/x --since @/finns-inte", "Filen eller mappen finns inte"),
      ("audit evidence M-9999 --out @/x", "M-9999 finns inte i liggaren."),
    ] {
      let answer = program(line + Self.journal)
      #expect(
        answer.exit == (expected.hasPrefix("Filen") ? 5 : 2) && answer.errors.contains(expected), "\(answer.errors)")
      #expect(!FileManager.default.fileExists(atPath: program.scratch("x")))
    }
  }

  @Test("the verifier is printed as it lies in the repository")
  func verifier() throws {
    let file = try Data(contentsOf: Python.folder.appending(path: "liggare_verify.py"))
    #expect(VerifierSource.bytes == Array(file))
    #expect(try Program()("audit evidence --verifier").bytes == Array(file))
  }

  @Test("answers in JSON with the manifest's digest, which tells the bundle from any other")
  func answer() throws {
    let (program, answer) = try Self.bundled("M-0007", "--json")
    let object = try Self.object(answer.bytes)
    let manifest = try Self.files(program)["manifest.json"] ?? []
    #expect(object["kind"] == "liggare.audit.evidence" && object["version"] == 1 && object["beyondCheckpoint"] == 0)
    #expect(object["manifest"] == .string(SHA256.hash(manifest).hex))
  }
}

/// What the verifier in Python makes of bundles.
@Suite("Evidence in Python", .enabled(if: Python.isThere))
struct EvidenceInPythonTests {
  private static let journal = " --journal \(ExampleLedger.folder)"

  @Test("verifies a bundle of every subject there is, with the verifier in it and with one's own")
  func everySubject() throws {
    let program = try Program()
    let view = try JournalView.open(ExampleLedger.folder)
    let script = """
      import sys, argparse, io, contextlib
      sys.path.insert(0, sys.argv[1])
      import liggare_verify as v
      for path in sys.argv[2:]:
          options = argparse.Namespace(checkpoint=None, manifest=None, vkey=[])
          with contextlib.redirect_stdout(io.StringIO()):
              damages = v.verify_bundle(v.read_bundle(path), options)
          assert not damages, (path, damages)
      """
    var folders: [String] = []
    var withheld: [SubjectID] = []
    for subject in Chronicle(view).allSubjects {
      let answer = program("audit evidence \(subject) --out @/\(subject)\(Self.journal)")
      if answer.errors.contains("C-0011 är sekretessmarkerat") {
        withheld.append(subject)
        continue
      }
      #expect(answer.exit == 0, "\(answer.errors)")
      folders.append(program.scratch(subject.text))
    }
    // The case that is marked secret, and what its entries are woven into.
    #expect(withheld.contains("C-0011") && withheld.count == 3)
    #expect(folders.count > 150)
    let all = try Python.run(["-c", script, Python.folder.path] + folders)
    #expect(all.exit == 0, "\(all.output)")
    let own = try Python.run([program.scratch("M-0007/verify.py")])
    #expect(own.exit == 0 && own.output.contains("all is as it must be"), "\(own.output)")
    #expect(try FileOperations.system.names(in: program.scratch("M-0007")).count == 12)
  }

  @Test(
    "names the file after any byte of any file was changed, with manifests that fit and without",
    arguments: [false, true])
  func damage(_ hasSince: Bool) throws {
    let program = try Program.withLedger()
    try Data(try FileOperations.system.read(program.ledger + "/checkpoint"))
      .write(to: URL(filePath: program.scratch("sparad")))
    for line in [
      #"measure propose --title Vandringar --area norr --target "vandringar: >=4 st" --deadline 2024-11-30 --yes"#,
      "measure start M-0001 --irregular Förtid --yes",
      #"measure report M-0001 --statement "Två gjorda" --irregular Förtid --yes"#,
      "measure report M-0001 --statement Dubbel --irregular Förtid --yes",
      "correct 5 --field deadline --to 2024-12-15 --reason Skrivfel --yes", "reverse 8 --reason Dubbelt --yes",
    ] { #expect(program(line).exit == 0, "\(line)") }
    let options = hasSince ? "--since @/sparad" : ""
    #expect(program("audit evidence M-0001 --out @/bevis \(options)").exit == 0)
    let stride = ProcessInfo.processInfo.environment["LIGGARE_FAULTS"] == nil ? "997" : "1"
    let outcome = try Python.run("bundle_damage.py", [program.scratch("bevis"), "--stride", stride])
    #expect(outcome.exit == 0, "\(outcome.output)")
  }

  @Test("a file with all of it is read by Python and by unzip, and verified as the folder is")
  func archive() throws {
    let program = try Program()
    let made = program("audit evidence F-0002 --out @/bevis.zip\(Self.journal)")
    #expect(made.exit == 0)
    let path = program.scratch("bevis.zip")
    let tested = try Python.run(["-m", "zipfile", "-t", path])
    #expect(tested.exit == 0 && tested.output.contains("Done testing"), "\(tested.output)")
    let verified = try Python.run("liggare_verify.py", ["bundle", path])
    #expect(verified.exit == 0, "\(verified.output)")
    var bytes = try FileOperations.system.read(path)
    for place in stride(from: 0, to: bytes.count, by: 9973) {
      bytes[place] ^= 1
      try Data(bytes).write(to: URL(filePath: path))
      #expect(try Python.run("liggare_verify.py", ["bundle", path]).exit != 0, "byte \(place)")
      bytes[place] ^= 1
    }
  }

  @Test("holds the checkpoint against the one that was kept, or goes on from it, or is refused; the manifest likewise")
  func vouched() throws {
    let program = try Program.withLedger()
    try Data(try FileOperations.system.read(program.ledger + "/checkpoint"))
      .write(to: URL(filePath: program.scratch("sparad")))
    #expect(program("measure propose --title Vandringar --area norr --yes").exit == 0)
    let answer = program("audit evidence M-0001 --out @/bevis --since @/sparad --json")
    let bevis = program.scratch("bevis")
    func verify(_ arguments: [String]) throws -> (exit: Int32, output: String) {
      try Python.run("liggare_verify.py", ["bundle", bevis] + arguments)
    }
    let kept = try verify(["--checkpoint", program.scratch("sparad")])
    #expect(kept.exit == 0 && kept.output.contains("the log goes on from the checkpoint in"), "\(kept.output)")
    #expect(
      try verify(["--checkpoint", program.ledger + "/checkpoint"]).output.contains("the checkpoint is the one in"))
    let other = try verify(["--checkpoint", "\(ExampleLedger.folder)/checkpoint"])
    #expect(other.exit == 3 && other.output.contains("DAMAGE checkpoint:"), "\(other.output)")
    guard case .object(let object) = try JSONValue(parsing: answer.bytes),
      case .string(let digest)? = object["manifest"]
    else {
      Issue.record("no digest")
      return
    }
    #expect(try verify(["--manifest", digest.uppercased()]).exit == 0)
    #expect(try verify(["--manifest", String(repeating: "0", count: 64)]).output.contains("DAMAGE manifest.json:"))
  }
}
