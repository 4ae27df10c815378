import CommandArguments
package import StrictJSON

extension JSONMismatch {
  /// What keeps a value from being of its type, with the place as a path; `type` is the event's type, where it is one.
  package func message(in type: String? = nil) -> Message {
    Message(place: path.isEmpty ? nil : Localized(both: JSONMismatch.text(of: path)), explanation(type), remedy: remedy)
  }

  /// `targets[2].value`, of the steps `targets`, `[2]`, `value`.
  package static func text(of path: [String]) -> String {
    path.reduce("") { text, step in text.isEmpty || step.hasPrefix("[") ? text + step : "\(text).\(step)" }
  }

  private func explanation(_ type: String?) -> Localized {
    switch problem {
    case .missingMember(let name) where name.hasPrefix("["):
      Localized("Listan slutar för tidigt: \(name) saknas.", "The list ends too early: \(name) is missing.")
    case .missingMember(let name):
      Localized("Fältet ", "The field ") + named(name, type) + Localized(" saknas.", " is missing.")
    case .unknownMember(let name, _) where name.hasPrefix("["):
      Localized("Listan har för många värden: \(name) är ett för mycket.", "The list is too long: \(name) is too much.")
    case .unknownMember(let name, let known):
      Localized("Fältet ", "The field ") + quoted(name) + Localized(" finns inte här.", " is not known here.")
        + guess(name, among: known)
    case .wrongType(let expected, let found):
      Localized("Väntade ", "Expected ") + ExpectationWords.words(expected) + Localized(", fann ", ", found ")
        + ExpectationWords.found(kind: found) + "."
    case .malformed(let expected, let found): mismatch(expected: expected, found: found)
    case .notCanonical:
      Localized("Fältet säger det som gäller ändå.", "The field states what holds anyway.")
    }
  }

  private var remedy: Localized? {
    switch problem {
    case .unknownMember(let name, let known) where !name.hasPrefix("[") && !known.isEmpty:
      Localized("Kända fält: ", "Known fields: ") + known.joined(separator: ", ") + "."
    case .notCanonical: Localized("Utelämna fältet.", "Leave the field out.")
    default: nil
    }
  }

  /// `”deviation” (avvikelse)`.
  private func named(_ name: String, _ type: String?) -> Localized {
    fieldName(JSONMismatch.text(of: path + [name]), last: name, in: type)
  }
}

/// A field by its name and, where that says more, its words: `”deviation” (avvikelse)`.
func fieldName(_ path: String, last: String? = nil, in type: String? = nil) -> Localized {
  let shown = last ?? path
  let words = last == nil ? FieldWords.words(of: path, in: type) : FieldWords.lastWords(of: path, in: type)
  func described(_ quoted: String, _ words: String) -> String { words == shown ? quoted : "\(quoted) (\(words))" }
  let name = quoted(shown)
  return Localized(described(name.sv, words.sv), described(name.en, words.en))
}
