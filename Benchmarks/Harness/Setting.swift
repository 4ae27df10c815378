import Glibc

/// What stops the harness.
enum HarnessFailure: Error {
  case argument(String)
  case systemCall(String, path: String, code: Int32)
  case journal(String)
}

/// What the subjects measure on and with, from the command line.
struct Setting {
  var ledger = ""
  var liggare = ""
  var runs = 5
  var json: String?
  /// A folder on the file system that is measured; copies and logs go there and are removed.
  var scratch = ""
  /// The measure whose trail is asked for.
  var measure = "M-0007"
  var day = "2023-06-30"
  /// The day after it.
  var nextDay = "2023-07-01"
  var known = "2023-07-15T00:00:00Z"
  /// An event log to import, and what its columns mean.
  var log: String?
  var mapping: String?
  /// How many appends the loops make.
  var appends = 2000

  init(_ arguments: ArraySlice<String>) throws(HarnessFailure) {
    var rest = arguments
    while let name = rest.popFirst() {
      guard let value = rest.popFirst() else { throw .argument("\(name) needs a value") }
      switch name {
      case "--ledger": ledger = value
      case "--liggare": liggare = value
      case "--runs": runs = try Setting.number(name, value)
      case "--json": json = value
      case "--scratch": scratch = value
      case "--measure": measure = value
      case "--as-of": day = value
      case "--next-day": nextDay = value
      case "--log": log = value
      case "--mapping": mapping = value
      case "--known-at": known = value
      case "--appends": appends = try Setting.number(name, value)
      default: throw .argument("unknown: \(name)")
      }
    }
    if ledger.isEmpty { throw .argument("--ledger DIR is missing") }
    if liggare.isEmpty { throw .argument("--liggare PROGRAM is missing") }
    while ledger.hasSuffix("/") { ledger.removeLast() }
    if scratch.isEmpty { scratch = ledger + ".bench" }
    try Setting.makeFolder(scratch)
    // Snapshots and indexes of copies must not meet those of the ledger that someone works with.
    try Setting.makeFolder(scratch + "/cache")
    setenv("XDG_CACHE_HOME", scratch + "/cache", 1)
  }

  private static func number(_ name: String, _ text: String) throws(HarnessFailure) -> Int {
    guard let number = Int(text), number > 0 else { throw .argument("\(name) takes a number from 1") }
    return number
  }

  static func makeFolder(_ path: String) throws(HarnessFailure) {
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw .systemCall("mkdir", path: path, code: errno) }
  }

  /// Where a program's output goes.
  var output: String { scratch + "/output" }

  /// The segments of the ledger, in order.
  func segments() -> [String] {
    var names: [String] = []
    guard let folder = opendir(ledger + "/events") else { return [] }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".jsonl") { names.append("\(ledger)/events/\(name)") }
    }
    return names.sorted()
  }

  /// The bytes of all segments.
  func byteCount() -> Int {
    segments().reduce(0) { sum, path in
      var status = stat()
      return stat(path, &status) == 0 ? sum + Int(status.st_size) : sum
    }
  }

  /// A row of one command line: once to warm the caches and to let snapshots be made, then `runs` times.
  ///
  /// `before` makes ready for each run and is not timed.
  func measure(
    _ subject: String, _ name: String, _ command: [String], warm: Bool = true,
    before: (() throws(HarnessFailure) -> Void)? = nil
  ) throws(HarnessFailure) -> Row {
    var row = Row(subject: subject, name: name, how: command.joined(separator: " "))
    for index in (warm ? -1 : 0)..<runs {
      try before?()
      let run = runProcess(command, output: output)
      guard run.exitCode == 0 else {
        row.failure = "exit \(run.exitCode)"
        row.wallMicroseconds = []
        return row
      }
      if index < 0 { continue }
      row.wallMicroseconds.append(run.wallMicroseconds)
      row.cpuMicroseconds.append(run.cpuMicroseconds)
      row.residentKilobytes = max(row.residentKilobytes, run.residentKilobytes)
    }
    return row
  }

  /// A writable copy of the ledger in the scratch folder, made anew.
  func copy(_ name: String) throws(HarnessFailure) -> String {
    let path = "\(scratch)/\(name)"
    try remove(path)
    let run = runProcess(["cp", "-r", "--reflink=auto", ledger, path], output: output)
    guard run.exitCode == 0 else { throw .systemCall("cp", path: path, code: run.exitCode) }
    _ = runProcess(["chmod", "-R", "u+w", path], output: output)
    return path
  }

  func remove(_ path: String) throws(HarnessFailure) {
    let run = runProcess(["rm", "-rf", path], output: output)
    guard run.exitCode == 0 else { throw .systemCall("rm", path: path, code: run.exitCode) }
  }
}
