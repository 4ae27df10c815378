import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension FollowUpPack {
  /// What the receiver looks at first: what is overdue, and what nobody has reported on.
  func attention(_ language: Language) -> [Block] {
    guard !rows.isEmpty else { return [] }
    return overdueTable(language) + silentTable(language)
  }

  private func overdueTable(_ language: Language) -> [Block] {
    let overdue = overdue
    let none = Localized("Inget är försenat.", "Nothing is overdue.")[language]
    var table = Table(
      columns: [
        .init(Localized("Slutdatum", "Deadline")[language], wraps: false, priority: 9),
        .init(Localized("Dagar", "Days")[language], alignment: .trailing, wraps: false, priority: 8),
        .init(Localized("Nr", "No.")[language], wraps: false, priority: 9),
        .init(Localized("Vad", "What")[language], priority: 9),
        .init(Localized("Ansvarig", "Responsible")[language], priority: 5),
        .init(Localized("Medtagen", "Carried over")[language], wraps: false, priority: 7),
        .init(Localized("Senaste uppgift", "Latest report")[language], priority: 1),
      ], emptyText: none)
    let said = rowsByID
    for duty in overdue {
      table.append([
        .init(duty.due?.text ?? "", .bad), .init(duty.daysLeft(on: book.day).map(signed) ?? ""),
        .init(duty.subject.text), .init(task(duty, language)), .init(book.owner(of: duty)[language]),
        .init(times(timesOverdue(duty), language)), .init(said[duty.subject]?.lastWords(language) ?? ""),
      ])
    }
    let heading = Localized("Försenat", "Overdue")[language] + (overdue.isEmpty ? "" : " (\(overdue.count))")
    return [.heading(level: 1, heading), .table(table.withoutEmptyColumns)]
  }

  private func silentTable(_ language: Language) -> [Block] {
    let silent = silent
    let open = rows.filter { !$0.status.isClosed }
    guard !open.isEmpty else { return [] }
    let none = Localized("Något är redovisat om varje öppen åtgärd.", "Every open measure has been reported on.")
    var table = Table(
      columns: [
        .init(Localized("Nr", "No.")[language], wraps: false, priority: 9),
        .init(Localized("Åtgärd", "Measure")[language], priority: 9),
        .init(Localized("Ansvarig", "Responsible")[language], priority: 5),
        .init("Status", wraps: false, priority: 8),
        .init(Localized("Uppgift senast", "Last report")[language], wraps: false, priority: 7),
        .init(Localized("Medtagen", "Carried over")[language], wraps: false, priority: 7),
      ], emptyText: none[language])
    let never = Localized("aldrig", "never")[language]
    let byID = rowsByID
    for missing in silent {
      guard let row = byID[missing.measure] else { continue }
      table.append([
        .init(row.id.text), .init(row.title.text), .init(row.responsible?.phrase ?? StandingWords.notStated[language]),
        .init("\(row.status.symbol) \(words(of: row.state)[language])"),
        .init(missing.last.map { $0.effective.phrase[language] } ?? never, .warning),
        .init(times(missing.reports, language)),
      ])
    }
    let words = StandingWords.noInformation.capitalized[language]
    let lead = Localized(
      "Öppna åtgärder som ingen har redovisat något om för tiden \(scope.from) – \(scope.through), utlovade såväl som beslutade.",
      "Open measures, promised or decided, on which nobody has reported for \(scope.from) – \(scope.through).")
    return [.heading(level: 1, words + (silent.isEmpty ? "" : " (\(silent.count))"))]
      + (silent.isEmpty ? [] : [.paragraph(Prose(lead[language]))]) + [.table(table.withoutEmptyColumns)]
  }

  /// `2:a gången`, `3:e gången`; empty for the first.
  private func times(_ count: Int, _ language: Language) -> String {
    guard count > 1 else { return "" }
    let (last, isTeen) = (count % 10, (11...13).contains(count % 100))
    switch language {
    case .sv:
      return "\(count):\((last == 1 || last == 2) && !isTeen ? "a" : "e") gången"
    case .en:
      let ending = isTeen ? "th" : last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th"
      return "\(count)\(ending) time"
    }
  }

  /// What is to be done, and where it is not carrying out a measure, which task it is.
  func task(_ duty: Obligation, _ language: Language) -> String {
    (book.title(of: duty.subject) ?? "") + (duty.kind == .carryOut ? "" : " (\(duty.kind.task[language]))")
  }
}
