package import CommandArguments
package import LedgerDomain
package import StrictJSON
package import Wording

/// Shows the members of an event's data as people read them: names for codes and identifiers, words for choices, masks for
/// what is sealed.
package struct ValueShowing {
  let language: Language
  let names: Names
  /// The units of the measure's targets, by the target's name.
  let targets: [Target]

  package init(language: Language, names: Names, targets: [Target] = []) {
    self.language = language
    self.names = names
    self.targets = targets
  }

  /// The text of a member's value; `field` is the name of the member.
  package func text(_ value: JSONValue, field: String, type: String) -> String {
    switch value {
    case .null: return "–"
    case .bool(let bool): return (bool ? StandingWords.yes : StandingWords.no)[language]
    case .number(let number): return number
    case .string(let string): return text(string, field: field, type: type)
    case .array(let elements):
      let separator = elements.contains { $0.kind == "object" } ? "; " : ", "
      return elements.map { text($0, field: field, type: type) }.joined(separator: separator)
    case .object(let object): return text(object, value, field: field, type: type)
    }
  }

  private func text(_ string: String, field: String, type: String) -> String {
    if let id = try? SubjectID(text: string) {
      let name = names.subject(id) ?? names.day(id)?.text
      return name.map { "\(string) \($0)" } ?? string
    }
    if let word = Self.choices[field]?(string, type) { return word[language] }
    if let list = Self.codeLists[field], let code = try? Code(text: string) { return names.of(code, in: list) }
    if let instant = try? Instant(text: string) { return SwedishTime.reading(of: instant) }
    if field == "value" || field == "actual", let number = try? Quantity(text: string) {
      return number.phrase[language]
    }
    return string
  }

  /// The fields that hold codes, and the list that each code is of.
  private static let codeLists: [String: CodeList] = [
    "areas": .areas, "area": .areas, "focusAreas": .focusAreas, "parties": .parties, "party": .parties, "site": .sites,
  ]

  private func text(_ object: JSONObject, _ value: JSONValue, field: String, type: String) -> String {
    if let sealed = SealedValue(of: object) {
      return names.text(of: sealed)[language]
    }
    switch field {
    case "authority": if let authority = read(Authority.self, value) { return authority.phrase(names)[language] }
    case "targets":
      if let target = read(Target.self, value) { return "\(target.name) \(target.phrase[language])" }
    case "results":
      if let result = read(TargetResult.self, value) {
        let target = targets.first { $0.name == result.target }
        return "\(result.target) "
          + (target.map { result.actual.phrase(unit: $0.unit) } ?? result.actual.phrase)[language]
      }
    case "conflicts":
      if let conflict = read(ConflictOfInterest.self, value) { return conflict.phrase[language] }
    case "document": if let document = read(DocumentReference.self, value) { return text(document) }
    case "periods": if let period = read(ReportingPeriod.self, value) { return period.phrase[language] }
    case "grounds":
      if let ground = read(Ground.self, value) { return "\(ground.kind.words[language]): \(ground.description)" }
    default: break
    }
    if let citizen = object["citizen"] {
      let words = Localized("privatperson", "private person")[language]
      return "\(words) \(text(citizen, field: "citizen", type: type))"
    }
    if let official = read(PublicOfficial.self, value) { return official.phrase }
    if let proposer = read(Proposer.self, value) { return proposer.phrase(names)[language] }
    if let span = read(DateSpan.self, value) { return span.phrase[language] }
    if let named = read(Named.self, value) { return named.name.text }
    // A text needs no name, and neither does a single member: what it is follows from the field.
    if let lead = object["text"] ?? (object.count == 1 ? object.members[0].value : nil) {
      let rest = named(object.members.filter { $0.name != "text" && object.count > 1 }, field: field, type: type)
      return text(lead, field: field, type: type) + (rest.isEmpty ? "" : " (\(rest))")
    }
    return named(object.members, field: field, type: type)
  }

  private func named(_ members: [JSONObject.Member], field: String, type: String) -> String {
    members.map { member in
      let words = FieldWords.lastWords(of: "\(field).\(member.name)", in: type)[language]
      return "\(words) \(text(member.value, field: member.name, type: type))"
    }.joined(separator: ", ")
  }

  /// A document by name, registry number and the whole digest.
  private func text(_ document: DocumentReference) -> String {
    [document.name.text, document.registryNumber?.text, "SHA-256 \(document.sha256.text)"].compactMap(\.self)
      .joined(separator: ", ")
  }

  private func read<T: JSONCoded>(_ type: T.Type, _ value: JSONValue) -> T? {
    try? T(json: value)
  }
}
