package import StrictJSON

/// The events that any subject can have: about entries, documents, secrecy and erasure.
package indirect enum EntryFact: SubjectFact {
  case corrected(EntryCorrected)
  case reversed(EntryReversed)
  case documentAttached(DocumentAttached)
  case secrecyMarked(SecrecyMarked)
  case secrecyLifted(SecrecyLifted)
  case valueErased(ValueErased)
  case valueDisclosed(ValueDisclosed)

  package func show(to visitor: inout some PayloadVisitor) {
    switch self {
    case .corrected(let payload): visitor.visit(payload)
    case .reversed(let payload): visitor.visit(payload)
    case .documentAttached(let payload): visitor.visit(payload)
    case .secrecyMarked(let payload): visitor.visit(payload)
    case .secrecyLifted(let payload): visitor.visit(payload)
    case .valueErased(let payload): visitor.visit(payload)
    case .valueDisclosed(let payload): visitor.visit(payload)
    }
  }

  package static let readers: [FactReader] = [
    FactReader { .entry(.corrected($0)) },
    FactReader { .entry(.reversed($0)) },
    FactReader { .entry(.documentAttached($0)) },
    FactReader { .entry(.secrecyMarked($0)) },
    FactReader { .entry(.secrecyLifted($0)) },
    FactReader { .entry(.valueErased($0)) },
    FactReader { .entry(.valueDisclosed($0)) },
  ]
}

/// *Korrigering*: one field of one earlier entry about the same subject was wrong. The latest known one wins.
///
/// `field` is a member of the entry's `data` (`deadline`, or `authority.paragraph` inside an object) or `effective`. `old` is what the
/// field said until now, absent where it said nothing; `new` is what it should have said, absent to take the value away.
package struct EntryCorrected: Payload {
  package static let type = "entry.corrected"
  package var event: EventID
  package var field: Text
  package var old: JSONValue?
  package var new: JSONValue?
  package var reason: Text
  package var orderedBy: PublicOfficial?
  package var decision: SubjectID?

  package init(
    event: EventID, field: Text, old: JSONValue? = nil, new: JSONValue? = nil, reason: Text,
    orderedBy: PublicOfficial? = nil, decision: SubjectID? = nil
  ) {
    self.event = event
    self.field = field
    self.old = old
    self.new = new
    self.reason = reason
    self.orderedBy = orderedBy
    self.decision = decision
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    event = try members.read("event")
    field = try members.read("field")
    old = try members.read("old")
    new = try members.read("new")
    reason = try members.read("reason")
    orderedBy = try members.read("orderedBy")
    decision = try members.read("decision")
  }

  package func write(members: inout JSONPen) {
    members.write("event", event)
    members.write("field", field)
    members.write("old", old)
    members.write("new", new)
    members.write("reason", reason)
    members.write("orderedBy", orderedBy)
    members.write("decision", decision)
  }
}

/// *Makulerad*: an earlier entry about the same subject should never have been made. Never of another reversal.
package struct EntryReversed: Payload {
  package static let type = "entry.reversed"
  package var event: EventID
  package var reason: Text
  package var orderedBy: PublicOfficial?

  package init(event: EventID, reason: Text, orderedBy: PublicOfficial? = nil) {
    self.event = event
    self.reason = reason
    self.orderedBy = orderedBy
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    event = try members.read("event")
    reason = try members.read("reason")
    orderedBy = try members.read("orderedBy")
  }

  package func write(members: inout JSONPen) {
    members.write("event", event)
    members.write("reason", reason)
    members.write("orderedBy", orderedBy)
  }
}

/// A document belongs to the subject.
package struct DocumentAttached: Payload {
  package static let type = "entry.document-attached"
  package var document: DocumentReference
  /// What it is: minutes, official report, photo log.
  package var role: Text?

  package init(document: DocumentReference, role: Text? = nil) {
    self.document = document
    self.role = role
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    document = try members.read("document")
    role = try members.read("role")
  }

  package func write(members: inout JSONPen) {
    members.write("document", document)
    members.write("role", role)
  }
}

/// *Sekretessmarkerad* (OSL 5:5): a warning with provision, date and authority; each request is assessed anew.
package struct SecrecyMarked: Payload {
  package static let type = "entry.secrecy-marked"
  /// The field it concerns; the whole subject when absent.
  package var field: Text?
  package var provision: Text
  package var authority: Text

  package init(field: Text? = nil, provision: Text, authority: Text) {
    self.field = field
    self.provision = provision
    self.authority = authority
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    field = try members.read("field")
    provision = try members.read("provision")
    authority = try members.read("authority")
  }

  package func write(members: inout JSONPen) {
    members.write("field", field)
    members.write("provision", provision)
    members.write("authority", authority)
  }
}

/// The mark is taken away.
package struct SecrecyLifted: Payload {
  package static let type = "entry.secrecy-lifted"
  package var field: Text?
  package var authority: Text

  package init(field: Text? = nil, authority: Text) {
    self.field = field
    self.authority = authority
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    field = try members.read("field")
    authority = try members.read("authority")
  }

  package func write(members: inout JSONPen) {
    members.write("field", field)
    members.write("authority", authority)
  }
}

/// *Gallring*: sealed values were removed under a disposal decision; the commitments stay.
package struct ValueErased: Payload {
  package static let type = "entry.value-erased"
  package var commitments: [SealedValue]
  /// The disposal decision: reference, date and the organ that the archive rules name.
  package var reference: Text
  package var decided: LocalDate
  package var organ: Text

  package init(commitments: [SealedValue] = [], reference: Text, decided: LocalDate, organ: Text) {
    self.commitments = commitments
    self.reference = reference
    self.decided = decided
    self.organ = organ
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    commitments = try members.read("commitments")
    reference = try members.read("reference")
    decided = try members.read("decided")
    organ = try members.read("organ")
  }

  package func write(members: inout JSONPen) {
    members.write("commitments", commitments)
    members.write("reference", reference)
    members.write("decided", decided)
    members.write("organ", organ)
  }
}

/// *Utlämnande*: sealed values about the subject, or of the whole book where it is the ledger, were given out in clear by an official.
///
/// What was given out, and by whom in office: never to whom or why, which an authority must not ask about (TF 2:18).
package struct ValueDisclosed: Payload {
  package static let type = "entry.value-disclosed"
  /// What was given out, in words: `journal export csv`, an extract of what is held about a person.
  package var what: Text
  /// How many sealed values were in it.
  package var count: Int
  package var by: PublicOfficial

  package init(what: Text, count: Int, by: PublicOfficial) {
    self.what = what
    self.count = count
    self.by = by
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    what = try members.read("what")
    count = try members.read("count")
    by = try members.read("by")
  }

  package func write(members: inout JSONPen) {
    members.write("what", what)
    members.write("count", count)
    members.write("by", by)
  }
}
