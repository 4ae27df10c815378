package import CommandArguments
package import Documents
import LedgerDomain
package import Projections
import StrictJSON
import Wording

extension Basis {
  /// The foot of every answer: what it was read from, and by which clocks.
  package func blocks(_ language: Language) -> [Block] {
    let allKnown = Localized("allt registrerat", "everything recorded")[language]
    let anyDay = Localized("alla poster, oavsett dag", "every entry, whatever the day")[language]
    var lines = [
      KeyValue(Localized("Liggare", "Ledger")[language], Prose("\(ledger), \(owner)")),
      KeyValue(
        Localized("Läst till", "Read through")[language],
        Prose(
          "position \(position)"
            + (recorded.map {
              Localized(", registrerad ", ", recorded ")[language] + SwedishTime.reading(of: $0)
            } ?? ""))),
      KeyValue(Localized("Läge per", "State as of")[language], Prose(asOf.map(\.phrase) ?? anyDay)),
      KeyValue(
        Localized("Känt per", "Known at")[language], Prose(knownAt.map { SwedishTime.reading(of: $0) } ?? allKnown)),
    ]
    if let root {
      let words = Localized(
        "\(size) rader, omräknad för detta svar: ", "\(size) lines, recomputed for this answer: ")[language]
      lines.append(KeyValue(Localized("Rot", "Root")[language], Prose(words) + .code(root.text)))
    } else {
      lines.append(
        KeyValue(Localized("Rot", "Root")[language], Prose(Localized("inte omräknad", "not recomputed")[language])))
    }
    return [.rule, .keyValues(lines)]
  }

  /// The document with whose ledger it was made from, and when the last entry of it that was read was recorded.
  package func signed(_ document: Document) -> Document {
    var document = document
    document.author = owner.text
    // To the second, as Word writes it.
    document.created = recorded.map { $0.text.prefix(19) + "Z" }
    return document
  }

  /// The banner above everything from a ledger that is made up.
  package func banner(_ language: Language) -> [Block] {
    reality == .illustrative ? [.banner(StandingWords.illustration[language])] : []
  }
}
