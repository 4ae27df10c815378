import CommandArguments
import LedgerDomain
import StrictJSON
import Wording

/// A chain as a tree: what the subject came from, then its entries in order, and below each what decided it.
///
/// A graph is no tree, so each subject stands where it is nearest to the one traced; what else ties to it is in the graph.
struct ChainTree {
  /// A line of the tree and what hangs below it.
  struct Item {
    var text: Localized
    var step: ChainGraph.Step?
    var children: [Item] = []
  }

  private let graph: ChainGraph
  /// Below which subject each other one stands, and by which edge.
  private let parents: [SubjectID: (parent: SubjectID, edge: ChainGraph.Edge?)]

  init(_ graph: ChainGraph) {
    self.graph = graph
    var parents: [SubjectID: (parent: SubjectID, edge: ChainGraph.Edge?)] = [:]
    var reached = [graph.focus]
    var next = 0
    while next < reached.count {
      let subject = reached[next]
      next += 1
      for edge in graph.edges {
        guard let other = edge.other(than: subject), other != graph.focus, parents[other] == nil else { continue }
        parents[other] = (subject, edge)
        reached.append(other)
      }
    }
    for node in graph.nodes where node.subject != graph.focus && parents[node.subject] == nil {
      parents[node.subject] = (graph.focus, nil)
    }
    self.parents = parents
  }

  /// The roots, in order: each thing that the subject came from, the last of them with the subject below it.
  var roots: [Item] {
    let above = graph.nodes.filter { isAbove($0.subject) }
    guard let focus = graph.node(graph.focus) else { return [] }
    let item = self.item(focus)
    guard let last = above.last else { return [item] }
    return above.map { node in
      var root = self.item(node)
      let words = parents[node.subject]?.edge?.relation.words ?? Localized(both: "")
      if node.subject == last.subject {
        var below = item
        below.text = words + Localized(both: " ") + item.text
        root.children.append(below)
      } else {
        root.children.append(
          Item(text: words + Localized(both: " \(graph.focus)") + Localized(" (se nedan)", " (see below)")))
      }
      return root
    }
  }

  private func isAbove(_ subject: SubjectID) -> Bool {
    guard let (parent, edge) = parents[subject], let edge else { return false }
    return parent == graph.focus && edge.to == graph.focus && edge.relation.isUpstream
  }

  /// A subject with its entries, and what stands below each; with a single entry both are one line.
  private func item(_ node: ChainGraph.Node, _ label: Localized? = nil) -> Item {
    let name = Localized(both: node.title.map { "\(node.subject) \(ChainTree.cut($0))" } ?? node.subject.text)
    let text = label.map { $0 + Localized(both: " ") + name } ?? name
    let below = graph.nodes.filter { parents[$0.subject]?.parent == node.subject && !isAbove($0.subject) }
    func stated(at position: Int) -> [Item] {
      below.filter { parents[$0.subject]?.edge?.position == position }.map(linked)
    }
    let own = node.steps.map { step in
      Item(text: step.words, step: step, children: ChainTree.corrections(step) + stated(at: step.position))
    }
    let positions = Set(node.steps.map(\.position))
    let others = below.filter { other in
      guard let position = parents[other.subject]?.edge?.position else { return true }
      return !positions.contains(position)
    }.map(linked)
    if own.count == 1, node.subject != graph.focus {
      return Item(
        text: text + Localized(both: ": ") + own[0].text, step: own[0].step, children: own[0].children + others)
    }
    return Item(text: text, children: merged(own, others))
  }

  private func linked(_ node: ChainGraph.Node) -> Item {
    guard let (parent, edge) = parents[node.subject], let edge else { return item(node) }
    return item(node, edge.from == parent ? edge.relation.words : edge.relation.reversedWords)
  }

  /// Entries and what hangs beside them, in the order of the trace.
  private func merged(_ own: [Item], _ others: [Item]) -> [Item] {
    (own + others).enumerated().sorted { one, other in
      let (a, b) = (one.element.first?.effective?.start, other.element.first?.effective?.start)
      guard let a, let b, a != b else { return one.offset < other.offset }
      return a < b
    }.map(\.element)
  }

  private static func corrections(_ step: ChainGraph.Step) -> [Item] {
    step.corrections.map { correction in
      let voided = correction.isVoided ? Localized(" (makulerad)", " (voided)") : Localized(both: "")
      let words = Localized("korrigering: ", "correction: ")
      let field =
        FieldWords.words(of: correction.field, in: step.type)
        + Localized(
          both: ", \(SwedishTime.date(of: correction.recorded)), #\(correction.position)")
      return Item(text: words + field + voided)
    }
  }

  private static func cut(_ title: String) -> String { title.count > 50 ? title.prefix(49) + "…" : title }
}

extension ChainTree.Item {
  /// The first entry in it.
  var first: ChainGraph.Step? { step ?? children.lazy.compactMap(\.first).first }
}

extension ChainGraph.Edge {
  /// The other end, where one is the subject.
  func other(than subject: SubjectID) -> SubjectID? {
    from == subject ? to : to == subject ? from : nil
  }
}
