import DurableFiles
import JournalStore
import LedgerDomain

/// The rows of all tables as they wait, in files without a name, until every subject is known.
///
/// A row refers to subjects that may not exist at the reading: their founding may be effective later than the day asked, or reversed. So
/// references wait beside the rows, and are looked at when these are read again: of those that lead nowhere, one in a key takes the
/// whole row out, and any other says nothing. Memory: for each table some 64 KiB, and the subjects that exist as runs of numbers.
/// Pieces are brought one at a time (`OrderedWork`).
final class StateTables: @unchecked Sendable {
  private let form: StateRows.Form
  private let waiting: [Spool]
  private var known = SubjectRuns()

  /// `folder` is where files may be made.
  init(_ form: StateRows.Form, waitingIn folder: String?, operations: FileOperations = .system) {
    self.form = form
    waiting = ExportTable.all.map { _ in Spool(in: folder, operations: operations) }
  }

  /// Takes the rows of the subjects that follow, and which of these exist.
  func add(_ tables: [StateRows.Rows], founded: [SubjectID]) {
    for (spool, rows) in zip(waiting, tables) where !rows.ends.isEmpty { rows.append(to: spool) }
    for subject in founded { known.append(subject.key) }
  }

  /// Hands the rows of a table over, by its place among all, some hundreds at a time. Requires that all subjects were added.
  func read(_ table: Int, _ body: ([ArraySlice<UInt8>]) -> Void) throws(FileError) {
    let spool = waiting[table]
    let nothing = Array(form.nothing.utf8)
    var place = 0
    while place < spool.byteCount {
      let rows = try StateRows.Rows(from: spool, at: &place)
      body(rows.sound(known, nothing: nothing))
    }
  }
}

/// Subjects as runs of numbers without a gap: 16 bytes a run.
struct SubjectRuns {
  private var firsts: [UInt64] = []
  private var lasts: [UInt64] = []

  /// Takes the next subject by its key. Requires that it comes after those that are there.
  mutating func append(_ key: UInt64) {
    if let last = lasts.last {
      precondition(last < key, "subjects come in order")
      if last + 1 == key { return lasts[lasts.count - 1] = key }
    }
    firsts.append(key)
    lasts.append(key)
  }

  func contains(_ key: UInt64) -> Bool {
    var range = firsts.startIndex..<firsts.endIndex
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = firsts[middle] <= key ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound > 0 && key <= lasts[range.lowerBound - 1]
  }
}

extension StateRows.Rows {
  /// Puts the rows behind what waits: how many bytes, ends and references, in 32 bits each, and then these.
  fileprivate func append(to spool: Spool) {
    [UInt32(bytes.count), UInt32(ends.count), UInt32(references.count)].withUnsafeBytes { spool.append($0) }
    spool.append(bytes)
    ends.withUnsafeBytes { spool.append($0) }
    references.withUnsafeBytes { spool.append($0) }
  }

  /// Reads the next rows of what waits, and goes behind them.
  fileprivate init(from spool: Spool, at place: inout Int) throws(FileError) {
    let head = try spool.read(at: place, byteCount: Self.headByteCount)
    let counts = head.withUnsafeBytes { bytes in
      (0..<3).map { Int(bytes.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self)) }
    }
    let rest = try spool.read(
      at: place + Self.headByteCount, byteCount: counts[0] + 4 * counts[1] + Reference.stride * counts[2])
    bytes = Array(rest[..<counts[0]])
    (ends, references) = rest.withUnsafeBytes { all in
      let start = counts[0] + 4 * counts[1]
      return (
        (0..<counts[1]).map { all.loadUnaligned(fromByteOffset: counts[0] + 4 * $0, as: UInt32.self) },
        (0..<counts[2]).map {
          all.loadUnaligned(fromByteOffset: start + Reference.stride * $0, as: Reference.self)
        }
      )
    }
    place += Self.headByteCount + rest.count
  }

  private static let headByteCount = 12
}
