import LedgerDomain
import TestSupport

/// Were the minutes verified, and the verification announced, as kommunallagen says?
enum MinutesCases {
  private static let held = "2022-03-01 T-0001 scheduled day=2022-03-01\n2022-03-01 T-0001 held\n"
  private static let verified = held + "2022-03-10 T-0001 minutes-verified\n"

  static let all: [RuleCase] = [
    .finds("MI-01", ["T-0001 2022-03-16"], "a day late", held + "2022-03-16 T-0001 minutes-verified ! sjukdom"),
    .finds("MI-01", ["T-0001 2022-03-15"], "never", held),
    .finds(
      "MI-01", ["T-0001 2022-03-21"], "on the Monday after the last day",
      """
      2022-03-04 T-0001 scheduled day=2022-03-04
      2022-03-04 T-0001 held
      2022-03-21 T-0001 minutes-verified ! sjukdom
      """),
    .finds(
      "MI-01", ["T-0001 2022-03-15"], "one paragraph at once, and the rest never",
      held + "2022-03-01 T-0001 minutes-verified paragraphs=[§_4]"),
    .passes("MI-01", "on the fourteenth day", held + "2022-03-15 T-0001 minutes-verified"),
    .passes(
      "MI-01", "the fourteenth day is Good Friday: the next working day is the Tuesday after",
      """
      2022-04-01 T-0001 scheduled day=2022-04-01
      2022-04-01 T-0001 held
      2022-04-19 T-0001 minutes-verified
      """),
    .passes("MI-01", on: "2022-03-15", "the time is not out", held),
    .finds(
      "MI-02", ["T-0001 2022-03-15"], "on the third day, a weekend after",
      verified + "2022-03-15 T-0001 verification-announced ! glömdes"),
    .finds("MI-02", ["T-0001 2022-03-14"], "never", verified),
    .finds(
      "MI-02", ["T-0001 2022-03-14"], "on the Monday after the last day",
      held + "2022-03-09 T-0001 minutes-verified\n2022-03-14 T-0001 verification-announced ! glömdes"),
    .finds(
      "MI-02", ["T-0001 2022-03-04"], "of two paragraphs verified one by one, one",
      held
        + """
        2022-03-02 T-0001 minutes-verified paragraphs=[§_4]
        2022-03-02 T-0001 minutes-verified paragraphs=[§_5]
        2022-03-03 T-0001 verification-announced paragraphs=[§_4] ! för sig
        """),
    .finds(
      "MI-02", ["T-0001 2022-03-04"], "of two paragraphs verified together, one",
      held
        + """
        2022-03-02 T-0001 minutes-verified paragraphs=[§_4,§_5]
        2022-03-03 T-0001 verification-announced paragraphs=[§_4] ! för sig
        """),
    .passes("MI-02", on: "2022-03-14", "the time is not out", verified),
    .finds(
      "MI-03", ["T-0001 2022-03-09"], "the notice went up the day before",
      held + "2022-03-09 T-0001 verification-announced ! i förväg\n2022-03-10 T-0001 minutes-verified"),
    .finds(
      "MI-03", ["T-0001 2022-03-09"], "and the minutes were never verified",
      held + "2022-03-09 T-0001 verification-announced ! i förväg"),
    .finds(
      "MI-03", ["T-0001 2022-03-03"], "with a paragraph that was not verified",
      held
        + """
        2022-03-02 T-0001 minutes-verified paragraphs=[§_4]
        2022-03-03 T-0001 verification-announced paragraphs=[§_4,§_5] ! i förväg
        """),
    .passes(
      "MI-03", "one paragraph, verified by itself",
      held + "2022-03-01 T-0001 minutes-verified paragraphs=[§_4]\n"
        + "2022-03-02 T-0001 verification-announced paragraphs=[§_4]"),
    .finds(
      "MI-04", ["T-0001 2022-03-31"], "taken down a day early",
      verified + "2022-03-11 T-0001 verification-announced\n2022-03-31 T-0001 announcement-removed ! flytt"),
    .finds(
      "MI-04", ["T-0001 2022-04-02"], "taken down on a Saturday, when the time runs to the Monday",
      verified + "2022-03-12 T-0001 verification-announced\n2022-04-02 T-0001 announcement-removed ! städning"),
  ]
}
