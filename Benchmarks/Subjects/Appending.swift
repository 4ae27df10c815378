import CAllocations

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
///
/// `nanosecondsOwn` is the processor time of the program for each event, without the kernel's. It includes the making of
/// the ids and the proposals.
private func measureLoop(
  _ setting: Setting, _ subject: String, batch: Int, count: Int, _ report: (Row) -> Void
) throws(HarnessFailure) {
  let lineByteCount = 391
  let perTurn = max(1, count / turnCount)
  var rows = [
    Row(subject: subject, name: "bare write and fdatasync", how: "write, fdatasync; lines a time: \(batch)"),
    Row(subject: subject, name: "bare, file preallocated", how: "write, fdatasync; the file written over before"),
    Row(subject: subject, name: "JournalWriter.append", how: "events a call: \(batch); a checkpoint each second"),
    Row(subject: subject, name: "JournalWriter.append(raw:)", how: "events a call: \(batch); a checkpoint each second"),
  ]
  var loops: [Int: Loop] = [2: Loop(), 3: Loop()]
  for _ in 0..<setting.runs {
    let bare = try BareLoop(setting.scratch + "/bare", byteCount: lineByteCount * batch)
    let filled = try BareLoop(
      setting.scratch + "/filled", byteCount: lineByteCount * batch, preallocatedFor: perTurn * turnCount)
    try setting.remove(setting.scratch + "/typed")
    try setting.remove(setting.scratch + "/raw")
    var typed = try Growing.create(in: setting.scratch + "/typed")
    var raw = try Growing.create(in: setting.scratch + "/raw")
    let before = (typed.counted, raw.counted)
    var sums = [0, 0, 0, 0]
    for _ in 0..<turnCount {
      sums[0] += try timed { () throws(HarnessFailure) in try bare.append(perTurn) }
      sums[1] += try timed { () throws(HarnessFailure) in try filled.append(perTurn) }
      sums[2] += try loops[2, default: Loop()].timed { () throws(HarnessFailure) in
        for _ in 0..<perTurn { try typed.append(batch) }
      }
      sums[3] += try loops[3, default: Loop()].timed { () throws(HarnessFailure) in
        for _ in 0..<perTurn { try raw.append(raw: batch) }
      }
    }
    for index in rows.indices { rows[index].wallMicroseconds.append(sums[index]) }
    loops[2]?.end(sums[0], sums[2], typed.counted, since: before.0)
    loops[3]?.end(sums[0], sums[3], raw.counted, since: before.1)
    typed.close()
    raw.close()
  }
  try setting.remove(setting.scratch + "/typed")
  try setting.remove(setting.scratch + "/raw")
  let eventCount = perTurn * turnCount * batch
  for index in rows.indices {
    rows[index].count("events", eventCount)
    rows[index].count("syncs", loops[index]?.syncCount ?? perTurn * turnCount)
    rows[index].count("bytes", loops[index]?.byteCount ?? eventCount * lineByteCount)
    if let loop = loops[index] {
      rows[index].count("allocations", loop.allocations / setting.runs)
      rows[index].count("perMilleOfBare", median(loop.ratios))
      rows[index].count("nanosecondsOwn", loop.own * 1000 / (eventCount * setting.runs))
      rows[index].count("nanosecondsKernel", loop.kernel * 1000 / (eventCount * setting.runs))
    }
    report(rows[index])
  }
}

/// What one of our loops has come to over the runs.
private struct Loop {
  var ratios: [Int] = []
  var own = 0
  var allocations = 0
  var kernel = 0
  var syncCount = 0
  var byteCount = 0

  mutating func timed(_ work: () throws(HarnessFailure) -> Void) throws(HarnessFailure) -> Int {
    let blocks = allocation_count()
    let before = usedMicroseconds()
    let start = microseconds()
    try work()
    let wall = microseconds() - start
    let after = usedMicroseconds()
    own += after.own - before.own
    allocations += allocation_count() - blocks
    kernel += after.kernel - before.kernel
    return wall
  }

  mutating func end(_ bare: Int, _ ours: Int, _ counted: (syncs: Int, bytes: Int), since: (syncs: Int, bytes: Int)) {
    ratios.append(bare * 1000 / max(1, ours))
    syncCount = counted.syncs - since.syncs
    byteCount = counted.bytes - since.bytes
  }
}

private func timed(_ work: () throws(HarnessFailure) -> Void) throws(HarnessFailure) -> Int {
  let start = microseconds()
  try work()
  return microseconds() - start
}
