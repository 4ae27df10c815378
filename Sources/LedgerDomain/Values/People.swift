package import StrictJSON

/// Someone acting in office: public, by name where the name is stated (offentlighetsprincipen; names in office are never weeded on request).
package struct PublicOfficial: JSONRecord, Hashable, Sendable {
  package var name: Text?
  package var office: Text
  /// The organ or authority they act for, as text.
  package var organ: Text?

  /// Most types of event are asked for it, so it is kept.
  package static let shape = JSONShape(asking: PublicOfficial.self)

  package init(name: Text? = nil, office: Text, organ: Text? = nil) {
    self.name = name
    self.office = office
    self.organ = organ
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    name = try members.read("name")
    office = try members.read("office")
    organ = try members.read("organ")
  }

  package func write(members: inout JSONPen) {
    members.write("name", name)
    members.write("office", office)
    members.write("organ", organ)
  }
}

/// The promise in the line to a value that is kept elsewhere: SHA-256 as 64 lower-case hexadecimal digits (`Integrity.Commitment`).
package struct SealedValue: TextValue {
  package let text: String

  package init(text: String) throws(MalformedText) {
    guard text.utf8.count == 64, text.utf8.allSatisfy(isLowerHex) else {
      throw MalformedText(expected: "commitment", found: text)
    }
    self.text = text
  }
}

/// A text that is in the book only as a commitment: the line holds `{"sealed":"<64 hex>"}`, the text lies in `sealed/`.
///
/// There is no way to make one from a `String`: it is made by sealing, so a value of this type cannot be written in clear.
package struct SealedText: JSONRecord, Hashable, Sendable {
  package var sealed: SealedValue

  package init(_ sealed: SealedValue) { self.sealed = sealed }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    sealed = try members.read("sealed")
  }

  package func write(members: inout JSONPen) {
    members.write("sealed", sealed)
  }
}

/// Someone who is not acting in office. Everything that may identify them is sealed.
package struct PrivatePerson: JSONRecord, Hashable, Sendable {
  package var name: SealedText
  package var contact: SealedText?

  package init(name: SealedText, contact: SealedText? = nil) {
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

/// Who proposed something: an office-holder, a party to the promise, or a private person.
package enum Proposer: Hashable, Sendable {
  case official(PublicOfficial)
  case party(Code)
  case citizen(PrivatePerson)
}

extension Proposer: JSONCoded {
  package init(json source: inout JSONSource) throws(JSONMismatch) {
    var members = try source.members()
    let names: [String]
    if let official: PublicOfficial = try members.read("official") {
      self = .official(official)
      names = ["official"]
    } else if let party: Code = try members.read("party") {
      self = .party(party)
      names = ["official", "party"]
    } else {
      self = .citizen(try members.read("citizen"))
      names = ["official", "party", "citizen"]
    }
    try source.close(members, names)
  }

  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    switch self {
    case .official(let official): pen.write("official", official)
    case .party(let party): pen.write("party", party)
    case .citizen(let citizen): pen.write("citizen", citizen)
    }
    pen.endObject()
  }

  package static var shape: JSONShape {
    .oneOf([
      JSONShape(alone: "official", PublicOfficial.shape), JSONShape(alone: "party", Code.shape),
      JSONShape(alone: "citizen", PrivatePerson.shape),
    ])
  }

  package static var sample: Proposer { .party(Code.sample) }
}
