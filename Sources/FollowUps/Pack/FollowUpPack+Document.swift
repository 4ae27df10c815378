package import CommandArguments
package import Documents
import JournalStore
import LedgerDomain
package import Projections
import StrictJSON
import Wording

extension FollowUpPack {
  /// The report for people, with what the receiver has to know first: the proposal and how it stands, what is late and what nobody has
  /// reported on; then a row for every measure, what is new, what was counted and what was evaluated, and what lies around it; last the
  /// draft for the minutes and what it all rests on.
  ///
  /// Parts that have nothing to say are left out, but that nothing is overdue, and that no effect was evaluated, is said.
  package func document(_ language: Language, basis: Basis, checkpoint: PackCheckpoint? = nil) -> Document {
    let parts: [@Sendable () -> [Block]] = [
      { basis.banner(language) + runningBanner(language) }, { head(language) }, { attention(language) },
      { measureTable(language) },
      { changeTable(language) }, { addedSinceList(language) }, { dueTable(language) }, { extensionTable(language) },
      { output(language) }, { processAndEffect(language) },
      { decisionTable(language) }, { surroundings(language) }, { figures(language) }, { laterList(language) },
      { minutes(language, checkpoint: checkpoint) }, { checkpoint?.blocks(language) ?? [] }, { basis.blocks(language) },
    ]
    // They are independent of each other, and some have ten thousand rows.
    let blocks = OrderedWork.compactMap(parts, inPiecesOf: 1) { $0() }.flatMap(\.self)
    return basis.signed(Document(title(language), language: language.rawValue, blocks: blocks))
  }

  /// That this is no report yet.
  private func runningBanner(_ language: Language) -> [Block] {
    guard isRunning else { return [] }
    let words = Localized(
      "PERIODEN PÅGÅR till \(period.through): läget \(book.day). Detta är ingen färdig uppföljning.",
      "THE PERIOD RUNS until \(period.through): as of \(book.day). This is no finished report.")
    return [.banner(words[language])]
  }

  /// `Uppföljning 2022-T2 (tertial 2), Medborgarlöfte 2022–2023`; of the final report `Slutrapport, …`.
  private func title(_ language: Language) -> String {
    let promise = subject[language]
    if period.isFinal {
      let words = StandingWords.finalReport[language]
      return words.prefix(1).uppercased() + words.dropFirst() + ", \(promise)"
    }
    let number = tertial.map { Localized(" (tertial \($0))", " (four-month period \($0) of 3)")[language] } ?? ""
    return Localized("Uppföljning", "Follow-up")[language] + " \(period.label)\(number), \(promise)"
  }

  /// The number of the period among those of its year, where there are three.
  private var tertial: Int? {
    let ofYear = (latest.ledger?.opened?.periods ?? [])
      .filter { !$0.isFinal && $0.through.year == period.through.year }.sorted { $0.through < $1.through }
    return ofYear.count == 3 ? ofYear.firstIndex { $0.label == period.label }.map { $0 + 1 } : nil
  }

  private func head(_ language: Language) -> [Block] {
    var lines = [
      KeyValue(
        Localized("Period", "Period")[language],
        Prose(
          "\(period.from) – \(period.through)"
            + Localized("; uppgifterna gäller från ", "; figures from ")[language] + scope.from.text))
    ]
    lines += aboutPromises(language)
    if let to = receivers.first {
      let moved = presentation.flatMap { meeting in meeting.originalDay.flatMap { $0 == meeting.day ? nil : $0 } }
      let before = moved.map { Localized(" (flyttat från \($0))", " (moved from \($0))")[language] } ?? ""
      let words = ([to.text + (presentation?.day.map { ", \($0)\(before)" } ?? "")] + receivers.dropFirst().map(\.text))
      lines.append(KeyValue(Localized("Redovisas för", "Reported to")[language], Prose(words.joined(separator: "; "))))
    }
    let off = meetingsCalledOff.compactMap { meeting in meeting.callingOff.map { callOff(meeting, $0, language) } }
    if !off.isEmpty {
      lines.append(KeyValue(Localized("Inställt möte", "Called off")[language], Prose(off.joined(separator: "; "))))
    }
    if let before = previousPeriod { lines.append(KeyValue(previousKey(language), Prose(previous(before, language)))) }
    if let events = events(language) {
      lines.append(KeyValue(Localized("Denna uppföljning", "This report")[language], Prose(events)))
    }
    lines.append(KeyValue(Localized("Förslag", "Proposal")[language], .strong(proposalText(language))))
    let measures = Localized(rows.count == 1 ? "åtgärd" : "åtgärder", rows.count == 1 ? "measure" : "measures")[
      language]
    let counts = [
      KeyValue("Status", Prose(tally(rows.map(\.status))[language] + " (\(rows.count) \(measures))")),
      KeyValue(Localized("Belägg", "Evidence")[language], Prose(tally(rows.map(\.evidence))[language])),
      KeyValue(Localized("Tidplan", "Schedule")[language], Prose(tally(rows.map(\.schedule))[language])),
    ]
    return [.keyValues(rows.isEmpty ? lines : lines + counts)]
  }

  /// `2022-09-27 (T-0012), ställdes in 2022-09-20: För få ledamöter kunde komma`.
  private func callOff(_ meeting: Meeting, _ off: Meeting.CallingOff, _ language: Language) -> String {
    let when = off.mark.effective.map { " \($0.day)" } ?? ""
    let words = Localized(", ställdes in", ", called off")[language]
    return "\(meeting.day?.text ?? "") (\(meeting.id))\(words)\(when): \(off.calledOff.reason)"
  }

  private func previousKey(_ language: Language) -> String {
    Localized("Föregående", "Previous")[language]
  }

  /// `2022-T1, redovisad 2022-05-24, noterad § 12 (F-0001)`.
  private func previous(_ before: ReportingPeriod, _ language: Language) -> String {
    guard let followUp = latest.followUp(of: before, promise: promise) else {
      return before.label.text + Localized(", ingen uppföljning registrerad", ", no follow-up recorded")[language]
    }
    var parts = [before.label.text]
    if let presented = followUp.presented {
      parts.append(
        Localized("redovisad", "presented")[language] + (presented.mark.effective.map { " \($0.day)" } ?? ""))
    } else {
      parts.append(Localized("inte redovisad", "not presented")[language])
    }
    if followUp.noted != nil {
      parts.append(Localized("noterad", "noted")[language] + (followUp.notedParagraph.map { " \($0)" } ?? ""))
    }
    return parts.joined(separator: ", ") + " (\(followUp.id))" + promiseMark
  }

  /// `F-0003: sammanställd 2023-01-09, utsänd 2023-01-19, redovisad 2023-01-31, noterad 2023-01-31 § 3`, as far as it has come.
  private func events(_ language: Language) -> String? {
    guard let followUp = latest.followUp(of: period, promise: promise) else { return nil }
    func event(_ words: Localized, _ mark: Mark?, _ more: String = "") -> String? {
      mark.map { "\(words[language]) \($0.effective.phrase[language])\(more)" }
    }
    let parts = [
      event(Localized("sammanställd", "compiled"), followUp.compiledMark),
      event(Localized("utsänd", "sent"), followUp.sendings.last?.mark),
      event(Localized("redovisad", "presented"), followUp.presented?.mark),
      event(Localized("noterad", "noted"), followUp.noted, followUp.notedParagraph.map { " \($0)" } ?? ""),
    ]
    return "\(followUp.id)\(promiseMark): " + parts.compactMap(\.self).joined(separator: ", ")
  }
}
