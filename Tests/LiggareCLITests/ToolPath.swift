import Foundation

/// Where the built program lies.
enum ToolPath {
  /// The program beside the tests, or nil.
  static let path: String? = {
    guard let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") else { return nil }
    let path = URL(filePath: tests).deletingLastPathComponent().appending(path: "liggare").path
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()
}
