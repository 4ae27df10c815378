import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension Guide {
  /// Has one of a list chosen by its number. Nil at the end of input.
  func choose<Value>(_ question: Localized, _ options: [(words: String, value: Value)]) -> Value? {
    list(question, options.map(\.words))
    while let answer = ask(numberQuestion) {
      if let number = Int(trimmed(answer)), options.indices.contains(number - 1) { return options[number - 1].value }
    }
    return nil
  }

  /// The same of texts; any other that the argument takes can be typed. An empty line chooses the one at `standard`.
  func choose(
    _ question: Localized, _ options: [(words: String, value: String)], standard: Int?, other: Declaration
  ) -> String? {
    list(question, options.map(\.words))
    let number = standard.map {
      Localized("Nummer (tom rad: \($0 + 1)): ", "Number (empty line: \($0 + 1)): ")[language]
    }
    let question = number ?? numberQuestion
    var asking = question
    while let answer = ask(asking) {
      let text = trimmed(answer)
      if let number = Int(text), options.indices.contains(number - 1) { return options[number - 1].value }
      if text.isEmpty {
        if let standard { return options[standard].value }
        continue
      }
      do throws(ValueProblem) {
        try other.check(text)
        return text
      } catch { asking = expected(error) + question }
    }
    return nil
  }

  private var numberQuestion: String { Localized("Nummer: ", "Number: ")[language] }

  private func list(_ question: Localized, _ options: [String]) {
    let width = String(options.count).count
    let lines = options.enumerated().map { index, words in
      let number = String(index + 1)
      return "  \(String(repeating: " ", count: width - number.count))\(number)  \(visible(words))"
    }
    say(([question[language]] + lines).joined(separator: "\n") + "\n")
  }

  private func expected(_ problem: ValueProblem) -> String {
    Localized("Väntade ", "Expected ")[language] + problem.expected[language] + ".\n"
  }

  /// Asks for a value in words until it can be read; an empty one where none is needed. Nil at the end of input.
  func line(_ question: String, _ declaration: Declaration, isRequired: Bool) -> String? {
    var asking = question
    while let answer = ask(asking) {
      let text = trimmed(answer)
      if text.isEmpty {
        if !isRequired { return "" }
        continue
      }
      do throws(ValueProblem) {
        try declaration.check(text)
        return text
      } catch { asking = expected(error) + question }
    }
    return nil
  }

  /// What can be chosen for an argument: the words of a list, the subjects that the story fits, the codes of the promise, the periods.
  /// Empty where it is written in words.
  func candidates(
    _ declaration: Declaration, _ story: GuidedStory, _ answers: Answers
  ) -> [(words: String, text: String)] {
    if !declaration.choices.isEmpty {
      let words = ChoiceWords.described(declaration.choices)
      return declaration.choices.enumerated().map { (words?[$0][language] ?? $1, $1) }
    }
    switch declaration.name {
    case "area": return codes(.areas)
    case "focus": return codes(.focusAreas)
    case "site": return codes(.sites)
    case "PERIOD", "period":
      return (book.ledger?.opened?.periods ?? []).map { ($0.phrase[language], $0.label.text) }
    case "paragraph":
      return nextParagraph(answers).map { [($0, $0)] } ?? []
    default: break
    }
    guard declaration.placeholder.hasSuffix("-ID"),
      let kind = SubjectKind.allCases.first(where: { declaration.placeholder == "\($0.letter)-ID" })
    else { return [] }
    let all = book.chronicle.subjects(kind).compactMap { book.state(of: $0) }
    let fitting = declaration.form == .positional ? all.filter { story.fits($0, book) } : all
    // What happened to one that it should not have happened to is recorded all the same.
    let states = fitting.isEmpty ? all : fitting
    return inOrder(states, answers).prefix(Self.limit).map { state in
      let id = state.subject.id
      return ("\(id)  \(book.title(of: id) ?? "")", id.text)
    }
  }

  /// How many are offered at once; any other can be typed.
  private static let limit = 30

  private func codes(_ list: CodeList) -> [(words: String, text: String)] {
    book.promises.flatMap { $0.codes(list) }.map { (reading.names.of($0, in: list), $0.text) }
  }

  /// Meetings the nearest first, of the organ that was named; bodies those that decide first; all else the latest first.
  private func inOrder(_ states: [SubjectState], _ answers: Answers) -> [SubjectState] {
    let organ = (answers["organ"] ?? answers["to"]).flatMap { try? SubjectID(text: $0) }
    func rank(_ state: SubjectState) -> Int? {
      switch state {
      case .meeting(let meeting):
        if organ != nil && meeting.body != organ || meeting.callingOff != nil { return nil }
        return abs((meeting.day ?? reading.today).dayNumber - reading.today.dayNumber)
      case .body(let body): return body.registered?.kind.isBoundByMinutesRules == true ? 0 : 1
      case .delegation, .promise: return 0
      default: return -state.subject.id.number
      }
    }
    let ranked = states.enumerated().compactMap { index, state in rank(state).map { ($0, index, state) } }
    return ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  /// The paragraph after the last of the meeting that the ledger knows.
  private func nextParagraph(_ answers: Answers) -> String? {
    guard let meeting = answers["meeting"].flatMap({ try? SubjectID(text: $0) }) else { return nil }
    let used = book.decisions.filter { $0.made?.authority.meeting == meeting }.compactMap { decision in
      decision.made?.authority.paragraph?.text.filter(\.isNumber)
    }.compactMap(Int.init)
    return used.max().map { "§ \($0 + 1)" }
  }

  /// What was answered, in the order of the questions.
  struct Answers {
    private(set) var words: [String] = []
    private var texts: [String: [String]] = [:]
    private var asked: Set<String> = []

    mutating func add(_ declaration: Declaration, _ text: String) {
      asked.insert(declaration.name)
      texts[declaration.name, default: []].append(text)
      // A value that begins with a dash stands after an equals sign.
      if declaration.form == .positional {
        words.append(text)
      } else {
        words += text.hasPrefix("-") ? ["\(declaration.reference)=\(text)"] : [declaration.reference, text]
      }
    }

    mutating func note(_ declaration: Declaration) { asked.insert(declaration.name) }

    func wasAsked(_ name: String) -> Bool { asked.contains(name) }

    subscript(name: String) -> String? { texts[name]?.first }

    func all(_ name: String) -> [String] { texts[name] ?? [] }
  }
}
