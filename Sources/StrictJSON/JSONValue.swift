/// A JSON value (RFC 8259) whose equality is that of its canonical bytes.
///
/// Strings compare on UTF-8, numbers on their text (`1` is not `1.0`), and the order of an object's members counts.
package enum JSONValue: Sendable {
  case null
  case bool(Bool)
  /// A number as it stood; requires the grammar of RFC 8259 section 6.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  /// A number in plain form: an optional minus sign and digits.
  package init(_ integer: some FixedWidthInteger) {
    self = .number(String(integer))
  }

  /// The name of the value's kind, as mismatches state it: "null", "boolean", "number", "string", "array", "object".
  package var kind: String {
    switch self {
    case .null: "null"
    case .bool: "boolean"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}

extension JSONValue: Hashable {
  package static func == (one: JSONValue, other: JSONValue) -> Bool {
    switch (one, other) {
    case (.null, .null): true
    case (.bool(let one), .bool(let other)): one == other
    case (.number(let one), .number(let other)): utf8Equal(one, other)
    case (.string(let one), .string(let other)): utf8Equal(one, other)
    case (.array(let one), .array(let other)): one == other
    case (.object(let one), .object(let other)): one == other
    default: false
    }
  }

  package func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .bool(let bool): hasher.combine(bool ? 2 : 1)
    case .number(let text):
      hasher.combine(3)
      hasher.combine(Text(text))
    case .string(let text):
      hasher.combine(4)
      hasher.combine(Text(text))
    case .array(let elements):
      hasher.combine(5)
      hasher.combine(elements)
    case .object(let object):
      hasher.combine(6)
      hasher.combine(object)
    }
  }
}

extension JSONValue: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
  package init(booleanLiteral bool: Bool) {
    self = .bool(bool)
  }

  package init(integerLiteral integer: Int) {
    self.init(integer)
  }

  package init(stringLiteral text: String) {
    self = .string(text)
  }
}

extension JSONValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  package init(arrayLiteral elements: JSONValue...) {
    self = .array(elements)
  }

  /// An object with the members in the order written; requires unique names.
  package init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(JSONObject(members.map { (name: $0.0, value: $0.1) }))
  }
}
