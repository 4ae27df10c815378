import Foundation

/// Programs that were not written here, and do the same thing by other means. A test that wants one is skipped by name where it is absent.
package enum Peer {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The path of a program that the machine has; nil where it has none.
  package static func path(_ name: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// A Python that has these modules: that of `.build/calendar` or `.build/peers`, else the machine's.
  package static func python(with modules: [String]) -> String? {
    let own = ["calendar", "peers"].map { root.appending(path: ".build/\($0)/bin/python").path }
    let there = own.filter { FileManager.default.isExecutableFile(atPath: $0) } + [path("python3")].compactMap(\.self)
    return there.first { python in
      (try? run(python, ["-c", "import " + modules.joined(separator: ", ")]))?.exit == 0
    }
  }

  package struct Answer: Sendable {
    package let exit: Int32
    package let output: String
    package let errors: String
  }

  /// Runs a program to its end, in the environment given where one is.
  package static func run(
    _ path: String, _ arguments: [String], environment: [String: String]? = nil
  ) throws -> Answer {
    let folder = try ScratchFolder()
    for name in ["out", "err"] { try Data().write(to: URL(filePath: folder(name))) }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    if let environment { process.environment = environment }
    process.standardOutput = FileHandle(forWritingAtPath: folder("out"))
    process.standardError = FileHandle(forWritingAtPath: folder("err"))
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Answer(
      exit: process.terminationStatus, output: try String(contentsOfFile: folder("out"), encoding: .utf8),
      errors: try String(contentsOfFile: folder("err"), encoding: .utf8))
  }
}
