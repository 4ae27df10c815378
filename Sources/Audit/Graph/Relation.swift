package import CommandArguments
import LedgerDomain
import StrictJSON
import Wording

/// How one subject of a chain ties to the next, said from cause to effect.
package enum Relation: String, Sendable, Hashable, CaseIterable {
  /// A situation picture or an indicator on which a measure rests.
  case groundFor = "ground-for"
  /// A case from which a measure came.
  case ledTo = "led-to"
  /// A meeting at which, or a body by which, a decision was made.
  case made
  /// A delegation under which a decision was made, or from which another was granted.
  case authorised
  /// A body, and a delegation that it granted.
  case delegated
  /// A decision that an entry carries out.
  case decided
  /// What a decision was about.
  case concerns
  /// A measure, and a follow-up with it.
  case reportedIn = "reported-in"
  /// A meeting or a body, and a follow-up presented to it, or a decision notified to it.
  case receivedBy = "received-by"
  /// A measure or a body, and a recommendation of the auditors on it.
  case examinedIn = "examined-in"
  /// An indicator, and an evaluation that uses it.
  case measuredBy = "measured-by"
  /// A promise, and what was done under it.
  case promised
  /// A body, and its meetings.
  case held
  /// Anything else that an entry names.
  case refersTo = "refers-to"

  package var words: Localized {
    switch self {
    case .groundFor: Localized("grund för", "ground for")
    case .ledTo: Localized("ledde till", "led to")
    case .made: Localized("fattade", "made")
    case .authorised: Localized("gav befogenhet", "authorised")
    case .delegated: Localized("delegerade", "delegated")
    case .decided: Localized("beslutade", "decided")
    case .concerns: Localized("gällde", "concerned")
    case .reportedIn: Localized("redovisas i", "reported in")
    case .receivedBy: Localized("tog emot", "received")
    case .examinedIn: Localized("granskas i", "examined in")
    case .measuredBy: Localized("mäter", "measures")
    case .promised: Localized("omfattar", "covers")
    case .held: Localized("sammanträdde", "met")
    case .refersTo: Localized("hänvisas till i", "referred to in")
    }
  }

  /// The same, said from effect to cause.
  package var reversedWords: Localized {
    switch self {
    case .groundFor: Localized("grundas på", "rests on")
    case .ledTo: Localized("följer av", "follows from")
    case .made: Localized("fattat vid", "made at")
    case .authorised: Localized("med stöd av", "under")
    case .delegated: Localized("lämnad av", "granted by")
    case .decided: Localized("enligt", "by")
    case .concerns: Localized("rörs av", "concerned by")
    case .reportedIn: Localized("redovisar", "reports")
    case .receivedBy: Localized("lämnat till", "given to")
    case .examinedIn: Localized("granskar", "examines")
    case .measuredBy: Localized("mätt med", "measured with")
    case .promised: Localized("hör till", "belongs to")
    case .held: Localized("hållet av", "held by")
    case .refersTo: Localized("hänvisar till", "refers to")
    }
  }

  /// Whether what comes first is above the subject traced rather than beside its entries.
  var isUpstream: Bool {
    switch self {
    case .groundFor, .ledTo, .promised, .held: true
    case .made, .authorised, .delegated, .decided, .concerns, .reportedIn, .receivedBy, .examinedIn, .measuredBy,
      .refersTo:
      false
    }
  }
}

extension ChainGraph.Edge {
  /// The tie that an event states by naming a subject; nil where there is nothing to say that another entry does not.
  init?(_ event: Event, names named: SubjectID) {
    let subject = event.subject
    /// From what is named to what names it, unless `turned`.
    func edge(_ relation: Relation, turned: Bool = false) -> ChainGraph.Edge {
      turned
        ? ChainGraph.Edge(from: subject, to: named, relation: relation, statedBy: subject, position: event.position)
        : ChainGraph.Edge(from: named, to: subject, relation: relation, statedBy: subject, position: event.position)
    }
    switch (named.kind, subject.kind) {
    case (.situation, .measure): self = edge(.groundFor)
    case (.case, .measure): self = edge(.ledTo)
    case (.measure, .case): self = edge(.ledTo, turned: true)
    case (.indicator, .measure):
      if case .measure(.evaluated) = event.fact { self = edge(.measuredBy) } else { self = edge(.groundFor) }
    case (.decision, _): self = edge(.decided)
    case (.meeting, .decision):
      if case .decision(.notified) = event.fact { self = edge(.receivedBy) } else { self = edge(.made) }
    case (.body, .decision):
      if case .decision(.notified) = event.fact { self = edge(.receivedBy) } else { self = edge(.made) }
    case (.body, .delegation): self = edge(.delegated)
    case (.delegation, _): self = edge(.authorised)
    case (_, .decision): self = edge(.concerns, turned: true)
    case (.measure, .followUp): self = edge(.reportedIn)
    case (.meeting, .followUp), (.body, .followUp): self = edge(.receivedBy)
    case (.measure, .recommendation), (.body, .recommendation): self = edge(.examinedIn)
    case (.body, .meeting): self = edge(.held)
    case (.promise, _): self = edge(.promised)
    default: self = edge(.refersTo)
    }
  }

  /// Without what two entries say of the same tie: that a case was linked to the measure that came from it, and that a
  /// decision concerned what an entry of that subject carries out.
  static func joined(_ edges: [ChainGraph.Edge]) -> [ChainGraph.Edge] {
    edges.filter { edge in
      switch edge.relation {
      case .ledTo where edge.statedBy == edge.from:
        !edges.contains { ($0.from, $0.to, $0.relation, $0.statedBy) == (edge.from, edge.to, .ledTo, edge.to) }
      case .concerns: !edges.contains { ($0.from, $0.to, $0.relation) == (edge.from, edge.to, .decided) }
      default: true
      }
    }
  }
}
