import LedgerDomain
import TestSupport

/// Does the book bear out what the promise itself says?
enum PromiseCases {
  /// A promise that lasts into the time of lag (2023:196).
  static let long = RuleLedger.setting.replacing(
    "P-0001 adopted", with: "P-0001 adopted validity={from:2022-01-01,through:2025-12-31}")
  /// The same, where each of the parties is the police's.
  static let policeOnly = long.replacing("kind=committee", with: "kind=police party=kommunen")

  static let all: [RuleCase] = [
    .finds(
      "PR-01", ["P-0001 2023-06-30"], "one of two districts has a measure, the other a proposal",
      """
      2022-02-01 M-0001 proposed binding=promised areas=[norr]
      2022-02-01 M-0002 proposed areas=[soder]
      """),
    .finds(
      "PR-01", ["P-0001 2023-06-30", "P-0001 2023-06-30"], "there are only examples",
      """
      2022-02-01 M-0001 proposed binding=example areas=[norr,soder]
      """),
    .passes(
      "PR-01", "a measure in each",
      """
      2022-02-01 M-0001 proposed binding=promised areas=[norr]
      2022-02-01 M-0002 proposed areas=[soder]
      2022-03-01 D-0001 made concerns=[M-0002]
      2022-03-01 M-0002 approved decision=D-0001
      """),
    .finds(
      "PR-02", ["P-0001 2023-06-30"], "no effect was observed in a year and a half",
      """
      2022-01-10 I-0001 defined
      2022-01-11 I-0001 observed baseline=true
      2022-01-10 I-0002 defined kind=output
      2022-06-11 I-0002 observed
      """),
    .finds(
      "PR-03", ["P-0001 2023-06-30", "P-0001 2023-06-30"], "one signature without a day, and one missing",
      """
      - P-0001 signed party=polisen
      """),
    .passes(
      "PR-03", "both have signed, on a day",
      """
      2022-01-12 P-0001 signed party=polisen
      2022-01-12 P-0001 signed party=kommunen
      """),
    .finds("PR-04", ["P-0001 2023-06-30"], "who adopted it is not stated", "2022-02-01 C-0001 opened"),
    .passes(
      "PR-04", setting: "", "the council adopted it",
      """
      2022-01-01 L-0001 opened
      2022-01-01 B-0001 registered name=Fullmäktige kind=council
      2022-01-01 D-0001 made outcome=adopted
      2022-01-01 P-0001 adopted decision=D-0001
      """),
    .finds(
      "PR-05", ["P-0001 2024-01-01"], on: "2024-01-01", setting: long, "valid in 2024 with no picture",
      "2022-02-01 C-0001 opened"),
    .passes("PR-05", on: "2023-06-30", setting: long, "the law does not yet apply", "2022-02-01 C-0001 opened"),
    .finds(
      "PR-06", ["P-0001 2024-09-01"], on: "2024-09-01", setting: long,
      "valid in the autumn of 2024, and nothing decided",
      """
      2022-02-01 M-0001 proposed
      """),
    .passes("PR-06", on: "2024-06-30", setting: long, "the law does not yet want a plan", "2022-02-01 M-0001 proposed"),
  ]
}
