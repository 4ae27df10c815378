package import StrictJSON

/// The events about a citizen promise (*medborgarlöfte*).
package enum PromiseFact: SubjectFact {
  case adopted(PromiseAdopted)
  case signed(PromiseSigned)
  case published(PromisePublished)
  case amended(PromiseAmended)
  case concluded(PromiseConcluded)

  package var payload: any Payload {
    switch self {
    case .adopted(let payload): payload
    case .signed(let payload): payload
    case .published(let payload): payload
    case .amended(let payload): payload
    case .concluded(let payload): payload
    }
  }

  package static let readers: [FactReader<PromiseFact>] = [
    FactReader(PromiseFact.adopted),
    FactReader(PromiseFact.signed),
    FactReader(PromiseFact.published),
    FactReader(PromiseFact.amended),
    FactReader(PromiseFact.concluded),
  ]
}

/// A goal or an effect that the promise serves, in its own words, and how it is to be followed up.
package struct EffectGoal: Codable, Hashable, Sendable {
  package var text: Text
  package var horizon: Horizon?
  package var followedUpBy: [Text]

  package init(text: Text, horizon: Horizon? = nil, followedUpBy: [Text] = []) {
    self.text = text
    self.horizon = horizon
    self.followedUpBy = followedUpBy
  }
}

/// One thing that the parties promise, in their own words.
package struct Commitment: Codable, Hashable, Sendable {
  package var text: Text

  package init(text: Text) {
    self.text = text
  }
}

/// How the promise is to be reported: to whom, how often, and where citizens read it.
package struct Reporting: Codable, Hashable, Sendable {
  /// The body, as named in the promise.
  package var to: Text
  /// Times per year, 1–12.
  package var timesPerYear: Int
  /// When, in the promise's words.
  package var occasion: Text?
  /// Where it is published for citizens.
  package var sites: [Named]

  package init(to: Text, timesPerYear: Int, occasion: Text? = nil, sites: [Named] = []) {
    self.to = to
    self.timesPerYear = timesPerYear
    self.occasion = occasion
    self.sites = sites
  }
}

/// A passage of the promise's own wording.
package struct Passage: Codable, Hashable, Sendable {
  package var heading: Text
  package var text: Text

  package init(heading: Text, text: Text) {
    self.heading = heading
    self.text = text
  }
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
}

/// The promise has run out or is ended, with the parties' closing statement.
package struct PromiseConcluded: Payload {
  package static let type = "promise.concluded"
  package var statement: Text

  package init(statement: Text) {
    self.statement = statement
  }
}
