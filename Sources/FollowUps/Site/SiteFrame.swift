import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// What stands around every page: head, banner, name, menu, trail, and at the foot what the page rests on.
extension PublicSite {
  /// The stylesheet's path.
  static let stylePath = "liggare.css"
  static let feedPath = "flode.xml"

  /// The whole page, as a file.
  func page(_ page: SitePage) -> SiteFile {
    let place = SitePlace(page.path)
    let body =
      Markup.element(
        .a, [.class("lg-skip"), .href(WebAddress(local: "#innehall"))],
        Markup(voice("Hoppa till innehållet", "Skip to the content")))
      + header(page, place) + trail(page, place)
      + .element(.main, [.id("innehall"), .focusable, .class("lg")], .element(.h1, [], page.heading) + page.main)
      + footer(place)
    let html = Markup.element(
      .html, [.lang(voice.language.rawValue)],
      .element(.head, [], head(page, place)) + .element(.body, [.class("lg-site")], body))
    return SiteFile(path: page.path, bytes: (Markup.doctype + html).bytes)
  }

  private func head(_ page: SitePage, _ place: SitePlace) -> Markup {
    let isFirst = page.path == SitePart.promise.path
    let title = (isFirst ? [] : [page.title]) + [terms.title.text, publisher.name.text]
    return .element(.meta, [.charset("utf-8")])
      + .element(.meta, [.name("viewport"), .content("width=device-width, initial-scale=1")])
      // Nothing runs, and nothing is fetched from elsewhere, whatever a ledger's texts hold.
      + .element(
        .meta,
        [
          .httpEquiv("Content-Security-Policy"),
          .content("default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"),
        ]) + .element(.meta, [.name("color-scheme"), .content("light dark")])
      + .element(.title, [], Markup(title.joined(separator: " – ")))
      + .element(.link, [.rel("stylesheet"), .href(place.file(PublicSite.stylePath))])
      + .element(
        .link,
        [
          .rel("alternate"), .type("application/atom+xml"), .title(voice("Nytt om löftet", "News of the promise")),
          .href(place.file(PublicSite.feedPath)),
        ])
  }

  private func header(_ page: SitePage, _ place: SitePlace) -> Markup {
    let items = SitePart.allCases.map { part -> Markup in
      let isHere = part == page.part
      let attributes: [Markup.Attribute] = [.href(place.page(part.path))] + (isHere ? [.currentPage] : [])
      return .element(.li, [], .element(.a, attributes, Markup(part.title(voice))))
    }
    let name =
      Markup.element(.span, [.class("lg-publisher")], voice.said(publisher.name))
      + .element(.span, [.class("lg-name")], voice.said(terms.title))
    return .element(
      .header, [.class("lg-header")],
      banner
        + .element(.p, [.class("lg-brand")], SiteParts.link(place.page(SitePart.promise.path), name))
        + .element(
          .nav, [.label(voice("Huvudmeny", "Main menu")), .class("lg-menu")], .element(.ul, [], .joined(items))))
  }

  /// The banner of a ledger that is made up, which no page is without.
  var banner: Markup {
    guard isIllustrative else { return Markup() }
    return .element(.p, [.class("lg-banner")], .element(.strong, [], Markup(voice(StandingWords.illustration))))
  }

  private func trail(_ page: SitePage, _ place: SitePlace) -> Markup {
    guard page.path != SitePart.promise.path else { return Markup() }
    let steps = [SitePage.Step(title: SitePart.promise.title(voice), path: SitePart.promise.path)] + page.trail
    let links = steps.map { Markup.element(.li, [], SiteParts.link(place.page($0.path), Markup($0.title))) }
    let here = Markup.element(.li, [], .element(.span, [.currentPage], Markup(page.title)))
    return .element(
      .nav, [.label(voice("Du är här", "You are here")), .class("lg-trail")], .element(.ol, [], .joined(links) + here))
  }

  private func footer(_ place: SitePlace) -> Markup {
    let links = [
      SiteParts.link(
        place.page(AccessibilityPage.path), Markup(voice("Tillgänglighetsredogörelse", "Accessibility statement"))),
      SiteParts.link(place.file(PublicSite.feedPath), Markup(voice("Nyhetsflöde (Atom)", "Feed (Atom)"))),
      SiteParts.link(place.page(SitePart.openData.path), Markup(SitePart.openData.title(voice))),
      SiteParts.link(
        place.page(SitePart.checking.path), Markup(voice("Så kontrollerar du sidan", "How to check this page"))),
    ]
    return .element(
      .footer, [.class("lg-footer")],
      .element(.p, [.class("lg-contact")], contactLine) + SiteParts.list(links, "lg-links") + basisLine)
  }

  /// Who publishes, and how to reach them; a contact that is missing is said to be.
  var contactLine: Markup {
    let lead = Markup(voice("Utges av ", "Published by ")) + voice.said(publisher.name) + ". "
    guard let contact else {
      return lead + Markup(voice("Kontaktuppgift är inte angiven.", "No contact is stated."))
    }
    return lead + Markup(voice("Kontakt: ", "Contact: ")) + contact
  }

  /// The contact as it was stated, with a link where a word of it is an address.
  var contact: Markup? {
    guard let stated = settings.contact else { return nil }
    let words = stated.split(separator: " ").map { word -> Markup in
      let end = word.reversed().prefix { ",.;".contains($0) }.count
      let bare = String(word.dropLast(end))
      let address = WebAddress(mail: bare) ?? WebAddress(web: bare)
      return address.map { SiteParts.link($0, Markup(bare)) + Markup(String(word.suffix(end))) } ?? Markup(String(word))
    }
    return .joined(words, by: " ")
  }

  /// On what the page rests: ledger, owner, day, entry and root.
  var basisLine: Markup {
    let recorded = basis.recorded.map { voice.day(SwedishTime.date(of: $0)) }
    var line: Markup =
      "\(voice("Uppgifterna kommer ur liggaren ”", "From the ledger “"))\(voice.said(basis.ledger))\(voice("”, som förs av ", "”, kept by "))"
    line += voice.said(basis.owner)
    line += "\(voice(", och visar läget ", ", showing how things stood on "))\(voice.day(book.day))"
    line += Markup(voice(", så långt som post \(basis.position)", ", through entry \(basis.position)"))
    if let recorded { line += "\(voice(", registrerad ", ", recorded on "))\(recorded)" }
    line += "."
    if let root = basis.root {
      line += "\(voice(" Rot: ", " Root: "))\(.element(.code, [], Markup(root.text)))"
    }
    return .element(.p, [.class("lg-basis")], line)
  }
}
