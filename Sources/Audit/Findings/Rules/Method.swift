import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension RuleBook {
  /// Is what is claimed of results supported by how it was found?
  static let method: [Rule] = [effectFromCounts, effectWithoutBaseline, evaluatedEarly]

  private static let brå = RuleGround.method(
    Localized(
      "Brås mall för åtgärdsplaner: produktions-, process- och effektuppföljning är olika saker; effekt kräver ett nulägesvärde",
      "Brå's template for action plans: output, process and effect follow-up are different things; effect needs a baseline"
    ))

  private static let effectFromCounts = Rule(
    "ME-01", .method, .explain, Localized("Effekt påstådd av enbart antal", "Effect claimed from counts alone"),
    explanation: Localized(
      "Hur mycket som gjordes säger inte vad som ändrades. En utvärdering som drar en slutsats om effekten behöver en indikator på effekt.",
      "How much was done does not say what changed. An evaluation that concludes on effect needs an indicator of effect."
    ),
    ground: brå, covers: [.effectWithoutBaseline],
    population: Localized(
      "utvärderingar av effekt som drar en slutsats", "evaluations of effect that draw a conclusion"),
    exceptions: [
      RuleException(
        "inconclusive", "Slutsatsen är att effekten inte går att bedöma.",
        "The conclusion is that the effect cannot be judged."),
      RuleException(
        "effect", "Minst en av indikatorerna mäter effekt.", "At least one of the indicators measures effect."),
    ],
    .measure { measure, _, reading, tally in
      for evaluation in measure.evaluations where evaluation.evaluated.kind == .effect {
        guard evaluation.evaluated.attainment != .inconclusive else { continue }
        let day = evaluation.mark.effective?.day ?? reading.day
        let when = dayPhrase(evaluation.mark.effective?.day)
        guard tally.tests(on: day) else { continue }
        let indicators = evaluation.evaluated.indicators
        if indicators.contains(where: { reading.indicator($0)?.defined?.kind == .effect }) { continue }
        let named = indicators.map { reading.title($0) }.joined(separator: ", ")
        let on =
          named.isEmpty
          ? Localized("utan någon indikator", "without any indicator")
          : Localized(
            "grundad på \(named), som inte mäter effekt",
            "from \(named), which \(indicators.count == 1 ? "measures" : "measure") no effect")
        let conclusion = evaluation.evaluated.attainment.words
        tally.find(
          measure.id, on: day,
          Localized(
            "Utvärderingen av effekten av \(reading.title(measure.id))\(when.sv) drar slutsatsen ”\(conclusion.sv)” \(on.sv).",
            "The evaluation of the effect of \(reading.title(measure.id))\(when.en) concludes “\(conclusion.en)” \(on.en)."
          ), citing: [evaluation.mark])
      }
    })

  private static let effectWithoutBaseline = Rule(
    "ME-02", .method, .explain, Localized("Effekt utan nulägesvärde", "Effect without a baseline"),
    explanation: Localized(
      "En förändring mäts mot hur det var. Utan ett nulägesvärde, från tiden före utvärderingen, går effekten inte att bedöma.",
      "A change is measured against how it was. Without a baseline from before the evaluation the effect cannot be judged."
    ),
    ground: brå, covers: [.effectWithoutBaseline],
    population: Localized("utvärderingar av effekt", "evaluations of effect"),
    exceptions: [
      RuleException(
        "baseline", "Minst en av indikatorerna på effekt har ett nulägesvärde.",
        "At least one of the indicators of effect has a baseline."),
      RuleException("counts", "Det som ME-01 finner.", "What ME-01 finds."),
      RuleException("unknown-day", "Nulägesvärdet är från en okänd dag.", "The baseline is of an unknown day."),
    ],
    .measure { measure, _, reading, tally in
      for evaluation in measure.evaluations where evaluation.evaluated.kind == .effect {
        let day = evaluation.mark.effective?.day ?? reading.day
        let when = dayPhrase(evaluation.mark.effective?.day)
        guard tally.tests(on: day) else { continue }
        let indicators = evaluation.evaluated.indicators.compactMap { reading.indicator($0) }
        let hasBaseline = indicators.contains { indicator in
          indicator.defined?.kind == .effect
            && indicator.observations.contains {
              $0.observed.baseline && ($0.mark.effective.map { $0.day <= day } ?? true)
            }
        }
        if hasBaseline { continue }
        let isClaim = evaluation.evaluated.attainment != .inconclusive
        if isClaim, !indicators.contains(where: { $0.defined?.kind == .effect }) { continue }
        let named = indicators.map { reading.title($0.id) }.joined(separator: ", ")
        let on =
          named.isEmpty
          ? Localized("Ingen indikator anges.", "No indicator is named.")
          : Localized("Indikatorer: \(named).", "Indicators: \(named).")
        tally.find(
          measure.id, on: day,
          Localized(
            "Effekten av \(reading.title(measure.id)) utvärderades\(when.sv) utan nulägesvärde. \(on.sv) Slutsatsen: \(evaluation.evaluated.attainment.words.sv).",
            "The effect of \(reading.title(measure.id)) was evaluated\(when.en) without a baseline. \(on.en) The conclusion: \(evaluation.evaluated.attainment.words.en)."
          ), citing: [evaluation.mark])
      }
    })

  private static let evaluatedEarly = Rule(
    "ME-03", .method, .explain,
    Localized("Utvärderad innan arbetet avslutats", "Evaluated before the work ended"),
    explanation: Localized(
      "En utvärdering bedömer det som är gjort. Medan arbetet pågår är det en uppföljning, och slutsatsen kan inte vara slutlig.",
      "An evaluation judges what is done. While work goes on it is a follow-up, and its conclusion cannot be final."),
    ground: brå, covers: [.evaluatedBeforeImplemented],
    population: Localized("utvärderingar på en känd dag", "evaluations on a known day"),
    exceptions: [
      RuleException(
        "broken-off", "Åtgärden är avbruten, och det som gjordes utvärderas.",
        "The measure was broken off, and what was done is evaluated."),
      RuleException("same-day", "Samma dag som arbetet avslutas.", "On the day on which the work ends."),
      RuleException(
        "unknown-day", "Utvärderad eller avslutad på en okänd dag.", "Evaluated or ended on an unknown day."),
    ],
    .measure { measure, story, reading, tally in
      if measure.evaluations.isEmpty { return }
      let ends = story.entries.filter {
        [MeasureImplemented.type, MeasureWithdrawn.type].contains($0.fact.type)
      }
      for evaluation in measure.evaluations {
        guard let day = evaluation.mark.effective?.day, tally.tests(on: day) else { continue }
        if ends.contains(where: { $0.day.map { $0 <= day } ?? true }) { continue }
        let end = ends.first?.day
        let then =
          end.map { Localized("Arbetet avslutades \($0).", "The work ended on \($0).") }
          ?? Localized("Arbetet har inte avslutats.", "The work has not ended.")
        tally.find(
          measure.id, on: day,
          Localized(
            "\(reading.title(measure.id)) utvärderades \(day) medan arbetet pågick. \(then.sv)",
            "\(reading.title(measure.id)) was evaluated on \(day) while work went on. \(then.en)"),
          citing: [evaluation.mark])
      }
    })
}
