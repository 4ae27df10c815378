import CommandArguments
import LedgerDomain
import StrictJSON

/// `measure`: the measures from proposal to evaluation.
enum MeasureCommands {
  static let noun = Noun(
    "measure", Localized("åtgärder: från förslag till utvärdering", "measures: from proposal to evaluation"),
    [
      propose, referBack, table, approve, reject, start, report, implement, pause, resume, extend, reassign, amend,
      withdraw, evaluate, MeasureList.verb, Verb.show(.measure), MeasureCount.verb,
    ])

  private static let binding = Option<BindingLevel>(
    choice: "binding", "LEVEL", Localized("bindningsgrad", "how strongly it binds"), default: "promised")
  private static let caseID = Option<SubjectID>(text: "case", "C-ID", Localized("ärendet bakom", "the case behind it"))
  private static let situation = Option<SubjectID>(
    text: "situation", "S-ID", Localized("lägesbilden bakom", "the situation picture behind it"))
  private static let cause = Option<Text>(text: "cause", "TEXT", Localized("orsak", "cause"))
  private static let goal = Option<Text>(text: "goal", "TEXT", Localized("operativt mål", "operational goal"))
  private static let order = Option<Int>(
    "order", "N", Localized("ordning i planen", "order in the plan"), parse: wholeNumber(1...9999))
  private static let contact = Option<String>("contact", "TEXT", Localized("kontakt; förseglas", "contact; sealed"))
  private static let followUp = Option<Text>(
    text: "follow-up", "TEXT", Localized("hur den följs upp", "how it is followed up"))
  private static let evaluation = Flag(
    "evaluation-promised", Localized("utvärdering är utlovad", "an evaluation is promised"))
  private static let horizon = Option<Horizon>(
    choice: "horizon", "WORD", Localized("kort eller lång sikt", "short or long term"))
  private static let timeOfDay = Option<Text>(text: "time-of-day", "TEXT", Localized("tid på dygnet", "time of day"))
  private static let arena = Option<Text>(text: "arena", "TEXT", Localized("arena", "arena"))
  private static let group = Option<Text>(text: "group", "TEXT", Localized("målgrupp", "target group"))
  private static let parties = Option<Code>(
    text: "party", "CODE", Localized("part som deltar", "a party taking part"), .repeated)

  static let propose = Verb.recording(
    ["measure", "propose"], Localized("föreslå en åtgärd", "propose a measure"),
    [
      Shared.title, binding, Shared.promise, caseID, situation, cause, goal, Shared.targets, Shared.deadline, order,
      Shared.responsible, contact, followUp, evaluation, Shared.areas, Shared.municipalityWide, Shared.focusAreas,
      horizon, timeOfDay, arena, group, parties, Shared.performers,
    ] + ProposerOptions.all,
    example:
      #"liggare measure propose --title "Trygghetsvandringar" --area norr --target "vandringar: >=4 st" --deadline 2022-11-30"#,
    Localized("en åtgärd med ett mål som räknas", "a measure with a countable target")
  ) { draft throws(Failure) in
    let given = draft.arguments
    let id = draft.newID(.measure)
    let proposer = try draft.proposer(
      official: ProposerOptions.official, party: ProposerOptions.party, citizen: ProposerOptions.citizen,
      contact: ProposerOptions.contact)
    let sealedContact = try draft.seal("contact", given[optional: contact])
    let proposed = MeasureProposed(
      title: try given.value(Shared.title), binding: try given.value(binding), promise: draft.promise,
      case: given[optional: caseID], situation: given[optional: situation], cause: given[optional: cause],
      goal: given[optional: goal], targets: given.values(Shared.targets), deadline: given[optional: Shared.deadline],
      order: given[optional: order], responsible: given[optional: Shared.responsible], contact: sealedContact,
      followUp: given[optional: followUp], evaluationPromised: given[evaluation], areas: given.values(Shared.areas),
      municipalityWide: given[Shared.municipalityWide], focusAreas: given.values(Shared.focusAreas),
      horizon: given[optional: horizon], timeOfDay: given[optional: timeOfDay], arena: given[optional: arena],
      targetGroup: given[optional: group], parties: given.values(parties), performers: given.values(Shared.performers),
      proposedBy: proposer)
    try draft.add(id, .measure(.proposed(proposed)))
  }

  static let referBack = Verb.recording(
    ["measure", "refer-back"], Localized("återremittera", "refer back"), about: [Subjects.measure], [Shared.reason],
    decision: true,
    example:
      #"liggare measure refer-back M-0007 --reason "Kostnaden ska redovisas" --authority body --organ B-0002 --paragraph "§ 12""#,
    Localized("med beslutet i samma post", "with the decision in the same batch")
  ) { draft throws(Failure) in
    let id = try draft.arguments.value(Subjects.measure)
    let decision = try draft.decision(.referredBack, about: id)
    try draft.add(
      id,
      .measure(.referredBack(MeasureReferredBack(reason: try draft.arguments.value(Shared.reason), decision: decision)))
    )
  }

  private static let until = Option<LocalDate>(text: "until", "DATE", Localized("till dagen", "until the day"))

  static let table = Verb.recording(
    ["measure", "table"], Localized("bordlägga", "table"), about: [Subjects.measure], [until], decision: true,
    example: "liggare measure table M-0007 --until 2022-03-23",
    Localized("till nästa sammanträde", "to the next meeting")
  ) { draft throws(Failure) in
    let id = try draft.arguments.value(Subjects.measure)
    let decision = try draft.decision(.tabled, about: id)
    try draft.add(id, .measure(.tabled(MeasureTabled(until: draft.arguments[optional: until], decision: decision))))
  }

  private static let conditions = Option<Text>(text: "conditions", "TEXT", Localized("villkor", "conditions"))

  static let approve = Verb.recording(
    ["measure", "approve"], Localized("besluta åtgärden", "approve the measure"), about: [Subjects.measure],
    [conditions],
    decision: true,
    example:
      #"liggare measure approve M-0007 --authority body --organ B-0002 --meeting T-0001 --paragraph "§ 14" --effective 2022-02-23"#,
    Localized("beslutet registreras i samma post", "the decision is recorded in the same batch")
  ) { draft throws(Failure) in
    let id = try draft.arguments.value(Subjects.measure)
    let decision = try draft.decision(.approved, about: id)
    try draft.add(
      id, .measure(.approved(MeasureApproved(decision: decision, conditions: draft.arguments[optional: conditions]))))
  }

  static let reject = Verb.recording(
    ["measure", "reject"], Localized("avslå", "reject"), about: [Subjects.measure], [Shared.reason], decision: true,
    example: #"liggare measure reject M-0007 --reason "Ryms inte i budgeten" --decision D-0003"#,
    Localized("med ett beslut som redan finns", "with a decision already recorded")
  ) { draft throws(Failure) in
    let id = try draft.arguments.value(Subjects.measure)
    let decision = try draft.decision(.rejected, about: id)
    try draft.add(
      id, .measure(.rejected(MeasureRejected(reason: try draft.arguments.value(Shared.reason), decision: decision))))
  }

  static let start = Verb.recording(
    ["measure", "start"], Localized("påbörja", "start"), about: [Subjects.measure], [Shared.performers],
    example: "liggare measure start M-0007 --effective 2022-03-01", Localized("från en viss dag", "from a certain day")
  ) { draft throws(Failure) in
    try draft.add(
      try draft.arguments.value(Subjects.measure),
      .measure(.started(MeasureStarted(performedBy: draft.arguments.values(Shared.performers)))))
  }

  private static let period = Option<Text>(text: "period", "LABEL", Localized("rapportperiod", "reporting period"))

  static let report = Verb.recording(
    ["measure", "report"], Localized("rapportera hur det går", "report progress"), about: [Subjects.measure],
    [Shared.statement, Shared.results, period, Shared.reportedBy],
    example:
      #"liggare measure report M-0007 --statement "Tre vandringar genomförda" --result vandringar=3 --period 2022-T2"#,
    Localized("utfallet räknas från årets början", "the actual counts from the beginning of the year")
  ) { draft throws(Failure) in
    let given = draft.arguments
    try draft.add(
      try given.value(Subjects.measure),
      .measure(
        .progressReported(
          ProgressReported(
            statement: try given.value(Shared.statement), results: given.values(Shared.results),
            period: given[optional: period], reportedBy: given[optional: Shared.reportedBy]))))
  }

  private static let extent = Option<Extent>(
    choice: "extent", "WORD", Localized("hur mycket som gjordes", "how much was done"), default: "full")
  private static let deviation = Option<Text>(
    text: "deviation", "TEXT", Localized("varför inte allt gjordes", "why not all was done"))

  static let implement = Verb.recording(
    ["measure", "implement"], Localized("genomförd, delvis eller ej", "implemented, partly or not"),
    about: [Subjects.measure], [extent, Shared.results, deviation, Shared.performers, Shared.reportedBy],
    example: "liggare measure implement M-0007 --result vandringar=4 --effective 2022-11-15",
    Localized("med utfallet mot målet", "with the actual against the target")
  ) { draft throws(Failure) in
    let given = draft.arguments
    try draft.add(
      try given.value(Subjects.measure),
      .measure(
        .implemented(
          MeasureImplemented(
            extent: try given.value(extent), results: given.values(Shared.results),
            deviation: given[optional: deviation],
            performedBy: given.values(Shared.performers), reportedBy: given[optional: Shared.reportedBy]))))
  }

  static let pause = Verb.recording(
    ["measure", "pause"], Localized("pausa", "pause"), about: [Subjects.measure], [Shared.reason], decision: true,
    example: #"liggare measure pause M-0007 --reason "Personalbrist""#, Localized("tills vidare", "for the time being")
  ) { draft throws(Failure) in
    let id = try draft.arguments.value(Subjects.measure)
    let decision = try draft.decision(.paused, about: id)
    try draft.add(
      id, .measure(.paused(MeasurePaused(reason: try draft.arguments.value(Shared.reason), decision: decision))))
  }

  static let resume = Verb.recording(
    ["measure", "resume"], Localized("återuppta", "resume"), about: [Subjects.measure], decision: true,
    example: "liggare measure resume M-0007", Localized("arbetet går vidare", "the work goes on")
  ) { draft throws(Failure) in
    let id = try draft.arguments.value(Subjects.measure)
    let decision = try draft.decision(.resumed, about: id)
    try draft.add(id, .measure(.resumed(MeasureResumed(decision: decision))))
  }

  private static let newDeadline = Option<LocalDate>(
    text: "deadline", "DATE", Localized("nytt slutdatum", "new deadline"), .required)

  static let extend = Verb.recording(
    ["measure", "extend"], Localized("förlänga tiden", "extend the deadline"), about: [Subjects.measure],
    [newDeadline, Shared.reason], decision: true,
    example: #"liggare measure extend M-0007 --deadline 2023-03-31 --reason "Leveransen är sen" --decision D-0004"#,
    Localized("det ursprungliga slutdatumet står kvar", "the original deadline is kept")
  ) { draft throws(Failure) in
    let id = try draft.arguments.value(Subjects.measure)
    let decision = try draft.decision(.extended, about: id)
    try draft.add(
      id,
      .measure(
        .deadlineExtended(
          DeadlineExtended(
            deadline: try draft.arguments.value(newDeadline), reason: try draft.arguments.value(Shared.reason),
            decision: decision))))
  }

  private static let newResponsible = Option<PublicOfficial>(
    official: "responsible", Localized("ny ansvarig", "who is now responsible"), .required)
  private static let optionalReason = Option<Text>(text: "reason", "TEXT", Localized("skälet", "the reason"))

  static let reassign = Verb.recording(
    ["measure", "reassign"], Localized("byta ansvarig", "change who is responsible"), about: [Subjects.measure],
    [newResponsible, optionalReason],
    example: #"liggare measure reassign M-0007 --responsible "Kim Ek, enhetschef""#,
    Localized("från i dag", "from today")
  ) { draft throws(Failure) in
    try draft.add(
      try draft.arguments.value(Subjects.measure),
      .measure(
        .reassigned(
          MeasureReassigned(
            responsible: try draft.arguments.value(newResponsible), reason: draft.arguments[optional: optionalReason])))
    )
  }

  static let amend = Verb.recording(
    ["measure", "amend"], Localized("ändra vad åtgärden är", "change what the measure is"), about: [Subjects.measure],
    [
      Shared.newTitle, goal, Shared.targets, Shared.areas, Shared.municipalityWide, Shared.performers, Shared.reason,
    ], decision: true,
    example: #"liggare measure amend M-0007 --target "vandringar: >=6 st" --reason "Fler områden" --decision D-0005"#,
    Localized("alla mål ersätts av dem som anges", "all targets are replaced by those given")
  ) { draft throws(Failure) in
    let given = draft.arguments
    let id = try given.value(Subjects.measure)
    let decision = try draft.decision(.amended, about: id)
    try draft.add(
      id,
      .measure(
        .amended(
          MeasureAmended(
            title: given[optional: Shared.newTitle], goal: given[optional: goal], targets: given.values(Shared.targets),
            areas: given.values(Shared.areas), municipalityWide: given[Shared.municipalityWide],
            performers: given.values(Shared.performers), reason: try given.value(Shared.reason), decision: decision))))
  }

  static let withdraw = Verb.recording(
    ["measure", "withdraw"], Localized("återkalla eller avbryta", "withdraw"), about: [Subjects.measure],
    [Shared.reason],
    decision: true, example: #"liggare measure withdraw M-0007 --reason "Behovet har upphört" --decision D-0006"#,
    Localized("avbruten efter beslut, återkallad före", "with the decision to end it")
  ) { draft throws(Failure) in
    let id = try draft.arguments.value(Subjects.measure)
    let decision = try draft.decision(.withdrawn, about: id)
    try draft.add(
      id, .measure(.withdrawn(MeasureWithdrawn(reason: try draft.arguments.value(Shared.reason), decision: decision))))
  }

  private static let kind = Option<FollowUpKind>(
    choice: "kind", "KIND", Localized("produktion, process eller effekt", "output, process or effect"), .required)
  private static let conclusion = Option<Text>(
    text: "conclusion", "TEXT", Localized("slutsatsen", "the conclusion"), .required)
  private static let attainment = Option<GoalAttainment>(
    choice: "attainment", "WORD", Localized("om målet nåddes", "whether the goal was reached"), .required)
  private static let indicators = Option<SubjectID>(
    text: "indicator", "I-ID", Localized("indikator", "indicator"), .repeated)
  private static let evaluatedBy = Option<PublicOfficial>(
    official: "evaluated-by", Localized("vem som utvärderade", "who evaluated"))

  static let evaluate = Verb.recording(
    ["measure", "evaluate"], Localized("utvärdera", "evaluate"), about: [Subjects.measure],
    [kind, conclusion, attainment, indicators, evaluatedBy],
    example:
      #"liggare measure evaluate M-0007 --kind effect --attainment partly --indicator I-0001 --conclusion "Tryggheten ökade något""#,
    Localized("effekt kräver en indikator med nulägesvärde", "effect needs an indicator with a baseline")
  ) { draft throws(Failure) in
    let given = draft.arguments
    try draft.add(
      try given.value(Subjects.measure),
      .measure(
        .evaluated(
          MeasureEvaluated(
            kind: try given.value(kind), conclusion: try given.value(conclusion),
            attainment: try given.value(attainment), indicators: given.values(indicators),
            evaluatedBy: given[optional: evaluatedBy]))))
  }
}
