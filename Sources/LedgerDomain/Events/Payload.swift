package import StrictJSON

/// What one type of event says: the members of `data`, in the order of the properties.
///
/// A property that is optional, a list or a `Bool` is left out of the line when it says nothing. `version` is the schema version
/// that is written; older ones are lifted on reading (``Lifting``).
package protocol Payload: JSONRecord, Hashable, Sendable {
  /// The type as it follows `liggare.` in the line: `measure.approved`.
  static var type: String { get }
  static var version: Int { get }
}

extension Payload {
  package static var version: Int { 1 }
}

/// The events of one kind of subject: an enumeration with one case for each payload.
package protocol SubjectFact: Hashable, Sendable {
  /// Shows the payload as its own type.
  func show(to visitor: inout some PayloadVisitor)
  /// How each type is read.
  static var readers: [FactReader] { get }
}

/// One who is shown a payload, of whatever type it is.
package protocol PayloadVisitor {
  mutating func visit(_ payload: some Payload)
}

extension SubjectFact {
  /// The type of the payload.
  package var type: String {
    var kind = PayloadKind()
    show(to: &kind)
    return kind.type
  }
}

/// What a payload is, without what it says.
struct PayloadKind: PayloadVisitor {
  private(set) var type = ""
  private(set) var version = 0

  mutating func visit<P: Payload>(_ payload: P) {
    type = P.type
    version = P.version
  }
}

extension JSONPen: PayloadVisitor {
  /// Writes the members of a payload.
  package mutating func visit(_ payload: some Payload) {
    payload.write(members: &self)
  }
}

/// Reads the data of one type of event: the payload's members, and those of the circumstances, in one object.
package struct FactReader: Sendable {
  package let type: String
  package let version: Int
  package let read: @Sendable (inout JSONSource) throws(JSONMismatch) -> (fact: Fact, circumstances: Circumstances)
  /// A fact of the type that says nothing in particular.
  package let sample: @Sendable () -> Fact
  /// What `data` looks like in the newest schema version; made when asked for.
  package let shape: @Sendable () -> JSONShape

  /// A reader for the payload that `embed` takes: `FactReader { .measure(.approved($0)) }`.
  init<P: Payload>(_ embed: @escaping @Sendable (P) -> Fact) {
    type = P.type
    version = P.version
    sample = { embed(P.sample) }
    shape = { P.shape.merged(with: Circumstances.shape) }
    read = { data throws(JSONMismatch) in
      var members = try data.members()
      let payload = try P(members: &members)
      let circumstances = try Circumstances(members: &members)
      try data.close(members, P.shape.memberNames + Circumstances.shape.memberNames)
      return (embed(payload), circumstances)
    }
  }
}
