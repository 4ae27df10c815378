import Foundation

/// Programs that were not written here, and read what is written here or do the same by other means. A test that wants one is skipped by name where it is absent.
package enum Outside {
  /// The path of a program that the machine has; nil where it has none.
  package static func path(_ name: String, in folders: [String] = []) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return (folders + path.split(separator: ":").map(String.init)).map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A Python that has pm4py, and one that has python-docx: that of the benchmarks' peers, else the machine's.
  package static let pm4py = python(with: ["pm4py"])
  package static let pythonDOCX = python(with: ["docx"])

  /// A Python that has these modules: that of `.build/peers`, else the machine's.
  package static func python(with modules: [String]) -> String? {
    let own = root.appending(path: ".build/peers/bin/python").path
    let candidates = [FileManager.default.isExecutableFile(atPath: own) ? own : nil, path("python3")].compactMap(\.self)
    return candidates.first { (try? run($0, ["-c", "import " + modules.joined(separator: ", ")]))?.exit == 0 }
  }

  package static let python = path("python3")
  package static let xmllint = path("xmllint")
  package static let sqlite = path("sqlite3")
  /// LibreOffice.
  package static let soffice = path("soffice")
  /// The texts of a PDF.
  package static let pdftotext = path("pdftotext")

  /// The folder of PostgreSQL's programs; nil where there is none, or none that can be run here (it refuses to run as root).
  package static let postgres: String? = {
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
    return folders.sorted().reversed().map { "/usr/lib/postgresql/\($0)/bin" }
      .first { FileManager.default.isExecutableFile(atPath: "\($0)/initdb") }
  }()

  package struct Answer: Sendable {
    package let exit: Int32
    package let output: String
    package let errors: String
  }

  /// Runs a program to its end, its input from a file and in the environment given, where they are.
  package static func run(
    _ path: String, _ arguments: [String], input: String? = nil, environment: [String: String]? = nil
  ) throws -> Answer {
    let folder = try ScratchFolder()
    for name in ["out", "err"] { try Data().write(to: URL(filePath: folder(name))) }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    if let environment { process.environment = environment }
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
  package static func script(_ name: String) -> String {
    root.appending(path: "Tests/Outside/\(name)").path
  }
}
