package import CommandArguments
package import Documents
import LedgerDomain
package import Projections
import StrictJSON
import Wording

extension LedgerCalendar {
  /// The calendar as iCalendar: nil where nothing has a day, since such a file needs an event. `recorded` of the basis is its stamp.
  ///
  /// What rests on a meeting that is only planned is tentative; what fell away is cancelled, so that a calendar program that had it takes
  /// it away.
  package func iCalendar(_ language: Language, basis: Basis) -> ICalendar? {
    guard !entries.isEmpty, let opened = book.ledger?.opened, let recorded = basis.recorded else { return nil }
    let ledger = opened.identity.text.split(separator: ":").last.map(String.init) ?? opened.identity.text
    let isMadeUp = basis.reality == .illustrative
    let name = Localized("Liggare: \(basis.ledger)", "Ledger: \(basis.ledger)")[language]
    return ICalendar(
      product: "-//Liggare//liggare//\(language.rawValue.uppercased())",
      name: isMadeUp ? "\(name) (\(Localized("illustration", "illustration")[language]))" : name,
      description: (isMadeUp ? StandingWords.illustration[language] + "\n" : "") + foundation(basis)[language],
      // `2022-10-14T08:15:00.000Z` to the second.
      stamp: recorded.text.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z",
      events: entries.map { event($0, of: ledger, isMadeUp: isMadeUp, language) })
  }

  private func event(
    _ entry: CalendarEntry, of ledger: String, isMadeUp: Bool, _ language: Language
  ) -> ICalendar.Event {
    func line(_ name: Localized, _ value: String?) -> String? {
      value.map { $0.isEmpty ? nil : "\(name[language]): \($0)" } ?? nil
    }
    let lines = [
      isMadeUp ? StandingWords.illustration[language] : nil,
      line(Localized("Nummer", "Number"), entry.subject.text),
      line(Localized("Läge", "State"), entry.standingWords[language]),
      line(Localized("Regel", "Rule"), entry.ruleWords[language]),
      line(Localized("Ansvarig", "Responsible"), entry.owner?[language]),
      line(Localized("Gör så här", "What to do"), entry.command),
    ]
    return ICalendar.Event(
      uid: "\(entry.identity)@\(ledger)", day: entry.date.text.filter { $0 != "-" },
      sequence: moves(of: entry), status: status(entry),
      summary: "\(entry.kind.words.capitalized[language]): \(entry.about[language])",
      description: lines.compactMap(\.self).joined(separator: "\n"), categories: [entry.kind.category[language]])
  }

  private func status(_ entry: CalendarEntry) -> ICalendar.Status {
    switch entry.standing {
    case .cancelled: .cancelled
    case .ahead: entry.kind == .meeting || entry.kind == .verifyMinutes ? .tentative : .confirmed
    case .open, .overdue, .met, .metLate, .passed: .confirmed
    }
  }

  /// On what the calendar rests, in one line. It stands once: an event changes only with what it is about.
  private func foundation(_ basis: Basis) -> Localized {
    let root = basis.root.map { ", root \($0)" } ?? ""
    let rot = basis.root.map { ", rot \($0)" } ?? ""
    let day = book.day
    return Localized(
      "Underlag: \(basis.ledger), \(basis.owner), post \(basis.position), läge \(day)\(rot)",
      "Basis: \(basis.ledger), \(basis.owner), entry \(basis.position), as of \(day)\(root)")
  }
}
