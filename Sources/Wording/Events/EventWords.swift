package import CommandArguments
package import LedgerDomain
import StrictJSON

/// What each type of event says happened, as a short past-tense phrase for traces.
///
/// Swedish participles agree with the kind of subject: a measure is `avslagen`, a decision `överklagat`.
package enum EventWords {
  /// The words of a type as events name it, `measure.referred-back`; a type that is not known stands as it is.
  package static func words(ofType type: String) -> Localized {
    table[type] ?? Localized(both: type)
  }

  /// The words of what an event says, more exact than those of its type: how far the measure was carried out, whether
  /// an observation is a baseline, which paragraphs were verified.
  ///
  /// Given the measure it is about, a withdrawal before any decision is *återkallad*, else *avbruten*.
  package static func words(of fact: Fact, about measure: Measure? = nil) -> Localized {
    switch fact {
    case .measure(.implemented(let implemented)): implemented.extent.words
    case .measure(.withdrawn):
      if let measure {
        measure.approved == nil ? Localized("återkallad", "withdrawn before a decision") : MeasureStatus.withdrawn.words
      } else {
        words(ofType: fact.type)
      }
    case .indicator(.observed(let observed)) where observed.baseline:
      Localized("nulägesvärde observerat", "baseline observed")
    case .meeting(.minutesVerified(let verified)) where !verified.paragraphs.isEmpty:
      Localized("justerat: ", "verified: ") + verified.paragraphs.map(\.text).joined(separator: ", ")
    case .meeting(.verificationAnnounced(let announced)) where !announced.paragraphs.isEmpty:
      words(ofType: fact.type) + ": " + announced.paragraphs.map(\.text).joined(separator: ", ")
    case .meeting(.announcementRemoved(let removed)) where !removed.paragraphs.isEmpty:
      words(ofType: fact.type) + ": " + removed.paragraphs.map(\.text).joined(separator: ", ")
    case .meeting(.moved(let moved)):
      Localized("flyttat till \(moved.day)", "moved to \(moved.day)")
    default: words(ofType: fact.type)
    }
  }

  /// Every type that has words.
  static var types: [String] { table.keys.sorted() }

  private static let table: [String: Localized] = [
    "ledger.opened": Localized("öppnad", "opened"),
    "ledger.key-registered": Localized("nyckel registrerad", "key registered"),
    "ledger.key-retired": Localized("nyckel tagen ur bruk", "key retired"),
    "ledger.concluded": Localized("avslutad", "concluded"),
    "promise.adopted": Localized("antaget", "adopted"),
    "promise.signed": Localized("undertecknat", "signed"),
    "promise.published": Localized("publicerat", "published"),
    "promise.amended": Localized("ändrat", "amended"),
    "promise.concluded": Localized("avslutat", "concluded"),
    "situation.assessed": Localized("bedömd", "assessed"),
    "indicator.defined": Localized("definierad", "defined"),
    "indicator.observed": Localized("observerad", "observed"),
    "case.opened": Localized("öppnat", "opened"),
    "case.assigned": Localized("tilldelat handläggare", "assigned to a case officer"),
    "case.linked": Localized("kopplat till åtgärd", "linked to a measure"),
    "case.activity-recorded": Localized("aktivitet antecknad", "activity recorded"),
    "case.due-date-set": Localized("slutdatum satt", "due date set"),
    "case.closed": Localized("avslutat", "closed"),
    "case.reopened": Localized("återupptaget", "reopened"),
    "measure.proposed": Localized("föreslagen", "proposed"),
    "measure.referred-back": Localized("återremitterad", "referred back"),
    "measure.tabled": Localized("bordlagd", "tabled"),
    "measure.approved": Localized("beslutad", "approved"),
    "measure.rejected": Localized("avslagen", "rejected"),
    "measure.started": Localized("påbörjad", "started"),
    "measure.progress-reported": Localized("läget rapporterat", "progress reported"),
    "measure.implemented": Localized("genomförandet avslutat", "work ended"),
    "measure.paused": Localized("pausad", "paused"),
    "measure.resumed": Localized("återupptagen", "resumed"),
    "measure.deadline-extended": Localized("slutdatum framflyttat", "deadline extended"),
    "measure.reassigned": Localized("ny ansvarig utsedd", "reassigned"),
    "measure.amended": Localized("ändrad", "amended"),
    "measure.withdrawn": Localized("avbruten eller återkallad", "withdrawn"),
    "measure.evaluated": Localized("utvärderad", "evaluated"),
    "decision.made": Localized("fattat", "made"),
    "decision.announced": Localized("tillkännagivet", "announced"),
    "decision.notified": Localized("anmält", "notified"),
    "decision.appealed": Localized("överklagat", "appealed"),
    "decision.stayed": Localized("inhiberat", "stayed"),
    "decision.annulled": Localized("upphävt", "annulled"),
    "decision.final": Localized("fått laga kraft", "became final"),
    "body.registered": Localized("registrerat", "registered"),
    "delegation.granted": Localized("lämnad", "granted"),
    "delegation.revoked": Localized("återkallad", "revoked"),
    "meeting.scheduled": Localized("planerat", "scheduled"),
    "meeting.held": Localized("hållet", "held"),
    "meeting.moved": Localized("flyttat", "moved"),
    "meeting.called-off": Localized("inställt", "called off"),
    "meeting.minutes-verified": Localized("protokollet justerat", "minutes verified"),
    "meeting.verification-announced": Localized("justeringen tillkännagiven", "verification announced"),
    "meeting.announcement-removed": Localized("anslaget nedtaget", "announcement taken down"),
    "follow-up.compiled": Localized("sammanställd", "compiled"),
    "follow-up.sent": Localized("utskickad", "sent"),
    "follow-up.presented": Localized("redovisad", "presented"),
    "follow-up.noted": Localized("noterad", "noted"),
    "follow-up.published": Localized("publicerad", "published"),
    "recommendation.delivered": Localized("lämnad", "delivered"),
    "recommendation.answered": Localized("besvarad", "answered"),
    "recommendation.cleared": Localized("avslutad av revisorerna", "cleared by the auditors"),
    "recommendation.carried-over": Localized("kvarstår enligt revisorerna", "carried over by the auditors"),
    "person.registered": Localized("registrerad", "registered"),
    "person.changed": Localized("uppgifterna ändrade", "particulars changed"),
    "entry.corrected": Localized("uppgift korrigerad", "entry corrected"),
    "entry.reversed": Localized("uppgift makulerad", "entry voided"),
    "entry.document-attached": Localized("handling bifogad", "document attached"),
    "entry.secrecy-marked": Localized("sekretessmarkering satt", "marked secret"),
    "entry.secrecy-lifted": Localized("sekretessmarkering hävd", "secrecy mark lifted"),
    "entry.value-erased": Localized("uppgift gallrad", "value disposed of"),
    "entry.value-disclosed": Localized("förseglat utlämnat", "sealed values given out"),
  ]
}
