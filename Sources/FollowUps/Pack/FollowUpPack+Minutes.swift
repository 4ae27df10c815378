import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension FollowUpPack {
  /// A draft of the paragraph in the minutes: the proposal, the facts that it rests on, and the papers.
  ///
  /// Every number is counted in the report above; nothing is said of effect beyond how many evaluations there are.
  func minutes(_ language: Language, checkpoint: PackCheckpoint?) -> [Block] {
    guard !rows.isEmpty else { return [] }
    let heading = Localized("Utkast till protokollet", "Draft for the minutes")
    let matter =
      (period.isFinal
        ? Localized("Slutrapport, ", "Final report, ")
        : Localized("Uppföljning \(period.label), ", "Follow-up \(period.label), ")) + subject
    func strong(_ sv: String, _ en: String) -> Block { .paragraph(.strong(Localized(sv, en)[language])) }
    return [
      .heading(level: 1, heading[language]), .paragraph(.strong("§ … \(matter[language])")),
      strong("Förslag till beslut", "Proposal"), .paragraph(Prose(proposalText(language))),
      strong("Sammanfattning", "Summary"), .paragraph(Prose(facts.map { $0[language] }.joined(separator: " "))),
      strong("Beslutsunderlag", "Supporting documents"), .list(papers(language, checkpoint), ordered: false),
    ]
  }

  /// `Rådet noterar informationen.`
  func proposalText(_ language: Language) -> String {
    let words = StandingWords.noteProposal[language]
    let text = words.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? words
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  /// The sentences of the summary.
  private var facts: [Localized] {
    let statuses = statusWords
    let scopeSentence = Localized(
      "Uppföljningen avser tiden \(scope.from) – \(scope.through) och omfattar \(count(rows.count, "åtgärd", "åtgärder")): \(statuses.sv).",
      "The report is about \(scope.from) – \(scope.through) and covers \(count(rows.count, "measure", "measures")): \(statuses.en)."
    )
    return [scopeSentence, lateSentence, silentSentence] + (previousPeriod.map { [newsSentence($0)] } ?? [])
      + [effectSentence]
  }

  /// How many evaluations of effect there are, and of how many the effect could not be judged.
  private var effectSentence: Localized {
    let effects = rows.flatMap(\.state.evaluations).filter { $0.evaluated.kind == .effect }
    let open = effects.count { $0.evaluated.attainment == .inconclusive }
    guard !effects.isEmpty else { return Localized("Ingen effekt är utvärderad.", "No effect has been evaluated.") }
    let one = effects.count == 1
    let judged = Localized(
      open == 0 ? "" : one ? ", som inte kan bedöma effekten" : ", varav \(open) inte kan bedöma effekten",
      open == 0 ? "" : one ? ", which cannot judge the effect" : ", \(open) of which cannot judge the effect")
    return Localized(
      "\(count(effects.count, "effektutvärdering", "effektutvärderingar")) redovisas\(judged.sv); i övrigt påstås ingen effekt.",
      "\(count(effects.count, "evaluation of effect is", "evaluations of effect are")) reported\(judged.en); beyond that no effect is claimed."
    )
  }

  func count(_ number: Int, _ one: String, _ many: String, none: String? = nil) -> String {
    "\(number == 0 ? none ?? "0" : String(number)) \(number == 1 ? one : many)"
  }

  private var lateSentence: Localized {
    let late = rows.filter { $0.schedule == .overdue }
    guard !late.isEmpty else { return Localized("Ingen åtgärd är försenad.", "No measure is overdue.") }
    let named = late.count <= 5 ? " (\(late.map(\.id.text).joined(separator: ", ")))" : ""
    return Localized(
      "\(count(late.count, "åtgärd är försenad", "åtgärder är försenade"))\(named).",
      "\(count(late.count, "measure is", "measures are")) overdue\(named).")
  }

  private var silentSentence: Localized {
    let silent = silent
    guard !silent.isEmpty else {
      return Localized(
        "Något är redovisat om varje öppen åtgärd.", "Every open measure has been reported on.")
    }
    let again = silent.count { $0.reports > 1 }
    let more =
      switch again {
      case 0: Localized("", "")
      case silent.count where again == 1:
        Localized(", liksom i förra uppföljningen", ", nor was there in the last report")
      case silent.count:
        Localized(", liksom i förra uppföljningen", ", nor was there on any of them in the last report")
      default:
        Localized(
          ", för \(again) av dem liksom i förra uppföljningen",
          "; on \(again) of them there was none in the last report either")
      }
    return Localized(
      "För \(count(silent.count, "öppen åtgärd", "öppna åtgärder")) saknas uppgift\(more.sv).",
      "There is no information on \(count(silent.count, "open measure", "open measures"))\(more.en).")
  }

  private func newsSentence(_ before: ReportingPeriod) -> Localized {
    let changes = changes
    let made = decisions.count
    return Localized(
      "Sedan \(before.label) har \(count(made, "beslut", "beslut", none: "inga")) fattats eller blivit \(made == 1 ? "känt" : "kända"), \(count(changes.new.count, "åtgärd", "åtgärder", none: "inga")) tillkommit, \(count(changes.ended.count, "åtgärd", "åtgärder", none: "inga")) avslutats och \(count(changes.extended.count, "slutdatum", "slutdatum", none: "inga")) flyttats.",
      "Since \(before.label), \(count(made, "decision was", "decisions were", none: "no")) made or became known, \(count(changes.new.count, "measure was", "measures were", none: "no")) added, \(count(changes.ended.count, "measure", "measures", none: "no")) ended and \(count(changes.extended.count, "deadline was", "deadlines were", none: "no")) moved."
    )
  }

  /// `2 föreslagna, 1 avslagen, 12 pågående`.
  private var statusWords: Localized {
    let counts = Dictionary(rows.map { ($0.status, 1) }, uniquingKeysWith: +)
    let parts = MeasureStatus.allCases.compactMap { status in
      counts[status].map { Localized(both: "\($0) ") + status.words($0) }
    }
    return Localized(parts.map(\.sv).joined(separator: ", "), parts.map(\.en).joined(separator: ", "))
  }

  private func papers(_ language: Language, _ checkpoint: PackCheckpoint?) -> [Prose] {
    let id = latest.followUp(of: period, promise: self.promise).map { ", \($0.id)" } ?? ""
    let read = Localized(
      "Liggaren, läst till och med post \(book.position)", "The ledger, read through entry \(book.position)")[language]
    let paper =
      (period.isFinal
      ? Localized("Slutrapport\(id)", "Final report\(id)")
      : Localized("Uppföljning \(period.label)\(id)", "Follow-up \(period.label)\(id)"))[language]
    guard let checkpoint else { return [Prose(paper), Prose(read)] }
    let words = Localized("; kontrollpunkt ", "; checkpoint ")[language]
    return [Prose(paper), Prose(read + words) + .code(checkpoint.printed)]
  }

  /// `genomförd 3, pågående 8`: how many have each value, in the values' own order.
  func tally<S: Signal & CaseIterable & Hashable>(_ values: [S]) -> Localized {
    let counts = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
    let parts = S.allCases.compactMap { value in counts[value].map { value.words + " \($0)" } }
    return Localized(parts.map(\.sv).joined(separator: ", "), parts.map(\.en).joined(separator: ", "))
  }
}
