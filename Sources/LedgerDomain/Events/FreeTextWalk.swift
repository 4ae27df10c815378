import StrictJSON

/// A walk over an event's data by its type's shape, which gives each free text (`Text`) to a closure and puts what that gives in its place.
///
/// The closure is given the path of the text's field, `proposedBy.official.name` or `targets[2].name`, the text, and whether its type is known. It is
/// not of what a correction says that a field said or should have said, which may be of any type. What has a form of its own
/// (identities, digests, codes, days) and sealed values are no texts.
struct FreeTextWalk {
  let change: (_ field: String, _ text: String, _ isTyped: Bool) -> String

  func walk(_ value: JSONValue, _ shape: JSONShape, _ field: String = "") -> JSONValue {
    switch (shape, value) {
    case (.text(let type), .string(let text)):
      return type == ObjectIdentifier(Text.self) ? .string(change(field, text, true)) : value
    case (.array(let element), .array(let elements)):
      return .array(elements.enumerated().map { walk($1, element, "\(field)[\($0)]") })
    case (.oneOf(let shapes), .object(let object)):
      let own = shapes.first { shape in object.names.allSatisfy(shape.memberNames.contains) }
      return own.map { walk(value, $0, field) } ?? value
    case (.object(let members), .object(let object)):
      return .object(
        JSONObject(
          object.members.map { member in
            let shape = members.first { utf8Equal($0.name, member.name) }?.shape
            return (member.name, shape.map { walk(member.value, $0, path(field, member.name)) } ?? member.value)
          }))
    case (.any, _): return any(value, field)
    default: return value
    }
  }

  private func any(_ value: JSONValue, _ field: String) -> JSONValue {
    switch value {
    case .string(let text): return .string(change(field, text, false))
    case .array(let elements): return .array(elements.enumerated().map { any($1, "\(field)[\($0)]") })
    case .object(let object):
      if SealedValue(of: object) != nil { return value }
      return .object(JSONObject(object.members.map { ($0.name, any($0.value, path(field, $0.name))) }))
    case .null, .bool, .number: return value
    }
  }

  private func path(_ field: String, _ name: String) -> String { field.isEmpty ? name : "\(field).\(name)" }
}
