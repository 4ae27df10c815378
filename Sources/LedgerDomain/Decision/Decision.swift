package import StrictJSON

/// How a decision stands (KL 13 kap.).
package enum DecisionStanding: String, Choice {
  case made, appealed, stayed, annulled, final
}

/// A decision (*beslut*): its authority, whom it was notified to, and how it stands.
package struct Decision: Subject {
  package static let kind = SubjectKind.decision

  package let id: SubjectID
  package var record = SubjectRecord()
  package private(set) var made: DecisionMade?
  package private(set) var mark: Mark?
  package private(set) var standing = DecisionStanding.made
  package private(set) var announced: Mark?
  package private(set) var notifications: [Notification] = []
  package private(set) var appeals: [Appeal] = []
  package private(set) var annulment: Annulment?
  package private(set) var becameFinal: Mark?

  package struct Notification: JSONWritable, Hashable, Sendable {
    package var notified: DecisionNotified
    package var mark: Mark

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("notified", notified)
      pen.write("mark", mark)
      pen.endObject()
    }
  }

  package struct Appeal: JSONWritable, Hashable, Sendable {
    package var appealed: DecisionAppealed
    package var mark: Mark

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("appealed", appealed)
      pen.write("mark", mark)
      pen.endObject()
    }
  }

  package struct Annulment: JSONWritable, Hashable, Sendable {
    package var annulled: DecisionAnnulled
    package var mark: Mark

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("annulled", annulled)
      pen.write("mark", mark)
      pen.endObject()
    }
  }

  package init(id: SubjectID) { self.id = id }

  package var isFounded: Bool { made != nil }

  package static func own(_ fact: LedgerDomain.Fact) -> DecisionFact? {
    if case .decision(let own) = fact { own } else { nil }
  }

  package static func founds(_ fact: DecisionFact) -> Bool { if case .made = fact { true } else { false } }

  package mutating func evolve(_ fact: DecisionFact, _ event: Event) {
    switch fact {
    case .made(let made):
      self.made = made
      mark = event.mark
    case .announced: announced = event.mark
    case .notified(let notified): notifications.append(Notification(notified: notified, mark: event.mark))
    case .appealed(let appealed):
      appeals.append(Appeal(appealed: appealed, mark: event.mark))
      if standing == .made { standing = .appealed }
    case .stayed: if standing != .annulled { standing = .stayed }
    case .annulled(let annulled):
      annulment = Annulment(annulled: annulled, mark: event.mark)
      standing = .annulled
    case .final:
      becameFinal = event.mark
      if standing != .annulled { standing = .final }
    }
  }

  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    pen.write("id", id)
    pen.write("record", record)
    pen.write("made", made)
    pen.write("mark", mark)
    pen.write("standing", standing)
    pen.write("announced", announced)
    pen.write("notifications", notifications)
    pen.write("appeals", appeals)
    pen.write("annulment", annulment)
    pen.write("becameFinal", becameFinal)
    pen.endObject()
  }
}
