package import StrictJSON

/// What any event may say besides its own: other subjects concerned, sources, a note, and what was irregular.
package struct Circumstances: JSONRecord, Hashable, Sendable {
  /// Other subjects concerned; they count for traces and append conditions.
  package var refs: [SubjectID] = []
  /// The documents, by digest, that state the fact.
  package var sources: [SourceReference] = []
  /// The day on which the recorder received the information, where it was later than the fact.
  package var received: LocalDate?
  /// A free note. It may say anything about anyone, so it is sealed.
  package var note: SealedText?
  package var irregular: Irregular?

  /// Every type of event is asked for it, so it is kept.
  package static let shape = JSONShape(asking: Circumstances.self)

  package init(
    refs: [SubjectID] = [], sources: [SourceReference] = [], received: LocalDate? = nil, note: SealedText? = nil,
    irregular: Irregular? = nil
  ) {
    self.refs = refs
    self.sources = sources
    self.received = received
    self.note = note
    self.irregular = irregular
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    refs = try members.read("refs")
    sources = try members.read("sources")
    received = try members.read("received")
    note = try members.read("note")
    irregular = try members.read("irregular")
  }

  package func write(members: inout JSONPen) {
    members.write("refs", refs)
    members.write("sources", sources)
    members.write("received", received)
    members.write("note", note)
    members.write("irregular", irregular)
  }
}

/// The mark of an event that happened although it should not have: which rules it goes against, and the reason stated.
///
/// The reason is an official statement and public; what may concern a private person belongs in the note.
package struct Irregular: JSONRecord, Hashable, Sendable {
  package var kinds: [Irregularity]
  package var reason: Text

  package init(kinds: [Irregularity] = [], reason: Text) {
    self.kinds = kinds
    self.reason = reason
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    kinds = try members.read("kinds")
    reason = try members.read("reason")
  }

  package func write(members: inout JSONPen) {
    members.write("kinds", kinds)
    members.write("reason", reason)
  }
}

/// The ways in which a real fact can be irregular. None stops the recording; each is marked and becomes a finding.
package enum Irregularity: String, Choice {
  case outsideValidity = "outside-validity"
  case unknownAuthority = "unknown-authority"
  case withoutDecision = "without-decision"
  case noMandate = "no-mandate"
  case executedBeforeDecision = "executed-before-decision"
  case executedThoughRejected = "executed-though-rejected"
  case executedThoughWithdrawn = "executed-though-withdrawn"
  case executedWhilePaused = "executed-while-paused"
  case executedThoughStayed = "executed-though-stayed"
  case executedThoughAnnulled = "executed-though-annulled"
  /// Although the decision stated a reason to wait for laga kraft (KL 13:14).
  case executedBeforeFinal = "executed-before-final"
  case decidedAfterExecution = "decided-after-execution"
  case rejectedAfterExecution = "rejected-after-execution"
  case extendedAfterDeadline = "extended-after-deadline"
  case evaluatedBeforeImplemented = "evaluated-before-implemented"
  case effectWithoutBaseline = "effect-without-baseline"
  case conflictOfInterest = "conflict-of-interest"
  case delegationNotInForce = "delegation-not-in-force"
  /// Decided by a delegate although the matter may not be delegated (KL 6:38).
  case reservedMatter = "reserved-matter"
  case verifiedLate = "verified-late"
  case announcedLate = "announced-late"
  case announcedUnverified = "announced-unverified"
  case announcementRemovedEarly = "announcement-removed-early"
  case finalWhileAppealed = "final-while-appealed"
  case sentWithoutPromised = "sent-without-promised"
  case presentedUnsent = "presented-unsent"
  case notedUnpresented = "noted-unpresented"
  case publishedUnpresented = "published-unpresented"
  case compiledBeforePeriodEnd = "compiled-before-period-end"
  case activityAfterClosing = "activity-after-closing"
  case clearedUnanswered = "cleared-unanswered"
  case afterConclusion = "after-conclusion"
  /// Irregular by the recorder's own statement; no rule here sees it.
  case declared
}
