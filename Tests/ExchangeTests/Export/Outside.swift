import Foundation
import TestSupport

/// Programs that were not written here, and read what is exported. A test that wants one is skipped by name where it is absent.
enum Outside {
  /// The path of a program that the machine has; nil where it has none.
  static func path(_ name: String, in folders: [String] = []) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return (folders + path.split(separator: ":").map(String.init)).map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// A Python that has pm4py: that of the benchmarks' peers, else the machine's.
  static let pm4py: String? = {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let own = package.appending(path: ".build/peers/bin/python").path
    let candidates = [FileManager.default.isExecutableFile(atPath: own) ? own : nil, path("python3")].compactMap(\.self)
    return candidates.first { (try? run($0, ["-c", "import pm4py"]))?.exit == 0 }
  }()

  static let python = path("python3")
  static let xmllint = path("xmllint")
  static let sqlite = path("sqlite3")

  /// The folder of PostgreSQL's programs; nil where there is none, or none that can be run here (it refuses to run as root).
  static let postgres: String? = {
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
    return folders.sorted().reversed().map { "/usr/lib/postgresql/\($0)/bin" }
      .first { FileManager.default.isExecutableFile(atPath: "\($0)/initdb") }
  }()

  struct Answer {
    let exit: Int32
    let output: String
    let errors: String
  }

  /// Runs a program to its end, its input from a file where one is given.
  static func run(_ path: String, _ arguments: [String], input: String? = nil) throws -> Answer {
    let folder = try ScratchFolder()
    for name in ["out", "err"] { try Data().write(to: URL(filePath: folder(name))) }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardOutput = FileHandle(forWritingAtPath: folder("out"))
    process.standardError = FileHandle(forWritingAtPath: folder("err"))
    process.standardInput = input.flatMap { FileHandle(forReadingAtPath: $0) } ?? FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Answer(
      exit: process.terminationStatus, output: try String(contentsOfFile: folder("out"), encoding: .utf8),
      errors: try String(contentsOfFile: folder("err"), encoding: .utf8))
  }

  /// A script of `Tests/Outside`.
  static func script(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Outside/\(name)").path
  }
}
