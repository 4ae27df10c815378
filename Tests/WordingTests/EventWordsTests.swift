import CommandArguments
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import Wording

@Suite("the words of events")
struct EventWordsTests {
  @Test("every type of event has words, and nothing else has")
  func complete() {
    #expect(EventWords.types == Fact.readers.keys.sorted())
    #expect(EventWords.words(ofType: "weather.rain") == Localized("weather.rain", "weather.rain"))
  }

  @Test("every type as people see it in a trace")
  func types() {
    let expected = """
      body.registered | registrerat | registered
      case.activity-recorded | aktivitet antecknad | activity recorded
      case.assigned | tilldelat handläggare | assigned to a case officer
      case.closed | avslutat | closed
      case.due-date-set | slutdatum satt | due date set
      case.linked | kopplat till åtgärd | linked to a measure
      case.opened | öppnat | opened
      case.reopened | återupptaget | reopened
      decision.announced | tillkännagivet | announced
      decision.annulled | upphävt | annulled
      decision.appealed | överklagat | appealed
      decision.final | fått laga kraft | became final
      decision.made | fattat | made
      decision.notified | anmält | notified
      decision.stayed | inhiberat | stayed
      delegation.granted | lämnad | granted
      delegation.revoked | återkallad | revoked
      entry.corrected | uppgift korrigerad | entry corrected
      entry.document-attached | handling bifogad | document attached
      entry.reversed | uppgift makulerad | entry voided
      entry.secrecy-lifted | sekretessmarkering hävd | secrecy mark lifted
      entry.secrecy-marked | sekretessmarkering satt | marked secret
      entry.value-disclosed | förseglat utlämnat | sealed values given out
      entry.value-erased | uppgift gallrad | value disposed of
      follow-up.compiled | sammanställd | compiled
      follow-up.noted | noterad | noted
      follow-up.presented | redovisad | presented
      follow-up.published | publicerad | published
      follow-up.sent | utskickad | sent
      indicator.defined | definierad | defined
      indicator.observed | observerad | observed
      ledger.concluded | avslutad | concluded
      ledger.key-registered | nyckel registrerad | key registered
      ledger.key-retired | nyckel tagen ur bruk | key retired
      ledger.opened | öppnad | opened
      measure.amended | ändrad | amended
      measure.approved | beslutad | approved
      measure.deadline-extended | slutdatum framflyttat | deadline extended
      measure.evaluated | utvärderad | evaluated
      measure.implemented | genomförandet avslutat | work ended
      measure.paused | pausad | paused
      measure.progress-reported | läget rapporterat | progress reported
      measure.proposed | föreslagen | proposed
      measure.reassigned | ny ansvarig utsedd | reassigned
      measure.referred-back | återremitterad | referred back
      measure.rejected | avslagen | rejected
      measure.resumed | återupptagen | resumed
      measure.started | påbörjad | started
      measure.tabled | bordlagd | tabled
      measure.withdrawn | avbruten eller återkallad | withdrawn
      meeting.announcement-removed | anslaget nedtaget | announcement taken down
      meeting.called-off | inställt | called off
      meeting.held | hållet | held
      meeting.minutes-verified | protokollet justerat | minutes verified
      meeting.moved | flyttat | moved
      meeting.scheduled | planerat | scheduled
      meeting.verification-announced | justeringen tillkännagiven | verification announced
      person.changed | uppgifterna ändrade | particulars changed
      person.registered | registrerad | registered
      promise.adopted | antaget | adopted
      promise.amended | ändrat | amended
      promise.concluded | avslutat | concluded
      promise.published | publicerat | published
      promise.signed | undertecknat | signed
      recommendation.answered | besvarad | answered
      recommendation.carried-over | kvarstår enligt revisorerna | carried over by the auditors
      recommendation.cleared | avslutad av revisorerna | cleared by the auditors
      recommendation.delivered | lämnad | delivered
      situation.assessed | bedömd | assessed
      """
    let found = EventWords.types.map { type in
      let words = EventWords.words(ofType: type)
      return "\(type) | \(words.sv) | \(words.en)"
    }
    #expect(found.joined(separator: "\n") == expected)
  }

  @Test("an event says more than its type where the type does not tell what happened")
  func facts() {
    func words(_ fact: Fact) -> Localized { EventWords.words(of: fact) }
    for extent in Extent.allCases {
      let done = MeasureImplemented(extent: extent, deviation: extent == .full ? nil : "tiden räckte inte")
      #expect(words(.measure(.implemented(done))) == extent.words)
    }
    #expect(
      words(.indicator(.observed(IndicatorObserved(source: .survey, baseline: true))))
        == Localized("nulägesvärde observerat", "baseline observed"))
    #expect(
      words(.indicator(.observed(IndicatorObserved(source: .survey)))) == Localized("observerad", "observed"))
    #expect(
      words(.meeting(.minutesVerified(MinutesVerified(paragraphs: ["§ 14", "§ 15"]))))
        == Localized("justerat: § 14, § 15", "verified: § 14, § 15"))
    #expect(
      words(.meeting(.minutesVerified(MinutesVerified()))) == Localized("protokollet justerat", "minutes verified"))
    #expect(
      words(.meeting(.verificationAnnounced(VerificationAnnounced(paragraphs: ["§ 14"]))))
        == Localized("justeringen tillkännagiven: § 14", "verification announced: § 14"))
    #expect(
      words(.meeting(.announcementRemoved(AnnouncementRemoved(paragraphs: ["§ 14"]))))
        == Localized("anslaget nedtaget: § 14", "announcement taken down: § 14"))
    #expect(
      words(.meeting(.moved(MeetingMoved(day: "2022-10-05", reason: "Sjukdom"))))
        == Localized("flyttat till 2022-10-05", "moved to 2022-10-05"))
    #expect(
      words(.measure(.withdrawn(MeasureWithdrawn(reason: "pengar saknas"))))
        == Localized("avbruten eller återkallad", "withdrawn"))
  }
}
