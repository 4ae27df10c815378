import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// Measures as a list that reads like a table where there is room, and as cards where there is none.
struct MeasureList {
  let site: PublicSite
  let place: SitePlace
  private var voice: SiteVoice { site.voice }

  /// How many measures a page of a list has.
  static let pageSize = 200

  func list(_ lines: [SiteMeasureLine]) -> Markup {
    guard !lines.isEmpty else { return Markup() }
    return .element(.ul, [.class("lg-rows")], .joined(lines.map(row)))
  }

  private func row(_ line: SiteMeasureLine) -> Markup {
    let number = Markup.element(.span, [.class("lg-id")], Markup(line.id.text))
    let address = place.page(SiteMeasure.path(line.id))
    guard let shown = line.shown else {
      return .element(
        .li, [],
        number + " "
          + .element(
            .span, [.class("lg-title")], SiteParts.link(address, Markup(SiteWords.withheldMeasure[voice.language]))))
    }
    // Nobody has proposed what the promise only names.
    let isMereExample = shown.binding == .example && shown.status == .proposed
    let status =
      isMereExample
      ? .element(.span, [.class("lg-signal lg-plain")], Markup(voice(BindingLevel.example.words)))
      : SiteParts.signal(shown.status, shown.statusWords, SiteTone(shown.status), voice)
    var about = [place(of: shown)]
    if shown.binding == .example, !isMereExample { about.append(Markup(voice(BindingLevel.example.words))) }
    if let reservation = shown.reservation { about.append(Markup(reservation)) }
    if let deadline = shown.deadline {
      let isLate = shown.schedule == .overdue
      about.append(
        "\(isLate ? voice("försenad, skulle vara klar ", "overdue since ") : voice("slutdatum ", "deadline "))\(voice.day(deadline))"
      )
    }
    return .element(
      .li, [],
      number + " " + .element(.span, [.class("lg-title")], SiteParts.link(address, voice.said(shown.title))) + " "
        + status + " " + .element(.span, [.class("lg-about")], .joined(about, by: " · ")))
  }

  private func place(of shown: SiteMeasureLine.Shown) -> Markup {
    if shown.municipalityWide { return Markup(voice(StandingWords.municipalityWide)) }
    if shown.areas.isEmpty { return Markup(voice("område anges inte", "area not stated")) }
    return .joined(shown.areas.map { voice.said(site.area($0)) }, by: ", ")
  }

  /// The lines of a party's own measures first, then the others', each under its heading.
  func grouped(_ lines: [SiteMeasureLine]) -> [(heading: String, lines: [SiteMeasureLine])] {
    let own = site.settings.party
    var groups: [(heading: String, lines: [SiteMeasureLine])] = [
      (
        voice("\(site.publisher.name) ansvarar", "\(site.publisher.name) is responsible"),
        lines.filter { $0.shown?.parties == [own] }
      ),
      (
        voice("Parterna ansvarar tillsammans", "The parties are responsible together"),
        lines.filter { line in line.shown.map { $0.parties.count > 1 && $0.parties.contains(own) } ?? false }
      ),
    ]
    for party in site.others {
      groups.append(
        (
          voice("\(party.name) ansvarar", "\(party.name) is responsible"),
          lines.filter { line in line.shown.map { !$0.parties.contains(own) && $0.parties.first == party.code } ?? false
          }
        ))
    }
    let known = site.terms.parties.map(\.code)
    groups.append(
      (
        voice("Ansvarig part anges inte", "The party responsible is not stated"),
        lines.filter { line in
          line.shown.map { shown in !shown.parties.contains { known.contains($0) } } ?? true
        }
      ))
    return groups.filter { !$0.lines.isEmpty }
  }
}

/// A list that may be longer than a page: its pages, the first one under the list's own name.
struct PagedList {
  let stem: String
  let count: Int

  /// Requires a stem without its ending.
  init(stem: String, lineCount: Int) {
    self.stem = stem
    count = max(1, (lineCount + MeasureList.pageSize - 1) / MeasureList.pageSize)
  }

  func path(_ number: Int) -> String { number == 1 ? "\(stem).html" : "\(stem)-\(number).html" }

  /// The lines of a page, from 1.
  func lines(_ number: Int, of all: [SiteMeasureLine]) -> [SiteMeasureLine] {
    Array(all.dropFirst((number - 1) * MeasureList.pageSize).prefix(MeasureList.pageSize))
  }

  /// Links to the pages beside this one; none where there is one page.
  func links(_ number: Int, _ place: SitePlace, _ voice: SiteVoice) -> Markup {
    guard count > 1 else { return Markup() }
    var items: [Markup] = []
    func add(_ page: Int, _ words: String) {
      if page != number, (1...count).contains(page) {
        items.append(SiteParts.link(place.page(path(page)), Markup(words)))
      }
    }
    add(1, voice("Första sidan", "First page"))
    add(number - 1, voice("Föregående sida", "Previous page"))
    add(number + 1, voice("Nästa sida", "Next page"))
    add(count, voice("Sista sidan", "Last page"))
    return .element(
      .nav, [.label(voice("Sidor i listan", "Pages of the list")), .class("lg-pages")],
      SiteParts.paragraph(Markup(voice("Sida \(number) av \(count)", "Page \(number) of \(count)")))
        + SiteParts.list(items))
  }
}
