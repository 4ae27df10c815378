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
      lines.append(KeyValue(Localized("Rot", "Root")[language], Prose(reach[language] + ": ") + .code(root.text)))
    } else {
      lines.append(
        KeyValue(Localized("Rot", "Root")[language], Prose(Localized("inte beräknad", "not computed")[language])))
    }
    return [.rule, .keyValues(lines)]
  }

  /// How many entries the root covers, and how many of them were read for this answer: the others were found to be whole when the cache
  /// was made, and what has happened to the files since is not seen.
  private var reach: Localized {
    let all = Localized("\(size) poster", "\(size) entries")
    guard let cached, cached > 0 else {
      return all + Localized(", alla lästa på nytt för detta svar", ", all read anew for this answer")
    }
    return all
      + (cached < size
        ? Localized(
          ", \(size - cached) lästa på nytt för detta svar; övriga prövades när de senast lästes",
          ", \(size - cached) read anew for this answer; the others were checked when they were last read")
        : Localized(
          ", ingen läst på nytt för detta svar; de prövades när de senast lästes",
          ", none read anew for this answer; they were checked when they were last read"))
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
