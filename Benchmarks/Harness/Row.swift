import StrictJSON

/// One line of the results: what was measured, several times, and what was counted beside it.
struct Row {
  let subject: String
  /// What was done, as a reader would say it.
  let name: String
  /// How it was run: a command line, or the calls of a loop.
  let how: String
  /// Each run's wall time.
  var wallMicroseconds: [Int] = []
  var cpuMicroseconds: [Int] = []
  /// The largest of the runs.
  var residentKilobytes = 0
  /// Bytes, syncs, hashes, events: by name.
  var counts: [(name: String, value: Int)] = []
  /// Why there is no figure.
  var failure: String?

  var wall: Int? { wallMicroseconds.isEmpty ? nil : median(wallMicroseconds) }

  mutating func count(_ name: String, _ value: Int) { counts.append((name, value)) }

  func value(_ name: String) -> Int? { counts.first { $0.name == name }?.value }

  /// Things done in a second, where the row counts them.
  func rate(of name: String) -> Int? {
    guard let wall, let value = value(name), wall > 0 else { return nil }
    return value * 1_000_000 / wall
  }

  var json: JSONValue {
    func numbers(_ values: [Int]) -> JSONValue { .array(values.map { JSONValue($0) }) }
    var members: [(name: String, value: JSONValue)] = [
      ("subject", .string(subject)), ("name", .string(name)), ("how", .string(how)),
    ]
    if let failure {
      members.append(("failure", .string(failure)))
    } else {
      members.append(("wallMicroseconds", wall.map { JSONValue($0) } ?? .null))
      members.append(("wallMicrosecondsOfRuns", numbers(wallMicroseconds)))
      if !cpuMicroseconds.isEmpty { members.append(("cpuMicroseconds", JSONValue(median(cpuMicroseconds)))) }
      if residentKilobytes > 0 { members.append(("residentKilobytes", JSONValue(residentKilobytes))) }
      members.append(("counts", .object(JSONObject(counts.map { ($0.name, JSONValue($0.value)) }))))
    }
    return .object(JSONObject(members))
  }
}
