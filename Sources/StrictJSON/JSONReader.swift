/// The strict reader: RFC 8259 to the letter, and what RFC 7493 (I-JSON) asks about names, surrogates and UTF-8.
///
/// One pass over the bytes. Arrays and objects nest at most 64 deep, so a hostile text cannot exhaust the stack.
struct JSONReader {
  static let depthLimit = 64

  let bytes: [UInt8]
  var offset = 0
  private let depthLimit: Int

  init(_ bytes: [UInt8], depthLimit: Int = Self.depthLimit) {
    self.bytes = bytes
    self.depthLimit = depthLimit
  }

  /// The next byte, or nil at the end.
  var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// The one value of the text, with nothing but whitespace around it.
  mutating func document() throws(JSONError) -> JSONValue {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw JSONError(offset: 0, problem: .byteOrderMark) }
    skipWhitespace()
    let value = try value(expected: .value, depth: 0)
    skipWhitespace()
    guard offset == bytes.count else { throw problem(.trailingBytes) }
    return value
  }

  private mutating func value(expected: JSONExpectation, depth: Int) throws(JSONError) -> JSONValue {
    guard let byte = next else { throw unexpected(expected) }
    switch byte {
    case UInt8(ascii: "{"): return .object(try object(depth: depth + 1))
    case UInt8(ascii: "["): return .array(try array(depth: depth + 1))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    case UInt8(ascii: "t"):
      try literal("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try literal("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try literal("null")
      return .null
    default: throw unexpected(expected)
    }
  }

  private mutating func array(depth: Int) throws(JSONError) -> [JSONValue] {
    try enter(depth)
    if skip(UInt8(ascii: "]")) { return [] }
    var elements = [try value(expected: .valueOrArrayEnd, depth: depth)]
    while true {
      skipWhitespace()
      if skip(UInt8(ascii: "]")) { return elements }
      guard skip(UInt8(ascii: ",")) else { throw unexpected(.commaOrArrayEnd) }
      skipWhitespace()
      elements.append(try value(expected: .value, depth: depth))
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONObject {
    try enter(depth)
    if skip(UInt8(ascii: "}")) { return JSONObject() }
    var names = NameRegister()
    var members: [JSONObject.Member] = []
    members.reserveCapacity(depth == 1 ? 16 : 4)
    try member(into: &members, expected: .memberNameOrObjectEnd, depth: depth, names: &names)
    while true {
      skipWhitespace()
      if skip(UInt8(ascii: "}")) { return JSONObject(unique: members) }
      guard skip(UInt8(ascii: ",")) else { throw unexpected(.commaOrObjectEnd) }
      skipWhitespace()
      try member(into: &members, expected: .memberName, depth: depth, names: &names)
    }
  }

  private mutating func member(
    into members: inout [JSONObject.Member], expected: JSONExpectation, depth: Int, names: inout NameRegister
  ) throws(JSONError) {
    guard next == UInt8(ascii: "\"") else { throw unexpected(expected) }
    let place = offset
    let name = try string()
    guard names.insert(name, after: members) else { throw JSONError(offset: place, problem: .duplicateMember(name)) }
    skipWhitespace()
    guard skip(UInt8(ascii: ":")) else { throw unexpected(.colon) }
    skipWhitespace()
    members.append(JSONObject.Member(name: name, value: try value(expected: .value, depth: depth)))
  }

  /// Steps over the opening bracket of an array or object that is `depth` deep, the outermost being 1.
  private mutating func enter(_ depth: Int) throws(JSONError) {
    guard depth <= depthLimit else { throw problem(.tooDeep(limit: depthLimit)) }
    offset += 1
    skipWhitespace()
  }

  private mutating func literal(_ word: StaticString) throws(JSONError) {
    for index in 0..<word.utf8CodeUnitCount {
      guard next == word.utf8Start[index] else { throw unexpected(.literal("\(word)")) }
      offset += 1
    }
  }

  private mutating func skipWhitespace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
  }

  /// Steps over the next byte if it is this one.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    offset += 1
    return true
  }

  func problem(_ problem: JSONProblem) -> JSONError {
    JSONError(offset: offset, problem: problem)
  }

  func unexpected(_ expected: JSONExpectation) -> JSONError {
    problem(.unexpectedByte(found: next, expected: expected))
  }
}

extension JSONValue {
  /// Reads a JSON text strictly; throws the first place that is not allowed.
  package init(parsing bytes: [UInt8]) throws(JSONError) {
    var reader = JSONReader(bytes)
    self = try reader.document()
  }

  /// Reads what was written here, which may lay a value that a text can hold a few levels deeper.
  init(written bytes: [UInt8]) throws(JSONError) {
    var reader = JSONReader(bytes, depthLimit: 2 * JSONReader.depthLimit)
    self = try reader.document()
  }

  /// Reads a JSON text strictly; offsets count the bytes of its UTF-8.
  package init(parsing text: String) throws(JSONError) {
    try self.init(parsing: Array(text.utf8))
  }
}
