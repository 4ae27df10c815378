import CommandArguments
import Documents
import StrictJSON
import Wording

/// The members of a JSON object as names and values in words: what every `show` and preview can fall back on.
///
/// Sealed values are masked. Nested objects are joined with the field's words in front; lists are joined with semicolons.
struct DataRows {
  private let language: Language

  init(_ language: Language) { self.language = language }

  func rows(_ value: JSONValue, type: String? = nil) -> [KeyValue] {
    guard case .object(let object) = value else { return [] }
    return object.members.map { member in
      KeyValue(
        capitalised(FieldWords.lastWords(of: member.name, in: type)[language]),
        Prose(text(member.value, at: member.name, type)))
    }
  }

  /// A value as one line of text.
  private func text(_ value: JSONValue, at path: String, _ type: String?) -> String {
    switch value {
    case .null: return StandingWords.notStated[language]
    case .bool(let truth): return (truth ? StandingWords.yes : StandingWords.no)[language]
    case .number(let number): return number
    case .string(let text): return ChoiceFields.words(text, at: path, type)?[language] ?? text
    case .array(let elements): return elements.map { text($0, at: path, type) }.joined(separator: "; ")
    case .object(let object):
      if object.names == ["sealed"] { return StandingWords.masked[language] }
      let parts = object.members.map { member in
        let inner = "\(path).\(member.name)"
        return "\(FieldWords.lastWords(of: inner, in: type)[language]) \(text(member.value, at: inner, type))"
      }
      return parts.joined(separator: ", ")
    }
  }
}

/// With a capital first letter.
func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
