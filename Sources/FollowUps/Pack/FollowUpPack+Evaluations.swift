import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension FollowUpPack {
  /// *Processuppföljning* and *effektuppföljning*, apart from the counting: each evaluation quoted, with the method it states.
  ///
  /// No effect is inferred: where nobody has evaluated one, that is what is said.
  func processAndEffect(_ language: Language) -> [Block] {
    guard !rows.isEmpty else { return [] }
    let process = evaluations(.process, language)
    let effect = evaluations(.effect, language)
    let noProcess = Localized("Ingen processuppföljning är registrerad.", "No process follow-up is recorded.")
    let noEffect = Localized(
      "Ingen effekt är utvärderad, och ingen påstås.", "No effect has been evaluated, and none is claimed.")
    return [
      .heading(level: 1, Localized("Processuppföljning", "Process follow-up")[language]),
      process.isEmpty ? .paragraph(Prose(noProcess[language])) : .list(process, ordered: false),
      .heading(level: 1, Localized("Effektuppföljning", "Effect follow-up")[language]),
      effect.isEmpty ? .paragraph(Prose(noEffect[language])) : .list(effect, ordered: false),
    ] + unevaluated(language)
  }

  /// The evaluations of a kind by the end of the period, each in a sentence or two.
  func evaluations(_ kind: FollowUpKind, _ language: Language) -> [Prose] {
    rows.flatMap { row in
      row.state.evaluations.filter { $0.evaluated.kind == kind }.map { phrase(row, $0, language) }
    }
  }

  private func phrase(_ row: MeasureRow, _ evaluation: Measure.Evaluation, _ language: Language) -> Prose {
    let evaluated = evaluation.evaluated
    let day = evaluation.mark.effective.phrase[language]
    let quote = Localized("”\(evaluated.conclusion)”", "“\(evaluated.conclusion)”")[language]
    let methods = evaluated.indicators.map { method($0, by: evaluation.mark.effective, language) }
    let how = methods.isEmpty ? StandingWords.notStated[language] : methods.joined(separator: "; ")
    let by = evaluated.evaluatedBy.map {
      Localized(" Utvärderad av \($0.phrase).", " Evaluated by \($0.phrase).")[language]
    }
    let hasBaseline = evaluated.indicators.contains { book.indicator($0)?.baseline != nil }
    let warning = Localized(
      " Nulägesvärde saknas, så effekten går inte att läsa av.", " There is no baseline, so no effect can be read off.")
    return .strong("\(row.id) \(row.title)")
      + Prose(
        ", \(day): \(evaluated.attainment.words[language]). \(quote) "
          + Localized("Metod: ", "Method: ")[language] + how + "." + (by ?? "")
          + (evaluated.kind == .effect && !hasBaseline ? warning[language] : ""))
  }

  /// `Trygga på gångstråket (I-0006): 48 (nuläge 2022-03-15) → 57 (2023-03-14) procent, trygghetsmätning`
  ///
  /// The value is the last one that the evaluation can have rested on.
  private func method(_ id: SubjectID, by day: Effective?, _ language: Language) -> String {
    let name = (latest.title(of: id) ?? id.text) + " (\(id))"
    guard let indicator = book.indicator(id), let last = indicator.latest(by: day), let value = last.observed.value
    else { return name }
    let now = "\(value.phrase[language]) (\(last.mark.effective.phrase[language]))"
    let unit = indicator.defined.map { " \($0.unit)" } ?? ""
    let source = ", \(last.observed.source.words[language])"
    guard let baseline = indicator.baseline, let before = baseline.observed.value, !last.observed.baseline else {
      return "\(name): \(now)\(unit)\(source)"
    }
    let words = Localized("nuläge", "baseline")[language]
    return
      "\(name): \(before.phrase[language]) (\(words) \(baseline.mark.effective.phrase[language])) → \(now)\(unit)\(source)"
  }

  /// What was promised to be evaluated, has ended, and has not been.
  private func unevaluated(_ language: Language) -> [Block] {
    let waiting = rows.filter {
      $0.status.isEnded && $0.state.plan?.evaluationPromised == true && $0.state.evaluations.isEmpty
    }
    guard !waiting.isEmpty else { return [] }
    let lead = Localized("Utlovad utvärdering återstår: ", "A promised evaluation remains: ")[language]
    return [.paragraph(Prose(lead + waiting.map { "\($0.title) (\($0.id))" }.joined(separator: "; ") + "."))]
  }
}
