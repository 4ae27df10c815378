/// The place and kind of what keeps bytes from being strict JSON.
package struct JSONError: Error, Equatable {
  /// Where: 0-based, in bytes; the length of the text where it ends too early.
  package var offset: Int
  package var problem: JSONProblem

  package init(offset: Int, problem: JSONProblem) {
    self.offset = offset
    self.problem = problem
  }
}

/// What is wrong at a place of a JSON text.
package enum JSONProblem: Equatable, Sendable {
  /// A byte, or the end of the text where it is nil, that the grammar of RFC 8259 does not allow here.
  case unexpectedByte(found: UInt8?, expected: JSONExpectation)
  /// A member name that the object already has, compared on bytes after unescaping (RFC 7493 section 2.3). The place is
  /// that of the later name's opening quote.
  case duplicateMember(String)
  /// Bytes in a string that are not UTF-8 (RFC 3629 section 4): overlong, a surrogate, beyond U+10FFFF, cut off, stray.
  case invalidUTF8
  /// An escaped surrogate without its other half (RFC 7493 section 2.1). The place is that of its backslash.
  case loneSurrogate
  /// A byte below 0x20 in a string.
  case controlCharacterInString
  /// A backslash before something that cannot be escaped. The place is that of the backslash.
  case invalidEscape(found: UInt8)
  /// An array or object inside as many others as the reader allows.
  case tooDeep(limit: Int)
  /// Something after the value.
  case trailingBytes
  /// A UTF-8 byte order mark before the value (RFC 8259 section 8.1).
  case byteOrderMark
}

/// What the grammar allows at a place.
package enum JSONExpectation: Equatable, Sendable {
  case value
  case valueOrArrayEnd
  case commaOrArrayEnd
  case memberName
  case memberNameOrObjectEnd
  case colon
  case commaOrObjectEnd
  /// The rest of `true`, `false` or `null`.
  case literal(String)
  case digit
  case hexDigit
  /// The letter after a backslash.
  case escape
  /// A string's next character or its closing quote.
  case stringEnd
}
