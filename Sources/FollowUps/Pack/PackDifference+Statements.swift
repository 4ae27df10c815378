import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// What a statement of a report is about.
struct StatementKey: Hashable, Comparable {
  var subject: SubjectID
  var what: PackDifference.Fact
  var detail = ""

  /// The key of whether the report has the subject at all.
  var row: StatementKey { StatementKey(subject: subject, what: .row) }

  private static let places = Dictionary(
    uniqueKeysWithValues: PackDifference.Fact.allCases.enumerated().map { ($1, $0) })

  static func < (left: StatementKey, right: StatementKey) -> Bool {
    if left.subject != right.subject { return left.subject < right.subject }
    let (a, b) = (places[left.what] ?? 0, places[right.what] ?? 0)
    return a == b ? left.detail < right.detail : a < b
  }
}

extension FollowUpPack {
  /// Everything that the report says of single subjects, each in words, so that two reports can be held against each other.
  var statements: [StatementKey: Localized] {
    var said: [StatementKey: Localized] = [:]
    for row in rows { say(row, &said) }
    for decision in decisions { say(decision, &said) }
    for indicator in indicators { say(indicator, &said) }
    for row in cases {
      let state = row.isClosed ? Localized("avslutat", "closed") : Localized("öppet", "open")
      let day = (row.isClosed ? row.closed : row.opened).map { " \($0.day)" } ?? ""
      let due = row.due.map { Localized(", slutdatum \($0)", ", due \($0)") } ?? Localized(both: "")
      said[StatementKey(subject: row.id, what: .row)] = Localized(both: row.title.text)
      said[StatementKey(subject: row.id, what: .case)] = state + day + due
    }
    for recommendation in recommendations {
      said[StatementKey(subject: recommendation.id, what: .row)] = Localized(
        both: recommendation.delivered?.title.text ?? "")
      said[StatementKey(subject: recommendation.id, what: .recommendation)] = recommendation.words(on: book.day)
    }
    return said
  }

  private func say(_ row: MeasureRow, _ said: inout [StatementKey: Localized]) {
    func say(_ what: PackDifference.Fact, _ words: Localized, _ detail: String = "") {
      said[StatementKey(subject: row.id, what: what, detail: detail)] = words
    }
    say(.row, Localized(both: row.title.text))
    say(.title, Localized(both: row.title.text))
    say(.responsible, row.responsible.map { Localized(both: $0.phrase) } ?? StandingWords.notStated)
    say(.binding, row.binding.words)
    say(.status, words(of: row.state))
    say(.evidence, row.evidence.words)
    say(.schedule, row.schedule.words)
    say(.deadline, Localized(row.deadlines(.sv), row.deadlines(.en)))
    if let report = row.report {
      say(.report, Localized(both: "\(report.mark.effective.map { "\($0.day): " } ?? "")\(report.statement)"))
    }
    if !row.irregularities.isEmpty { say(.irregularities, Localized(both: String(row.irregularities.count))) }
    for line in row.targets {
      let target = line.target
      say(.target, target.phrase, target.name.text)
      if line.results.isEmpty { say(.actual, StandingWords.noInformation, target.name.text) }
      for result in line.results {
        let isOnly = line.results.count == 1
        let detail = target.name.text + (isOnly ? "" : " \(result.year.map(String.init) ?? "")")
        say(.actual, result.actual.phrase(unit: target.unit), detail)
      }
    }
  }

  private func say(_ row: DecisionRow, _ said: inout [StatementKey: Localized]) {
    let day = row.mark.effective.map { " \($0.day)" } ?? ""
    let standing = row.standing == .made ? Localized(both: "") : Localized(both: ", ") + row.standing.words
    said[StatementKey(subject: row.id, what: .row)] = Localized(both: row.made.matter.text)
    said[StatementKey(subject: row.id, what: .decision)] = row.made.outcome.words + day + standing
  }

  private func say(_ row: IndicatorRow, _ said: inout [StatementKey: Localized]) {
    func phrase(_ value: IndicatorRow.Value) -> Localized {
      value.value.phrase(unit: row.unit) + (value.mark.effective.map { " (\($0.day))" } ?? "")
    }
    said[StatementKey(subject: row.id, what: .row)] = Localized(both: row.name.text)
    let area = row.area?.text ?? ""
    if let baseline = row.baseline {
      said[StatementKey(subject: row.id, what: .baseline, detail: area)] = phrase(baseline)
    }
    if let latest = row.latest { said[StatementKey(subject: row.id, what: .value, detail: area)] = phrase(latest) }
  }
}
