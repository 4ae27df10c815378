import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension Guide {
  /// Something to choose from: what is shown, what it is on the command line, and whether an empty line chooses it.
  struct Offer {
    var words: String
    var text: String
    var isLikely = false

    /// A text that says itself.
    init(_ text: String, isLikely: Bool = false) { self.init(text, text, isLikely: isLikely) }

    init(_ words: String, _ text: String, isLikely: Bool = false) {
      self.words = words
      self.text = text
      self.isLikely = isLikely
    }
  }

  /// What can be chosen for an argument: the words of its list, the codes of the promise, the periods, and what the context suggests. Empty
  /// where it is written in words.
  func offers(_ declaration: Declaration, _ answers: Answers) -> [Offer] {
    if !declaration.choices.isEmpty {
      let words = declaration.choiceWords
      return declaration.choices.enumerated().map { Offer(words.isEmpty ? $1 : words[$0][language], $1) }
    }
    switch declaration.name {
    case "paragraph": return nextParagraph(answers).map { [Offer($0, isLikely: true)] } ?? []
    case "provision": return cited.map { Offer($0) }
    case "field": return fields(answers)
    case "by" where answers.path.first == "secrecy":
      let names =
        [book.ledger?.opened?.owner.text].compactMap(\.self) + book.bodies.compactMap { $0.registered?.name.text }
      return unique(names).enumerated().map { Offer($1, isLikely: $0 == 0) }
    case "from-name": return unique(sourceNames(answers)).map { Offer($0) }
    case "reports-to": return receivers.map { Offer($0) }
    case "site" where declaration.placeholder == "TEXT":
      return unique(book.promises.flatMap { $0.terms?.reporting?.sites ?? [] }.map(\.name.text)).map { Offer($0) }
    case "title" where book.promises.isEmpty && declaration.occurrence.isRequired:
      return book.ledger?.opened.map { [Offer($0.title.text)] } ?? []
    case "from" where book.promises.isEmpty && declaration.occurrence.isRequired:
      return book.ledger?.opened.map { [Offer($0.validity.from.text)] } ?? []
    case "through" where book.promises.isEmpty && declaration.occurrence.isRequired:
      return book.ledger?.opened.map { [Offer($0.validity.through.text)] } ?? []
    default: break
    }
    switch KnownValues(declaration) {
    case .codes(let list)?:
      let codes = KnownValues.codes(list).values(in: reading).filter { !hasSigned($0.text, answers) }
      return codes.map { Offer($0.words[language], $0.text) }
    case .periods?: return KnownValues.periods.values(in: reading).map { Offer($0.words[language], $0.text) }
    case .subjects?, .documents?, .rules?, nil: return []
    }
  }

  /// Whether a party that could sign the promise has done so.
  private func hasSigned(_ party: String, _ answers: Answers) -> Bool {
    guard answers.path == ["promise", "sign"], let promise = book.promise(answers.subject("P-ID")) else { return false }
    return promise.signatures.contains { $0.signed.party.text == party }
  }

  /// The paragraph after the last of the meeting that the ledger knows.
  private func nextParagraph(_ answers: Answers) -> String? {
    guard let meeting = answers.subject("meeting") else { return nil }
    let used = book.decisions.filter { $0.made?.authority.meeting == meeting }.compactMap { decision in
      decision.made?.authority.paragraph?.text.filter(\.isNumber)
    }.compactMap(Int.init)
    return used.max().map { "§ \($0 + 1)" }
  }

  /// The provisions that secrecy marks cite, the latest first.
  private var cited: [String] {
    let marked = reading.chronicle.subjects(withEvent: SecrecyMarked.type).flatMap {
      reading.chronicle.events(about: $0)
    }
    let provisions = marked.sorted { $0.position > $1.position }.compactMap { event in
      if case .entry(.secrecyMarked(let marked)) = event.fact { marked.provision.text } else { nil }
    }
    return unique(provisions)
  }

  /// The fields of a subject that say something and can be marked; of one whose mark is lifted, those that bear one.
  private func fields(_ answers: Answers) -> [Offer] {
    guard let id = answers.subject("ID"), let state = book.state(of: id) else { return [] }
    let events = reading.chronicle.events(about: id).filter { $0.fact.subjectKind != nil }
    func words(_ field: String) -> String {
      let type = events.first { Correction.fields(of: $0).contains(field) }?.fact.type
      return "\(FieldWords.words(of: field, in: type)[language]) (\(field))"
    }
    if answers.path == ["secrecy", "lift"] {
      return state.record.secrecy.compactMap(\.field).map { Offer(words($0.text), $0.text) }
    }
    let marked = Set(state.record.secrecy.compactMap { $0.field?.text })
    let said = events.flatMap { event in
      Correction.fields(of: event).filter { (try? Correction.value(of: Text($0), in: event)) != nil }
    }
    return unique(said).filter { !marked.contains($0) }.map { Offer(words($0), $0) }
  }

  /// What the sources of an indicator were called before, the latest first.
  private func sourceNames(_ answers: Answers) -> [String] {
    let indicator = answers.subject("I-ID").flatMap { book.indicator($0) }
    return (indicator?.observations ?? []).reversed().compactMap { $0.observed.sourceName?.text }
  }

  /// The names of the bodies, those that advise first: reports go to them.
  private var receivers: [String] {
    let bodies = book.bodies.compactMap(\.registered)
    return unique((bodies.filter { $0.kind == .advisory } + bodies.filter { $0.kind != .advisory }).map(\.name.text))
  }

  private func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
