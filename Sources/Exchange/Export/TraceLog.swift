import DurableFiles
import JournalStore
import LedgerDomain
import StrictJSON

/// The ledger as an event log in XES: a trace for each subject of some kinds, with the events about it in the order of their times.
///
/// The name of an event (`concept:name`) is its type, and of an activity recorded in a case what was done. Its time is when it
/// was true; of an undated one, which says so, when it was recorded. `org:resource` is the first office-holder that the data
/// names. What else the line says stands in attributes with the prefix `liggare`, the data as JSON. The log's own attributes state the basis.
///
/// The journal is in order of recording and XES in order of traces, so events wait in a file without a name, and where each of
/// them waits is put in order, in 32 bytes, in another (`RecordSorter`).
struct TraceLog: ExportFormat {
  /// Where an event waits. It has room for offsets to 16 TiB, and for events of a megabyte, a line of 64 KiB being at most six times as
  /// long when it is escaped.
  struct Place {
    /// The subject's key (`SubjectID.key`).
    let subject: UInt64
    let time: Int64
    let position: Int
    /// How many bytes it has, and how many before them say what the trace is.
    let headCount: Int
    let byteCount: Int
    var offset: Int
  }

  struct Piece {
    var writer = XESWriter()
    var places: [Place] = []
  }

  let waiting: Spool
  let places: RecordSorter
  private let kinds: Set<SubjectKind>
  /// What waits can be forgotten.
  var isFinal: Bool { false }

  init(_ kinds: Set<SubjectKind>, waitingIn folder: String, operations: FileOperations = .system) {
    self.kinds = kinds
    waiting = Spool(in: folder, operations: operations)
    places = RecordSorter(in: folder, operations: operations)
  }

  func emptyPiece() -> Piece { Piece() }

  func add(_ line: ExportLine, to piece: inout Piece) {
    guard kinds.contains(line.facts.subject.kind) else { return }
    let start = piece.writer.bytes.count
    if line.facts.subjectVersion == 1 { Self.writeHead(line, into: &piece.writer) }
    let head = piece.writer.bytes.count
    let time = line.facts.effective == .undated ? line.facts.recorded : line.facts.effective.start
    Self.writeEvent(line, time: time, into: &piece.writer)
    piece.places.append(
      Place(
        subject: line.facts.subject.key, time: time, position: line.facts.position, headCount: head - start,
        byteCount: piece.writer.bytes.count - head, offset: start))
  }

  func join(_ piece: Piece) {
    let base = waiting.byteCount
    places.append(
      piece.places.map { place in
        var place = place
        place.offset += base
        return place.record
      })
    waiting.append(piece.writer.bytes)
  }

  func restart() {
    places.removeAll()
    waiting.removeAll()
  }

  /// What a trace says of its subject, from the subject's first event.
  private static func writeHead(_ line: ExportLine, into writer: inout XESWriter) {
    line.withData { data in
      let members = DataMembers(data)
      for name in ["title", "name", "matter", "scope", "period"] as [StaticString] {
        guard let value = members.value(name), value.first == UInt8(ascii: "\"") else { continue }
        ExportText.with(value) { writer.attribute("string", "liggare:title", utf8: $0) }
        break
      }
      if let number = members.value("registryNumber") {
        ExportText.with(number) { writer.attribute("string", "liggare:registryNumber", utf8: $0) }
      }
    }
  }

  private static let activity = FactTypes.number(ActivityRecorded.type)

  private static func writeEvent(_ line: ExportLine, time: Int64, into writer: inout XESWriter) {
    let tail = EnvelopeTail(line.tail)
    writer.write("<event>")
    line.withData { data in
      let members = DataMembers(data)
      if line.facts.type == activity, let activity = members.value("activity") {
        ExportText.with(activity) { writer.attribute("string", "concept:name", utf8: $0) }
      } else {
        writer.attribute("string", "concept:name", line.type)
      }
      writer.attribute("date", "time:timestamp", Instant(milliseconds: time).text)
      if let resource = resource(in: members) {
        ExportText.with(resource) { writer.attribute("string", "org:resource", utf8: $0) }
      }
      writer.attribute("id", "identity:id", utf8: line.id)
      writer.attribute("string", "liggare:type", line.type)
      writer.attribute("int", "liggare:position", String(line.facts.position))
      writer.attribute("date", "liggare:recorded", utf8: line.recorded)
      if let recordedBy = tail.recordedBy {
        ExportText.with(recordedBy) { writer.attribute("string", "liggare:recordedBy", utf8: $0) }
      }
      if let effective = tail.effective {
        ExportText.with(effective) { writer.attribute("string", "liggare:effective", utf8: $0) }
      } else {
        writer.attribute("boolean", "liggare:undated", "true")
      }
      writer.attribute("string", "liggare:data", utf8: data)
    }
    writer.write("</event>\n")
  }

  /// The first office-holder among the members: the name, or else the office.
  private static func resource(in members: DataMembers) -> UnsafeBufferPointer<UInt8>? {
    var found: UnsafeBufferPointer<UInt8>?
    members.forEach { member in
      var value = member.value
      if value.first == UInt8(ascii: "["), value.count > 2 { value = UnsafeBufferPointer(rebasing: value[1...]) }
      guard value.first == UInt8(ascii: "{") else { return false }
      let inner = DataMembers(value)
      guard inner.value("office") != nil else { return false }
      found = inner.value("name") ?? inner.value("office")
      return true
    }
    return found
  }
}

extension TraceLog.Place {
  /// The place as it is put in order: traces by kind and number, events by time and then by position.
  fileprivate var record: RecordSorter.Record {
    precondition(byteCount < 1 << 20 && headCount < 1 << 32 && offset < 1 << 44, "a place has room for any event")
    return RecordSorter.Record(
      subject, UInt64(bitPattern: time) ^ 1 << 63, UInt64(position) << 32 | UInt64(headCount),
      UInt64(offset) << 20 | UInt64(byteCount))
  }

  init(_ record: RecordSorter.Record) {
    subject = record.first
    time = Int64(bitPattern: record.second ^ 1 << 63)
    position = Int(record.third >> 32)
    headCount = Int(record.third & 0xFFFF_FFFF)
    byteCount = Int(record.fourth & 0xF_FFFF)
    offset = Int(record.fourth >> 20)
  }
}
