/// One durable append at a time by one process, in turn with the bare loop of write and fdatasync.
func measureAppending(_ setting: Setting, _ report: (Row) -> Void) throws(HarnessFailure) {
  try measureLoop(setting, "appending", batch: 1, count: setting.appends, report)
}

/// Batches of 1,000 events, each durable, in turn with the bare loop of the same bytes.
func measureBatches(_ setting: Setting, _ report: (Row) -> Void) throws(HarnessFailure) {
  try measureLoop(setting, "batches", batch: 1000, count: max(20, setting.appends / 50), report)
}

/// Into how many turns a run is cut, so that what else the disk does falls on all three alike.
private let turnCount = 20

/// Runs the bare loops and ours in turns and reports the median of the runs' sums; the ratio is that of sums in one run.
private func measureLoop(
  _ setting: Setting, _ subject: String, batch: Int, count: Int, _ report: (Row) -> Void
) throws(HarnessFailure) {
  let lineByteCount = 391
  let perTurn = max(1, count / turnCount)
  var rows = [
    Row(subject: subject, name: "bare write and fdatasync", how: "write, fdatasync; lines a time: \(batch)"),
    Row(subject: subject, name: "bare, file preallocated", how: "write, fdatasync; the file written over before"),
    Row(subject: subject, name: "JournalWriter.append", how: "events a call: \(batch)"),
  ]
  var ratios: [Int] = []
  var ours = (syncs: 0, bytes: 0)
  let folder = setting.scratch + "/appending"
  for _ in 0..<setting.runs {
    let bare = try BareLoop(setting.scratch + "/bare", byteCount: lineByteCount * batch)
    let filled = try BareLoop(
      setting.scratch + "/filled", byteCount: lineByteCount * batch, preallocatedFor: perTurn * turnCount)
    try setting.remove(folder)
    var growing = try Growing.create(in: folder)
    let before = growing.counted
    var sums = [0, 0, 0]
    for _ in 0..<turnCount {
      sums[0] += try timed { () throws(HarnessFailure) in try bare.append(perTurn) }
      sums[1] += try timed { () throws(HarnessFailure) in try filled.append(perTurn) }
      sums[2] += try timed { () throws(HarnessFailure) in
        for _ in 0..<perTurn { try growing.append(batch) }
      }
    }
    for index in rows.indices { rows[index].wallMicroseconds.append(sums[index]) }
    ratios.append(sums[0] * 1000 / max(1, sums[2]))
    ours = (growing.counted.syncs - before.syncs, growing.counted.bytes - before.bytes)
    growing.close()
  }
  try setting.remove(folder)
  let appendCount = perTurn * turnCount
  for index in rows.indices {
    rows[index].count("events", appendCount * batch)
    rows[index].count("syncs", index == 2 ? ours.syncs : appendCount)
    rows[index].count("bytes", index == 2 ? ours.bytes : appendCount * batch * lineByteCount)
    if index == 2 { rows[index].count("perMilleOfBare", median(ratios)) }
    report(rows[index])
  }
}

private func timed(_ work: () throws(HarnessFailure) -> Void) throws(HarnessFailure) -> Int {
  let start = microseconds()
  try work()
  return microseconds() - start
}
