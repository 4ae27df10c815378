import LedgerDomain
import Projections
import StrictJSON
import TestSupport

/// Verbs about entries, documents, secrecy and erasure.
extension Story {
  /// Corrects a field of an entry; what it said until now is looked up. `number` counts the subject's entries of the type
  /// from 1; without it the latest is meant.
  func correct<P: Payload>(
    _ id: SubjectID, _ type: P.Type, number: Int? = nil, _ field: Text, to new: JSONValue?, _ reason: Text,
    by official: PublicOfficial, decision: SubjectID? = nil
  ) {
    let events = scribe.chronicle.events(about: id)
    guard let entry = entry(id, type, number: number) else { return }
    let old = try? Correction.value(of: field, in: Correction.corrected(entry, by: events))
    let corrected = EntryCorrected(
      event: entry.id, field: field, old: old, new: new, reason: reason, orderedBy: official, decision: decision)
    scribe.take(id, .entry(.corrected(corrected)))
  }

  /// Reverses an entry, which may be a correction.
  func reverse<P: Payload>(
    _ id: SubjectID, _ type: P.Type, number: Int? = nil, _ reason: Text, by official: PublicOfficial
  ) {
    guard let entry = entry(id, type, number: number) else { return }
    scribe.take(id, .entry(.reversed(EntryReversed(event: entry.id, reason: reason, orderedBy: official))))
  }

  private func entry<P: Payload>(_ id: SubjectID, _ type: P.Type, number: Int?) -> Event? {
    let entries = scribe.chronicle.events(about: id).filter { $0.fact.type.utf8.elementsEqual(P.type.utf8) }
    let index = number ?? entries.count
    guard entries.indices.contains(index - 1) else {
      scribe.refuse("\(id.text) has no \(P.type) number \(index)")
      return nil
    }
    return entries[index - 1]
  }

  /// Attaches a document whose bytes are kept elsewhere.
  func attach(_ id: SubjectID, _ name: Text, _ document: [UInt8], dnr: Text? = nil, role: Text? = nil) {
    attach(id, DocumentReference(name: name, sha256: digest(of: document), registryNumber: dnr), role: role)
  }

  func attach(_ id: SubjectID, _ document: DocumentReference, role: Text? = nil) {
    scribe.take(id, .entry(.documentAttached(DocumentAttached(document: document, role: role))))
  }

  func markSecret(_ id: SubjectID, field: Text? = nil, _ provision: Text, _ authority: Text) {
    let marked = SecrecyMarked(field: field, provision: provision, authority: authority)
    scribe.take(id, .entry(.secrecyMarked(marked)))
  }

  func liftSecrecy(_ id: SubjectID, field: Text? = nil, _ authority: Text) {
    scribe.take(id, .entry(.secrecyLifted(SecrecyLifted(field: field, authority: authority))))
  }

  /// Erases every sealed value of the subject.
  func erase(_ id: SubjectID, _ reference: Text, decided: LocalDate, organ: Text) {
    let commitments = scribe.chronicle.events(about: id).flatMap {
      sealedValues(in: $0.fact.data(with: $0.circumstances))
    }
    let erased = ValueErased(commitments: commitments, reference: reference, decided: decided, organ: organ)
    scribe.take(id, .entry(.valueErased(erased)))
  }

  func registerPerson(_ id: SubjectID, _ name: String, contact: String) {
    let registered = PersonRegistered(name: scribe.sealed("name", name), contact: scribe.sealed("contact", contact))
    scribe.take(id, .person(.registered(registered)))
  }

  func changePerson(_ id: SubjectID, contact: String) {
    scribe.take(id, .person(.changed(PersonChanged(contact: scribe.sealed("contact", contact)))))
  }

  func disclose(_ id: SubjectID, _ what: Text, _ count: Int, by official: PublicOfficial) {
    scribe.take(id, .entry(.valueDisclosed(ValueDisclosed(what: what, count: count, by: official))))
  }

  /// Someone who is not acting in office: name and contact are sealed.
  func citizen(_ name: String, _ contact: String? = nil) -> PrivatePerson {
    PrivatePerson(name: scribe.sealed("name", name), contact: contact.map { scribe.sealed("contact", $0) })
  }
}
