import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension FollowUpPack {
  /// The measures of the report as pictures: how many stood where at the end of each period, by area and by focus area, and
  /// when each was proposed, decided, done.
  func figures(_ language: Language) -> [Block] {
    guard !rows.isEmpty else { return [] }
    let heading = Localized("Åtgärderna i översikt", "The measures at a glance")[language]
    let tally = AreaTally(rows)
    let bars = [statusOverTime(language), byArea(tally, language), byFocusArea(tally, language)].compactMap(\.self)
    let note = Localized(
      "Genomförda är här också de som är genomförda till en del, pågående också de som är pausade, och ej genomförda också de som är avslagna eller avbrutna.",
      "Implemented here are also those implemented in part, in progress also those paused, and not implemented also those rejected or withdrawn."
    )
    return [.heading(level: 1, heading), .note(Prose(note[language]))] + bars.map { .figure($0) }
      + [.heading(level: 2, Localized("Tidslinjer", "Timelines")[language])] + timelines(language)
  }

  /// How many measures stood where at the end of each period up to this one, by what is known now.
  private func statusOverTime(_ language: Language) -> Figure? {
    let histories = rows.map { StatusHistory($0.state) }
    let past = (latest.ledger?.opened?.periods ?? []).filter {
      !$0.isFinal && $0.through < min(period.through, book.day)
    }
    .sorted { $0.through < $1.through }
    let bars = (past + [period]).map { period in
      BarChart.Row(
        period.label.text, StatusGroup.counts(histories.compactMap { $0.status(on: min(period.through, book.day)) }))
    }
    return figure(
      Localized("Åtgärder efter status vid varje periods slut", "Measures by status at the end of each period"),
      first: Localized("Period", "Period"), bars,
      note: Localized(
        "Enligt vad som är registrerat nu, för åtgärderna i denna uppföljning.",
        "As recorded now, for the measures in this report."), language)
  }

  private func byArea(_ tally: AreaTally, _ language: Language) -> Figure? {
    var bars = named(\.areas).map { BarChart.Row($0.name.text, tally.counts(in: $0.code, tally.areas)) }
    if let counts = tally.wholeMunicipality {
      bars.append(BarChart.Row(StandingWords.municipalityWide[language], counts))
    }
    if let counts = tally.withoutArea { bars.append(BarChart.Row(StandingWords.notStated[language], counts)) }
    return figure(
      Localized("Åtgärder efter område", "Measures by area"), first: Localized("Område", "Area"), bars,
      note: Localized(
        "En åtgärd för flera områden räknas i vart och ett av dem.",
        "A measure for several areas counts in each of them."), language)
  }

  private func byFocusArea(_ tally: AreaTally, _ language: Language) -> Figure? {
    var bars = named(\.focusAreas).map { BarChart.Row($0.name.text, tally.counts(in: $0.code, tally.focusAreas)) }
    if let counts = tally.withoutFocusArea {
      bars.append(BarChart.Row(Localized("inget fokusområde", "no focus area")[language], counts))
    }
    return figure(
      Localized("Åtgärder efter fokusområde", "Measures by focus area"), first: Localized("Fokusområde", "Focus area"),
      bars,
      note: Localized(
        "En åtgärd för flera fokusområden räknas i vart och ett av dem.",
        "A measure for several focus areas counts in each of them."), language)
  }

  /// The bars with the same as rows; none without a bar.
  private func figure(
    _ caption: Localized, first: Localized, _ bars: [BarChart.Row], note: Localized, _ language: Language
  ) -> Figure? {
    guard !bars.isEmpty else { return nil }
    let groups = StatusGroup.allCases
    let most = bars.map { $0.counts.reduce(0, +) }.max() ?? 0
    let total = Localized("Summa", "Total")[language]
    var table = Table(
      columns: [.init(first[language], priority: 9)]
        + groups.map { .init($0.short[language], alignment: .trailing, priority: 8) }
        + [.init(total, alignment: .trailing, wraps: false, priority: 9), .init("", wraps: false, priority: 1)],
      emptyText: "")
    for bar in bars {
      let sum = bar.counts.reduce(0, +)
      table.append(
        [.init(bar.name)] + bar.counts.map { .init(String($0)) }
          + [.init(String(sum)), .init(textBar(sum, of: most, width: 16))])
    }
    let described = bars.map { bar in
      let parts = zip(groups, bar.counts).filter { $1 > 0 }.map { "\($0.words[language]) \($1)" }
      return "\(bar.name): \(bar.counts.reduce(0, +))" + (parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))")
    }
    return Figure(
      caption[language], description: described.joined(separator: ". ") + ".",
      chart: .bars(BarChart(kinds: groups.map { .init($0.words[language]) }, rows: bars)), notes: [note[language]],
      fallbackTitle: Localized("Som tabell", "As a table")[language], fallback: [.table(table)])
  }
}
