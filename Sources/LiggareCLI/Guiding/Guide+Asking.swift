import CommandArguments
import Documents
import DurableFiles
import LedgerDomain
import StrictJSON
import Wording

extension Guide {
  /// Puts a question until what is typed can be read, and gives that; says what was expected of what cannot. `lead` is said once before it.
  ///
  /// What was typed before somebody went back answers at once. `isKept` is false for a question that is not one of the interview's.
  func put<Value>(
    _ lead: String, _ question: String, isKept: Bool = true, reading read: (String) throws(ValueProblem) -> Value
  ) throws(Leaving) -> Value {
    if isKept, let given = interview.next() {
      do throws(ValueProblem) { return try read(given) } catch { interview.forget() }
    }
    if !lead.isEmpty { say(lead) }
    var asking = question
    while let answer = ask(asking) {
      let text = trimmed(answer)
      if text == Self.back { throw .back }
      if text == Self.stop { throw .stopped }
      do throws(ValueProblem) {
        let value = try read(text)
        if isKept { interview.note(text) }
        return value
      } catch { asking = sentence(error) + question }
    }
    throw .stopped
  }

  static let back = "<"
  static let stop = "."

  private func sentence(_ problem: ValueProblem) -> String {
    Localized(
      "Väntade \(problem.expected.sv).\n(< går en fråga tillbaka, . slutar.)\n",
      "Expected \(problem.expected.en).\n(< goes one question back, . stops.)\n")[language]
  }

  /// What was chosen from a list: one of it by its number, or something else that was typed.
  enum Pick<Other> {
    case listed(Int)
    case other(Other)
  }

  /// Has one of a list chosen by its number; an empty line chooses the one at `standard`. Anything else `other` reads, or says what is wrong;
  /// `typed` says what that is, after the word number.
  func pick<Other>(
    _ question: Localized, _ options: [String], standard: Int? = nil, note: Localized? = nil,
    typed: Localized? = nil, other read: (String) throws(ValueProblem) -> Other
  ) throws(Leaving) -> Pick<Other> {
    let width = String(options.count).count
    let lines = options.enumerated().map { index, words in
      let number = String(index + 1)
      return "  \(String(repeating: " ", count: width - number.count))\(number)  \(visible(words))"
    }
    let lead = [question[language]] + lines + (note.map { ["  " + $0[language]] } ?? [])
    let number = Localized("Nummer", "Number")[language]
    let empty = standard.map { Localized(" (tom rad: \($0 + 1))", " (empty line: \($0 + 1))")[language] } ?? ""
    return try put("\n" + lead.joined(separator: "\n") + "\n", "\(number)\(typed?[language] ?? "")\(empty): ") {
      text throws(ValueProblem) in
      if let number = Int(text), options.indices.contains(number - 1) { return .listed(number - 1) }
      if text.isEmpty, let standard { return .listed(standard) }
      return .other(try read(text))
    }
  }

  /// Has one of a list chosen by its number, and by nothing else.
  func choose<Value>(
    _ question: Localized, _ options: [(words: String, value: Value)], standard: Int? = nil, note: Localized? = nil
  ) throws(Leaving) -> Value {
    let picked = try pick(question, options.map(\.words), standard: standard, note: note) {
      _ throws(ValueProblem) -> Never in throw ValueProblem(expected: Self.numbers(options.count))
    }
    switch picked {
    case .listed(let index): return options[index].value
    }
  }

  static func numbers(_ count: Int) -> Localized {
    count == 1
      ? Localized("numret 1", "the number 1")
      : Localized("ett nummer från 1 till \(count)", "a number from 1 to \(count)")
  }

  /// Has one of the offers of an argument chosen, or something else typed that it takes; empty where nothing is said.
  func choose(
    _ question: Localized, _ offers: [Offer], _ declaration: Declaration, isRequired: Bool
  ) throws(Leaving) -> String {
    let usual = declaration.defaultText.flatMap { text in offers.firstIndex { $0.text == text } }
    let mayBeNone = !isRequired && usual == nil
    let none = noneWords(declaration)[language]
    let listed = offers.map(\.words) + (mayBeNone ? [none] : [])
    // An only answer is the likely one; which provision applies is for a person to say.
    let isOnly = isRequired && offers.count == 1 && declaration.name != "provision"
    let likely = offers.firstIndex { $0.isLikely } ?? (isOnly ? 0 : nil)
    let isClosed = !declaration.choices.isEmpty || KnownValues(declaration) != nil
    let form = form(declaration)
    let standard = likely ?? usual ?? (mayBeNone ? offers.count : nil)
    let or = Localized(" eller ", " or ")
    let picked = try pick(question, listed, standard: standard, typed: isClosed ? nil : or + form) {
      text throws(ValueProblem) -> String in
      let numbers = Self.numbers(listed.count)
      let expected = isClosed ? numbers : numbers + or + form
      let stated = text.lowercased()
      if let named = offers.first(where: { [$0.words.lowercased(), $0.text.lowercased()].contains(stated) }) {
        return named.text
      }
      if mayBeNone, stated == none { return "" }
      // A number that is not in the list is a slip, but where a paragraph is asked for.
      let isSlip = Int(text) != nil && listed.count > 1 && declaration.placeholder != "§"
      if text.isEmpty || isSlip || isClosed { throw ValueProblem(expected: expected) }
      try check(text, declaration)
      return text
    }
    switch picked {
    case .listed(let index): return index < offers.count ? offers[index].text : ""
    case .other(let text): return text
    }
  }

  /// What choosing nothing is called.
  private func noneWords(_ declaration: Declaration) -> Localized {
    declaration.name == "field"
      ? Localized("allt om saken", "everything about it") : Localized("inget av dem", "none of them")
  }

  /// Asks for a value in words; empty where nothing is said.
  func line(_ help: Localized, _ declaration: Declaration, isRequired: Bool) throws(Leaving) -> String {
    let usual = declaration.defaultText.map { Localized(both: $0) } ?? Self.nothing
    return try words(help, form(declaration), nothing: isRequired ? nil : usual) { text throws(ValueProblem) in
      try check(text, declaration)
      return text
    }
  }

  static let nothing = Localized("inget", "none")
  static let ownWords = Localized("egna ord", "your own words")

  /// Asks in words: for what, in which form, and what an empty line means, where it may be empty.
  func words(
    _ help: Localized, _ form: Localized, nothing: Localized?,
    reading read: (String) throws(ValueProblem) -> String
  ) throws(Leaving) -> String {
    let empty = nothing.map { Localized("; tom rad: \($0.sv)", "; empty line: \($0.en)")[language] } ?? ""
    return try put("", "\(help[language]) (\(form[language])\(empty)): ") { text throws(ValueProblem) in
      if !text.isEmpty { return try read(text) }
      if nothing == nil { throw ValueProblem(expected: form) }
      return ""
    }
  }

  /// Asks yes or no; an empty line is no.
  func confirms(_ question: Localized) throws(Leaving) -> Bool {
    try put("", question[language] + Localized("? [j/N] ", "? [y/N] ")[language]) { text throws(ValueProblem) in
      switch text.lowercased() {
      case "j", "ja", "y", "yes": return true
      case "", "n", "nej", "no": return false
      default: throw ValueProblem(expected: Localized("ja eller nej", "yes or no"))
      }
    }
  }

  /// Whether the argument takes a text; a file must be there, too, so that nobody answers more questions in vain.
  private func check(_ text: String, _ declaration: Declaration) throws(ValueProblem) {
    try declaration.check(text)
    if declaration.placeholder == "FILE", (try? FileOperations.system.read(text)) == nil {
      throw ValueProblem(expected: Localized("en fil som går att läsa", "a file that can be read"))
    }
  }

  /// What may be typed for an argument, in words: what it expects in place of nothing.
  func form(_ declaration: Declaration) -> Localized {
    switch declaration.placeholder {
    case "FILE": return Localized("en fil, som protokoll.pdf", "a file, such as minutes.pdf")
    case "§": return Localized("en paragraf, som § 14", "a paragraph, such as § 14")
    case "NAME" where declaration.name == "field":
      return Localized("ett fälts namn, som title", "the name of a field, such as title")
    case "URL": return Localized("en adress, som https://kommunen.se/", "an address, such as https://kommunen.se/")
    default: break
    }
    do throws(ValueProblem) {
      try declaration.check("")
      return Self.ownWords
    } catch { return error.expected }
  }
}
