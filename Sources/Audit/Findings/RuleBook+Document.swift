package import CommandArguments
package import Documents
package import StrictJSON
import Wording

extension RuleBook {
  /// The rule book itself, for people: of each rule what it says, on what ground and from when, whom it concerns, and what it
  /// does not find.
  package static func document(_ rules: [Rule], _ language: Language) -> Document {
    var blocks: [Block] = []
    for family in RuleFamily.allCases {
      let own = rules.filter { $0.family == family }
      if own.isEmpty { continue }
      let words = family.words[language]
      blocks.append(.heading(level: 1, words.prefix(1).uppercased() + words.dropFirst()))
      for rule in own { blocks += self.blocks(rule, language) }
    }
    let title = Localized("Regelboken, utgåva \(edition)", "The rule book, edition \(edition)")
    return Document(title[language], language: language.rawValue, blocks: blocks)
  }

  private static func blocks(_ rule: Rule, _ language: Language) -> [Block] {
    let from = rule.appliesFrom.map { Localized(", gäller från \($0)", ", applies from \($0)")[language] } ?? ""
    var blocks: [Block] = [
      .heading(level: 2, "\(rule.id) \(rule.title[language])"),
      .paragraph(Prose(rule.explanation[language])),
      .keyValues([
        KeyValue(Localized("Grund", "Ground")[language], Prose(rule.ground.phrase[language] + from)),
        KeyValue(
          Localized("Allvar", "Severity")[language], .toned(rule.severity.words[language], rule.severity.tone)),
        KeyValue(Localized("Prövar", "Tests")[language], Prose(rule.population[language])),
      ]),
    ]
    if !rule.exceptions.isEmpty {
      blocks.append(.paragraph(Prose(Localized("Finner inte:", "Does not find:")[language])))
      blocks.append(.list(rule.exceptions.map { Prose($0.words[language]) }, ordered: false))
    }
    return blocks
  }

  /// The rule book for machines, `liggare.audit.rules` version 1: `{"kind":…,"version":1,"edition":"2026-3","rules":[{"id":…,
  /// "explanation":{"sv":…,"en":…},"population":{…},"exceptions":[{"id":"same-day","sv":…,"en":…}],…}]}`, each rule as in the
  /// findings and with its texts.
  package static func json(_ rules: [Rule]) -> JSONValue {
    .object([
      "kind": "liggare.audit.rules", "version": 1, "edition": .string(edition), "rules": .array(rules.map(\.json)),
    ])
  }
}
