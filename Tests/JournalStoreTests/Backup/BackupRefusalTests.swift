import DurableFiles
import Foundation
import Integrity
import LedgerDomain
import StrictJSON
import Testing

@testable import JournalStore

@Suite("What a backup refuses")
struct BackupRefusalTests {
  let scene: BackupScene

  init() throws {
    scene = try BackupScene()
  }

  private func expect(_ failure: BackupFailure, sealed: Bool = true, sourceLocation: SourceLocation = #_sourceLocation)
  {
    let before = scene.state(scene.path)
    #expect(throws: failure, sourceLocation: sourceLocation) { try scene.backUp(sealed: sealed) }
    #expect(scene.state(scene.path) == before, sourceLocation: sourceLocation)
    #expect(scene.leftovers == [], sourceLocation: sourceLocation)
  }

  @Test("a folder with something else, a file, and a ledger that someone writes in")
  func taken() throws {
    for place in ["bilder", "bok"] {
      scene.remove(scene.backup)
      if place == "bok" {
        try scene.copy(scene.ledger, to: scene.backup)
      } else {
        try FileManager.default.createDirectory(atPath: scene.backup, withIntermediateDirectories: false)
        try scene.put([1], "\(scene.backup)/bild.png")
      }
      expect(.taken(scene.backup))
    }
    scene.remove(scene.backup)
    try scene.put([1], scene.backup)
    expect(.taken(scene.backup))
    scene.remove(scene.backup)
    try FileManager.default.createDirectory(atPath: scene.backup, withIntermediateDirectories: false)
    #expect(try scene.backUp().from == 0)
    for marker in ["{}", "x", #"{"kind":"liggare.backup.folder","version":2,"identity":"x"}"#] {
      try scene.put(Array(marker.utf8), "\(scene.backup)/backup.json")
      expect(.taken(scene.backup))
    }
  }

  @Test("a folder where a file system is mounted, and one that someone else fills meanwhile")
  func place() throws {
    let path = scene.backup
    for (errno, failure) in [
      (EBUSY, BackupFailure.mountPoint(path)), (EXDEV, .mountPoint(path)), (ENOTEMPTY, .taken(path)),
    ] {
      let operations = FileOperations { $0.operation == .rename && $0.path == path ? .fail(errno) : .proceed }
      #expect(throws: failure) { try scene.backUp(operations) }
      #expect(scene.leftovers == [] && !FileManager.default.fileExists(atPath: scene.sealed))
    }
  }

  @Test("but not a link to an empty folder: that one is filled")
  func link() throws {
    let there = scene.path + "/dar"
    try FileManager.default.createDirectory(atPath: there, withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(atPath: scene.backup, withDestinationPath: there)
    try scene.backUp(sealed: false)
    #expect(scene.state(there) == scene.wanted)
    #expect(try scene.backUp(sealed: false).from == 6)
  }

  @Test("folders that lie in each other, by whatever name")
  func nested() throws {
    func failure(_ backup: String, _ sealed: String?) -> BackupFailure? {
      do throws(BackupFailure) {
        _ = try Backup.write(Backup.Request(ledger: scene.ledger, path: backup, sealed: sealed, holder: "test"))
        return nil
      } catch { return error }
    }
    #expect(failure(scene.ledger, nil) == .nested(scene.ledger, scene.ledger))
    #expect(failure(scene.ledger + "/kopia", nil) == .nested(scene.ledger + "/kopia", scene.ledger))
    #expect(failure(scene.path, nil) == .nested(scene.ledger, scene.path))
    #expect(failure(scene.backup, scene.backup + "/sealed") == .nested(scene.backup + "/sealed", scene.backup))
    #expect(failure(scene.backup, scene.ledger + "/sealed") == .nested(scene.ledger + "/sealed", scene.ledger))
    try FileManager.default.createSymbolicLink(atPath: scene.path + "/lank", withDestinationPath: scene.ledger)
    #expect(failure(scene.path + "/lank/kopia", nil) == .nested(scene.path + "/lank/kopia", scene.ledger))
    #expect(!FileManager.default.fileExists(atPath: scene.backup))
  }

  @Test("a backup of another ledger, of another history, and of more lines")
  func otherBooks() throws {
    try scene.backUp()
    let marker = "\(scene.backup)/backup.json"
    try scene.put(BackupMarker(identity: "urn:uuid:annan").bytes, marker)
    expect(.otherLedger(expected: Sample.identity, found: "urn:uuid:annan"))
    try scene.put(BackupMarker(identity: Sample.identity).bytes, marker)
    // Another book of the same ledger: the last entry is another one.
    let early = scene.path + "/tidig"
    try scene.copy(scene.ledger, to: early)
    try scene.note()
    try scene.backUp()
    scene.remove(scene.ledger)
    try scene.copy(early, to: scene.ledger)
    expect(.shrunk(from: 7, to: 6))
    try scene.erase(2)
    expect(.forked(size: 7))
    try scene.erase(3)
    expect(.forked(size: 7))
  }

  @Test("a backup whose own checkpoint or names are wrong")
  func damagedBackup() throws {
    try scene.backUp()
    let file = "\(scene.backup)/checkpoint"
    let checkpoint = try FileOperations.system.read(file)
    scene.remove(file)
    expect(.damagedBackup(scene.backup, Damage(file: "checkpoint", kind: .missing)))
    try scene.put(Array("x\n".utf8), file)
    expect(.damagedBackup(scene.backup, Damage(file: "checkpoint", kind: .checkpointText(.missingLine(2)))))
    try scene.put(checkpoint, file)
    try scene.put([], "\(scene.backup)/events/anteckning.txt")
    expect(
      .damagedBackup(
        scene.backup, Damage(file: "events/anteckning.txt", kind: .segmentName(expected: 7))))
  }

  @Test("a backup that another process has locked")
  func busy() throws {
    try scene.backUp()
    let lock = try FileLock.acquire("\(scene.backup)/lock", holder: "anna", waitMilliseconds: 0)
    expect(.busy(holder: "anna"))
    lock.release()
    try scene.backUp()
  }

  @Test("a damaged line, and a line that is missing, in the book")
  func damagedBook() throws {
    let file = "\(scene.ledger)/events/000000000001.jsonl"
    let bytes = try FileOperations.system.read(file)
    var changed = bytes
    changed[120] ^= 1
    scene.remove(file)
    try scene.put(changed, file)
    let before = scene.state(scene.path)
    #expect(throws: BackupFailure.self) { try scene.backUp() }
    try scene.put(Array(bytes.dropLast(20)), file)
    #expect(throws: BackupFailure.self) { try scene.backUp() }
    try scene.put(changed, file)
    #expect(scene.state(scene.path) == before)
    scene.remove(scene.ledger)
    expect(.journal(.notALedger(folder: scene.ledger)))
  }

  @Test("a sealed value that is changed, another's, or gone without a decision")
  func damagedValues() throws {
    let (two, three) = (scene.name(of: 2), scene.name(of: 3))
    let file = "\(scene.ledger)/sealed/\(two)"
    let bytes = try FileOperations.system.read(file)
    try scene.put(try FileOperations.system.read("\(scene.ledger)/sealed/\(three)"), file)
    expect(
      .journal(
        .damage(
          Damage(file: "sealed/\(two)", kind: .sealedCommitment(found: scene.sealings[2].commitment)))))
    try scene.put([1], file)
    #expect(throws: BackupFailure.self) { try scene.backUp() }
    scene.remove(file)
    expect(.journal(.damage(Damage(file: "sealed/\(two)", kind: .sealedMissing))))
    // Without the values the book is backed up all the same.
    #expect(try scene.backUp(sealed: false).checkpoint.size == 6)
    scene.remove("\(scene.ledger)/sealed")
    #expect(throws: BackupFailure.noSealed(scene.ledger)) { try scene.backUp() }
    try FileManager.default.createDirectory(atPath: "\(scene.ledger)/sealed", withIntermediateDirectories: false)
    try scene.put(bytes, file)
    #expect(throws: BackupFailure.self) { try scene.backUp() }
  }

  @Test("values that this user may not read are said to be that, and nothing is left")
  func unreadable() throws {
    let sealed = "\(scene.ledger)/sealed/"
    let operations = FileOperations { $0.path.hasPrefix(sealed) ? .fail(EACCES) : .proceed }
    let failure = #expect(throws: BackupFailure.self) { try scene.backUp(operations) }
    guard case .unreadableSealed(let error)? = failure else {
      return #expect(Bool(false), "\(String(describing: failure))")
    }
    #expect(error.errno == EACCES && error.path.hasPrefix(sealed))
    #expect(!FileManager.default.fileExists(atPath: scene.sealed))
    #expect(!FileManager.default.fileExists(atPath: scene.backup))
    #expect(try scene.backUp(operations, sealed: false).checkpoint.size == 6)
  }

  @Test("a folder for sealed values with something else, or with another book's values")
  func sealedTaken() throws {
    try FileManager.default.createDirectory(atPath: scene.sealed, withIntermediateDirectories: false)
    try scene.put([1], "\(scene.sealed)/bild.png")
    expect(.sealedTaken(scene.sealed))
    scene.remove("\(scene.sealed)/bild.png")
    let other = Sample.sealing(99, [1])
    try scene.put(other.formatted, "\(scene.sealed)/\(other.commitment.hex)")
    expect(.sealedOfOther(scene.sealed, count: 1))
    scene.remove(scene.sealed)
    try scene.put([1], scene.sealed)
    expect(.sealedTaken(scene.sealed))
  }
}
