import Documents
import LedgerDomain
import Wording

/// The accessibility statement (DOS-lagen, lag 2018:1937, 13 §): what the page is made for, how it was checked, whom to tell.
///
/// What a program cannot know is not said: the statement is the publisher's to complete, and a contact that is missing is
/// said to be missing.
struct AccessibilityPage {
  let site: PublicSite
  private var voice: SiteVoice { site.voice }

  static let path = "tillganglighet.html"

  var page: SitePage {
    SitePage(
      AccessibilityPage.path, voice("Tillgänglighetsredogörelse", "Accessibility statement"), part: .promise,
      main: lead + made + checked + tell)
  }

  private var lead: Markup {
    SiteParts.paragraph(
      "\(voice.said(site.publisher.name)) \(voice("ansvarar för den här webbplatsen och för att så många som möjligt ska kunna använda den.", "is responsible for this website and for making it usable by as many people as possible."))",
      "lg-lead")
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
            "Programmet som bygger sidan prövas automatiskt med axe-core i webbläsaren Chromium. Automatiska prov hittar inte alla brister. Dokument som har redovisats ligger här så som de redovisades och kan ha brister.",
            "The program that builds the page is checked automatically with axe-core in the browser Chromium. Automatic checks do not find every fault. Documents that were presented are kept here as they were and may have faults."
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
              "Om du inte är nöjd med svaret kan du anmäla det till tillsynsmyndigheten enligt lagen (2018:1937) om tillgänglighet till digital offentlig service.",
              "If you are not satisfied with the answer, you can report it to the supervisory authority under lag (2018:1937) om tillgänglighet till digital offentlig service."
            ))))
  }
}
