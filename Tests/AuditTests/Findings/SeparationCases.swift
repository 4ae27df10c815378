import LedgerDomain
import TestSupport

/// Did the same person do what two are meant to?
enum SeparationCases {
  static let all: [RuleCase] = [
    .finds(
      "SE-01", ["M-0001 2022-08-01"], "evaluated by the one who decided",
      """
      2022-02-01 M-0001 proposed
      2022-03-01 D-0001 made concerns=[M-0001] decidedBy=[Alm]
      2022-03-01 M-0001 approved decision=D-0001
      2022-06-01 M-0001 implemented
      2022-08-01 M-0001 evaluated evaluatedBy=Alm
      """),
    .finds(
      "SE-02", ["M-0001 2022-03-01"], "the delegate decided alone on their own proposal",
      """
      2022-01-10 G-0001 granted
      2022-02-01 M-0001 proposed proposedBy={official:Alm}
      2022-03-01 D-0001 made authority={kind:delegated,delegation:G-0001} concerns=[M-0001] decidedBy=[Alm]
      2022-03-01 M-0001 approved decision=D-0001
      """),
    .passes(
      "SE-02", "someone else proposed",
      """
      2022-01-10 G-0001 granted
      2022-02-01 M-0001 proposed proposedBy={official:Berg}
      2022-03-01 D-0001 made authority={kind:delegated,delegation:G-0001} concerns=[M-0001] decidedBy=[Alm]
      2022-03-01 M-0001 approved decision=D-0001
      """),
    .finds(
      "SE-03", ["D-0001 2022-03-01"], "the registrar typed a decision of her own",
      """
      2022-01-10 G-0001 granted to={name:"Ylva Sundin",office:registrator}
      2022-03-01 D-0001 made authority={kind:delegated,delegation:G-0001} decidedBy=["Ylva Sundin/registrator"]
      """),
    .passes(
      "SE-03", "the registrar typed someone else's",
      """
      2022-01-10 G-0001 granted
      2022-03-01 D-0001 made authority={kind:delegated,delegation:G-0001} decidedBy=[Alm]
      """),
  ]
}
