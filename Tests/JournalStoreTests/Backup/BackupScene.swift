import DurableFiles
import Foundation
import Integrity
import LedgerDomain
import StrictJSON
import Testing

@testable import JournalStore

/// A ledger in several segments, with sealed values of which one is erased, a presented document, and places for its backup, in a
/// folder of their own.
final class BackupScene {
  private let folder = ScratchLedger(inMemory: true)
  let document = Array("Som det visades.\n".utf8)
  private(set) var sealings: [Sealing] = []
  private var nextID = 2000

  var path: String { folder.path }
  var ledger: String { "\(path)/bok" }
  var backup: String { "\(path)/kopia" }
  var sealed: String { "\(path)/forseglat" }
  var restored: String { "\(path)/ny" }

  init() throws {
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: false)
    let opening = Proposal(id: Sample.id(1), draft: try Sample.draft(.ledger, .ledger(try Sample.opening()), known: []))
    try JournalWriter.create(ledger, first: opening, recordedBy: "Anna Ek", settings).close()
    for _ in 1...3 { try note() }
    try present()
    try erase(1)
  }

  private var settings: WriterSettings { Sample.settings(segmentByteLimit: 2200) }

  private func write(_ work: (JournalWriter, [Event]) throws -> Void) throws {
    let writer = try JournalWriter.open(ledger, settings)
    defer { writer.close() }
    try work(writer, try Journal.open(ledger).events)
  }

  /// Records a measure with a sealed note, M-0001 and so on.
  func note() throws {
    let number = sealings.count + 1
    let sealing = Sample.sealing(number, Array("hemligt nummer \(number)".utf8))
    sealings.append(sealing)
    try write { writer, known in
      _ = try writer.append(
        [
          try Sample.measure(
            number, String(repeating: "vandring ", count: 40), note: try Sample.sealed(sealing), known: known)
        ], recordedBy: "Anna Ek", sealings: [sealing])
    }
  }

  /// Records another measure with the sealed note of an earlier one.
  func share(_ number: Int) throws {
    let sealing = sealings[number - 1]
    sealings.append(sealing)
    try write { writer, known in
      let note = try Sample.sealed(sealing)
      _ = try writer.append(
        [try Sample.measure(sealings.count, note: note, known: known)], recordedBy: "Anna Ek")
    }
  }

  /// Erases the sealed note of a measure, in an entry about it or about another one with the same note; gives its line.
  @discardableResult
  func erase(_ number: Int, about subject: Int? = nil, reference: Text = "KS 2023:14") throws -> [UInt8] {
    nextID += 1
    let erased = ValueErased(
      commitments: [try SealedValue(text: sealings[number - 1].commitment.hex)], reference: reference,
      decided: try Sample.date("2023-01-10"), organ: "Kommunstyrelsen")
    try write { writer, known in
      let draft = try Sample.draft(
        SubjectID(.measure, subject ?? number), .entry(.valueErased(erased)), known: known)
      _ = try writer.append([Proposal(id: Sample.id(nextID), draft: draft)], recordedBy: "Anna Ek")
    }
    return try #require(try Journal.open(ledger).entries.last).line
  }

  private func present() throws {
    let digest = try PresentedFolder(of: LedgerFolder(ledger)).store(document)
    try write { writer, _ in
      let data = #"{"to":"B-0001","document":{"name":"visad.md","sha256":"\#(digest.hex)"}}"#
      let raw = RawProposal(
        id: Sample.id(90), subject: SubjectID(.followUp, 1), type: FactTypes.number(FollowUpPresented.type),
        data: Array(data.utf8)[...])
      _ = try writer.append(raw: [raw], recordedBy: "Anna Ek")
    }
  }

  // MARK: the commands

  func request(isDryRun: Bool = false, sealed: Bool = true) -> Backup.Request {
    Backup.Request(
      ledger: ledger, path: backup, sealed: sealed ? self.sealed : nil, holder: "test", isDryRun: isDryRun)
  }

  @discardableResult
  func backUp(_ operations: FileOperations = .system, sealed: Bool = true) throws(BackupFailure) -> Backup.Outcome {
    try Backup.write(request(sealed: sealed), operations: operations)
  }

  func restore(
    _ receipts: [UInt8]? = nil, sealed: Bool = true, _ operations: FileOperations = .system
  ) throws(BackupFailure) -> Restore {
    try Restore(
      Restore.Request(
        backup: backup, path: restored, sealed: sealed ? self.sealed : nil, receipts: receipts),
      operations: operations)
  }

  @discardableResult
  func write(_ restore: Restore) throws(BackupFailure) -> Checkpoint {
    var number = 9000
    return try restore.write(Sample.settings(seconds: 60), recordedBy: "Bo Alm") {
      number += 1
      return Sample.id(number)
    }
  }

  // MARK: what is there

  /// Every file below a folder of the scene, with its bytes, but for the lock, which says who looked.
  func files(_ path: String) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in FileManager.default.enumerator(atPath: path)?.compactMap({ $0 as? String }) ?? [] {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
      if isFolder.boolValue || name.split(separator: "/").last == "lock" { continue }
      files[name] = FileManager.default.contents(atPath: "\(path)/\(name)").map(Array.init)
    }
    return files
  }

  /// The same with the beginning of each file's SHA-256, to be compared.
  func state(_ path: String) -> [String: String] {
    files(path).mapValues { String(SHA256.hash($0).hex.prefix(12)) }
  }

  /// As `state` of a backup should be: that of the ledger, without sealed values, and with its marker.
  var wanted: [String: String] {
    var wanted = state(ledger).filter { !$0.key.hasPrefix("sealed/") }
    wanted["backup.json"] = String(SHA256.hash(BackupMarker(identity: Sample.identity).bytes).hex.prefix(12))
    return wanted
  }

  /// The names of the sealed values in a folder.
  func values(_ path: String) -> Set<String> {
    Set(((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter { $0.utf8.count == 64 })
  }

  func name(of number: Int) -> String { sealings[number - 1].commitment.hex }

  func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: path)
  }

  func copy(_ from: String, to: String) throws {
    try FileManager.default.copyItem(atPath: from, toPath: to)
  }

  func put(_ bytes: [UInt8], _ path: String) throws {
    try Data(bytes).write(to: URL(filePath: path))
  }

  /// What is left beside the folders of the scene, and in the backup, under temporary names.
  var leftovers: [String] {
    [path, backup, sealed].flatMap { folder in
      ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasPrefix(".") }
        .map { "\(folder)/\($0)" }
    }
  }

  func mode(_ path: String) throws -> Int {
    try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }
}
