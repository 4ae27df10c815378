package import CommandArguments
package import LedgerDomain

extension Irregularity: Worded {
  /// What was irregular, as a mark beside an entry.
  package var words: Localized {
    switch self {
    case .outsideValidity: Localized("utanför löftets giltighetstid", "outside the validity of the promise")
    case .unknownAuthority: Localized("beslutsbefogenheten är inte känd", "the authority to decide is not known")
    case .withoutDecision: Localized("beslut saknas", "no decision")
    case .noMandate: Localized("bemyndigande saknas", "no mandate")
    case .executedBeforeDecision: Localized("utförd före beslut", "carried out before a decision")
    case .executedThoughRejected: Localized("utförd trots avslag", "carried out although rejected")
    case .executedThoughWithdrawn:
      Localized("utförd trots att åtgärden är avbruten eller återkallad", "carried out although withdrawn")
    case .executedWhilePaused: Localized("utförd medan åtgärden var pausad", "carried out while paused")
    case .executedThoughStayed:
      Localized("utförd trots att beslutet är inhiberat", "carried out although the decision is stayed")
    case .executedThoughAnnulled:
      Localized("utförd trots att beslutet är upphävt", "carried out although the decision is annulled")
    case .executedBeforeFinal:
      Localized("utförd innan beslutet fått laga kraft", "carried out before the decision was final")
    case .decidedAfterExecution: Localized("beslutad i efterhand", "decided after it was carried out")
    case .rejectedAfterExecution: Localized("avslagen i efterhand", "rejected after it was carried out")
    case .extendedAfterDeadline:
      Localized("slutdatum framflyttat efter att det passerats", "deadline extended after it had passed")
    case .evaluatedBeforeImplemented:
      Localized("utvärderad innan arbetet avslutats", "evaluated before the work ended")
    case .effectWithoutBaseline: Localized("effekt utan nulägesvärde", "effect without a baseline")
    case .conflictOfInterest:
      Localized("jävig person deltog i beslutet", "someone with a conflict of interest took part")
    case .delegationNotInForce: Localized("delegationen gäller inte", "the delegation is not in force")
    case .reservedMatter: Localized("ärendet får inte delegeras", "the matter may not be delegated")
    case .verifiedLate: Localized("justerat för sent", "verified late")
    case .announcedLate: Localized("tillkännagivet för sent", "announced late")
    case .announcedUnverified: Localized("tillkännagivet utan justering", "announced without being verified")
    case .announcementRemovedEarly: Localized("anslaget nedtaget för tidigt", "announcement taken down early")
    case .finalWhileAppealed:
      Localized("laga kraft trots pågående överklagande", "final although an appeal is pending")
    case .sentWithoutPromised:
      Localized(
        "utskickad, men en utlovad eller beslutad åtgärd saknas",
        "sent, but a measure that was promised or decided is missing")
    case .presentedUnsent: Localized("redovisad utan att ha skickats ut", "presented without having been sent")
    case .notedUnpresented: Localized("noterad utan att ha redovisats", "noted without having been presented")
    case .publishedUnpresented:
      Localized("publicerad utan att ha redovisats", "published without having been presented")
    case .compiledBeforePeriodEnd:
      Localized("sammanställd före periodens slut", "compiled before the end of the period")
    case .activityAfterClosing: Localized("händelse i avslutat ärende", "activity in a closed case")
    case .clearedUnanswered: Localized("avslutad utan svar", "cleared without an answer")
    case .afterConclusion: Localized("tillkommen efter att liggaren avslutats", "added after the ledger was concluded")
    case .declared:
      Localized("regelavvikelse enligt den som registrerade", "irregular in the judgement of whoever recorded it")
    }
  }
}
