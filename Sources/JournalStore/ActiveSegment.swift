/// The segment that lines are appended to: how far it has come.
struct ActiveSegment {
  /// The file, relative to the ledger's folder.
  let file: String
  private(set) var byteCount: Int

  /// The permissions that a segment keeps when the next one is begun: none to write.
  static let closedMode: UInt32 = 0o444

  init(file: String, byteCount: Int = 0) {
    self.file = file
    self.byteCount = byteCount
  }

  /// Counts bytes that were appended.
  mutating func grow(by count: Int) {
    byteCount += count
  }
}
