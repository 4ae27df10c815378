import Glibc
import StrictJSON

/// The rows as a table for people and as JSON for the results page.
struct Report {
  var rows: [Row] = []

  /// Prints a row at once, so that a long run can be watched.
  func show(_ row: Row) {
    let figures: String
    if let failure = row.failure {
      figures = "– (\(failure))"
    } else {
      var parts = [row.wall.map(Report.milliseconds) ?? "–"]
      if !row.cpuMicroseconds.isEmpty { parts.append("CPU \(Report.milliseconds(median(row.cpuMicroseconds)))") }
      if row.residentKilobytes > 0 { parts.append("\(row.residentKilobytes / 1024) MiB") }
      for name in ["events", "syncs"] {
        if let rate = row.rate(of: name) { parts.append("\(rate) \(name)/s") }
      }
      if let ratio = row.value("perMilleOfBare") { parts.append("\(ratio) ‰ of bare") }
      if let own = row.value("nanosecondsOwn") { parts.append("\(own) ns own CPU an event") }
      if let blocks = row.value("allocations"), let events = row.value("events"), events > 0 {
        parts.append("\(blocks) allocations (\(blocks * 1000 / events) ‰ of events)")
      }
      if let bytes = row.value("bytes"), let wall = row.wall, wall > 0 { parts.append("\(bytes / wall) MB/s") }
      figures = parts.joined(separator: ", ")
    }
    print("\(Report.padded(row.subject, 10)) \(Report.padded(row.name, 58)) \(figures)")
    fflush(nil)
  }

  /// `{"kind":"liggare.benchmarks","version":1,"machine":…,"setting":…,"rows":[…]}`
  func json(_ setting: Setting) -> JSONValue {
    .object(
      JSONObject([
        ("kind", .string("liggare.benchmarks")), ("version", JSONValue(1)),
        ("loadAverageHundredths", .array(Report.loadAverages().map { JSONValue($0) })),
        ("processors", JSONValue(sysconf(Int32(_SC_NPROCESSORS_ONLN)))),
        ("ledger", .string(setting.ledger)), ("bytes", JSONValue(setting.byteCount())),
        ("runs", JSONValue(setting.runs)), ("rows", .array(rows.map(\.json))),
      ]))
  }

  /// How many processes wanted the processors in the last 1, 5 and 15 minutes, in hundredths: above 100 for each
  /// processor, the figures are those of a machine with other work.
  static func loadAverages() -> [Int] {
    var averages = [Double](repeating: 0, count: 3)
    let count = getloadavg(&averages, 3)
    return averages.prefix(max(0, Int(count))).map { Int($0 * 100) }
  }

  private static func milliseconds(_ microseconds: Int) -> String {
    let tenths = String(microseconds % 1000 / 10 + 100).dropFirst()
    return "\(microseconds / 1000).\(tenths) ms"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
