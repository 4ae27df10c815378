package import StrictJSON

/// A follow-up (*uppföljning*) of one period: compiled, sent, presented, noted, published.
package struct FollowUp: Subject {
  package static let kind = SubjectKind.followUp

  package let id: SubjectID
  package var record = SubjectRecord()
  package private(set) var compiled: FollowUpCompiled?
  package private(set) var compiledMark: Mark?

  /// The day on which it was compiled: where that is not stated, of its recording.
  package var compiledDay: LocalDate? {
    compiledMark.map { $0.effective?.day ?? SwedishTime.date(of: $0.recorded) }
  }

  package private(set) var sendings: [Sending] = []
  package private(set) var presented: Presentation?
  package private(set) var noted: Mark?
  package private(set) var notedParagraph: Text?
  package private(set) var publications: [Publication] = []

  package struct Sending: JSONWritable, Hashable, Sendable {
    package var sent: FollowUpSent
    package var mark: Mark

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("sent", sent)
      pen.write("mark", mark)
      pen.endObject()
    }
  }

  package struct Presentation: JSONWritable, Hashable, Sendable {
    package var presented: FollowUpPresented
    package var mark: Mark

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("presented", presented)
      pen.write("mark", mark)
      pen.endObject()
    }
  }

  package struct Publication: JSONWritable, Hashable, Sendable {
    package var published: FollowUpPublished
    package var mark: Mark

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("published", published)
      pen.write("mark", mark)
      pen.endObject()
    }
  }

  package init(id: SubjectID) { self.id = id }

  package var isFounded: Bool { compiled != nil }

  package static func own(_ fact: LedgerDomain.Fact) -> FollowUpFact? {
    if case .followUp(let own) = fact { own } else { nil }
  }

  package static func founds(_ fact: FollowUpFact) -> Bool { if case .compiled = fact { true } else { false } }

  package static func check(
    _ fact: FollowUpFact, about id: SubjectID, in surroundings: Surroundings
  ) throws(Refusal) {
    switch fact {
    case .compiled(let compiled):
      try surroundings.require(compiled.promise, .promise)
      try surroundings.require(compiled.measures, .measure)
      try surroundings.require(period: compiled.period)
      if compiled.knownThrough < 1 {
        throw .outOfRange(field: "knownThrough", value: compiled.knownThrough, least: 1, most: Int(Int32.max))
      }
    case .sent(let sent):
      try surroundings.require(sent.to, .body)
      try surroundings.require(sent.meeting, .meeting)
      try surroundings.require(sent.leftOut, .measure)
    case .presented(let presented):
      try surroundings.require(presented.to, .body)
      try surroundings.require(presented.meeting, .meeting)
      try surroundings.requireNotCalledOff(presented.meeting)
    case .noted(let noted):
      try surroundings.require(noted.meeting, .meeting)
      try surroundings.requireNotCalledOff(noted.meeting)
    case .published(let published):
      guard case .followUp(let followUp) = surroundings.now(id) else { return }
      try surroundings.require([published.site], in: .sites, of: followUp.compiled?.promise)
    }
  }

  package func judge(
    _ fact: FollowUpFact, on day: LocalDate?, in surroundings: Surroundings
  ) throws(Refusal) -> [Irregularity] {
    func refuse(_ state: String) -> Refusal { .impossible(type: fact.type, state: state) }
    switch fact {
    case .compiled(let compiled):
      let period = surroundings.ledger?.opened?.periods.first { $0.label == compiled.period }
      guard let day, let period, day <= period.through else { return [] }
      return [.compiledBeforePeriodEnd]
    case .sent(let sent):
      // What was sent before the meeting was called off was sent to it.
      if let meeting = sent.meeting, case .meeting(let then) = surroundings.then(meeting), then.callingOff != nil {
        throw .contradiction("meeting", "calledOff")
      }
      return missing(sent.leftOut, surroundings).isEmpty ? [] : [.sentWithoutPromised]
    case .presented:
      if presented != nil { throw refuse("presented") }
      return sendings.isEmpty ? [.presentedUnsent] : []
    case .noted:
      if noted != nil { throw refuse("noted") }
      return presented == nil ? [.notedUnpresented] : []
    case .published(let published):
      if publications.contains(where: { $0.published.site == published.site }) { throw refuse("published") }
      return presented == nil ? [.publishedUnpresented] : []
    }
  }

  /// The measures promised or decided by the end of the period that what was sent has no row for.
  ///
  /// What was decided between the period's end and the sending belongs to the next report.
  private func missing(_ leftOut: [SubjectID], _ surroundings: Surroundings) -> [SubjectID] {
    let rows = Set(compiled?.measures ?? []).subtracting(leftOut)
    let end = surroundings.ledger?.opened?.periods.first { $0.label == compiled?.period }?.through
    return surroundings.subjects(.measure).filter { id in
      guard let measure = surroundings.measure(id), measure.mustBeReported, !rows.contains(id),
        measure.plan?.promise == compiled?.promise
      else { return false }
      let since = measure.plan?.binding == .example ? measure.approved : measure.proposed
      guard let end, let day = since?.effective?.day else { return true }
      return day <= end
    }
  }

  package mutating func evolve(_ fact: FollowUpFact, _ event: Event) {
    switch fact {
    case .compiled(let compiled):
      self.compiled = compiled
      compiledMark = event.mark
    case .sent(let sent): sendings.append(Sending(sent: sent, mark: event.mark))
    case .presented(let presented): self.presented = Presentation(presented: presented, mark: event.mark)
    case .noted(let noted):
      self.noted = event.mark
      notedParagraph = noted.paragraph
    case .published(let published): publications.append(Publication(published: published, mark: event.mark))
    }
  }

  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    pen.write("id", id)
    pen.write("record", record)
    pen.write("compiled", compiled)
    pen.write("compiledMark", compiledMark)
    pen.write("sendings", sendings)
    pen.write("presented", presented)
    pen.write("noted", noted)
    pen.write("notedParagraph", notedParagraph)
    pen.write("publications", publications)
    pen.endObject()
  }
}
