import StrictJSON

/// An event log read from XES (IEEE 1849-2016): a row for each event of a trace.
///
/// The columns are the keys of the traces' attributes with `case:` before them, and those of the events' attributes, in
/// the order in which they are met; values are the texts as they stand. What a row cannot hold is passed over and counted
/// in `skipped`. Declarations of extensions, globals and classifiers say nothing of the events and are not counted.
///
/// Memory: the texts of all attributes. Cost: one pass.
package struct XESLog: Sendable {
  package fileprivate(set) var columns: [String] = []
  /// The line of each event's tag, from 1.
  package fileprivate(set) var lines: [Int] = []
  /// How often each thing was passed over.
  package fileprivate(set) var skipped: [XESSkipped: Int] = [:]
  fileprivate var numbers: [Text: Int] = [:]
  /// For each row the texts of its columns, by column number.
  fileprivate var rows: [[Int: String]] = []

  package init(_ utf8: [UInt8]) throws(XESProblem) {
    var reading = XESReading(utf8)
    try reading.read()
    self = reading.log
  }

  fileprivate init() {}

  /// What a column says, row by row; nil where no event and no trace has it.
  package func texts(_ column: String) -> [String]? {
    guard let number = numbers[Text(column)] else { return nil }
    return rows.map { $0[number] ?? "" }
  }
}

/// What a row of a log has no place for.
package enum XESSkipped: Hashable, Sendable {
  /// An attribute within an attribute.
  case nestedAttribute
  /// A list or a container.
  case collection
  case eventOutsideTrace
  /// An element that XES does not know, by its name.
  case unknownElement(String)
}

/// What keeps a file from being an event log in XES.
package enum XESProblem: Error, Hashable, Sendable {
  case xml(XMLProblem)
  /// The outermost element is another than `log`.
  case notALog(found: String, line: Int)
  /// An attribute without its `key` or its `value`.
  case attribute(element: String, missing: String, line: Int)
  /// A key that the trace or event has already.
  case repeatedKey(String, line: Int)
}

/// A walk over a log in XES.
private struct XESReading {
  var log = XESLog()
  private var reader: XMLReader

  private static let attributes: Set<String> = ["string", "date", "int", "float", "boolean", "id"]
  private static let collections: Set<String> = ["list", "container"]

  init(_ utf8: [UInt8]) {
    reader = XMLReader(utf8)
  }

  mutating func read() throws(XESProblem) {
    guard case .start(let root)? = try next() else { preconditionFailure("a document begins with its root") }
    guard root.localName == "log" else { throw .notALog(found: root.name, line: root.line) }
    while let token = try next() {
      guard case .start(let element) = token else { continue }
      switch String(element.localName) {
      case "extension", "global", "classifier": try skip()
      case "trace": try readTrace()
      case "event": try skip(as: .eventOutsideTrace)
      // What the log says of itself is no part of any row.
      case let name where Self.attributes.contains(name) || Self.collections.contains(name): try skip()
      default: try skip(as: .unknownElement(element.name))
      }
    }
  }

  private mutating func readTrace() throws(XESProblem) {
    var own: [Int: String] = [:]
    let first = log.rows.count
    while let token = try next() {
      guard case .start(let element) = token else {
        if case .end = token { break }
        continue
      }
      if element.localName == "event" {
        try readEvent(line: element.line)
      } else {
        try readAttribute(element, prefix: "case:", into: &own)
      }
    }
    for row in first..<log.rows.count { log.rows[row].merge(own) { event, _ in event } }
  }

  private mutating func readEvent(line: Int) throws(XESProblem) {
    var row: [Int: String] = [:]
    while let token = try next() {
      guard case .start(let element) = token else {
        if case .end = token { break }
        continue
      }
      try readAttribute(element, prefix: "", into: &row)
    }
    log.rows.append(row)
    log.lines.append(line)
  }

  private mutating func readAttribute(
    _ element: XMLElement, prefix: String, into row: inout [Int: String]
  ) throws(XESProblem) {
    let name = String(element.localName)
    if Self.collections.contains(name) { return try skip(as: .collection) }
    guard Self.attributes.contains(name) else { return try skip(as: .unknownElement(element.name)) }
    guard let key = element["key"] else {
      throw .attribute(element: element.name, missing: "key", line: element.line)
    }
    guard let value = element["value"] else {
      throw .attribute(element: element.name, missing: "value", line: element.line)
    }
    let number = number(of: prefix + key)
    if row[number] != nil { throw .repeatedKey(key, line: element.line) }
    row[number] = value
    while let token = try next() {
      if case .end = token { return }
      if case .start(let inner) = token {
        let isNested = Self.attributes.contains(String(inner.localName)) || inner.localName == "values"
        try skip(as: isNested ? .nestedAttribute : .unknownElement(inner.name))
      }
    }
  }

  private mutating func number(of column: String) -> Int {
    if let known = log.numbers[Text(column)] { return known }
    log.columns.append(column)
    log.numbers[Text(column)] = log.columns.count - 1
    return log.columns.count - 1
  }

  private mutating func next() throws(XESProblem) -> XMLToken? {
    do throws(XMLProblem) { return try reader.next() } catch { throw .xml(error) }
  }

  /// Passes over the element that was begun last.
  private mutating func skip(as skipped: XESSkipped? = nil) throws(XESProblem) {
    if let skipped { log.skipped[skipped, default: 0] += 1 }
    do throws(XMLProblem) { try reader.skipElement() } catch { throw .xml(error) }
  }
}
