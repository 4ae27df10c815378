import Foundation
package import Testing

/// A text that a test compares with the one on file, `Tests/Goldens/<name>`.
///
/// With `LIGGARE_RECORD=1` in the environment the file is written anew and the test fails, so that recording is always on purpose;
/// the new text is read in the diff before it is committed.
package enum Golden {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Goldens")

  package static func expect(_ actual: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["LIGGARE_RECORD"] == "1" {
      do {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(actual.utf8).write(to: file)
        Issue.record(
          "Goldens/\(name) is recorded anew: read it, then run without LIGGARE_RECORD", sourceLocation: sourceLocation)
      } catch {
        Issue.record(error, sourceLocation: sourceLocation)
      }
      return
    }
    guard let data = try? Data(contentsOf: file) else {
      Issue.record("Goldens/\(name) is missing: record it with LIGGARE_RECORD=1", sourceLocation: sourceLocation)
      return
    }
    expectSame(actual, String(decoding: data, as: UTF8.self), sourceLocation: sourceLocation)
  }
}

/// Expects two texts of several lines to have the same bytes, and shows the first line where they part.
package func expectSame(_ actual: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
  if actual.utf8.elementsEqual(expected.utf8) { return }
  let found = actual.split(separator: "\n", omittingEmptySubsequences: false)
  let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let index = zip(found, wanted).enumerated().first { !$1.0.utf8.elementsEqual($1.1.utf8) }?.offset
  let line = index ?? min(found.count, wanted.count)
  func show(_ lines: [Substring]) -> String { line < lines.count ? String(lines[line]) : "(no such line)" }
  Issue.record(
    """
    line \(line + 1) differs
    expected: \(show(wanted))
    found:    \(show(found))
    the whole text found:
    \(actual)
    """, sourceLocation: sourceLocation)
}
