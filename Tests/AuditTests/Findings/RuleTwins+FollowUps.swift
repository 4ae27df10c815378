import LedgerDomain
import TestSupport

extension RuleTwins {
  private static func adopted(from: String, through: String) -> String {
    RuleLedger.setting.replacing(
      "P-0001 adopted", with: "P-0001 adopted validity={from:\(from),through:\(through)}")
  }

  /// The book opened after the first period had ended.
  private static let openedLate = RuleLedger.setting.replacing("final:true}]", with: "final:true}] @2022-05-02")

  static let promise: [RuleTwin] = [
    RuleTwin(
      "PR-01", "whole-municipality", "the measure is municipality-wide", "areas=[norr]", "municipalityWide=true"),
    RuleTwin(
      "PR-01", "not-yet", "the promise is not yet valid", setting: adopted(from: "2024-01-01", through: "2025-12-31")),
    RuleTwin("PR-02", "observed", "a survey in the second year", adding: "2023-02-11 I-0001 observed"),
    RuleTwin(
      "PR-02", "observed", "an indicator of effect under no promise was observed",
      adding: "2022-01-10 I-0003 defined promise=\n2023-02-11 I-0003 observed"),
    RuleTwin(
      "PR-02", "dialogue", "a dialogue, which has no value",
      adding: "2023-02-11 I-0001 observed value= source=dialogue statement=Bättre."),
    RuleTwin("PR-02", "unknown-day", "observed on a day nobody knows", adding: "- I-0001 observed"),
    RuleTwin("PR-02", "new", "a year less a day after the promise began", on: "2022-12-31"),
    RuleTwin(
      "PR-02", "no-goals", "the promise states no goals",
      setting: RuleLedger.setting.replacing(" effectGoals=[{text:Trygghet}]", with: "")),
    RuleTwin(
      "PR-03", "not-yet", "the promise is not yet valid", setting: adopted(from: "2024-01-01", through: "2025-12-31")),
    RuleTwin("PR-05", "old", "there is a picture, however old", adding: "2021-12-01 S-0001 assessed"),
    RuleTwin(
      "PR-05", "any-promise", "a picture of no promise in particular", adding: "2021-12-01 S-0001 assessed promise="),
    RuleTwin(
      "PR-05", "ended", "the promise ended before the law", setting: adopted(from: "2022-01-01", through: "2023-06-30")),
    RuleTwin(
      "PR-05", "not-yet", "the promise is not yet valid", setting: adopted(from: "2024-06-01", through: "2025-12-31")),
    RuleTwin("PR-05", "no-municipality", "both parties are the police", setting: PromiseCases.policeOnly),
    RuleTwin(
      "PR-06", "decided", "a measure is decided",
      adding: "2022-03-01 D-0001 made concerns=[M-0001]\n2022-03-01 M-0001 approved decision=D-0001"),
    RuleTwin(
      "PR-06", "ended", "the promise ended before the law", setting: adopted(from: "2022-01-01", through: "2024-06-30")),
    RuleTwin(
      "PR-06", "not-yet", "the promise is not yet valid", setting: adopted(from: "2024-10-01", through: "2025-12-31")),
    RuleTwin("PR-06", "no-municipality", "both parties are the police", setting: PromiseCases.policeOnly),
  ]

  static let followUps: [RuleTwin] = [
    RuleTwin(
      "FU-00", "followable", "the measure is promised: FU-01 judges the periods",
      of: "a book with periods, and nothing but an example", "binding=example", "binding=promised"),
    RuleTwin(
      "FU-00", "follow-up", "a follow-up was compiled", of: "a book with periods, and nothing but an example",
      adding: "2022-05-05 F-0001 compiled"),
    RuleTwin(
      "FU-01", "before-the-book", "the period ended before the book began", of: "compiled and never presented",
      setting: openedLate),
    RuleTwin(
      "FU-01", "nothing-here", "nothing is promised or decided: FU-00 says so", "binding=promised", "binding=example"),
    RuleTwin(
      "FU-01", "late", "presented two months later: FU-02 finds that", of: "compiled and never presented",
      adding: "2022-06-30 F-0001 presented ! utan utskick"),
    RuleTwin("FU-02", "before-the-book", "the period ended before the book began", setting: openedLate),
    RuleTwin("FU-02", "unknown-day", "presented on a day nobody knows", "2022-07-20 F-0001", "- F-0001"),
    RuleTwin("FU-03", "after", "compiled the day after the period", "2022-04-29", "2022-05-01"),
    RuleTwin("FU-03", "unknown-day", "compiled on a day nobody knows", "2022-04-29 F-0001", "- F-0001"),
    RuleTwin(
      "FU-04", "same-day", "sent the same morning", "2022-05-20 F-0001",
      "2022-05-20 F-0001 sent\n2022-05-20 F-0001"),
    RuleTwin(
      "FU-04", "unknown-day", "sent on a day nobody knows", "2022-05-20 F-0001", "- F-0001 sent\n2022-05-20 F-0001"),
    RuleTwin("FU-05", "recent", "presented a week ago", on: "2022-05-27"),
    RuleTwin(
      "FU-05", "same-day", "noted on the day on which it was shown", of: "noted before it was shown", "2022-05-10",
      "2022-05-20"),
    RuleTwin("FU-05", "unknown-day", "presented on a day nobody knows", "2022-05-20 F-0001", "- F-0001"),
    RuleTwin(
      "FU-05", "unknown-day", "noted on a day nobody knows", of: "noted before it was shown", "2022-05-10 F-0001",
      "- F-0001"),
    RuleTwin("FU-06", "example", "what was left out is an example", "binding=promised", "binding=example"),
    RuleTwin("FU-06", "sent-again", "sent again, with it", adding: "2022-05-07 F-0001 sent"),
    RuleTwin("FU-07", "example", "it is an example", "M-0002 proposed", "M-0002 proposed binding=example"),
    RuleTwin(
      "FU-07", "recorded-after", "what was compiled was what was known the entry before", "knownThrough=8",
      "knownThrough=7"),
    RuleTwin("FU-07", "after-the-period", "proposed the day after the period", "2022-03-01", "2022-05-01"),
    RuleTwin(
      "FU-07", "over", "withdrawn the year before", "2022-03-01 M-0002 proposed",
      "2021-11-01 M-0002 proposed\n2021-12-01 M-0002 withdrawn"),
    RuleTwin("FU-07", "unknown-day", "proposed on a day nobody knows", "2022-03-01 M-0002", "- M-0002"),
    RuleTwin(
      "FU-07", "unknown-day", "withdrawn on a day nobody knows", "2022-03-01 M-0002 proposed",
      "2022-03-01 M-0002 proposed\n- M-0002 withdrawn"),
    RuleTwin("FU-07", "left-out", "left out when sent: FU-06 finds that", "sent !", "sent leftOut=[M-0002] !"),
    RuleTwin(
      "FU-07", "other-promise", "the follow-up is of another promise", "2022-05-05 F-0001 compiled measures=[M-0001]",
      "2022-05-04 P-0002 adopted\n2022-05-05 F-0001 compiled promise=P-0002"),
    RuleTwin(
      "FU-08", "voided", "the correction was itself voided", "entry.corrected event=&r", "entry.corrected &c event=&r",
      adding: "- M-0001 entry.reversed event=&c @2022-06-11"),
    RuleTwin(
      "FU-08", "after-the-period", "the figure is of the time after the period", "2022-04-20 M-0001",
      "2022-05-03 M-0001"),
    RuleTwin(
      "FU-08", "corrected-first", "voided before it was compiled", of: "a report voided after it had been shown",
      """
      2022-05-05 F-0001 compiled measures=[M-0001] knownThrough=8
      2022-05-06 F-0001 sent
      2022-05-20 F-0001 presented
      - M-0001 entry.reversed event=&r @2022-06-10
      """,
      """
      - M-0001 entry.reversed event=&r @2022-05-02
      2022-05-05 F-0001 compiled measures=[M-0001] knownThrough=9
      2022-05-06 F-0001 sent
      2022-05-20 F-0001 presented
      """),
  ]

  static let published: [RuleTwin] = [
    RuleTwin("FU-09", "same-day", "on the day of the meeting", "2022-05-15", "2022-05-20"),
    RuleTwin("FU-09", "unknown-day", "published on a day nobody knows", "2022-05-15 F-0001", "- F-0001"),
    RuleTwin("FU-09", "unknown-day", "presented on a day nobody knows", "2022-05-20 F-0001", "- F-0001"),
    RuleTwin(
      "FU-10", "unknown-day", "published on a day nobody knows", of: "one site in time, the other late",
      "2022-06-20 F-0001", "- F-0001"),
    RuleTwin(
      "FU-10", "unknown-day", "presented on a day nobody knows", of: "one site in time, the other late",
      "2022-05-20 F-0001", "- F-0001"),
    RuleTwin(
      "FU-10", "no-sites", "the promise names no sites", of: "on no site at all",
      setting: RuleLedger.setting.replacing(
        ",sites:[{code:kommun-se,name:kommun.se},{code:polis-se,name:polis.se}]", with: "")),
    RuleTwin(
      "FU-10", "site-added", "the promise got the site only afterwards",
      of: "not on a site that the promise had got by then", "2022-05-10", "2022-09-01"),
  ]

  static let minutes: [RuleTwin] = [
    RuleTwin("MI-01", "unbound", "an advisory council verifies nothing", setting: unbound),
    RuleTwin(
      "MI-01", "next-working-day", "the fourteenth day is a Saturday: the Monday after",
      of: "on the Monday after the last day", "2022-03-04", "2022-03-05"),
    RuleTwin(
      "MI-01", "single-paragraphs", "one paragraph at once, and the rest in time",
      of: "one paragraph at once, and the rest never", adding: "2022-03-10 T-0001 minutes-verified"),
    RuleTwin("MI-01", "unknown-day", "verified on a day nobody knows", "2022-03-16 T-0001", "- T-0001"),
    RuleTwin("MI-01", "unknown-day", "held on a day nobody knows", "2022-03-01 T-0001 held", "- T-0001 held"),
    RuleTwin("MI-02", "unbound", "an advisory council announces nothing", setting: unbound),
    RuleTwin(
      "MI-02", "next-working-day", "the second day is a Saturday: the Monday after",
      of: "on the Monday after the last day", "2022-03-09", "2022-03-10"),
    RuleTwin("MI-02", "unknown-day", "announced on a day nobody knows", "2022-03-15 T-0001", "- T-0001"),
    RuleTwin("MI-02", "unknown-day", "verified on a day nobody knows", "2022-03-10 T-0001", "- T-0001"),
    RuleTwin(
      "MI-02", "announced-first", "announced the day before the verification: MI-03 finds that", "2022-03-15 T-0001",
      "2022-03-09 T-0001"),
    RuleTwin(
      "MI-02", "together", "two paragraphs verified one by one and announced together",
      of: "of two paragraphs verified one by one, one", "announced paragraphs=[§_4]", "announced paragraphs=[§_4,§_5]"),
    RuleTwin(
      "MI-02", "together", "two paragraphs verified together and announced one by one",
      of: "of two paragraphs verified together, one",
      adding: "2022-03-03 T-0001 verification-announced paragraphs=[§_5] ! för sig"),
    RuleTwin("MI-03", "unbound", "an advisory council", setting: unbound),
    RuleTwin("MI-03", "same-day", "on the day of the verification", "2022-03-09", "2022-03-10"),
    RuleTwin(
      "MI-03", "paragraphs", "each paragraph had been verified by itself",
      of: "with a paragraph that was not verified", "2022-03-03 T-0001",
      "2022-03-02 T-0001 minutes-verified paragraphs=[§_5]\n2022-03-03 T-0001"),
    RuleTwin("MI-03", "unknown-day", "verified on a day nobody knows", "2022-03-10 T-0001", "- T-0001"),
    RuleTwin("MI-03", "unknown-day", "announced on a day nobody knows", "2022-03-09 T-0001", "- T-0001"),
    RuleTwin("MI-04", "unbound", "an advisory council", setting: unbound),
    RuleTwin("MI-04", "last-day", "taken down on the last day", "2022-03-31", "2022-04-01"),
    RuleTwin(
      "MI-04", "not-noted", "that it was taken down is not noted", "2022-03-31 T-0001 announcement-removed ! flytt"),
    RuleTwin("MI-04", "unknown-day", "taken down on a day nobody knows", "2022-03-31 T-0001", "- T-0001"),
    RuleTwin("MI-04", "unknown-day", "put up on a day nobody knows", "2022-03-11 T-0001", "- T-0001"),
  ]

  static let auditors: [RuleTwin] = [
    RuleTwin("RE-01", "no-day", "no day was asked for", " answerBy=2022-06-30"),
    RuleTwin("RE-01", "late", "answered late", adding: "2022-09-01 R-0001 answered"),
    RuleTwin(
      "RE-01", "cleared", "cleared without an answer: RE-02 finds that", adding: "2022-09-01 R-0001 cleared ! muntligt"),
    RuleTwin(
      "RE-02", "answered", "answered on the same day", "2022-09-01 R-0001",
      "2022-09-01 R-0001 answered\n2022-09-01 R-0001"),
    RuleTwin(
      "RE-02", "unknown-day", "answered on a day nobody knows", "2022-09-01 R-0001",
      "- R-0001 answered\n2022-09-01 R-0001"),
    RuleTwin("RE-03", "not-stated", "who cleared it is not stated", "cleared by=Ek", "cleared"),
    RuleTwin(
      "RE-03", "other-body", "cleared by an official of another body", of: "cleared by an official of the body",
      "organ:Styrelsen", "organ:Revisorerna"),
  ]
}
