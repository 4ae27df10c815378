package import LedgerDomain
import StrictJSON

/// What is marked secret (*sekretessmarkering*, OSL 5:5) and therefore masked in whatever leaves the house.
///
/// A mark is a warning and no decision, but what is sent out cannot be assessed anew at each request: so what bears one, at the reading or by
/// anything known since, is withheld, until the mark is lifted. A mark on one field withholds the subject as well, unless that field is sealed
/// by its type.
package struct Secrecy: Sendable {
  /// The subjects that are withheld: those that are marked, and the decisions on them, whose matter says what they are about.
  package let withheld: Set<SubjectID>

  /// Of a whole ledger (`Chronicle.whole`), at a reading. Cost: some lookups for each subject; only those that ever bore a mark are read.
  package init(_ chronicle: Chronicle, asOf: Effective? = nil) {
    let marked = chronicle.subjects(withEvent: SecrecyMarked.type).filter {
      Secrecy.isWithheld($0, chronicle.events(about: $0), asOf: asOf)
    }
    let decisions = marked.flatMap { id in
      chronicle.events(naming: id).filter { event in
        if case .decision(.made(let made)) = event.fact { made.concerns.contains(id) } else { false }
      }.map(\.subject)
    }
    withheld = Set(marked + decisions)
  }

  /// Whether a subject is withheld at a reading. Requires all events about it that the journal has, whatever was known at the reading.
  package static func isWithheld(_ id: SubjectID, _ events: [Event], asOf: Effective?) -> Bool {
    let isMarked = events.contains { if case .entry(.secrecyMarked) = $0.fact { true } else { false } }
    guard isMarked else { return false }
    let marks = [asOf, nil].flatMap { SubjectState(id: id, Fold.entries(events, asOf: $0)).record.secrecy }
    return marks.contains { !isSealed($0.field) }
  }

  /// Whether a field is sealed by its type, so that it is masked anyway.
  private static func isSealed(_ field: Text?) -> Bool {
    guard let field else { return false }
    let parts = field.text.split(separator: ".")
    return parts.contains { ["note", "contact", "appellant", "citizen"].contains($0) }
  }
}
