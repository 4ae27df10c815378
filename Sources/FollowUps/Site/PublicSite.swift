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
  /// The documents of those follow-ups, as far as they are on the site.
  let documents: [SubjectID: DocumentState]

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
    let voice = SiteVoice(language, ledger: Language(rawValue: opened.language.text) ?? .sv)
    self.voice = voice
    let secrets = SiteSecrets(book)
    // What is withheld goes by its number.
    names = Names(
      states: { secrets.contains($0) ? SubjectState(id: $0) : book.naming(of: $0) }, promises: [promise.id])
    let followUps = SiteFollowUp.presented(in: book, promise: promise.id, periods: opened.periods)
    self.followUps = followUps
    documents = Dictionary(
      uniqueKeysWithValues: followUps.map { followUp in
        let bytes = attachments.presented[followUp.id]
        return (followUp.id, PublicSite.documentState(of: followUp, bytes, secrets, voice.ledgerLanguage))
      })
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

  /// Whether the promise is over at the reading: its time is past, or it is concluded.
  var promiseIsOver: Bool { terms.validity.through < book.day || promise.conclusion != nil }

  /// The site of the promise's reporting that a party publishes on: the one whose code is the party's, or begins with what the party
  /// is called, so that `kommunens-webbplats` is that of `kommunen`.
  func reportingSite(of party: Code) -> Named? {
    let sites = terms.reporting?.sites ?? []
    if let same = sites.first(where: { $0.code == party }) { return same }
    let names = [party.text, PublicSite.short(party)]
    let owned = sites.filter { site in
      let owner = site.code.text.prefix { $0 != "-" }
      return names.contains { owner == $0 || owner == $0 + "s" }
    }
    return owned.count == 1 ? owned[0] : nil
  }

  /// The party that a word names: its code, or the one party whose code is that word with the definite article, so that `kommun` is
  /// `kommunen`. Anything else names none: a guess would publish in someone else's name.
  package static func party(_ word: Code, of terms: PromiseAdopted) -> Code? {
    if terms.parties.contains(where: { $0.code == word }) { return word }
    let shortened = terms.parties.filter { short($0.code) == word.text }
    return shortened.count == 1 ? shortened[0].code : nil
  }

  /// The code without the definite article of Swedish at its end: `kommun` of `kommunen`, `skola` of `skolan`.
  private static func short(_ code: Code) -> String {
    let endings = ["en", "et", "an"].filter { code.text.hasSuffix($0) && code.text.count > $0.count + 2 }
    guard let ending = endings.first else { return code.text }
    return String(code.text.dropLast(ending == "an" ? 1 : 2))
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
