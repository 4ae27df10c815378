package import CommandArguments
package import LedgerDomain
import StrictJSON

extension PublicOfficial {
  /// Name, office and organ, whichever are stated: `Johan Söderberg (S), Kommunstyrelsens ordförande`.
  package var phrase: String {
    var parts: [String] = []
    // Where all of it is masked, the mask says so once.
    for part in [name, office, organ].compactMap(\.?.text) where parts.last != part { parts.append(part) }
    return parts.joined(separator: ", ")
  }
}

extension Proposer {
  /// Who proposed: an office-holder by name and office, a party by name, a private person masked unless revealed.
  package func phrase(_ names: Names) -> Localized {
    switch self {
    case .official(let official): Localized(both: official.phrase)
    case .party(let party): Localized(both: names.of(party))
    case .citizen(let citizen):
      Localized("privatperson ", "private person ") + names.text(of: citizen.name.sealed)
    }
  }
}

extension ConflictOfInterest {
  /// Who had a conflict of interest and whether they took part: `Anna Ek, ledamot: deltog`.
  package var phrase: Localized {
    Localized(both: person.phrase + ": ")
      + (tookPart ? Localized("deltog", "took part") : Localized("deltog inte", "did not take part"))
  }
}
