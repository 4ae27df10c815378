import DurableFiles
import JournalStore
import LedgerDomain
import StrictJSON

extension TraceLog {
  /// Writes the log: its head with the basis, then trace by trace what waits. Memory: the places of one trace, and a megabyte.
  func write(_ basis: ExportBasis, to sink: ExportSink) throws(FileError) {
    var out: [UInt8] = Self.head(basis)
    out.reserveCapacity(1 << 21)
    var trace: [Place] = []
    try places.drain { (records: [RecordSorter.Record]) throws(FileError) in
      for record in records {
        let place = Place(record)
        if let first = trace.first, first.subject != place.subject {
          try write(trace, to: sink, by: &out)
          trace.removeAll(keepingCapacity: true)
        }
        trace.append(place)
      }
    }
    if !trace.isEmpty { try write(trace, to: sink, by: &out) }
    out.append("</log>\n")
    sink.write(out)
  }

  /// Writes the events of one trace.
  private func write(_ trace: [Place], to sink: ExportSink, by out: inout [UInt8]) throws(FileError) {
    guard let subject = SubjectID(key: trace[0].subject) else { preconditionFailure("a key stands for a subject") }
    var writer = XESWriter()
    writer.write("<trace>")
    writer.attribute("string", "concept:name", subject.text)
    writer.attribute("string", "liggare:kind", subject.kind.text)
    out += writer.bytes
    // What the trace is stands before the subject's first event, wherever that comes in the order of times.
    for place in trace where place.headCount > 0 {
      out += try waiting.read(at: place.offset, byteCount: place.headCount)
    }
    out.append("\n")
    for place in trace {
      out += try waiting.read(at: place.offset + place.headCount, byteCount: place.byteCount)
      if out.count > 1 << 20 {
        sink.write(out)
        out.removeAll(keepingCapacity: true)
      }
    }
    out.append("</trace>\n")
  }

  private static func head(_ basis: ExportBasis) -> [UInt8] {
    var writer = XESWriter()
    writer.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <log xmlns="http://www.xes-standard.org/" xes.version="1849.2016" xes.features="">
      <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
      <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
      <extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
      <extension name="Identity" prefix="identity" uri="http://www.xes-standard.org/identity.xesext"/>
      <extension name="Liggare" prefix="liggare" uri="urn:liggare:xes"/>
      <global scope="trace"><string key="concept:name" value=""/><string key="liggare:kind" value=""/></global>
      <global scope="event"><string key="concept:name" value=""/><date key="time:timestamp" value="1970-01-01T00:00:00.000Z"/></global>
      <classifier name="Activity" scope="event" keys="concept:name"/>

      """)
    writer.attribute("string", "concept:name", basis.ledger.text)
    for row in basis.rows { writer.attribute("string", key: "liggare:basis-\(row.name)", row.value) }
    writer.write("\n")
    return writer.bytes
  }
}
