package import StrictJSON

/// On what authority a decision was made.
package enum AuthorityKind: String, Choice {
  /// A committee, the executive board, the council or an advisory body in session.
  case body
  /// A delegate, under a delegation (KL 6:37, 7:5).
  case delegated
  /// The chair or another named member in an urgent matter (KL 6:39); needs a mandate, notified at the next meeting (6:40).
  case urgentChair = "urgent-chair"
  /// *Ren verkställighet*: carrying out what is already decided; no delegated decision is needed.
  case mereExecution = "mere-execution"
  /// The police's own decision, outside kommunallagen.
  case police
  /// Not known: irregular, and recorded as such.
  case unknown
}

/// The authority of one decision, with what identifies it: organ, meeting and paragraph, or the delegation.
package struct Authority: JSONRecord, Hashable, Sendable {
  package var kind: AuthorityKind
  package var organ: SubjectID?
  package var meeting: SubjectID?
  /// The paragraph of the minutes, as written there: `§ 14`.
  package var paragraph: Text?
  package var delegation: SubjectID?

  package init(
    _ kind: AuthorityKind, organ: SubjectID? = nil, meeting: SubjectID? = nil, paragraph: Text? = nil,
    delegation: SubjectID? = nil
  ) {
    self.kind = kind
    self.organ = organ
    self.meeting = meeting
    self.paragraph = paragraph
    self.delegation = delegation
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    kind = try members.read("kind")
    organ = try members.read("organ")
    meeting = try members.read("meeting")
    paragraph = try members.read("paragraph")
    delegation = try members.read("delegation")
  }

  package func write(members: inout JSONPen) {
    members.write("kind", kind)
    members.write("organ", organ)
    members.write("meeting", meeting)
    members.write("paragraph", paragraph)
    members.write("delegation", delegation)
  }
}

/// Someone who had an interest in the matter (*jäv*, KL 6:28–30, 7:4), and whether they took part all the same.
package struct ConflictOfInterest: JSONRecord, Hashable, Sendable {
  package var person: PublicOfficial
  package var tookPart: Bool

  package init(person: PublicOfficial, tookPart: Bool) {
    self.person = person
    self.tookPart = tookPart
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    person = try members.read("person")
    tookPart = try members.read("tookPart")
  }

  package func write(members: inout JSONPen) {
    members.write("person", person)
    members.write("tookPart", tookPart)
  }
}

/// Where a picture or an observation comes from.
package enum GroundKind: String, Choice {
  case survey, dialogue, staff, statistics
}

/// How near in time a measure is meant to work.
package enum Horizon: String, Choice {
  case short, long
}

/// What kind of following up: counting what was made, how it was done, what it changed; evaluation is the fourth.
package enum FollowUpKind: String, Choice {
  case output, process, effect
}
