import DurableFiles
import JournalStore

/// Every event as one line of JSON: the journal's own line, a CloudEvent, with the data in the newest schema version and
/// sealed values masked. So the line of an event that seals nothing is the journal's, byte for byte.
struct EventLines: ExportFormat {
  let sink: ExportSink
  var isFinal: Bool { sink.isFinal }

  func emptyPiece() -> [UInt8] { [] }

  func add(_ line: ExportLine, to piece: inout [UInt8]) {
    if line.isChanged {
      piece.append(contentsOf: Self.head(of: line))
      line.withData { piece.append(contentsOf: $0) }
      piece.append(contentsOf: line.bytes[line.facts.data.upperBound...])
    } else {
      piece.append(contentsOf: line.bytes)
    }
    piece.append(UInt8(ascii: "\n"))
  }

  /// What stands before the data, with the schema version that the data now has.
  private static func head(of line: ExportLine) -> [UInt8] {
    let head = line.bytes[..<line.facts.data.lowerBound]
    let newest = ExportLine.newestVersions[line.facts.type]
    guard newest > 1 else { return Array(head) }
    let members = Array("\"time\":\"".utf8)
    let recorded = line.recorded
    guard let start = recorded.baseAddress.map({ $0 - (line.bytes.baseAddress ?? $0) }) else { return Array(head) }
    precondition(start >= members.count, "a time stands behind its name")
    return head[..<(start + recorded.count + 1)]
      + Array(",\"dataschema\":\"urn:liggare:\(line.type):\(newest)\",\"data\":".utf8)
  }

  func join(_ piece: [UInt8]) { sink.write(piece) }

  func restart() throws(FileError) { try sink.restart() }
}
