package import StrictJSON

/// A short name in lower-case ASCII that other facts refer to: `centrum`, `nävertorp` is written `navertorp`.
///
/// 1–40 characters of a–z, 0–9 and hyphen, beginning with a letter.
package struct Code: TextValue, Comparable, ExpressibleByStringLiteral {
  package let text: String

  package init(text: String) throws(MalformedText) {
    let bytes = Array(text.utf8)
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard (1...40).contains(bytes.count), letters.contains(bytes[0]),
      bytes.allSatisfy({ letters.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "-") })
    else { throw MalformedText(expected: "code", found: text) }
    self.text = text
  }

  package init(stringLiteral text: String) {
    guard let code = try? Code(text: text) else { preconditionFailure("not a code: \(text)") }
    self = code
  }

  package static func < (left: Code, right: Code) -> Bool { left.text < right.text }
}

/// A code and the name people know it by: a district, a focus area, a party.
package struct Named: JSONRecord, Hashable, Sendable {
  package var code: Code
  package var name: Text

  package init(_ code: Code, _ name: Text) {
    self.code = code
    self.name = name
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    code = try members.read("code")
    name = try members.read("name")
  }

  package func write(members: inout JSONPen) {
    members.write("code", code)
    members.write("name", name)
  }
}

/// The SHA-256 of a document's bytes, as 64 lower-case hexadecimal digits.
package struct DocumentDigest: TextValue {
  package let text: String

  package init(text: String) throws(MalformedText) {
    guard text.utf8.count == 64, text.utf8.allSatisfy(isLowerHex) else {
      throw MalformedText(expected: "sha256", found: text)
    }
    self.text = text
  }
}

/// A document named by its content: what it is called, its digest, and its registry number (*dnr*, opaque text) if it has one.
package struct DocumentReference: JSONRecord, Hashable, Sendable {
  package var name: Text
  package var sha256: DocumentDigest
  package var registryNumber: Text?

  package init(name: Text, sha256: DocumentDigest, registryNumber: Text? = nil) {
    self.name = name
    self.sha256 = sha256
    self.registryNumber = registryNumber
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    name = try members.read("name")
    sha256 = try members.read("sha256")
    registryNumber = try members.read("registryNumber")
  }

  package func write(members: inout JSONPen) {
    members.write("name", name)
    members.write("sha256", sha256)
    members.write("registryNumber", registryNumber)
  }
}

/// Where in a document a fact is stated.
package struct SourceReference: JSONRecord, Hashable, Sendable {
  package var document: DocumentDigest
  /// The heading, page or paragraph.
  package var place: Text?

  package init(document: DocumentDigest, place: Text? = nil) {
    self.document = document
    self.place = place
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    document = try members.read("document")
    place = try members.read("place")
  }

  package func write(members: inout JSONPen) {
    members.write("document", document)
    members.write("place", place)
  }
}
