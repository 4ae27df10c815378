/// The bridge between typed Swift values and JSON values, driven by `Codable` as the compiler writes it.
///
/// Writing: members stand in the order in which they are encoded; several keyed containers of one encoder make one
/// object; an optional that is nil, and a value that `isOmitted`, has no member. Reading is strict at every level: each
/// member must be asked for, `null` stands for nothing, and each value has one form.
package enum JSONCoding {
  /// The JSON value of a Swift value.
  ///
  /// What has no single text form is our own mistake and stops the program: floating-point numbers, dictionaries and
  /// sets (whose order is random), a name used twice, nil as an element, super encoders.
  package static func encode(_ value: some Encodable) -> JSONValue {
    let encoder = JSONTreeEncoder()
    encoder.encode(value)
    return encoder.result
  }

  /// The Swift value of a JSON value; throws the first place where they do not fit.
  package static func decode<T: Decodable>(_ type: T.Type, from value: JSONValue) throws(JSONMismatch) -> T {
    try JSONTreeDecoder(value, parent: nil, step: .root).read(type)
  }
}

extension JSONValue: Codable {
  /// A JSON value as it stands, by `JSONCoding`; by another coding, from its canonical text as one string.
  package init(from decoder: any Decoder) throws {
    if let decoder = decoder as? JSONTreeDecoder {
      self = decoder.takeWhole()
    } else {
      try self.init(parsing: decoder.singleValueContainer().decode(String.self))
    }
  }

  /// A JSON value as it stands, by `JSONCoding`; by another coding, as its canonical text in one string.
  ///
  /// Swift Testing writes the arguments of a test with a coding of its own.
  package func encode(to encoder: any Encoder) throws {
    if let encoder = encoder as? JSONTreeEncoder {
      encoder.set(self)
    } else {
      var container = encoder.singleValueContainer()
      try container.encode(canonicalText)
    }
  }
}
