package import LedgerDomain
import StrictJSON

/// What a line holds.
package struct DecodedLine: Hashable, Sendable {
  package var event: Event
  package var source: LedgerIdentity
  package var prev: ChainMark?
  /// The schema version that the line's data is written in; the event is that of the newest.
  package var schemaVersion: Int
}

extension LineFormat {
  /// Reads a line, given without its LF; refuses everything that `encode` would not have written.
  ///
  /// Strict JSON, then the envelope member by member, then the data by its type, and at last the whole: writing the
  /// event again must give the same bytes. The data of an older schema version is written again as it stood, and, once
  /// lifted, must be what the newest version writes. So an event has one line in each schema version, and a byte that
  /// means nothing has no place in it. Linear in the line's length.
  package static func decode(_ line: [UInt8]) throws(LineProblem) -> DecodedLine {
    guard !line.isEmpty else { throw LineProblem(offset: 0, kind: .empty) }
    guard line.count <= byteLimit else {
      throw LineProblem(offset: byteLimit, kind: .tooLong(byteCount: line.count, limit: byteLimit))
    }
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(parsing: line)
    } catch {
      throw LineProblem(offset: error.offset, kind: .json(error.problem))
    }
    do throws(LineProblem) {
      return try decode(value, line)
    } catch {
      // The places of members are known only in canonical text, so what is wrong with the text comes first.
      try compare(line, with: value.canonicalBytes)
      throw error
    }
  }

  private static func decode(_ value: JSONValue, _ line: [UInt8]) throws(LineProblem) -> DecodedLine {
    let (read, older) = try read(value)
    let canonical = encode(
      read.event, source: read.source, prev: read.prev, older: older.map { (read.schemaVersion, $0) })
    try compare(line, with: canonical)
    return read
  }

  /// What a line's value holds, and its data where it is of an older schema version.
  private static func read(_ value: JSONValue) throws(LineProblem) -> (line: DecodedLine, older: JSONValue?) {
    guard case .object(let object) = value else {
      throw LineProblem(offset: 0, kind: .notAnObject(found: value.kind))
    }
    let envelope = Envelope(object)
    try envelope.checkOrder()
    try envelope.checkNumbers()
    let source = try envelope.required("source", LedgerIdentity.self)
    let prev = try envelope.optional("prev", ChainMark.self)
    let (event, version, older) = try event(of: envelope)
    return (DecodedLine(event: event, source: source, prev: prev, schemaVersion: version), older)
  }

  /// The event, its schema version, and its data where that is an older one.
  private static func event(
    of envelope: Envelope
  ) throws(LineProblem) -> (event: Event, version: Int, older: JSONValue?) {
    try envelope.expect("specversion", "1.0")
    let type = try envelope.type()
    let version = try envelope.schemaVersion(of: type)
    let subject = try envelope.required("subject", SubjectID.self)
    let (fact, circumstances, older) = try envelope.fact(type, version)
    if let kind = fact.subjectKind, kind != subject.kind {
      throw envelope.problem("subject", .foreignFact(type: type, subject: subject))
    }
    let event = Event(
      id: try envelope.required("id", EventID.self), subject: subject,
      recorded: try envelope.required("time", Instant.self), position: try envelope.integer("position"),
      subjectVersion: try envelope.integer("subjectversion"),
      effective: try envelope.optional("effective", Effective.self), recordedBy: try envelope.recordedBy(),
      batch: try envelope.optional("batch", BatchPlace.self),
      correlation: try envelope.optional("correlationid", EventID.self),
      causation: try envelope.optional("causationid", EventID.self), fact: fact, circumstances: circumstances)
    return (event, version, older)
  }

  /// Refuses a line that differs from the canonical one, at the first byte that does.
  private static func compare(_ line: [UInt8], with canonical: [UInt8]) throws(LineProblem) {
    guard line != canonical else { return }
    let offset = zip(line, canonical).enumerated().first { $1.0 != $1.1 }?.offset ?? min(line.count, canonical.count)
    throw LineProblem(
      offset: offset,
      kind: .notCanonical(
        expected: offset < canonical.count ? canonical[offset] : nil, found: offset < line.count ? line[offset] : nil))
  }

  /// Where `data` lies in a canonical line, from its `{` to behind its `}`; empty in what is none.
  ///
  /// The names stand with their quotes, which no string holds: so the first of the one and the last of the other are the
  /// envelope's own.
  static func dataRange(in line: [UInt8]) -> Range<Int> {
    let before = Array(",\"data\":".utf8)
    let behind = Array(",\"position\":".utf8)
    guard let start = line.indices.first(where: { line[$0...].starts(with: before) }),
      let end = line.indices.last(where: { line[$0...].starts(with: behind) }), start + before.count <= end
    else { return 0..<0 }
    return (start + before.count)..<end
  }
}
