/// The segment that lines are appended to: how far it has come.
struct ActiveSegment {
  /// The file, relative to the ledger's folder.
  let file: String
  private(set) var lineCount = 0
  private(set) var byteCount = 0

  /// The permissions that a segment keeps when the next one is begun: none to write.
  static let closedMode: UInt32 = 0o444

  init(file: String) {
    self.file = file
  }

  /// The segment of a journal's last entry. Requires at least one entry.
  init(of entries: [Entry]) {
    guard let last = entries.last else { preconditionFailure("a journal has at least one entry") }
    file = last.place.file
    lineCount = last.place.lineNumber
    byteCount = last.place.byteOffset + last.line.count + 1
  }

  /// Counts lines that were appended.
  mutating func grow(by entries: [Entry]) {
    lineCount += entries.count
    byteCount += entries.reduce(0) { $0 + $1.line.count + 1 }
  }
}
