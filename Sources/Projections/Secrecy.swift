package import LedgerDomain
import StrictJSON

/// What is marked secret (*sekretessmarkering*, OSL 5:5) and therefore masked in whatever leaves the house.
///
/// A mark is a warning and no decision, but what is sent out cannot be assessed anew at each request: so what bears one, at the reading or by
/// anything known since, is withheld, until the mark is lifted. A mark on one field withholds the subject as well, unless that field is sealed
/// by its type or never shown outside.
package struct Secrecy: Sendable {
  /// The subjects that are withheld.
  package let withheld: Set<SubjectID>

  /// Of a ledger as it is known, at a reading. Cost: some lookups for each subject; only those that ever bore a mark are read.
  package init(_ chronicle: Chronicle, asOf: Effective? = nil) {
    withheld = Set(
      chronicle.allSubjects.filter { id in
        chronicle.isAbout(id, of: [SecrecyMarked.type])
          && Secrecy.isWithheld(id, chronicle.events(about: id), asOf: asOf)
      })
  }

  /// Whether a subject is withheld. Requires all events about it that are known.
  package static func isWithheld(_ id: SubjectID, _ events: [Event], asOf: Effective?) -> Bool {
    let isMarked = events.contains { if case .entry(.secrecyMarked) = $0.fact { true } else { false } }
    guard isMarked else { return false }
    let marks = [asOf, nil].flatMap { SubjectState(id: id, Fold.entries(events, asOf: $0)).record.secrecy }
    return marks.contains { !isNeverShown($0.field) }
  }

  /// Whether a field is none that is shown outside: sealed by its type, or left out of every page.
  private static func isNeverShown(_ field: Text?) -> Bool {
    guard let field else { return false }
    let parts = field.text.split(separator: ".")
    return parts.contains { ["note", "contact", "appellant", "citizen", "description", "raisedBy"].contains($0) }
  }
}
