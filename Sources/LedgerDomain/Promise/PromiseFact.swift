package import StrictJSON

/// The events about a citizen promise (*medborgarlöfte*).
package indirect enum PromiseFact: SubjectFact {
  case adopted(PromiseAdopted)
  case signed(PromiseSigned)
  case published(PromisePublished)
  case amended(PromiseAmended)
  case concluded(PromiseConcluded)

  package func show(to visitor: inout some PayloadVisitor) {
    switch self {
    case .adopted(let payload): visitor.visit(payload)
    case .signed(let payload): visitor.visit(payload)
    case .published(let payload): visitor.visit(payload)
    case .amended(let payload): visitor.visit(payload)
    case .concluded(let payload): visitor.visit(payload)
    }
  }

  package static let readers: [FactReader] = [
    FactReader { .promise(.adopted($0)) },
    FactReader { .promise(.signed($0)) },
    FactReader { .promise(.published($0)) },
    FactReader { .promise(.amended($0)) },
    FactReader { .promise(.concluded($0)) },
  ]
}

/// The promise as it was given: wording, parent goals, agreement, parties, areas and focus areas (two lists, not a matrix).
package struct PromiseAdopted: Payload {
  package static let type = "promise.adopted"
  package var title: Text
  package var validity: DateSpan
  package var commitments: [Commitment]
  package var parties: [Named]
  package var signatories: [PublicOfficial]
  /// The goal in the municipal plan and other goals above the promise.
  package var parentGoals: [Text]
  /// The cooperation agreement that the promise is part of.
  package var agreement: Text?
  package var areas: [Named]
  package var focusAreas: [Named]
  package var effectGoals: [EffectGoal]
  package var reporting: Reporting?
  package var wording: [Passage]
  /// The decision to adopt it; absent where the source does not state one.
  package var decision: SubjectID?

  package init(
    title: Text, validity: DateSpan, commitments: [Commitment] = [], parties: [Named] = [],
    signatories: [PublicOfficial] = [], parentGoals: [Text] = [], agreement: Text? = nil, areas: [Named] = [],
    focusAreas: [Named] = [], effectGoals: [EffectGoal] = [], reporting: Reporting? = nil, wording: [Passage] = [],
    decision: SubjectID? = nil
  ) {
    self.title = title
    self.validity = validity
    self.commitments = commitments
    self.parties = parties
    self.signatories = signatories
    self.parentGoals = parentGoals
    self.agreement = agreement
    self.areas = areas
    self.focusAreas = focusAreas
    self.effectGoals = effectGoals
    self.reporting = reporting
    self.wording = wording
    self.decision = decision
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    title = try members.read("title")
    validity = try members.read("validity")
    commitments = try members.read("commitments")
    parties = try members.read("parties")
    signatories = try members.read("signatories")
    parentGoals = try members.read("parentGoals")
    agreement = try members.read("agreement")
    areas = try members.read("areas")
    focusAreas = try members.read("focusAreas")
    effectGoals = try members.read("effectGoals")
    reporting = try members.read("reporting")
    wording = try members.read("wording")
    decision = try members.read("decision")
  }

  package func write(members: inout JSONPen) {
    members.write("title", title)
    members.write("validity", validity)
    members.write("commitments", commitments)
    members.write("parties", parties)
    members.write("signatories", signatories)
    members.write("parentGoals", parentGoals)
    members.write("agreement", agreement)
    members.write("areas", areas)
    members.write("focusAreas", focusAreas)
    members.write("effectGoals", effectGoals)
    members.write("reporting", reporting)
    members.write("wording", wording)
    members.write("decision", decision)
  }
}

/// A party signed the promise.
package struct PromiseSigned: Payload {
  package static let type = "promise.signed"
  package var party: Code
  package var by: PublicOfficial

  package init(party: Code, by: PublicOfficial) {
    self.party = party
    self.by = by
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    party = try members.read("party")
    by = try members.read("by")
  }

  package func write(members: inout JSONPen) {
    members.write("party", party)
    members.write("by", by)
  }
}

/// The promise was made known to citizens.
package struct PromisePublished: Payload {
  package static let type = "promise.published"
  package var site: Text
  package var address: Text?

  package init(site: Text, address: Text? = nil) {
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

/// What was promised, changed by a decision: the new texts of what changed.
package struct PromiseAmended: Payload {
  package static let type = "promise.amended"
  package var title: Text?
  package var validity: DateSpan?
  package var commitments: [Commitment]
  package var addedAreas: [Named]
  package var addedFocusAreas: [Named]
  package var reporting: Reporting?
  package var reason: Text
  package var decision: SubjectID?

  package init(
    title: Text? = nil, validity: DateSpan? = nil, commitments: [Commitment] = [], addedAreas: [Named] = [],
    addedFocusAreas: [Named] = [], reporting: Reporting? = nil, reason: Text, decision: SubjectID? = nil
  ) {
    self.title = title
    self.validity = validity
    self.commitments = commitments
    self.addedAreas = addedAreas
    self.addedFocusAreas = addedFocusAreas
    self.reporting = reporting
    self.reason = reason
    self.decision = decision
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    title = try members.read("title")
    validity = try members.read("validity")
    commitments = try members.read("commitments")
    addedAreas = try members.read("addedAreas")
    addedFocusAreas = try members.read("addedFocusAreas")
    reporting = try members.read("reporting")
    reason = try members.read("reason")
    decision = try members.read("decision")
  }

  package func write(members: inout JSONPen) {
    members.write("title", title)
    members.write("validity", validity)
    members.write("commitments", commitments)
    members.write("addedAreas", addedAreas)
    members.write("addedFocusAreas", addedFocusAreas)
    members.write("reporting", reporting)
    members.write("reason", reason)
    members.write("decision", decision)
  }
}

/// The promise has run out or is ended, with the parties' closing statement.
package struct PromiseConcluded: Payload {
  package static let type = "promise.concluded"
  package var statement: Text

  package init(statement: Text) {
    self.statement = statement
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    statement = try members.read("statement")
  }

  package func write(members: inout JSONPen) {
    members.write("statement", statement)
  }
}
