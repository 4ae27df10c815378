import LedgerDomain
import TestSupport

extension RuleTwins {
  private static let approval = "2022-03-01 M-0001 approved decision=D-0001"
  private static let delegated = "authority={kind:delegated,delegation:G-0001}"

  static let completeness: [RuleTwin] = [
    RuleTwin(
      "CO-01", "proposal", "withdrawn while it was a proposal", "M-0001 approved", "M-0001 withdrawn"),
    RuleTwin(
      "CO-01", "proposal", "amended while it was a proposal", of: "amended after the decision, and no decision named",
      approval),
    RuleTwin(
      "CO-01", "police-alone", "the police carry it out alone", "M-0001 proposed", "M-0001 proposed parties=[polisen]"),
    RuleTwin(
      "CO-02", "minutes", "body, day and paragraph", delegated, "authority={kind:body,organ:B-0001,paragraph:§_4}"),
    RuleTwin("CO-02", "registry", "a registry number", " reference="),
    RuleTwin("CO-02", "document", "a document attached", adding: "2022-03-02 D-0001 entry.document-attached"),
    RuleTwin("CO-02", "police", "the police decided", delegated, "authority={kind:police}"),
    RuleTwin("CO-02", "mere-execution", "it was mere execution", delegated, "authority={kind:mere-execution}"),
    RuleTwin(
      "CO-02", "unknown-authority", "nobody knows who decided: AU-06 finds that", "\(delegated) reference=",
      "authority={kind:unknown} reference= ! framgår inte"),
    RuleTwin("CO-03", "undecided", "only proposed", approval),
    RuleTwin("CO-03", "later", "reassigned to someone", adding: "2022-03-02 M-0001 reassigned responsible=Berg"),
    RuleTwin("CO-04", "undecided", "only proposed", approval),
    RuleTwin(
      "CO-04", "later", "given a deadline later", adding: "2022-03-02 M-0001 deadline-extended deadline=2022-12-31"),
    RuleTwin("CO-05", "undecided", "only proposed", approval),
    RuleTwin(
      "CO-05", "later", "given a goal by an amendment",
      adding: """
        2022-05-01 D-0002 made outcome=amended concerns=[M-0001]
        2022-05-01 M-0001 amended goal=Mål decision=D-0002
        """),
    RuleTwin("CO-05", "target", "a target to count", "goal=", "goal= targets=[{name:stolpar,unit:st}]"),
  ]

  static let carryingThrough: [RuleTwin] = [
    RuleTwin("CO-06", "in-time", "ended on the last day", adding: "2022-06-30 M-0001 implemented"),
    RuleTwin("CO-06", "in-time", "broken off on the last day", adding: "2022-06-30 M-0001 withdrawn"),
    RuleTwin("CO-06", "unknown-day", "ended on a day nobody knows", adding: "- M-0001 implemented"),
    RuleTwin("CO-06", "unknown-day", "broken off on a day nobody knows", adding: "- M-0001 withdrawn"),
    RuleTwin("CO-06", "stayed", "stayed when the time ran out", adding: "2022-05-01 D-0001 stayed"),
    RuleTwin("CO-06", "stayed", "annulled when the time ran out", adding: "2022-05-01 D-0001 annulled"),
    RuleTwin(
      "CO-06", "extended-late", "extended five days after: CO-07 finds that",
      adding: "2022-07-05 M-0001 deadline-extended deadline=2023-12-31 ! upptäcktes sent"),
    RuleTwin("CO-06", "undecided", "only proposed", approval),
    RuleTwin(
      "CO-07", "first-deadline", "a first deadline for a measure that had none", "deadline=2022-06-30", "deadline="),
    RuleTwin("CO-07", "same-day", "extended on the very day", "2022-07-05", "2022-06-30"),
    RuleTwin("CO-07", "unknown-day", "extended on a day nobody knows", "2022-07-05 M-0001", "- M-0001"),
    RuleTwin("CO-08", "before", "extended while it was a proposal", "2022-06-20", "2022-02-20"),
    RuleTwin("CO-08", "before", "extended on the day of the decision", "2022-06-20", "2022-03-01"),
    RuleTwin(
      "CO-08", "first-deadline", "a first deadline for a measure that had none", "deadline=2022-06-30", "deadline="),
    RuleTwin("CO-08", "police", "the police decided it", "D-0001 made", "D-0001 made authority={kind:police}"),
    RuleTwin(
      "CO-08", "mere-execution", "it was mere execution", "D-0001 made", "D-0001 made authority={kind:mere-execution}"),
    RuleTwin("CO-08", "unknown-day", "extended on a day nobody knows", "2022-06-20 M-0001", "- M-0001"),
    RuleTwin(
      "CO-08", "unknown-day", "approved on a day nobody knows", "2022-03-01 M-0001 approved", "- M-0001 approved"),
    RuleTwin(
      "CO-09", "not-carried-out", "ended with nothing done", "implemented",
      "implemented extent=none deviation=Avbröts."),
    RuleTwin("CO-09", "broken-off", "broken off", "implemented", "withdrawn"),
    RuleTwin("CO-09", "unknown-day", "ended on a day nobody knows", "2022-06-01 M-0001", "- M-0001"),
    RuleTwin("CO-09", "late", "evaluated a year later", adding: "2023-06-01 M-0001 evaluated"),
    RuleTwin("CO-10", "new-day", "a new day was set", adding: "2022-05-20 C-0001 due-date-set due=2023-08-31"),
    RuleTwin(
      "CO-10", "reopened", "closed in time and reopened with no new day",
      adding: "2022-05-20 C-0001 closed\n2022-09-20 C-0001 reopened reason=nytt"),
    RuleTwin("CO-11", "same-day", "closed on its day", "2022-06-20", "2022-05-31"),
    RuleTwin("CO-11", "unknown-day", "closed on a day nobody knows", "2022-06-20 C-0001", "- C-0001"),
    RuleTwin(
      "CO-11", "reopened", "closed in time, reopened and closed again", "2022-06-20 C-0001",
      """
      2022-05-20 C-0001 closed
      2022-05-25 C-0001 reopened reason=nytt
      2022-06-20 C-0001
      """),
    RuleTwin(
      "CO-12", "presented", "presented to the board in a follow-up",
      adding: """
        2022-06-10 F-0001 compiled measures=[M-0001]
        2022-06-11 F-0001 sent to=B-0001
        2022-06-20 F-0001 presented to=B-0001
        """),
    RuleTwin(
      "CO-12", "decided", "the board noted it", adding: "2022-06-15 D-0002 made outcome=noted concerns=[M-0001]"),
    RuleTwin(
      "CO-12", "notified", "a delegated decision on it was notified to the board",
      adding: """
        2022-06-01 G-0001 granted
        2022-06-10 D-0002 made \(delegated) outcome=other concerns=[M-0001]
        2022-06-15 D-0002 notified
        """),
    RuleTwin("CO-12", "police", "the police decided it", "D-0001 made", "D-0001 made authority={kind:police}"),
    RuleTwin(
      "CO-12", "undecided", "mere execution, decided by no body", "D-0001 made",
      "D-0001 made authority={kind:mere-execution}"),
    RuleTwin("CO-12", "unknown-day", "ended on a day nobody knows", "2022-05-30 M-0001", "- M-0001"),
    RuleTwin("CO-13", "no-day", "tabled without a day", " until=2022-06-20"),
    RuleTwin(
      "CO-13", "anew", "tabled anew to a later day",
      adding: """
        2022-06-20 D-0002 made outcome=tabled concerns=[M-0001]
        2022-06-20 M-0001 tabled until=2023-09-01 decision=D-0002
        """),
    RuleTwin("CO-13", "not-met", "the body has not met", "2022-06-20 T-0001 held"),
    RuleTwin("CO-13", "unknown-body", "no decision is named behind it", " decision=D-0001"),
  ]

  static let method: [RuleTwin] = [
    RuleTwin("ME-01", "inconclusive", "no conclusion is drawn", "kind=effect", "kind=effect attainment=inconclusive"),
    RuleTwin("ME-01", "effect", "an indicator of effect beside the count", "[I-0002]", "[I-0002,I-0001]"),
    RuleTwin("ME-02", "baseline", "another indicator of effect has a baseline", "[I-0003]", "[I-0003,I-0001]"),
    RuleTwin("ME-02", "counts", "counts alone: ME-01 finds that", "[I-0003]", "[I-0002]"),
    RuleTwin(
      "ME-02", "unknown-day", "a baseline of a day nobody knows", of: "the baseline is from after the evaluation",
      "2022-12-20 I-0003", "- I-0003"),
    RuleTwin(
      "ME-03", "broken-off", "broken off the day before", "2022-06-01 M-0001 implemented",
      "2022-04-30 M-0001 withdrawn"),
    RuleTwin("ME-03", "same-day", "ended on the day of the evaluation", "2022-06-01", "2022-05-01"),
    RuleTwin("ME-03", "unknown-day", "ended on a day nobody knows", "2022-06-01 M-0001", "- M-0001"),
    RuleTwin("ME-03", "unknown-day", "evaluated on a day nobody knows", "2022-05-01 M-0001", "- M-0001"),
  ]
}
