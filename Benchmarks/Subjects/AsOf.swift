/// The counts at other readings of the clocks: as of a day, and as of a day as it was known then.
func measureAsOf(_ setting: Setting, _ report: (Row) -> Void) throws(HarnessFailure) {
  let command = [setting.liggare, "measure", "count", "--json", "--journal", setting.ledger, "--as-of", setting.day]
  report(try setting.measure("as-of", "counts as of \(setting.day)", command))
  report(
    try setting.measure(
      "as-of", "counts as of \(setting.day), known at \(setting.known)", command + ["--known-at", setting.known]))
}
