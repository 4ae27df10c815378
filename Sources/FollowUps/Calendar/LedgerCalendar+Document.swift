package import CommandArguments
package import Documents
import LedgerDomain
package import Projections
import StrictJSON
import Wording

extension LedgerCalendar {
  /// The calendar for people: a table for each month, and what is overdue from before said at the end.
  package func document(_ language: Language, basis: Basis) -> Document {
    let name = basis.ledger.text
    let title = Localized("Kalender \(from) – \(through), \(name)", "Calendar \(from) – \(through), \(name)")[language]
    return Document(
      title, language: language.rawValue,
      blocks: basis.banner(language) + months(language) + foot(language) + basis.blocks(language))
  }

  private func months(_ language: Language) -> [Block] {
    guard !entries.isEmpty else {
      return [
        .paragraph(Prose(Localized("Inget har en dag i den tiden.", "Nothing has a day in that time.")[language]))
      ]
    }
    let months = Dictionary(grouping: entries) { $0.date.year * 12 + $0.date.month - 1 }
    return months.sorted { $0.key < $1.key }.flatMap { month, entries -> [Block] in
      [
        .heading(level: 1, "\(monthNames[month % 12][language]) \(month / 12)"),
        .table(table(entries, language).withoutEmptyColumns),
      ]
    }
  }

  private func table(_ entries: [CalendarEntry], _ language: Language) -> Table {
    var table = Table(
      columns: [
        .init(Localized("Dag", "Day")[language], wraps: false, priority: 9),
        .init(Localized("Dagar", "Days")[language], alignment: .trailing, wraps: false, priority: 8),
        .init(Localized("Nr", "No.")[language], wraps: false, priority: 9),
        .init(Localized("Vad", "What")[language], priority: 9),
        .init(Localized("Gäller", "About")[language], minWidth: 16, priority: 9),
        .init(Localized("Läge", "State")[language], minWidth: 10, priority: 7),
        .init(Localized("Regel", "Rule")[language], priority: 5),
      ], emptyText: "")
    for entry in entries {
      table.append([
        .init(entry.date.withWeekday[language]), .init(signed(entry.daysLeft(on: book.day))),
        .init(entry.subject.text), .init(entry.kind.words[language]), .init(entry.about[language]),
        .init(entry.standingWords[language], tone(entry.standing)), .init(entry.ruleWords[language]),
      ])
    }
    return table
  }

  private func tone(_ standing: CalendarStanding) -> Tone {
    switch standing {
    case .overdue, .metLate: .bad
    case .met: .good
    case .passed, .cancelled: .muted
    case .open, .ahead: .normal
    }
  }

  private func foot(_ language: Language) -> [Block] {
    guard overdueBefore > 0 else { return [] }
    let words = Localized(
      "Försenat från före \(from): \(overdueBefore). Det står i ", "Overdue from before \(from): \(overdueBefore). See "
    )
    return [.paragraph(Prose(words[language]) + .code("liggare status") + ".")]
  }
}

private let monthNames = [
  Localized("Januari", "January"), Localized("Februari", "February"), Localized("Mars", "March"),
  Localized("April", "April"), Localized("Maj", "May"), Localized("Juni", "June"), Localized("Juli", "July"),
  Localized("Augusti", "August"), Localized("September", "September"), Localized("Oktober", "October"),
  Localized("November", "November"), Localized("December", "December"),
]
