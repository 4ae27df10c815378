import Foundation

/// A new empty folder for one test, removed with all that is in it when the test lets go of it.
package final class ScratchFolder: Sendable {
  package let path: String

  /// With `inMemory` where the machine has a folder for that: syncs cost nothing there, for tests that make thousands.
  package init(inMemory: Bool = false) throws {
    let isThere = inMemory && FileManager.default.isWritableFile(atPath: "/dev/shm")
    let folder = isThere ? URL(filePath: "/dev/shm") : FileManager.default.temporaryDirectory
    let url = folder.appending(path: "liggare-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    // Without symbolic links, so that paths compare as text.
    path = url.resolvingSymlinksInPath().path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of a name in the folder.
  package func callAsFunction(_ name: String) -> String { path + "/" + name }
}
