/// A walk over comma-separated values, row by row.
struct CSVScan {
  struct Row {
    /// Where the row begins: in bytes, and on which line.
    let start: Int
    let line: Int
    let fields: [CSVField]
  }

  private let bytes: [UInt8]
  private let separator: UInt8
  private var place = 0
  /// The line on which `place` lies, from 1.
  private var line = 1

  init(_ bytes: [UInt8], separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
  }

  /// The next row; nil where only line ends are left.
  mutating func row() throws(CSVProblem) -> Row? {
    if rest.allSatisfy({ $0 == 0x0A || $0 == 0x0D }) { return nil }
    let (start, firstLine) = (place, line)
    var fields: [CSVField] = []
    repeat { fields.append(try field()) } while skipSeparator()
    try skipLineEnd()
    return Row(start: start, line: firstLine, fields: fields)
  }

  private var rest: ArraySlice<UInt8> {
    // Most rows do not begin with a line end, so that this is looked at and no more.
    bytes[place...]
  }

  private mutating func field() throws(CSVProblem) -> CSVField {
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { return try plainField() }
    let (opening, openingLine) = (place, line)
    place += 1
    let start = place
    var isDoubled = false
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        if place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "\"") {
          isDoubled = true
          place += 2
          continue
        }
        let end = place
        place += 1
        if place < bytes.count, bytes[place] != separator, bytes[place] != 0x0A, bytes[place] != 0x0D {
          throw problem(.afterQuote, at: place)
        }
        return CSVField(start..<end, isDoubled: isDoubled)
      case 0x0A:
        line += 1
        place += 1
      default: place += 1
      }
    }
    throw problem(.unclosedQuote, at: opening, line: openingLine)
  }

  private mutating func plainField() throws(CSVProblem) -> CSVField {
    let start = place
    while place < bytes.count {
      let byte = bytes[place]
      if byte == separator || byte == 0x0A || byte == 0x0D { break }
      if byte == UInt8(ascii: "\"") { throw problem(.strayQuote, at: place) }
      place += 1
    }
    return CSVField(start..<place)
  }

  private mutating func skipSeparator() -> Bool {
    guard place < bytes.count, bytes[place] == separator else { return false }
    place += 1
    return true
  }

  private mutating func skipLineEnd() throws(CSVProblem) {
    guard place < bytes.count else { return }
    if bytes[place] == 0x0D {
      guard place + 1 < bytes.count, bytes[place + 1] == 0x0A else { throw problem(.bareCarriageReturn, at: place) }
      place += 1
    }
    place += 1
    line += 1
  }

  func problem(_ kind: CSVProblem.Kind, at place: Int, line: Int? = nil) -> CSVProblem {
    CSVProblem(kind: kind, line: line ?? self.line, excerpt: Self.excerpt(of: bytes, at: place))
  }

  /// The line that a place lies on, at most so many characters of it, around the place.
  static func excerpt(of bytes: [UInt8], at place: Int, count: Int = 60) -> String {
    let start = bytes[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = bytes[place...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    let line = String(decoding: bytes[start..<end], as: UTF8.self)
    if line.count <= count { return line }
    let before = String(decoding: bytes[start..<place], as: UTF8.self).count
    if before < count - 10 { return line.prefix(count) + "…" }
    return "…" + line.dropFirst(before - count / 2).prefix(count) + "…"
  }

  /// Which of comma, semicolon and tab stand in the first row outside quotation marks.
  static func separators(inHeaderOf bytes: [UInt8]) -> [UInt8] {
    var found: Set<UInt8> = []
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A { break }
      found.insert(byte)
    }
    return [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")].filter(found.contains)
  }
}
