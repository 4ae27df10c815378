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
    _ = FreeTextWalk { field, text, _ in
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
    let value = FreeTextWalk { field, text, _ in
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
