import DurableFiles

/// The names in a ledger's folder.
///
///     ledger.json                  the data of event 1 for people; rebuilt from nothing else, checked on every opening
///     events/000000000001.jsonl    the lines; the truth
///     checkpoint                   what the journal held when it was last acknowledged; the truth about its end
///     sealed/<commitment>          salts and values that lines commit to; their loss is an erasure
///     presented/<SHA-256>          documents as presented; their loss is theirs, the digest stays in a line
///     checkpoints/<size>-<hash>    signed checkpoints that a later one has replaced, byte for byte; their loss is theirs
///     set-aside/<position>-<hash>.jsonl  what a crash left of batches that were never acknowledged
///     lock                         who writes; worthless without a writer
///     backup.json                  only in a backup: of which ledger it is one (`BackupMarker`)
package struct LedgerFolder: Hashable, Sendable {
  package let path: String

  package init(_ path: String) {
    self.path = path
  }

  static let ledgerCopy = "ledger.json"
  static let checkpoint = "checkpoint"
  static let checkpoints = "checkpoints"
  package static let events = "events"
  static let sealed = "sealed"
  static let presented = "presented"
  static let setAside = "set-aside"
  static let lock = "lock"

  /// The path of a name in the folder.
  func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  /// The segment that begins with a position, relative to the folder: `events/000000000001.jsonl`.
  static func segment(from position: Int) -> String {
    "\(events)/\(digits(position)).jsonl"
  }

  /// The file for lines set aside, relative to the folder: their first position, and what tells them from others.
  static func setAside(from position: Int, mark: ChainMark) -> String {
    "\(setAside)/\(digits(position))-\(mark.text).jsonl"
  }

  /// The file for a checkpoint that is replaced, relative to the folder: its size, and what tells it from others.
  static func keptCheckpoint(size: Int, mark: ChainMark) -> String {
    "\(checkpoints)/\(digits(size))-\(mark.text)"
  }

  /// The first position of a segment by its name in `events`; nil for a name that no segment has.
  static func firstPosition(ofSegment name: String) -> Int? {
    let bytes = Array(name.utf8)
    guard bytes.count == 18, bytes[12...].elementsEqual(".jsonl".utf8),
      bytes[..<12].allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(String(decoding: bytes[..<12], as: UTF8.self))
  }

  private static func digits(_ position: Int) -> String {
    let digits = String(position)
    return String(repeating: "0", count: max(0, 12 - digits.utf8.count)) + digits
  }
}
