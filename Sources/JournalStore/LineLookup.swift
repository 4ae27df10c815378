import Integrity
import LedgerDomain
import StrictJSON

/// Single lines of a view, looked at by their positions without making events of them. Some microseconds for each.
final class LineLookup {
  private let view: JournalView
  private var scanner: LineScanner

  init(_ view: JournalView) {
    self.view = view
    scanner = LineScanner(source: view.identity)
  }

  /// What the envelope of a line says.
  func facts(at position: Int) throws(JournalError) -> LineFacts { try scan(position).facts }

  /// The subjects that a line refers to besides its own.
  func refs(at position: Int) throws(JournalError) -> [SubjectID] {
    let (facts, bytes) = try scan(position)
    return bytes.withUnsafeBufferPointer { Self.refs(in: UnsafeBufferPointer(rebasing: $0[facts.data])) }
  }

  /// The values that the event of a line has erased.
  func erased(at position: Int) throws(JournalError) -> [Integrity.Commitment] {
    let (facts, bytes) = try scan(position)
    guard facts.type == Self.erasure else { return [] }
    return bytes.withUnsafeBufferPointer { bytes in
      scanner.findings.commitments.filter { LineFindings.erases($0, in: bytes) }
        .compactMap { LineFindings.commitment(at: $0, in: bytes) }
    }
  }

  static let erasure = FactTypes.number(ValueErased.type)

  private func scan(_ position: Int) throws(JournalError) -> (facts: LineFacts, bytes: [UInt8]) {
    let (place, _, bytes) = try view.lines.line(at: position)
    return (try scan(bytes, place, position), bytes)
  }

  /// What the envelope of a line says that was read somewhere.
  func scan(_ bytes: [UInt8], _ place: LinePlace, _ position: Int) throws(JournalError) -> LineFacts {
    // The scanner wants an LF behind the line.
    let facts = (bytes + [UInt8(ascii: "\n")]).withUnsafeBufferPointer {
      scanner.scan(UnsafeBufferPointer(rebasing: $0.dropLast()))
    }
    if let facts { return facts }
    return scanner.take(try Self.decode(bytes, place, position), bytes)
  }

  /// A line read member by member; what is wrong with it is damage.
  static func decode(_ bytes: [UInt8], _ place: LinePlace, _ position: Int) throws(JournalError) -> DecodedLine {
    do throws(LineProblem) {
      return try LineFormat.decode(bytes)
    } catch {
      throw .damage(
        Damage(
          file: place.file, byte: place.byteOffset + (error.offset ?? 0), position: position, kind: .line(error.kind)))
    }
  }

  /// The subjects among the `refs` of canonical data that is known to be right.
  static func refs(in data: UnsafeBufferPointer<UInt8>) -> [SubjectID] {
    guard let value = DataMembers(data).value("refs"), let start = value.baseAddress else { return [] }
    var refs: [SubjectID] = []
    var cursor = LineCursor(place: start + 1)
    while cursor.skip(UInt8(ascii: "\"")), let subject = cursor.subject() {
      refs.append(subject)
      cursor.place += 2
    }
    return refs
  }
}
