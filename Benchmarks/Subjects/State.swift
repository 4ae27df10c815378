/// The counts per area and status, asked by a cold process when nothing has changed since the last snapshot.
func measureState(_ setting: Setting, _ report: (Row) -> Void) throws(HarnessFailure) {
  report(
    try setting.measure(
      "state", "counts per area and status, snapshot ready",
      [setting.liggare, "measure", "count", "--json", "--journal", setting.ledger]))
}
