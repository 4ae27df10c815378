import CommandArguments
import Documents
import FollowUps
import Integrity
import JournalStore
import LedgerDomain
import Projections
import PythonVerifier
import StrictJSON
import Wording

/// `site build DIR --for PARTY`: the public page of the promise, for one of its parties.
enum SiteBuild {
  static let noun = Noun("site", Localized("den offentliga sidan", "the public page"), [verb])

  private static let out = Positional<String>(
    "DIR", Localized("mappen: ny, eller tom", "the folder: a new one, or an empty one"))
  private static let party = Option<Code>(
    text: "for", "PARTY",
    Localized(
      "parten som ger ut sidan: dess kod, eller kommun för kommunen, polis för polisen",
      "the party that publishes it: its code, or kommun for kommunen, polis for polisen"), .required)
  private static let contact = Option<String>(
    "contact", "TEXT",
    Localized(
      "vart läsare vänder sig (finns inte i liggaren)", "where readers turn to (it is not in the ledger)"))
  private static let base = Option<WebAddress>(
    "base-url", "URL",
    Localized("där sidan ska ligga, för flödets länkar", "where it will lie, for the links of the feed")
  ) { text throws(ValueProblem) in
    let whole = text.hasSuffix("/") ? text : text + "/"
    guard let address = WebAddress(web: whole), !whole.contains("?"), !whole.contains("#") else {
      throw ValueProblem(
        expected: Localized(
          "en adress som https://kommunen.example/loftet/", "an address such as https://town.example/promise/"))
    }
    return address
  }
  private static let replace = Flag(
    "replace",
    Localized(
      "ersätt en webbplats som Liggare har skrivit och ingen har ändrat",
      "replace a site that Liggare wrote and nobody has changed"))

  static let verb = Verb(
    spec: CommandSpec(
      ["site", "build"],
      Localized("bygg den offentliga sidan", "build the public page"),
      discussion: Localized(
        "En statisk webbplats att lägga ut: löftet, åtgärderna, områdena, uppföljningarna som sidor och filer, ett Atom-flöde, öppna data (CSV, JSON), hur man kontrollerar sidan, och HTML-fragment för ett publiceringssystem. Inga skript.\n\nFörseglade värden kan inte hamna på sidan, och det som är sekretessmarkerat visas inte. Ingenting går förbi kontrollpunkten. Samma liggare och samma dag ger samma filer, byte för byte. Allt skrivs, eller inget.",
        "A static site to put on the web: the promise, the measures, the areas, the follow-ups as pages and files, an Atom feed, open data (CSV, JSON), how to check the page, and HTML fragments for a content management system. No scripts.\n\nSealed values cannot get onto it, and what is marked secret is not shown. Nothing goes past the checkpoint. The same ledger and day give the same files, byte for byte. All is written, or nothing."
      ),
      positionals: [out], options: [party, contact, base, replace, Shared.promise],
      examples: [
        .init(
          "liggare site build webb --for kommun --journal journal/exempel",
          Localized("kommunens sida", "the municipality's page")),
        .init(
          #"liggare site build webb --for polis --contact "kontakt@polisen.example" --as-of 2022-10-14 --replace"#,
          Localized("om igen, som det stod en dag", "anew, as it stood on a day")),
      ]),
    run: { session throws(Failure) in try run(session) })

  private static func run(_ session: Session) throws(Failure) {
    let given = session.arguments
    let folder = try SiteFolder(try given.value(out), replacing: given[replace])
    let journal = try session.journal()
    let checkpoint = try JournalProve.covered(journal)
    let reading = LedgerReading(
      journal, asOf: given[optional: Globals.asOf], knownAt: given[optional: Globals.knownAt],
      now: session.world.now(), languageAsked: session.languageAsked, through: checkpoint.size,
      isGathered: true)
    let promise = try promise(given, reading)
    guard let terms = promise.terms else { preconditionFailure("a promise at the reading has terms") }
    if let id = PublicSite.withheld(promise.id, in: reading.book) { throw .site(.withheld(id)) }
    let word = try given.value(party)
    guard let publisher = PublicSite.party(word, of: terms) else {
      throw .refused(.unknownCode(word, list: .parties, known: promise.codes(.parties)))
    }
    // The same for whoever has a cache and whoever has none.
    var basis = reading.basis
    basis.root = Text(checkpoint.root.base64)
    basis.size = checkpoint.size
    basis.cached = nil
    var opened = journal.opened
    opened.periods = LedgerReading.periods(reading.chronicle)
    let site = PublicSite(
      reading.book, of: opened, promise: promise, basis: basis, language: reading.language,
      settings: .init(party: publisher, contact: given[optional: contact], base: given[optional: base]),
      attachments: .init(
        checkpoint: Array(checkpoint.formatted.utf8), verifier: VerifierSource.bytes,
        presented: try presented(reading)))
    let progress = session.progress(Localized("Skriver webbplatsen", "Writing the site"))
    defer { progress.end() }
    // A page and a fragment for each measure, and some hundred others.
    let expected = reading.chronicle.subjects(.measure).count * 2 + 100
    try session.checkReading()
    let written = try folder.write(site, of: basis) { progress.tell(min($0, expected), of: expected) }
    try session.checkReading()
    let answer = SiteAnswer(
      path: folder.path, publisher: site.publisherName, written: written, isContactStated: given.isGiven(contact))
    try session.answer(
      basis.document(answer.title(reading.language), answer.blocks(reading.language), reading.language),
      json: basis.json("site.build", answer.members))
  }

  private static func promise(_ given: ParsedCommand, _ reading: LedgerReading) throws(Failure) -> CitizenPromise {
    let id = given[optional: Shared.promise] ?? reading.book.promises.first?.id ?? SubjectID(.promise, 1)
    guard let promise = reading.book.promise(id) else {
      throw .notFound(id, known: !reading.chronicle.events(about: id).isEmpty)
    }
    return promise
  }

  /// The documents of the follow-ups that were presented, as far as this copy has them; a changed one is damage.
  private static func presented(_ reading: LedgerReading) throws(Failure) -> [SubjectID: [UInt8]] {
    let folder = PresentedFolder(of: reading.journal.folder)
    var documents: [SubjectID: [UInt8]] = [:]
    for followUp in reading.book.followUps {
      guard let digest = followUp.presented?.presented.document.sha256 else { continue }
      guard let wanted = Digest(hex: digest.text) else { preconditionFailure("a digest is 64 hexadecimal digits") }
      do throws(PresentedFailure) {
        documents[followUp.id] = try folder.read(wanted)
      } catch { throw .presented(error) }
    }
    return documents
  }
}

/// What is said of a site that was written.
private struct SiteAnswer {
  let path: String
  let publisher: Text
  let written: SiteFolder.Written
  let isContactStated: Bool

  func title(_ language: Language) -> String {
    Localized("Webbplatsen är skriven: \(publisher)", "The site is written: \(publisher)")[language]
  }

  func blocks(_ language: Language) -> [Block] {
    func words(_ sv: String, _ en: String) -> String { Localized(sv, en)[language] }
    var blocks: [Block] = [
      .keyValues([
        KeyValue(words("Mapp", "Folder"), .code(path)),
        KeyValue(words("Sidor", "Pages"), Prose(String(written.pageCount))),
        KeyValue(words("Filer", "Files"), Prose(String(written.fileCount))),
        KeyValue(words("Byte", "Bytes"), Prose(String(written.byteCount))),
      ]),
      .paragraph(Prose(words("Börja med ", "Begin with ")) + .code("\(path)/index.html") + "."),
    ]
    if !isContactStated {
      blocks.append(
        .note(
          Prose(
            words(
              "Ingen kontaktuppgift är angiven (--contact). Sidan och dess tillgänglighetsredogörelse säger att den saknas.",
              "No contact is stated (--contact). The page and its accessibility statement say that it is missing."))))
    }
    return blocks
  }

  /// `"path":"webb","publisher":"Kommunen","pages":60,"files":140,"bytes":912345,"contact":true`
  var members: JSONObject {
    [
      "path": .string(path), "publisher": .string(publisher.text), "pages": JSONValue(written.pageCount),
      "files": JSONValue(written.fileCount), "bytes": JSONValue(written.byteCount), "contact": .bool(isContactStated),
    ]
  }
}
