/// How long the program takes to say anything: its version, and the smallest question to a ledger.
func measureStartup(_ setting: Setting, _ report: (Row) -> Void) throws(HarnessFailure) {
  report(try setting.measure("startup", "bare process (true)", ["/bin/true"]))
  report(try setting.measure("startup", "liggare --version", [setting.liggare, "--version"]))
  report(
    try setting.measure(
      "startup", "smallest question: body list", [setting.liggare, "body", "list", "--journal", setting.ledger]))
  report(try setting.measure("startup", "peer: sqlite3 --version", ["sqlite3", "--version"]))
}
