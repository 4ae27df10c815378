import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension RuleBook {
  /// What became of the auditors' own recommendations?
  static let auditorsWork: [Rule] = [unanswered, clearedUnanswered]

  private static let auditors = RuleGround.method(
    Localized(
      "KL 12:9 och 12:12: revisorerna begär in uppgifter, och deras kritik besvaras",
      "KL 12:9 and 12:12: the auditors ask for information, and their criticism is answered"))

  private static let unanswered = Rule(
    "RE-01", .recommendations, .explain,
    Localized("Rekommendation obesvarad", "Recommendation unanswered"),
    explanation: Localized(
      "Revisorerna bad om svar till en viss dag, och inget svar finns i boken.",
      "The auditors asked for an answer by a day, and no answer is in the book."),
    ground: auditors,
    population: Localized(
      "rekommendationer med svarsdag som inte är avslutade", "recommendations with a day for the answer, not cleared"),
    exceptions: [
      Localized("Ingen svarsdag: då går ingen tid ut.", "No day for the answer: no time runs out."),
      Localized("Besvarad, om än sent.", "Answered, though late."),
      Localized("Avslutad utan svar: det finner RE-02.", "Cleared without an answer: RE-02 finds that."),
    ],
    .recommendation { state, _, reading, tally in
      guard let delivered = state.delivered, state.cleared == nil, let due = delivered.answerBy,
        tally.tests(on: due), due < reading.day, state.answers.isEmpty
      else { return }
      let to = delivered.to.map { reading.names.of($0) }
      tally.find(
        state.id, on: due,
        Localized(
          "\(reading.title(state.id))\(to.map { " till \($0)" } ?? "") skulle vara besvarad \(due). Inget svar finns i boken \(days(due.days(to: reading.day)).sv) senare.",
          "\(reading.title(state.id))\(to.map { " to \($0)" } ?? "") was to be answered by \(due). No answer is in the book \(days(due.days(to: reading.day)).en) later."
        ), citing: [state.mark])
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
      Localized("Besvarad före avslutandet, eller samma dag.", "Answered before the clearing, or on that day.")
    ],
    .recommendation { state, _, reading, tally in
      guard let cleared = state.cleared else { return }
      let day = cleared.effective?.day ?? reading.day
      guard tally.tests(on: day) else { return }
      if state.answers.contains(where: { $0.mark.effective.map { $0.day <= day } ?? true }) { return }
      tally.find(
        state.id, on: day,
        Localized(
          "\(reading.title(state.id)) avslutades \(day) utan att något svar finns i boken.",
          "\(reading.title(state.id)) was cleared on \(day) without any answer in the book."),
        citing: [state.mark, cleared])
    })
}
