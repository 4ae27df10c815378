import JournalStore

/// The counts when 1,000 events are newer than the snapshot: a copy is asked once, grown, and asked again.
///
/// Every timed run catches up anew only as long as the program leaves the snapshot as it is below its threshold.
func measureCatchUp(_ setting: Setting, _ report: (Row) -> Void) throws(HarnessFailure) {
  let copy = try setting.copy("catch-up")
  let command = [setting.liggare, "measure", "count", "--json", "--journal", copy]
  var first = true
  var row = try setting.measure("catch-up", "counts, 1,000 events after the snapshot", command, warm: true) {
    () throws(HarnessFailure) in
    defer { first = false }
    guard !first else { return }
    // Before the first run: the snapshot is made by a process that is not timed, and then the ledger grows.
    guard runProcess(command, output: setting.output).exitCode == 0 else { return }
    let run = runProcess(
      [CommandLine.arguments[0], "grow", copy, "1000"], output: setting.output)
    guard run.exitCode == 0 else { throw .journal("the copy could not be grown: see \(setting.output)") }
  }
  row.count("newer", 1000)
  report(row)
  try setting.remove(copy)
}
