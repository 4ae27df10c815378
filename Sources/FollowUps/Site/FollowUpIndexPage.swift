import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// The follow-ups that were presented, and the periods that have none.
struct FollowUpIndexPage {
  let site: PublicSite
  let place: SitePlace
  private var voice: SiteVoice { site.voice }

  var page: SitePage {
    let lead = SiteParts.lead(
      voice(
        "Löftet följs upp period för period. Här finns det som har redovisats, så som det redovisades.",
        "The promise is followed up period by period. Here is what was presented, as it was presented."))
    return SitePage(
      SitePart.followUps.path, SitePart.followUps.title(voice), part: .followUps,
      main: lead + list(limit: nil) + missing)
  }

  /// The latest ones first.
  func list(limit: Int?) -> Markup {
    let shown = limit.map { Array(site.followUps.prefix($0)) } ?? site.followUps
    guard !shown.isEmpty else {
      return SiteParts.paragraph(Markup(voice("Ingen uppföljning är redovisad.", "No follow-up has been presented.")))
    }
    let items = shown.map { followUp -> Markup in
      let link = SiteParts.link(place.page(followUp.path), Markup(FollowUpPage.title(followUp, voice)))
      let span = voice.span(from: followUp.period.from, through: followUp.period.through)
      let presented = followUp.presentation.mark.effective?.day
      let day = presented.map { "\(voice("redovisad ", "presented "))\(voice.day($0))" as Markup }
      return Markup.element(.span, [.class("lg-title")], link) + " "
        + .element(.span, [.class("lg-about")], span + (day.map { " · " + $0 } ?? Markup()))
    }
    return SiteParts.list(items, "lg-rows lg-items")
  }

  /// The periods that are over and have no follow-up that was presented.
  private var missing: Markup {
    let labels = site.followUps.map(\.period.label)
    let missing = site.opened.periods.filter { $0.through < site.book.day && !labels.contains($0.label) }
    guard !missing.isEmpty else { return Markup() }
    let items = missing.map { "\($0.label.text): \(voice.span(from: $0.from, through: $0.through))" as Markup }
    return SiteParts.section(
      "saknas", voice("Perioder utan redovisad uppföljning", "Periods without a follow-up"), SiteParts.list(items))
  }
}
