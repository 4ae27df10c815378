package import Foundation

/// The folder of third-party test data beside the checkout.
package enum SharedData {
  package static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/data")

  package static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: path).path)
  }

  package static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: path)))
  }

  /// The names in a subfolder that begin so, sorted; none where it is absent.
  package static func names(in path: String, prefix: String = "") -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path)) ?? []
    return all.filter { $0.hasPrefix(prefix) }.sorted()
  }
}
