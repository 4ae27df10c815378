import CommandArguments
import LedgerDomain
import StrictJSON
import Wording

extension CalendarEntry {
  /// What it is about, as the calendar names it: the title, what more identifies it, and what is special about the day.
  var about: Localized {
    // A period says it all: what bears its day is the ledger, the promise, or a follow-up of the same name.
    let isOfPeriod = kind == .periodEnds || kind == .presentFollowUp
    let parts = [isOfPeriod ? nil : title?.text, detail?.text].compactMap(\.self)
    var about = Localized(both: parts.joined(separator: ", "))
    if let original { about = about + Localized(" (från början \(original))", " (originally \(original))") }
    if let dayOff { about = about + " (" + dayOff.words + ")" }
    return about
  }

  /// The law, and what moved the end: `KL 8:12; från 2022-12-24 (julafton, juldagen)`.
  var ruleWords: Localized {
    let rule = Localized(both: rule ?? "")
    guard let end, let reasons = end.reasons else { return rule }
    return rule + Localized("; från \(end.counted) (", "; from \(end.counted) (") + reasons + ")"
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
    case (.cancelled, .meeting) where callingOff != nil:
      let day = callingOff?.mark.effective.map { " \($0.day)" } ?? ""
      let reason = callingOff.map { ": \($0.calledOff.reason)" } ?? ""
      return Localized("inställt", "called off") + day + reason
    case (.cancelled, _): return Localized("bortfallet", "fallen away")
    }
  }
}
