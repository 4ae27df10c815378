package import Integrity
package import LedgerDomain

/// Where a line stands.
package struct LinePlace: Hashable, Sendable {
  /// The file, relative to the ledger's folder.
  package let file: String
  /// The line in the file, from 1.
  package let lineNumber: Int
  /// Where the line begins in the file, 0-based.
  package let byteOffset: Int

  package init(file: String, lineNumber: Int, byteOffset: Int) {
    self.file = file
    self.lineNumber = lineNumber
    self.byteOffset = byteOffset
  }
}

/// One line of a journal that has been read and checked: the event, and the bytes that the proofs are about.
package struct Entry: Hashable, Sendable {
  package let event: Event
  /// The line without its LF.
  package let line: [UInt8]
  /// The line's leaf in the journal's tree.
  package let leafHash: Digest
  package let place: LinePlace
  /// The schema version that the line's data is written in.
  package let schemaVersion: Int

  package init(event: Event, line: [UInt8], leafHash: Digest, place: LinePlace, schemaVersion: Int) {
    self.event = event
    self.line = line
    self.leafHash = leafHash
    self.place = place
    self.schemaVersion = schemaVersion
  }
}
