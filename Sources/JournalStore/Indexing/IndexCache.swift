package import DurableFiles
import Integrity
import LedgerDomain
import StrictJSON

/// Where indexes of ledgers are kept between runs: one file for each ledger, which anyone may remove at any time.
///
/// A file is keyed by the ledger's identity and by the build of the program that wrote it, and notes at which position
/// and root it was made. It is used where the journal still reproduces that root, and otherwise ignored.
package struct IndexCache: Sendable {
  /// The folder of all ledgers' files.
  package let folder: String
  /// From how many lines on that the cache does not know the file is written anew.
  package let writesFrom: Int
  let operations: FileOperations

  package init(folder: String, writesFrom: Int = 4096, operations: FileOperations = .system) {
    self.folder = folder
    self.writesFrom = writesFrom
    self.operations = operations
  }

  /// The same cache for one who does not know all tables of its files: it writes none.
  var readOnly: IndexCache { IndexCache(folder: folder, writesFrom: .max, operations: operations) }

  /// A ledger's file of a name.
  func path(_ identity: LedgerIdentity, _ name: String = "index") -> String {
    "\(folder)/\(SHA256.hash(Array(identity.text.utf8)).hex).\(name)"
  }

  func key(_ identity: LedgerIdentity, _ tables: String) -> [UInt8] {
    Array("index 1 \(FileOperations.programIdentity) \(tables) \(identity.text)".utf8)
  }

  /// What the cache knows of a ledger, with the further tables of this name; nil where that is nothing. Whether it fits
  /// the ledger's files is another question.
  func load(_ identity: LedgerIdentity, tables: String) -> Snapshot? {
    guard !FileOperations.programIdentity.isEmpty,
      let sections = FileSections(path(identity), key: key(identity, tables), operations: operations),
      case .object(let note)? = try? JSONValue(parsing: sections.note)
    else { return nil }
    return Snapshot(note, sections)
  }

  /// Keeps an index over all lines; says nothing where it cannot, since nothing depends on it. What killed processes have
  /// left of writing the same file more than a day ago is removed.
  func store(_ snapshot: Snapshot, _ identity: LedgerIdentity, _ tables: MemorySections, named name: String) {
    write(
      path(identity), key: key(identity, name), note: JSONValue.object(snapshot.note).canonicalBytes,
      tables.numbers.map { (number: $0, bytes: tables[$0]) })
  }

  func write(_ path: String, key: [UInt8], note: [UInt8], _ tables: [(number: Int, bytes: [UInt8])]) {
    guard !FileOperations.programIdentity.isEmpty else { return }
    try? operations.replaceUnsynced(path, with: CacheFile.pieces(key: key, note: note, tables: tables))
    let now = FileTime.now()
    operations.discardTemporaries(
      of: path, before: FileTime(seconds: now.seconds - 86_400, nanoseconds: now.nanoseconds))
  }
}

/// An index over the first lines of a journal, and what a sweep must know to go on behind them.
struct Snapshot {
  let index: LineIndex
  let start: Sweep.Start
  /// The segments' names, and how many bytes of each the lines take.
  let segments: [(name: String, byteCount: Int)]

  init(index: LineIndex, start: Sweep.Start, segments: [(name: String, byteCount: Int)]) {
    self.index = index
    self.start = start
    self.segments = segments
  }

  init?(_ note: JSONObject, _ sections: any Sections) {
    guard let count = note.integer("count"), let mark = try? note.text("mark").map(ChainMark.init(text:)),
      case .array(let hashes)? = note["range"], case .array(let files)? = note["segments"], !files.isEmpty
    else { return nil }
    let digests = hashes.compactMap { hash -> Digest? in
      guard case .string(let text) = hash else { return nil }
      return Digest(base64: text)
    }
    guard digests.count == hashes.count, let range = CompactRange(size: count, hashes: digests),
      sections.count(LineIndex.Table.lines, of: LineIndex.Line.self) == count
    else { return nil }
    segments = files.compactMap { file in
      guard case .object(let file) = file, let name = file.text("name"), let byteCount = file.integer("bytes") else {
        return nil
      }
      return (name, byteCount)
    }
    guard segments.count == files.count else { return nil }
    var start = Sweep.Start()
    start.segment = segments.count - 1
    start.byteOffset = segments[segments.count - 1].byteCount
    start.range = range
    start.mark = mark
    self.start = start
    index = LineIndex(start: 0, count: count, sections: sections)
  }

  var note: JSONObject {
    var note: JSONObject = [
      "count": JSONValue(index.count),
      "range": .array(start.range.hashes.map { .string($0.base64) }),
      "segments": .array(
        segments.map { .object(["name": .string($0.name), "bytes": JSONValue($0.byteCount)]) }),
    ]
    if let mark = start.mark { note["mark"] = .string(mark.text) }
    return note
  }

  /// Whether the journal's files can still be those that the index was made from: no fewer lines, the same segments.
  func fits(_ files: LedgerFiles) -> Bool {
    guard index.count <= files.checkpoint.size, segments.count <= files.segments.count else { return false }
    for (place, segment) in segments.enumerated() {
      let isLast = place == segments.count - 1
      let found = files.segments[place].byteCount
      guard segment.name == files.names[place], isLast ? segment.byteCount <= found : segment.byteCount == found else {
        return false
      }
    }
    return true
  }
}

extension JSONObject {
  fileprivate func integer(_ name: String) -> Int? {
    guard case .number(let text)? = self[name] else { return nil }
    return Int(text)
  }

  fileprivate func text(_ name: String) -> String? {
    guard case .string(let text)? = self[name] else { return nil }
    return text
  }
}
