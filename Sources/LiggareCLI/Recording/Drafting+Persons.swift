import LedgerDomain
import Projections

extension Drafting {
  /// A private person by name or number, for a fact that names one; nil where neither is stated.
  ///
  /// A number is that of a person in the book: the sealed values are those that the book has of them, a contact only while it is not
  /// erased. Whose name is erased cannot be named any more. A name gets a number, by an entry
  /// of its own before the fact. Either way the fact's entry names the number in `refs`, so that what it seals is found and erased with
  /// the rest that concerns the person.
  mutating func privatePerson(_ stated: String?, contact: String? = nil) throws(Failure) -> PrivatePerson? {
    guard let stated else { return nil }
    if let id = try? SubjectID(text: stated), id.kind == .person {
      if contact != nil { throw .exclusive([id.text, "--citizen-contact"]) }
      guard case .person(let person) = chronicle.state(of: id), person.isFounded else {
        throw .refusedCommand(
          .unknownSubject(id), type: PersonRegistered.type, subject: id, subjects: chronicle.subjects(near: id))
      }
      guard let name = person.name else { throw .refused(.missing(field: "name")) }
      let erased = Set(chronicle.events(about: id).flatMap(\.erasedValues))
      if erased.contains(name.sealed) { throw .asking(.erasedPerson(id)) }
      concern(id)
      return PrivatePerson(name: name, contact: person.contact.flatMap { erased.contains($0.sealed) ? nil : $0 })
    }
    let id = newID(.person)
    guard let name = try seal("name", stated) else { return nil }
    let sealed = PrivatePerson(name: name, contact: try seal("contact", contact))
    try register(id, PersonRegistered(name: sealed.name, contact: sealed.contact))
    concern(id)
    return sealed
  }
}
