/// The auditor's questions, asked by a cold process: all findings, why a field has its value, what two days differ in, a sample of
/// all measures, and the list of all cases.
func measureAuditing(_ setting: Setting, _ report: (Row) -> Void) throws(HarnessFailure) {
  func ask(_ words: String) throws(HarnessFailure) {
    let command = words.split(separator: " ").map(String.init)
    report(try setting.measure("auditing", words, [setting.liggare] + command + ["--journal", setting.ledger]))
  }
  try ask("audit findings")
  try ask("audit findings --severity breach --as-of \(setting.day)")
  try ask("audit findings --json")
  try ask("audit why \(setting.measure).status")
  try ask("audit why \(setting.measure) --all")
  try ask("audit diff --from \(setting.day) --to \(setting.nextDay)")
  try ask("audit diff --from known:\(setting.day) --to known:\(setting.nextDay)")
  try ask("audit diff --hindsight \(setting.day)")
  try ask("audit sample measure --size 25")
  try ask("case list")
}

/// The whole journal written in each form that other programs read, by a cold process.
func measureExporting(_ setting: Setting, _ report: (Row) -> Void) throws(HarnessFailure) {
  for (format, name) in [
    ("jsonl", "export.jsonl"), ("ocel", "export.json"), ("xes", "export.xes"), ("csv", "export"), ("sql", "export.sql"),
  ] {
    let out = "\(setting.scratch)/\(name)"
    try setting.remove(out)
    let command = [
      setting.liggare, "journal", "export", out, "--format", format, "--force", "--journal", setting.ledger,
    ]
    report(try setting.measure("exporting", "journal export --format \(format)", command))
  }
}

/// A real event log imported into a new ledger, by a cold process; only where the log is said to be (`--log FILE --mapping FILE`).
func measureImporting(_ setting: Setting, _ report: (Row) -> Void) throws(HarnessFailure) {
  guard let log = setting.log, let mapping = setting.mapping else { return }
  let path = "\(setting.scratch)/imported"
  let make = [
    setting.liggare, "journal", "init", path, "--title", "Import", "--owner", "Import", "--from", "2010-01-01",
    "--through", "2012-12-31", "--yes",
  ]
  let command = [setting.liggare, "journal", "import", log, "--mapping", mapping, "--yes", "--journal", path]
  report(
    try setting.measure("importing", "journal import \(log.split(separator: "/").last ?? "")", command) {
      () throws(HarnessFailure) in
      try setting.remove(path)
      let run = runProcess(make, output: setting.output)
      guard run.exitCode == 0 else { throw .systemCall("journal init", path: path, code: run.exitCode) }
    })
}
