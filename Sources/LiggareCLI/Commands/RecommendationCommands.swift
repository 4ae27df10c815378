import CommandArguments
import LedgerDomain
import StrictJSON

/// `recommendation`: what the auditors recommend, and the answers.
enum RecommendationCommands {
  static let noun = Noun(
    "recommendation", Localized("revisorernas rekommendationer", "the auditors' recommendations"),
    [deliver, answer, carryOver, clear, Verb.list(.recommendation), Verb.show(.recommendation)])

  private static let text = Option<Text>(
    text: "text", "TEXT", Localized("rekommendationen", "the recommendation"), .required)
  private static let report = Option<Text>(text: "report", "TEXT", Localized("revisionsrapporten", "the audit report"))
  private static let to = Option<SubjectID>(text: "to", "B-ID", Localized("till organet", "to the body"))
  private static let measures = Option<SubjectID>(
    text: "measure", "M-ID", Localized("åtgärd som berörs", "a measure concerned"), .repeated)
  private static let answerBy = Option<LocalDate>(text: "answer-by", "DATE", Localized("svar senast", "answer due"))

  static let deliver = Verb.recording(
    ["recommendation", "deliver"], Localized("lämnad av revisorerna", "delivered by the auditors"),
    [Shared.title, text, report, to, measures, answerBy],
    example:
      #"liggare recommendation deliver --title "Tydligare mål" --text "Mål ska gå att mäta" --answer-by 2023-06-30"#,
    Localized("med svarsdag", "with the day of the answer")
  ) { draft throws(Failure) in
    let given = draft.arguments
    try draft.add(
      draft.newID(.recommendation),
      .recommendation(
        .delivered(
          RecommendationDelivered(
            title: try given.value(Shared.title), text: try given.value(text), report: given[optional: report],
            to: given[optional: to], measures: given.values(measures), answerBy: given[optional: answerBy]))))
  }

  private static let answerText = Option<Text>(text: "answer", "TEXT", Localized("svaret", "the answer"), .required)

  static let answer = Verb.recording(
    ["recommendation", "answer"], Localized("besvarad", "answered"), about: [Subjects.recommendation],
    [answerText, Shared.by], decision: true,
    example: #"liggare recommendation answer R-0001 --answer "Mål med tal införs 2023""#,
    Localized("organets svar", "the body's answer")
  ) { draft throws(Failure) in
    let given = draft.arguments
    let id = try given.value(Subjects.recommendation)
    let decision = try draft.decision(.other, about: id)
    try draft.add(
      id,
      .recommendation(
        .answered(
          RecommendationAnswered(
            answer: try given.value(answerText), by: given[optional: Shared.by], decision: decision))))
  }

  private static let statement = Option<Text>(
    text: "statement", "TEXT", Localized("revisorernas ord", "the auditors' words"))

  static let clear = Verb.recording(
    ["recommendation", "clear"], Localized("åtgärdad enligt revisorerna", "cleared by the auditors"),
    about: [Subjects.recommendation], [statement, Shared.by], example: "liggare recommendation clear R-0001",
    Localized("efter svaret", "after the answer")
  ) { draft throws(Failure) in
    let given = draft.arguments
    try draft.add(
      try given.value(Subjects.recommendation),
      .recommendation(
        .cleared(RecommendationCleared(statement: given[optional: statement], by: given[optional: Shared.by]))))
  }

  static let carryOver = Verb.recording(
    ["recommendation", "carry-over"], Localized("kvarstår enligt revisorerna", "carried over by the auditors"),
    about: [Subjects.recommendation], [statement, report, answerBy],
    example: "liggare recommendation carry-over R-0001 --answer-by 2024-06-30",
    Localized("med ny svarsdag", "with a new day of the answer")
  ) { draft throws(Failure) in
    let given = draft.arguments
    try draft.add(
      try given.value(Subjects.recommendation),
      .recommendation(
        .carriedOver(
          RecommendationCarriedOver(
            statement: given[optional: statement], report: given[optional: report], answerBy: given[optional: answerBy])
        )))
  }
}
