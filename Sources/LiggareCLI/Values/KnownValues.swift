import Audit
import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// What there is to choose from for an argument that lists no values of its own: the subjects of the ledger, the codes of its promises, its
/// periods, its documents, the rules of the rule book. The questions of `record` and the tab key offer it.
///
/// By the argument's placeholder, and of a code by its name. Nothing sealed is among it: a private person is a number.
enum KnownValues: Hashable {
  /// Of one kind, or of any.
  case subjects(SubjectKind?)
  case codes(CodeList)
  case periods, documents, rules

  init?(_ declaration: Declaration) {
    switch (declaration.placeholder, declaration.name) {
    case ("ID", _): self = .subjects(nil)
    case ("NAME|E-ID", _): self = .subjects(.person)
    case ("CODE", "area"): self = .codes(.areas)
    case ("CODE", "focus"): self = .codes(.focusAreas)
    case ("CODE", "site"): self = .codes(.sites)
    case ("CODE", "party"), ("CODE", "proposed-by-party"), ("PARTY", _): self = .codes(.parties)
    case ("PERIOD", _), ("LABEL", _): self = .periods
    case ("SHA256", _): self = .documents
    case ("RULE", _): self = .rules
    case (let placeholder, _):
      guard let kind = SubjectKind.allCases.first(where: { placeholder == "\($0.letter)-ID" }) else { return nil }
      self = .subjects(kind)
    }
  }

  /// A value as it is typed, with what it means.
  struct Value {
    var text: String
    var words: Localized
  }

  /// The values that begin so, at most `limit`; none of a ledger that there is not. Cost: of subjects, the names of those given.
  func values(
    in reading: @autoclosure () -> LedgerReading?, beginning: String = "", limit: Int = .max
  ) -> [Value] {
    if self == .rules { return RuleBook.rules.map { Value(text: $0.id, words: $0.title) }.beginning(beginning, limit) }
    guard let reading = reading() else { return [] }
    switch self {
    case .rules: return []
    case .subjects(let kind):
      let kinds = kind.map { [$0] } ?? SubjectKind.allCases
      let ids = kinds.lazy.flatMap { reading.chronicle.subjects($0) }.filter { $0.text.hasPrefix(beginning) }
      return Array(ids.prefix(limit)).map {
        Value(text: $0.text, words: Localized(both: reading.book.title(of: $0) ?? ""))
      }
    case .codes(let list):
      var seen: Set<Code> = []
      let codes = reading.book.promises.flatMap { $0.codes(list) }.filter { seen.insert($0).inserted }
      return codes.map { Value(text: $0.text, words: Localized(both: reading.names.of($0, in: list))) }
        .beginning(beginning, limit)
    case .periods:
      return (reading.book.ledger?.opened?.periods ?? []).map { Value(text: $0.label.text, words: $0.phrase) }
        .beginning(beginning, limit)
    case .documents:
      let holders = reading.chronicle.subjects(withEvent: DocumentAttached.type)
      let documents = holders.flatMap { reading.book.state(of: $0)?.record.documents ?? [] }.map(\.document)
      return documents.map { Value(text: $0.sha256.text, words: Localized(both: $0.name.text)) }
        .beginning(beginning, limit)
    }
  }
}

extension [KnownValues.Value] {
  fileprivate func beginning(_ text: String, _ limit: Int) -> [KnownValues.Value] {
    Array(filter { $0.text.hasPrefix(text) }.prefix(limit))
  }
}
