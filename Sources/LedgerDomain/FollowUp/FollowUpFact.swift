package import StrictJSON

/// The events about a follow-up (*uppföljning*).
package indirect enum FollowUpFact: SubjectFact {
  case compiled(FollowUpCompiled)
  case sent(FollowUpSent)
  case presented(FollowUpPresented)
  case noted(FollowUpNoted)
  case published(FollowUpPublished)

  package func show(to visitor: inout some PayloadVisitor) {
    switch self {
    case .compiled(let payload): visitor.visit(payload)
    case .sent(let payload): visitor.visit(payload)
    case .presented(let payload): visitor.visit(payload)
    case .noted(let payload): visitor.visit(payload)
    case .published(let payload): visitor.visit(payload)
    }
  }

  package static let readers: [FactReader] = [
    FactReader { .followUp(.compiled($0)) },
    FactReader { .followUp(.sent($0)) },
    FactReader { .followUp(.presented($0)) },
    FactReader { .followUp(.noted($0)) },
    FactReader { .followUp(.published($0)) },
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

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    period = try members.read("period")
    promise = try members.read("promise")
    measures = try members.read("measures")
    knownThrough = try members.read("knownThrough")
    compiledBy = try members.read("compiledBy")
  }

  package func write(members: inout JSONPen) {
    members.write("period", period)
    members.write("promise", promise)
    members.write("measures", measures)
    members.write("knownThrough", knownThrough)
    members.write("compiledBy", compiledBy)
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

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    to = try members.read("to")
    meeting = try members.read("meeting")
    leftOut = try members.read("leftOut")
  }

  package func write(members: inout JSONPen) {
    members.write("to", to)
    members.write("meeting", meeting)
    members.write("leftOut", leftOut)
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

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    to = try members.read("to")
    meeting = try members.read("meeting")
    document = try members.read("document")
  }

  package func write(members: inout JSONPen) {
    members.write("to", to)
    members.write("meeting", meeting)
    members.write("document", document)
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

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    meeting = try members.read("meeting")
    paragraph = try members.read("paragraph")
  }

  package func write(members: inout JSONPen) {
    members.write("meeting", meeting)
    members.write("paragraph", paragraph)
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

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    site = try members.read("site")
    address = try members.read("address")
  }

  package func write(members: inout JSONPen) {
    members.write("site", site)
    members.write("address", address)
  }
}
