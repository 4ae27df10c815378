package import StrictJSON

/// The events about a private person (*enskild*): everything that may identify them is sealed.
package indirect enum PersonFact: SubjectFact {
  case registered(PersonRegistered)
  case changed(PersonChanged)

  package func show(to visitor: inout some PayloadVisitor) {
    switch self {
    case .registered(let payload): visitor.visit(payload)
    case .changed(let payload): visitor.visit(payload)
    }
  }

  package static let readers: [FactReader] = [
    FactReader { .person(.registered($0)) },
    FactReader { .person(.changed($0)) },
  ]
}

/// A private person has a number in the book, so that all that is held about them can be found, given out (GDPR art. 15) and erased.
///
/// The number is given in order and says nothing about anyone: once the values are erased, it leads to nobody.
package struct PersonRegistered: Payload {
  package static let type = "person.registered"
  package var name: SealedText?
  package var contact: SealedText?

  package init(name: SealedText? = nil, contact: SealedText? = nil) {
    self.name = name
    self.contact = contact
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    name = try members.read("name")
    contact = try members.read("contact")
  }

  package func write(members: inout JSONPen) {
    members.write("name", name)
    members.write("contact", contact)
  }
}

/// The person has another name or contact from a day on. What was wrong from the beginning is corrected instead.
package struct PersonChanged: Payload {
  package static let type = "person.changed"
  package var name: SealedText?
  package var contact: SealedText?

  package init(name: SealedText? = nil, contact: SealedText? = nil) {
    self.name = name
    self.contact = contact
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    name = try members.read("name")
    contact = try members.read("contact")
  }

  package func write(members: inout JSONPen) {
    members.write("name", name)
    members.write("contact", contact)
  }
}
