package import StrictJSON

/// The events about a body that decides, advises or receives reports.
package indirect enum BodyFact: SubjectFact {
  case registered(BodyRegistered)

  package func show(to visitor: inout some PayloadVisitor) {
    switch self {
    case .registered(let payload): visitor.visit(payload)
    }
  }

  package static let readers: [FactReader] = [
    FactReader { .body(.registered($0)) }
  ]
}

/// What kind of body; the rules that bind it follow from this.
package enum BodyKind: String, Choice {
  case council
  case executiveBoard = "executive-board"
  case committee
  /// An advisory *råd*: kommunallagen's minutes rules do not bind it.
  case advisory
  case police, other

  /// Whether KL 5:65–69 (6:35) on minutes and 8:12 on announcing bind it.
  package var isBoundByMinutesRules: Bool {
    switch self {
    case .council, .executiveBoard, .committee: true
    case .advisory, .police, .other: false
    }
  }
}

/// How delegated decisions are to be notified, by the body's own decision (KL 7:8).
package struct BodyRegistered: Payload {
  package static let type = "body.registered"
  package var name: Text
  package var kind: BodyKind
  package var party: Code?
  package var chair: PublicOfficial?
  /// Whether the body has decided that delegated decisions are notified to it.
  package var delegatedDecisionsNotified: Bool
  /// Who may decide in urgent matters, by the body's mandate (KL 6:39); absent where there is none.
  package var urgentMandate: PublicOfficial?

  package init(
    name: Text, kind: BodyKind, party: Code? = nil, chair: PublicOfficial? = nil,
    delegatedDecisionsNotified: Bool = false, urgentMandate: PublicOfficial? = nil
  ) {
    self.name = name
    self.kind = kind
    self.party = party
    self.chair = chair
    self.delegatedDecisionsNotified = delegatedDecisionsNotified
    self.urgentMandate = urgentMandate
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    name = try members.read("name")
    kind = try members.read("kind")
    party = try members.read("party")
    chair = try members.read("chair")
    delegatedDecisionsNotified = try members.read("delegatedDecisionsNotified")
    urgentMandate = try members.read("urgentMandate")
  }

  package func write(members: inout JSONPen) {
    members.write("name", name)
    members.write("kind", kind)
    members.write("party", party)
    members.write("chair", chair)
    members.write("delegatedDecisionsNotified", delegatedDecisionsNotified)
    members.write("urgentMandate", urgentMandate)
  }
}
