/// Words sought among all titles there are, by a cold process.
func measureFinding(_ setting: Setting, _ report: (Row) -> Void) throws(HarnessFailure) {
  report(
    try setting.measure(
      "finding", "find skolvandring: a rare word",
      [setting.liggare, "find", "skolvandring", "--journal", setting.ledger]))
}
