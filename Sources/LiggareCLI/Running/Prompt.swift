import CommandArguments
import Documents
import Wording

/// Questions to the person at the terminal.
struct Prompt {
  let ask: @Sendable (String) -> String?
  let language: Language

  /// Asks for all values of an argument: one, or several until an empty line. Fewer than are needed at the end of input.
  func values(of declaration: Declaration) -> [String] {
    guard let first = value(question(declaration), declaration) else { return [] }
    var values = [first]
    while declaration.occurrence.isRepeated {
      let more = Localized("fler? (tom rad: inga fler): ", "more? (empty line: no more): ")[language]
      guard let next = value("\(declaration.help[language]), \(more)", declaration, mayBeEmpty: true), !next.isEmpty
      else { break }
      values.append(next)
    }
    return values
  }

  private func question(_ declaration: Declaration) -> String {
    let form = declaration.choices.isEmpty ? declaration.placeholder : declaration.choices.joined(separator: " | ")
    return "\(declaration.help[language]) (\(form)): "
  }

  /// Asks until the answer can be read; nil at the end of input.
  private func value(_ first: String, _ declaration: Declaration, mayBeEmpty: Bool = false) -> String? {
    var question = first
    while let answer = ask(question) {
      let text = trimmed(answer)
      if text.isEmpty {
        if mayBeEmpty { return "" }
        continue
      }
      do throws(ValueProblem) {
        try declaration.check(text)
        return text
      } catch {
        let expected = Localized("Väntade", "Expected")[language]
        question = "\(expected) \(error.expected[language]).\n\(declaration.help[language]): "
      }
    }
    return nil
  }

  /// Asks yes or no; no answer is no.
  func confirms(_ question: Localized) -> Bool {
    let choices = Localized("[j/N]", "[y/N]")[language]
    guard let answer = ask("\(question[language]) \(choices) ") else { return false }
    return ["j", "ja", "y", "yes"].contains(trimmed(answer).lowercased())
  }

  /// Asks for one of some letters, and gives its place; nil for any other answer, and for none.
  func letter(_ question: Localized, among letters: [Localized]) -> Int? {
    guard let answer = ask("\(question[language]) ") else { return nil }
    return letters.firstIndex { $0[language] == trimmed(answer).lowercased() }
  }
}
