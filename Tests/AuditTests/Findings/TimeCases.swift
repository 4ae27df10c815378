import LedgerDomain
import StrictJSON
import TestSupport

/// Was it in time, and was it entered in time?
enum TimeCases {
  static let all: [RuleCase] = [
    .finds(
      "TI-01", ["M-0001 2024-01-17", "M-0001 2024-02-01"], on: "2024-06-30",
      "decided and begun after the promise had ended",
      """
      2023-12-01 M-0001 proposed deadline=2024-12-31
      2024-01-17 D-0001 made concerns=[M-0001]
      2024-01-17 M-0001 approved decision=D-0001 ! löftets tid hade gått ut
      2024-02-01 M-0001 started ! löftets tid hade gått ut
      """),
    .finds(
      "TI-01", ["M-0001 2024-02-01"], on: "2024-06-30", "decided in time and begun after the promise had ended",
      """
      2023-12-01 M-0001 proposed deadline=2024-12-31
      2023-12-17 D-0001 made concerns=[M-0001]
      2023-12-17 M-0001 approved decision=D-0001
      2024-02-01 M-0001 started ! löftets tid hade gått ut
      """),
    .passes(
      "TI-01", on: "2024-06-30", "begun in time, and ended after the promise",
      """
      2023-12-01 M-0001 proposed deadline=2024-12-31
      2023-12-17 D-0001 made concerns=[M-0001]
      2023-12-17 M-0001 approved decision=D-0001
      2023-12-31 M-0001 started
      2024-03-01 M-0001 implemented
      """),
    .finds(
      "TI-02", ["D-0001 2022-03-20"], "received on the second and typed on the twentieth",
      """
      2022-03-01 D-0001 made received=2022-03-02 @2022-03-20
      """),
    .passes(
      "TI-02", "received late, and typed at once",
      """
      2022-03-01 D-0001 made received=2022-06-01 @2022-06-02
      """),
    .finds(
      "TI-03", ["D-0001 2022-04-20"], "typed five weeks after the minutes were verified",
      """
      2022-03-01 T-0001 scheduled day=2022-03-01
      2022-03-01 T-0001 held
      2022-03-10 T-0001 minutes-verified
      2022-03-01 D-0001 made authority={kind:body,organ:B-0001,meeting:T-0001,paragraph:§_4} @2022-04-20
      """),
    .passes(
      "TI-03", "typed after the meeting and before the minutes were verified, which is normal",
      """
      2022-03-01 T-0001 scheduled day=2022-03-01
      2022-03-01 T-0001 held
      2022-03-01 D-0001 made authority={kind:body,organ:B-0001,meeting:T-0001,paragraph:§_4} @2022-03-09
      2022-03-10 T-0001 minutes-verified
      """),
    .passes(
      "TI-03", "typed within a week of the verification",
      """
      2022-03-01 T-0001 scheduled day=2022-03-01
      2022-03-01 T-0001 held
      2022-03-10 T-0001 minutes-verified
      2022-03-01 D-0001 made authority={kind:body,organ:B-0001,meeting:T-0001,paragraph:§_4} @2022-03-17
      """),
    .finds(
      "TI-04", ["C-0002 2022-03-02"], "the clock was set back between two entries",
      """
      2022-03-01 C-0001 opened @2022-03-04
      2022-03-01 C-0002 opened @2022-03-02
      """),
    .passes(
      "TI-04", "every entry later than the one before, whatever day it concerns",
      """
      2022-03-03 C-0001 opened
      2022-03-01 C-0002 opened
      """),
    .finds(
      "TI-05", ["L-0001 2022-06-02"], "two cases imported",
      """
      2022-06-01 L-0001 entry.document-attached role=import
      2022-03-01 C-0001 opened sources=[{document:\(digest("b").text)}] @2022-06-02
      2022-03-05 C-0002 opened sources=[{document:\(digest("b").text)}] @2022-06-02
      """),
    .finds(
      "TI-05", ["L-0001 2022-06-02"], on: "2022-03-02", "imported after the day asked about, which makes it no less so",
      """
      2022-06-01 L-0001 entry.document-attached role=import
      2022-03-01 C-0001 opened sources=[{document:\(digest("b").text)}] @2022-06-02
      """),
    .finds(
      "TI-06", ["L-0001 2022-01-01"], "a case opened nobody knows when",
      """
      - C-0001 opened
      2022-03-05 C-0002 opened
      """),
  ]
}
