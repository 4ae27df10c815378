import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension RuleBook {
  /// Did the same person do what two are meant to? Judged by person and role.
  static let separation: [Rule] = [decidedAndEvaluated, proposedAndDecided, recordedOwnDecision]

  private static let decidedAndEvaluated = Rule(
    "SE-01", .separation, .explain,
    Localized("Samma person beslutade och utvärderade", "The same person decided and evaluated"),
    explanation: Localized(
      "Den som har beslutat om en åtgärd bedömer sitt eget beslut när samma person utvärderar den.",
      "Whoever decided on a measure judges their own decision when the same person evaluates it."),
    ground: .method(
      Localized(
        "KL 6:6 om tillräcklig intern kontroll: åtskilda roller",
        "KL 6:6 on sufficient internal control: separate duties")),
    population: Localized(
      "utvärderingar med namngiven utvärderare av åtgärder med namngiven beslutsfattare",
      "evaluations by a named person of measures decided by a named person"),
    exceptions: [
      RuleException(
        "same-office", "Två personer med samma befattning men olika namn.",
        "Two people of the same office but with other names."),
      RuleException(
        "typist", "Den som skrev in uppgiften i boken; vem som skriver in prövas inte här.",
        "Whoever typed the entry; that is not judged here."),
      RuleException(
        "unnamed", "En utvärdering eller ett beslut som inte namnger någon.",
        "An evaluation or a decision that names nobody."),
    ],
    .measure { measure, _, reading, tally in
      if measure.evaluations.isEmpty { return }
      let decisions = measure.decisions.filter { $0.type.text == MeasureApproved.type }.compactMap {
        reading.decision($0.decision)
      }
      let deciders = decisions.flatMap { decision in
        (decision.made?.decidedBy ?? []).filter { $0.name != nil }.map { (decision.id, decision.mark, $0) }
      }
      guard !deciders.isEmpty else { return }
      for evaluation in measure.evaluations {
        guard let evaluator = evaluation.evaluated.evaluatedBy, evaluator.name != nil else { continue }
        let day = evaluation.mark.effective?.day ?? reading.day
        let when = dayPhrase(evaluation.mark.effective?.day)
        guard tally.tests(on: day),
          let same = deciders.first(where: { $0.2.isSame(as: evaluator) })
        else { continue }
        tally.find(
          measure.id, on: day,
          Localized(
            "\(evaluator.named) utvärderade \(reading.title(measure.id))\(when.sv) och hade själv beslutat om den: \(reading.cited(same.0).sv).",
            "\(evaluator.named) evaluated \(reading.title(measure.id))\(when.en) and had decided on it: \(reading.cited(same.0).en)."
          ), citing: [evaluation.mark])
      }
    })

  private static let proposedAndDecided = Rule(
    "SE-02", .separation, .information,
    Localized("Föreslog och beslutade ensam", "Proposed and decided alone"),
    explanation: Localized(
      "En delegat som själv har väckt ärendet har ingen annan bredvid sig. Det är lagligt och vanligt, och värt att veta.",
      "A delegate who raised the matter has nobody beside them. It is lawful and usual, and worth knowing."),
    ground: .method(
      Localized(
        "KL 6:6 om tillräcklig intern kontroll: åtskilda roller",
        "KL 6:6 on sufficient internal control: separate duties")),
    population: Localized(
      "åtgärder med namngiven förslagsställare som beslutats av en person ensam",
      "measures proposed by a named person and decided by one person alone"),
    exceptions: [
      RuleException(
        "body", "Ett organs beslut: en ordförande som föreslår och deltar är normalt (KL 5:53).",
        "A body's decision: a chair who proposes and takes part is normal (KL 5:53)."),
      RuleException("mere-execution", "Ren verkställighet.", "Mere execution."),
      RuleException(
        "together", "Ett beslut som flera har fattat tillsammans.", "A decision that several made together."),
      RuleException(
        "unnamed", "Ett förslag från en part eller en medborgare, eller utan namn.",
        "A proposal by a party or a citizen, or without a name."),
    ],
    .measure { measure, _, reading, tally in
      guard case .official(let proposer)? = measure.plan?.proposedBy, proposer.name != nil else { return }
      for step in measure.decisions where step.type.text == MeasureApproved.type {
        guard let decision = reading.decision(step.decision), let made = decision.made, made.decidedBy.count == 1,
          [.delegated, .urgentChair, .police].contains(made.authority.kind)
        else { continue }
        let day = decision.mark?.effective?.day ?? reading.day
        let when = dayPhrase(decision.mark?.effective?.day)
        guard tally.tests(on: day), made.decidedBy[0].isSame(as: proposer) else { continue }
        tally.find(
          measure.id, on: day,
          Localized(
            "\(proposer.named) föreslog \(reading.title(measure.id)) och beslutade ensam om den\(when.sv): \(reading.cited(decision.id).sv).",
            "\(proposer.named) proposed \(reading.title(measure.id)) and decided on it alone\(when.en): \(reading.cited(decision.id).en)."
          ), citing: [measure.proposed, step.mark])
      }
    })

  private static let recordedOwnDecision = Rule(
    "SE-03", .separation, .information,
    Localized("Registrerade sitt eget beslut", "Recorded their own decision"),
    explanation: Localized(
      "Vem som skrev in ett beslut är en uppgift om hur boken förs, inte om vem som beslutade. Att det var beslutsfattaren själv är värt att veta.",
      "Who typed a decision tells how the book is kept, not who decided. That it was the decider is worth knowing."),
    ground: .method(
      Localized(
        "KL 6:6 om tillräcklig intern kontroll: åtskilda roller",
        "KL 6:6 on sufficient internal control: separate duties")),
    population: Localized("beslut med namngiven beslutsfattare", "decisions by a named person"),
    exceptions: [
      RuleException(
        "body", "Ett organs beslut, som dess sekreterare skriver in.", "A body's decision, which its secretary types."),
      RuleException(
        "whole-name", "Namnet jämförs som det står först i uppgiften om vem som skrev in.",
        "The name is compared as it stands first in the statement of who typed."),
      RuleException("unnamed", "Ett beslut utan namngiven beslutsfattare.", "A decision that names nobody."),
    ],
    .decision { decision, story, reading, tally in
      guard let made = decision.made, made.authority.kind != .body, let entry = story.entries(DecisionMade.type).first
      else { return }
      let names = made.decidedBy.compactMap { $0.name?.text }
      guard !names.isEmpty else { return }
      let day = entry.day ?? reading.day
      let when = dayPhrase(entry.day)
      guard tally.tests(on: day) else { return }
      let typed = entry.recordedBy.text.split(separator: ",").first.map(String.init) ?? ""
      guard let name = names.first(where: { $0 == typed }) else { return }
      tally.find(
        decision.id, on: day,
        Localized(
          "\(name) beslutade \(reading.title(decision.id))\(when.sv) och skrev själv in beslutet.",
          "\(name) decided \(reading.title(decision.id))\(when.en) and recorded the decision in person."),
        citing: [entry.citation])
    })
}
