import CommandArguments
import Documents
import Wording

/// Questions to the person at the terminal.
struct Prompt {
  let ask: @Sendable (String) -> String?
  let language: Language

  /// Asks for a value until it can be read; nil at the end of input.
  func value(of declaration: Declaration) -> String? {
    var question = "\(declaration.help[language]) (\(declaration.placeholder)): "
    while true {
      guard let answer = ask(question) else { return nil }
      let text = trimmed(answer)
      if text.isEmpty { continue }
      do throws(ValueProblem) {
        try declaration.check(text)
        return text
      } catch {
        let expected = Localized("Väntade", "Expected")[language]
        question = "\(expected) \(error.expected[language]).\n\(declaration.help[language]): "
      }
    }
  }

  /// Asks yes or no; no answer is no.
  func confirms(_ question: Localized) -> Bool {
    let choices = Localized("[j/N]", "[y/N]")[language]
    guard let answer = ask("\(question[language]) \(choices) ") else { return false }
    return ["j", "ja", "y", "yes"].contains(trimmed(answer).lowercased())
  }
}
