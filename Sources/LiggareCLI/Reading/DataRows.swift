import Audit
import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// The members of an event's data as names and values in words: what every `show` and preview says of a fact.
///
/// Values are shown as in `audit trace`: identifiers with names, codes by name, sealed values masked.
struct DataRows {
  private let values: ValueShowing
  private let language: Language

  init(_ language: Language, _ names: Names, targets: [Target] = []) {
    self.language = language
    values = ValueShowing(language: language, names: names, targets: targets)
  }

  func rows(_ value: JSONValue, type: String) -> [KeyValue] {
    guard case .object(let object) = value else { return [] }
    return object.members.map { member in
      KeyValue(
        capitalised(FieldWords.lastWords(of: member.name, in: type)[language]),
        Prose(values.text(member.value, field: member.name, type: type)))
    }
  }
}

/// With a capital first letter.
func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

extension Names {
  /// The names that a chronicle knows, whenever effective.
  init(_ chronicle: Chronicle) {
    self.init(states: { chronicle.naming(of: $0) }, promises: chronicle.subjects(.promise))
  }
}
