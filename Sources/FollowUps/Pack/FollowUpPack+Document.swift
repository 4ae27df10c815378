package import CommandArguments
package import Documents
import LedgerDomain
package import Projections
import StrictJSON
import Wording

extension FollowUpPack {
  /// The report for people, with what the receiver has to know first: the proposal, then how it stands, then the rows.
  ///
  /// Parts that have nothing to say are left out, but that nothing is overdue is said.
  package func document(_ language: Language, basis: Basis) -> Document {
    let parts =
      basis.banner(language) + head(language) + measureTable(language) + overdueTable(language)
      + changeTable(language) + decisionTable(language) + surroundings(language) + figures(language)
      + laterList(language)
    return basis.signed(
      Document(title(language), language: language.rawValue, blocks: parts + basis.blocks(language)))
  }

  /// `Uppföljning 2022-T2 (tertial 2), Medborgarlöfte 2022–2023`; of the final report `Slutrapport, …`.
  private func title(_ language: Language) -> String {
    let promise = terms?.title.text ?? promise.text
    if period.isFinal {
      let words = StandingWords.finalReport[language]
      return words.prefix(1).uppercased() + words.dropFirst() + ", \(promise)"
    }
    let number = tertial.map { " (tertial \($0))" } ?? ""
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
    if let to = terms?.reporting?.to {
      let day = presentation?.day.map { ", \($0)" } ?? ""
      lines.append(KeyValue(Localized("Redovisas för", "Reported to")[language], Prose(to.text + day)))
    }
    if let before = previousPeriod { lines.append(KeyValue(previousKey(language), Prose(previous(before, language)))) }
    lines.append(KeyValue(Localized("Förslag", "Proposal")[language], proposal(language)))
    let measures = Localized(rows.count == 1 ? "åtgärd" : "åtgärder", rows.count == 1 ? "measure" : "measures")[
      language]
    let counts = [
      KeyValue("Status", Prose(tally(rows.map(\.status), language) + " (\(rows.count) \(measures))")),
      KeyValue(Localized("Belägg", "Evidence")[language], Prose(tally(rows.map(\.evidence), language))),
      KeyValue(Localized("Tidplan", "Schedule")[language], Prose(tally(rows.map(\.schedule), language))),
    ]
    return [.keyValues(rows.isEmpty ? lines : lines + counts)]
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
    return parts.joined(separator: ", ") + " (\(followUp.id))"
  }

  private func proposal(_ language: Language) -> Prose {
    let words = StandingWords.noteProposal[language]
    let text = words.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? words
    return .strong(text.prefix(1).uppercased() + text.dropFirst() + ".")
  }

  /// `genomförd 3, pågående 8`: how many have each value, in the values' own order.
  private func tally<S: Signal & CaseIterable & Hashable>(_ values: [S], _ language: Language) -> String {
    S.allCases.compactMap { value in
      let count = values.count { $0 == value }
      return count == 0 ? nil : "\(value.words[language]) \(count)"
    }.joined(separator: ", ")
  }
}
