/// A sealed value with all that opens its commitment: what one file in `sealed/` stores.
///
/// Never shown, published or cached as it is; erasing the file leaves a commitment that nothing opens.
package struct Sealing: Sendable {
  /// What stands in the journal.
  package let commitment: Commitment
  /// 16 random bytes, used for this value only.
  package let salt: [UInt8]
  /// The name of the field that the value belongs to.
  package let field: String
  /// The value, usually UTF-8 text.
  package let value: [UInt8]

  private init(_ commitment: Commitment, _ salt: [UInt8], _ field: String, _ value: [UInt8]) {
    self.commitment = commitment
    self.salt = salt
    self.field = field
    self.value = value
  }

  /// Seals a value. Requires a field that `Commitment.isField` accepts and a salt of 16 bytes; randomness is the
  /// caller's.
  package static func seal(field: String, value: [UInt8], salt: [UInt8]) -> Sealing {
    Sealing(Commitment(field: field, salt: salt, value: value), salt, field, value)
  }

  /// Takes the parts of a sealing as they were stored; nil unless they open the commitment. Requirements as for `seal`.
  package static func open(_ commitment: Commitment, field: String, value: [UInt8], salt: [UInt8]) -> Sealing? {
    let sealing = seal(field: field, value: value, salt: salt)
    return sealing.commitment == commitment ? sealing : nil
  }

  /// Whether this is the value that a line commits to in this field: the commitment and the field's name are the same.
  /// That the value opens the commitment holds for every `Sealing`.
  package func opens(_ commitment: Commitment, field: String) -> Bool {
    self.commitment == commitment && self.field.utf8.elementsEqual(field.utf8)
  }
}

extension Sealing: Equatable {
  /// The commitment covers every part, so equal commitments mean equal parts.
  package static func == (left: Sealing, right: Sealing) -> Bool {
    left.commitment == right.commitment
  }
}
