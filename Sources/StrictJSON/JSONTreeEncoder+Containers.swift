/// The members of an object that is being written.
struct KeyedEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoder: JSONTreeEncoder
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) {
    preconditionFailure("the member \(key.stringValue) is nil, and nil is written by leaving the member out")
  }

  func encode<T: Encodable>(_ value: T, forKey key: Key) {
    if let value = value as? any OmittedWhenDefault, value.isOmitted { return }
    write(value, forKey: key)
  }

  func encode(_ value: String, forKey key: Key) {
    encoder.add(.string(value), named: key.stringValue)
  }

  func encode<T: Encodable & FixedWidthInteger>(_ value: T, forKey key: Key) {
    encoder.add(JSONValue(value), named: key.stringValue)
  }

  // The absent form of an optional is nil, so a value that it holds is written even if it is the type's default.
  func encodeIfPresent<T: Encodable>(_ value: T?, forKey key: Key) {
    if let value { write(value, forKey: key) }
  }

  // The protocol's own implementation for `Bool` would be taken before the one above.
  func encodeIfPresent(_ value: Bool?, forKey key: Key) {
    if let value { write(value, forKey: key) }
  }

  private func write(_ value: some Encodable, forKey key: Key) {
    encoder.grow(named: key.stringValue).encode(value)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    encoder.grow(named: key.stringValue).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoder.grow(named: key.stringValue).unkeyedContainer()
  }

  func superEncoder() -> any Encoder {
    preconditionFailure("classes that inherit their coding are not supported")
  }

  func superEncoder(forKey key: Key) -> any Encoder {
    superEncoder()
  }
}

/// The elements of an array that is being written.
struct UnkeyedEncoding: UnkeyedEncodingContainer {
  let encoder: JSONTreeEncoder
  var codingPath: [any CodingKey] { [] }
  var count: Int { encoder.elementCount }

  func encodeNil() {
    preconditionFailure("an element is nil, and null is never read back")
  }

  func encode<T: Encodable>(_ value: T) {
    encoder.growElement().encode(value)
  }

  func encode(_ value: String) {
    encoder.append(.string(value))
  }

  func encode<T: Encodable & FixedWidthInteger>(_ value: T) {
    encoder.append(JSONValue(value))
  }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
    encoder.growElement().container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    encoder.growElement().unkeyedContainer()
  }

  func superEncoder() -> any Encoder {
    preconditionFailure("classes that inherit their coding are not supported")
  }
}

/// The one value that is written in a place.
struct SingleValueEncoding: SingleValueEncodingContainer {
  let encoder: JSONTreeEncoder
  var codingPath: [any CodingKey] { [] }

  func encodeNil() {
    preconditionFailure("a value is nil, and null is never read back")
  }

  func encode<T: Encodable>(_ value: T) {
    encoder.encode(value)
  }

  func encode(_ value: Bool) {
    encoder.set(.bool(value))
  }

  func encode(_ value: String) {
    encoder.set(.string(value))
  }

  func encode<T: Encodable & FixedWidthInteger>(_ value: T) {
    encoder.set(JSONValue(value))
  }

  func encode(_ value: Double) {
    preconditionFailure("a floating-point number has no exact text; write a decimal as a string")
  }

  func encode(_ value: Float) {
    preconditionFailure("a floating-point number has no exact text; write a decimal as a string")
  }
}
