package import DurableFiles
import Glibc
import Integrity
import LedgerDomain
import StrictJSON

extension Journal {
  /// Reads everything in a ledger's folder and reports all that it finds, going on after a damage as far as it can.
  ///
  /// Throws only where there is no ledger, or where a file could not be read at all. Reads as `open` does, and every
  /// file in `sealed`.
  package static func verify(
    _ path: String, operations: FileOperations = .system
  ) throws(JournalError) -> VerificationReport {
    let folder = LedgerFolder(path)
    let contents = try contents(of: folder, operations)
    do throws(FileError) {
      let reading = JournalReading(contents, stopAtDamage: false)
      let sealed = VerificationReport.Sealed(
        in: SealedFolder(of: folder, operations: operations), reading.entries)
      return VerificationReport(
        folder: path, identity: reading.identity, damages: reading.damages + sealed.damages,
        goodLineCount: reading.goodCount, lines: .init(of: reading), sealed: sealed,
        checkpoint: reading.checkpoint, computedSize: reading.range.size, computedRoot: reading.range.root,
        tail: reading.tail, notChecked: try notChecked(reading, folder, operations))
    } catch {
      throw .file(error)
    }
  }

  private static func notChecked(
    _ reading: JournalReading, _ folder: LedgerFolder, _ operations: FileOperations
  ) throws(FileError) -> [VerificationReport.NotChecked] {
    var list: [VerificationReport.NotChecked] = [.checkpointsElsewhere]
    if let checkpoint = reading.checkpoint {
      if !checkpoint.signatureText.isEmpty { list.append(.signatures) }
      let beyond = reading.leaves.count - checkpoint.size
      if beyond > 0 { list.append(.beyondCheckpoint(lineCount: beyond)) }
    } else {
      list.append(.noCheckpoint)
    }
    if try operations.exists(folder(LedgerFolder.setAside)) {
      let files = try operations.names(in: folder(LedgerFolder.setAside))
      if !files.isEmpty { list.append(.setAside(files: files)) }
    }
    if try operations.exists(folder(LedgerFolder.presented)) { list.append(.presented) }
    return list
  }
}

extension VerificationReport.Lines {
  init(of reading: JournalReading) {
    count = reading.entries.count
    byteCount = reading.byteCount
    segmentCount = reading.segmentCount
    var subjects: Set<SubjectID> = []
    var counts: [Text: Int] = [:]
    for event in reading.entries.map(\.event) {
      subjects.insert(event.subject)
      counts[Text(event.fact.type), default: 0] += 1
      if event.batch?.place == 1 { batchCount += 1 }
      if let lastRecorded, event.recorded < lastRecorded { clockSteps.append(event.position) }
      if firstRecorded == nil { firstRecorded = event.recorded }
      lastRecorded = event.recorded
    }
    subjectCount = subjects.count
    types = counts.sorted { $0.key < $1.key }.map { VerificationReport.TypeCount(type: $0.key, count: $0.value) }
  }
}

extension VerificationReport.Sealed {
  init(in folder: SealedFolder, _ entries: [Entry]) {
    let index = JournalIndex(entries)
    let commitments = index.commitments.union(index.erased).sorted { $0.digest < $1.digest }
    count = commitments.count
    for commitment in commitments {
      do throws(SealedFailure) {
        if try folder.open(commitment) != nil {
          openableCount += 1
          if index.erased.contains(commitment) { lingering.append(commitment) }
        } else if index.erased.contains(commitment) {
          erasedCount += 1
        } else {
          missing.append(commitment)
        }
      } catch {
        unopenable.append(VerificationReport.Unopenable(commitment: commitment, failure: error))
      }
    }
  }
}

extension VerificationReport.Sealed {
  /// What is not as it must be, by commitment. A file that may not be read is none of it, and neither is a missing one
  /// where no value is there at all: a published copy of a ledger carries none.
  fileprivate var damages: [Damage] {
    var kinds: [(Integrity.Commitment, Damage.Kind)] = lingering.map { ($0, .sealedLingering) }
    for file in unopenable {
      switch file.failure {
      case .malformed(let error): kinds.append((file.commitment, .sealedText(error)))
      case .otherCommitment(let found): kinds.append((file.commitment, .sealedCommitment(found: found)))
      case .file(let error):
        if error.operation == .read, error.errno == EISDIR || error.errno == EINVAL {
          kinds.append((file.commitment, .notAFile))
        }
      }
    }
    if openableCount + unopenable.count > 0 { kinds += missing.map { ($0, .sealedMissing) } }
    return kinds.sorted { $0.0.digest < $1.0.digest }.map { commitment, kind in
      Damage(file: "\(LedgerFolder.sealed)/\(commitment.hex)", kind: kind)
    }
  }
}
