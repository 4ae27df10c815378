import CommandArguments
import LedgerDomain
import StrictJSON
import Wording

/// What was answered, in the order of the questions.
struct Answers {
  /// The command that they are for.
  let path: [String]
  private(set) var words: [String] = []
  private var texts: [String: [String]] = [:]
  private var asked: Set<String> = []

  init(to path: [String]) { self.path = path }

  mutating func add(_ declaration: Declaration, _ text: String) {
    asked.insert(declaration.name)
    texts[declaration.name, default: []].append(text)
    switch declaration.form {
    case .positional: words.append(text)
    case .flag: words.append(declaration.reference)
    // A value that begins with a dash stands after an equals sign.
    case .option: words += text.hasPrefix("-") ? ["\(declaration.reference)=\(text)"] : [declaration.reference, text]
    }
  }

  mutating func note(_ declaration: Declaration) { asked.insert(declaration.name) }

  func wasAsked(_ name: String) -> Bool { asked.contains(name) }

  subscript(name: String) -> String? { texts[name]?.first }

  func all(_ name: String) -> [String] { texts[name] ?? [] }

  /// The subject that was named.
  func subject(_ name: String) -> SubjectID? { self[name].flatMap { try? SubjectID(text: $0) } }

  /// The word of a closed list that was chosen, as the journal writes it or as people say it.
  func choice<Value: Choice & Worded>(_ name: String, of type: Value.Type) -> Value? {
    guard let text = self[name]?.lowercased() else { return nil }
    return Value.allCases.first { [$0.text, $0.words.sv, $0.words.en].contains(text) }
  }
}
