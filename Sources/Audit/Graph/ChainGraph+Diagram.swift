package import CommandArguments
package import Documents
import FollowUps
import LedgerDomain
package import Projections
import StrictJSON
import Wording

extension ChainGraph {
  /// The chain as a picture: the entries of the subject traced in the middle, what it came from and was reported in to the
  /// left, what decided it to the right; time goes down.
  package func diagram(_ language: Language, basis: Basis, title: String) -> LaneDiagram {
    var boxes: [(box: LaneDiagram.Box, subject: SubjectID, step: Step?, first: Step?)] = []
    for node in nodes {
      if node.subject == focus {
        boxes += node.steps.map { (box($0, language), node.subject, $0, $0) }
      } else {
        boxes.append((box(node, language), node.subject, nil, node.steps.first))
      }
    }
    let ordered = boxes.enumerated().sorted { one, other in
      let (a, b) = (one.element.first?.effective?.start, other.element.first?.effective?.start)
      switch (a, b) {
      case (nil, nil): return one.offset < other.offset
      case (nil, _): return true
      case (_, nil): return false
      case (let a?, let b?): return a == b ? one.offset < other.offset : a < b
      }
    }.map(\.element)
    var placed = ordered.map(\.box)
    for index in placed.indices.dropFirst() {
      let (day, before) = (ordered[index].first?.effective?.day, ordered[index - 1].first?.effective?.day)
      placed[index].isBesidePrevious = day == before && placed[index].lane != placed[index - 1].lane
    }
    func place(_ subject: SubjectID, at position: Int) -> Int? {
      if subject == focus { return ordered.firstIndex { $0.subject == focus && $0.step?.position == position } }
      return ordered.firstIndex { $0.subject == subject }
    }
    let links = edges.map { edge in
      LaneDiagram.Link(
        from: place(edge.from, at: edge.position), to: place(edge.to, at: edge.position),
        words: edge.relation.words[language])
    }
    let heading = Localized("Beslutskedja för", "Decision chain of")[language]
    let name = "\(focus)" + (title.isEmpty ? "" : " \(title)")
    return LaneDiagram(
      title: "\(heading) \(name)", description: treeText(language), language: language.rawValue,
      banner: basis.reality == .illustrative ? StandingWords.illustration[language] : nil,
      left: (focus.kind == .measure
        ? Localized("Grunder och redovisning", "Grounds and reports")
        : Localized("Grunder, åtgärder och redovisning", "Grounds, measures and reports"))[language],
      track: "\(capitalized(focus.kind.words[language])) \(focus)",
      right: Localized("Beslut och befogenhet", "Decisions and authority")[language], boxes: placed, links: links,
      footer: footer(language, basis))
  }

  /// The legend, and the basis on one line.
  private func footer(_ language: Language, _ basis: Basis) -> [String] {
    let legend = Localized(
      "Tiden går nedåt. Under varje händelse: dagen då det var så, och dagen då det registrerades. † är en regelavvikelse; överstruket är makulerat.",
      "Time goes down. Below each event: the day on which it was so, and the day on which it was recorded. † is irregular; what is struck through was voided."
    )
    var parts = ["\(basis.ledger), \(basis.owner)", "position \(basis.position)"]
    if let asOf = basis.asOf { parts.append("\(Localized("läge per", "as of")[language]) \(asOf.phrase)") }
    if let knownAt = basis.knownAt {
      parts.append("\(Localized("känt per", "known at")[language]) \(SwedishTime.reading(of: knownAt))")
    }
    if let root = basis.root { parts.append("\(Localized("rot", "root")[language]) \(root)") }
    return [legend[language]] + bounded.map { $0.title[language] } + [parts.joined(separator: " · ")]
  }

  private func box(_ step: Step, _ language: Language) -> LaneDiagram.Box {
    let line = line(step, language)
    return LaneDiagram.Box(
      .track, heading: "", title: line.text,
      lines: [LaneDiagram.Line("", note: line.note)] + corrections(step, language), isVoid: step.isVoided)
  }

  private func box(_ node: Node, _ language: Language) -> LaneDiagram.Box {
    let kind = capitalized(node.subject.kind.words[language])
    let lines = node.steps.flatMap { [line($0, language)] + corrections($0, language) }
    return LaneDiagram.Box(
      ChainGraph.lane(of: node.subject.kind), heading: "\(kind) \(node.subject)", title: node.title ?? "", lines: lines)
  }

  private func line(_ step: Step, _ language: Language) -> LaneDiagram.Line {
    let mark = step.irregular == nil ? "" : " \(StandingWords.irregularSign)"
    let voided = step.isVoided ? " (\(Localized("makulerad", "voided")[language]))" : ""
    let lag = step.lagDays.map { $0 == 0 ? "" : $0 > 0 ? " (+\($0) d)" : " (−\(-$0) d)" } ?? ""
    let recorded = "\(Localized("reg.", "rec.")[language]) \(SwedishTime.date(of: step.recorded))"
    return LaneDiagram.Line(
      capitalized(step.words[language]) + mark + voided,
      note: "\(step.effective.phrase[language]) · \(recorded)\(lag) · #\(step.position)", isVoid: step.isVoided)
  }

  private func corrections(_ step: Step, _ language: Language) -> [LaneDiagram.Line] {
    step.corrections.map { correction in
      LaneDiagram.Line(
        "↳ \(Localized("korrigering", "correction")[language]): \(FieldWords.words(of: correction.field, in: step.type)[language])",
        note:
          "\(Localized("reg.", "rec.")[language]) \(SwedishTime.date(of: correction.recorded)) · #\(correction.position)",
        isVoid: correction.isVoided)
    }
  }

  private static func lane(of kind: SubjectKind) -> LaneDiagram.Lane {
    switch kind {
    case .decision, .delegation, .meeting, .body: .right
    case .ledger, .promise, .situation, .indicator, .case, .measure, .followUp, .recommendation, .person: .left
    }
  }
}
