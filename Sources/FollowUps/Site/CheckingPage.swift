import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// How anyone holds the page against the journal: the checkpoint, the verifier, and the page built anew.
struct CheckingPage {
  let site: PublicSite
  let place: SitePlace
  private var voice: SiteVoice { site.voice }

  static let checkpointPath = "kontrollera/kontrollpunkt.txt"
  static let verifierPath = "kontrollera/liggare_verify.py"

  var page: SitePage {
    let lead = SiteParts.lead(
      voice(
        "Du behöver inte lita på den här sidan. Den är gjord ur en liggare där ingenting kan ändras i efterhand utan att det syns för den som har sparat en kontrollpunkt.",
        "You need not trust this page. It is made from a ledger in which nothing can be changed afterwards without being seen by whoever has kept a checkpoint."
      ))
    return SitePage(
      SitePart.checking.path, voice("Så kontrollerar du sidan", "How to check this page"), part: .checking,
      main: lead + checkpoint + steps + limits)
  }

  private var checkpoint: Markup {
    var rows: [(name: String, value: Markup)] = [
      (voice("Liggare", "Ledger"), voice.said(site.basis.ledger)),
      (voice("Förs av", "Kept by"), voice.said(site.basis.owner)),
      (voice("Antal poster", "Entries"), Markup(String(site.basis.size))),
    ]
    if let root = site.basis.root {
      rows.append(
        (voice("Rot (SHA-256, RFC 6962)", "Root (SHA-256, RFC 6962)"), .element(.code, [], Markup(root.text))))
    }
    rows.append((voice("Läst till post", "Read through entry"), Markup(String(site.basis.position))))
    rows.append((voice("Läget", "As of"), voice.day(site.book.day)))
    let file = SiteParts.link(
      place.file(CheckingPage.checkpointPath), Markup(voice("Hämta kontrollpunkten", "Download the checkpoint")))
    return SiteParts.section(
      "kontrollpunkt", voice("Kontrollpunkten", "The checkpoint"), SiteParts.facts(rows) + SiteParts.paragraph(file))
  }

  private var steps: Markup {
    let verifier = SiteParts.link(
      place.file(CheckingPage.verifierPath), Markup(voice("kontrollprogrammet", "the verifier")))
    let items: [Markup] = [
      "\(voice("Spara kontrollpunkten i dag. Om något tidigare i liggaren ändras stämmer den inte längre.", "Keep the checkpoint today. If anything earlier in the ledger is changed, it no longer matches."))",
      "\(voice("Be ", "Ask "))\(voice.said(site.basis.owner))\(voice(" om en kopia av liggarens mapp.", " for a copy of the ledger’s folder."))",
      "\(voice("Hämta ", "Download "))\(verifier)\(voice(". Det är en fil och kräver bara Python 3.11. Du kan också skriva ett eget: formatet är öppet.", ". It is one file and needs only Python 3.11. You can also write your own: the format is open."))",
      "\(voice("Kör ", "Run "))\(.element(.code, [], "python3 liggare_verify.py ledger \(voice("MAPPEN", "FOLDER")) --checkpoint kontrollpunkt.txt")). \(voice("Det läser varje rad och räknar om roten.", "It reads every line and computes the root again."))",
      "\(voice("Bygg om sidan med ", "Build the page again with "))\(.element(.code, [], Markup(command))). \(voice("Samma liggare ger samma filer, byte för byte;", "The same ledger gives the same files, byte for byte;")) \(SiteParts.link(place.file(SiteManifestPath.path), Markup("manifest.json"))) \(voice("har varje fils SHA-256.", "has the SHA-256 of each."))",
    ]
    return SiteParts.section(
      "steg", voice("Steg för steg", "Step by step"),
      .element(.ol, [.class("lg-steps")], .joined(items.map { .element(.li, [], $0) })))
  }

  /// The command that builds the same site, but for the folders.
  private var command: String {
    func quoted(_ text: String) -> String { "'" + text.replacing("'", with: #"'\''"#) + "'" }
    var parts = [
      "liggare site build", voice("NY-MAPP", "NEW-FOLDER"), "--for", site.settings.party.text, "--as-of",
      (site.book.asOf ?? .date(site.book.day)).text,
    ]
    if let knownAt = site.basis.knownAt { parts += ["--known-at", knownAt.text] }
    if let contact = site.settings.contact { parts += ["--contact", quoted(contact)] }
    if let base = site.settings.base { parts += ["--base-url", quoted(base.text)] }
    parts += ["--lang", site.voice.language.rawValue, "--journal", voice("MAPPEN", "FOLDER")]
    return parts.joined(separator: " ")
  }

  private var limits: Markup {
    SiteParts.section(
      "granser", voice("Vad det visar, och inte visar", "What it proves, and what it does not"),
      SiteParts.list([
        Markup(
          voice(
            "En sparad kontrollpunkt visar varje ändring, borttagning och inskjuten post före den.",
            "A kept checkpoint shows every change, cut and insertion before it.")),
        Markup(
          voice(
            "Den visar inte att det som registrerades var sant, och inte vad som aldrig registrerades.",
            "It does not show that what was recorded was true, nor what was never recorded.")),
        Markup(
          voice(
            "Privatpersoners uppgifter är förseglade: liggaren har bara ett åtagande om dem, och sidan har dem inte alls.",
            "Information about private persons is sealed: the ledger holds only a commitment to it, and the page holds none of it."
          )),
      ]))
  }
}

/// Where the list of the site's files lies.
package enum SiteManifestPath {
  package static let path = "manifest.json"
}
