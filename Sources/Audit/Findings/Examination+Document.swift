package import CommandArguments
package import Documents
import FollowUps
import LedgerDomain
package import Projections
import StrictJSON
import Wording

extension Examination {
  /// The findings for people: by family and rule, each with its facts, the reason stated and the entries; then of every rule
  /// how many it tested and found, those that found nothing too; and the basis.
  package func document(_ language: Language, basis: Basis) -> Document {
    var blocks = basis.banner(language)
    blocks.append(.paragraph(Prose(summary[language])))
    for family in RuleFamily.allCases {
      let found = results.filter { $0.rule.family == family && !$0.findings.isEmpty }
      if found.isEmpty { continue }
      let words = family.words[language]
      blocks.append(.heading(level: 1, words.prefix(1).uppercased() + words.dropFirst()))
      for result in found { blocks += self.blocks(result, language) }
    }
    blocks.append(.heading(level: 1, Localized("Prövade regler", "Rules applied")[language]))
    blocks.append(.table(table(language)))
    let title = Localized("Iakttagelser", "Findings")
    return basis.signed(
      Document(
        title[language], language: language.rawValue, blocks: blocks + basis.blocks(language) + [editionLine(language)])
    )
  }

  /// `39 iakttagelser: 12 avvikelser från regel, 20 som bör förklaras, 7 upplysningar.`
  private var summary: Localized {
    func count(_ severity: Severity) -> Int {
      results.filter { $0.rule.severity == severity }.reduce(0) { $0 + $1.found }
    }
    let (breaches, open, known) = (count(.breach), count(.explain), count(.information))
    let total = breaches + open + known
    return Localized(
      "\(total) \(total == 1 ? "iakttagelse" : "iakttagelser"): "
        + "\(breaches) \(breaches == 1 ? "avvikelse" : "avvikelser") från regel, \(open) som bör förklaras, "
        + "\(known) \(known == 1 ? "upplysning" : "upplysningar"). En iakttagelse säger vad boken visar; den är ingen dom.",
      "\(total) \(total == 1 ? "finding" : "findings"): \(breaches) \(breaches == 1 ? "breach" : "breaches") of a rule, "
        + "\(open) to be explained, \(known) for information. A finding says what the book shows; it is no verdict.")
  }

  private func blocks(_ result: Result, _ language: Language) -> [Block] {
    let rule = result.rule
    let entries = result.findings.map { finding in
      var details: [Prose] = []
      if let reason = finding.reason {
        details.append(Prose(Localized("Angivet skäl: ", "Reason stated: ")[language] + reason.text))
      }
      details += finding.cited.map { citation in
        .toned(Localized("post", "entry")[language] + " \(citation.position) · \(citation.event)", .muted)
      }
      return TimelineEntry(finding.day.text, Prose(finding.sentence[language]), details: details)
    }
    let more = result.found - result.findings.count
    let rest = Localized(
      "… och \(more) till. Alla: --rule \(rule.id) --limit 0.", "… and \(more) more. All: --rule \(rule.id) --limit 0.")
    let phrase = rule.ground.phrase[language]
    let ground = Localized("Grund: ", "Ground: ")[language] + phrase + (phrase.hasSuffix("?") ? "" : ".")
    return [
      .heading(level: 2, "\(rule.id) \(rule.title[language])"),
      .paragraph(.toned(rule.severity.words[language], rule.severity.tone) + Prose(". " + ground)),
      .timeline(entries),
    ] + (more > 0 ? [.paragraph(Prose(rest[language]))] : [])
  }

  private func table(_ language: Language) -> Table {
    let columns = [
      Table.Column(Localized("Regel", "Rule")[language], wraps: false, priority: 9),
      Table.Column(Localized("Vad", "What")[language], wraps: true, priority: 8),
      Table.Column(Localized("Prövade", "Tested")[language], alignment: .trailing, wraps: false, priority: 7),
      Table.Column(Localized("Funna", "Found")[language], alignment: .trailing, wraps: false, priority: 7),
    ]
    let rows = results.map { result in
      [
        Table.Cell(result.rule.id), Table.Cell(result.rule.title[language]), Table.Cell(String(result.tested)),
        Table.Cell(
          String(result.found), result.found == 0 ? .normal : result.rule.severity.tone),
      ]
    }
    return Table(
      columns: columns, rows: rows, emptyText: Localized("Ingen regel prövad.", "No rule applied.")[language])
  }

  private func editionLine(_ language: Language) -> Block {
    .keyValues([
      KeyValue(
        Localized("Regelbok", "Rule book")[language],
        Prose(Localized("utgåva \(edition)", "edition \(edition)")[language]))
    ])
  }
}

extension Severity {
  /// The colour beside the word.
  var tone: Tone {
    switch self {
    case .information: .muted
    case .explain: .warning
    case .breach: .bad
    }
  }
}
