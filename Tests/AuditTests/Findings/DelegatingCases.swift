import LedgerDomain
import TestSupport

/// Did whoever decided have the right to, and was it notified as it should be?
enum DelegatingCases {
  static let all: [RuleCase] = [
    .finds(
      "AU-09", ["D-0001 2022-06-01"], "the delegation had been revoked",
      """
      2022-01-10 G-0001 granted to={name:Alm,office:chef}
      2022-05-01 G-0001 revoked
      2022-06-01 D-0001 made authority={kind:delegated,delegation:G-0001} ! upptäcktes sent
      """),
    .finds(
      "AU-09", ["D-0001 2022-06-01"], "the delegation was valid for another time",
      """
      2022-01-10 G-0001 granted validity={from:2022-01-01,through:2022-03-31}
      2022-06-01 D-0001 made authority={kind:delegated,delegation:G-0001} ! tiden hade gått ut
      """),
    .finds(
      "AU-09", ["D-0001 2022-06-01"], "decided by someone other than the delegate",
      """
      2022-01-10 G-0001 granted
      2022-06-01 D-0001 made authority={kind:delegated,delegation:G-0001} decidedBy=[Berg]
      """),
    .finds(
      "AU-09", ["D-0001 2022-06-01"], "the delegation was granted only afterwards",
      """
      2022-07-01 G-0001 granted
      2022-06-01 D-0001 made authority={kind:delegated,delegation:G-0001} ! delegationen dröjde
      """),
    .passes(
      "AU-09", "revoked after the decision",
      """
      2022-01-10 G-0001 granted
      2022-06-01 D-0001 made authority={kind:delegated,delegation:G-0001}
      2022-06-02 G-0001 revoked
      """),
    .passes(
      "AU-09", "a substitute with a delegation of their own",
      """
      2022-01-10 G-0001 granted mayDelegateFurther=true
      2022-05-10 G-0002 granted to={name:Berg,office:vikarie} under=G-0001
      2022-06-01 D-0001 made authority={kind:delegated,delegation:G-0002} decidedBy=[Berg]
      """),
    .finds(
      "AU-10", ["G-0002 2022-05-10"], "delegated further without leave",
      """
      2022-01-10 G-0001 granted
      2022-05-10 G-0002 granted to={name:Berg,office:vikarie} under=G-0001 ! utan medgivande
      2022-06-01 D-0001 made authority={kind:delegated,delegation:G-0002} decidedBy=[Berg]
      """),
    .finds(
      "AU-10", ["G-0002 2022-05-10"], "delegated further after the delegation had been revoked",
      """
      2022-01-10 G-0001 granted mayDelegateFurther=true
      2022-05-01 G-0001 revoked
      2022-05-10 G-0002 granted to={name:Berg,office:vikarie} under=G-0001 ! delegationen var återkallad
      """),
    .finds(
      "AU-10", ["G-0002 2023-06-30"], "delegated further without leave, nobody knows when",
      """
      2022-01-10 G-0001 granted
      - G-0002 granted to={name:Berg,office:vikarie} under=G-0001 ! utan medgivande
      """),
    .finds(
      "AU-11", ["D-0001 2022-06-01"], "the body has mandated nobody",
      """
      2022-06-01 D-0001 made authority={kind:urgent-chair,organ:B-0002} ! inget bemyndigande
      """),
    .finds(
      "AU-11", ["D-0001 2022-06-01"], "the body has mandated someone else",
      """
      2022-06-01 D-0001 made authority={kind:urgent-chair,organ:B-0001} decidedBy=[Berg]
      """),
    .finds(
      "AU-12", ["D-0001 2022-06-20"], "the body met, and nothing was notified",
      """
      2022-06-01 D-0001 made authority={kind:urgent-chair,organ:B-0001} decidedBy=[Ek]
      2022-06-10 T-0001 scheduled day=2022-06-20
      2022-06-20 T-0001 held
      """),
    .finds(
      "AU-12", ["D-0001 2022-06-20"], "notified only at the meeting after the next",
      """
      2022-06-01 D-0001 made authority={kind:urgent-chair,organ:B-0001} decidedBy=[Ek]
      2022-06-10 T-0001 scheduled day=2022-06-20
      2022-06-20 T-0001 held
      2022-08-10 T-0002 scheduled day=2022-08-20
      2022-08-20 T-0002 held
      2022-08-20 D-0001 notified meeting=T-0002
      """),
    .passes(
      "AU-12", "the body has not met since; another body has",
      """
      2022-06-01 D-0001 made authority={kind:urgent-chair,organ:B-0001} decidedBy=[Ek]
      2022-06-10 T-0001 scheduled body=B-0002 day=2022-06-20
      2022-06-20 T-0001 held body=B-0002
      """),
    .finds(
      "AU-13", ["D-0001 2022-08-20"], "the body wants to be told, has met twice, and was not",
      """
      2022-01-10 G-0001 granted
      2022-06-01 D-0001 made authority={kind:delegated,delegation:G-0001}
      2022-06-10 T-0001 scheduled day=2022-06-20
      2022-06-20 T-0001 held
      2022-08-10 T-0002 scheduled day=2022-08-20
      2022-08-20 T-0002 held
      """),
    .finds(
      "AU-14", ["D-0001 2022-06-01"], "the direction of the activity, decided by a delegate",
      """
      2022-01-10 G-0001 granted
      2022-06-01 D-0001 made authority={kind:delegated,delegation:G-0001} reservedMatter=direction ! trodde att ramen gällde
      """),
  ]
}
