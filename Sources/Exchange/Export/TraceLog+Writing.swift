import DurableFiles
import JournalStore
import LedgerDomain
import StrictJSON

extension TraceLog {
  /// Writes the log: its head with the basis, then trace by trace what waits in a file.
  static func write(
    _ places: [Place], waitingAt path: String, _ basis: ExportBasis, to sink: ExportSink
  ) throws(FileError) {
    let file = try ReadFile(path)
    var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    var out: [UInt8] = head(basis)
    out.reserveCapacity(1 << 21)
    var index = 0
    while index < places.count {
      let subject = places[index].subject
      var end = index
      while end < places.count, places[end].subject == subject { end += 1 }
      var writer = XESWriter()
      writer.write("<trace>")
      writer.attribute("string", "concept:name", subject.text)
      writer.attribute("string", "liggare:kind", subject.kind.text)
      out += writer.bytes
      // What the trace is stands before the subject's first event, wherever that comes in the order of times.
      for place in places[index..<end] where place.headCount > 0 {
        try copy(place.offset, Int(place.headCount), from: file, &buffer, into: &out)
      }
      out.append("\n")
      for place in places[index..<end] {
        try copy(place.offset + Int(place.headCount), Int(place.byteCount), from: file, &buffer, into: &out)
      }
      out.append("</trace>\n")
      index = end
      if out.count > 1 << 20 {
        sink.write(out)
        out.removeAll(keepingCapacity: true)
      }
    }
    out.append("</log>\n")
    sink.write(out)
  }

  private static func copy(
    _ offset: Int, _ count: Int, from file: ReadFile, _ buffer: inout UnsafeMutableRawBufferPointer,
    into out: inout [UInt8]
  ) throws(FileError) {
    if count > buffer.count {
      buffer.deallocate()
      buffer = .allocate(byteCount: count, alignment: 16)
    }
    let target = UnsafeMutableRawBufferPointer(rebasing: buffer[..<count])
    guard try file.read(at: offset, into: target) == count else {
      throw FileError(operation: .read, path: file.path, errno: 5)
    }
    out.append(contentsOf: target)
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
