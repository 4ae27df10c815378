import CommandArguments
import LedgerDomain
import StrictJSON

/// `case`: the cases (*ärenden*).
enum CaseCommands {
  static let noun = Noun(
    "case", Localized("ärenden", "cases"),
    [open, assign, link, record, due, close, reopen, Verb.list(.case, filters: CaseFilter.options), Verb.show(.case)])

  private static let registryNumber = Option<Text>(
    text: "registry-number", "TEXT", Localized("diarienummer", "registry number"))
  private static let dueOption = Option<LocalDate>(text: "due", "DATE", Localized("klart senast", "due"))

  static let open = Verb.recording(
    ["case", "open"], Localized("öppna ett ärende", "open a case"),
    [Shared.title, registryNumber, Shared.promise, Shared.areas, Shared.description, dueOption] + ProposerOptions.all,
    example: #"liggare case open --title "Mörk gångväg vid skolan" --area norr --registry-number "KS 2022/17""#,
    Localized("med diarienummer", "with a registry number")
  ) { draft throws(Failure) in
    let given = draft.arguments
    let id = draft.newID(.case)
    let raisedBy = try draft.proposer(
      official: ProposerOptions.official, party: ProposerOptions.party, citizen: ProposerOptions.citizen,
      contact: ProposerOptions.contact)
    try draft.add(
      id,
      .case(
        .opened(
          CaseOpened(
            title: try given.value(Shared.title), registryNumber: given[optional: registryNumber],
            promise: draft.promise,
            areas: given.values(Shared.areas), description: given[optional: Shared.description], raisedBy: raisedBy,
            due: given[optional: dueOption]))))
  }

  private static let officer = Option<PublicOfficial>(
    official: "officer", Localized("handläggare", "case officer"), .required)

  static let assign = Verb.recording(
    ["case", "assign"], Localized("utse handläggare", "assign a case officer"), about: [Subjects.case], [officer],
    example: #"liggare case assign C-0001 --officer "Kim Ek, handläggare""#,
    Localized("namn och befattning", "name and office")
  ) { draft throws(Failure) in
    try draft.add(
      try draft.arguments.value(Subjects.case),
      .case(.assigned(CaseAssigned(officer: try draft.arguments.value(officer)))))
  }

  static let link = Verb.recording(
    ["case", "link"], Localized("koppla till en åtgärd", "link to a measure"),
    about: [Subjects.case, Subjects.measure],
    example: "liggare case link C-0001 M-0007", Localized("ärendet ledde till åtgärden", "the case led to the measure")
  ) { draft throws(Failure) in
    try draft.add(
      try draft.arguments.value(Subjects.case),
      .case(.linked(CaseLinked(measure: try draft.arguments.value(Subjects.measure)))))
  }

  private static let activity = Option<Text>(
    text: "activity", "TEXT", Localized("vad som gjordes", "what was done"), .required)

  static let record = Verb.recording(
    ["case", "record"], Localized("anteckna en händelse i ärendet", "record an activity"), about: [Subjects.case],
    [activity, Shared.by], example: #"liggare case record C-0001 --activity "Platsbesök med fastighetsägaren""#,
    Localized("vad som gjordes", "what was done")
  ) { draft throws(Failure) in
    try draft.add(
      try draft.arguments.value(Subjects.case),
      .case(
        .activityRecorded(
          ActivityRecorded(activity: try draft.arguments.value(activity), by: draft.arguments[optional: Shared.by]))))
  }

  private static let day = Option<LocalDate>(text: "due", "DATE", Localized("klart senast", "due"), .required)
  private static let reason = Option<Text>(text: "reason", "TEXT", Localized("skälet", "the reason"))

  static let due = Verb.recording(
    ["case", "due"], Localized("sätta dag", "set the due date"), about: [Subjects.case], [day, reason],
    example: "liggare case due C-0001 --due 2022-06-30", Localized("senast den dagen", "by that day")
  ) { draft throws(Failure) in
    try draft.add(
      try draft.arguments.value(Subjects.case),
      .case(.dueDateSet(DueDateSet(due: try draft.arguments.value(day), reason: draft.arguments[optional: reason]))))
  }

  private static let outcome = Option<Text>(
    text: "outcome", "TEXT", Localized("hur det slutade", "how it ended"), .required)

  static let close = Verb.recording(
    ["case", "close"], Localized("avsluta", "close"), about: [Subjects.case], [outcome], decision: true,
    example: #"liggare case close C-0001 --outcome "Belysning beställd, se M-0007""#,
    Localized("med utfallet", "with the outcome")
  ) { draft throws(Failure) in
    let id = try draft.arguments.value(Subjects.case)
    let decision = try draft.decision(.other, about: id)
    try draft.add(id, .case(.closed(CaseClosed(outcome: try draft.arguments.value(outcome), decision: decision))))
  }

  static let reopen = Verb.recording(
    ["case", "reopen"], Localized("öppna igen", "reopen"), about: [Subjects.case], [Shared.reason],
    example: #"liggare case reopen C-0001 --reason "Ny anmälan""#, Localized("med skälet", "with the reason")
  ) { draft throws(Failure) in
    try draft.add(
      try draft.arguments.value(Subjects.case),
      .case(.reopened(CaseReopened(reason: try draft.arguments.value(Shared.reason)))))
  }
}
