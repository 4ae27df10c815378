import LedgerDomain
import StrictJSON

/// What the envelope of one line states beside what it shares with all lines of its batch.
struct LineHead {
  var id: EventID
  /// The place of the fact's type in `FactTypes.names`.
  var type: Int
  var subject: SubjectID
  var position: Int
  var subjectVersion: Int
  var effective: Effective?
  var batch: BatchPlace?
  var correlation: EventID?
  var causation: EventID?
  var prev: ChainMark?
}

/// Writes lines the fast way: bytes put one behind the other, with the same outcome as `LineFormat.encode`.
///
/// What is the same for all lines of a batch, the time and who typed it, is made by `begin`, and what is the same for all
/// lines of a ledger once. Costs some 0.1 µs and the copying of `data`, which is given as canonical JSON and put in as it
/// is: that it is that, a `LineScanner` says of the whole line afterwards. Data of the newest schema version only.
struct LineEncoder {
  private let grammar = DataGrammar.shared
  /// `","source":"…","type":"liggare.`
  private let source: [UInt8]
  /// `","time":"…",`
  private var time: [UInt8]
  /// `"recordedby":"…"`, and whom it states.
  private var recordedBy: [UInt8] = []
  private var recorder: Text?

  private static let timeStart = Array("\",\"time\":\"".utf8)

  init(source: LedgerIdentity) {
    self.source = Array("\",\"source\":\"\(source.text)\",\"type\":\"\(LineFormat.typePrefix)".utf8)
    time = Self.timeStart + [UInt8](repeating: 0, count: 24) + Array("\",".utf8)
  }

  /// Makes ready for lines of one time and recorder. Nothing is allocated where the recorder is the same as before.
  mutating func begin(recorded: Instant, recordedBy: Text) {
    time.withUnsafeMutableBufferPointer { time in
      guard let start = time.baseAddress else { return }
      var pen = LinePen(place: start + Self.timeStart.count)
      pen.write(recorded)
    }
    if let recorder, utf8Equal(recordedBy.text, recorder.text) { return }
    recorder = recordedBy
    self.recordedBy = Array("\"recordedby\":".utf8) + JSONValue.string(recordedBy.text).canonicalBytes
  }

  /// Puts a line with its LF behind what is in the buffer, and gives where it is, without the LF.
  ///
  /// Requires `begin`, 1 ≤ position and 1 ≤ subject version.
  @inline(__always)
  func encode(_ head: LineHead, data: UnsafeBufferPointer<UInt8>, into buffer: LineBuffer) -> Range<Int> {
    let start = buffer.count
    // The members that are counted here have less than 700 bytes together with their names.
    let room = 700 + source.count + time.count + recordedBy.count + data.count
    var pen = buffer.pen(room: room)
    let type = grammar.types[head.type]
    pen.write("{\"specversion\":\"1.0\",\"id\":\"")
    pen.write(head.id)
    pen.write(source)
    pen.write(type.name)
    pen.write("\"subject\":\"")
    pen.write(head.subject)
    pen.write(time)
    pen.write(type.schema)
    pen.write("\"data\":")
    pen.write(data)
    pen.write(",\"position\":")
    pen.write(head.position)
    pen.write(",\"subjectversion\":")
    pen.write(head.subjectVersion)
    if let effective = head.effective {
      pen.write(",\"effective\":\"")
      pen.write(effective)
      pen.write("\",")
    } else {
      pen.write(UInt8(ascii: ","))
    }
    pen.write(recordedBy)
    if let batch = head.batch {
      pen.write(",\"batch\":\"")
      pen.write(batch)
      pen.write(UInt8(ascii: "\""))
    }
    if let correlation = head.correlation {
      pen.write(",\"correlationid\":\"")
      pen.write(correlation)
      pen.write(UInt8(ascii: "\""))
    }
    if let causation = head.causation {
      pen.write(",\"causationid\":\"")
      pen.write(causation)
      pen.write(UInt8(ascii: "\""))
    }
    if let prev = head.prev {
      pen.write(",\"prev\":\"")
      pen.writeHex(prev.firstWord)
      pen.write(UInt8(ascii: "\""))
    }
    pen.write("}\n")
    buffer.take(pen)
    return start..<(buffer.count - 1)
  }
}
