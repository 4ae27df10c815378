/// One durable append at a time by one process, and the bare loop of write and fdatasync before and after it.
func measureAppending(_ setting: Setting, _ report: (Row) -> Void) throws(HarnessFailure) {
  try measureLoop(setting, "appending", batch: 1, count: setting.appends, report)
}

/// Batches of 1,000 events, each durable, and the bare loop of the same bytes.
func measureBatches(_ setting: Setting, _ report: (Row) -> Void) throws(HarnessFailure) {
  try measureLoop(setting, "batches", batch: 1000, count: max(5, setting.appends / 100), report)
}

/// Runs the bare loops and ours in turn, so that each round has its own ratio, and reports the medians.
private func measureLoop(
  _ setting: Setting, _ subject: String, batch: Int, count: Int, _ report: (Row) -> Void
) throws(HarnessFailure) {
  let lineByteCount = 391
  var bare = Row(subject: subject, name: "bare write and fdatasync", how: "write, fdatasync; \(batch) lines a time")
  var preallocated = Row(
    subject: subject, name: "bare, file preallocated", how: "pwrite, fdatasync; file written before")
  var ours = Row(subject: subject, name: "JournalWriter.append", how: "\(batch) events a call")
  let folder = setting.scratch + "/appending"
  var (syncs, bytes) = (0, 0)
  for _ in 0..<setting.runs {
    let loop = BareLoop(path: setting.scratch + "/bare", isPreallocated: false)
    bare.wallMicroseconds.append(try loop.run(count, byteCount: lineByteCount * batch))
    let filled = BareLoop(path: setting.scratch + "/bare", isPreallocated: true)
    preallocated.wallMicroseconds.append(try filled.run(count, byteCount: lineByteCount * batch))
    try setting.remove(folder)
    var growing = try Growing.create(in: folder)
    let before = growing.counted
    let start = microseconds()
    for _ in 0..<count { try growing.append(batch) }
    ours.wallMicroseconds.append(microseconds() - start)
    syncs = growing.counted.syncs - before.syncs
    bytes = growing.counted.bytes - before.bytes
    growing.close()
  }
  try setting.remove(folder)
  for index in 0..<3 {
    var row = [bare, preallocated, ours][index]
    row.count("events", count * batch)
    row.count("syncs", index == 2 ? syncs : count)
    row.count("bytes", index == 2 ? bytes : count * batch * lineByteCount)
    report(row)
  }
}
