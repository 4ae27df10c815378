/// The trail of one measure, asked by a cold process, for people and as JSON, and with a proof of each entry.
func measureTrace(_ setting: Setting, _ report: (Row) -> Void) throws(HarnessFailure) {
  let command = [setting.liggare, "audit", "trace", setting.measure, "--journal", setting.ledger]
  report(try setting.measure("trace", "audit trace \(setting.measure)", command))
  report(try setting.measure("trace", "audit trace \(setting.measure) --json", command + ["--json"]))
  report(try setting.measure("trace", "audit trace \(setting.measure) --proofs", command + ["--proofs"]))
}
