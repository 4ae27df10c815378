/// The place and kind of what keeps a JSON value from being a value of the type asked for.
package struct JSONMismatch: Error, Equatable {
  /// The way from the outermost value: member names, and places in arrays as "[2]".
  package var path: [String]
  package var problem: Problem

  package init(path: [String], problem: Problem) {
    self.path = path
    self.problem = problem
  }

  /// What is wrong at a place.
  package enum Problem: Equatable, Sendable {
    /// A member that the type needs, or an element ("[2]") where the array ends too early.
    case missingMember(String)
    /// A member that the type does not have, with those it has; an element that nobody read is one too.
    case unknownMember(String, known: [String])
    /// Another kind of value: "null", "boolean", "number", "integer", "string", "array" or "object".
    case wrongType(expected: String, found: String)
    /// The right kind with a content that is not allowed: the key of a fact, a range ("0...255") or a type's name.
    case malformed(expected: String, found: String)
    /// A member that states the default, which is written by leaving the member out.
    case notCanonical
  }
}

extension JSONMismatch {
  /// Another kind of value than expected, at the outermost place.
  static func wrongType(_ expected: String, _ found: JSONValue) -> JSONMismatch {
    JSONMismatch(path: [], problem: .wrongType(expected: expected, found: found.kind))
  }

  /// The same, as it looks from a step further out.
  func within(_ step: String) -> JSONMismatch {
    JSONMismatch(path: [step] + path, problem: problem)
  }
}
