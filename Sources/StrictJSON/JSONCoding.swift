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
  /// Any JSON value as it stands; requires a decoder of `JSONCoding`.
  package init(from decoder: any Decoder) throws {
    guard let decoder = decoder as? JSONTreeDecoder else {
      preconditionFailure("a JSON value is read by JSONCoding only")
    }
    self = decoder.takeWhole()
  }

  /// This JSON value as it stands; requires an encoder of `JSONCoding`.
  package func encode(to encoder: any Encoder) throws {
    guard let encoder = encoder as? JSONTreeEncoder else {
      preconditionFailure("a JSON value is written by JSONCoding only")
    }
    encoder.set(self)
  }
}
