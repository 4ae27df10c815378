package import StrictJSON

/// The events about a follow-up (*uppföljning*).
package enum FollowUpFact: SubjectFact {
  case compiled(FollowUpCompiled)
  case sent(FollowUpSent)
  case presented(FollowUpPresented)
  case noted(FollowUpNoted)
  case published(FollowUpPublished)

  package var payload: any Payload {
    switch self {
    case .compiled(let payload): payload
    case .sent(let payload): payload
    case .presented(let payload): payload
    case .noted(let payload): payload
    case .published(let payload): payload
    }
  }

  package static let readers: [FactReader<FollowUpFact>] = [
    FactReader(FollowUpFact.compiled),
    FactReader(FollowUpFact.sent),
    FactReader(FollowUpFact.presented),
    FactReader(FollowUpFact.noted),
    FactReader(FollowUpFact.published),
  ]
}

/// The report of a period was put together, cumulative from January, on a stated basis.
package struct FollowUpCompiled: Payload {
  package static let type = "follow-up.compiled"
  /// The label of a reporting period of the ledger.
  package var period: Text
  package var promise: SubjectID
  /// The measures that have a row in it.
  package var measures: [SubjectID]
  /// The position up to which the ledger was read.
  package var knownThrough: Int
  package var compiledBy: PublicOfficial?

  package init(
    period: Text, promise: SubjectID, measures: [SubjectID] = [], knownThrough: Int, compiledBy: PublicOfficial? = nil
  ) {
    self.period = period
    self.promise = promise
    self.measures = measures
    self.knownThrough = knownThrough
    self.compiledBy = compiledBy
  }
}

/// Sent with the notice (*kallelse*) of a meeting.
package struct FollowUpSent: Payload {
  package static let type = "follow-up.sent"
  package var to: SubjectID
  package var meeting: SubjectID?
  /// Measures that the sent document leaves out.
  package var leftOut: [SubjectID]

  package init(to: SubjectID, meeting: SubjectID? = nil, leftOut: [SubjectID] = []) {
    self.to = to
    self.meeting = meeting
    self.leftOut = leftOut
  }
}

/// Shown to the body, as the document that was really shown, kept by digest.
package struct FollowUpPresented: Payload {
  package static let type = "follow-up.presented"
  package var to: SubjectID
  package var meeting: SubjectID?
  package var document: DocumentReference

  package init(to: SubjectID, meeting: SubjectID? = nil, document: DocumentReference) {
    self.to = to
    self.meeting = meeting
    self.document = document
  }
}

/// The body noted it.
package struct FollowUpNoted: Payload {
  package static let type = "follow-up.noted"
  package var meeting: SubjectID?
  package var paragraph: Text?

  package init(meeting: SubjectID? = nil, paragraph: Text? = nil) {
    self.meeting = meeting
    self.paragraph = paragraph
  }
}

/// Fed back to citizens on one site.
package struct FollowUpPublished: Payload {
  package static let type = "follow-up.published"
  /// The code of a site named in the promise's reporting.
  package var site: Code
  package var address: Text?

  package init(site: Code, address: Text? = nil) {
    self.site = site
    self.address = address
  }
}
