import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// The latest of what was recorded, for the feed: steps of measures, what became of their decisions, and follow-ups presented and published here.
///
/// An entry's identity is that of the event, so it is the same in every build; its moment is when that was recorded.
struct SiteNews {
  /// How many entries the feed has at most.
  private static let limit = 50

  private struct Item {
    var event: Event
    var title: String
    var path: String
    var summary: String
  }

  private var items: [Item] = []
  /// The events of decisions that are told.
  private var told: Set<EventID> = []
  /// No event at this position or before is among the latest.
  private var floor = 0

  mutating func add(_ measure: SiteMeasure, _ site: PublicSite) {
    let voice = site.voice
    for event in measure.subject.entries + measure.fates {
      guard event.position > floor, isNews(event) else { continue }
      let what = measure.words(of: event)[voice.language]
      add(
        Item(
          event: event, title: "\(measure.plan.title) (\(measure.id)): \(what)", path: SiteMeasure.path(measure.id),
          summary: SiteNews.summary(what, event, voice)))
    }
  }

  /// A decision stands behind several measures, and what becomes of it is told of the first one.
  private mutating func isNews(_ event: Event) -> Bool {
    switch event.fact {
    case .measure: true
    case .decision: told.insert(event.id).inserted
    default: false
    }
  }

  mutating func add(_ followUp: SiteFollowUp, _ site: PublicSite) {
    guard !followUp.isWithheld else { return }
    let voice = site.voice
    let here = site.reportingSite(of: site.settings.party)?.code
    for event in SiteSubject(followUp.id, in: site.book).entries {
      guard case .followUp(let fact) = event.fact else { continue }
      switch fact {
      case .presented: break
      case .published(let published): if published.site != here { continue }
      case .compiled, .sent, .noted: continue
      }
      let what = EventWords.words(ofType: event.fact.type)[voice.language]
      add(
        Item(
          event: event, title: "\(FollowUpPage.title(followUp, voice)): \(what)", path: followUp.path,
          summary: SiteNews.summary(what, event, voice)))
    }
  }

  private static func summary(_ what: String, _ event: Event, _ voice: SiteVoice) -> String {
    let day = event.effective.map { voice.words($0.day) } ?? StandingWords.undated[voice.language]
    let recorded = voice.words(SwedishTime.date(of: event.recorded))
    return voice("\(what), \(day). Registrerat \(recorded).", "\(what), \(day). Recorded on \(recorded).")
  }

  private mutating func add(_ item: Item) {
    items.append(item)
    if items.count >= SiteNews.limit * 2 { prune() }
  }

  private mutating func prune() {
    items.sort { $0.event.position > $1.event.position }
    items.removeLast(max(0, items.count - SiteNews.limit))
    if items.count == SiteNews.limit, let last = items.last { floor = last.event.position }
  }

  /// The feed of a site; with an address for it the links are absolute.
  func feed(_ site: PublicSite) -> AtomFeed {
    var sorted = self
    sorted.prune()
    let base = site.settings.base?.text ?? ""
    let banner = site.isIllustrative ? StandingWords.illustration[site.voice.language] + " " : ""
    var feed = AtomFeed(
      id: "\(site.opened.identity)#\(site.settings.party)", title: banner + site.terms.title.text,
      language: site.voice.language.rawValue, author: site.publisher.name.text,
      updated: (site.basis.recorded ?? Instant(milliseconds: 0)).text, alternate: base + SitePart.promise.path)
    if !base.isEmpty { feed.selfLink = base + PublicSite.feedPath }
    feed.entries = sorted.items.map { item in
      AtomFeed.Entry(
        id: "urn:uuid:\(item.event.id)", title: item.title, updated: item.event.recorded.text, link: base + item.path,
        summary: banner + item.summary)
    }
    return feed
  }
}
