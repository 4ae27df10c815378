/// A value that can be written as JSON, in canonical form.
public protocol JSONWritable {
  /// Writes the value where the pen stands: one whole JSON value.
  func write(into pen: inout JSONPen)
}

/// A value that is written as JSON and read back from it, in exactly one form.
///
/// The contract: what `write` writes, `init(json:)` reads as an equal value, from memory and from its bytes; and what it reads,
/// `write` writes as it was, but for the order of members. Everything is known where the code is compiled: no value is asked at run time what it
/// conforms to.
package protocol JSONCoded: JSONWritable {
  /// Reads the value; throws the first place where the JSON is none of this type. Nothing is passed over.
  init(json source: inout JSONSource) throws(JSONMismatch)

  /// What `init(json:)` accepts, or less.
  static var shape: JSONShape { get }

  /// Some value of the type, whatever it says: what a record is made of while it is asked for its shape.
  static var sample: Self { get }
}

/// An object with a member for each property, in the order of the properties.
///
/// ```swift
/// struct Passage: JSONRecord {
///   var heading: Text
///   var notes: [Text]
///
///   init(members: inout JSONMembers) throws(JSONMismatch) {
///     heading = try members.read("heading")
///     notes = try members.read("notes")
///   }
///
///   func write(members: inout JSONPen) {
///     members.write("heading", heading)
///     members.write("notes", notes)
///   }
/// }
/// ```
///
/// The two lists name the same members in the same order; a test holds them against each other for every type of event.
/// A property that is optional, a list or a `Bool` has no member where it says nothing. The members of several records
/// may lie in one object.
package protocol JSONRecord: JSONCoded {
  /// Asks for every member, each once, whatever the others say.
  init(members: inout JSONMembers) throws(JSONMismatch)

  /// Writes every member that says something.
  func write(members: inout JSONPen)
}

extension JSONCoded {
  /// Reads a value in memory.
  package init(json: JSONValue) throws(JSONMismatch) {
    var source = JSONSource(json)
    try self.init(json: &source)
  }
}

extension JSONRecord {
  package init(json source: inout JSONSource) throws(JSONMismatch) {
    var members = try source.members()
    try self.init(members: &members)
    try source.close(members, Self.shape.memberNames)
  }

  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    write(members: &pen)
    pen.endObject()
  }

  package static var shape: JSONShape { JSONShape(asking: Self.self) }

  package static var sample: Self {
    var members = JSONMembers.asked()
    guard let sample = try? Self(members: &members) else { preconditionFailure("samples make a record") }
    return sample
  }
}

extension JSONValue: JSONWritable {
  /// The JSON value of what is written as JSON. Costs writing it and reading it.
  package init(of value: some JSONWritable) {
    var pen = JSONPen()
    value.write(into: &pen)
    self = pen.value
  }

  /// The array of what is written as JSON.
  package init(of values: [some JSONWritable]) {
    var pen = JSONPen()
    pen.write(values)
    self = pen.value
  }

  package func write(into pen: inout JSONPen) {
    write(into: &pen.bytes)
  }
}
