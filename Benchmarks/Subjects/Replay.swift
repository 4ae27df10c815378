/// A cold process that reads every line, checks the root and answers with the counts, without any derived file.
func measureReplay(_ setting: Setting, _ report: (Row) -> Void) throws(HarnessFailure) {
  var row = try setting.measure(
    "replay", "every line read and hashed, counts per area and status",
    [setting.liggare, "measure", "count", "--no-cache", "--json", "--journal", setting.ledger])
  row.count("bytes", setting.byteCount())
  report(row)
}
