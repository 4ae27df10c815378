/// Writes canonical JSON: bytes put one behind the other, with no tree between a value and its text.
///
/// What separates values follows from the byte before: a comma stands between two values, and none after a bracket that
/// opens. A member that says nothing is not written.
///
/// Public, as `JSONWritable` is: only what is public can be inlined in other modules.
public struct JSONPen {
  /// What is written so far.
  package var bytes: [UInt8] = []

  package init() {}

  /// Forgets what is written and keeps the memory.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }

  package mutating func beginObject() {
    bytes.append(UInt8(ascii: "{"))
  }

  package mutating func endObject() {
    bytes.append(UInt8(ascii: "}"))
  }

  // What has a type parameter here is inlined: the type is known where it is written, and a member that says nothing costs
  // one test. Else each call would look the type of its optional or its list up while the program runs.

  /// A member. Requires a name that needs no escape, and is new in the object.
  @inlinable public mutating func write(_ name: StaticString, _ value: some JSONWritable) {
    write(name: name)
    value.write(into: &self)
  }

  /// A member, left out where there is no value.
  @inlinable @inline(__always) public mutating func write(_ name: StaticString, _ value: (some JSONWritable)?) {
    if let value { write(name, value) }
  }

  /// A member that is a list, left out where it is empty.
  @inlinable @inline(__always) public mutating func write(_ name: StaticString, _ values: [some JSONWritable]) {
    if values.isEmpty { return }
    write(name: name)
    write(values)
  }

  /// A member that is a mark, left out where it is not set.
  @inlinable @inline(__always) public mutating func write(_ name: StaticString, _ isSet: Bool) {
    if isSet { write(name, isSet as Bool?) }
  }

  /// A member that answers a question, left out where it has no answer.
  public mutating func write(_ name: StaticString, _ answer: Bool?) {
    guard let answer else { return }
    write(name: name)
    write(answer ? "true" : "false")
  }

  /// The elements of an array.
  @usableFromInline mutating func write(_ values: [some JSONWritable]) {
    bytes.append(UInt8(ascii: "["))
    for value in values {
      separate()
      value.write(into: &self)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// A string with its quotes and escapes.
  package mutating func write(string text: String) {
    JSONValue.write(string: text, into: &bytes)
  }

  /// The name of a member, whose value is written next. Requires a name that needs no escape.
  public mutating func write(name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    write(name)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  mutating func write(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func separate() {
    guard let last = bytes.last, last != UInt8(ascii: "{"), last != UInt8(ascii: "[") else { return }
    bytes.append(UInt8(ascii: ","))
  }

  /// What is written, as a JSON value. Requires one whole value.
  package var value: JSONValue {
    do throws(JSONError) {
      return try JSONValue(written: bytes)
    } catch {
      preconditionFailure("what the pen writes is JSON: \(error)")
    }
  }
}
