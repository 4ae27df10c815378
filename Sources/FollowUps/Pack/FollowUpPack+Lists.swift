import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension FollowUpPack {
  /// What falls due before the receiver meets again.
  func dueTable(_ language: Language) -> [Block] {
    guard let horizon else { return [] }
    let heading = Localized("Förfaller till och med \(horizon)", "Due through \(horizon)")[language]
    let nothing = Localized("Inget förfaller.", "Nothing falls due.")[language]
    return [
      .heading(level: 1, heading), .paragraph(Prose(meetings(language))),
      .table(duties(dueNext, emptyText: nothing, language)),
    ]
  }

  private func meetings(_ language: Language) -> String {
    switch (presentation?.day, following?.day) {
    case (let first?, let second?):
      Localized(
        "Redovisas \(first); nästa möte därefter är \(second).",
        "Presented on \(first); the next meeting after that is on \(second).")[language]
    case (let first?, nil):
      Localized(
        "Redovisas \(first); inget möte därefter är planerat.",
        "Presented on \(first); no meeting after that is scheduled.")[language]
    case (nil, _):
      Localized(
        "Inget möte är planerat; dagen är nästa periods slut.",
        "No meeting is scheduled; the day is the end of the next period.")[language]
    }
  }

  private func duties(_ list: [Obligation], emptyText: String, _ language: Language) -> Table {
    var table = Table(
      columns: [
        .init(Localized("Slutdatum", "Deadline")[language], wraps: false, priority: 9),
        .init(Localized("Dagar", "Days")[language], alignment: .trailing, wraps: false, priority: 8),
        .init(Localized("Nr", "No.")[language], wraps: false, priority: 9),
        .init(Localized("Vad", "What")[language], priority: 9),
        .init(Localized("Ansvarig", "Responsible")[language], priority: 5),
      ], emptyText: emptyText)
    for duty in list {
      table.append([
        .init(duty.due?.text ?? ""), .init(duty.daysLeft(on: book.day).map(signed) ?? ""), .init(duty.subject.text),
        .init(task(duty, language)), .init(book.owner(of: duty)[language]),
      ])
    }
    return table
  }

  /// What happened to the measures since the report before: a row for each that something happened to.
  func changeTable(_ language: Language) -> [Block] {
    guard let previousPeriod else { return [] }
    let changes = ChangeWords(changes)
    var table = Table(
      columns: [
        .init(Localized("Nr", "No.")[language], wraps: false, priority: 9),
        .init(Localized("Åtgärd", "Measure")[language], priority: 9),
        .init(Localized("Förändring", "Change")[language], priority: 9),
      ], emptyText: "")
    for row in rows {
      let what = changes.words(of: row, language)
      if !what.isEmpty {
        table.append([.init(row.id.text), .init(row.title.text), .init(what.joined(separator: ", "))])
      }
    }
    let heading = Localized("Nytt sedan \(previousPeriod.label)", "New since \(previousPeriod.label)")[language]
    return table.rows.isEmpty ? [] : [.heading(level: 1, heading), .table(table)]
  }

  /// The decisions since the report before, with organ, paragraph and date.
  func decisionTable(_ language: Language) -> [Block] {
    let decisions = decisions
    let heading =
      previousPeriod.map { Localized("Beslut sedan \($0.label)", "Decisions since \($0.label)") }
      ?? Localized("Beslut", "Decisions")
    var table = Table(
      columns: [
        .init(Localized("Datum", "Date")[language], wraps: false, priority: 9),
        .init(Localized("Nr", "No.")[language], wraps: false, priority: 9),
        .init(Localized("Beslutat av", "Decided by")[language], priority: 8),
        .init("§", wraps: false, priority: 8),
        .init(Localized("Saken", "Matter")[language], priority: 9),
        .init(Localized("Utgång", "Outcome")[language], priority: 6),
        .init(Localized("Beteckning", "Reference")[language], wraps: false, priority: 5),
        .init(Localized("Anmärkning", "Remark")[language], priority: 4),
      ], emptyText: Localized("Inga beslut.", "No decisions.")[language])
    for decision in decisions {
      table.append([
        .init(decision.mark.effective?.day.text ?? StandingWords.undated[language]), .init(decision.id.text),
        .init(decider(decision, language)), .init(decision.made.authority.paragraph?.text ?? ""),
        .init(decision.made.matter.text), .init(decision.made.outcome.words[language]),
        .init(decision.made.reference?.text ?? ""), .init(remark(decision, language)),
      ])
    }
    return [.heading(level: 1, heading[language]), .table(table.withoutEmptyColumns)]
  }

  private func decider(_ decision: DecisionRow, _ language: Language) -> String {
    let organ = decision.organ?.text
    return switch decision.made.authority.kind {
    case .body: organ ?? StandingWords.notStated[language]
    case .delegated, .urgentChair, .mereExecution, .police, .unknown:
      [decision.made.authority.kind.words[language], organ].compactMap(\.self).joined(separator: ", ")
    }
  }

  private func remark(_ decision: DecisionRow, _ language: Language) -> String {
    let late = decision.late ? StandingWords.addedAfterReport[language] : nil
    let standing = decision.standing == .made ? nil : decision.standing.words[language]
    return [standing, late].compactMap(\.self).joined(separator: ", ")
  }
}

/// What happened to the measures, looked up one by one.
private struct ChangeWords {
  private let new, approved, overdue, ended, corrected: Set<SubjectID>
  private let extended: [SubjectID: ChangesSince.Extended]
  private let other: [SubjectID: ChangesSince.StatusChange]

  init(_ changes: ChangesSince) {
    new = Set(changes.new)
    approved = Set(changes.approved)
    overdue = Set(changes.overdue)
    ended = Set(changes.ended)
    corrected = Set(changes.corrected)
    extended = Dictionary(changes.extended.map { ($0.measure, $0) }) { first, _ in first }
    other = Dictionary(changes.other.map { ($0.measure, $0) }) { first, _ in first }
  }

  /// What happened to one measure, in a few words each: `ny, beslutad, slutdatum 2022-09-15 → 2022-11-30 (D-0002)`.
  func words(of row: MeasureRow, _ language: Language) -> [String] {
    var what: [String] = []
    if new.contains(row.id) { what.append(Localized("ny", "new")[language]) }
    if approved.contains(row.id) { what.append(MeasureStatus.approved.words[language]) }
    if let extended = extended[row.id] {
      let dates = (extended.from.map { "\($0) → " } ?? "") + extended.to.text
      let decision = extended.decision.map { " (\($0))" } ?? ""
      what.append("\(FieldWords.words(of: "deadline")[language]) \(dates)\(decision)")
    }
    if overdue.contains(row.id) { what.append(Schedule.overdue.words[language]) }
    if ended.contains(row.id) { what.append(Wording.words(of: row.state)[language]) }
    if let change = other[row.id] {
      // A new measure was in no other status before.
      let before = new.contains(row.id) ? "" : "\(change.from.words[language]) → "
      what.append(before + Wording.words(of: row.state)[language])
    }
    if corrected.contains(row.id) {
      what.append(Localized("uppgift rättad efter förra redovisningen", "corrected after the last report")[language])
    }
    return what
  }
}

/// A number of days with its sign: `−12`, `0`, `+30`.
func signed(_ days: Int) -> String { days < 0 ? "−\(-days)" : days == 0 ? "0" : "+\(days)" }
