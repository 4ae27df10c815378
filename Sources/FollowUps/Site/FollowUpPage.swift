import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// One follow-up that was presented: when and to whom, how it stood then, and the document itself.
struct FollowUpPage {
  let site: PublicSite
  let followUp: SiteFollowUp
  let rows: FollowUpRows
  let place: SitePlace
  private var voice: SiteVoice { site.voice }

  static func title(_ followUp: SiteFollowUp, _ voice: SiteVoice) -> String {
    followUp.period.isFinal
      ? voice.capitalized(StandingWords.finalReport)
      : voice("Uppföljning \(followUp.period.label)", "Follow-up \(followUp.period.label)")
  }

  var page: SitePage {
    let main =
      followUp.isWithheld
      ? SiteParts.lead(voice(SiteWords.withheldFollowUp))
        + SiteParts.paragraph(Markup(voice(SiteWords.askForIt)))
      : facts + state + document + data
    return SitePage(
      followUp.path, FollowUpPage.title(followUp, voice), part: .followUps,
      trail: [.init(title: SitePart.followUps.title(voice), path: SitePart.followUps.path)], main: main)
  }

  private var facts: Markup {
    let presentation = followUp.presentation
    let to = site.names.subject(presentation.presented.to).map { voice.said($0) + ", " } ?? Markup()
    var rows: [(name: String, value: Markup)] = [
      (voice("Period", "Period"), voice.span(from: followUp.period.from, through: followUp.period.through)),
      (voice("Redovisad för", "Presented to"), to + voice.day(presentation.mark.effective)),
    ]
    if let noted = followUp.state.noted {
      let paragraph = followUp.state.notedParagraph.map { ", " + voice.said($0.paragraphPhrase) } ?? Markup()
      rows.append((voice("Noterad", "Noted"), voice.day(noted.effective) + paragraph))
    } else {
      rows.append((voice("Noterad", "Noted"), Markup(voice("inte registrerat", "not recorded"))))
    }
    rows.append((voice("Publicerad", "Published"), publications))
    return SiteParts.facts(rows)
  }

  /// When it was published on this party's site, and on the others'.
  private var publications: Markup {
    let items = ([site.settings.party] + site.others.map(\.code)).compactMap { party -> Markup? in
      guard let reporting = site.reportingSite(of: party) else { return nil }
      let published = followUp.state.publications.filter { $0.published.site == reporting.code }
      guard let last = published.last else {
        return "\(voice.said(reporting.name)): \(voice("inte registrerat", "not recorded"))"
      }
      let words = "\(voice.said(reporting.name)): \(voice.day(last.mark.effective))" as Markup
      guard party != site.settings.party,
        let address = last.published.address.flatMap({ WebAddress(web: $0.text) })
      else { return words }
      return words + " (" + SiteParts.link(address, Markup(voice("till sidan", "to the page"))) + ")"
    }
    return items.isEmpty ? Markup(voice("inte registrerat", "not recorded")) : .joined(items, by: .element(.br))
  }

  private var state: Markup {
    let order = SiteSummary.order.filter { rows.statuses[$0] != nil }
    let heading = voice("Läget vid periodens slut", "How it stood at the end of the period")
    guard !order.isEmpty else {
      let none = voice("Inga åtgärder att redovisa.", "No measures to report on.")
      return SiteParts.section("laget", heading, SiteParts.paragraph(Markup(none)))
    }
    let items = order.map { status -> Markup in
      let count = rows.statuses[status] ?? 0
      return .element(
        .li, [],
        SiteParts.signal(status, status.words(count), SiteTone(status), voice) + " "
          + .element(.strong, [.class("lg-count")], Markup(String(count))))
    }
    let words = voice(
      "\(voice.measures(rows.count)), som liggaren såg ut när uppföljningen sammanställdes.",
      "\(voice.measures(rows.count)), as recorded in the ledger when the follow-up was compiled.")
    return SiteParts.section(
      "laget", heading,
      SiteParts.paragraph(Markup(words)) + .element(.ul, [.class("lg-counts")], .joined(items)) + measures)
  }

  /// The measures as they were then; of a very long list the first ones.
  private var measures: Markup {
    let lines = rows.shown.map { shown -> [Markup] in
      [
        SiteParts.link(place.page(SiteMeasure.path(shown.row.id)), voice.said(shown.row.title)),
        SiteParts.status(shown.state, voice), SiteParts.evidence(shown.row.evidence, voice),
        SiteParts.schedule(shown.row.schedule, voice),
      ]
    }
    guard !lines.isEmpty else { return Markup() }
    let table = SiteParts.table(
      voice("Åtgärderna, som de stod då", "The measures, as they stood then"),
      [
        .init(voice("Åtgärd", "Measure")), .init("Status"), .init(voice("Belägg", "Evidence")),
        .init(voice("Tidplan", "Schedule")),
      ], lines)
    guard rows.count > lines.count else { return table }
    let rest = voice(
      "Tabellen har de första \(lines.count); alla finns i filerna nedan.",
      "The table has the first \(lines.count); the files below have them all.")
    return table + SiteParts.paragraph(Markup(rest))
  }

  private var document: Markup {
    let document = followUp.presentation.presented.document
    let heading = voice("Dokumentet som redovisades", "The document that was presented")
    let digest = SiteParts.paragraph(
      "SHA-256: \(.element(.code, [], Markup(document.sha256.text)))", "lg-small")
    let number = document.registryNumber.map { ", \(voice.said($0))" as Markup } ?? Markup()
    let words: Markup =
      switch site.documentState(of: followUp) {
      case .shown(let presented) where presented.content != nil:
        "\(SiteParts.link(place.page(followUp.presentedPath), voice.said(document.name)))\(number). \(voice("Som fil: ", "As a file: "))\(SiteParts.file(place.file(followUp.documentPath(presented.form)), named: document.name.text, presented.form, voice)), \(voice("samma byte som visades", "the very bytes that were shown"))."
      case .shown(let presented):
        "\(SiteParts.link(place.file(followUp.documentPath(presented.form)), voice.said(document.name)))\(number) (\(presented.form.ending), \(voice("samma byte som visades", "the very bytes that were shown")))."
      case .absent:
        "\(voice.said(document.name))\(number). \(voice("Dokumentet följer inte med den här sidan.", "The document does not come with this page."))"
      case .withheld:
        "\(voice("Dokumentet visas inte här, eftersom det kan nämna sekretessmarkerade uppgifter.", "The document is not shown here, since it may name something marked secret.")) \(voice(SiteWords.askForIt))"
      }
    return SiteParts.section("dokument", heading, SiteParts.paragraph(words) + digest)
  }

  private var data: Markup {
    let files = ["csv", "json"].flatMap { ending in
      [
        SiteParts.link(
          place.file("\(followUp.stem).\(ending)"),
          Markup(voice("Åtgärder i uppföljningen (\(ending))", "Measures in it (\(ending))"))),
        SiteParts.link(
          place.file("\(followUp.stem)-utfall.\(ending)"),
          Markup(voice("Mål och utfall (\(ending))", "Targets and results (\(ending))"))),
      ]
    }
    return SiteParts.section("data", voice("Som data", "As data"), SiteParts.list(files))
  }
}
