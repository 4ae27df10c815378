extension JSONValue {
  /// Appends the canonical text: compact, strings escaped as RFC 8785 section 3.2.2.2 says, numbers as they stand,
  /// members in their own order; requires numbers of the grammar.
  ///
  /// A backslash comes before the quote and the backslash; the five short escapes are `\b \t \n \f \r`; other bytes
  /// below 0x20 are `\u00xx` in lower case; everything else stands as it is.
  ///
  /// ```
  /// {"title":"A \"safe\" square","order":2,"areas":["Väster"]}
  /// ```
  package func write(into out: inout [UInt8]) {
    switch self {
    case .null: out.append(contentsOf: "null".utf8)
    case .bool(let bool): out.append(contentsOf: (bool ? "true" : "false").utf8)
    case .number(let text):
      precondition(JSONReader.isNumber(text), "\(text) is no JSON number")
      out.append(contentsOf: text.utf8)
    case .string(let text): Self.write(string: text, into: &out)
    case .array(let elements):
      out.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        element.write(into: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let object):
      out.append(UInt8(ascii: "{"))
      for (index, member) in object.members.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        Self.write(string: member.name, into: &out)
        out.append(UInt8(ascii: ":"))
        member.value.write(into: &out)
      }
      out.append(UInt8(ascii: "}"))
    }
  }

  /// The canonical text as UTF-8.
  package var canonicalBytes: [UInt8] {
    var out: [UInt8] = []
    write(into: &out)
    return out
  }

  /// The canonical text.
  package var canonicalText: String {
    String(decoding: canonicalBytes, as: UTF8.self)
  }

  /// Appends a string with its quotes and escapes.
  static func write(string text: String, into out: inout [UInt8]) {
    var text = text
    out.append(UInt8(ascii: "\""))
    text.withUTF8 { utf8 in
      // Without a way out, this is done many bytes at a time.
      var escaped = 0 as UInt8
      for byte in utf8 { escaped |= (byte < 0x20 ? 1 : 0) | (byte == 0x22 ? 1 : 0) | (byte == 0x5C ? 1 : 0) }
      if escaped == 0 { return out.append(contentsOf: utf8) }
      var start = 0
      for (index, byte) in utf8.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
        out.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
        escape(byte, into: &out)
        start = index + 1
      }
      out.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
    out.append(UInt8(ascii: "\""))
  }

  private static func escape(_ byte: UInt8, into out: inout [UInt8]) {
    switch byte {
    case 0x08: out.append(contentsOf: "\\b".utf8)
    case 0x09: out.append(contentsOf: "\\t".utf8)
    case 0x0A: out.append(contentsOf: "\\n".utf8)
    case 0x0C: out.append(contentsOf: "\\f".utf8)
    case 0x0D: out.append(contentsOf: "\\r".utf8)
    case ..<0x20:
      out.append(contentsOf: (byte < 0x10 ? "\\u000" : "\\u00").utf8)
      out.append(contentsOf: String(byte, radix: 16).utf8)
    default: out.append(contentsOf: [UInt8(ascii: "\\"), byte])
    }
  }
}
