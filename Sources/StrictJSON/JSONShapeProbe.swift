/// A decoder without a value: it notes which members a keyed conformance asks for, in their order, and gives dummies.
///
/// A required value that it has no dummy for ends the asking, and with it the shape; so the order matters, and every
/// type that a payload is made of must have one: texts take the first of some samples that they accept, a choice its
/// first word.
final class JSONShapeProbe: Decoder {
  private(set) var members: [JSONShape.Member] = []
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(KeyedShapeProbe(probe: self))
  }

  func unkeyedContainer() -> any UnkeyedDecodingContainer {
    preconditionFailure("an array is asked for by its type")
  }

  func singleValueContainer() -> any SingleValueDecodingContainer {
    preconditionFailure("a text is asked for by its type")
  }

  func note<T: Decodable>(_ name: String, _ type: T.Type, isRequired: Bool) {
    let isOmitted = isRequired && type is any OmittedWhenDefault.Type
    members.append(
      JSONShape.Member(
        name: name, shape: JSONShape(of: type), isRequired: isRequired && !isOmitted, isOmittedWhenDefault: isOmitted))
  }

  /// A value of a type, whatever it says.
  static func dummy<T: Decodable>(_ type: T.Type) throws -> T {
    if let omitted = type as? any OmittedWhenDefault.Type, let value = omitted.omittedValue as? T { return value }
    if let text = type as? any TextValue.Type, let value = sample(text) as? T { return value }
    if let value = 0 as? T { return value }
    if let value = JSONValue.bool(true) as? T { return value }
    return try T(from: JSONShapeProbe())
  }

  private static func sample<T: TextValue>(_ type: T.Type) -> T? {
    let zeros = String(repeating: "0", count: 64)
    let samples = ["a", "1", "2022-01-01", "M-0001", zeros, "00000000-0000-4000-8000-000000000000", "a:b", "1/2"]
    if let choices = type as? any Choice.Type { return first(choices) as? T }
    return samples.lazy.compactMap { try? T(text: $0) }.first
  }

  private static func first<C: Choice>(_ type: C.Type) -> C? { C.allCases.first }
}

private struct KeyedShapeProbe<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let probe: JSONShapeProbe
  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { [] }

  func contains(_ key: Key) -> Bool { false }
  func decodeNil(forKey key: Key) -> Bool { false }

  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    probe.note(key.stringValue, type, isRequired: true)
    return try JSONShapeProbe.dummy(type)
  }

  func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
    probe.note(key.stringValue, type, isRequired: false)
    return nil
  }

  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
    probe.note(key.stringValue, type, isRequired: true)
    return false
  }

  func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
    probe.note(key.stringValue, type, isRequired: false)
    return nil
  }

  func decode(_ type: Int.Type, forKey key: Key) throws -> Int {
    probe.note(key.stringValue, type, isRequired: true)
    return 0
  }

  func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
    probe.note(key.stringValue, type, isRequired: false)
    return nil
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedDecodingContainer<Nested> { preconditionFailure("payloads nest by type") }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedDecodingContainer {
    preconditionFailure("payloads nest by type")
  }

  func superDecoder() -> any Decoder { preconditionFailure("classes that inherit their coding are not supported") }
  func superDecoder(forKey key: Key) -> any Decoder { superDecoder() }
}
