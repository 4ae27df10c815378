import LedgerDomain
import TestSupport

/// Was what was decided carried through, and were those who decided told where it was not?
enum CarryingThroughCases {
  private static let decided = """
    2022-02-01 M-0001 proposed deadline=2022-06-30
    2022-03-01 D-0001 made concerns=[M-0001]
    2022-03-01 M-0001 approved decision=D-0001

    """

  static let all: [RuleCase] = [
    .finds("CO-06", ["M-0001 2022-06-30"], "still open a year later", decided),
    .finds(
      "CO-06", ["M-0001 2022-06-30"], "ended a month late", decided + "2022-07-30 M-0001 implemented"),
    .passes(
      "CO-06", "extended in time",
      decided + "2022-06-20 M-0001 deadline-extended deadline=2023-12-31"),
    .finds("CO-06", ["M-0001 2022-06-30"], "broken off two months late", decided + "2022-09-01 M-0001 withdrawn"),
    .passes("CO-06", "broken off", decided + "2022-06-20 M-0001 withdrawn"),
    .passes("CO-06", on: "2022-06-30", "the last day has not passed", decided),
    .finds(
      "CO-07", ["M-0001 2022-07-05"], "extended five days after",
      decided + "2022-07-05 M-0001 deadline-extended deadline=2022-12-31 ! upptäcktes sent"),
    .finds(
      "CO-08", ["M-0001 2022-06-20"], "extended by nobody knows whom",
      decided + "2022-06-20 M-0001 deadline-extended deadline=2022-12-31"),
    .passes(
      "CO-08", "extended by a decision",
      decided + "2022-06-20 D-0002 made outcome=extended\n"
        + "2022-06-20 M-0001 deadline-extended deadline=2022-12-31 decision=D-0002"),
    .finds(
      "CO-09", ["M-0001 2022-11-28"], "promised and never evaluated",
      """
      2022-02-01 M-0001 proposed evaluationPromised=true
      2022-03-01 D-0001 made concerns=[M-0001]
      2022-03-01 M-0001 approved decision=D-0001
      2022-06-01 M-0001 implemented
      """),
    .passes(
      "CO-09", on: "2022-11-28", "the time is not out",
      """
      2022-02-01 M-0001 proposed evaluationPromised=true
      2022-03-01 D-0001 made concerns=[M-0001]
      2022-03-01 M-0001 approved decision=D-0001
      2022-06-01 M-0001 implemented
      """),
    .finds(
      "CO-10", ["C-0001 2022-05-31"], "open a year after its day",
      """
      2022-02-01 C-0001 opened due=2022-05-31
      """),
    .passes("CO-10", on: "2022-05-31", "the last day has not passed", "2022-02-01 C-0001 opened due=2022-05-31"),
    .finds(
      "CO-11", ["C-0001 2022-06-20"], "closed three weeks late",
      """
      2022-02-01 C-0001 opened due=2022-05-31
      2022-06-20 C-0001 closed
      """),
    .finds(
      "CO-12", ["M-0001 2022-08-28"], "half done, and the board was never told",
      decided + "2022-05-30 M-0001 implemented extent=partial deviation=\"Pengarna tog slut.\""),
    .passes(
      "CO-12", on: "2022-08-28", "the time is not out",
      decided + "2022-05-30 M-0001 implemented extent=partial deviation=\"Pengarna tog slut.\""),
    .finds(
      "CO-13", ["M-0001 2022-06-20"], "the body met on the day, and nothing happened",
      """
      2022-02-01 M-0001 proposed
      2022-03-01 D-0001 made outcome=tabled concerns=[M-0001]
      2022-03-01 M-0001 tabled until=2022-06-20 decision=D-0001
      2022-06-10 T-0001 scheduled day=2022-06-20
      2022-06-20 T-0001 held
      """),
    .passes(
      "CO-13", "taken up and decided",
      """
      2022-02-01 M-0001 proposed
      2022-03-01 D-0001 made outcome=tabled concerns=[M-0001]
      2022-03-01 M-0001 tabled until=2022-06-20 decision=D-0001
      2022-06-10 T-0001 scheduled day=2022-06-20
      2022-06-20 T-0001 held
      2022-06-20 D-0002 made concerns=[M-0001]
      2022-06-20 M-0001 approved decision=D-0002
      """),
    .finds(
      "CO-06", ["M-0001 2022-06-30"], "promised, never decided, and nothing done",
      """
      2022-02-01 M-0001 proposed binding=promised deadline=2022-06-30
      """),
  ]
}
