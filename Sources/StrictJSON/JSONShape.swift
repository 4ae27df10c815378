import Synchronization

/// What the JSON of a type looks like, found by asking its `Decodable` conformance what it asks for.
///
/// A description for those who must recognise values without making them: it says exactly what `JSONCoding` accepts of
/// the type, or less. The types that a shape can be made of are those that `JSONCoding` writes: objects by keyed coding,
/// arrays, texts with one form, plain integers, booleans, and JSON values.
package indirect enum JSONShape: Sendable {
  /// Members in the order of writing; each may be absent where it says so, and no other is there.
  case object([Member])
  /// Exactly one of several objects.
  case oneOf([JSONShape])
  case array(JSONShape)
  /// A string with the text form of a type.
  case text(any TextValue.Type)
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

  /// The shape of a type. Requires a conformance that the compiler wrote, or `ShapedByHand`.
  ///
  /// Asking a type takes some 20 microseconds and is done once; types that many payloads hold are asked for often.
  package init<T: Decodable>(of type: T.Type) {
    let key = ObjectIdentifier(type)
    if let known = Self.known.withLock({ $0[key] }) {
      self = known
    } else {
      self.init(asking: type)
      let shape = self
      Self.known.withLock { $0[key] = shape }
    }
  }

  private static let known = Mutex<[ObjectIdentifier: JSONShape]>([:])

  private init<T: Decodable>(asking type: T.Type) {
    if let shaped = type as? any ShapedByHand.Type {
      self = shaped.shape
    } else if let text = type as? any TextValue.Type {
      self = .text(text)
    } else if let array = type as? any ArrayShape.Type {
      self = .array(array.elementShape)
    } else if type is Bool.Type {
      self = .bool
    } else if type is Int.Type {
      self = .integer
    } else {
      let probe = JSONShapeProbe()
      // A dummy is made only to be thrown away: what the conformance asked for on the way is the answer.
      _ = try? T(from: probe)
      self = .object(probe.members)
    }
  }

  /// The members of two shapes in one object, those of `self` first. Requires objects.
  package func merged(with other: JSONShape) -> JSONShape {
    guard case .object(let one) = self, case .object(let two) = other else {
      preconditionFailure("only the members of objects can lie in one object")
    }
    return .object(one + two)
  }
}

/// A type whose `Decodable` conformance was written by hand, which no asking can see through.
package protocol ShapedByHand {
  static var shape: JSONShape { get }
}

extension JSONValue: ShapedByHand {
  package static var shape: JSONShape { .any }
}

/// An array of whatever element.
private protocol ArrayShape {
  static var elementShape: JSONShape { get }
}

extension Array: ArrayShape where Element: Decodable {
  fileprivate static var elementShape: JSONShape { JSONShape(of: Element.self) }
}
