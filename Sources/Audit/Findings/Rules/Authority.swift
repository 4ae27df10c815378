import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension RuleBook {
  /// Was it decided, and was what was decided carried out as it stood?
  static let authority: [Rule] = [
    carriedOutBeforeDecided, carriedOutThoughStopped, carriedOutWhilePaused, carriedOutThoughStayed,
    carriedOutBeforeFinal,
    unknownAuthority, conflictOfInterest, finalWhileAppealed,
  ]

  private static let carriedOutBeforeDecided = Rule(
    "AU-01", .authority, .breach, Localized("Utförd före beslut", "Carried out before it was decided"),
    explanation: Localized(
      "Det som verkställs är ett beslut. Har arbetet börjat innan någon med befogenhet har beslutat saknas grunden för det, också när beslutet kommer efteråt.",
      "What is carried out is a decision. Where work began before anyone with authority had decided, it has no ground, even if the decision comes later."
    ),
    ground: .law("KL 13:14"), from: municipalAct,
    covers: [.executedBeforeDecision, .decidedAfterExecution, .rejectedAfterExecution],
    population: Localized("åtgärder som har börjat utföras på en känd dag", "measures whose work began on a known day"),
    exceptions: [
      Localized(
        "Beslutet behöver inte ha vunnit laga kraft (KL 13:14).", "The decision need not be final (KL 13:14)."),
      Localized(
        "Det som utförs samma dag som det beslutas är inte för tidigt.", "Work on the day of the decision is not early."
      ),
      Localized(
        "Ren verkställighet av något redan beslutat.", "Mere execution of what is already decided."),
      Localized(
        "Det som polisen ensam utför, eller själv har beslutat.", "What the police alone carry out, or have decided."),
      Localized("Det som inte alls utfördes.", "What was not carried out at all."),
    ],
    .measure { measure, story, reading, tally in
      guard let act = measure.execution(in: story), let day = act.day, !reading.isOfThePolice(measure) else { return }
      let approvals = story.entries(MeasureApproved.type)
      let decisions = approvals.compactMap { $0.decisionBehind }.compactMap { reading.decision($0) }
      if decisions.contains(where: { [.mereExecution, .police].contains($0.made?.authority.kind) }) { return }
      guard tally.tests(on: day) else { return }
      if approvals.contains(where: { $0.day.map { $0 <= day } ?? true }) { return }
      // What was stopped before it began is found by AU-02.
      let isStopped = story.entries.contains {
        [MeasureRejected.type, MeasureWithdrawn.type].contains($0.fact.type) && ($0.day.map { $0 <= day } ?? true)
      }
      if isStopped { return }
      let name = reading.title(measure.id)
      let after = approvals.first ?? story.entries(MeasureRejected.type).first
      let then = outcome(after, day, reading)
      tally.find(
        measure.id, on: day,
        Localized("\(name) började utföras \(day). \(then.sv)", "Work on \(name) began on \(day). \(then.en)"),
        citing: [act.citation] + story.entries(MeasureRejected.type).map(\.citation) + approvals.map(\.citation))
    })

  /// What was decided after work began, as a sentence.
  private static func outcome(_ event: Event?, _ day: LocalDate, _ reading: RuleReading) -> Localized {
    guard let event, let decided = event.day else {
      return Localized("Den är inte beslutad.", "It has not been decided.")
    }
    let behind = event.decisionBehind.map { reading.cited($0) } ?? Localized("utan angivet beslut", "no decision named")
    let later = days(day.days(to: decided))
    return event.fact.type == MeasureApproved.type
      ? Localized(
        "Den beslutades först \(decided), \(later.sv) senare: \(behind.sv).",
        "It was decided only on \(decided), \(later.en) later: \(behind.en).")
      : Localized(
        "Den avslogs \(decided), \(later.sv) senare: \(behind.sv).",
        "It was rejected on \(decided), \(later.en) later: \(behind.en).")
  }

  private static let carriedOutThoughStopped = Rule(
    "AU-02", .authority, .breach,
    Localized("Utförd trots avslag eller återkallelse", "Carried out although rejected or withdrawn"),
    explanation: Localized(
      "En åtgärd som har avslagits, avbrutits eller återkallats har inget beslut bakom sig.",
      "A measure that was rejected, broken off or withdrawn has no decision behind it."),
    ground: .law("KL 13:14"), from: municipalAct, covers: [.executedThoughRejected, .executedThoughWithdrawn],
    population: Localized(
      "åtgärder som har avslagits, avbrutits eller återkallats", "measures that were rejected, broken off or withdrawn"),
    exceptions: [
      Localized("En åtgärd som därefter har beslutats på nytt.", "A measure that was decided anew after that."),
      Localized(
        "En lägesrapport om tiden dessförinnan: bara en rapport som registrerats som regelavvikelse räknas.",
        "A report about the time before: only a report recorded as irregular counts."),
      Localized(
        "Det som polisen ensam utför.", "What the police alone carry out."),
    ],
    .measure { measure, story, reading, tally in
      let stops = [MeasureRejected.type, MeasureWithdrawn.type]
      guard story.entries.contains(where: { stops.contains($0.fact.type) && $0.day != nil }),
        !reading.isOfThePolice(measure)
      else { return }
      var stop: Event?
      var isTested = false
      for event in story.entries {
        if stops.contains(event.fact.type), let day = event.day {
          if !isTested { isTested = tally.tests(on: day) }
          stop = event
        } else if event.fact.type == MeasureApproved.type {
          stop = nil
        } else if let stop, let stopped = stop.day, let day = event.day, day > stopped,
          event.isExecution(story, marked: [.executedThoughRejected, .executedThoughWithdrawn])
        {
          let name = reading.title(measure.id)
          let isRejected = stop.fact.type == MeasureRejected.type
          let decision = stop.decisionBehind.map { reading.cited($0) }
          let how = Localized(
            (isRejected ? "avslogs" : "avbröts eller återkallades") + " \(stopped)"
              + (decision.map { ": \($0.sv)" } ?? ""),
            (isRejected ? "rejected" : "broken off or withdrawn") + " on \(stopped)"
              + (decision.map { ": \($0.en)" } ?? ""))
          tally.find(
            measure.id, on: day,
            Localized(
              "\(name) utfördes \(day), \(days(stopped.days(to: day)).sv) efter att den \(how.sv).",
              "\(name) was carried out on \(day), \(days(stopped.days(to: day)).en) after it was \(how.en)."),
            citing: [stop.citation, event.citation])
        }
      }
    })

  private static let carriedOutWhilePaused = Rule(
    "AU-03", .authority, .explain, Localized("Utförd under uppehåll", "Carried out while paused"),
    explanation: Localized(
      "Ett uppehåll betyder att arbetet vilar tills det återupptas.",
      "A pause means that the work rests until it is resumed."),
    ground: .method(
      Localized(
        "beslutet om uppehåll, som gäller tills det ändras", "the decision to pause, which holds until it is changed")),
    covers: [.executedWhilePaused],
    population: Localized("åtgärder som har haft uppehåll", "measures that were paused"),
    exceptions: [
      Localized(
        "En lägesrapport om tiden före uppehållet: bara en rapport som registrerats som regelavvikelse räknas.",
        "A report about the time before the pause: only a report recorded as irregular counts."),
      Localized(
        "Det som AU-04 finner: utfört trots inhibition eller upphävande.",
        "What AU-04 finds: carried out though stayed or annulled."),
    ],
    .measure { measure, story, reading, tally in
      guard let first = story.entries(MeasurePaused.type).first(where: { $0.day != nil })?.day else { return }
      guard tally.tests(on: first) else { return }
      var pause: Event?
      for event in story.entries {
        switch event.fact.type {
        case MeasurePaused.type: pause = event
        case MeasureResumed.type: pause = nil
        default:
          guard let pause, let since = pause.day, let day = event.day, day > since,
            event.isExecution(story, marked: [.executedWhilePaused]),
            measure.stopping(of: event, story, reading) == nil
          else { continue }
          let name = reading.title(measure.id)
          tally.find(
            measure.id, on: day,
            Localized(
              "\(name) hade uppehåll sedan \(since) men utfördes enligt en post som gäller \(day).",
              "\(name) was paused since \(since) but was carried out by an entry that concerns \(day)."),
            citing: [pause.citation, event.citation])
        }
      }
    })

  private static let carriedOutThoughStayed = Rule(
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
      Localized("Arbete före inhibitionen, och samma dag.", "Work before the stay, and on the same day."),
      Localized(
        "Arbete efter att domstolen avgjort målet och beslutet vunnit laga kraft.",
        "Work after the court has ruled and the decision is final."),
      Localized("Det som inte alls utfördes.", "What was not carried out at all."),
    ],
    .measure { measure, story, reading, tally in
      let approvals = Set(measure.decisions.filter { $0.type.text == MeasureApproved.type }.compactMap(\.decision))
      let isStopped = approvals.contains { id in
        reading.decision(id)?.record.steps.contains {
          [DecisionStayed.type, DecisionAnnulled.type].contains($0.type.text)
        } ?? false
      }
      guard isStopped else { return }
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
            "\(name) was carried out on \(day) although the decision \(decision.en) was \(words.en) since \(stopped)."),
          citing: [event.citation])
      }
    })

  private static let carriedOutBeforeFinal = Rule(
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
      Localized("Beslutet anger inget skäl att vänta.", "The decision states no reason to wait."),
      Localized("Laga kraft senast samma dag.", "Final by the same day."),
      Localized("Det som AU-04 finner.", "What AU-04 finds."),
    ],
    .measure { measure, story, reading, tally in
      guard let act = measure.execution(in: story), let day = act.day,
        let id = story.entries(MeasureApproved.type).last(where: { $0.day.map { $0 <= day } ?? true })?.decisionBehind,
        let decision = reading.decision(id), let reason = decision.made?.notBeforeFinal
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

  private static let unknownAuthority = Rule(
    "AU-06", .authority, .breach, Localized("Okänd befogenhet", "Unknown authority"),
    explanation: Localized(
      "Det ska framgå vem som har beslutat och med vilken rätt: ett organ, en delegation, ordföranden i brådskande fall.",
      "It must be clear who decided and by what right: a body, a delegation, the chair in an urgent matter."),
    ground: .law("KL 1:4, 6:37, 6:39, 7:5"), from: municipalAct, covers: [.unknownAuthority],
    population: Localized("beslut", "decisions"),
    exceptions: [
      Localized("Polisens egna beslut och ren verkställighet.", "The police's own decisions and mere execution.")
    ],
    .decision { decision, _, reading, tally in
      guard let made = decision.made else { return }
      let day = decision.mark?.effective?.day ?? reading.day
      guard tally.tests(on: day), made.authority.kind == .unknown else { return }
      let name = reading.title(decision.id)
      tally.find(
        decision.id, on: day,
        Localized(
          "Det framgår inte vem som fattade beslutet \(name) \(day), eller med vilken rätt.",
          "It does not appear who made the decision \(name) on \(day), or by what right."), citing: [decision.mark])
    })

  private static let conflictOfInterest = Rule(
    "AU-07", .authority, .breach,
    Localized("Jävig deltog i beslutet", "Someone with a conflict of interest took part"),
    explanation: Localized(
      "Den som är jävig får inte delta i handläggningen eller vara med när ärendet avgörs.",
      "Whoever has a conflict of interest must not take part in preparing or deciding the matter."),
    ground: .law("KL 6:28–30, 7:4"), from: municipalAct, covers: [.conflictOfInterest],
    population: Localized("beslut med antecknat jäv", "decisions with a conflict of interest noted"),
    exceptions: [
      Localized("Den jäviga personen deltog inte.", "The person with the conflict did not take part."),
      Localized("Polisens egna beslut.", "The police's own decisions."),
    ],
    .decision { decision, _, reading, tally in
      guard let made = decision.made, !made.conflicts.isEmpty, made.authority.kind != .police else { return }
      let day = decision.mark?.effective?.day ?? reading.day
      guard tally.tests(on: day) else { return }
      for conflict in made.conflicts where conflict.tookPart {
        tally.find(
          decision.id, on: day,
          Localized(
            "\(conflict.person.named) hade antecknats som jävig och deltog ändå i beslutet \(reading.title(decision.id)) \(day).",
            "\(conflict.person.named) was noted as having a conflict of interest and yet took part in the decision \(reading.title(decision.id)) on \(day)."
          ), citing: [decision.mark])
      }
    })

  private static let finalWhileAppealed = Rule(
    "AU-08", .authority, .breach,
    Localized("Laga kraft trots pågående överklagande", "Final while an appeal is pending"),
    explanation: Localized(
      "Ett överklagat beslut vinner inte laga kraft innan målet är avgjort.",
      "A decision that is appealed does not become final before the case is ruled on."),
    ground: .law("KL 13:5, 13:8"), from: municipalAct, covers: [.finalWhileAppealed],
    population: Localized(
      "överklagade beslut som antecknats ha vunnit laga kraft", "appealed decisions noted as final"),
    exceptions: [
      Localized("Målet är avgjort, och avgörandet anges.", "The case has been ruled on, and the ruling is named.")
    ],
    .decision { decision, story, reading, tally in
      guard let final = decision.becameFinal, let day = final.effective?.day,
        let appeal = decision.appeals.first(where: { $0.mark.effective.map { $0.day <= day } ?? true })
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
