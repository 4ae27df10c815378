import Audit
import DurableFiles
import Foundation
import Integrity
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@testable import LiggareCLI

/// `audit trace --proofs`: what is proved, what it looks like, and that nothing wrong is ever proved.
@Suite("A trace with proofs")
struct TraceProofTests {
  private static let moment: Instant = "2024-06-01T08:00Z"

  /// All objects with a position, wherever they stand.
  private static func entries(in value: JSONValue?) -> [JSONObject] {
    switch value {
    case .object(let object):
      (object["position"] == nil ? [] : [object]) + object.members.flatMap { entries(in: $0.value) }
    case .array(let elements): elements.flatMap { entries(in: $0) }
    default: []
    }
  }

  /// What JSON says of an entry, a correction or a reversal.
  private static func said(_ entry: JSONObject) throws -> (position: Int, proof: InclusionProof) {
    guard case .number(let position)? = entry["position"], case .object(let proof)? = entry["proof"],
      case .number(let index)? = proof["index"], case .number(let size)? = proof["size"],
      case .array(let hashes)? = proof["hashes"], let position = Int(position), let index = Int(index),
      let size = Int(size)
    else { throw NotProved() }
    let digests = try hashes.map { hash in
      guard case .string(let text) = hash, let digest = Digest(base64: text) else { throw NotProved() }
      return digest
    }
    return (position, InclusionProof(index: index, size: size, hashes: digests))
  }

  private struct NotProved: Error {}

  private static func json(_ subject: SubjectID, _ reading: LedgerReading, isProved: Bool = true) throws -> JSONValue {
    let trace = Trace(of: subject, in: reading.chronicle, asOf: nil, today: reading.today)
    let checkpoint = try #require(reading.journal.checkpoint)
    let proofs = isProved ? try TraceProofs(of: trace, in: reading.journal, to: checkpoint) : nil
    return trace.json(basis: reading.basis, proofs: proofs)
  }

  @Test("every entry, correction and reversal of every trace is proved, and between them every line of the ledger")
  func everything() throws {
    let view = try JournalView.open(ExampleLedger.folder)
    let reading = LedgerReading(view, asOf: nil, knownAt: nil, now: Self.moment, languageAsked: nil)
    let leaves = ExampleLedger.lines
    let root = ReferenceTree.root(leaves[...])
    #expect(view.checkpoint?.root == root)
    let compared: Set<SubjectID> = ["M-0007", "D-0006", "C-0001", "F-0005"]
    var seen: Set<Int> = []
    for subject in reading.chronicle.allSubjects {
      let answer = try Self.json(subject, reading)
      guard case .object(let object) = answer, case .string(let text)? = object["checkpoint"] else { throw NotProved() }
      #expect(try Checkpoint(parsing: Array(text.utf8)) == view.checkpoint)
      let shown = Self.entries(in: object["entries"]) + Self.entries(in: object["later"])
      #expect(!shown.isEmpty)
      for entry in shown {
        let (position, proof) = try Self.said(entry)
        #expect(proof.index == position - 1 && proof.size == leaves.count)
        try proof.check(leafHash: MerkleTree.leafHash(leaves[position - 1]), root: root)
        if compared.contains(subject) {
          #expect(proof.hashes == ReferenceTree.path(position - 1, leaves[...]), "\(subject), \(position)")
        }
        seen.insert(position)
      }
      let plain = try Self.json(subject, reading, isProved: false)
      #expect(!plain.prettyText.contains(#""proof""#) && !plain.prettyText.contains(#""checkpoint":"#))
    }
    #expect(seen.sorted() == Array(1...leaves.count))
    #expect(view.failure == nil)
  }

  @Test("each entry says its proof in a line, and the checkpoint that the proofs lead to stands at the end")
  func text() throws {
    let program = try Program()
    let trace = "audit trace M-0007 --journal \(ExampleLedger.folder)"
    let checkpoint = try Checkpoint(parsing: FileOperations.system.read("\(ExampleLedger.folder)/checkpoint"))
    let swedish = program("\(trace) --proofs")
    #expect(swedish.exit == 0 && swedish.errors.isEmpty)
    let root = "\(checkpoint.root.base64.prefix(4))…="
    let position = try #require(ownPositions(program("\(trace) --json").text).max())
    let count = ReferenceTree.path(position - 1, ExampleLedger.lines[...]).count
    let last = "post \(position) av \(checkpoint.size)"
    #expect(swedish.text.contains("\n              Bevis: \(last), \(count) hashar, prövat mot roten \(root)\n"))
    #expect(swedish.text.contains("Kontrollpunkten som bevisen leder till"))
    #expect(checkpoint.text.split(separator: "\n").allSatisfy { swedish.text.contains("\($0)\n") })
    #expect(swedish.text.contains("liggare journal prove POST"))
    let english = program("\(trace) --proofs --lang en").text
    #expect(english.contains(" of \(checkpoint.size), \(count) hashes, checked against the root \(root)\n"))
    let markdown = program("\(trace) --proofs --markdown").text
    #expect(markdown.contains("Bevis: \(last)") && markdown.contains(checkpoint.root.base64))
    let plain = program(trace).text
    #expect(!plain.contains("Bevis"))
    // But for the lines of the proofs the story is the same.
    let story = swedish.text.split(separator: "\n").filter { !$0.contains("Bevis: ") }
    #expect(plain.split(separator: "\n").allSatisfy(Set(story).contains))
  }

  @Test("an entry beyond the checkpoint says so, and what is covered is proved at the checkpoint's size")
  func beyond() throws {
    let program = try Program.withMeasure()
    let lines = program.lines.map { Array($0.utf8) }
    let own = try Checkpoint(parsing: FileOperations.system.read(program.scratch("ledger/checkpoint")))
    let earlier = Checkpoint(
      origin: own.origin, size: own.size - 1, root: ReferenceTree.root(lines.dropLast()[...]))
    try program.write(earlier.text, to: "ledger/checkpoint")
    let answer = program("audit trace M-0001 --proofs")
    #expect(answer.exit == 0 && answer.text.contains("Bevis: inget, post 5 är bortom kontrollpunkten (4)"))
    #expect(
      program("audit trace M-0001 --proofs --lang en").text.contains(
        "Proof: none, entry 5 is beyond the checkpoint (4)"))
    let json = program("audit trace M-0001 --proofs --json").text
    #expect(json.contains(#""beyondCheckpoint": true"#) && !json.contains(#""proof""#))
    let covered = program("audit trace P-0001 --proofs")
    #expect(covered.text.contains(" av 4, 2 hashar") && !covered.text.contains("bortom"))
  }

  /// The positions that a trace in JSON states.
  private func ownPositions(_ json: String) -> [Int] {
    json.matches(of: /^ {6}"position": (\d+),$/.anchorsMatchLineEndings()).compactMap { Int($0.1) }
  }

  /// An answer without the number of lines that came from the cache.
  private func uncounted(_ answer: Program.Answer) -> String { answer.text.replacing(/"cached": \d+,\s*/, with: "") }

  @Test("a byte changed in the cache changes no answer; a changed line ends with 3, and nothing is answered")
  func tampered() throws {
    let program = try Program()
    try FileManager.default.copyItem(atPath: ExampleLedger.folder, toPath: program.ledger)
    let folder = program.scratch("cache")
    let variables = ["LIGGARE_CACHE": folder]
    _ = try JournalView.open(
      program.ledger, cache: IndexCache(folder: folder, writesFrom: 1), extra: LedgerTallies())
    let trace = shellWords("audit trace M-0007 --proofs --json --no-color")
    let right = program(trace, variables: variables)
    #expect(right.exit == 0 && right.text.contains(#""cached": \#(ExampleLedger.lines.count)"#))
    let path = "\(folder)/\(try #require(try FileOperations.system.names(in: folder).first))"
    let whole = try FileOperations.system.read(path)
    // Leaves and tiles are most of the file.
    for place in stride(from: 5000, to: whole.count, by: 4099) {
      var changed = whole
      changed[place] ^= 1
      try Data(changed).write(to: URL(filePath: path))
      let answer = program(trace, variables: variables)
      #expect(answer.exit == 0 && uncounted(answer) == uncounted(right), "byte \(place)")
    }
    try Data(whole).write(to: URL(filePath: path))
    let file = URL(filePath: "\(program.ledger)/events/000000000001.jsonl")
    let bytes = try Data(contentsOf: file)
    for position in try JournalView.open(program.ledger).positions(about: "M-0007") {
      var lines = ExampleLedger.lines
      let middle = lines[position - 1].count / 2
      lines[position - 1][middle] ^= 1
      try Data(lines.flatMap { $0 + [0x0A] }).write(to: file)
      for arguments in [trace, shellWords("audit trace M-0007 --proofs"), trace + ["--no-cache"]] {
        let answer = program(arguments, variables: variables)
        #expect(answer.exit == 3 && answer.bytes.isEmpty, "\(position): \(answer.errors)")
      }
    }
    try bytes.write(to: file)
    #expect(program(trace, variables: variables).bytes == right.bytes)
  }
}
