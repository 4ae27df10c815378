import LedgerDomain
import TestSupport

/// Is what is decided clear: by what, by whom, by when, to what end?
enum CompletenessCases {
  /// A proposal without one member, decided.
  private static func decided(_ proposal: String) -> String {
    """
    2022-02-01 M-0001 proposed \(proposal)
    2022-03-01 D-0001 made concerns=[M-0001]
    2022-03-01 M-0001 approved decision=D-0001
    """
  }

  /// A proposal that is not filled in, in a setting of its own.
  private static let example = """
    2022-02-01 M-0001 proposed binding=example
    """

  static let all: [RuleCase] = [
    .finds(
      "CO-01", ["M-0001 2022-03-01"], "approved, and no decision named",
      """
      2022-02-01 M-0001 proposed
      2022-03-01 M-0001 approved ! inget beslut har hittats
      """),
    .finds(
      "CO-01", ["M-0001 2022-05-01"], "amended after the decision, and no decision named",
      decided("") + "\n2022-05-01 M-0001 amended title=Annat ! utan nytt beslut"),
    .finds(
      "CO-01", ["P-0001 2022-05-01"], "the promise amended, and no decision named",
      """
      2022-05-01 P-0001 amended title=Annat ! utan beslut
      """),
    .passes("CO-01", "approved under a decision", decided("")),
    .passes(
      "CO-01", "a proposal amended and withdrawn by whoever made it",
      """
      2022-02-01 M-0001 proposed
      2022-02-10 M-0001 amended title=Annat
      2022-02-20 M-0001 withdrawn
      """),
    .finds(
      "CO-02", ["D-0001 2022-03-01"], "neither registry number nor paragraph",
      """
      2022-01-10 G-0001 granted
      2022-03-01 D-0001 made authority={kind:delegated,delegation:G-0001} reference=
      """),
    .passes(
      "CO-02", "meeting and paragraph",
      """
      2022-03-01 T-0001 scheduled day=2022-03-01
      2022-03-01 D-0001 made authority={kind:body,organ:B-0001,meeting:T-0001,paragraph:§_4} reference=
      """),
    .finds("CO-03", ["M-0001 2022-03-01"], "nobody is responsible", decided("responsible=")),
    .finds(
      "CO-03", ["M-0001 2023-06-30"], "nobody is responsible, and nobody knows when it was decided",
      decided("responsible=").replacing("2022-03-01 M-0001 approved", with: "- M-0001 approved")),
    .passes("CO-03", "someone is", decided("")),
    .passes("CO-03", "only an example in the promise", example + " responsible="),
    .finds("CO-04", ["M-0001 2022-03-01"], "no deadline", decided("deadline=")),
    .passes("CO-04", "a deadline", decided("")),
    .finds("CO-05", ["M-0001 2022-03-01"], "no goal and no target", decided("goal=")),
    .passes("CO-05", "a goal in words", decided("")),
  ]
}
