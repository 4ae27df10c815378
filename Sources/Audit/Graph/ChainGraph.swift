package import CommandArguments
package import LedgerDomain
import Projections
import StrictJSON

/// The decision chain of a trace as a graph: subjects with their entries as nodes, and what ties them as edges from cause to
/// effect.
///
/// ```
/// S-0001 ─ ground for → M-0007 ← led to ─ C-0001
/// T-0006 ─ made → D-0004 ─ decided → M-0007 (entry 127) ─ reported in → F-0002
/// ```
///
/// It holds the entries of the trace, each once, and no tie that no entry states: an edge is an entry of one subject that
/// names the other. Nodes stand in the order in which their first entries were true, the subject traced among them; edges in
/// the order of the entries that state them. At most one edge of a kind between two nodes at the same entry of the focus.
package struct ChainGraph: Sendable {
  /// The subject traced.
  package let focus: SubjectID
  package let nodes: [Node]
  package let edges: [Edge]
  /// The ties of which only the newest are here.
  package let bounded: [Related.Part]

  /// A subject with those of its entries that the trace shows.
  package struct Node: Sendable {
    package let subject: SubjectID
    package let title: String?
    /// In the order of the trace.
    package let steps: [Step]
  }

  /// An entry.
  package struct Step: Sendable {
    package let position: Int
    package let type: String
    package let words: Localized
    package let effective: Effective?
    package let recorded: Instant
    package let lagDays: Int?
    package let isVoided: Bool
    package let irregular: Irregular?
    package let corrections: [CorrectionStep]
  }

  /// A correction beside the entry that it corrects.
  package struct CorrectionStep: Sendable {
    package let position: Int
    package let field: String
    package let recorded: Instant
    package let isVoided: Bool
  }

  /// A tie, from what comes first to what follows from it.
  package struct Edge: Sendable, Hashable {
    package let from: SubjectID
    package let to: SubjectID
    package let relation: Relation
    /// The subject whose entry states it: one of the two.
    package let statedBy: SubjectID
    package let position: Int
  }

  package func node(_ subject: SubjectID) -> Node? { nodes.first { $0.subject == subject } }

  package init(_ trace: Trace) {
    focus = trace.subject
    let chronicle = trace.book.chronicle
    var steps: [SubjectID: [Step]] = [:]
    var order: [SubjectID] = []
    func add(_ entry: Trace.Entry) {
      let subject = entry.event.subject
      if steps[subject] == nil { order.append(subject) }
      steps[subject, default: []].append(Step(entry, trace))
    }
    (trace.entries + trace.later).forEach(add)
    // What is tied beside the story has no entry in it but the one that makes the tie.
    let related = Related(to: trace.subject, in: trace.book).parts
    bounded = related.filter { $0.total > $0.subjects.count && $0.subjects.count == Related.limit }
    for part in related {
      for subject in part.subjects.reversed() where steps[subject] == nil {
        let events = chronicle.events(about: subject)
        for event in events where part.tie.types.contains(event.fact.type) && event.mentions.contains(focus) {
          add(Trace.Entry(event, isOwn: false, among: events))
        }
      }
    }
    nodes = order.map { Node(subject: $0, title: trace.book.title(of: $0), steps: steps[$0] ?? []) }
    var edges: [Edge] = []
    for subject in order {
      let events = chronicle.events(about: subject)
      let reversed = Correction.reversed(in: events)
      for event in events where !event.isAboutAnEntry && !reversed.contains(event.id) {
        let event = Correction.corrected(event, by: events)
        for named in event.mentions where steps[named] != nil && named != subject {
          if let edge = Edge(event, names: named), !edges.contains(edge) { edges.append(edge) }
        }
      }
    }
    self.edges = Edge.joined(edges)
  }
}

extension ChainGraph.Step {
  fileprivate init(_ entry: Trace.Entry, _ trace: Trace) {
    let event = entry.event
    position = event.position
    type = event.fact.type
    words = EventPhrase.words(event, in: trace.book)
    effective = event.effective
    recorded = event.recorded
    lagDays = entry.lagDays
    isVoided = entry.reversal != nil
    irregular = event.circumstances.irregular
    corrections = entry.corrections.map {
      ChainGraph.CorrectionStep(
        position: $0.event.position, field: $0.corrected.field.text, recorded: $0.event.recorded,
        isVoided: $0.reversal != nil)
    }
  }
}
