import JournalStore

/// The counts when 1,000 events are newer than the snapshot: a copy is asked once, grown once, and asked again and again.
///
/// Every timed run catches up with the same 1,000 events, as long as the program leaves the snapshot as it is below its
/// threshold.
func measureCatchUp(_ setting: Setting, _ report: (Row) -> Void) throws(HarnessFailure) {
  let copy = try setting.copy("catch-up")
  let command = [setting.liggare, "measure", "count", "--json", "--journal", copy]
  var call = 0
  var row = try setting.measure("catch-up", "counts, 1,000 events after the snapshot", command, warm: true) {
    () throws(HarnessFailure) in
    defer { call += 1 }
    // The warming run makes the snapshot, and before the first that is timed the ledger grows.
    guard call == 1 else { return }
    let run = runProcess(
      [CommandLine.arguments[0], "grow", copy, "1000"], output: setting.output)
    guard run.exitCode == 0 else { throw .journal("the copy could not be grown: see \(setting.output)") }
  }
  row.count("newer", 1000)
  report(row)
  try setting.remove(copy)
}
