import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// The accessibility statement (DOS-lagen, lag 2018:1937, 13 §): how far the site conforms, what is known to be wrong, how it was
/// checked, whom to tell, and who supervises.
///
/// It never says that the site conforms wholly: that takes people who try it, and no program knows whether they have. What it cannot
/// know it does not say, and a contact that is missing is said to be missing.
struct AccessibilityPage {
  let site: PublicSite
  let place: SitePlace
  private var voice: SiteVoice { site.voice }

  static let path = "tillganglighet.html"

  /// Where people report to the supervisory authority.
  private static let supervisor = WebAddress(web: "https://www.digg.se/tdosanmalan")

  var page: SitePage {
    SitePage(
      AccessibilityPage.path, voice("Tillgänglighetsredogörelse", "Accessibility statement"), part: .promise,
      main: lead + conformity + faults + made + checked + tell + supervision)
  }

  private var lead: Markup {
    SiteParts.paragraph(
      "\(voice.said(site.publisher.name)) \(voice("ansvarar för den här webbplatsen, ”", "is responsible for this website, “"))\(voice.said(site.terms.title))\(voice("”, och för att så många som möjligt ska kunna använda den.", "”, and for making it usable by as many people as possible."))",
      "lg-lead")
  }

  private var conformity: Markup {
    SiteParts.section(
      "forenlig", voice("Hur tillgänglig webbplatsen är", "How accessible the site is"),
      SiteParts.paragraph(
        "\(voice("Webbplatsen är ", "The site is "))\(.element(.strong, [], Markup(voice("delvis förenlig", "partially compliant"))))\(voice(" med lagen (2018:1937) om tillgänglighet till digital offentlig service. Det som brister eller inte är prövat står nedan.", " with lag (2018:1937) om tillgänglighet till digital offentlig service. What is wrong or not tried is below."))"
      )
        + SiteParts.paragraph(
          "\(voice("Redogörelsen hör till sidorna som visar läget ", "This statement belongs to the pages that show how it stood on "))\(voice.day(site.book.day))\(voice(", och gjordes när de byggdes.", ", and was made when they were built."))"
        ))
  }

  private var faults: Markup {
    var items = [
      Markup(
        voice(
          "Programmet som bygger sidorna är prövat automatiskt. Om sidorna också är prövade av människor med hjälpmedel vet det inte, och därför kallas webbplatsen inte helt förenlig.",
          "The program that builds the pages has been checked automatically. Whether people with assistive technology have tried the pages it does not know, and so the site is not called fully compliant."
        )),
      Markup(
        voice(
          "Breda tabeller går att rulla i sidled på smala skärmar.",
          "Wide tables scroll sideways on narrow screens.")),
    ]
    let files = site.followUps.filter { if case .shown = site.documentState(of: $0) { true } else { false } }
    let opaque = files.count {
      if case .shown(let document) = site.documentState(of: $0) { document.content == nil } else { false }
    }
    if !files.isEmpty {
      let followUps = SiteParts.link(
        place.page(SitePart.followUps.path), Markup(voice("uppföljningar", "follow-ups")))
      items.append(
        "\(voice("Dokument som redovisats finns byte för byte vid sina ", "Documents that were presented lie byte for byte with their "))\(followUps)\(voice(". De får inte ändras i efterhand, och de är inte prövade.", ". They must not be changed afterwards, and they have not been checked."))\(opaque == 0 ? "" : voice(" \(opaque) av dem finns bara som fil; uppgifterna om åtgärderna står också på uppföljningens egen sida.", " \(opaque) of them are files only; what they say of the measures is on the follow-up’s own page, too."))"
      )
    }
    return SiteParts.section("brister", voice("Kända brister", "Known faults"), SiteParts.list(items))
  }

  private var made: Markup {
    SiteParts.section(
      "gjord", voice("Så är sidan gjord", "How the page is made"),
      SiteParts.list([
        Markup(voice("Den är gjord för att uppfylla WCAG 2.2 nivå AA.", "It is made to meet WCAG 2.2 level AA.")),
        Markup(
          voice(
            "Den går att läsa utan skript, och allt går att nå med tangentbordet.",
            "It can be read without scripts, and the keyboard reaches all of it.")),
        Markup(
          voice(
            "Den går att läsa på 320 bildpunkters bredd, vid 200 procents zoom, i ljust och mörkt läge och på papper.",
            "It can be read at a width of 320 pixels, at 200 percent zoom, in light and dark mode and on paper.")),
        Markup(
          voice(
            "Status visas med ord och tecken, aldrig med enbart färg.",
            "States are shown in words and signs, never by colour alone.")),
      ]))
  }

  private var checked: Markup {
    SiteParts.section(
      "provad", voice("Så är den prövad", "How it was checked"),
      SiteParts.paragraph(
        Markup(
          voice(
            "Av den som gör programmet som bygger sidan: automatiskt, med axe-core i webbläsaren Chromium, på sidor som byggs ur exempel. Automatiska prov hittar inte alla brister.",
            "By those who make the program that builds the page: automatically, with axe-core in the browser Chromium, on pages that are built from examples. Automatic checks do not find every fault."
          ))))
  }

  private var tell: Markup {
    let contact =
      site.contact.map {
        "\(voice("Hör av dig till ", "Write to "))\(voice.said(site.publisher.name)): \($0)" as Markup
      }
      ?? "\(.element(.strong, [], Markup(voice("Kontaktuppgift saknas.", "A contact is missing."))))\(voice(" Den som bygger webbplatsen ska ange den (--contact).", " Whoever builds the site is to state it (--contact)."))"
    return SiteParts.section(
      "kontakt", voice("Säg till om något inte fungerar", "Tell us if something does not work"),
      SiteParts.paragraph(contact)
        + SiteParts.paragraph(
          Markup(
            voice(
              "Du kan be att få innehållet i en form som fungerar för dig.",
              "You can ask for the content in a form that works for you."))))
  }

  private var supervision: Markup {
    let name = Markup("Myndigheten för digital förvaltning, Digg")
    let authority: Markup = voice.language == .sv ? name : .element(.span, [.lang("sv")], name)
    let report = AccessibilityPage.supervisor.map {
      SiteParts.link($0, Markup(voice("anmäl bristande tillgänglighet till Digg", "report to Digg")))
    }
    return SiteParts.section(
      "tillsyn", voice("Tillsyn", "Supervision"),
      SiteParts.paragraph(
        "\(authority)\(voice(", har tillsyn över lagen. Är du inte nöjd med svaret kan du ", ", supervises the law. If you are not satisfied with the answer, you can "))\(report ?? Markup())."
      ))
  }
}
