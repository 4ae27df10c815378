package import StrictJSON

/// A private person (*enskild*): the sealed name and contact that are known of them.
///
/// Entries about other subjects name them in `refs`; the sealed values of such an entry concern them.
package struct Person: Subject {
  package static let kind = SubjectKind.person

  package let id: SubjectID
  package var record = SubjectRecord()
  package private(set) var registered: Mark?
  package private(set) var name: SealedText?
  package private(set) var contact: SealedText?

  package init(id: SubjectID) { self.id = id }

  package var isFounded: Bool { registered != nil }

  package static func own(_ fact: LedgerDomain.Fact) -> PersonFact? {
    if case .person(let own) = fact { own } else { nil }
  }

  package static func founds(_ fact: PersonFact) -> Bool { if case .registered = fact { true } else { false } }

  package static func check(
    _ fact: PersonFact, about id: SubjectID, in surroundings: Surroundings
  ) throws(Refusal) {
    switch fact {
    case .registered(let registered):
      if registered.name == nil, registered.contact == nil { throw .missing(field: "name") }
    case .changed(let changed):
      if changed.name == nil, changed.contact == nil { throw .nothingChanged }
    }
  }

  package func judge(
    _ fact: PersonFact, on day: LocalDate?, in surroundings: Surroundings
  ) throws(Refusal) -> [Irregularity] { [] }

  package mutating func evolve(_ fact: PersonFact, _ event: Event) {
    switch fact {
    case .registered(let registered):
      self.registered = event.mark
      name = registered.name
      contact = registered.contact
    case .changed(let changed):
      name = changed.name ?? name
      contact = changed.contact ?? contact
    }
  }

  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    pen.write("id", id)
    pen.write("record", record)
    pen.write("registered", registered)
    pen.write("name", name)
    pen.write("contact", contact)
    pen.endObject()
  }
}
