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
      RuleException(
        "not-final", "Beslutet behöver inte ha vunnit laga kraft (KL 13:14).",
        "The decision need not be final (KL 13:14)."),
      RuleException(
        "same-day", "Det som utförs samma dag som det beslutas är inte för tidigt.",
        "Work on the day of the decision is not early."),
      RuleException(
        "mere-execution", "Ren verkställighet av något redan beslutat.", "Mere execution of what is already decided."),
      RuleException("police-alone", "Det som polisen ensam utför.", "What the police alone carry out."),
      RuleException(
        "police-decided", "Det som polisen själv har beslutat.", "What the police themselves have decided."),
      RuleException("not-carried-out", "Det som inte alls utfördes.", "What was not carried out at all."),
      RuleException("unknown-day", "Påbörjad eller beslutad på en okänd dag.", "Begun or decided on an unknown day."),
      RuleException(
        "stopped-first", "Avslagen, avbruten eller återkallad innan arbetet började: det finner AU-02.",
        "Rejected, broken off or withdrawn before work began: AU-02 finds that."),
    ],
    .measure { measure, story, reading, tally in
      guard let act = measure.execution(in: story), let day = act.day, !reading.isOfThePolice(measure) else { return }
      let approvals = story.entries(MeasureApproved.type)
      let isExempt = approvals.contains {
        let kind = reading.authorityKind(of: $0.decisionBehind)
        return kind == .mereExecution || kind == .police
      }
      if isExempt { return }
      guard tally.tests(on: day) else { return }
      if approvals.contains(where: { $0.day.map { $0 <= day } ?? true }) { return }
      // What was stopped before it began is found by AU-02.
      let isStopped = story.entries.contains {
        [MeasureRejected.type, MeasureWithdrawn.type].contains($0.fact.type) && ($0.day.map { $0 < day } ?? false)
      }
      if isStopped { return }
      func sentence() -> Localized {
        let name = reading.title(measure.id)
        let then = outcome(approvals.first ?? story.entries(MeasureRejected.type).first, day, reading)
        return Localized("\(name) började utföras \(day). \(then.sv)", "Work on \(name) began on \(day). \(then.en)")
      }
      tally.find(
        measure.id, on: day, sentence(),
        citing: [act.citation] + story.entries(MeasureRejected.type).map(\.citation) + approvals.map(\.citation))
    })

  /// What was decided after work began, as a sentence.
  private static func outcome(_ event: Event?, _ day: LocalDate, _ reading: RuleReading) -> Localized {
    guard let event, let decided = event.day else {
      return Localized("Den är inte beslutad.", "It has not been decided.")
    }
    let behind = event.decisionBehind.map { reading.cited($0) } ?? Localized("utan angivet beslut", "no decision named")
    let span = day.days(to: decided)
    let later =
      span == 0
      ? Localized("samma dag", "the same day") : Localized("\(days(span).sv) senare", "\(days(span).en) later")
    return event.fact.type == MeasureApproved.type
      ? Localized(
        "Den beslutades först \(decided), \(later.sv): \(behind.sv).",
        "It was decided only on \(decided), \(later.en): \(behind.en).")
      : Localized(
        "Den avslogs \(decided), \(later.sv): \(behind.sv).",
        "It was rejected on \(decided), \(later.en): \(behind.en).")
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
      RuleException(
        "decided-anew", "En åtgärd som därefter har beslutats på nytt.", "A measure that was decided anew after that."),
      RuleException(
        "unmarked-report",
        "En lägesrapport om tiden dessförinnan: bara en rapport som registrerats som regelavvikelse räknas.",
        "A report about the time before: only a report recorded as irregular counts."),
      RuleException("police-alone", "Det som polisen ensam utför.", "What the police alone carry out."),
      RuleException("same-day", "Det som utfördes samma dag.", "What was carried out on the same day."),
      RuleException(
        "unknown-day", "Stoppad eller utförd på en okänd dag.", "Stopped or carried out on an unknown day."),
      RuleException("not-carried-out", "Det som inte alls utfördes.", "What was not carried out at all."),
    ],
    .measure { measure, story, reading, tally in
      guard story.has(MeasureRejected.type) || story.has(MeasureWithdrawn.type), !reading.isOfThePolice(measure)
      else { return }
      let stops = [MeasureRejected.type, MeasureWithdrawn.type]
      var stop: Event?
      var isTested = false
      for event in story.entries {
        if stops.contains(event.fact.type), let day = event.day {
          if !isTested { isTested = tally.tests(on: day) }
          stop = isTested ? event : nil
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
      RuleException(
        "unmarked-report",
        "En lägesrapport om tiden före uppehållet: bara en rapport som registrerats som regelavvikelse räknas.",
        "A report about the time before the pause: only a report recorded as irregular counts."),
      RuleException(
        "stayed", "Det som AU-04 finner: utfört trots inhibition eller upphävande.",
        "What AU-04 finds: carried out though stayed or annulled."),
      RuleException("resumed", "Arbete sedan åtgärden har återupptagits.", "Work once the measure has been resumed."),
      RuleException(
        "same-day", "Det som utfördes samma dag som uppehållet började.",
        "What was carried out on the day on which the pause began."),
      RuleException("unknown-day", "Pausad eller utförd på en okänd dag.", "Paused or carried out on an unknown day."),
      RuleException("not-carried-out", "Det som inte alls utfördes.", "What was not carried out at all."),
    ],
    .measure { measure, story, reading, tally in
      guard let first = story.entries(MeasurePaused.type).lazy.compactMap(\.day).first else { return }
      guard tally.tests(on: first) else { return }
      var pause: Event?
      for event in story.entries {
        switch event.fact {
        case .measure(.paused): pause = event
        case .measure(.resumed): pause = nil
        default:
          guard let pause, let since = pause.day, let day = event.day, day > since,
            event.isExecution(story, marked: [.executedWhilePaused]),
            measure.stopping(of: event, story, reading) == nil
          else { continue }
          tally.find(
            measure.id, on: day,
            Localized(
              "\(reading.title(measure.id)) hade uppehåll sedan \(since) men utfördes enligt en post som gäller \(day).",
              "\(reading.title(measure.id)) had been paused since \(since) but was carried out by an entry that concerns \(day)."
            ),
            citing: [pause.citation, event.citation])
        }
      }
    })

  private static let unknownAuthority = Rule(
    "AU-06", .authority, .breach, Localized("Okänd befogenhet", "Unknown authority"),
    explanation: Localized(
      "Det ska framgå vem som har beslutat och med vilken rätt: ett organ, en delegation, ordföranden i brådskande fall.",
      "It must be clear who decided and by what right: a body, a delegation, the chair in an urgent matter."),
    ground: .law("KL 1:4, 6:37, 6:39, 7:5"), from: municipalAct, covers: [.unknownAuthority],
    population: Localized("beslut", "decisions"),
    exceptions: [
      RuleException("police", "Polisens egna beslut.", "The police's own decisions."),
      RuleException("mere-execution", "Ren verkställighet.", "Mere execution."),
    ],
    .decision { decision, _, reading, tally in
      guard let made = decision.made else { return }
      let day = decision.mark?.effective?.day ?? reading.day
      let when = dayPhrase(decision.mark?.effective?.day)
      guard tally.tests(on: day), made.authority.kind == .unknown else { return }
      let name = reading.title(decision.id)
      tally.find(
        decision.id, on: day,
        Localized(
          "Det framgår inte vem som fattade beslutet \(name)\(when.sv), eller med vilken rätt.",
          "It does not appear who made the decision \(name)\(when.en), or by what right."), citing: [decision.mark])
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
      RuleException("no-part", "Den jäviga personen deltog inte.", "The person with the conflict did not take part."),
      RuleException("police", "Polisens egna beslut.", "The police's own decisions."),
    ],
    .decision { decision, _, reading, tally in
      guard let made = decision.made, !made.conflicts.isEmpty, made.authority.kind != .police else { return }
      let day = decision.mark?.effective?.day ?? reading.day
      let when = dayPhrase(decision.mark?.effective?.day)
      guard tally.tests(on: day) else { return }
      for conflict in made.conflicts where conflict.tookPart {
        tally.find(
          decision.id, on: day,
          Localized(
            "\(conflict.person.named) hade antecknats som jävig och deltog ändå i beslutet \(reading.title(decision.id))\(when.sv).",
            "\(conflict.person.named) was noted as having a conflict of interest and yet took part in the decision \(reading.title(decision.id))\(when.en)."
          ), citing: [decision.mark])
      }
    })
}
