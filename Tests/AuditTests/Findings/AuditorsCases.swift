import LedgerDomain
import TestSupport

/// What became of the auditors' own recommendations?
enum AuditorsCases {
  private static let delivered = "2022-03-01 R-0001 delivered to=B-0001 answerBy=2022-06-30\n"

  static let all: [RuleCase] = [
    .finds("RE-01", ["R-0001 2022-06-30"], "a year without an answer", delivered),
    .finds(
      "RE-01", ["R-0001 2023-03-31"], "answered, carried over, and not answered again",
      delivered + "2022-06-01 R-0001 answered\n2023-02-01 R-0001 carried-over answerBy=2023-03-31"),
    .passes("RE-01", on: "2022-06-30", "the last day has not passed", delivered),
    .finds(
      "RE-02", ["R-0001 2022-09-01"], "cleared and never answered", delivered + "2022-09-01 R-0001 cleared ! muntligt"),
    .finds(
      "RE-03", ["R-0001 2022-09-01"], "cleared by the one who answered",
      delivered + "2022-06-01 R-0001 answered by=Ek\n2022-09-01 R-0001 cleared by=Ek"),
    .finds(
      "RE-03", ["R-0001 2022-09-01"], "cleared by an official of the body",
      delivered
        + "2022-06-01 R-0001 answered by=Ek\n2022-09-01 R-0001 cleared by={name:Berg,office:chef,organ:Styrelsen}"),
    .passes(
      "RE-03", "cleared by an auditor",
      delivered + "2022-06-01 R-0001 answered by=Ek\n2022-09-01 R-0001 cleared by=Ahl/revisor"),
  ]
}
