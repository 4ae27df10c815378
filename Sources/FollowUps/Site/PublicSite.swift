package import CommandArguments
package import Documents
package import LedgerDomain
package import Projections
package import StrictJSON
import Wording

/// The public page of a promise: a static site that one of its parties puts on the web, read from a ledger at one reading.
///
/// The same ledger, reading and settings give the same bytes for ever: nothing in it comes from a clock, a folder or chance.
/// What is sealed has no way in, since the site reads the journal's lines alone; what is marked secret is withheld by
/// ``SiteSubject``. A page is made when it is written, so memory follows the summaries: some hundred bytes a measure.
package struct PublicSite: Sendable {
  /// What whoever builds it says.
  package struct Settings: Sendable {
    /// The party of the promise that publishes the site.
    package var party: Code
    /// Where people reach whoever is responsible for the site; nil is said openly.
    package var contact: String?
    /// Where the site will lie, ending in a slash; without it the feed's links are relative.
    package var base: WebAddress?

    package init(party: Code, contact: String? = nil, base: WebAddress? = nil) {
      self.party = party
      self.contact = contact
      self.base = base
    }
  }

  /// Files of the ledger that are on the site byte for byte.
  package struct Attachments: Sendable {
    package var checkpoint: [UInt8]
    package var verifier: [UInt8]
    /// The documents that were presented, as far as this copy of the ledger has them.
    package var presented: [SubjectID: [UInt8]]

    package init(checkpoint: [UInt8], verifier: [UInt8], presented: [SubjectID: [UInt8]]) {
      self.checkpoint = checkpoint
      self.verifier = verifier
      self.presented = presented
    }
  }

  let settings: Settings
  let attachments: Attachments
  let book: Book
  let basis: Basis
  let voice: SiteVoice
  let promise: CitizenPromise
  let terms: PromiseAdopted
  let opened: LedgerOpened
  let names: Names
  /// Those that were presented, the latest period first.
  let followUps: [SiteFollowUp]
  let indicators: [Indicator]
  let secrets: SiteSecrets

  /// Requires a promise at the reading, and a party of it. `language` is that of the site's own words.
  package init(
    _ book: Book, of opened: LedgerOpened, promise: CitizenPromise, basis: Basis, language: Language,
    settings: Settings, attachments: Attachments
  ) {
    guard let terms = promise.terms else { preconditionFailure("a promise at the reading has terms") }
    precondition(terms.parties.contains { $0.code == settings.party }, "a party of the promise")
    self.settings = settings
    self.attachments = attachments
    self.book = book
    self.basis = basis
    self.promise = promise
    self.terms = terms
    self.opened = opened
    voice = SiteVoice(language, ledger: Language(rawValue: opened.language.text) ?? .sv)
    let secrets = SiteSecrets(book)
    self.secrets = secrets
    // What is withheld goes by its number.
    names = Names(
      states: { secrets.contains($0) ? SubjectState(id: $0) : book.naming(of: $0) }, promises: [promise.id])
    followUps = SiteFollowUp.presented(in: book, promise: promise.id, periods: opened.periods)
    indicators = book.indicators.filter { indicator in
      let isOurs = indicator.defined?.promise == nil || indicator.defined?.promise == promise.id
      return isOurs && !SiteSubject(indicator.id, in: book).isWithheld
    }
  }

  /// The subject that no public page can do without and that is marked secret, where there is one.
  package static func withheld(_ promise: SubjectID, in book: Book) -> SubjectID? {
    [.ledger, promise].first { SiteSubject($0, in: book).isWithheld }
  }

  /// The party that publishes the site.
  var publisher: Named { party(settings.party) }

  /// What that party is called.
  package var publisherName: Text { publisher.name }

  func party(_ code: Code) -> Named { terms.parties.first { $0.code == code } ?? Named(code, Text(code.text)) }

  var others: [Named] { terms.parties.filter { $0.code != settings.party } }

  /// The site of the promise's reporting that a party publishes on: the one whose code is the party's or begins alike.
  func reportingSite(of party: Code) -> Named? {
    let sites = terms.reporting?.sites ?? []
    if let same = sites.first(where: { $0.code == party }) { return same }
    let alike = sites.filter { PublicSite.areAlike($0.code, party) }
    return alike.count == 1 ? alike[0] : nil
  }

  /// The party that a word names: its code, or the one party whose code begins alike, so that `kommun` is `kommunen`.
  package static func party(_ word: Code, of terms: PromiseAdopted) -> Code? {
    if terms.parties.contains(where: { $0.code == word }) { return word }
    let alike = terms.parties.filter { areAlike($0.code, word) }
    return alike.count == 1 ? alike[0].code : nil
  }

  /// Whether two codes begin with the same five letters, or one of them with the whole other.
  private static func areAlike(_ one: Code, _ other: Code) -> Bool {
    one.text.prefix(5) == other.text.prefix(5) || one.text.hasPrefix(other.text) || other.text.hasPrefix(one.text)
  }

  /// The last address on the web that the ledger has for a party's page: of a follow-up published there, else of the promise.
  func address(of party: Code) -> WebAddress? {
    guard let site = reportingSite(of: party) else { return nil }
    let published = promise.publications.filter { $0.published.site == site.name }.compactMap(\.published.address)
    return published.reversed().compactMap { WebAddress(web: $0.text) }.first
  }

  func area(_ code: Code) -> Text { terms.areas.first { $0.code == code }?.name ?? Text(code.text) }

  func focusArea(_ code: Code) -> Text { terms.focusAreas.first { $0.code == code }?.name ?? Text(code.text) }

  var isIllustrative: Bool { opened.reality == .illustrative }
}
