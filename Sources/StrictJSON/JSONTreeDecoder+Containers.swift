/// The members of an object that is being read.
struct KeyedDecoding<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let decoder: JSONTreeDecoder
  let object: JSONObject

  var codingPath: [any CodingKey] { decoder.codingPath }
  var allKeys: [Key] { object.members.compactMap { Key(stringValue: $0.name) } }

  func contains(_ key: Key) -> Bool {
    decoder.ask(key.stringValue, of: object) != nil
  }

  // Null is no way to write nil, so that it reaches the type asked for, which refuses it.
  func decodeNil(forKey key: Key) -> Bool { false }

  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    guard let omittable = type as? any OmittedWhenDefault.Type else { return try member(key).read(type) }
    guard let value = decoder.ask(key.stringValue, of: object) else { return omittable.omittedValue as! T }
    let place = place(value, key)
    let result = try place.read(type)
    if (result as! any OmittedWhenDefault).isOmitted { throw place.mismatch(.notCanonical) }
    return result
  }

  func decode(_ type: String.Type, forKey key: Key) throws -> String {
    try member(key).string()
  }

  func decode<T: Decodable & FixedWidthInteger>(_ type: T.Type, forKey key: Key) throws -> T {
    try member(key).integer(type)
  }

  func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
    guard let value = decoder.ask(key.stringValue, of: object) else { return nil }
    let place = place(value, key)
    // A type that takes null, as a JSON value does, would make it a second way to write nil.
    if case .null = value, type is JSONValue.Type { throw place.wrongType("value") }
    return try place.read(type)
  }

  // The protocol's own implementation for `Bool` would be taken before the one above.
  func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
    try decoder.ask(key.stringValue, of: object).map { try place($0, key).bool() }
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try decoder.nest(required(key), .member(key.stringValue)).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoder.nest(required(key), .member(key.stringValue)).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder {
    preconditionFailure("classes that inherit their coding are not supported")
  }

  func superDecoder(forKey key: Key) throws -> any Decoder {
    try superDecoder()
  }

  private func required(_ key: Key) throws -> JSONValue {
    guard let value = decoder.ask(key.stringValue, of: object) else {
      throw decoder.mismatch(.missingMember(key.stringValue))
    }
    return value
  }

  private func place(_ value: JSONValue, _ key: Key) -> JSONTreeDecoder {
    JSONTreeDecoder(value, parent: decoder, step: .member(key.stringValue))
  }

  private func member(_ key: Key) throws -> JSONTreeDecoder {
    try place(required(key), key)
  }
}

/// The elements of an array that is being read.
struct UnkeyedDecoding: UnkeyedDecodingContainer {
  let decoder: JSONTreeDecoder
  let elements: [JSONValue]
  private(set) var currentIndex = 0

  init(decoder: JSONTreeDecoder, elements: [JSONValue]) {
    self.decoder = decoder
    self.elements = elements
  }

  var codingPath: [any CodingKey] { decoder.codingPath }
  var count: Int? { elements.count }
  var isAtEnd: Bool { currentIndex == elements.count }

  func decodeNil() -> Bool { false }

  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
    let index = try advance()
    return try JSONTreeDecoder(elements[index], parent: decoder, step: .element(index)).read(type)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    let index = try advance()
    return try decoder.nest(elements[index], .element(index)).container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    let index = try advance()
    return try decoder.nest(elements[index], .element(index)).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder {
    preconditionFailure("classes that inherit their coding are not supported")
  }

  /// Steps over the next element and gives its index.
  private mutating func advance() throws -> Int {
    guard !isAtEnd else { throw decoder.mismatch(.missingMember("[\(currentIndex)]")) }
    decoder.askElement(currentIndex)
    defer { currentIndex += 1 }
    return currentIndex
  }
}

/// The one value that is read in a place.
struct SingleValueDecoding: SingleValueDecodingContainer {
  let decoder: JSONTreeDecoder
  var codingPath: [any CodingKey] { decoder.codingPath }

  func decodeNil() -> Bool { false }

  func decode<T: Decodable>(_ type: T.Type) throws -> T {
    try decoder.again().read(type)
  }

  func decode(_ type: Bool.Type) throws -> Bool {
    _ = decoder.takeWhole()
    return try decoder.bool()
  }

  func decode(_ type: String.Type) throws -> String {
    _ = decoder.takeWhole()
    return try decoder.string()
  }

  func decode<T: Decodable & FixedWidthInteger>(_ type: T.Type) throws -> T {
    _ = decoder.takeWhole()
    return try decoder.integer(type)
  }

  func decode(_ type: Double.Type) throws -> Double {
    preconditionFailure("a floating-point number has no exact text; read a decimal from a string")
  }

  func decode(_ type: Float.Type) throws -> Float {
    preconditionFailure("a floating-point number has no exact text; read a decimal from a string")
  }
}
