import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension RuleBook {
  /// Did the citizens get to read it, on each site and in time?
  static let publishing: [Rule] = [publishedEarly, notPublished]

  private static let publishedEarly = Rule(
    "FU-09", .followUp, .explain, Localized("Publicerad före redovisningen", "Published before it was presented"),
    explanation: Localized(
      "Det publicerade är det redovisade dokumentet. Det som publiceras före redovisningen är ett annat, eller ett utkast.",
      "What is published is the document presented. What is published before that is another one, or a draft."),
    ground: reportingPromise, covers: [.publishedUnpresented],
    population: Localized("publiceringar på en känd dag", "publications on a known day"),
    exceptions: [
      RuleException("same-day", "Publicerad samma dag som redovisningen.", "Published on the day of the presentation."),
      RuleException(
        "unknown-day", "Publicerad eller redovisad på en okänd dag.", "Published or presented on an unknown day."),
    ],
    .followUp { state, _, reading, tally in
      for publication in state.publications {
        guard let day = publication.mark.effective?.day, tally.tests(on: day) else { continue }
        if let presented = state.presented {
          guard let shown = presented.mark.effective?.day, day < shown else { continue }
        }
        let shown = state.presented?.mark.effective?.day
        let then =
          shown.map { Localized("den redovisades först \($0)", "it was presented only on \($0)") }
          ?? Localized("den har inte redovisats", "it has not been presented")
        let site = reading.names.of(publication.published.site, in: .sites)
        tally.find(
          state.id, on: day,
          Localized(
            "\(reading.title(state.id)) publicerades på \(site) \(day), men \(then.sv).",
            "\(reading.title(state.id)) was published on \(site) on \(day), but \(then.en)."),
          citing: [publication.mark, state.presented?.mark])
      }
    })

  private static let notPublished = Rule(
    "FU-10", .followUp, .explain,
    Localized("Inte publicerad i tid på varje webbplats", "Not published in time on each site"),
    explanation: Localized(
      "Löftet säger var medborgarna får läsa uppföljningen. På var och en ska den finnas inom \(publicationDays) dagar från redovisningen. Löftet anger ingen tid; den är regelbokens.",
      "The promise says where citizens read the follow-up. On each it is to stand within \(publicationDays) days of the presentation. The promise states no time; it is the rule book's."
    ),
    ground: reportingPromise,
    population: Localized(
      "par av redovisad uppföljning och webbplats i löftet, när tiden har gått ut",
      "pairs of a presented follow-up and a site of the promise, once the time is out"),
    exceptions: [
      RuleException(
        "unknown-day", "Publicerad eller redovisad på en okänd dag.", "Published or presented on an unknown day."),
      RuleException("no-sites", "Ett löfte som inte nämner några webbplatser.", "A promise that names no sites."),
      RuleException(
        "site-added", "En webbplats som löftet fick först efter redovisningen.",
        "A site that the promise got only after the presentation."),
    ],
    .followUp { state, _, reading, tally in
      guard let presented = state.presented?.mark.effective?.day else { return }
      let due = presented.adding(days: publicationDays)
      let sites = reading.promise(state.compiled?.promise)?.sites(on: presented) ?? []
      for site in sites where due < reading.day {
        guard tally.tests(on: due) else { continue }
        let publication = state.publications.first { $0.published.site == site.code }
        let day = publication?.mark.effective?.day
        if publication != nil, day.map({ $0 <= due }) ?? true { continue }
        let then =
          day.map {
            Localized(
              "publicerades på \(site.name) först \($0), \(days(presented.days(to: $0)).sv) efter redovisningen",
              "was published on \(site.name) only on \($0), \(days(presented.days(to: $0)).en) after the presentation")
          }
          ?? Localized(
            "är enligt boken inte publicerad på \(site.name)",
            "is, as far as the book shows, not published on \(site.name)")
        tally.find(
          state.id, on: due,
          Localized(
            "\(reading.title(state.id)), redovisad \(presented), \(then.sv).",
            "\(reading.title(state.id)), presented on \(presented), \(then.en)."),
          citing: [state.presented?.mark, publication?.mark])
      }
    })
}

extension CitizenPromise {
  /// The sites on which follow-ups were to be published on a day; none where an amendment since has replaced what was said of it.
  fileprivate func sites(on day: LocalDate) -> [Named] {
    let changes = amendments.filter { $0.amended.reporting != nil }
    let isChangedSince = changes.contains { $0.mark.effective.map { $0.day > day } ?? false }
    if !isChangedSince { return terms?.reporting?.sites ?? [] }
    return changes.last { $0.mark.effective.map { $0.day <= day } ?? true }?.amended.reporting?.sites ?? []
  }
}
