/// The whole command that records one event on a copy of the ledger, each run one event further.
func measureRecording(_ setting: Setting, _ report: (Row) -> Void) throws(HarnessFailure) {
  let copy = try setting.copy("recording")
  let row = try setting.measure(
    "recording", "indicator observe, one event",
    [
      setting.liggare, "indicator", "observe", "I-0001", "--value", "5", "--from", "statistics", "--yes",
      "--recorded-by", "K. Thulin", "--journal", copy,
    ])
  report(row)
  try setting.remove(copy)
}
