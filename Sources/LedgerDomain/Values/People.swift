package import StrictJSON

/// Someone acting in office: public, by name where the name is stated (offentlighetsprincipen; names in office are never weeded on request).
package struct PublicOfficial: Codable, Hashable, Sendable {
  package var name: Text?
  package var office: Text
  /// The organ or authority they act for, as text.
  package var organ: Text?

  package init(name: Text? = nil, office: Text, organ: Text? = nil) {
    self.name = name
    self.office = office
    self.organ = organ
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
package struct SealedText: Codable, Hashable, Sendable {
  package var sealed: SealedValue

  package init(_ sealed: SealedValue) { self.sealed = sealed }
}

/// Someone who is not acting in office. Everything that may identify them is sealed.
package struct PrivatePerson: Codable, Hashable, Sendable {
  package var name: SealedText
  package var contact: SealedText?

  package init(name: SealedText, contact: SealedText? = nil) {
    self.name = name
    self.contact = contact
  }
}

/// Who proposed something: an office-holder, a party to the promise, or a private person.
package enum Proposer: Hashable, Sendable {
  case official(PublicOfficial)
  case party(Code)
  case citizen(PrivatePerson)
}

extension Proposer: Codable {
  private enum CodingKeys: String, CodingKey { case official, party, citizen }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    if let official = try container.decodeIfPresent(PublicOfficial.self, forKey: .official) {
      self = .official(official)
    } else if let party = try container.decodeIfPresent(Code.self, forKey: .party) {
      self = .party(party)
    } else {
      self = .citizen(try container.decode(PrivatePerson.self, forKey: .citizen))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .official(let official): try container.encode(official, forKey: .official)
    case .party(let party): try container.encode(party, forKey: .party)
    case .citizen(let citizen): try container.encode(citizen, forKey: .citizen)
    }
  }
}

extension Proposer: ShapedByHand {
  package static var shape: JSONShape {
    func alone(_ key: CodingKeys, _ shape: JSONShape) -> JSONShape {
      .object([.init(name: key.stringValue, shape: shape, isRequired: true, isOmittedWhenDefault: false)])
    }
    return .oneOf([
      alone(.official, JSONShape(of: PublicOfficial.self)), alone(.party, JSONShape(of: Code.self)),
      alone(.citizen, JSONShape(of: PrivatePerson.self)),
    ])
  }
}
