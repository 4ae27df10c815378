extension FixedWidthInteger {
  /// Reads an integer in plain form: no fraction, no exponent, no minus before zero, and within the range of the type.
  package init(json source: inout JSONSource) throws(JSONMismatch) {
    let text = try source.number()
    guard text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }),
      text != "-0"
    else { throw JSONMismatch(path: [], problem: .malformed(expected: "integer", found: text)) }
    guard let integer = Self(text) else {
      throw JSONMismatch(path: [], problem: .malformed(expected: "\(Self.min)...\(Self.max)", found: text))
    }
    self = integer
  }

  public func write(into pen: inout JSONPen) {
    pen.bytes.append(contentsOf: String(self).utf8)
  }

  package static var shape: JSONShape { .integer }
  package static var sample: Self { 0 }
}

/// A floating-point number is none of these: it has no exact text, and a decimal is written as a string.
extension Int: JSONCoded {}
