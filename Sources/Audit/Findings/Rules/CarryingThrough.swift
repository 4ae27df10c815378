import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension RuleBook {
  /// Was what was decided carried through: in time, to its end, evaluated, and told to those who decided?
  static let carryingThrough: [Rule] = [
    deadlinePassed, extendedLate, extendedWithoutDecision, notEvaluated, caseOverdue, caseClosedLate,
    deviationNotReported, tabledNotTakenUp,
  ]

  private static let auditorsQuestion = RuleGround.method(
    Localized(
      "revisorernas grundfråga (KL 12:1): genomfördes beslutet som avsett, och om inte, varför?",
      "the auditors' basic question (KL 12:1): was the decision carried out as intended, and if not, why?"))

  private static let deadlinePassed = Rule(
    "CO-06", .completeness, .explain,
    Localized("Slutdatum passerat utan förlängning", "Deadline passed without an extension"),
    explanation: Localized(
      "Tiden gick ut utan att åtgärden hade avslutats, och ingen ny tid hade satts.",
      "The time ran out before the measure had ended, and no new time had been set."),
    ground: auditorsQuestion,
    population: Localized(
      "utlovade och beslutade åtgärder med slutdatum", "promised and decided measures with a deadline"),
    exceptions: [
      RuleException(
        "in-time", "Avslutad, avbruten eller avslagen senast på slutdatum.",
        "Ended, broken off or rejected by the deadline."),
      RuleException(
        "unknown-day", "Avslutad, avbruten eller avslagen på en okänd dag.",
        "Ended, broken off or rejected on an unknown day."),
      RuleException(
        "stayed", "Beslutet var inhiberat eller upphävt på slutdatum: då fick arbetet inte gå vidare.",
        "The decision was stayed or annulled at the deadline: work was not allowed to go on."),
      RuleException(
        "extended-late", "En förlängning efter slutdatum finner CO-07.",
        "An extension after the deadline is found by CO-07."),
      RuleException(
        "undecided", "Förslag och exempel: ingen har lovat eller beslutat dem.",
        "Proposals and examples: nobody promised or decided them."),
    ],
    .measure { measure, story, reading, tally in
      guard measure.isPromisedOrDecided, let deadline = measure.deadline, let status = measure.status else { return }
      guard tally.tests(on: deadline), deadline < reading.day else { return }
      let end = status.isEnded ? measure.ended : status.isClosed ? measure.statusMark : nil
      if let end, end.effective.map({ $0.day <= deadline }) ?? true { return }
      // A deadline that was moved only after it had passed is another rule's; the last one is this one's.
      let approval = story.entries(MeasureApproved.type).last?.decisionBehind.flatMap { reading.decision($0) }
      if let standing = approval?.standing(before: deadline.adding(days: 1)).standing,
        [.stayed, .annulled].contains(standing)
      {
        return
      }
      let name = reading.title(measure.id)
      let then =
        (end?.effective?.day).map { ended in
          let verb =
            switch status {
            case .withdrawn where measure.approved == nil: Localized("återkallades", "was withdrawn")
            case .withdrawn: Localized("avbröts", "was broken off")
            case .rejected: Localized("avslogs", "was rejected")
            default: Localized("avslutades", "ended")
            }
          return Localized(
            "Den \(verb.sv) \(ended), \(days(deadline.days(to: ended)).sv) senare.",
            "It \(verb.en) on \(ended), \(days(deadline.days(to: ended)).en) later.")
        }
        ?? Localized(
          "Den är \(status.words.sv), och \(days(deadline.days(to: reading.day)).sv) har gått sedan dess.",
          "It is \(status.words.en), and \(days(deadline.days(to: reading.day)).en) have passed since.")
      let who = measure.plan?.responsible.map { Localized(" Ansvarig: \($0.named).", " Responsible: \($0.named).") }
      tally.find(
        measure.id, on: deadline,
        Localized(
          "\(name) skulle vara klar \(deadline), och ingen ny tid är satt. \(then.sv)\(who?.sv ?? "")",
          "\(name) was to be done by \(deadline), and no new time is set. \(then.en)\(who?.en ?? "")"),
        citing: [
          measure.extensions.last?.mark ?? measure.proposed, measure.approved, end,
        ])
    })

  private static let extendedLate = Rule(
    "CO-07", .completeness, .explain,
    Localized("Förlängd efter att tiden gått ut", "Extended after the time had run out"),
    explanation: Localized(
      "En tid förlängs innan den har gått ut. En förlängning i efterhand gör inte det försenade i tid.",
      "A time is extended before it runs out. An extension afterwards does not make what was late timely."),
    ground: auditorsQuestion, covers: [.extendedAfterDeadline],
    population: Localized(
      "förlängningar, på en känd dag, av åtgärder med slutdatum",
      "extensions, on a known day, of measures with a deadline"),
    exceptions: [
      RuleException(
        "first-deadline", "Ett första slutdatum för en åtgärd som inte hade något.",
        "A first deadline for a measure that had none."),
      RuleException("same-day", "Förlängd på själva slutdatum.", "Extended on the very day of the deadline."),
      RuleException("unknown-day", "Förlängd på en okänd dag.", "Extended on an unknown day."),
    ],
    .measure { measure, _, reading, tally in
      var deadline = measure.originalDeadline
      for step in measure.extensions {
        defer { deadline = step.extended.deadline }
        guard let deadline, let day = step.mark.effective?.day, tally.tests(on: day), day > deadline else { continue }
        tally.find(
          measure.id, on: day,
          Localized(
            "\(reading.title(measure.id)) förlängdes \(day) till \(step.extended.deadline), \(days(deadline.days(to: day)).sv) efter att tiden gått ut \(deadline).",
            "\(reading.title(measure.id)) was extended on \(day) to \(step.extended.deadline), \(days(deadline.days(to: day)).en) after the time had run out on \(deadline)."
          ), citing: [step.mark])
      }
    })

  private static let extendedWithoutDecision = Rule(
    "CO-08", .completeness, .explain, Localized("Förlängd utan beslut", "Extended without a decision"),
    explanation: Localized(
      "Har ett organ eller en delegat beslutat åtgärden och dess tid ändras tiden genom ett beslut.",
      "Where a body or a delegate decided the measure and its time, the time is changed by a decision."),
    ground: .method(
      Localized(
        "beslutet om åtgärden: en beslutad tid ändras av den som beslutar",
        "the decision on the measure: a time decided is changed by those who decide")),
    population: Localized(
      "förlängningar, på en känd dag, av åtgärder som ett organ eller en delegat har beslutat",
      "extensions, on a known day, of measures that a body or a delegate decided"),
    exceptions: [
      RuleException(
        "before", "Förlängd före beslutet om åtgärden, eller samma dag.",
        "Extended before the measure was decided, or on that day."),
      RuleException(
        "first-deadline", "Ett första slutdatum för en åtgärd som inte hade något.",
        "A first deadline for a measure that had none."),
      RuleException("police", "Åtgärder som polisen har beslutat.", "Measures that the police decided."),
      RuleException("mere-execution", "Ren verkställighet.", "Mere execution."),
      RuleException(
        "unknown-day", "Förlängd eller beslutad på en okänd dag.", "Extended or decided on an unknown day."),
    ],
    .measure { measure, story, reading, tally in
      guard !measure.extensions.isEmpty, let approval = story.entries(MeasureApproved.type).last,
        let approved = approval.day,
        let kind = reading.authorityKind(of: approval.decisionBehind),
        [.body, .delegated, .urgentChair].contains(kind)
      else { return }
      var hasDeadline = measure.originalDeadline != nil
      for step in measure.extensions {
        defer { hasDeadline = true }
        guard hasDeadline, let day = step.mark.effective?.day, approved < day, tally.tests(on: day),
          step.extended.decision == nil
        else { continue }
        tally.find(
          measure.id, on: day,
          Localized(
            "\(reading.title(measure.id)) förlängdes \(day) till \(step.extended.deadline) utan att något beslut anges. Skälet som anges: \(asSentence(step.extended.reason))",
            "\(reading.title(measure.id)) was extended on \(day) to \(step.extended.deadline) without any decision named. The reason given: \(asSentence(step.extended.reason))"
          ), citing: [step.mark])
      }
    })

  private static let notEvaluated = Rule(
    "CO-09", .completeness, .explain, Localized("Utlovad utvärdering saknas", "The promised evaluation is missing"),
    explanation: Localized(
      "Är det utlovat att en åtgärd utvärderas ska det vara gjort senast \(evaluationDays) dagar efter att den avslutades.",
      "Where it is promised that a measure is evaluated, it is to be done within \(evaluationDays) days of its end."),
    ground: .method(
      Localized(
        "det egna löftet om utvärdering; tiden \(evaluationDays) dagar är regelbokens",
        "the promise to evaluate; the \(evaluationDays) days are the rule book's")),
    population: Localized(
      "avslutade åtgärder med utlovad utvärdering, \(evaluationDays) dagar efter slutet",
      "measures ended with an evaluation promised, \(evaluationDays) days after the end"),
    exceptions: [
      RuleException(
        "not-carried-out", "Åtgärder som inte alls genomfördes: det finns inget att utvärdera.",
        "Measures not carried out at all: there is nothing to evaluate."),
      RuleException("broken-off", "Åtgärder som har avbrutits.", "Measures that were broken off."),
      RuleException("unknown-day", "Avslutad på en okänd dag.", "Ended on an unknown day."),
      RuleException("late", "Utvärderad, om än sent.", "Evaluated, though late."),
    ],
    .measure { measure, _, reading, tally in
      guard measure.plan?.evaluationPromised == true, let status = measure.status, status.isEnded,
        status != .notImplemented, let ended = measure.ended?.effective?.day
      else { return }
      let due = ended.adding(days: evaluationDays)
      guard due < reading.day, tally.tests(on: due), measure.evaluations.isEmpty else { return }
      tally.find(
        measure.id, on: due,
        Localized(
          "\(reading.title(measure.id)) avslutades \(ended), och den utlovade utvärderingen finns inte i boken \(days(ended.days(to: reading.day)).sv) senare.",
          "\(reading.title(measure.id)) ended on \(ended), and the evaluation promised is not in the book \(days(ended.days(to: reading.day)).en) later."
        ), citing: [measure.proposed, measure.ended])
    })

  private static let deviationNotReported = Rule(
    "CO-12", .completeness, .explain,
    Localized("Avvikelse inte återrapporterad", "Deviation not reported back"),
    explanation: Localized(
      "Blev det inte som beslutat ska de som beslutade få veta det, senast \(reportingBackDays) dagar efter slutet.",
      "If it did not turn out as decided, those who decided are to be told, within \(reportingBackDays) days of the end."
    ),
    ground: .method(
      Localized(
        "revisorernas grundfråga (KL 12:1): återrapporterades avvikelsen? Tiden \(reportingBackDays) dagar är regelbokens",
        "the auditors' basic question (KL 12:1): was the deviation reported back? The \(reportingBackDays) days are the rule book's"
      )
    ),
    population: Localized(
      "delvis eller inte alls genomförda åtgärder som ett organ, eller någon i dess ställe, har beslutat",
      "measures carried out partly or not at all that a body, or someone in its place, decided"),
    exceptions: [
      RuleException(
        "presented", "En uppföljning med åtgärden har redovisats för organet efter slutet.",
        "A follow-up with the measure was presented to the body after the end."),
      RuleException(
        "decided", "Organet har efter slutet fattat ett beslut som rör åtgärden.",
        "The body has decided something that concerns the measure after the end."),
      RuleException(
        "notified", "Organet har efter slutet fått ett beslut som rör åtgärden anmält.",
        "The body was notified of a decision that concerns the measure after the end."),
      RuleException(
        "police", "Polisens egna beslut: ingen annan beslutade.", "The police's own decisions: nobody else decided."),
      RuleException(
        "undecided", "Åtgärder utan ett organs beslut: det finns ingen att återrapportera till.",
        "Measures without a body's decision: there is nobody to report back to."),
      RuleException("unknown-day", "Avslutad på en okänd dag.", "Ended on an unknown day."),
    ],
    .measure { measure, story, reading, tally in
      guard let status = measure.status, [.partlyImplemented, .notImplemented].contains(status),
        let ended = measure.ended?.effective?.day,
        let approval = reading.decision(story.entries(MeasureApproved.type).last?.decisionBehind),
        let made = approval.made, [.body, .delegated, .urgentChair].contains(made.authority.kind),
        let organ = reading.organ(of: made)
      else { return }
      let due = ended.adding(days: reportingBackDays)
      guard due < reading.day, tally.tests(on: due), !isReported(measure.id, to: organ, since: ended, reading) else {
        return
      }
      func sentence() -> Localized {
        let (name, body) = (reading.title(measure.id), reading.names.of(organ))
        let deviation = measure.deviation.map { asSentence($0) + " " } ?? ""
        return Localized(
          "\(name) blev \(status.words.sv) \(ended)\(deviation.isEmpty ? ". " : ": \(deviation)")Boken visar inte att \(body), som beslutade (\(approval.id)), har fått veta det.",
          "\(name) ended as \(status.words.en) on \(ended)\(deviation.isEmpty ? ". " : ": \(deviation)")The book does not show that \(body), which decided (\(approval.id)), was told."
        )
      }
      tally.find(
        measure.id, on: due, sentence(), citing: [approval.mark, measure.ended])
    })

  private static let tabledNotTakenUp = Rule(
    "CO-13", .completeness, .explain, Localized("Bordlagd och inte upptagen", "Tabled and not taken up"),
    explanation: Localized(
      "Ett bordlagt ärende tas upp den dag det bordlades till, eller bordläggs på nytt.",
      "A matter that is tabled is taken up on the day to which it was tabled, or tabled anew."),
    ground: .method(
      Localized("beslutet att bordlägga, som anger en dag", "the decision to table, which states a day")),
    population: Localized(
      "bordlagda åtgärder vars dag har passerats och vars organ har sammanträtt sedan dess",
      "tabled measures whose day has passed and whose body has met since"),
    exceptions: [
      RuleException("no-day", "Bordlagd utan dag.", "Tabled without a day."),
      RuleException("anew", "Bordlagd på nytt till en senare dag.", "Tabled anew to a later day."),
      RuleException(
        "not-met", "Organet har inte sammanträtt den dagen eller senare.", "The body has not met on that day or later."),
      RuleException(
        "unknown-body", "Bordlagd utan att det anges vilket organ som beslutade det.",
        "Tabled without its being stated which body decided so."),
    ],
    .measure { measure, story, reading, tally in
      guard measure.status == .tabled, let event = story.entries(MeasureTabled.type).last,
        case .measure(.tabled(let tabled)) = event.fact, let until = tabled.until, until < reading.day,
        let organ = reading.decision(tabled.decision)?.made?.authority.organ,
        let met = reading.index.meetings(of: organ, after: until.adding(days: -1)).first?.held?.effective?.day
      else { return }
      guard tally.tests(on: met) else { return }
      let body = reading.names.of(organ)
      tally.find(
        measure.id, on: met,
        Localized(
          "\(reading.title(measure.id)) bordlades till \(until). \(body) sammanträdde \(met), men boken visar inte att ärendet togs upp.",
          "\(reading.title(measure.id)) was tabled until \(until). \(body) met on \(met), but the book does not show that the matter was taken up."
        ), citing: [event.mark])
    })

  /// Whether a body was told of a measure after a day: by a follow-up, or by a decision that concerns it.
  private static func isReported(
    _ measure: SubjectID, to organ: SubjectID, since ended: LocalDate, _ reading: RuleReading
  ) -> Bool {
    let isPresented = reading.index.followUps.contains { followUp in
      guard let presented = followUp.state.presented, presented.presented.to == organ, followUp.rows.contains(measure)
      else { return false }
      return presented.mark.effective.map { $0.day >= ended } ?? true
    }
    if isPresented { return true }
    return reading.index.concerning[measure, default: []].contains { id in
      guard let decision = reading.decision(id), let made = decision.made else { return false }
      let own = made.authority.kind == .body && made.authority.organ == organ ? [decision.mark] : []
      let notified = decision.notifications.filter { $0.notified.to == organ }.map { Optional($0.mark) }
      return (own + notified).contains { ($0?.effective?.day).map { $0 >= ended } ?? false }
    }
  }
}
