/// One JSON value that is to be read as some type: a value in memory, or its canonical bytes where they lie.
///
/// Reading from bytes makes no tree, and asks that the bytes be canonical (`JSONValue.write`) and those of a value of the
/// type, as a line is that a sweep has matched. Where they are not, something is thrown that need not name the place;
/// who wants to know it reads the value in memory. Reading consumes: one value, one read.
package struct JSONSource {
  /// The value; nil where there are bytes.
  private let value: JSONValue?
  private(set) var cursor: CanonicalCursor

  package init(_ value: JSONValue) {
    self.value = value
    cursor = CanonicalCursor()
  }

  /// Requires bytes that stay as long as the source is used.
  package init(canonical bytes: UnsafeBufferPointer<UInt8>) {
    self.init(CanonicalCursor(bytes))
  }

  init(_ cursor: CanonicalCursor) {
    value = nil
    self.cursor = cursor
  }

  /// A string's text.
  package mutating func string() throws(JSONMismatch) -> String {
    guard let value else { return try cursor.string() }
    guard case .string(let text) = value else { throw .wrongType("string", value) }
    return text
  }

  /// A number's text, where an integer is expected.
  mutating func number() throws(JSONMismatch) -> String {
    guard let value else { return try cursor.number() }
    guard case .number(let text) = value else { throw .wrongType("integer", value) }
    return text
  }

  mutating func bool() throws(JSONMismatch) -> Bool {
    guard let value else { return try cursor.bool() }
    guard case .bool(let isSet) = value else { throw .wrongType("boolean", value) }
    return isSet
  }

  /// Any value but null.
  mutating func any() throws(JSONMismatch) -> JSONValue {
    let value = if let value { value } else { try cursor.value() }
    if case .null = value { throw .wrongType("value", value) }
    return value
  }

  /// Reads each element of an array.
  mutating func elements(_ read: (inout JSONSource) throws(JSONMismatch) -> Void) throws(JSONMismatch) {
    guard let value else {
      guard !(try cursor.opens(UInt8(ascii: "["), closing: UInt8(ascii: "]"))) else { return }
      repeat { try read(&self) } while try cursor.goesOn(until: UInt8(ascii: "]"))
      return
    }
    guard case .array(let elements) = value else { throw .wrongType("array", value) }
    for (index, element) in elements.enumerated() {
      var source = JSONSource(element)
      do throws(JSONMismatch) {
        try read(&source)
      } catch {
        throw error.within("[\(index)]")
      }
    }
  }

  /// The members of an object. What is read of bytes goes on behind it with `close`.
  package mutating func members() throws(JSONMismatch) -> JSONMembers {
    guard let value else {
      let isEmpty = try cursor.opens(UInt8(ascii: "{"), closing: UInt8(ascii: "}"))
      return JSONMembers(cursor, isEmpty: isEmpty)
    }
    guard case .object(let object) = value else { throw .wrongType("object", value) }
    return JSONMembers(object)
  }

  /// Ends the reading of an object: refuses what nobody asked for; `asked` are the names that were.
  package mutating func close(_ members: JSONMembers, _ asked: @autoclosure () -> [String]) throws(JSONMismatch) {
    try members.finish(asked())
    if value == nil { cursor = members.cursor }
  }
}
