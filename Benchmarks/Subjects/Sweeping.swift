import CAllocations
import DurableFiles
import Integrity
import JournalStore

/// What every reading of a journal rests on, in this process: all lines strictly scanned and hashed, and the root.
func measureSweeping(_ setting: Setting, _ report: (Row) -> Void) throws(HarnessFailure) {
  var row = Row(
    subject: "sweeping", name: "all lines strict and hashed, and the root", how: "JournalSweep.run(NoTally)")
  var lineCount = 0
  var allocations = 0
  for run in -1..<setting.runs {
    let before = (wall: microseconds(), cpu: usedMicroseconds(), blocks: allocation_count())
    do throws(FileError) {
      lineCount = try JournalSweep(setting.ledger)?.run(empty: NoTally())?.range.end ?? 0
    } catch { throw .journal("\(error)") }
    guard lineCount > 0 else { throw .journal("the sweep is not sure of \(setting.ledger)") }
    if run < 0 { continue }
    let after = usedMicroseconds()
    row.wallMicroseconds.append(microseconds() - before.wall)
    row.cpuMicroseconds.append(after.own + after.kernel - before.cpu.own - before.cpu.kernel)
    allocations = allocation_count() - before.blocks
  }
  row.count("bytes", setting.byteCount())
  row.count("events", lineCount)
  row.count("hashes", lineCount * 2 - 1)
  row.count("allocations", allocations)
  report(row)
}
