import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// The list of all measures, in as many pages as it needs: the publishing party's own first.
struct MeasureIndexPage {
  let site: PublicSite
  let summary: SiteSummary
  private var voice: SiteVoice { site.voice }

  static let list = "atgarder/index"

  /// The pages, with where they are read.
  func pages(_ isFragment: Bool) -> [SitePage] {
    let lines = summary.lines
    let paged = PagedList(stem: MeasureIndexPage.list, lineCount: lines.count)
    let ordered = MeasureList(site: site, place: SitePlace(SitePart.measures.path)).grouped(lines).flatMap(\.lines)
    return (1...paged.count).map { number in
      let path = paged.path(number)
      let place = SitePlace(path, isFragment: isFragment)
      let measures = MeasureList(site: site, place: place)
      let here = paged.lines(number, of: ordered)
      let groups = measures.grouped(here).enumerated().map { index, group in
        SiteParts.section("grupp-\(index + 1)", group.heading, measures.list(group.lines))
      }
      let title =
        number == 1
        ? voice("Alla åtgärder", "All measures")
        : voice("Alla åtgärder, sida \(number)", "All measures, page \(number)")
      let first = number == 1 ? intro : Markup()
      let trail =
        number == 1 ? [] : [SitePage.Step(title: voice("Alla åtgärder", "All measures"), path: SitePart.measures.path)]
      return SitePage(
        path, title, part: .measures, trail: trail,
        main: first + .joined(groups) + paged.links(number, place, voice))
    }
  }

  private var intro: Markup {
    let lead = SiteParts.lead(
      voice(
        "\(voice.measures(summary.lines.count)) i liggaren, \(site.publisher.name)s egna först.",
        "\(voice.measures(summary.lines.count)) in the ledger, those of \(site.publisher.name) first."))
    let levels = [BindingLevel.decided, .promised, .example].map { level in
      Markup(voice(SiteWords.binding(level)) + (level == .decided ? " " + voice(SiteWords.decisionsDiffer) : ""))
    }
    return lead + SiteParts.list(levels, "lg-notes")
  }
}
