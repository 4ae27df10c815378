package import CommandArguments
package import Documents
import FollowUps
import LedgerDomain
package import Projections
package import StrictJSON
import Wording

/// A sample with all that it takes to draw it again: the population and its definition, the seed, the method.
package struct SampleAnswer {
  package let population: SamplePopulation
  package let sample: Sample
  /// Whether the seed is the root of the ledger's checkpoint; else it was given.
  package let isSeededByCheckpoint: Bool
  private let book: Book
  private let basis: Basis

  package init(_ sample: Sample, of population: SamplePopulation, isSeededByCheckpoint: Bool, book: Book, basis: Basis)
  {
    self.sample = sample
    self.population = population
    self.isSeededByCheckpoint = isSeededByCheckpoint
    self.book = book
    self.basis = basis
  }

  package func document(_ language: Language) -> Document {
    func words(_ sv: String, _ en: String) -> String { Localized(sv, en)[language] }
    let count = population.subjects.count
    var facts = [
      KeyValue(words("Population", "Population"), Prose(definition(language))),
      KeyValue(words("Populationens storlek", "Size of the population"), Prose(String(count))),
      KeyValue(
        words("Populationens SHA-256", "SHA-256 of the population"), .code(Sample.digest(of: population.subjects))),
      KeyValue(words("Urvalets storlek", "Size of the sample"), Prose(String(sample.drawn.count))),
      KeyValue(words("Metod", "Method"), Prose(method(language))),
      KeyValue(
        words("Frö", "Seed"),
        .code(sample.seed)
          + Prose(
            isSeededByCheckpoint
              ? words(" (kontrollpunktens rot)", " (the checkpoint’s root)") : words(" (angivet)", " (given)"))),
    ]
    if population.undatedCount > 0 {
      facts.append(
        KeyValue(words("Odaterade, utanför", "Undated, left out"), Prose(String(population.undatedCount))))
    }
    let table = Table(
      columns: [
        Table.Column("#", alignment: .trailing, wraps: false, priority: 9),
        Table.Column(words("Nr", "No"), wraps: false, priority: 9),
        Table.Column(words("Benämning", "Title"), priority: 8),
        Table.Column(sample.method == .simple ? words("Nyckel", "Key") : words("Plats", "Index"), wraps: false),
      ],
      rows: sample.drawn.enumerated().map { rank, drawn in
        [
          Table.Cell(String(rank + 1)), Table.Cell(drawn.subject.text), Table.Cell(book.title(of: drawn.subject) ?? ""),
          Table.Cell(drawn.key.map { String($0.prefix(16)) } ?? String(drawn.index)),
        ]
      }, emptyText: "")
    return Document(
      words("Urval: \(sample.drawn.count) av \(count)", "Sample: \(sample.drawn.count) of \(count)")
        + " \((count == 1 ? population.kind.words : population.kind.plural)[language])", language: language.rawValue,
      blocks: basis.banner(language) + [
        .keyValues(facts), .table(table), .heading(level: 1, words("Så här dras det om", "How to draw it again")),
        .paragraph(Prose(recipe(language))),
      ] + basis.blocks(language))
  }

  /// `åtgärder; status genomförd; från och med 2022-01-01`.
  private func definition(_ language: Language) -> String {
    let filter = population.filter
    func part(_ sv: String, _ en: String, _ values: [String]) -> String? {
      values.isEmpty
        ? nil : "\(Localized(sv, en)[language]) \(values.joined(separator: Localized(" eller ", " or ")[language]))"
    }
    let parts: [String?] = [
      population.kind.plural[language],
      part("med status", "with the status", filter.statuses.map { $0.words[language] }),
      part("i", "in", filter.areas.map(\.text)),
      part("med fokusområdet", "with the focus area", filter.focusAreas.map(\.text)),
      part("beslutade på grund av", "decided on the authority", filter.authorities.map { $0.words[language] }),
      part("från och med", "from", filter.from.map { [$0.text] } ?? []),
      part("till och med", "through", filter.through.map { [$0.text] } ?? []),
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }

  private func method(_ language: Language) -> String {
    switch sample.method {
    case .simple: Localized("enkelt slumpmässigt urval", "simple random sample")[language]
    case .systematic:
      Localized(
        "systematiskt urval, första platsen \(sample.start ?? 0)", "systematic sample, first index \(sample.start ?? 0)"
      )[
        language]
    }
  }

  private func recipe(_ language: Language) -> String {
    switch sample.method {
    case .simple:
      Localized(
        "Varje nummer i populationen får nyckeln SHA-256 av fröet, en radmatning och numret (UTF-8). De med de minsta nycklarna är urvalet, i nycklarnas ordning.",
        "Each number of the population gets the key SHA-256 of the seed, a line feed and the number (UTF-8). Those with the least keys are the sample, in the order of the keys."
      )[language]
    case .systematic:
      Localized(
        "Populationen ordnas efter nummer och räknas från 0. Första platsen r är de första 8 byten av SHA-256 av fröet, en radmatning och ordet start, som ett tal, modulo populationens storlek M. Urvalet av N är platserna r + ⌊i·M/N⌋ modulo M för i = 0 till N−1.",
        "The population is in order of number and counted from 0. The first index r is the first 8 bytes of SHA-256 of the seed, a line feed and the word start, as a number, modulo the population’s size M. The sample of N is the indices r + ⌊i·M/N⌋ modulo M for i = 0 to N−1."
      )[language]
    }
  }

  /// `liggare.sample` version 1. `digest` is SHA-256 over the population's numbers, each with an LF behind it.
  ///
  /// ```json
  /// {"kind":"liggare.sample","version":1,"basis":{…},"population":{"kind":"measure","status":["implemented"],"size":47,
  ///    "digest":"5f1a…","undatedLeftOut":0},"method":"simple","seed":"d8FN…=","seedFrom":"checkpoint","size":5,
  ///  "recipe":"…","sample":[{"subject":"M-0012","title":"…","index":11,"key":"00c4…"}]}
  /// ```
  /// A systematic sample has `start` beside the method, and no keys.
  package var json: JSONValue {
    var object: JSONObject = [
      "kind": "liggare.sample", "version": 1, "basis": JSONValue(of: basis), "population": .object(populationJSON),
      "method": .string(sample.method.rawValue),
    ]
    object["start"] = sample.start.map { JSONValue($0) }
    object["seed"] = .string(sample.seed)
    object["seedFrom"] = .string(isSeededByCheckpoint ? "checkpoint" : "given")
    object["size"] = JSONValue(sample.drawn.count)
    object["recipe"] = .string(recipe(.en))
    object["sample"] = .array(
      sample.drawn.map { drawn in
        var object: JSONObject = ["subject": .string(drawn.subject.text)]
        object["title"] = book.title(of: drawn.subject).map { .string($0) }
        object["index"] = JSONValue(drawn.index)
        object["key"] = drawn.key.map { .string($0) }
        return .object(object)
      })
    return .object(object)
  }

  private var populationJSON: JSONObject {
    let filter = population.filter
    func texts(_ values: [String]) -> JSONValue? { values.isEmpty ? nil : .array(values.map { .string($0) }) }
    var object: JSONObject = ["kind": .string(population.kind.text)]
    object["status"] = texts(filter.statuses.map(\.text))
    object["area"] = texts(filter.areas.map(\.text))
    object["focus"] = texts(filter.focusAreas.map(\.text))
    object["authority"] = texts(filter.authorities.map(\.text))
    object["from"] = filter.from.map { .string($0.text) }
    object["through"] = filter.through.map { .string($0.text) }
    object["size"] = JSONValue(population.subjects.count)
    object["digest"] = .string(Sample.digest(of: population.subjects))
    object["undatedLeftOut"] = JSONValue(population.undatedCount)
    return object
  }
}
