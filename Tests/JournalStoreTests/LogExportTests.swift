import DurableFiles
import Foundation
import Integrity
import LedgerDomain
import TestSupport
import Testing

@testable import JournalStore

@Suite("A journal as a static log")
struct LogExportTests {
  let scratch: ScratchFolder
  let ledger: String

  init() throws {
    scratch = try ScratchFolder()
    ledger = scratch("ledger")
    try FileManager.default.copyItem(atPath: ExampleLedger.folder, toPath: ledger)
  }

  /// Cuts the ledger to its first lines, with the checkpoint that it had then.
  private func cut(to count: Int) throws {
    let whole = try Checkpoint(parsing: FileOperations.system.read(ExampleLedger.folder + "/checkpoint"))
    var range = CompactRange()
    for line in ExampleLedger.lines[..<count] { range.append(MerkleTree.leafHash(line)) }
    try Data(ExampleLedger.lines[..<count].flatMap { $0 + [0x0A] }).write(
      to: URL(filePath: ledger + "/events/000000000001.jsonl"))
    try Data(Checkpoint(origin: whole.origin, size: count, root: range.root).text.utf8).write(
      to: URL(filePath: ledger + "/checkpoint"))
  }

  private func export(_ name: String = "log", _ operations: FileOperations = .system) throws -> LogExport.Outcome {
    try LogExport.write(JournalView.open(ledger), to: scratch(name), operations: operations)
  }

  /// Every file below a folder, with its bytes.
  private func files(_ name: String) -> [String: Data] {
    var files: [String: Data] = [:]
    for path in FileManager.default.enumerator(atPath: scratch(name))?.compactMap({ $0 as? String }) ?? [] {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: scratch(name) + "/" + path, isDirectory: &isFolder)
      if !isFolder.boolValue { files[path] = FileManager.default.contents(atPath: scratch(name) + "/" + path) }
    }
    return files
  }

  @Test("its tiles reproduce the root and prove every line, and its bundles are the lines byte for byte")
  func whole() throws {
    let outcome = try export()
    let size = ExampleLedger.lines.count
    #expect(outcome.from == 0 && outcome.checkpoint.size == size)
    let found = files("log")
    let tiles = Tile.added(to: size)
    let bundles = tiles.filter { $0.level == 0 }.map { EntryBundle(of: $0) }
    #expect(outcome.tileCount == tiles.count && outcome.bundleCount == bundles.count)
    #expect(Set(found.keys) == Set(tiles.map(\.path) + bundles.map(\.path) + ["checkpoint"]))
    #expect(found["checkpoint"] == FileManager.default.contents(atPath: ledger + "/checkpoint"))
    var reader = TileReader(size: size) { tile throws(FileError) in
      try FileOperations.system.read(scratch("log/" + tile.path))
    }
    #expect(try MerkleTree.root(size: size) { try reader.hash($0) } == outcome.checkpoint.root)
    var lines: [[UInt8]] = []
    for bundle in bundles { lines += try bundle.decode(Array(try #require(found[bundle.path]))).map(Array.init) }
    #expect(lines == ExampleLedger.lines)
    for index in stride(from: 0, to: size, by: 31) {
      let proof = try InclusionProof.make(index: index, size: size) { try reader.hash($0) }
      try proof.check(leafHash: MerkleTree.leafHash(lines[index]), root: outcome.checkpoint.root)
    }
  }

  @Test("an earlier export is extended, and has then all that a new one has", arguments: [1, 255, 256, 257, 400])
  func extended(_ count: Int) throws {
    try FileManager.default.removeItem(atPath: ledger)
    try FileManager.default.copyItem(atPath: ExampleLedger.folder, toPath: ledger)
    var size = count
    while let batch = try LineFormat.decode(ExampleLedger.lines[size - 1]).event.batch, batch.place < batch.count {
      size += 1
    }
    try cut(to: size)
    #expect(try export().checkpoint.size == size)
    try FileManager.default.removeItem(atPath: ledger)
    try FileManager.default.copyItem(atPath: ExampleLedger.folder, toPath: ledger)
    #expect(try export().from == size)
    _ = try export("fresh")
    let (grown, fresh) = (files("log"), files("fresh"))
    for (path, bytes) in fresh { #expect(grown[path] == bytes, "\(path)") }
    // What it has more of is partial and of before.
    #expect(Set(grown.keys).subtracting(fresh.keys).allSatisfy { $0.contains(".p/") })
    let again = try export()
    #expect(again.tileCount == 0 && files("log") == grown)
  }

  @Test("an export of another ledger, another history or more lines is refused and left as it is")
  func otherLogs() throws {
    _ = try export()
    let before = files("log")
    let own = try Checkpoint(parsing: FileOperations.system.read(scratch("log/checkpoint")))
    func with(_ checkpoint: Checkpoint) throws -> ExportFailure? {
      try Data(checkpoint.text.utf8).write(to: URL(filePath: scratch("log/checkpoint")))
      defer { try? before["checkpoint"]?.write(to: URL(filePath: scratch("log/checkpoint"))) }
      return #expect(throws: ExportFailure.self) { try export() }
    }
    #expect(
      try with(Checkpoint(origin: "uuid:x", size: own.size, root: own.root))
        == .otherLog(expected: own.origin, found: "uuid:x"))
    #expect(try with(Checkpoint(origin: own.origin, size: 5, root: own.root)) == .forked(size: 5))
    #expect(
      try with(Checkpoint(origin: own.origin, size: own.size, root: MerkleTree.emptyRoot)) == .forked(size: own.size))
    #expect(
      try with(Checkpoint(origin: own.origin, size: own.size + 1, root: own.root))
        == .shrunk(from: own.size + 1, to: own.size))
    #expect(files("log") == before)
    try Data("x\n".utf8).write(to: URL(filePath: scratch("log/checkpoint")))
    #expect(throws: ExportFailure.checkpoint(.missingLine(2))) { try export() }
  }

  @Test("a folder with something else, a file, and the ledger itself are refused; an empty folder is filled")
  func taken() throws {
    try FileManager.default.createDirectory(atPath: scratch("mine"), withIntermediateDirectories: false)
    try Data("x".utf8).write(to: URL(filePath: scratch("mine/brev.txt")))
    for name in ["mine", "mine/brev.txt", "ledger"] {
      #expect(throws: ExportFailure.taken(scratch(name))) { try export(name) }
    }
    #expect(files("mine").keys.sorted() == ["brev.txt"])
    try FileManager.default.createDirectory(atPath: scratch("empty"), withIntermediateDirectories: false)
    #expect(try export("empty").from == 0)
    #expect(try export("deep/down").from == 0)
  }

  @Test("whatever call fails, there is a whole log or none, and nothing half-made beside it")
  func faults() throws {
    try cut(to: 9)
    let plan = FaultPlan()
    _ = try LogExport.write(JournalView.open(ledger), to: scratch("log"), operations: plan.operations)
    let whole = files("log")
    try FileManager.default.removeItem(atPath: scratch("log"))
    var failures = 0
    for call in 0..<plan.calls.count {
      do {
        _ = try LogExport.write(
          JournalView.open(ledger), to: scratch("log"),
          operations: FaultPlan(.fail(call: call, errno: EIO)).operations)
      } catch {
        failures += 1
      }
      let found = files("log")
      #expect(found.isEmpty || found == whole, "call \(call)")
      if !found.isEmpty { try FileManager.default.removeItem(atPath: scratch("log")) }
      let left = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
      #expect(left == ["ledger"], "call \(call)")
    }
    #expect(failures > 20)
  }
}
