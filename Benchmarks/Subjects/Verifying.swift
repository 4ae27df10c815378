/// `journal verify` beside programs that read the same bytes: one that hashes them, one that counts their lines.
func measureVerifying(_ setting: Setting, _ report: (Row) -> Void) throws(HarnessFailure) {
  let byteCount = setting.byteCount()
  func measure(_ name: String, _ command: [String]) throws(HarnessFailure) {
    var row = try setting.measure("verifying", name, command)
    row.count("bytes", byteCount)
    report(row)
  }
  try measure("peer: openssl dgst -sha256, same bytes", ["openssl", "dgst", "-sha256"] + setting.segments())
  try measure("peer: wc -l, same bytes", ["wc", "-l"] + setting.segments())
  try measure("journal verify, everything", [setting.liggare, "journal", "verify", "--journal", setting.ledger])
  // Again after it, so that the two are compared in the same minutes.
  try measure("peer: openssl dgst -sha256, again", ["openssl", "dgst", "-sha256"] + setting.segments())
}
