import LedgerDomain
import TestSupport

extension RuleTwins {
  private static let delegated = "authority={kind:delegated,delegation:G-0001}"

  static let delegating: [RuleTwin] = [
    RuleTwin(
      "AU-09", "by-office", "delegated to an office, and decided by whoever holds it",
      of: "decided by someone other than the delegate", "G-0001 granted", "G-0001 granted to={office:befattning}"),
    RuleTwin(
      "AU-09", "unnamed", "the decision names nobody", of: "decided by someone other than the delegate",
      "decidedBy=[Berg]", "decidedBy="),
    RuleTwin(
      "AU-09", "own-delegation", "decided by a substitute under a delegation of their own",
      of: "decided by someone other than the delegate", "2022-06-01 D-0001 made \(delegated)",
      """
      2022-05-01 G-0002 granted to={name:Berg,office:vikarie}
      2022-06-01 D-0001 made authority={kind:delegated,delegation:G-0002}
      """),
    RuleTwin("AU-09", "same-day", "decided on the day of the revocation", "2022-05-01", "2022-06-01"),
    RuleTwin("AU-09", "unknown-day", "decided on a day nobody knows", "2022-06-01 D-0001", "- D-0001"),
    RuleTwin("AU-09", "unknown-day", "revoked on a day nobody knows", "2022-05-01 G-0001", "- G-0001"),
    RuleTwin(
      "AU-09", "unknown-day", "granted on a day nobody knows", of: "the delegation was granted only afterwards",
      "2022-07-01 G-0001", "- G-0001"),
    RuleTwin(
      "AU-10", "leave", "with the body's leave", "2022-01-10 G-0001 granted",
      "2022-01-10 G-0001 granted mayDelegateFurther=true"),
    RuleTwin("AU-10", "by-the-body", "a second delegation by the body itself", " under=G-0001"),
    RuleTwin(
      "AU-10", "same-day", "delegated further on the day of the revocation",
      of: "delegated further after the delegation had been revoked", "2022-05-01", "2022-05-10"),
    RuleTwin(
      "AU-10", "unknown-day", "delegated further on a day nobody knows",
      of: "delegated further after the delegation had been revoked", "2022-05-10 G-0002", "- G-0002"),
    RuleTwin(
      "AU-11", "other-member", "decided by the member whom the body mandated", of: "the body has mandated someone else",
      "[Berg]", "[Ek/ledamot]"),
    RuleTwin(
      "AU-11", "by-office", "the decision names the office that was mandated", of: "the body has mandated someone else",
      "[Berg]", "[{office:befattning}]"),
    RuleTwin(
      "AU-11", "unnamed", "the decision names nobody", of: "the body has mandated someone else", "decidedBy=[Berg]",
      "decidedBy="),
    RuleTwin("AU-12", "not-met", "the body has not met since", "2022-06-20 T-0001 held"),
    RuleTwin("AU-12", "not-met", "the body met on the day of the decision", "2022-06-01 D-0001", "2022-06-20 D-0001"),
    RuleTwin(
      "AU-12", "recorded-later", "notified at the next meeting, typed in the autumn",
      adding: "2022-06-20 D-0001 notified meeting=T-0001 @2022-09-01"),
    RuleTwin("AU-12", "before", "notified the day before the meeting", adding: "2022-06-19 D-0001 notified"),
    RuleTwin("AU-12", "unknown-day", "decided on a day nobody knows", "2022-06-01 D-0001", "- D-0001"),
    RuleTwin("AU-12", "unknown-day", "notified on a day nobody knows", adding: "- D-0001 notified"),
    RuleTwin(
      "AU-13", "not-wanted", "the body has not decided that it is told",
      setting: RuleLedger.setting.replacing(" delegatedDecisionsNotified=true", with: "")),
    RuleTwin("AU-13", "late", "notified half a year late", adding: "2022-12-20 D-0001 notified"),
    RuleTwin("AU-13", "too-few", "the body has met only once since", "2022-08-20 T-0002 held"),
    RuleTwin("AU-13", "unknown-day", "decided on a day nobody knows", "2022-06-01 D-0001", "- D-0001"),
    RuleTwin("AU-14", "not-stated", "nothing says that the matter is reserved", " reservedMatter=direction"),
    RuleTwin(
      "AU-14", "urgent", "the matter was urgent, and the mandated member decided", delegated,
      "authority={kind:urgent-chair,organ:B-0001} decidedBy=[Ek]"),
    RuleTwin("AU-14", "by-the-body", "the body itself decided", delegated, "authority={kind:body,organ:B-0001}"),
  ]

  static let separation: [RuleTwin] = [
    RuleTwin(
      "SE-01", "same-office", "evaluated by another person of the same office", "evaluatedBy=Alm", "evaluatedBy=Berg"),
    RuleTwin(
      "SE-01", "typist", "whoever typed the evaluation had decided", "decidedBy=[Alm]",
      "decidedBy=[\"Ylva Sundin/ordförande\"]"),
    RuleTwin("SE-01", "unnamed", "the evaluation names nobody", "evaluatedBy=Alm", "evaluatedBy="),
    RuleTwin(
      "SE-01", "unnamed", "the decision names an office, and no one", "decidedBy=[Alm]",
      "decidedBy=[{office:befattning}]"),
    RuleTwin(
      "SE-02", "body", "the proposer took part when the body decided", delegated, "authority={kind:body,organ:B-0001}"),
    RuleTwin("SE-02", "mere-execution", "it was mere execution", delegated, "authority={kind:mere-execution}"),
    RuleTwin("SE-02", "together", "two decided together", "decidedBy=[Alm]", "decidedBy=[Alm,Berg]"),
    RuleTwin(
      "SE-02", "unnamed", "a party proposed", "proposedBy={official:Alm}", "proposedBy={party:kommunen}"),
    RuleTwin(
      "SE-02", "unnamed", "an office proposed, and no one by name", "proposedBy={official:Alm}",
      "proposedBy={official:{office:befattning}}"),
    RuleTwin(
      "SE-03", "body", "the body's decision, in which she took part", delegated, "authority={kind:body,organ:B-0001}"),
    RuleTwin(
      "SE-03", "whole-name", "the decider bears a part of her name", "\"Ylva Sundin/registrator\"",
      "Sundin/registrator"),
    RuleTwin(
      "SE-03", "unnamed", "the decision names her office, and no one", "\"Ylva Sundin/registrator\"",
      "{office:registrator}"),
  ]
}
