import DurableFiles
import JournalStore
import LedgerDomain
import StrictJSON

/// Every event as a row of comma-separated values: what the envelope says in columns of its own, and the data as JSON.
///
/// Moments are in UTC, a day without an hour is a day; `effective` is empty for an undated fact. Data is in the newest schema
/// version, sealed values masked.
struct EventTable: ExportFormat {
  static let columns = [
    "position", "id", "type", "subject", "subjectVersion", "effective", "recorded", "recordedBy", "batch",
    "correlation", "causation", "data",
  ]

  let sink: ExportSink
  var isFinal: Bool { sink.isFinal }

  func emptyPiece() -> CSVWriter { CSVWriter() }

  func add(_ line: ExportLine, to piece: inout CSVWriter) {
    if line.facts.position == 1 { piece.row(Self.columns) }
    piece.field(String(line.facts.position))
    piece.field(utf8: line.id)
    piece.field(line.type)
    piece.field(line.facts.subject.text)
    piece.field(String(line.facts.subjectVersion))
    let tail = EnvelopeTail(line.tail)
    piece.field(text: tail.effective)
    piece.field(utf8: line.recorded)
    piece.field(text: tail.recordedBy)
    piece.field(text: tail.batch)
    piece.field(text: tail.correlation)
    piece.field(text: tail.causation)
    line.withData { piece.field(utf8: $0) }
    piece.endRow()
  }

  func join(_ piece: CSVWriter) { sink.write(piece.bytes) }

  func restart() throws(FileError) { try sink.restart() }
}

/// The members of a line that stand behind its data, as JSON; nil where they are absent.
struct EnvelopeTail {
  private(set) var effective: UnsafeBufferPointer<UInt8>?
  private(set) var recordedBy: UnsafeBufferPointer<UInt8>?
  private(set) var batch: UnsafeBufferPointer<UInt8>?
  private(set) var correlation: UnsafeBufferPointer<UInt8>?
  private(set) var causation: UnsafeBufferPointer<UInt8>?

  init(_ members: DataMembers) {
    var (effective, recordedBy, batch) = (self.effective, self.recordedBy, self.batch)
    var (correlation, causation) = (self.correlation, self.causation)
    members.forEach { member in
      if member.isCalled("effective") {
        effective = member.value
      } else if member.isCalled("recordedby") {
        recordedBy = member.value
      } else if member.isCalled("batch") {
        batch = member.value
      } else if member.isCalled("correlationid") {
        correlation = member.value
      } else if member.isCalled("causationid") {
        causation = member.value
      }
      return false
    }
    (self.effective, self.recordedBy, self.batch) = (effective, recordedBy, batch)
    (self.correlation, self.causation) = (correlation, causation)
  }
}

extension CSVWriter {
  /// The next field of the row: the text of a JSON value; nothing for none.
  fileprivate mutating func field(text json: UnsafeBufferPointer<UInt8>?) {
    guard let json else { return field("") }
    ExportText.with(json) { field(utf8: $0) }
  }
}
