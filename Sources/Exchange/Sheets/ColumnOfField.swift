import CommandArguments
import LedgerDomain
import StrictJSON

// The cell that a fact's field was read from: where what the domain says of it is told.

extension MeasureColumn {
  /// The column that a field of an event was read from; nil where no cell says it, or several.
  init?(field: String) {
    switch Self.parts(field) {
    case ("title", _): self = .title
    case ("goal", _): self = .goal
    case ("targets", _): self = .targets
    case ("areas", _): self = .areas
    case ("performers", _): self = .performers
    case ("responsible", "name"): self = .responsibleName
    case ("responsible", "office"): self = .responsibleOffice
    case ("responsible", "organ"): self = .responsibleOrgan
    case ("deadline", _): self = .deadline
    case ("results", _): self = .actual
    case ("statement", _): self = .report
    case ("period", _): self = .period
    case ("reportedBy", _): self = .reportedBy
    case ("reason", _), ("deviation", _): self = .reason
    case ("irregular", _): self = .irregular
    case ("decision", _): self = .decision
    case ("authority", "organ"): self = .organ
    case ("authority", "meeting"): self = .meeting
    case ("authority", "paragraph"): self = .paragraph
    case ("authority", "delegation"): self = .delegation
    case ("reference", _): self = .reference
    default: return nil
    }
  }

  /// The column whose cell a refusal is about; nil where it is about the whole act.
  init?(refusal: Refusal) {
    switch refusal {
    case .unknownPeriod: self = .period
    case .unknownTarget: self = .actual
    case .notLater: self = .deadline
    case .contradiction("organ", "meeting"): self = .meeting
    case .contradiction("authority.kind", let field), .contradiction("decision", let field):
      self.init(field: field == "outcome" || field == "concerns" ? "decision" : field)
    case .missing(let field), .empty(let field), .duplicate(let field, _): self.init(field: field)
    default: return nil
    }
  }

  /// The first two members of a path, without the places in lists.
  fileprivate static func parts(_ field: String) -> (String, String) {
    let parts = field.split(separator: ".").map { String($0.prefix { $0 != "[" }) }
    return (parts.first ?? "", parts.count > 1 ? parts[1] : "")
  }
}

extension AnswerColumn {
  /// The column that a field of an event was read from; nil where no cell says it.
  init?(field: String) {
    switch MeasureColumn.parts(field).0 {
    case "results": self = .actual
    case "statement": self = .report
    case "period": self = .period
    case "deviation": self = .deviation
    case "reportedBy": self = .reportedBy
    default: return nil
    }
  }

  /// The column whose cell a refusal is about; nil where it is about the whole act.
  init?(refusal: Refusal) {
    switch refusal {
    case .unknownPeriod: self = .period
    case .unknownTarget: self = .actual
    case .missing(let field), .empty(let field), .duplicate(let field, _): self.init(field: field)
    default: return nil
    }
  }
}

extension [SheetProblem] {
  /// The problems of one row, in the order of its columns: what is wrong with a cell before what it makes others need.
  func inOrder<Column: SheetColumn>(of columns: Column.Type, _ language: Language) -> [SheetProblem] {
    let titles = Column.allCases.map { $0.title[language] }
    func place(_ problem: SheetProblem) -> Int { problem.column.flatMap { titles.firstIndex(of: $0) } ?? -1 }
    return enumerated().sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }.map(\.element)
  }
}
