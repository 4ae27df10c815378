import DurableFiles
import Integrity
import LedgerDomain

/// What a writer has appended since it opened its ledger: where each line is, and what is asked about it.
///
/// No events and no bytes are kept: some 100 bytes a line. A line that is asked for is read, hashed, and held against
/// the leaf that was written.
final class WriterDelta {
  /// How many lines stood there before.
  let start: Int
  private var lines: [Line] = []
  private var ids = IDTable()
  /// How many events a subject has, those before among them; -1 where nothing was appended about it.
  private var versions = SubjectTable<Int32>(missing: -1)
  /// The last position of an appended event about a subject, as its own or among its refs; 0 for none.
  private var concerned = SubjectTable<Int32>(missing: 0)
  private var stated: Set<Integrity.Commitment> = []
  private var erased: Set<Integrity.Commitment> = []
  /// The segments' files, relative to the ledger's folder.
  private var files: [String] = []

  private struct Line {
    var file: Int32
    var byteCount: Int32
    var byteOffset: Int
    var leafHash: Digest
  }

  init(after start: Int) {
    self.start = start
  }

  var count: Int { lines.count }

  func position(of id: EventID) -> Int? { ids.number(of: id).map { start + $0 + 1 } }

  /// How many events the subject has; nil where nothing was appended about it.
  func version(of subject: SubjectID) -> Int? {
    let version = versions[subject]
    return version < 0 ? nil : Int(version)
  }

  /// The last position of an appended event about the subject, as its own or among its refs.
  func lastPosition(concerning subject: SubjectID) -> Int? {
    let position = concerned[subject]
    return position == 0 ? nil : Int(position)
  }

  func holds(_ commitment: Integrity.Commitment) -> Bool {
    stated.contains(commitment) || erased.contains(commitment)
  }

  func hasErased(_ commitment: Integrity.Commitment) -> Bool { erased.contains(commitment) }

  /// Takes in the lines that were appended to a segment from a place on.
  func add(_ batch: Batch, to file: String, from byteOffset: Int) {
    if files.last != file { files.append(file) }
    let number = Int32(truncatingIfNeeded: files.count - 1)
    for line in batch.lines {
      lines.append(
        Line(
          file: number, byteCount: Int32(truncatingIfNeeded: line.range.count),
          byteOffset: byteOffset + line.range.lowerBound, leafHash: line.leafHash))
      ids.append(line.id)
      versions[line.subject] = line.version
      concerned[line.subject] = Int32(truncatingIfNeeded: start + lines.count)
    }
    for ref in batch.refs { concerned[ref.subject] = max(concerned[ref.subject], Int32(ref.position)) }
    if !batch.commitments.isEmpty { stated.formUnion(batch.commitments) }
    if !batch.erased.isEmpty { erased.formUnion(batch.erased) }
  }

  /// A line that was appended. Requires a position after `start`.
  func line(
    at position: Int, in folder: LedgerFolder, _ operations: FileOperations
  ) throws(JournalError) -> (place: LinePlace, leafHash: Digest, bytes: [UInt8]) {
    let line = lines[position - start - 1]
    let place = LinePlace(file: files[Int(line.file)], lineNumber: 0, byteOffset: line.byteOffset)
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try operations.read(folder(place.file), from: line.byteOffset, byteCount: Int(line.byteCount))
    } catch {
      throw .file(error)
    }
    let leafHash = MerkleTree.leafHash(bytes)
    guard leafHash == line.leafHash else {
      throw .damage(
        Damage(
          file: place.file, byte: place.byteOffset, position: position,
          kind: .leaf(expected: line.leafHash, found: leafHash)))
    }
    return (place, leafHash, bytes)
  }
}
