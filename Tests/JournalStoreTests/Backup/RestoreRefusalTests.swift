import DurableFiles
import Foundation
import Integrity
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import JournalStore

@Suite("What a restore refuses, and one that is cut short")
struct RestoreRefusalTests {
  let scene: BackupScene

  init() throws {
    scene = try BackupScene()
    try scene.backUp()
  }

  private func expect(
    _ failure: BackupFailure, _ receipts: [UInt8]? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let before = scene.state(scene.path)
    #expect(throws: failure, sourceLocation: sourceLocation) { try scene.restore(receipts) }
    #expect(scene.state(scene.path) == before, sourceLocation: sourceLocation)
  }

  @Test("a place that is taken or in the backup, and values that are not there")
  func places() throws {
    try FileManager.default.createDirectory(atPath: scene.restored, withIntermediateDirectories: false)
    _ = try scene.restore()
    try scene.put([1], scene.restored + "/bild.png")
    expect(.notEmpty(scene.restored))
    scene.remove(scene.restored)
    try scene.put([1], scene.restored)
    expect(.notEmpty(scene.restored))
    scene.remove(scene.restored)
    let inner = scene.backup + "/ny"
    #expect(throws: BackupFailure.nested(inner, scene.backup)) {
      try Restore(Restore.Request(backup: scene.backup, path: inner))
    }
    scene.remove(scene.sealed)
    expect(.noValues(scene.sealed))
    try scene.put([1], scene.sealed)
    expect(.noValues(scene.sealed))
  }

  @Test("a changed line, document or value, and values that may not be read")
  func damaged() throws {
    let file = "\(scene.backup)/events/000000000001.jsonl"
    let bytes = try FileOperations.system.read(file)
    var changed = bytes
    changed[120] ^= 1
    scene.remove(file)
    try scene.put(changed, file)
    #expect(throws: BackupFailure.self) { try scene.restore() }
    try scene.put(bytes, file)
    let digest = SHA256.hash(scene.document)
    try scene.put([1], "\(scene.backup)/presented/\(digest.hex)")
    expect(.presented(.otherDigest(expected: digest, found: SHA256.hash([1]))))
    scene.remove("\(scene.backup)/presented/\(digest.hex)")
    #expect(try scene.restore().missingDocuments == [digest])
    let value = "\(scene.sealed)/\(scene.name(of: 2))"
    try scene.put(scene.sealings[2].formatted, value)
    expect(
      .journal(
        .damage(Damage(file: value, kind: .sealedCommitment(found: scene.sealings[2].commitment)))))
    let sealed = scene.sealed
    let closed = FileOperations {
      $0.path.hasPrefix(sealed) && $0.operation == .list ? .fail(EACCES) : .proceed
    }
    #expect(throws: BackupFailure.unreadableSealed(FileError(operation: .list, path: sealed, errno: EACCES))) {
      try scene.restore(nil, sealed: true, closed)
    }
  }

  @Test("lines that are no erasure of this book, each with its number")
  func receipts() throws {
    let erasure = try scene.erase(2)
    let text = String(decoding: erasure, as: UTF8.self)
    func receipt(_ problem: ReceiptProblem, _ line: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
      expect(.receipt(line: 2, problem), erasure + [0x0A] + line, sourceLocation: sourceLocation)
    }
    receipt(.line(.empty), [0x0A])
    #expect(throws: BackupFailure.self) { try scene.restore(erasure + [0x0A] + Array("{}".utf8)) }
    let entries = try Journal.open(scene.ledger).entries
    receipt(.otherType("measure.proposed"), entries[1].line)
    let foreign = text.replacing(Sample.identity, with: "urn:uuid:annan")
    receipt(.otherLedger(try LedgerIdentity(text: "urn:uuid:annan")), Array(foreign.utf8))
    let early = text.replacing("\"position\":7", with: "\"position\":6")
    receipt(.otherBook(position: 6), Array(early.utf8))
    let unknown = text.replacing(scene.name(of: 2), with: Sample.sealing(99, [1]).commitment.hex)
    receipt(.unknownValues(count: 1), Array(unknown.utf8))
    let other = text.replacing(scene.name(of: 2), with: scene.name(of: 3))
    receipt(.refused(.notSealed(try SealedValue(text: scene.name(of: 3)))), Array(other.utf8))
    #expect(try scene.restore(erasure).erasureCount == 1)
    #expect(try scene.restore([]).erasureCount == 0)
  }

  @Test("whatever call fails or is the last one, there is the whole ledger or none, and nothing erased in it")
  func faults() throws {
    let receipt = try scene.erase(2)
    let plan = FaultPlan()
    try scene.write(try scene.restore(receipt, sealed: true, plan.operations))
    let whole = scene.state(scene.restored)
    let calls = plan.calls
    let erased = scene.sealings[1].value
    var met = 0
    for (index, call) in calls.enumerated() {
      var faults: [FaultPlan.Fault] = []
      let isChange = ![.read, .status, .list].contains(call.operation)
      if isChange || FaultCount.isMet(index, oneIn: 6) { faults.append(.crash(call: index)) }
      if FaultCount.isMet(index, oneIn: 3) { faults.append(.fail(call: index, errno: EIO)) }
      if call.operation == .write {
        faults += [.crashInWrite(call: index, byteCount: call.byteCount / 2), .fail(call: index, errno: ENOSPC)]
      }
      for fault in faults {
        met += 1
        scene.remove(scene.restored)
        let operations = FaultPlan(fault).operations
        var isDone = false
        do {
          try scene.write(try scene.restore(receipt, sealed: true, operations))
          isDone = true
        } catch {}
        let found = scene.state(scene.restored)
        #expect(found == whole || (found.isEmpty && !isDone), "\(fault): \(call)")
        for folder in scene.leftovers + [scene.restored] {
          for bytes in scene.files(folder).values { #expect(bytes.firstRange(of: erased) == nil, "\(fault): \(call)") }
        }
        for left in scene.leftovers { scene.remove(left) }
        if isDone { continue }
        scene.remove(scene.restored)
        try scene.write(try scene.restore(receipt))
        #expect(scene.state(scene.restored) == whole, "\(fault): \(call), the next restore")
      }
    }
    #expect(met > 100)
    FaultCount.report("a restore, \(met) faults")
  }

  @Test("what a killed restore has left beside the place is removed by the next one, and what a running one has is not")
  func leftovers() throws {
    // No process has the greatest number.
    let (dead, running) = ("\(scene.path)/.ny.2147483647.0.tmp", "\(scene.path)/.ny.\(getpid()).5.tmp")
    for folder in [dead, running] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
      try scene.put(scene.sealings[1].formatted, folder + "/varde")
    }
    try scene.write(try scene.restore())
    #expect(scene.leftovers == [running])
  }
}
