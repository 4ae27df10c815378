import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// How a site speaks: its language, days as people write them, and texts of the ledger marked with their own language.
package struct SiteVoice: Sendable {
  let language: Language
  /// The language that the ledger is kept in.
  private let ledger: Language

  init(_ language: Language, ledger: Language) {
    self.language = language
    self.ledger = ledger
  }

  func callAsFunction(_ sv: String, _ en: String) -> String { language == .sv ? sv : en }

  func callAsFunction(_ words: Localized) -> String { words[language] }

  var ledgerLanguage: Language { ledger }

  /// What marks an element whose texts are the ledger's; nothing where that is the language of the page.
  var ledgerAttributes: [Markup.Attribute] { ledger == language ? [] : [.lang(ledger.rawValue)] }

  /// What the ledger says, in its own language (WCAG 2.2, 3.1.2); a line feed in it becomes a sign.
  func said(_ text: String) -> Markup {
    ledger == language ? Markup(text) : .element(.span, [.lang(ledger.rawValue)], Markup(text))
  }

  func said(_ text: Text) -> Markup { said(text.text) }

  /// The paragraphs of a text, as its line feeds divide it.
  func paragraphs(_ text: Text) -> Markup {
    .joined(text.text.split(separator: "\n").map { .element(.p, [], said(String($0))) })
  }

  /// `14 oktober 2022`
  func words(_ day: LocalDate) -> String { SiteVoice.words(day, language) }

  static func words(_ day: LocalDate, _ language: Language) -> String {
    let months =
      language == .sv
      ? [
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
        "december",
      ]
      : [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
      ]
    return "\(day.day) \(months[day.month - 1]) \(day.year)"
  }

  /// `14 okt 2022`, for where there is little room.
  func short(_ day: LocalDate) -> String {
    let months =
      language == .sv
      ? ["jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"]
      : ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"]
    return "\(day.day) \(months[day.month - 1]) \(day.year)"
  }

  func day(_ day: LocalDate) -> Markup { .element(.time, [.datetime(day.text)], Markup(words(day))) }

  func day(_ day: LocalDate?, else words: Localized) -> Markup { day.map { self.day($0) } ?? Markup(words[language]) }

  /// The day of something effective, or that it is undated.
  func day(_ effective: Effective?) -> Markup { day(effective?.day, else: StandingWords.undated) }

  /// `1 januari 2022 till och med 31 december 2023`
  func span(from: LocalDate, through: LocalDate) -> Markup {
    "\(day(from)) \(self("till och med", "to")) \(day(through))"
  }

  /// With a capital letter first, where it begins a line.
  func capitalized(_ words: Localized) -> String { words.capitalized[language] }

  /// `3 åtgärder`
  func count(_ count: Int, _ one: Localized, _ several: Localized) -> String {
    "\(count) \((count == 1 ? one : several)[language])"
  }

  func measures(_ count: Int) -> String { self.count(count, SubjectKind.measure.words, SubjectKind.measure.plural) }
}
