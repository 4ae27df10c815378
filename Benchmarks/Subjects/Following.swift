/// The secretary's questions, asked by a cold process: the board of the morning, and the report of a period.
func measureFollowing(_ setting: Setting, _ report: (Row) -> Void) throws(HarnessFailure) {
  for words in ["status", "status --json", "follow-up prepare 2023-T1", "follow-up prepare 2023-T1 --json"] {
    let command = words.split(separator: " ").map(String.init)
    report(try setting.measure("following", words, [setting.liggare] + command + ["--journal", setting.ledger]))
  }
}
