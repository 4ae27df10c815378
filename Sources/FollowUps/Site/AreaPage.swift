import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// The districts and the focus areas with how many measures each has.
struct AreaIndexPage {
  let site: PublicSite
  let summary: SiteSummary
  let place: SitePlace
  private var voice: SiteVoice { site.voice }

  var page: SitePage {
    let lead = SiteParts.lead(
      voice(
        "Löftet har särskilt fokus på några stadsdelar. Fokusområdena är vad parterna såg utöver dem: två listor, som inte delar upp åtgärderna mellan sig.",
        "The promise has special focus on some districts. The focus areas are what the parties saw besides: two lists, which do not divide the measures between them."
      ))
    return SitePage(
      SitePart.areas.path, voice("Områden och fokusområden", "Districts and focus areas"), part: .areas,
      main: lead + overview)
  }

  /// Both lists, as the first page has them too.
  var overview: Markup {
    var content = Markup()
    if !site.terms.areas.isEmpty {
      var rows = site.terms.areas.map { row($0, AreaPage.path($0.code), summary.lines(inArea: $0.code)) }
      rows.append(
        cells(
          SiteParts.link(place.page(AreaPage.wholePath), Markup(voice.capitalized(StandingWords.municipalityWide))),
          summary.municipalityWide))
      content += SiteParts.section(
        "omraden", voice("Stadsdel för stadsdel", "District by district"),
        SiteFigures(site: site).bars(
          Localized("Hur det går, område för område", "How it is going, district by district"),
          site.terms.areas.map { ($0.name.text, summary.lines(inArea: $0.code)) }
            + [(voice(StandingWords.municipalityWide), summary.municipalityWide)], id: "lg-bild-omraden")
          + SiteParts.table(
            voice("Åtgärder per område", "Measures by district"), columns(voice("Område", "District")), rows))
    }
    if !site.terms.focusAreas.isEmpty {
      let rows = site.terms.focusAreas.map {
        row($0, AreaPage.path(focus: $0.code), summary.lines(inFocusArea: $0.code))
      }
      content += SiteParts.section(
        "fokus", voice("Fokusområden", "Focus areas"),
        SiteFigures(site: site).bars(
          Localized("Hur det går, fokusområde för fokusområde", "How it is going, focus area by focus area"),
          site.terms.focusAreas.map { ($0.name.text, summary.lines(inFocusArea: $0.code)) }, id: "lg-bild-fokus")
          + SiteParts.table(
            voice("Åtgärder per fokusområde", "Measures by focus area"), columns(voice("Fokusområde", "Focus area")),
            rows
          )
      )
    }
    return content
  }

  private func columns(_ first: String) -> [SiteParts.Column] {
    [
      .init(first), .init(voice("Åtgärder", "Measures"), isNumber: true),
      .init(voice("Genomförda", "Implemented"), isNumber: true),
      .init(voice("Delvis genomförda", "Partly implemented"), isNumber: true),
      .init(voice("Pågår eller pausade", "Under way or paused"), isNumber: true),
    ]
  }

  private func row(_ named: Named, _ path: String, _ lines: [SiteMeasureLine]) -> [Markup] {
    cells(SiteParts.link(place.page(path), voice.said(named.name)), lines)
  }

  /// What is only an example is not counted.
  private func cells(_ name: Markup, _ lines: [SiteMeasureLine]) -> [Markup] {
    let statuses = lines.compactMap(\.shown).filter { $0.binding != .example }.map(\.status)
    let groups: [[MeasureStatus]] = [[.implemented], [.partlyImplemented], [.inProgress, .paused]]
    let counts = groups.map { group in statuses.count { group.contains($0) } }
    return [name] + ([statuses.count] + counts).map { Markup(String($0)) }
  }
}

/// A district, the whole municipality or a focus area: what the parties saw there, and the measures for it.
struct AreaPage {
  let site: PublicSite
  let summary: SiteSummary
  private var voice: SiteVoice { site.voice }

  static func path(_ code: Code) -> String { "omraden/omrade-\(code.text).html" }
  static func path(focus code: Code) -> String { "omraden/fokus-\(code.text).html" }
  static let wholePath = "omraden/hela-kommunen.html"

  /// All of them, each in as many pages as it needs.
  func pages(_ isFragment: Bool) -> [SitePage] {
    let situations = self.situations
    var pages: [SitePage] = []
    for area in site.terms.areas {
      let findings = situations.flatMap { $0.findings.filter { $0.areas.contains(area.code) } }
      pages += self.pages(
        AreaPage.path(area.code), area.name, summary.lines(inArea: area.code), findings, isFragment,
        indicators: site.indicators.filter { indicator in
          indicator.observations.contains { $0.observed.area == area.code }
        })
    }
    pages += self.pages(
      AreaPage.wholePath, Text(voice.capitalized(StandingWords.municipalityWide)), summary.municipalityWide, [],
      isFragment)
    for focus in site.terms.focusAreas {
      let findings = situations.flatMap { $0.findings.filter { $0.focusAreas.contains(focus.code) } }
      pages += self.pages(
        AreaPage.path(focus: focus.code), focus.name, summary.lines(inFocusArea: focus.code), findings, isFragment)
    }
    return pages
  }

  /// What the parties have assessed, as far as it is not withheld.
  private var situations: [SituationAssessed] {
    site.book.chronicle.subjects(.situation).compactMap { id in
      let subject = SiteSubject(id, in: site.book)
      guard !subject.isWithheld, case .situation(let situation) = subject.state, let assessed = situation.assessed,
        assessed.promise == nil || assessed.promise == site.promise.id
      else { return nil }
      return assessed
    }
  }

  private func pages(
    _ path: String, _ name: Text, _ lines: [SiteMeasureLine], _ findings: [SituationFinding], _ isFragment: Bool,
    indicators: [Indicator] = []
  ) -> [SitePage] {
    let paged = PagedList(stem: String(path.dropLast(5)), lineCount: lines.count)
    return (1...paged.count).map { number in
      let path = paged.path(number)
      let place = SitePlace(path, isFragment: isFragment)
      let here = paged.lines(number, of: lines)
      var main = Markup()
      if number == 1 {
        main += SiteParts.lead(count(lines))
        main += situation(findings)
        let shown = IndicatorPage(site: site, place: place).links(indicators)
        if !shown.isEmpty { main += SiteParts.section("indikatorer", voice("Indikatorer", "Indicators"), shown) }
      }
      if !here.isEmpty {
        main += SiteParts.section(
          "atgarder", voice("Åtgärder", "Measures"), MeasureList(site: site, place: place).list(here))
      }
      main += paged.links(number, place, voice)
      let title = number == 1 ? name.text : voice("\(name), sida \(number)", "\(name), page \(number)")
      return SitePage(
        path, title, heading: number == 1 ? voice.said(name) : nil, part: .areas,
        trail: [.init(title: SitePart.areas.title(voice), path: SitePart.areas.path)], main: main)
    }
  }

  private func count(_ lines: [SiteMeasureLine]) -> String {
    guard !lines.isEmpty else {
      return voice("Ingen åtgärd i liggaren gäller detta.", "No measure in the ledger is for it.")
    }
    let counted = lines.filter { $0.shown?.binding != .example }
    func count(_ status: MeasureStatus) -> Int { counted.count { $0.shown?.status == status } }
    let (done, partly) = (count(.implemented), count(.partlyImplemented))
    let examples = lines.count - counted.count
    let partlyDone = partly == 0 ? "" : voice(" och \(partly) delvis genomförda", " and \(partly) partly")
    let words = voice(
      "\(voice.measures(counted.count)), varav \(done) genomförda\(partlyDone).",
      "\(voice.measures(counted.count)), \(done) of them implemented\(partlyDone).")
    return examples == 0
      ? words
      : words + " "
        + voice("Därtill \(examples) som bara är exempel i löftet.", "And \(examples) that are only examples.")
  }

  private func situation(_ findings: [SituationFinding]) -> Markup {
    guard !findings.isEmpty else { return Markup() }
    let items = findings.map { finding -> Markup in
      var parts = [voice.said(finding.text)]
      if let time = finding.timeOfDay { parts.append(voice.said(time)) }
      parts += finding.arenas.map { voice.said($0) } + finding.groups.map { voice.said($0) }
      return .joined(parts, by: " · ")
    }
    return SiteParts.section(
      "lagesbild", voice("Så såg parterna på läget", "How the parties saw it"), SiteParts.list(items))
  }
}
