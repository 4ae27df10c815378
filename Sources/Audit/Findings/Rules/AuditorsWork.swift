import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension RuleBook {
  /// What became of the auditors' own recommendations?
  static let auditorsWork: [Rule] = [unanswered, clearedUnanswered, clearedByCriticised]

  private static let auditors = RuleGround.method(
    Localized(
      "KL 12:9 och 12:12: revisorerna begär in uppgifter, och deras kritik besvaras",
      "KL 12:9 and 12:12: the auditors ask for information, and their criticism is answered"))

  private static let unanswered = Rule(
    "RE-01", .recommendations, .explain,
    Localized("Rekommendation obesvarad", "Recommendation unanswered"),
    explanation: Localized(
      "Revisorerna bad om svar till en viss dag, eller fann att den kvarstår och bad om ett nytt, och inget svar finns i boken.",
      "The auditors asked for an answer by a day, or found that it remains and asked anew, and no answer is in the book."
    ),
    ground: auditors,
    population: Localized(
      "rekommendationer med svarsdag som inte är avslutade", "recommendations with a day for the answer, not cleared"),
    exceptions: [
      RuleException("no-day", "Ingen svarsdag: då går ingen tid ut.", "No day for the answer: no time runs out."),
      RuleException("late", "Besvarad, om än sent.", "Answered, though late."),
      RuleException("cleared", "Avslutad utan svar: det finner RE-02.", "Cleared without an answer: RE-02 finds that."),
    ],
    .recommendation { state, _, reading, tally in
      guard let delivered = state.delivered, state.cleared == nil, let due = state.answerBy,
        tally.tests(on: due), due < reading.day, !state.isAnswered
      else { return }
      let to = delivered.to.map { reading.names.of($0) }
      let again = state.carryOvers.last.flatMap { $0.mark.effective?.day }
      let since =
        again.map {
          Localized(", som revisorerna fann kvarstå \($0),", ", which the auditors found to remain on \($0),")
        }
        ?? Localized("", "")
      tally.find(
        state.id, on: due,
        Localized(
          "\(reading.title(state.id))\(to.map { " till \($0)" } ?? "")\(since.sv) skulle vara besvarad \(due). Inget svar finns i boken \(days(due.days(to: reading.day)).sv) senare.",
          "\(reading.title(state.id))\(to.map { " to \($0)" } ?? "")\(since.en) was to be answered by \(due). No answer is in the book \(days(due.days(to: reading.day)).en) later."
        ), citing: [state.mark, state.carryOvers.last?.mark])
    })

  private static let clearedUnanswered = Rule(
    "RE-02", .recommendations, .explain,
    Localized("Rekommendation avslutad utan svar", "Recommendation cleared without an answer"),
    explanation: Localized(
      "Att en rekommendation är omhändertagen bör gå att se i ett svar.",
      "That a recommendation is dealt with should be seen from an answer."),
    ground: auditors, covers: [.clearedUnanswered],
    population: Localized("avslutade rekommendationer", "recommendations cleared"),
    exceptions: [
      RuleException(
        "answered", "Besvarad före avslutandet, eller samma dag.", "Answered before the clearing, or on that day."),
      RuleException("unknown-day", "Besvarad på en okänd dag.", "Answered on an unknown day."),
    ],
    .recommendation { state, _, reading, tally in
      guard let cleared = state.cleared else { return }
      let day = cleared.effective?.day ?? reading.day
      let when = dayPhrase(cleared.effective?.day)
      guard tally.tests(on: day) else { return }
      if state.answers.contains(where: { $0.mark.effective.map { $0.day <= day } ?? true }) { return }
      tally.find(
        state.id, on: day,
        Localized(
          "\(reading.title(state.id)) avslutades\(when.sv) utan att något svar finns i boken.",
          "\(reading.title(state.id)) was cleared\(when.en) without any answer in the book."),
        citing: [state.mark, cleared])
    })

  private static let clearedByCriticised = Rule(
    "RE-03", .recommendations, .explain,
    Localized("Avslutad av den som kritiserades", "Cleared by those it criticised"),
    explanation: Localized(
      "Om en rekommendation är omhändertagen bedömer revisorerna, inte det organ som fick den.",
      "Whether a recommendation is dealt with is for the auditors to judge, not for the body that received it."),
    ground: .method(
      Localized(
        "KL 12:1: revisorerna granskar; den granskade avslutar inte granskningen",
        "KL 12:1: the auditors examine; the examined do not end the examination")),
    population: Localized("rekommendationer avslutade av en namngiven", "recommendations cleared by someone named"),
    exceptions: [
      RuleException("not-stated", "Det anges inte vem som avslutade den.", "Who cleared it is not stated."),
      RuleException(
        "other-body", "Den som avslutade hör till ett annat organ än det som fick den.",
        "Whoever cleared it belongs to another body than the one that received it."),
    ],
    .recommendation { state, _, reading, tally in
      guard let cleared = state.cleared, let by = state.clearedBy else { return }
      let day = cleared.effective?.day ?? reading.day
      let when = dayPhrase(cleared.effective?.day)
      guard tally.tests(on: day) else { return }
      let body = reading.body(state.delivered?.to)?.registered
      let isOfBody =
        body.map { body in by.organ == body.name || body.chair.map { by.isSame(as: $0) } ?? false } ?? false
      let hasAnswered = state.answers.contains { $0.answered.by.map { by.isSame(as: $0) } ?? false }
      guard isOfBody || hasAnswered else { return }
      tally.find(
        state.id, on: day,
        Localized(
          "\(reading.title(state.id)) avslutades\(when.sv) av \(by.named), som den riktade sig till.",
          "\(reading.title(state.id)) was cleared\(when.en) by \(by.named), to whom it was addressed."),
        citing: [state.mark, cleared])
    })
}
