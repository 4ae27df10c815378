import LedgerDomain
import TestSupport

/// Is what is claimed of results supported by how it was found?
enum MethodCases {
  private static let carriedOut = """
    2022-01-10 I-0001 defined name=Anmälda_brott
    2022-01-11 I-0001 observed baseline=true
    2022-01-10 I-0002 defined name=Vandringar kind=output
    2022-01-10 I-0003 defined name=Upplevd_trygghet
    2022-02-01 M-0001 proposed
    2022-03-01 D-0001 made concerns=[M-0001]
    2022-03-01 M-0001 approved decision=D-0001
    2022-06-01 M-0001 implemented

    """

  static let all: [RuleCase] = [
    .finds(
      "ME-01", ["M-0001 2022-12-01"], "the goal reached, by counting walks",
      carriedOut + "2022-12-01 M-0001 evaluated kind=effect indicators=[I-0002] ! inget nulägesvärde"),
    .finds(
      "ME-01", ["M-0001 2022-12-01"], "the goal reached, by nothing",
      carriedOut + "2022-12-01 M-0001 evaluated kind=effect ! ingen indikator"),
    .passes(
      "ME-01", "output evaluated by counting, as it should be",
      carriedOut + "2022-12-01 M-0001 evaluated kind=output indicators=[I-0002]"),
    .finds(
      "ME-02", ["M-0001 2022-12-01"], "an indicator of effect with no baseline",
      carriedOut + "2022-12-01 M-0001 evaluated kind=effect indicators=[I-0003] ! inget nulägesvärde"),
    .finds(
      "ME-02", ["M-0001 2022-12-01"], "the baseline is from after the evaluation",
      carriedOut
        + """
        2022-12-01 M-0001 evaluated kind=effect indicators=[I-0003] ! inget nulägesvärde
        2022-12-20 I-0003 observed baseline=true
        """),
    .finds(
      "ME-02", ["M-0001 2022-12-01"], "the only baseline is that of a count",
      carriedOut
        + """
        2022-01-11 I-0002 observed baseline=true
        2022-12-01 M-0001 evaluated kind=effect indicators=[I-0002,I-0003] ! inget nulägesvärde
        """),
    .passes(
      "ME-02", "a baseline from before",
      carriedOut + "2022-12-01 M-0001 evaluated kind=effect indicators=[I-0001]"),
    .passes("ME-02", "a process needs no baseline", carriedOut + "2022-12-01 M-0001 evaluated kind=process"),
    .finds(
      "ME-03", ["M-0001 2022-05-01"], "evaluated a month before the end",
      """
      2022-02-01 M-0001 proposed
      2022-03-01 D-0001 made concerns=[M-0001]
      2022-03-01 M-0001 approved decision=D-0001
      2022-03-02 M-0001 started
      2022-05-01 M-0001 evaluated ! inför budgeten
      2022-06-01 M-0001 implemented
      """),
  ]
}
