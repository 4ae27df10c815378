/// The public page of the whole ledger, written by a cold process: a page and a fragment for each measure, lists, data and feed.
func measurePublishing(_ setting: Setting, _ report: (Row) -> Void) throws(HarnessFailure) {
  let out = "\(setting.scratch)/site"
  let command = [setting.liggare, "site", "build", out, "--for", "kommun", "--journal", setting.ledger]
  report(
    try setting.measure("publishing", "site build", command) { () throws(HarnessFailure) in try setting.remove(out) })
}
