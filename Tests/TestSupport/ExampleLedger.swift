import DurableFiles

/// The ledgers in the repository, as tests of the rooms below the story may read them.
package enum ExampleLedger {
  private static var root: String {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    return parts.joined(separator: "/")
  }

  /// The folder of the made-up ledger with every type of event.
  package static let folder = "\(root)/journal/exempel"

  /// The folder of the ledger of what the signed document states, which has no reporting periods.
  package static let katrineholm = "\(root)/journal/katrineholm"

  /// Its lines, without LFs.
  package static let lines: [[UInt8]] = {
    guard let bytes = try? FileOperations.system.read("\(folder)/events/000000000001.jsonl") else {
      preconditionFailure("the example ledger lies in the repository")
    }
    return bytes.split(separator: UInt8(ascii: "\n")).map(Array.init)
  }()
}
