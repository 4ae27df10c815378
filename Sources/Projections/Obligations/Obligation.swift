package import LedgerDomain
package import StrictJSON

/// What someone has to do, and by when.
package enum ObligationKind: String, Choice {
  case carryOut = "carry-out"
  case decide
  /// To stop what goes on although it was rejected.
  case discontinue
  case evaluate
  case dealWithCase = "deal-with-case"
  /// To record that a meeting was held, or was not.
  case recordMeeting = "record-meeting"
  case verifyMinutes = "verify-minutes"
  case announceVerification = "announce-verification"
  case notifyDecision = "notify-decision"
  case presentFollowUp = "present-follow-up"
  case publishFollowUp = "publish-follow-up"
  case answerRecommendation = "answer-recommendation"
}

/// One thing that is to be done: about what, by whom, by which day.
package struct Obligation: JSONWritable, Hashable, Sendable {
  package var kind: ObligationKind
  package var subject: SubjectID
  /// The day by which it must be done; absent where no day is set.
  package var due: LocalDate?
  package var owner: PublicOfficial?
  /// What more identifies it: a period, a site, the body to notify, paragraphs in words.
  package var detail: Text?
  /// The paragraphs that are to be announced; none for the whole minutes.
  package var paragraphs: [Text]
  /// What people call the subject.
  package var title: Text?
  /// The body whose matter it is, where that is not the owner's.
  package var body: SubjectID?

  package init(
    kind: ObligationKind, subject: SubjectID, due: LocalDate? = nil, owner: PublicOfficial? = nil,
    detail: Text? = nil, paragraphs: [Text] = [], title: Text? = nil, body: SubjectID? = nil
  ) {
    self.kind = kind
    self.subject = subject
    self.due = due
    self.owner = owner
    self.detail = detail
    self.paragraphs = paragraphs
    self.title = title
    self.body = body
  }

  /// Days left on a day; negative when it is overdue.
  package func daysLeft(on day: LocalDate) -> Int? { due.map { $0.dayNumber - day.dayNumber } }

  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    pen.write("kind", kind)
    pen.write("subject", subject)
    pen.write("due", due)
    pen.write("owner", owner)
    pen.write("detail", detail)
    pen.endObject()
  }
}
