import StrictJSON

/// Where a field lies in a subject's state as JSON has it: `plan.deadline`, `reports[2].results[0].actual`.
///
/// Grammar: a name, then any number of `.name` and `[place]`; names of ASCII letters, digits and hyphens, places from 0.
package struct FieldPath: Hashable, Sendable, CustomStringConvertible {
  package enum Step: Hashable, Sendable {
    case member(String)
    case place(Int)
  }

  package private(set) var steps: [Step]

  package init(_ steps: [Step]) {
    self.steps = steps
  }

  /// Reads what `text` writes; nil for anything else.
  package init?(_ text: String) {
    var steps: [Step] = []
    for part in text.split(separator: ".", omittingEmptySubsequences: false) {
      let pieces = part.split(separator: "[", omittingEmptySubsequences: false)
      guard let name = pieces.first, !name.isEmpty, name.utf8.allSatisfy(Self.isOfName) else { return nil }
      steps.append(.member(String(name)))
      for piece in pieces.dropFirst() {
        let digits = piece.dropLast()
        guard piece.utf8.last == UInt8(ascii: "]"), (1...7).contains(digits.utf8.count),
          digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let place = Int(digits)
        else { return nil }
        steps.append(.place(place))
      }
    }
    self.steps = steps
  }

  package var text: String {
    var text = ""
    for step in steps {
      switch step {
      case .member(let name): text += text.isEmpty ? name : ".\(name)"
      case .place(let place): text += "[\(place)]"
      }
    }
    return text
  }

  package var description: String { text }

  /// The name of the innermost member: what the field's value is called.
  package var lastName: String {
    for case .member(let name) in steps.reversed() { return name }
    return ""
  }

  func appending(_ step: Step) -> FieldPath { FieldPath(steps + [step]) }

  /// Whether this path leads to the other or to something that holds it.
  func holds(_ other: FieldPath) -> Bool { other.steps.starts(with: steps) }

  private static func isOfName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
  }
}

extension JSONValue {
  /// The value at the end of some steps; nil where there is none.
  func value(at steps: some Sequence<FieldPath.Step>) -> JSONValue? {
    var value = self
    for step in steps {
      switch (step, value) {
      case (.member(let name), .object(let object)):
        guard let member = object[name] else { return nil }
        value = member
      case (.place(let place), .array(let elements)):
        guard elements.indices.contains(place) else { return nil }
        value = elements[place]
      default: return nil
      }
    }
    return value
  }

  /// Whether it is a field by itself, and not a frame around others: anything but an object with members and a list of
  /// such. A sealed value is one, and so is a list of words.
  var isLeaf: Bool {
    switch self {
    case .object(let object): object.isEmpty || (object.count == 1 && object["sealed"] != nil)
    case .array(let elements): elements.allSatisfy { if case .object = $0 { false } else { true } }
    case .null, .bool, .number, .string: true
    }
  }

  /// Every field in it, in the order of the text, each with its path from `path` on.
  func leaves(at path: FieldPath) -> [(path: FieldPath, value: JSONValue)] {
    if isLeaf { return [(path, self)] }
    switch self {
    case .object(let object): return object.members.flatMap { $0.value.leaves(at: path.appending(.member($0.name))) }
    case .array(let elements): return elements.enumerated().flatMap { $1.leaves(at: path.appending(.place($0))) }
    case .null, .bool, .number, .string: return [(path, self)]
    }
  }
}
