package import Integrity
package import LedgerDomain
package import StrictJSON

/// A disposal decision under which values were erased (*gallringsbeslut*): its reference, its day, and the organ.
package struct DisposalDecision: Hashable, Sendable {
  package let reference: Text
  package let decided: LocalDate
  package let organ: Text

  package init(reference: Text, decided: LocalDate, organ: Text) {
    self.reference = reference
    self.decided = decided
    self.organ = organ
  }

  package init(_ erased: ValueErased) {
    self.init(reference: erased.reference, decided: erased.decided, organ: erased.organ)
  }
}

/// An erasure as a line records it.
package struct RecordedErasure: Hashable, Sendable {
  package let position: Int
  package let subject: SubjectID
  package let leafHash: Digest
  package let commitments: [Integrity.Commitment]
  package let decision: DisposalDecision
}

extension RecordedErasure {
  /// The erasure that an event is; nil for any other event.
  init?(_ event: Event, _ leafHash: Digest) {
    guard case .entry(.valueErased(let erased)) = event.fact else { return nil }
    self.init(
      position: event.position, subject: event.subject, leafHash: leafHash, commitments: event.erasedCommitments,
      decision: DisposalDecision(erased))
  }
}

/// What the lines of a sweep erase, and which presented documents they name. Such lines are few, so they are read as events.
struct CoveredTally: LineTally {
  private(set) var erasures: [RecordedErasure] = []
  private var presented: Set<Digest> = []

  private static let erasure = FactTypes.number(ValueErased.type)
  private static let presentation = FactTypes.number(FollowUpPresented.type)

  var documents: [Digest] { presented.sorted() }

  mutating func take(_ line: SweptLine) {
    guard line.facts.type == Self.erasure || line.facts.type == Self.presentation,
      let event = try? LineFormat.decode(Array(line.bytes)).event
    else { return }
    take(event, line.leafHash)
  }

  mutating func take(_ event: Event, _ leafHash: Digest) {
    if let erasure = RecordedErasure(event, leafHash) { erasures.append(erasure) }
    if case .followUp(.presented(let fact)) = event.fact, let digest = Digest(hex: fact.document.sha256.text) {
      presented.insert(digest)
    }
  }

  mutating func join(_ next: CoveredTally) {
    erasures += next.erasures
    presented.formUnion(next.presented)
  }
}
