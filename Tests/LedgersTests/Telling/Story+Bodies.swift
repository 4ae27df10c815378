import LedgerDomain
import StrictJSON
import TestSupport

/// Verbs about bodies, delegations, meetings and decisions.
extension Story {
  func register(_ id: SubjectID, _ registered: BodyRegistered) { scribe.take(id, .body(.registered(registered))) }

  func grant(_ id: SubjectID, _ granted: DelegationGranted) { scribe.take(id, .delegation(.granted(granted))) }

  func revoke(_ id: SubjectID, _ reason: Text, decision: SubjectID? = nil) {
    scribe.take(id, .delegation(.revoked(DelegationRevoked(reason: reason, decision: decision))))
  }

  func schedule(_ id: SubjectID, of body: SubjectID, _ day: LocalDate) {
    scribe.take(id, .meeting(.scheduled(MeetingScheduled(body: body, day: day))))
  }

  func move(_ id: SubjectID, to day: LocalDate, _ reason: Text, by official: PublicOfficial) {
    scribe.take(id, .meeting(.moved(MeetingMoved(day: day, reason: reason, by: official))))
  }

  func callOff(_ id: SubjectID, _ reason: Text, by official: PublicOfficial) {
    scribe.take(id, .meeting(.calledOff(MeetingCalledOff(reason: reason, by: official))))
  }

  func hold(_ id: SubjectID, of body: SubjectID, _ name: Text, chair: PublicOfficial? = nil) {
    scribe.take(id, .meeting(.held(MeetingHeld(body: body, name: name, chair: chair))))
  }

  func verify(_ id: SubjectID, _ paragraphs: [Text] = [], by verifiers: [PublicOfficial]) {
    scribe.take(id, .meeting(.minutesVerified(MinutesVerified(paragraphs: paragraphs, verifiedBy: verifiers))))
  }

  func announceVerification(_ id: SubjectID, _ paragraphs: [Text] = []) {
    let announced = VerificationAnnounced(paragraphs: paragraphs, place: "kommunens anslagstavla")
    scribe.take(id, .meeting(.verificationAnnounced(announced)))
  }

  func takeDown(_ id: SubjectID, _ paragraphs: [Text] = []) {
    scribe.take(id, .meeting(.announcementRemoved(AnnouncementRemoved(paragraphs: paragraphs))))
  }

  func decide(
    _ id: SubjectID, _ matter: Text, _ outcome: DecisionOutcome, _ authority: Authority, by: [PublicOfficial] = [],
    rapporteur: PublicOfficial? = nil, proposedBy: PublicOfficial? = nil, grounds: Text? = nil, dnr: Text? = nil,
    through: LocalDate? = nil, conflicts: [ConflictOfInterest] = [], on concerns: [SubjectID] = [],
    reserved: ReservedMatter? = nil, notBeforeFinal: Text? = nil
  ) {
    let made = DecisionMade(
      matter: matter, outcome: outcome, authority: authority, decidedBy: by, rapporteur: rapporteur,
      proposedBy: proposedBy, grounds: grounds, reference: dnr, validThrough: through, conflicts: conflicts,
      concerns: concerns, reservedMatter: reserved, notBeforeFinal: notBeforeFinal)
    scribe.take(id, .decision(.made(made)))
  }

  func announce(_ id: SubjectID) {
    scribe.take(id, .decision(.announced(DecisionAnnounced(place: "kommunens anslagstavla"))))
  }

  func notify(_ id: SubjectID, to body: SubjectID, at meeting: SubjectID, _ paragraph: Text) {
    let notified = DecisionNotified(to: body, meeting: meeting, paragraph: paragraph)
    scribe.take(id, .decision(.notified(notified)))
  }

  func appeal(_ id: SubjectID, to court: Text, _ number: Text, by appellant: PrivatePerson? = nil) {
    let appealed = DecisionAppealed(court: court, caseNumber: number, appellant: appellant)
    scribe.take(id, .decision(.appealed(appealed)))
  }

  func stay(_ id: SubjectID, by court: Text, _ number: Text) {
    scribe.take(id, .decision(.stayed(DecisionStayed(by: court, caseNumber: number))))
  }

  func annul(_ id: SubjectID, by court: Text, _ number: Text, _ reason: Text) {
    scribe.take(id, .decision(.annulled(DecisionAnnulled(by: court, reason: reason, caseNumber: number))))
  }

  func becomesFinal(_ ids: SubjectID...) {
    for id in ids { scribe.take(id, .decision(.final(DecisionFinal()))) }
  }
}
