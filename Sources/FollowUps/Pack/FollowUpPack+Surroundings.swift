import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension FollowUpPack {
  /// Indicators, cases and recommendations.
  func surroundings(_ language: Language) -> [Block] {
    indicatorTable(language) + caseTable(language) + recommendationTable(language)
  }

  private func indicatorTable(_ language: Language) -> [Block] {
    guard !indicators.isEmpty else { return [] }
    var table = Table(
      columns: [
        .init(Localized("Indikator", "Indicator")[language], priority: 9),
        .init(Localized("Område", "Area")[language], priority: 6),
        .init(Localized("Enhet", "Unit")[language], priority: 7),
        .init(Localized("Nuläge", "Baseline")[language], alignment: .trailing, priority: 8),
        .init(Localized("Senast", "Latest")[language], alignment: .trailing, priority: 8),
        .init(Localized("Serie", "Series")[language], priority: 7),
        .init(Localized("Källa", "Source")[language], priority: 3),
      ], emptyText: "")
    var figures: [Block] = []
    for row in indicators {
      let series = book.indicator(row.id).map { IndicatorSeries($0, area: row.areaCode) }
      if let figure = series?.figure(row, language) { figures.append(.figure(figure)) }
      func cell(_ value: IndicatorRow.Value?) -> Table.Cell {
        guard let value else { return .init(StandingWords.noInformation[language], .muted) }
        let when = value.mark.effective?.day.text ?? StandingWords.undated[language]
        return .init("\(value.value.phrase[language]) (\(when))")
      }
      table.append([
        .init("\(row.name) (\(row.id))"), .init(row.area?.text ?? ""),
        .init(row.unit.text), cell(row.baseline), cell(row.latest), .init(series?.text(language) ?? ""),
        .init((row.latest ?? row.baseline)?.source.words[language] ?? ""),
      ])
    }
    let heading = Localized("Indikatorer", "Indicators")[language]
    let caveat = Localized(
      "En serie visar vad som har mätts; den säger inte varför.",
      "A series shows what was measured; it does not say why.")[language]
    return [.heading(level: 1, heading), .table(table.withoutEmptyColumns)]
      + (figures.isEmpty ? [] : [.note(Prose(caveat))] + figures)
  }

  private func caseTable(_ language: Language) -> [Block] {
    let cases = cases
    guard !cases.isEmpty else { return [] }
    let open = cases.count { !$0.isClosed }
    let closed = cases.count - open
    var table = Table(
      columns: [
        .init(Localized("Nr", "No.")[language], wraps: false, priority: 9),
        .init(Localized("Ärende", "Case")[language], priority: 9),
        .init(Localized("Dnr", "Registry no.")[language], wraps: false, priority: 6),
        .init(Localized("Handläggare", "Case officer")[language], priority: 5),
        .init(Localized("Slutdatum", "Due")[language], wraps: false, priority: 7),
        .init(Localized("Läge", "State")[language], priority: 8),
      ], emptyText: "")
    for row in cases {
      let state = row.isClosed ? Localized("avslutat", "closed") : Localized("öppet", "open")
      let since = row.isClosed ? row.closed : row.opened
      table.append([
        .init(row.id.text), .init(row.title.text), .init(row.registryNumber?.text ?? ""),
        .init(row.officer?.phrase ?? StandingWords.notStated[language]), .init(row.due?.text ?? ""),
        .init(state[language] + (since.map { " \($0.day)" } ?? "")),
      ])
    }
    let heading = Localized(
      "Ärenden (öppna \(open), avslutade \(closed))", "Cases (open \(open), closed \(closed))")[language]
    return [.heading(level: 1, heading), .table(table.withoutEmptyColumns)]
  }

  private func recommendationTable(_ language: Language) -> [Block] {
    let open = recommendations
    guard !open.isEmpty else { return [] }
    let lines = open.compactMap { recommendation -> Prose? in
      guard let delivered = recommendation.delivered else { return nil }
      let isAnswered = recommendation.status == .answered
      let detail =
        isAnswered
        ? recommendation.answers.last?.mark.effective.map { " \($0.day)" }
        : recommendation.answerBy.map { Localized(", svar senast \($0)", ", answer by \($0)")[language] }
      return Prose(
        "\(recommendation.id) \(delivered.title): \(recommendation.words(on: book.day)[language])\(detail ?? "")")
    }
    let heading = Localized("Öppna rekommendationer från revisorerna", "Open recommendations of the auditors")[language]
    return [.heading(level: 1, heading), .list(lines, ordered: false)]
  }

  /// What the promise names only as an example.
  func exampleNote(_ language: Language) -> [Block] {
    let names = examples.compactMap { measure in measure.plan.map { "\($0.title) (\(measure.id))" } }
    guard !names.isEmpty else { return [] }
    let lead = Localized(
      "Endast exempel i löftet, inte utlovade och inte medräknade: ",
      "Only examples in the promise, neither promised nor counted: ")[language]
    return [.note(Prose(lead + names.joined(separator: "; ") + "."))]
  }
}
