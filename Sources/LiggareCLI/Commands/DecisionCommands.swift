import CommandArguments
import LedgerDomain
import StrictJSON

/// `decision`: decisions, and what happens to them.
enum DecisionCommands {
  static let noun = Noun(
    "decision", Localized("beslut: vem, när, med vilken rätt", "decisions: who, when, on which authority"),
    [make, announce, notify, appeal, stay, annul, final, Verb.list(.decision), Verb.show(.decision)])

  private static let matter = Option<Text>(
    text: "matter", "TEXT", Localized("vad beslutet gäller", "what is decided"), .required)
  private static let authority = Option<AuthorityKind>(
    choice: "authority", "KIND", Localized("beslutets grund", "the authority"), .required)
  private static let outcome = Option<DecisionOutcome>(
    choice: "outcome", "WORD", Localized("vad beslutet blev", "what was decided"), .required)
  private static let concerns = Option<SubjectID>(
    text: "concerns", "ID", Localized("vad det berör", "what it concerns"), .repeated)

  static let make = Verb.recording(
    ["decision", "make"], Localized("registrera ett beslut", "record a decision"),
    [matter, authority, outcome, concerns]
      + DecisionOptions.making.filter { !["--matter", "--authority"].contains($0.declaration.reference) },
    example:
      #"liggare decision make --matter "Åtgärdsplan 2022" --authority body --organ B-0002 --meeting T-0001 --paragraph "§ 14" --outcome approved --concerns M-0001 --concerns M-0002"#,
    Localized("ett beslut om flera åtgärder", "one decision about several measures")
  ) { draft throws(Failure) in
    let given = draft.arguments
    let made = DecisionOptions.made(
      try given.value(authority), matter: try given.value(matter), outcome: try given.value(outcome),
      concerns: given.values(concerns), given)
    try draft.add(draft.newID(.decision), .decision(.made(made)))
  }

  static let announce = Verb.recording(
    ["decision", "announce"], Localized("tillkännagivet", "announced"), about: [Subjects.decision], [Shared.place],
    example: #"liggare decision announce D-0003 --place "Kommunens anslagstavla""#,
    Localized("på anslagstavlan (KL 8:10, 8:12)", "on the notice board (KL 8:10, 8:12)")
  ) { draft throws(Failure) in
    try draft.add(
      try draft.arguments.value(Subjects.decision),
      .decision(.announced(DecisionAnnounced(place: draft.arguments[optional: Shared.place]))))
  }

  static let notify = Verb.recording(
    ["decision", "notify"], Localized("anmält till ett organ", "notified to a body"), about: [Subjects.decision],
    [Shared.to, Shared.meeting, Shared.paragraph],
    example: #"liggare decision notify D-0003 --to B-0002 --meeting T-0002 --paragraph "§ 31""#,
    Localized(
      "ordförandebeslut anmäls vid nästa sammanträde (KL 6:40)", "urgent decisions at the next meeting (KL 6:40)")
  ) { draft throws(Failure) in
    draft.happens(at: Shared.meeting)
    let given = draft.arguments
    try draft.add(
      try given.value(Subjects.decision),
      .decision(
        .notified(
          DecisionNotified(
            to: try given.value(Shared.to), meeting: given[optional: Shared.meeting],
            paragraph: given[optional: Shared.paragraph]))))
  }

  private static let court = Option<Text>(
    text: "court", "TEXT", Localized("till vilken domstol", "to which court"), .required)
  private static let appellant = Option<String>(
    "appellant", "NAME|E-ID",
    Localized(
      "vem som överklagade: namnet, som förseglas, eller personens nummer",
      "who appealed: the name, which is sealed, or the person's number"))

  static let appeal = Verb.recording(
    ["decision", "appeal"], Localized("överklagat", "appealed"), about: [Subjects.decision],
    [court, Shared.caseNumber, appellant], example: #"liggare decision appeal D-0003 --court "Förvaltningsrätten""#,
    Localized("klagandens namn förseglas", "the appellant's name is sealed")
  ) { draft throws(Failure) in
    let given = draft.arguments
    let person = try draft.privatePerson(given[optional: appellant])
    try draft.add(
      try given.value(Subjects.decision),
      .decision(
        .appealed(
          DecisionAppealed(
            court: try given.value(court), caseNumber: given[optional: Shared.caseNumber], appellant: person))))
  }

  static let stay = Verb.recording(
    ["decision", "stay"], Localized("inhiberat", "stayed"), about: [Subjects.decision],
    [Shared.court, Shared.caseNumber],
    example: #"liggare decision stay D-0003 --by "Förvaltningsrätten""#,
    Localized("får tills vidare inte verkställas", "must not be carried out for now")
  ) { draft throws(Failure) in
    let given = draft.arguments
    try draft.add(
      try given.value(Subjects.decision),
      .decision(
        .stayed(DecisionStayed(by: try given.value(Shared.court), caseNumber: given[optional: Shared.caseNumber]))))
  }

  static let annul = Verb.recording(
    ["decision", "annul"], Localized("upphävt", "annulled"), about: [Subjects.decision],
    [Shared.court, Shared.reason, Shared.caseNumber],
    example: #"liggare decision annul D-0003 --by "Förvaltningsrätten" --reason "Jäv""#,
    Localized("med skälet", "with the reason")
  ) { draft throws(Failure) in
    let given = draft.arguments
    try draft.add(
      try given.value(Subjects.decision),
      .decision(
        .annulled(
          DecisionAnnulled(
            by: try given.value(Shared.court), reason: try given.value(Shared.reason),
            caseNumber: given[optional: Shared.caseNumber]))))
  }

  private static let ruling = Option<Text>(
    text: "ruling", "TEXT", Localized("hur överklagandet slutade", "how the appeal ended"))

  static let final = Verb.recording(
    ["decision", "final"], Localized("har fått laga kraft", "has become final"), about: [Subjects.decision], [ruling],
    example: "liggare decision final D-0003 --effective 2022-03-28",
    Localized("när överklagandetiden gått ut", "when the time to appeal is over")
  ) { draft throws(Failure) in
    try draft.add(
      try draft.arguments.value(Subjects.decision),
      .decision(.final(DecisionFinal(ruling: draft.arguments[optional: ruling]))))
  }
}
