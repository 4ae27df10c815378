import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

// Of the rules of authority those about how the decision stood: stayed, annulled, appealed, not yet final.

extension RuleBook {
  static let carriedOutThoughStayed = Rule(
    "AU-04", .authority, .breach,
    Localized("Utförd trots inhibition eller upphävande", "Carried out though stayed or annulled"),
    explanation: Localized(
      "Ett beslut som är inhiberat får inte verkställas så länge inhibitionen gäller, och ett upphävt beslut finns inte mer.",
      "A decision that is stayed must not be carried out as long as the stay lasts, and an annulled decision is no more."
    ),
    ground: .law("KL 13:8, 13:14"), from: municipalAct,
    covers: [.executedThoughStayed, .executedThoughAnnulled, .executedWhilePaused],
    population: Localized(
      "påbörjade eller genomförda åtgärder vars beslut är inhiberat eller upphävt",
      "measures begun or carried out whose decision is stayed or annulled"),
    exceptions: [
      RuleException("before", "Arbete före inhibitionen eller upphävandet.", "Work before the stay or the annulment."),
      RuleException(
        "same-day", "Arbete samma dag som inhibitionen eller upphävandet.",
        "Work on the day of the stay or the annulment."),
      RuleException(
        "final", "Arbete efter att domstolen avgjort målet och beslutet vunnit laga kraft.",
        "Work after the court has ruled and the decision is final."),
      RuleException(
        "decided-anew", "Arbete efter att åtgärden har beslutats på nytt.", "Work after the measure was decided anew."),
      RuleException(
        "unmarked-report", "En lägesrapport: bara en som registrerats som regelavvikelse räknas.",
        "A report of progress: only one recorded as irregular counts."),
      RuleException(
        "unknown-day", "Utförd, inhiberad eller upphävd på en okänd dag.",
        "Carried out, stayed or annulled on an unknown day."),
      RuleException("not-carried-out", "Det som inte alls utfördes.", "What was not carried out at all."),
    ],
    .measure { measure, story, reading, tally in
      let approvals = Set(measure.decisions.filter { $0.type.text == MeasureApproved.type }.compactMap(\.decision))
      guard approvals.contains(where: { reading.wasStopped($0) }) else { return }
      var isTested = false
      for event in story.entries
      where event.isExecution(story, marked: [.executedThoughStayed, .executedThoughAnnulled]) {
        guard let day = event.day else { continue }
        if !isTested {
          guard tally.tests(on: day) else { return }
          isTested = true
        }
        guard let stop = measure.stopping(of: event, story, reading), let stopped = stop.mark?.effective?.day else {
          continue
        }
        let name = reading.title(measure.id)
        let decision = reading.cited(stop.decision)
        let words = stop.standing == .stayed ? Localized("inhiberat", "stayed") : Localized("upphävt", "annulled")
        tally.find(
          measure.id, on: day,
          Localized(
            "\(name) utfördes \(day) trots att beslutet \(decision.sv) var \(words.sv) sedan \(stopped).",
            "\(name) was carried out on \(day) although the decision \(decision.en) was \(words.en) on \(stopped)."),
          citing: [event.citation])
      }
    })

  static let carriedOutBeforeFinal = Rule(
    "AU-05", .authority, .breach,
    Localized("Utförd före laga kraft trots särskilda skäl", "Carried out before final, against a stated reason"),
    explanation: Localized(
      "Ett beslut får verkställas innan det vunnit laga kraft, om inte särskilda skäl talar emot det. Här angav beslutet ett sådant skäl.",
      "A decision may be carried out before it is final unless special reasons speak against it. Here the decision stated such a reason."
    ),
    ground: .law("KL 13:14"), from: municipalAct, covers: [.executedBeforeFinal],
    population: Localized(
      "påbörjade eller genomförda åtgärder vars beslut anger skäl att vänta på laga kraft",
      "measures begun or carried out whose decision states a reason to wait until it is final"),
    exceptions: [
      RuleException("no-reason", "Beslutet anger inget skäl att vänta.", "The decision states no reason to wait."),
      RuleException("same-day", "Laga kraft senast samma dag.", "Final by the same day."),
      RuleException("stayed", "Det som AU-04 finner.", "What AU-04 finds."),
      RuleException(
        "undecided", "Det som började före beslutet: det finner AU-01.",
        "What began before the decision: AU-01 finds that."),
      RuleException(
        "unknown-day", "Påbörjad, eller laga kraft, på en okänd dag.", "Begun, or final, on an unknown day."),
      RuleException("not-carried-out", "Det som inte alls utfördes.", "What was not carried out at all."),
    ],
    .measure { measure, story, reading, tally in
      guard let act = measure.execution(in: story), let day = act.day,
        let id = story.entries(MeasureApproved.type).last(where: { $0.day.map { $0 <= day } ?? true })?.decisionBehind,
        reading.statesReasonToWait(id), let decision = reading.decision(id), let reason = decision.made?.notBeforeFinal
      else { return }
      guard tally.tests(on: day), measure.stopping(of: act, story, reading) == nil else { return }
      if let final = decision.becameFinal, final.effective.map({ $0.day <= day }) ?? true { return }
      let then =
        decision.becameFinal?.effective.map { Localized("vann laga kraft \($0.day)", "became final on \($0.day)") }
        ?? Localized("har inte vunnit laga kraft", "is not final")
      tally.find(
        measure.id, on: day,
        Localized(
          "\(reading.title(measure.id)) började utföras \(day), men beslutet \(reading.cited(id).sv) \(then.sv) och anger ett skäl att vänta: ”\(reason)”",
          "Work on \(reading.title(measure.id)) began on \(day), but the decision \(reading.cited(id).en) \(then.en) and states a reason to wait: “\(reason)”"
        ), citing: [act.mark, decision.mark, decision.becameFinal])
    })

  static let finalWhileAppealed = Rule(
    "AU-08", .authority, .breach,
    Localized("Laga kraft trots pågående överklagande", "Final while an appeal is pending"),
    explanation: Localized(
      "Ett överklagat beslut vinner inte laga kraft innan målet är avgjort.",
      "A decision that is appealed does not become final before the case is ruled on."),
    ground: .law("KL 13:5, 13:8"), from: municipalAct, covers: [.finalWhileAppealed],
    population: Localized(
      "överklagade beslut som antecknats ha vunnit laga kraft", "appealed decisions noted as final"),
    exceptions: [
      RuleException(
        "ruled", "Målet är avgjort, och avgörandet anges.", "The case has been ruled on, and the ruling is named."),
      RuleException("appealed-after", "Överklagat först därefter.", "Appealed only after that."),
      RuleException(
        "unknown-day", "Överklagat, eller laga kraft, på en okänd dag.", "Appealed, or final, on an unknown day."),
    ],
    .decision { decision, story, reading, tally in
      guard let final = decision.becameFinal, let day = final.effective?.day,
        let appeal = decision.appeals.first(where: { $0.mark.effective.map { $0.day <= day } ?? false })
      else { return }
      guard tally.tests(on: day) else { return }
      let isRuled = story.entries.contains { event in
        if case .decision(.final(let final)) = event.fact { return final.ruling != nil }
        return false
      }
      if isRuled { return }
      let court = appeal.appealed.court.text
      tally.find(
        decision.id, on: day,
        Localized(
          "\(reading.title(decision.id)) antecknades ha vunnit laga kraft \(day), fastän det var överklagat till \(court) och inget avgörande anges.",
          "\(reading.title(decision.id)) was noted as final on \(day) although it was appealed to \(court) and no ruling is named."
        ), citing: [appeal.mark, final])
    })
}
