import DurableFiles
import Foundation
import Integrity
import LedgerDomain
import Testing

@testable import JournalStore

/// A folder for one test's ledger, not there yet, removed with all that is in it when the test lets go of it.
final class ScratchLedger {
  let path: String

  init() {
    path = FileManager.default.temporaryDirectory.appending(path: "liggare-\(UUID().uuidString)").path
  }

  /// In memory, where the machine has a folder for that: syncs cost nothing there, for tests that make thousands.
  init(inMemory: Bool) {
    let folder = FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
    path = "\(inMemory ? folder : NSTemporaryDirectory())/liggare-\(UUID().uuidString)"
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: "\(path)/\(name)")))
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(filePath: "\(path)/\(name)"))
  }

  /// Makes a symbolic link.
  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: "\(path)/\(name)", withDestinationPath: target)
  }

  /// Moves a file or folder and leaves a symbolic link to it in its place.
  func replaceByLink(_ name: String) throws {
    try FileManager.default.moveItem(atPath: "\(path)/\(name)", toPath: "\(path)/moved")
    try FileManager.default.createSymbolicLink(atPath: "\(path)/\(name)", withDestinationPath: "\(path)/moved")
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: "\(path)/\(name)")
  }

  /// The names in a folder of the ledger, sorted; none where it is not there.
  func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? []).sorted()
  }

  func mode(of name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")
    return try #require(attributes[.posixPermissions] as? Int)
  }

  /// What lies in the folder, as a reader takes it.
  func contents() throws -> FolderContents {
    try FolderContents(of: LedgerFolder(path), operations: .system)
  }
}

extension Segment {
  /// All lines at once.
  var lines: [Line] { Array(walk()) }
}

/// The folder of third-party test data beside the checkout.
enum SharedData {
  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let folder = package.deletingLastPathComponent().appending(path: "shared/data")

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: path).path)
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: path)))
  }

  static func names(in path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path)) ?? []).sorted()
  }
}

/// The journal as a writer knows it: what it remembers of its own appends, and the lines, read from the folder.
struct WrittenJournal {
  let checkpoint: Checkpoint?
  let entries: [Entry]
  var events: [Event] { entries.map(\.event) }
}

extension JournalWriter {
  /// Reads the folder up to the writer's last position, past any faults of the writer's own file system.
  var journal: WrittenJournal {
    do {
      let read = try Journal.open(folder.path).entries
      #expect(read.count >= position)
      return WrittenJournal(checkpoint: covered, entries: Array(read.prefix(position)))
    } catch {
      Issue.record("the journal cannot be read: \(error)")
      return WrittenJournal(checkpoint: covered, entries: [])
    }
  }

  /// Every line as the writer finds it again by its own indexes.
  func remembered() throws -> [Event] { try memory.events(from: 1, count: position) }
}
