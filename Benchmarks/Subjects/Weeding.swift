/// What is done about one private person in a ledger with many (`generate --persons`): find, give out, erase; and the verification of all
/// sealed values. Each run erases another person, of a copy.
func measureWeeding(_ setting: Setting, _ report: (Row) -> Void) throws(HarnessFailure) {
  let copy = try setting.copy("weeding")
  func command(_ rest: [String]) -> [String] { [setting.liggare] + rest + ["--journal", copy] }
  report(try setting.measure("weeding", "journal person E-0500", command(["journal", "person", "E-0500"])))
  let reading = ["journal", "person", "E-0500", "--reveal"]
  report(try setting.measure("weeding", "journal person E-0500 --reveal", command(reading)))
  let seeking = ["journal", "find-sealed", "name 123, påhittat"]
  report(try setting.measure("weeding", "journal find-sealed, a name", command(seeking)))
  var person = 0
  var row = Row(
    subject: "weeding", name: "journal erase, one person", how: "journal erase E-… --yes, another person each run")
  for index in -1..<setting.runs {
    person += 1
    let id = "E-" + String(repeating: "0", count: 4 - String(person).utf8.count) + String(person)
    let run = runProcess(
      command([
        "journal", "erase", id, "--reference", "§ 88", "--decided", "2023-11-20", "--organ", "Kommunstyrelsen", "--yes",
        "--recorded-by", "K. Thulin",
      ]), output: setting.output)
    guard run.exitCode == 0 else {
      row.failure = "exit \(run.exitCode)"
      row.wallMicroseconds = []
      break
    }
    if index < 0 { continue }
    row.wallMicroseconds.append(run.wallMicroseconds)
    row.cpuMicroseconds.append(run.cpuMicroseconds)
    row.residentKilobytes = max(row.residentKilobytes, run.residentKilobytes)
  }
  report(row)
  report(try setting.measure("weeding", "journal verify, every sealed value", command(["journal", "verify"])))
  try setting.remove(copy)
}
