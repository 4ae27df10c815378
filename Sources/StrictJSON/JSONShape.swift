/// What the JSON of a type looks like, found by asking the type what it asks for.
///
/// A description for those who must recognise values without making them: it says exactly what the type reads, or less.
package indirect enum JSONShape: Sendable {
  /// Members in the order of writing; each may be absent where it says so, and no other is there.
  case object([Member])
  /// Exactly one of several objects.
  case oneOf([JSONShape])
  case array(JSONShape)
  /// A string with the text form of a `TextValue`, which is named.
  case text(ObjectIdentifier)
  /// One of these words.
  case choice([String])
  case integer
  case bool
  /// Any JSON value but null.
  case any

  package struct Member: Sendable {
    package let name: String
    package let shape: JSONShape
    package let isRequired: Bool
    /// Whether a value that says nothing (an empty array, `false`) must be left out.
    package let isOmittedWhenDefault: Bool

    package init(name: String, shape: JSONShape, isRequired: Bool, isOmittedWhenDefault: Bool) {
      self.name = name
      self.shape = shape
      self.isRequired = isRequired
      self.isOmittedWhenDefault = isOmittedWhenDefault
    }
  }

  /// The shape of a record: what it asks for when it is read, in that order. Costs the making of a sample.
  package init<T: JSONRecord>(asking type: T.Type) {
    var members = JSONMembers.asked()
    // The sample is made only to be thrown away: what was asked for on the way is the answer.
    _ = try? T(members: &members)
    self = .object(members.asked ?? [])
  }

  /// The shape of an object with one member, which must be there.
  package init(alone name: String, _ shape: JSONShape) {
    self = .object([Member(name: name, shape: shape, isRequired: true, isOmittedWhenDefault: false)])
  }

  /// The members of two shapes in one object, those of `self` first. Requires objects.
  package func merged(with other: JSONShape) -> JSONShape {
    guard case .object(let one) = self, case .object(let two) = other else {
      preconditionFailure("only the members of objects can lie in one object")
    }
    return .object(one + two)
  }

  /// The names that an object of this shape can have.
  package var memberNames: [String] {
    guard case .object(let members) = self else { return [] }
    return members.map(\.name)
  }
}
