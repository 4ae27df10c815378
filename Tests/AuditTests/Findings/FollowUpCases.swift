import LedgerDomain
import TestSupport

/// Was each period followed up, in time, in order and for the citizens to read?
enum FollowUpCases {
  private static let measure = "2022-02-01 M-0001 proposed binding=promised targets=[{name:vandringar,unit:st}]\n"
  private static let compiled = measure + "2022-05-05 F-0001 compiled measures=[M-0001] knownThrough=7\n"
  private static let sent = compiled + "2022-05-06 F-0001 sent\n"
  private static let presented = sent + "2022-05-20 F-0001 presented\n"
  private static let noPeriods = """
    2022-01-01 L-0001 opened
    2022-01-01 B-0001 registered name=Rådet kind=advisory
    2022-01-01 P-0001 adopted reporting={to:Rådet,timesPerYear:3}
    """

  static let all: [RuleCase] = ofTheBook + inOrder + whole + published

  private static let ofTheBook: [RuleCase] = [
    .finds(
      "FU-00", ["P-0001 2023-06-30"], setting: noPeriods, "a book with neither periods nor follow-ups",
      "2022-02-01 M-0001 proposed binding=example"),
    .finds(
      "FU-00", ["P-0001 2023-06-30"], "a book with periods, and nothing but an example",
      "2022-02-01 M-0001 proposed binding=example"),
    .finds(
      "FU-01", ["P-0001 2022-06-14", "P-0001 2022-10-15"], "two periods have gone by with nothing", measure),
    .finds("FU-01", ["F-0001 2022-06-14"], on: "2022-07-01", "compiled and never presented", compiled),
    .passes("FU-01", on: "2022-07-01", "presented", presented),
    .passes("FU-01", on: "2022-06-14", "the time is not out", measure),
  ]

  private static let inOrder: [RuleCase] = [
    .finds("FU-02", ["F-0001 2022-07-20"], "presented eleven weeks later", sent + "2022-07-20 F-0001 presented"),
    .passes("FU-02", "presented three weeks later", presented),
    .passes(
      "FU-02", on: "2024-06-30", "the final report has more time",
      measure + "2024-04-02 F-0001 compiled period=slutrapport\n2024-04-20 F-0001 presented ! utan utskick"),
    .finds(
      "FU-03", ["F-0001 2022-04-29"], "compiled a day before the period ended",
      measure + "2022-04-29 F-0001 compiled measures=[M-0001] ! för att hinna"),
    .finds(
      "FU-04", ["F-0001 2022-05-20"], "handed out at the table",
      compiled + "2022-05-20 F-0001 presented ! delades ut vid bordet"),
    .passes("FU-04", "sent before", presented),
    .finds(
      "FU-05", ["F-0001 2023-06-30"], "presented, and never noted", presented),
    .finds(
      "FU-05", ["F-0001 2022-05-10"], "noted before it was shown",
      sent + "2022-05-10 F-0001 noted ! muntligt\n2022-05-20 F-0001 presented"),
    .finds("FU-05", ["F-0001 2022-05-10"], "noted and never shown", sent + "2022-05-10 F-0001 noted ! muntligt"),
    .passes("FU-05", "noted on the same day", presented + "2022-05-20 F-0001 noted"),
  ]

  private static let whole: [RuleCase] = [
    .finds(
      "FU-06", ["F-0001 2022-05-06"], "sent without a promised measure",
      compiled + "2022-05-06 F-0001 sent leftOut=[M-0001] ! föll bort"),
    .passes("FU-06", "sent whole", sent),
    .finds(
      "FU-07", ["M-0002 2022-04-30"], "a decided measure has no row",
      """
      2022-02-01 M-0001 proposed binding=promised
      2022-03-01 M-0002 proposed
      2022-05-05 F-0001 compiled measures=[M-0001] knownThrough=8
      2022-05-06 F-0001 sent ! en åtgärd saknas
      2022-05-20 F-0001 presented
      """),
    .passes("FU-07", "every measure has a row", presented),
    .finds(
      "FU-08", ["M-0001 2022-04-30"], "a figure corrected after it had been shown",
      """
      2022-02-01 M-0001 proposed binding=promised targets=[{name:vandringar,unit:st}]
      2022-04-20 M-0001 progress-reported results=[{target:vandringar,actual:4}] &r ! inte beslutad
      2022-05-05 F-0001 compiled measures=[M-0001] knownThrough=8
      2022-05-06 F-0001 sent
      2022-05-20 F-0001 presented
      - M-0001 entry.corrected event=&r field=results old=[{target:vandringar,actual:4}]
       new=[{target:vandringar,actual:3}] @2022-06-10
      """),
    .finds(
      "FU-08", ["M-0001 2022-04-30"], "a report voided after it had been shown",
      """
      2022-02-01 M-0001 proposed binding=promised targets=[{name:vandringar,unit:st}]
      2022-04-20 M-0001 progress-reported &r results=[{target:vandringar,actual:4}] ! inte beslutad
      2022-05-05 F-0001 compiled measures=[M-0001] knownThrough=8
      2022-05-06 F-0001 sent
      2022-05-20 F-0001 presented
      - M-0001 entry.reversed event=&r @2022-06-10
      """),
    .passes(
      "FU-08", "corrected before it was compiled",
      """
      2022-02-01 M-0001 proposed binding=promised targets=[{name:vandringar,unit:st}]
      2022-04-20 M-0001 progress-reported &r results=[{target:vandringar,actual:4}] ! inte beslutad
      - M-0001 entry.corrected event=&r field=results old=[{target:vandringar,actual:4}]
       new=[{target:vandringar,actual:3}]
      2022-05-05 F-0001 compiled measures=[M-0001] knownThrough=9
      2022-05-06 F-0001 sent
      2022-05-20 F-0001 presented
      """),
  ]

  private static let published: [RuleCase] = [
    .finds(
      "FU-09", ["F-0001 2022-05-15"], "on the site five days before the meeting",
      sent + "2022-05-15 F-0001 published ! av misstag\n2022-05-20 F-0001 presented"),
    .finds(
      "FU-10", ["F-0001 2022-06-03", "F-0001 2022-06-03"], "one site late, the other never",
      presented + "2022-06-20 F-0001 published"),
    .finds("FU-10", ["F-0001 2022-06-03", "F-0001 2022-06-03"], "on no site at all", presented),
    .finds(
      "FU-10", ["F-0001 2022-06-03"], "one site in time, the other late",
      presented + "2022-05-25 F-0001 published\n2022-06-20 F-0001 published site=polis-se"),
    .finds(
      "FU-10", ["F-0001 2022-06-03"], "not on a site that the promise had got by then",
      presented
        + """
        2022-05-25 F-0001 published
        2022-06-03 F-0001 published site=polis-se
        2022-05-10 D-0001 made outcome=amended
        2022-05-10 P-0001 amended decision=D-0001
         reporting={to:Rådet,timesPerYear:3,sites:[{code:kommun-se,name:kommun.se},{code:polis-se,name:polis.se},
         {code:radet-se,name:radet.se}]}
        """),
    .passes(
      "FU-10", "both in time",
      presented + "2022-05-25 F-0001 published\n2022-06-03 F-0001 published site=polis-se"),
    .passes("FU-10", on: "2022-06-03", "the time is not out", presented),
  ]
}
