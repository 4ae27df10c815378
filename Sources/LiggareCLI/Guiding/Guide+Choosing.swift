import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// What a question for a subject offers.
struct SubjectChoice {
  let help: Localized
  /// Of this kind, or of any.
  let kind: SubjectKind?
  /// Only these, where they are known beforehand.
  let among: [SubjectID]?
  /// Those that it can have happened to; nil for all.
  let fits: GuidedStory.Fits?
  let isRequired: Bool
}

extension Guide {
  /// How many are offered at once; the others come by words of their names, and any by its identifier.
  private static let limit = 30

  /// Has a subject chosen: by its number in a list, by its identifier, or by words of its name, which make the list shorter. Of any kind, the
  /// kind comes first. Empty where nothing is said.
  func subject(_ choice: SubjectChoice, _ answers: Answers, taken: [String]) throws(Leaving) -> String {
    guard let kind = choice.kind else {
      if let among = choice.among { return try listed(among.compactMap { book.state(of: $0) }, choice, taken: taken) }
      switch try kindOrSubject(choice) {
      case .listed(let kind?): return try listed(kind, choice, answers, taken)
      case .listed(nil): return ""
      case .other(let id): return id.text
      }
    }
    return try listed(kind, choice, answers, taken)
  }

  private enum Kind {
    case listed(SubjectKind?)
    case other(SubjectID)
  }

  private static let kinds: [SubjectKind] = [
    .measure, .case, .decision, .meeting, .followUp, .recommendation, .promise, .situation, .indicator, .body,
    .delegation, .person, .ledger,
  ]

  private func kindOrSubject(_ choice: SubjectChoice) throws(Leaving) -> Kind {
    let kinds = Self.kinds.filter { reading.chronicle.lastSubject($0) != nil }
    let words = kinds.map { $0.withArticle[language] }
    let none = choice.isRequired ? [] : [Localized("inget av dem", "none of them")[language]]
    let picked = try pick(
      choice.help, words + none, standard: choice.isRequired ? nil : words.count,
      typed: Localized(" eller beteckning", " or identifier")
    ) {
      text throws(ValueProblem) -> SubjectID in
      if let id = known(text, of: nil) { return id }
      throw ValueProblem(
        expected: Self.numbers(words.count + none.count)
          + Localized(" eller en beteckning i liggaren, som M-0007", " or an identifier in the ledger, such as M-0007"))
    }
    switch picked {
    case .listed(let index): return .listed(index < kinds.count ? kinds[index] : nil)
    case .other(let id): return .other(id)
    }
  }

  private func listed(
    _ kind: SubjectKind, _ choice: SubjectChoice, _ answers: Answers, _ taken: [String]
  ) throws(Leaving) -> String {
    let all = reading.chronicle.subjects(kind).compactMap { book.state(of: $0) }
    let fitting = all.filter { choice.fits?($0, book) ?? true }
    // What happened to one that it should not have happened to is recorded all the same.
    let shown = inOrder(fitting.isEmpty ? all : fitting, answers)
    return try listed(shown, choice, taken: taken, isLikely: kind == .meeting, kind: kind)
  }

  private func listed(
    _ states: [SubjectState], _ choice: SubjectChoice, taken: [String], isLikely: Bool = false, kind: SubjectKind? = nil
  ) throws(Leaving) -> String {
    var shown = states.map(\.subject.id).filter { !taken.contains($0.text) }
    if shown.isEmpty, !choice.isRequired { return "" }
    while true {
      let listed = shown.prefix(Self.limit).map { "\($0)  \(title(of: $0))" }
      let none = choice.isRequired ? [] : [Localized("inget av dem", "none of them")[language]]
      let more = shown.count - listed.count
      let note: Localized? =
        listed.isEmpty
        ? Localized("Boken har inget sådant.", "The book has none.")
        : more == 0
          ? nil
          : Localized(
            "… och \(more) till: skriv beteckningen, eller ord ur namnet.",
            "… and \(more) more: write the identifier, or words of the name.")
      let isAlone = choice.isRequired && listed.count == 1
      let standard = isLikely && !listed.isEmpty || isAlone ? 0 : choice.isRequired ? nil : listed.count
      let question = choice.kind == nil ? kind?.definite.capitalized : nil
      // A private person has no name to look for.
      let typed =
        kind == .person
        ? Localized(" eller beteckning", " or identifier")
        : Localized(", beteckning eller ord ur namnet", ", identifier or words of the name")
      let picked = try pick(question ?? choice.help, listed + none, standard: standard, note: note, typed: typed) {
        text throws(ValueProblem) -> String in
        if let id = known(text, of: kind) { return id.text }
        if !text.isEmpty, Int(text) == nil, states.contains(where: { isNamed($0.subject.id, text) }) { return text }
        throw ValueProblem(expected: expected(kind, listed.count + none.count, like: shown.first))
      }
      switch picked {
      case .listed(let index): return index < listed.count ? shown[index].text : ""
      case .other(let text):
        if let id = known(text, of: kind) { return id.text }
        shown = states.map(\.subject.id).filter { isNamed($0, text) && !taken.contains($0.text) }
      }
    }
  }

  /// What can be said in place of a subject that there is not.
  private func expected(_ kind: SubjectKind?, _ count: Int, like id: SubjectID?) -> Localized {
    let example = (id ?? SubjectID(kind ?? .measure, 1)).text
    let what =
      kind.map { Localized("\($0.withArticle.sv) i liggaren, som ", "\($0.withArticle.en) in the ledger, such as ") }
      ?? Localized("en beteckning i liggaren, som ", "an identifier in the ledger, such as ")
    let words = kind == .person ? Localized(both: "") : Localized(", eller ord ur namnet", ", or words of the name")
    return (count == 0 ? Localized(both: "") : Self.numbers(count) + Localized(", ", ", ")) + what + example + words
  }

  /// The subject of the ledger that an identifier names, in capitals or not.
  private func known(_ text: String, of kind: SubjectKind?) -> SubjectID? {
    guard let id = try? SubjectID(text: text.uppercased()), kind == nil || id.kind == kind else { return nil }
    return book.state(of: id) == nil ? nil : id
  }

  /// What a subject is called in a list: a private person by the mask.
  private func title(of id: SubjectID) -> String {
    id.kind == .person ? StandingWords.masked[language] : book.title(of: id) ?? ""
  }

  private func isNamed(_ id: SubjectID, _ text: String) -> Bool {
    book.title(of: id)?.lowercased().contains(text.lowercased()) == true
  }

  /// Meetings of the organ that was named, or of all, the nearest first; bodies those that decide first; all else the latest first.
  private func inOrder(_ states: [SubjectState], _ answers: Answers) -> [SubjectState] {
    let organ = answers.subject("organ") ?? answers.subject("to")
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
}
