package import StrictJSON

/// A wish to record a fact: the imperative twin of an event.
///
/// Commands and events say the same things, so a command carries the fact it wants recorded instead of repeating its members.
/// The time of recording, the position and the identity are the store's and the caller's, not the domain's.
package struct Command: Hashable, Sendable {
  package var subject: SubjectID
  package var fact: Fact
  package var effective: Effective?
  package var circumstances: Circumstances
  /// Why an irregular fact is recorded all the same.
  package var irregularReason: Text?

  package init(
    _ subject: SubjectID, _ fact: Fact, effective: Effective? = nil, circumstances: Circumstances = Circumstances(),
    irregularReason: Text? = nil
  ) {
    self.subject = subject
    self.fact = fact
    self.effective = effective
    self.circumstances = circumstances
    self.irregularReason = irregularReason
  }
}

/// A fact that has passed the rules of the domain and waits for its line: only `decide` makes one.
package struct Draft: Hashable, Sendable {
  package let subject: SubjectID
  package let fact: Fact
  package let effective: Effective?
  package let circumstances: Circumstances

  fileprivate init(_ command: Command, _ circumstances: Circumstances) {
    subject = command.subject
    fact = command.fact
    effective = command.effective
    self.circumstances = circumstances
  }
}

/// Decides whether a fact may be recorded, and how it is to be marked.
///
/// What has no meaning is refused. What is irregular but happened is marked, and refused only while no reason is given. `entries` are all
/// known events about the subject, in order of position (a correction or reversal is about them); what bears on no rule may be
/// left out of them and of the surroundings' states (`typesBearing`). Cost: a few lookups.
package func decide(
  _ command: Command, entries: [Event], in surroundings: Surroundings
) throws(Refusal) -> Draft {
  if let kind = command.fact.subjectKind, kind != command.subject.kind {
    throw .foreignFact(type: command.fact.type, subject: command.subject)
  }
  var circumstances = command.circumstances
  circumstances.irregular = nil
  if let field = emptyText(in: command.fact.data(with: circumstances)) { throw .empty(field: field) }
  for ref in circumstances.refs where !surroundings.now(ref).isFounded { throw .unknownSubject(ref) }
  let now = surroundings.now(command.subject)
  var found = try judge(command, now: now, then: surroundings.then(command.subject), entries, surroundings)
  if let ledger = surroundings.ledger, ledger.isConcluded, command.fact.subjectKind != nil {
    found.append(.afterConclusion)
  }
  if let reason = command.irregularReason {
    if reason.text.isEmpty { throw .empty(field: "irregular") }
    circumstances.irregular = Irregular(kinds: found.isEmpty ? [.declared] : found, reason: reason)
  } else if !found.isEmpty {
    throw .irregular(found)
  }
  return Draft(command, circumstances)
}

private func judge(
  _ command: Command, now: SubjectState, then: SubjectState, _ entries: [Event], _ surroundings: Surroundings
) throws(Refusal) -> [Irregularity] {
  if case .entry(let fact) = command.fact {
    // Where the founding was reversed the subject is gone; but its other entries can be reversed too, and what they all seal is
    // there to be given out and erased, under a decision that can be corrected, or to be marked secret: they stay in the book.
    let isOfAnyEntry =
      switch fact {
      case .reversed, .valueErased, .valueDisclosed, .secrecyMarked, .secrecyLifted: true
      case .corrected(let corrected): entries.contains { $0.id == corrected.event && !$0.erasedValues.isEmpty }
      case .documentAttached: false
      }
    guard now.isFounded || (isOfAnyEntry && !entries.isEmpty) else { throw .unknownSubject(command.subject) }
    try EntryRules.check(fact, command, state: now, entries: entries, in: surroundings)
    return []
  }
  func judge<S: Subject>(_ now: S, _ then: SubjectState) throws(Refusal) -> [Irregularity] {
    guard let fact = S.own(command.fact) else {
      throw .foreignFact(type: command.fact.type, subject: command.subject)
    }
    if S.founds(fact) {
      // A reversed founding leaves an empty state; its number is used all the same.
      guard !now.isFounded, entries.isEmpty else { throw .alreadyExists(command.subject) }
    } else {
      guard now.isFounded || entries.isEmpty && S.mayFound(fact) else { throw .unknownSubject(command.subject) }
    }
    try S.check(fact, about: command.subject, in: surroundings)
    guard let state = then.subject as? S else { preconditionFailure("a state of another kind than its identifier") }
    let found = try state.judge(fact, on: command.effective?.day, in: surroundings)
    return found.isEmpty && command.irregularReason != nil ? state.declared(fact, in: surroundings) : found
  }
  return try judge(now.subject, then)
}

/// Checks what a fact says apart from its state, as for the corrected form of an entry.
func check(_ fact: Fact, about id: SubjectID, in surroundings: Surroundings) throws(Refusal) {
  func check<S: Subject>(_ empty: S) throws(Refusal) {
    guard let own = S.own(fact) else { return }
    try S.check(own, about: id, in: surroundings)
  }
  try check(SubjectState(id: id).subject)
}

/// The path of the first text in a value that is empty: what is not known is left out, never written as "".
func emptyText(in value: JSONValue, at path: String = "") -> String? {
  switch value {
  case .string(let text): text.utf8.isEmpty ? path : nil
  case .array(let elements):
    elements.enumerated().lazy.compactMap { emptyText(in: $1, at: "\(path)[\($0)]") }.first
  case .object(let object):
    object.members.lazy.compactMap { emptyText(in: $0.value, at: path.isEmpty ? $0.name : "\(path).\($0.name)") }.first
  case .null, .bool, .number: nil
  }
}
