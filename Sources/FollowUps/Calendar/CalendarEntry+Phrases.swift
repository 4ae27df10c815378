import CommandArguments
import LedgerDomain
import StrictJSON
import Wording

extension CalendarEntry {
  /// What it is about, as the calendar names it: the title, what more identifies it, and what is special about the day.
  var about: Localized {
    var about = Localized(both: [title?.text, detail?.text].compactMap(\.self).joined(separator: ", "))
    if let original { about = about + Localized(" (från början \(original))", " (originally \(original))") }
    if let dayOff { about = about + " (" + dayOff.words + ")" }
    return about
  }

  /// The law, and what moved the end: `KL 8:12; inte 2022-12-24 (julafton)`.
  var ruleWords: Localized {
    let rule = Localized(both: rule ?? "")
    guard let reasons = end?.reasons else { return rule }
    return rule + Localized("; inte ", "; not ") + reasons
  }

  /// Whether it was kept, with the day where one is known.
  var standingWords: Localized {
    let on = doneOn.map { " \($0)" } ?? ""
    switch (standing, kind) {
    case (.met, .meeting): return Localized("hållet", "held")
    case (.overdue, .meeting): return Localized("inte antecknat som hållet", "not noted as held")
    case (.ahead, .verifyMinutes): return Localized("om sammanträdet hålls", "if the meeting is held")
    case (.open, _): return Localized("återstår", "to be done")
    case (.overdue, _): return Localized("försenat", "overdue")
    case (.met, _): return Localized("gjort", "done") + on
    case (.metLate, _): return Localized("gjort för sent", "done late") + on
    case (.ahead, _): return Localized("kommande", "ahead")
    case (.passed, _): return Localized("passerat", "passed")
    case (.cancelled, _): return Localized("bortfallet", "fallen away")
    }
  }
}
