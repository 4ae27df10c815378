import Foundation

/// The independent programs in `Tests/Outside`, run by the system's Python where there is one.
enum Python {
  /// The folder of the programs.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Outside")

  static let isThere = (try? run(["-c", "import sys; sys.exit(sys.version_info < (3, 11))"]).exit) == 0

  /// Runs a program of the folder.
  static func run(_ script: String, _ arguments: [String]) throws -> (exit: Int32, output: String) {
    try run([folder.appending(path: script).path] + arguments)
  }

  /// Runs Python with arguments: how it ended, and all that it wrote.
  static func run(_ arguments: [String]) throws -> (exit: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
