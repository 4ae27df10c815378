import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// What is measured again and again: each indicator with its series and its baseline.
struct IndicatorPage {
  let site: PublicSite
  let place: SitePlace
  private var voice: SiteVoice { site.voice }

  var page: SitePage {
    let lead = SiteParts.lead(
      voice(
        "En indikator mäts flera gånger och jämförs med nulägesvärdet. Att den ändras visar inte i sig att åtgärderna är orsaken.",
        "An indicator is measured several times and compared with its baseline. That it changes does not in itself show that the measures are the cause."
      ))
    let none = SiteParts.paragraph(
      Markup(voice("Inga indikatorer finns i liggaren.", "No indicators are in the ledger.")))
    return SitePage(
      SitePart.indicators.path, SitePart.indicators.title(voice), part: .indicators,
      main: lead + (site.indicators.isEmpty ? none : .joined(site.indicators.map(section))))
  }

  private func section(_ indicator: Indicator) -> Markup {
    guard let defined = indicator.defined else { return Markup() }
    var facts: [(name: String, value: Markup)] = [
      (voice("Enhet", "Unit"), voice.said(defined.unit)), (voice("Slag", "Kind"), Markup(voice(defined.kind.words))),
    ]
    if let direction = defined.direction {
      facts.append((voice("Riktning", "Direction"), Markup(voice(direction.words))))
    }
    let rows = indicator.observations.map { observation -> [Markup] in
      let observed = observation.observed
      let source = [voice(observed.source.words), observed.sourceName?.text].compactMap(\.self).joined(separator: ", ")
      let value =
        observed.value.map { Markup($0.phrase[voice.language]) }
        ?? Markup(voice("inget tal", "no number"))
      let remark = observed.baseline ? voice("nulägesvärde", "baseline") : ""
      let said = observed.statement.map { voice.said($0) }
      return [
        voice.day(observation.mark.effective), value,
        observed.area.map { voice.said(site.area($0)) } ?? Markup(voice(StandingWords.municipalityWide)),
        Markup(source),
        .joined([remark.isEmpty ? nil : Markup(remark), said].compactMap(\.self), by: ". "),
      ]
    }
    let caption = defined.name.text
    let table =
      rows.isEmpty
      ? SiteParts.paragraph(Markup(voice.capitalized(StandingWords.noInformation) + "."))
      : SiteParts.table(
        voice("Mätvärden: \(caption)", "Values: \(caption)"),
        [
          .init(voice("Dag", "Day")), .init(voice("Värde", "Value"), isNumber: true),
          .init(voice("Område", "District")),
          .init(voice("Källa", "Source")), .init(voice("Anmärkning", "Remark")),
        ], rows)
    let description = defined.description.map { SiteParts.paragraph(voice.said($0)) } ?? Markup()
    return SiteParts.section(
      anchor(indicator), caption,
      description + SiteParts.facts(facts) + SiteFigures(site: site).series(indicator) + table)
  }

  private func anchor(_ indicator: Indicator) -> String { indicator.id.text.lowercased() }

  /// Baseline and latest value of each, for the first page.
  var overview: Markup {
    guard !site.indicators.isEmpty else { return Markup() }
    let rows = site.indicators.flatMap { indicator -> [[Markup]] in
      guard let defined = indicator.defined else { return [] }
      // A district is compared with itself only.
      let areas = indicator.observations.filter { $0.observed.value != nil }.map(\.observed.area)
      let distinct = areas.reduce(into: [Code?]()) { if !$0.contains($1) { $0.append($1) } }
      return (distinct.isEmpty ? [nil] : distinct).map { area in
        let here = indicator.observations.filter { $0.observed.value != nil && $0.observed.area == area }
        let place = area.map { ", " + voice.said(site.area($0)) } ?? Markup()
        return [
          SiteParts.link(address(of: indicator), voice.said(defined.name)) + place,
          value(here.last { $0.observed.baseline }, defined), value(here.last { !$0.observed.baseline }, defined),
        ]
      }
    }
    let table = SiteParts.table(
      voice("Indikatorer: nuläge och senaste värde", "Indicators: baseline and latest value"),
      [.init(voice("Indikator", "Indicator")), .init(voice("Nuläge", "Baseline")), .init(voice("Senast", "Latest"))],
      rows)
    return SiteParts.heading(voice("Mätt", "Measured")) + table
  }

  func links(_ indicators: [Indicator]) -> Markup {
    SiteParts.list(
      indicators.compactMap { indicator in
        indicator.defined.map { SiteParts.link(address(of: indicator), voice.said($0.name)) }
      })
  }

  private func address(of indicator: Indicator) -> WebAddress {
    place.page(SitePart.indicators.path + "#lg-" + anchor(indicator))
  }

  private func value(_ observation: Indicator.Observation?, _ defined: IndicatorDefined) -> Markup {
    guard let observation, let value = observation.observed.value else {
      return Markup(voice(StandingWords.noInformation))
    }
    return "\(value.phrase(unit: defined.unit)[voice.language]) (\(voice.day(observation.mark.effective)))"
  }
}
