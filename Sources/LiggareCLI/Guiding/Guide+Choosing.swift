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
  private static let limit = 15

  /// Has a subject chosen: by its number in a list, by its identifier, or by words of its name, which make the list shorter. Of any kind, the
  /// kind comes first. Empty where nothing is said.
  func subject(_ choice: SubjectChoice, _ answers: Answers, taken: [String]) throws(Leaving) -> String {
    guard let kind = choice.kind else {
      if let among = choice.among { return try listed(among, choice, taken, fits: { _ in true }) }
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
    let ids = inOrder(kind, answers)
    func isThere(_ id: SubjectID) -> Bool { book.state(of: id) != nil }
    func fits(_ id: SubjectID) -> Bool { book.state(of: id).map { choice.fits?($0, book) ?? true } ?? false }
    // What happened to one that it should not have happened to is recorded all the same.
    return try listed(ids, choice, taken, kind: kind, fits: ids.contains(where: fits) ? fits : isThere)
  }

  /// Each subject is looked at only as far as the list goes: in a large book few are.
  private func listed(
    _ ids: [SubjectID], _ choice: SubjectChoice, _ taken: [String], kind: SubjectKind? = nil,
    fits: (SubjectID) -> Bool
  ) throws(Leaving) -> String {
    var words: String?
    while true {
      // One more than are shown, if there is one.
      var some: [SubjectID] = []
      for id in ids where some.count <= Self.limit && !taken.contains(id.text) {
        if fits(id), words.map({ isNamed(id, $0) }) ?? true { some.append(id) }
      }
      if some.isEmpty, !choice.isRequired { return "" }
      let shown = some.prefix(Self.limit)
      let listed = shown.map { "\($0)  \(title(of: $0))" }
      let none = choice.isRequired ? [] : [Localized("inget av dem", "none of them")[language]]
      let note: Localized? =
        listed.isEmpty
        ? Localized("Boken har inget sådant.", "The book has none.")
        : some.count == shown.count
          ? nil
          : Localized(
            "… och fler: skriv beteckningen, eller ord ur namnet.",
            "… and more: write the identifier, or words of the name.")
      let isAlone = choice.isRequired && listed.count == 1
      let isLikely = kind == .meeting && !listed.isEmpty || isAlone
      let standard = isLikely ? 0 : choice.isRequired ? nil : listed.count
      let question = choice.kind == nil ? kind?.definite.capitalized : nil
      // A private person has no name to look for.
      let typed =
        kind == .person
        ? Localized(" eller beteckning", " or identifier")
        : Localized(", beteckning eller ord ur namnet", ", identifier or words of the name")
      let picked = try pick(question ?? choice.help, listed + none, standard: standard, note: note, typed: typed) {
        text throws(ValueProblem) -> String in
        if let id = known(text, of: kind) { return id.text }
        if !text.isEmpty, Int(text) == nil, ids.contains(where: { fits($0) && isNamed($0, text) }) { return text }
        throw ValueProblem(expected: expected(kind, listed.count + none.count, like: shown.first))
      }
      switch picked {
      case .listed(let index): return index < listed.count ? shown[index].text : ""
      case .other(let text):
        if let id = known(text, of: kind) { return id.text }
        words = text
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

  /// Meetings of the organ that was named, or of all, but for those called off, the nearest first; bodies those that decide first; promises and
  /// delegations the first first; all else the latest first.
  private func inOrder(_ kind: SubjectKind, _ answers: Answers) -> [SubjectID] {
    let ids = reading.chronicle.subjects(kind)
    switch kind {
    case .meeting:
      let organ = answers.subject("organ") ?? answers.subject("to")
      let meetings = ids.compactMap { book.meeting($0) }.filter {
        (organ == nil || $0.body == organ) && $0.callingOff == nil
      }
      func distance(_ meeting: Meeting) -> Int {
        abs((meeting.day ?? reading.today).dayNumber - reading.today.dayNumber)
      }
      return meetings.sorted { (distance($0), $0.id) < (distance($1), $1.id) }.map(\.id)
    case .body:
      func decides(_ id: SubjectID) -> Bool { book.body(id)?.registered?.kind.isBoundByMinutesRules == true }
      return ids.filter(decides) + ids.filter { !decides($0) }
    case .promise, .delegation: return ids
    default: return ids.reversed()
    }
  }
}
