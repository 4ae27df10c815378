import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension RuleBook {
  /// Was each period followed up, in time and in order, with everything in it?
  static let followUps: [Rule] = [
    noFollowUpsHere, periodWithoutFollowUp, presentedLate, compiledEarly, presentedUnsent, presentedNotNoted,
    leftOutWhenSent, measureWithoutRow, figureDiffersNow,
  ]

  static let reportingPromise = RuleGround.method(
    Localized(
      "löftets egna ord om återrapportering",
      "the promise's own words on reporting"))

  private static let noFollowUpsHere = Rule(
    "FU-00", .followUp, .information,
    Localized("Boken innehåller inga uppföljningar", "The book holds no follow-ups"),
    explanation: Localized(
      "Boken har varken perioder att följa upp, utlovade eller beslutade åtgärder, eller uppföljningar. Om uppföljning har skett går inte att se här, och ingen regel om den prövas.",
      "The book has no periods to follow up, or no measures promised or decided, and no follow-ups. Whether there was any cannot be seen here, and no rule about it is judged."
    ),
    ground: reportingPromise, population: Localized("löften med återrapportering", "promises with reporting"),
    exceptions: [
      RuleException(
        "followable", "En bok med perioder och åtgärder: då prövar FU-01 om perioderna är uppföljda.",
        "A book with periods and measures: then FU-01 judges whether the periods were followed up."),
      RuleException("follow-up", "En bok med någon uppföljning.", "A book with some follow-up."),
    ],
    .whole { reading, tally in
      for promise in reading.index.promises {
        guard let reporting = promise.terms?.reporting, tally.tests(on: reading.day) else { continue }
        guard reading.index.followUps.isEmpty, !isFollowable(reading) else { continue }
        tally.find(
          promise.id, on: reading.day,
          Localized(
            "\(reading.title(promise.id)) ska återrapporteras till \(reporting.to) \(reporting.timesPerYear) gånger om året. Boken innehåller inga uppföljningar, så det går inte att se här om det har skett.",
            "\(reading.title(promise.id)) is to be reported to \(reporting.to) \(reporting.timesPerYear) times a year. The book holds no follow-ups, so whether that was done cannot be seen here."
          ), citing: [promise.adopted])
      }
    })

  /// Whether the book has both periods to follow up and measures to follow up in them.
  private static func isFollowable(_ reading: RuleReading) -> Bool {
    reading.index.holdsMeasures && reading.index.ledger?.opened?.periods.isEmpty == false
  }

  /// The day by which a period's follow-up should have been presented.
  private static func due(_ period: ReportingPeriod) -> LocalDate {
    period.through.adding(days: period.isFinal ? finalReportDays : presentationDays)
  }

  private static let periodWithoutFollowUp = Rule(
    "FU-01", .followUp, .explain, Localized("Period utan uppföljning", "Period without a follow-up"),
    explanation: Localized(
      "Varje period i boken ska ha redovisats senast \(presentationDays) dagar efter sitt slut, slutrapporten \(finalReportDays). Löftet anger ingen tid; den är regelbokens.",
      "Each period of the book is to have been presented within \(presentationDays) days of its end, the final report within \(finalReportDays). The promise states no time; it is the rule book's."
    ),
    ground: reportingPromise,
    population: Localized(
      "perioder vars tid för redovisning har gått ut", "periods whose time for presentation is out"),
    exceptions: [
      RuleException(
        "before-the-book", "Perioder som slutade före bokens första post.",
        "Periods that ended before the first entry of the book."),
      RuleException(
        "nothing-here", "En bok utan utlovade eller beslutade åtgärder och utan uppföljningar (FU-00).",
        "A book without measures promised or decided and without follow-ups (FU-00)."),
      RuleException("late", "Redovisad, om än sent: det finner FU-02.", "Presented, though late: FU-02 finds that."),
    ],
    .whole { reading, tally in
      guard !reading.index.followUps.isEmpty || isFollowable(reading), let ledger = reading.index.ledger,
        let opened = ledger.record.steps.first.map({ SwedishTime.date(of: $0.mark.recorded) })
      else { return }
      for period in ledger.opened?.periods ?? [] where period.through >= opened && due(period) < reading.day {
        guard tally.tests(on: due(period)) else { continue }
        let followUps = reading.index.followUps.filter { $0.state.compiled?.period == period.label }
        if followUps.contains(where: { $0.state.presented != nil }) { continue }
        let then =
          followUps.isEmpty
          ? Localized("ingen uppföljning", "no follow-up")
          : Localized(
            "en sammanställd men inte redovisad uppföljning", "a follow-up that was compiled but not presented")
        let subject = followUps.last?.state.id ?? reading.index.promises.first?.id ?? .ledger
        tally.find(
          subject, on: due(period),
          Localized(
            "För perioden \(period.label), som slutade \(period.through), har boken \(then.sv) \(days(period.through.days(to: reading.day)).sv) senare.",
            "For the period \(period.label), which ended on \(period.through), the book has \(then.en) \(days(period.through.days(to: reading.day)).en) later."
          ), citing: followUps.map { $0.state.compiledMark })
      }
    })

  private static let presentedLate = Rule(
    "FU-02", .followUp, .explain, Localized("Uppföljning redovisad sent", "Follow-up presented late"),
    explanation: Localized(
      "En period redovisas senast \(presentationDays) dagar efter sitt slut, slutrapporten \(finalReportDays). Löftet anger ingen tid; den är regelbokens.",
      "A period is presented within \(presentationDays) days of its end, the final report within \(finalReportDays). The promise states no time; it is the rule book's."
    ),
    ground: reportingPromise,
    population: Localized("redovisningar på en känd dag", "presentations on a known day"),
    exceptions: [
      RuleException(
        "before-the-book", "Perioder som slutade före bokens första post.",
        "Periods that ended before the first entry of the book."),
      RuleException("unknown-day", "Redovisad på en okänd dag.", "Presented on an unknown day."),
    ],
    .followUp { state, _, reading, tally in
      guard let period = reading.period(of: state), let presented = state.presented,
        let day = presented.mark.effective?.day,
        let opened = reading.index.ledger?.record.steps.first.map({ SwedishTime.date(of: $0.mark.recorded) }),
        period.through >= opened
      else { return }
      guard tally.tests(on: day), day > due(period) else { return }
      let to = reading.names.of(presented.presented.to)
      tally.find(
        state.id, on: day,
        Localized(
          "\(reading.title(state.id)) redovisades för \(to) \(day), \(days(period.through.days(to: day)).sv) efter periodens slut \(period.through).",
          "\(reading.title(state.id)) was presented to \(to) on \(day), \(days(period.through.days(to: day)).en) after the end of the period on \(period.through)."
        ), citing: [presented.mark])
    })

  private static let compiledEarly = Rule(
    "FU-03", .followUp, .explain,
    Localized("Sammanställd före periodens slut", "Compiled before the period ended"),
    explanation: Localized(
      "Det som händer i periodens sista dagar kommer inte med i det som sammanställs före dem.",
      "What happens in the last days of the period is not in what is compiled before them."),
    ground: reportingPromise, covers: [.compiledBeforePeriodEnd],
    population: Localized("sammanställningar på en känd dag", "compilations on a known day"),
    exceptions: [
      RuleException(
        "after", "Sammanställd dagen efter periodens slut eller senare.", "Compiled on the day after the end, or later."
      ),
      RuleException("unknown-day", "Sammanställd på en okänd dag.", "Compiled on an unknown day."),
    ],
    .followUp { state, _, reading, tally in
      guard let period = reading.period(of: state), let mark = state.compiledMark, let day = mark.effective?.day,
        tally.tests(on: day), day <= period.through
      else { return }
      tally.find(
        state.id, on: day,
        Localized(
          "\(reading.title(state.id)) sammanställdes \(day), innan perioden hade gått ut \(period.through).",
          "\(reading.title(state.id)) was compiled on \(day), before the period was over on \(period.through)."),
        citing: [mark])
    })

  private static let presentedUnsent = Rule(
    "FU-04", .followUp, .explain,
    Localized("Redovisad utan att ha skickats ut", "Presented without having been sent"),
    explanation: Localized(
      "Den som ska ta ställning behöver läsa i förväg: uppföljningen skickas med kallelsen.",
      "Whoever is to consider it needs to read it beforehand: the follow-up goes with the notice of the meeting."),
    ground: reportingPromise, covers: [.presentedUnsent],
    population: Localized("redovisade uppföljningar", "follow-ups presented"),
    exceptions: [
      RuleException("same-day", "Utskickad samma dag.", "Sent on the same day."),
      RuleException("unknown-day", "Utskickad på en okänd dag.", "Sent on an unknown day."),
    ],
    .followUp { state, _, reading, tally in
      guard let presented = state.presented else { return }
      let day = presented.mark.effective?.day ?? reading.day
      let when = dayPhrase(presented.mark.effective?.day)
      guard tally.tests(on: day) else { return }
      if state.sendings.contains(where: { $0.mark.effective.map { $0.day <= day } ?? true }) { return }
      let to = reading.names.of(presented.presented.to)
      tally.find(
        state.id, on: day,
        Localized(
          "\(reading.title(state.id)) redovisades för \(to)\(when.sv) utan att ha skickats ut före.",
          "\(reading.title(state.id)) was presented to \(to)\(when.en) without having been sent before."),
        citing: [presented.mark])
    })

  private static let presentedNotNoted = Rule(
    "FU-05", .followUp, .explain,
    Localized("Redovisning och notering stämmer inte", "Presented and noted do not agree"),
    explanation: Localized(
      "Det organ som får en uppföljning redovisad noterar den, vid det sammanträdet. En notering före redovisningen gäller något annat än det som sedan visades.",
      "The body to which a follow-up is presented notes it, at that meeting. A note before the presentation is of something other than what was then shown."
    ),
    ground: reportingPromise, covers: [.notedUnpresented],
    population: Localized("redovisade eller noterade uppföljningar", "follow-ups presented or noted"),
    exceptions: [
      RuleException(
        "recent", "Redovisad högst \(entryDays) dagar före läsningen: noteringen kan vara på väg in.",
        "Presented at most \(entryDays) days before the reading: the note may be on its way in."),
      RuleException("same-day", "Samma dag, i vilken ordning som helst.", "The same day, in any order."),
      RuleException("unknown-day", "Redovisad eller noterad på en okänd dag.", "Presented or noted on an unknown day."),
    ],
    .followUp { state, _, reading, tally in
      let presented = state.presented?.mark.effective?.day
      guard let day = presented ?? state.noted?.effective?.day, tally.tests(on: day) else { return }
      let name = reading.title(state.id)
      if let presented, state.noted == nil, presented.days(to: reading.day) > entryDays {
        tally.find(
          state.id, on: reading.day,
          Localized(
            "\(name) redovisades \(presented), men boken visar inte att den har noterats.",
            "\(name) was presented on \(presented), but the book does not show that it was noted."),
          citing: [state.presented?.mark])
      } else if let noted = state.noted?.effective?.day, presented.map({ noted < $0 }) ?? (state.presented == nil) {
        let then =
          presented.map { Localized("redovisades först \($0)", "was presented only on \($0)") }
          ?? Localized("har inte redovisats", "has not been presented")
        tally.find(
          state.id, on: noted,
          Localized(
            "\(name) noterades \(noted)\(state.notedParagraph.map { " \($0)" } ?? "") men \(then.sv).",
            "\(name) was noted on \(noted)\(state.notedParagraph.map { " \($0)" } ?? "") but \(then.en)."),
          citing: [state.noted, state.presented?.mark])
      }
    })

  private static let leftOutWhenSent = Rule(
    "FU-06", .followUp, .explain, Localized("Åtgärd bortfallen i utskicket", "Measure left out when sent"),
    explanation: Localized(
      "Det som skickades ut hade inte en åtgärd som sammanställningen hade.",
      "What was sent lacked a measure that the compilation had."),
    ground: reportingPromise, covers: [.sentWithoutPromised],
    population: Localized("utskick", "sendings"),
    exceptions: [
      RuleException(
        "example", "Bortfallna exempel: de är inte utlovade.", "Examples left out: they were not promised."),
      RuleException("sent-again", "Ett senare utskick som har åtgärden.", "A later sending that has the measure."),
    ],
    .followUp { state, _, reading, tally in
      for (place, sending) in state.sendings.enumerated() {
        let day = sending.mark.effective?.day ?? reading.day
        let when = dayPhrase(sending.mark.effective?.day)
        guard tally.tests(on: day) else { continue }
        let later = state.sendings[(place + 1)...]
        let missing = sending.sent.leftOut.filter { id in
          (reading.measure(id)?.mustBeReported ?? true) && !later.contains { !$0.sent.leftOut.contains(id) }
        }
        if missing.isEmpty { continue }
        let named = missing.map { reading.title($0) }.joined(separator: ", ")
        tally.find(
          state.id, on: day,
          Localized(
            "\(reading.title(state.id)) skickades till \(reading.names.of(sending.sent.to))\(when.sv) utan \(named).",
            "\(reading.title(state.id)) was sent to \(reading.names.of(sending.sent.to))\(when.en) without \(named)."),
          citing: [sending.mark])
      }
    })

  private static let measureWithoutRow = Rule(
    "FU-07", .followUp, .explain,
    Localized("Åtgärd utan rad i uppföljningen", "Measure without a row in the follow-up"),
    explanation: Localized(
      "En uppföljning redovisar varje åtgärd som var utlovad eller beslutad när perioden slutade.",
      "A follow-up reports each measure that was promised or decided when the period ended."),
    ground: reportingPromise,
    population: Localized(
      "par av åtgärd och redovisad uppföljning som borde ha en rad om den",
      "pairs of a measure and a presented follow-up that should have a row about it"),
    exceptions: [
      RuleException(
        "example", "Exempel i löftet: ingen har lovat dem.", "Examples in the promise: nobody promised them."),
      RuleException(
        "recorded-after", "En åtgärd som skrevs in först efter sammanställningen.",
        "A measure that was recorded only after the compilation."),
      RuleException(
        "after-the-period", "En åtgärd som föreslogs efter periodens slut.",
        "A measure that was proposed after the end of the period."),
      RuleException(
        "over", "Avslutad, avbruten eller avslagen före perioden.", "Ended, broken off or rejected before the period."),
      RuleException(
        "unknown-day", "Föreslagen, beslutad eller avslutad på en okänd dag.",
        "Proposed, decided or ended on an unknown day."),
      RuleException("left-out", "Det som FU-06 finner.", "What FU-06 finds."),
      RuleException(
        "other-promise", "Åtgärder under ett annat löfte än uppföljningens.",
        "Measures under another promise than the follow-up's."),
    ],
    .measure { measure, _, reading, tally in
      guard measure.mustBeReported, let binding = measure.plan?.binding,
        let since = binding == .example ? measure.approved : measure.proposed, let day = since.effective?.day
      else { return }
      let promise = measure.plan?.promise
      let closed = measure.status?.isClosed == true ? measure.statusMark : nil
      if let closed, closed.effective == nil { return }
      for followUp in reading.index.followUps {
        guard followUp.isPresented, let compiled = followUp.compiled, let period = followUp.period,
          compiled.promise == promise, day <= period.through, since.position <= compiled.knownThrough,
          (closed?.effective?.day).map({ $0 >= period.from }) ?? true, tally.tests(on: period.through)
        else { continue }
        if followUp.rows.contains(measure.id) || followUp.leftOut.contains(measure.id) { continue }
        tally.find(
          measure.id, on: period.through,
          Localized(
            "\(reading.title(measure.id)) har ingen rad i uppföljningen \(followUp.state.id) (\(period.label)), fastän den var känd när den sammanställdes.",
            "\(reading.title(measure.id)) has no row in the follow-up \(followUp.state.id) (\(period.label)) although it was known when that was compiled."
          ), citing: [since, followUp.state.compiledMark])
      }
    })

  private static let figureDiffersNow = Rule(
    "FU-08", .followUp, .explain,
    Localized("Redovisad uppgift skulle nu vara en annan", "A figure presented would differ now"),
    explanation: Localized(
      "Något som en redovisad uppföljning byggde på har korrigerats eller makulerats efteråt. Det som visades var rätt efter vad som var känt; den som läser det i dag bör veta det.",
      "Something that a presented follow-up rested on was corrected or voided afterwards. What was shown was right by what was known; whoever reads it today should know."
    ),
    ground: reportingPromise,
    population: Localized(
      "par av åtgärd och redovisad uppföljning med en rad om den",
      "pairs of a measure and a presented follow-up with a row about it"),
    exceptions: [
      RuleException(
        "voided", "En korrigering som har makulerats: uppgiften är åter den redovisade.",
        "A correction that was itself voided: the figure is again as presented."),
      RuleException(
        "after-the-period", "En uppgift om tid efter periodens slut.", "A figure of time after the end of the period."),
      RuleException(
        "corrected-first", "Korrigerad redan före sammanställningen.", "Corrected already before the compilation."),
    ],
    .measure { measure, story, reading, tally in
      for followUp in reading.index.followUps where followUp.rows.contains(measure.id) {
        guard followUp.isPresented, let compiled = followUp.compiled, let period = followUp.period,
          tally.tests(on: period.through), story.events.contains(where: \.isAboutAnEntry)
        else { continue }
        let changes = story.changes(since: compiled.knownThrough, of: period)
        if changes.isEmpty { continue }
        let words = changes.map(\.words)
        tally.find(
          measure.id, on: period.through,
          Localized(
            "\(reading.title(measure.id)) i uppföljningen \(followUp.state.id) (\(period.label)) skulle nu vara annorlunda: \(words.map(\.sv).joined(separator: "; ")).",
            "\(reading.title(measure.id)) in the follow-up \(followUp.state.id) (\(period.label)) would differ now: \(words.map(\.en).joined(separator: "; "))."
          ), citing: changes.flatMap(\.cited))
      }
    })
}

extension RuleReading {
  func measure(_ id: SubjectID) -> Measure? { if case .measure(let state)? = state(id) { state } else { nil } }

  func period(of followUp: FollowUp) -> ReportingPeriod? {
    index.ledger?.opened?.periods.first { $0.label == followUp.compiled?.period }
  }
}
