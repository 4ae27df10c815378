import DurableFiles
import Foundation
import LedgerDomain
import TestSupport

/// The two ledgers in the repository, and how they are held against their stories.
///
/// `swift test --filter LedgersTests` writes each story into a temporary folder and compares it with `journal/`, file by file
/// and byte for byte. After a story or the format has changed on purpose, write them anew and read the difference:
///
///     LIGGARE_RECORD=1 swift test --filter LedgersTests
enum RecordedFolder {
  /// The package's root, from where this file lies.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path(percentEncoded: false)

  static func journal(_ name: String) -> String { "\(root)journal/\(name)" }

  static var isRecording: Bool { ProcessInfo.processInfo.environment["LIGGARE_RECORD"] == "1" }

  /// Every file below a folder with its bytes, by its path from there; without the writer's lock.
  static func files(in folder: String) throws -> [String: [UInt8]] {
    guard FileManager.default.fileExists(atPath: folder) else { return [:] }
    var files: [String: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) where path != "lock" {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(path)")
      if attributes[.type] as? FileAttributeType == .typeRegular {
        files[path] = try FileOperations.system.read("\(folder)/\(path)")
      }
    }
    return files
  }

  /// Writes a story into a new folder, gives what `use` makes of it, and removes it.
  static func written<Value>(_ scribe: Scribe, _ use: (String) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: "liggare-\(UUID().uuidString)")
      .path(percentEncoded: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try scribe.write(to: folder)
    return try use(folder)
  }

  /// Replaces a ledger in the repository.
  static func record(_ files: [String: [UInt8]], as name: String) throws {
    let folder = journal(name)
    if FileManager.default.fileExists(atPath: folder) { try FileManager.default.removeItem(atPath: folder) }
    for (path, bytes) in files {
      let file = URL(filePath: "\(folder)/\(path)")
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
  }
}
