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
  ///
  /// A sound journal is read by a `Sweep`, on all processors, in memory for ids and subjects only. Where that is not
  /// sure, everything is read again in order, which takes some ten times as long, and says what is wrong.
  /// `progress` is told how many bytes of how many are done. `sizes` are numbers of lines whose roots are wanted, to be
  /// held against checkpoints that were kept elsewhere (`History`); with any, it takes 32 bytes a line more.
  package static func verify(
    _ path: String, rootsAt sizes: Set<Int> = [], operations: FileOperations = .system,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(JournalError) -> VerificationReport {
    let folder = LedgerFolder(path)
    do throws(FileError) {
      if let report = try swept(folder, sizes, operations, progress) { return report }
    } catch {
      throw .file(error)
    }
    return try verifyInOrder(path, rootsAt: sizes, operations: operations)
  }

  /// The same report by reading line after line, and keeping them: what a sweep is held against.
  static func verifyInOrder(
    _ path: String, rootsAt sizes: Set<Int> = [], operations: FileOperations = .system
  ) throws(JournalError) -> VerificationReport {
    let folder = LedgerFolder(path)
    let contents = try contents(of: folder, operations)
    do throws(FileError) {
      let reading = JournalReading(contents, stopAtDamage: false, keepsEntries: false)
      let sealed = VerificationReport.Sealed(
        in: SealedFolder(of: folder, operations: operations), reading.totals.commitments, erased: reading.totals.erased)
      return VerificationReport(
        folder: path, identity: reading.identity, damages: reading.damages + sealed.damages,
        goodLineCount: reading.goodCount, lines: .init(of: reading), sealed: sealed,
        checkpoint: reading.checkpoint, computedSize: reading.range.size, computedRoot: reading.range.root,
        roots: MerkleTree.roots(of: reading.leaves, at: sizes), tail: reading.tail,
        notChecked: try notChecked(reading.checkpoint, lineCount: reading.leaves.count, folder, operations))
    } catch {
      throw .file(error)
    }
  }

  /// The report on a journal in which everything is right; nil where that is not sure.
  private static func swept(
    _ folder: LedgerFolder, _ sizes: Set<Int>, _ operations: FileOperations,
    _ progress: @escaping @Sendable (Int, Int) -> Void
  ) throws(FileError) -> VerificationReport? {
    guard let files = try LedgerFiles(folder, operations: operations), files.tornByteCount == 0 else { return nil }
    let sweep = Sweep(files.segments, source: files.opening.source)
    let empty = BothTallies(ChainTally(), LeafTally(keeps: !sizes.isEmpty))
    guard let swept = try sweep.run(cut: files.checkpoint.size, empty: empty, progress: progress),
      swept.tally.one.isSure, swept.rootAtCut == files.checkpoint.root
    else { return nil }
    let chain = swept.tally.one
    let sealed = VerificationReport.Sealed(
      in: SealedFolder(of: folder, operations: operations), chain.commitments.subtracting(chain.erased),
      erased: chain.erased)
    let lineCount = swept.range.end
    return VerificationReport(
      folder: folder.path, identity: files.opening.source, damages: sealed.damages, goodLineCount: lineCount,
      lines: .init(of: chain, files), sealed: sealed, checkpoint: files.checkpoint, computedSize: lineCount,
      computedRoot: swept.range.root, roots: MerkleTree.roots(of: swept.tally.other.leaves, at: sizes), tail: nil,
      notChecked: try notChecked(files.checkpoint, lineCount: lineCount, folder, operations))
  }

  private static func notChecked(
    _ checkpoint: Checkpoint?, lineCount: Int, _ folder: LedgerFolder, _ operations: FileOperations
  ) throws(FileError) -> [VerificationReport.NotChecked] {
    var list: [VerificationReport.NotChecked] = [.checkpointsElsewhere]
    if let checkpoint {
      if !checkpoint.signatureText.isEmpty { list.append(.signatures) }
      let beyond = lineCount - checkpoint.size
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
  /// Requires a reading that kept no entries.
  init(of reading: JournalReading) {
    self = reading.totals.lines
    byteCount = reading.byteCount
    segmentCount = reading.segmentCount
    types = reading.totals.types
  }
}

extension VerificationReport.Lines {
  init(of tally: ChainTally, _ files: LedgerFiles) {
    count = tally.lineCount
    byteCount = files.segments.reduce(0) { $0 + $1.byteCount }
    segmentCount = files.segments.count
    subjectCount = tally.subjectCount
    batchCount = tally.batchCount
    types = zip(FactTypes.names, tally.typeCounts).filter { $0.1 > 0 }
      .map { VerificationReport.TypeCount(type: Text($0.0), count: $0.1) }
    firstRecorded = tally.firstRecorded.map(Instant.init(milliseconds:))
    lastRecorded = tally.lastRecorded.map(Instant.init(milliseconds:))
    clockSteps = tally.clockSteps
  }
}

extension VerificationReport.Sealed {
  init(
    in folder: SealedFolder, _ stated: Set<Integrity.Commitment>, erased: Set<Integrity.Commitment>
  ) {
    let commitments = stated.union(erased).sorted { $0.digest < $1.digest }
    count = commitments.count
    for commitment in commitments {
      do throws(SealedFailure) {
        if erased.contains(commitment) {
          // Whatever it holds, it is to go. Who may not look says what the book says.
          if (try? folder.holds(commitment)) == true { lingering.append(commitment) } else { erasedCount += 1 }
        } else if try folder.open(commitment) != nil {
          openableCount += 1
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
      if let kind = file.failure.damage { kinds.append((file.commitment, kind)) }
    }
    if openableCount + unopenable.count + lingering.count > 0 { kinds += missing.map { ($0, .sealedMissing) } }
    return kinds.sorted { $0.0.digest < $1.0.digest }.map { Damage(of: $0.0, $0.1) }
  }
}
