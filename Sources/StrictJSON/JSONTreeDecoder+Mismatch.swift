extension JSONTreeDecoder {
  /// A mismatch at this place.
  func mismatch(_ problem: JSONMismatch.Problem) -> JSONMismatch {
    JSONMismatch(path: path, problem: problem)
  }

  /// A mismatch for another kind of value than expected at this place.
  func wrongType(_ expected: String) -> JSONMismatch {
    mismatch(.wrongType(expected: expected, found: value.kind))
  }

  /// A mismatch for whatever the reading of a type at this place has thrown.
  func mismatch(_ error: any Error, _ type: any Any.Type) -> JSONMismatch {
    switch error {
    case let error as JSONMismatch: error
    case let error as MalformedText: mismatch(.malformed(expected: error.expected, found: error.found))
    case DecodingError.keyNotFound(let key, _): mismatch(.missingMember(key.stringValue))
    default: mismatch(.malformed(expected: String(describing: type), found: foundText))
    }
  }

  /// The value of this place as mismatches state it.
  var foundText: String {
    if case .string(let text) = value { text } else { value.canonicalText }
  }

  func string() throws(JSONMismatch) -> String {
    guard case .string(let text) = value else { throw wrongType("string") }
    return text
  }

  func bool() throws(JSONMismatch) -> Bool {
    guard case .bool(let bool) = value else { throw wrongType("boolean") }
    return bool
  }

  /// An integer in plain form: no fraction, no exponent, no minus before zero.
  func integer<T: FixedWidthInteger>(_ type: T.Type) throws(JSONMismatch) -> T {
    guard case .number(let text) = value else { throw wrongType("integer") }
    guard text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }),
      text != "-0"
    else { throw mismatch(.malformed(expected: "integer", found: text)) }
    guard let integer = T(text) else {
      throw mismatch(.malformed(expected: "\(T.min)...\(T.max)", found: text))
    }
    return integer
  }
}
