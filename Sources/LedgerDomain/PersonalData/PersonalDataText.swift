import StrictJSON

/// An unsealed text of an event in which something points out a person: its field, what it says, and what was found.
package struct PersonalDataText: Hashable, Sendable {
  /// The path of members to it, as mismatches write it: `proposedBy.official.name`, `targets[2].value`.
  package let field: String
  package let text: String
  package let found: [PersonalData]

  package init?(field: String, text: String) {
    let found = PersonalData.found(in: text)
    if found.isEmpty { return nil }
    self.field = field
    self.text = text
    self.found = found
  }

  /// The text with a word in the place of each.
  package func withheld(as word: String) -> String { found.replacing(in: text) { _, _ in word } }
}

extension Fact {
  /// The unsealed texts of an event's data in which something points out a person, in the order of the line.
  ///
  /// Every `Text` is looked at, of whomever it tells: a private number does not belong beside an office-holder's name either.
  /// What has a form of its own (identities, digests, codes, days, sealed values) is no text. Cost: writing the data, and where a
  /// quick look says that there may be any, reading it by its type's shape.
  package func personalData(with circumstances: Circumstances) -> [PersonalDataText] {
    guard let data = suspectData(with: circumstances) else { return [] }
    var texts: [PersonalDataText] = []
    _ = PersonalDataWalk { field, text in
      if let found = PersonalDataText(field: field, text: text) { texts.append(found) }
      return text
    }.walk(data.value, data.shape)
    return texts
  }

  /// The same event with a word in the place of everything that points out a person; nil where there is none, or where the word
  /// cannot stand there.
  package func withheld(
    as word: String, with circumstances: Circumstances
  ) -> (fact: Fact, circumstances: Circumstances)? {
    guard let data = suspectData(with: circumstances) else { return nil }
    let (type, version) = typeAndVersion
    let value = PersonalDataWalk { field, text in
      PersonalDataText(field: field, text: text)?.withheld(as: word) ?? text
    }.walk(data.value, data.shape)
    return value == data.value ? nil : try? Fact.read(type: type, version: version, data: value)
  }

  /// The data and its shape; nil where nothing in its bytes may point out a person.
  private func suspectData(with circumstances: Circumstances) -> (value: JSONValue, shape: JSONShape)? {
    var pen = JSONPen()
    write(with: circumstances, into: &pen)
    guard pen.bytes.withUnsafeBufferPointer({ PersonalData.mayStand(in: $0) }), let reader = Fact.readers[type] else {
      return nil
    }
    return (pen.value, reader.shape())
  }
}

/// A walk over data by its type's shape, which gives each free text to a closure and puts what that gives in its place.
private struct PersonalDataWalk {
  let change: (String, String) -> String

  func walk(_ value: JSONValue, _ shape: JSONShape, _ field: String = "") -> JSONValue {
    switch (shape, value) {
    case (.text(let type), .string(let text)):
      return type == ObjectIdentifier(Text.self) ? .string(change(field, text)) : value
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

  /// What a correction says a field said and should have said: of any shape.
  private func any(_ value: JSONValue, _ field: String) -> JSONValue {
    switch value {
    case .string(let text): .string(change(field, text))
    case .array(let elements): .array(elements.enumerated().map { any($1, "\(field)[\($0)]") })
    case .object(let object) where object.names == ["sealed"]: value
    case .object(let object):
      .object(JSONObject(object.members.map { ($0.name, any($0.value, path(field, $0.name))) }))
    case .null, .bool, .number: value
    }
  }

  private func path(_ field: String, _ name: String) -> String { field.isEmpty ? name : "\(field).\(name)" }
}
