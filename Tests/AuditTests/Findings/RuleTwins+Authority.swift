import LedgerDomain
import TestSupport

/// The twins of the exceptions of all rules, by family.
enum RuleTwins {
  static let all: [RuleTwin] =
    authority + standing + delegating + separation + time + completeness + carryingThrough + method + promise
    + followUps + published + minutes + auditors + records

  /// The setting where the executive board is a council that the rules on minutes do not bind.
  static let unbound = RuleLedger.setting.replacing("kind=executive-board", with: "kind=advisory")

  private static let notDone = "implemented extent=none deviation=Avbröts. !"

  private static let authority: [RuleTwin] = [
    RuleTwin(
      "AU-01", "not-final", "begun the day after the decision, before it was final", "2022-02-07", "2022-03-31"),
    RuleTwin("AU-01", "same-day", "begun on the day of the decision", "2022-02-07", "2022-03-30"),
    RuleTwin(
      "AU-01", "mere-execution", "what was decided later was mere execution", "D-0001 made",
      "D-0001 made outcome=other authority={kind:mere-execution}"),
    RuleTwin(
      "AU-01", "police-alone", "the police carry it out alone", "M-0001 proposed", "M-0001 proposed parties=[polisen]"),
    RuleTwin(
      "AU-01", "police-decided", "the police decided it themselves", "D-0001 made",
      "D-0001 made authority={kind:police}"),
    RuleTwin(
      "AU-01", "not-carried-out", "ended with nothing done", of: "carried out and never decided", "implemented !",
      notDone),
    RuleTwin(
      "AU-01", "unknown-day", "begun on a day nobody knows", "2022-02-07 M-0001 started", "- M-0001 started"),
    RuleTwin(
      "AU-01", "unknown-day", "approved on a day nobody knows", "2022-03-30 M-0001 approved", "- M-0001 approved"),
    RuleTwin(
      "AU-01", "stopped-first", "begun a week after it was rejected", of: "begun and then rejected",
      "2022-02-07", "2022-04-07"),
    RuleTwin(
      "AU-02", "decided-anew", "taken up again and decided before the work",
      "2022-05-01 M-0001 implemented",
      """
      2022-04-20 D-0002 made concerns=[M-0001]
      2022-04-20 M-0001 approved decision=D-0002
      2022-05-01 M-0001 implemented
      """),
    RuleTwin(
      "AU-02", "unmarked-report", "a report that nobody marked as irregular",
      of: "reported as going on after it was broken off", unmarked: true),
    RuleTwin(
      "AU-02", "police-alone", "the police carry it out alone", "M-0001 proposed", "M-0001 proposed parties=[polisen]"),
    RuleTwin("AU-02", "same-day", "carried out on the day of the rejection", "2022-05-01", "2022-03-30"),
    RuleTwin(
      "AU-02", "unknown-day", "carried out on a day nobody knows", "2022-05-01 M-0001 implemented",
      "- M-0001 implemented"),
    RuleTwin(
      "AU-02", "unknown-day", "rejected on a day nobody knows", "2022-03-30 M-0001 rejected", "- M-0001 rejected"),
    RuleTwin("AU-02", "not-carried-out", "ended with nothing done", "implemented !", notDone),
    RuleTwin(
      "AU-03", "unmarked-report", "a report that nobody marked as irregular",
      of: "reported as going on while it was paused", unmarked: true),
    RuleTwin(
      "AU-03", "stayed", "paused because the decision was stayed", "2022-04-01 M-0001 paused",
      "2022-04-01 D-0001 stayed\n2022-04-01 M-0001 paused"),
    RuleTwin(
      "AU-03", "resumed", "resumed before the work", "2022-05-01 M-0001",
      "2022-04-20 M-0001 resumed\n2022-05-01 M-0001"),
    RuleTwin("AU-03", "same-day", "ended on the day on which the pause began", "2022-05-01", "2022-04-01"),
    RuleTwin("AU-03", "unknown-day", "paused on a day nobody knows", "2022-04-01 M-0001 paused", "- M-0001 paused"),
    RuleTwin("AU-03", "unknown-day", "ended on a day nobody knows", "2022-05-01 M-0001", "- M-0001"),
    RuleTwin("AU-03", "not-carried-out", "ended with nothing done", "implemented !", notDone),
  ]

  private static let standing: [RuleTwin] = [
    RuleTwin("AU-04", "before", "begun before the stay", "2022-04-15", "2022-03-15"),
    RuleTwin("AU-04", "same-day", "begun on the day of the stay", "2022-04-15", "2022-04-01"),
    RuleTwin(
      "AU-04", "final", "begun after the court had ruled and the decision was final", "2022-04-15 M-0001",
      "2022-04-10 D-0001 final ruling=avslag\n2022-04-15 M-0001"),
    RuleTwin(
      "AU-04", "decided-anew", "decided anew after the annulment", of: "carried out after the decision was annulled",
      "2022-06-15 M-0001",
      """
      2022-06-10 D-0002 made concerns=[M-0001]
      2022-06-10 M-0001 approved decision=D-0002
      2022-06-15 M-0001
      """),
    RuleTwin(
      "AU-04", "unmarked-report", "a report that nobody marked as irregular",
      of: "reported as going on while the decision was stayed", unmarked: true),
    RuleTwin(
      "AU-04", "unknown-day", "begun on a day nobody knows", "2022-04-15 M-0001 started", "- M-0001 started"),
    RuleTwin("AU-04", "unknown-day", "stayed on a day nobody knows", "2022-04-01 D-0001 stayed", "- D-0001 stayed"),
    RuleTwin(
      "AU-04", "not-carried-out", "ended with nothing done", of: "carried out after the decision was annulled",
      "implemented !", notDone),
    RuleTwin(
      "AU-05", "no-reason", "the decision states no reason to wait",
      " notBeforeFinal=\"Träden kan inte återställas.\""),
    RuleTwin("AU-05", "same-day", "begun on the day on which it became final", "2022-03-05", "2022-03-29"),
    RuleTwin(
      "AU-05", "stayed", "the decision was stayed too: AU-04 finds that",
      "2022-03-05 M-0001 started ! fel startdag\n2022-03-29 D-0001 final",
      """
      2022-03-04 D-0001 stayed
      2022-03-05 M-0001 started ! fel startdag
      2022-03-29 D-0001 final ruling=avslag
      """),
    RuleTwin("AU-05", "undecided", "begun before the decision: AU-01 finds that", "2022-03-05", "2022-02-05"),
    RuleTwin(
      "AU-05", "unknown-day", "begun on a day nobody knows", "2022-03-05 M-0001 started", "- M-0001 started"),
    RuleTwin("AU-05", "unknown-day", "final on a day nobody knows", "2022-03-29 D-0001 final", "- D-0001 final"),
    RuleTwin("AU-05", "not-carried-out", "ended with nothing done", "started !", notDone),
    RuleTwin("AU-06", "police", "the police decided", "kind:unknown", "kind:police"),
    RuleTwin("AU-06", "mere-execution", "it was mere execution", "kind:unknown", "kind:mere-execution"),
    RuleTwin("AU-07", "no-part", "the one with the conflict left the room", ",tookPart:true"),
    RuleTwin("AU-07", "police", "the police decided", "D-0001 made", "D-0001 made authority={kind:police}"),
    RuleTwin("AU-08", "ruled", "the court has ruled", "final !", "final ruling=avslag !"),
    RuleTwin("AU-08", "appealed-after", "appealed ten days after it was final", "2022-03-20", "2022-04-20"),
    RuleTwin(
      "AU-08", "unknown-day", "appealed on a day nobody knows", "2022-03-20 D-0001 appealed", "- D-0001 appealed"),
    RuleTwin("AU-08", "unknown-day", "final on a day nobody knows", "2022-04-10 D-0001 final", "- D-0001 final"),
  ]
}
