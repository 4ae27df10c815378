import CommandArguments
import Documents
import Wording

/// How the pages are put into a content management system that will not host a site of someone else's.
struct FragmentsPage {
  let site: PublicSite
  /// The pages that have a fragment, but for those of single measures.
  let pages: [(path: String, title: String)]
  let place: SitePlace
  private var voice: SiteVoice { site.voice }

  static let path = "fragments/anvisning.html"
  static let stylePath = "fragments/liggare-fragment.css"

  /// Where the fragment of a page lies.
  static func path(of page: String) -> String { "fragments/\(page)" }

  var page: SitePage {
    let items = pages.map { page in
      SiteParts.link(place.page(FragmentsPage.path(of: page.path)), Markup(page.title))
    }
    let lead = SiteParts.lead(
      voice(
        "Varje sida finns också som ett HTML-fragment: innehållet utan sidhuvud, meny och rubrik, att klistra in i ett publiceringssystem.",
        "Each page is there as an HTML fragment, too: the content without header, menu and heading, to paste into a content management system."
      ))
    let steps = [
      voice(
        "Skapa en sida i ert system och ge den sidans namn som rubrik på nivå 1.",
        "Make a page in your system and give it the page’s name as its heading of level 1."),
      voice(
        "Klistra in fragmentets fil som HTML. Rubrikerna börjar på nivå 2.",
        "Paste the fragment’s file as HTML. Its headings begin at level 2."),
      voice(
        "Lägg stilmallen liggare-fragment.css i ert system. Alla klasser börjar på lg och rör inget annat på sidan.",
        "Put the stylesheet liggare-fragment.css into your system. All classes begin with lg and touch nothing else on the page."
      ),
      voice(
        "Länkar mellan fragment förutsätter samma filnamn som här; ändra dem där ert system har andra.",
        "Links between fragments expect the same file names as here; change them where your system has others."),
      voice(
        "Fragmenten har inga skript, inga bilder utifrån och ingen inbäddad stil.",
        "The fragments have no scripts, no foreign pictures and no embedded styles."),
    ]
    let measures = SiteParts.paragraph(
      Markup(
        voice(
          "Åtgärdernas fragment ligger i fragments/atgarder/ under sina nummer.",
          "The fragments of measures lie in fragments/atgarder/ under their numbers.")))
    return SitePage(
      FragmentsPage.path, voice("Sidorna som HTML-fragment", "The pages as HTML fragments"), part: .openData,
      trail: [.init(title: SitePart.openData.title(voice), path: SitePart.openData.path)],
      main: lead + .element(.ol, [.class("lg-steps")], .joined(steps.map { .element(.li, [], Markup($0)) }))
        + SiteParts.section("fragment", voice("Fragmenten", "The fragments"), SiteParts.list(items) + measures))
  }
}

extension PublicSite {
  /// A page as a fragment: banner, content and basis in one element, without the heading of the first level.
  func fragment(_ page: SitePage) -> SiteFile {
    let content = banner + page.main + basisLine
    let html = Markup.element(.div, [.class("lg lg-fragment"), .lang(voice.language.rawValue)], content)
    return SiteFile(path: FragmentsPage.path(of: page.path), bytes: html.bytes)
  }
}
