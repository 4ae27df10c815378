/// Why a text is no signed note. Lines are counted from 1.
package enum NoteError: Error, Equatable, Sendable {
  /// The text is not valid UTF-8.
  case notUTF8
  /// A character below U+0020 other than LF, or U+007F, stands in this line.
  case controlCharacter(line: Int)
  /// The last line, this one, has no LF.
  case unfinishedLine(Int)
  /// No empty line divides a text from signatures, or nothing stands before it.
  case noText
  /// Nothing follows the empty line.
  case noSignature
  /// This line among the signatures is none.
  case wrongSignature(line: Int)
  /// There are more signatures than `SignedNote.signatureLimit`.
  case tooManySignatures(found: Int)
}

/// A text with signatures: C2SP signed-note.
///
///     <text: one line or more, each ended by one LF; may have empty lines>
///     <an empty line>
///     — <key name> <base64 of the key hash and the signature>
///     … more signatures, each on a line, each line ended by one LF
///
/// The note is UTF-8 without control characters. The text is everything before the last empty line, its last LF
/// included: these bytes are what is signed. Signatures in this value are claims until someone verifies them; of those
/// by unknown keys nothing can be said, and they do no harm.
package struct SignedNote: Sendable {
  /// The most signatures that are read; the specification asks for at least 16.
  package static let signatureLimit = 100

  /// What is signed; ends with LF.
  package let text: String
  /// The signatures in the order of their lines.
  package let signatures: [NoteSignature]

  /// Requires a text that ends with LF, that has no other control character, and 1...100 signatures.
  package init(text: String, signatures: [NoteSignature]) {
    precondition(SignedNote.isText(text), "the text cannot be signed")
    precondition((1...SignedNote.signatureLimit).contains(signatures.count), "no signatures, or too many")
    self.text = text
    self.signatures = signatures
  }

  /// Reads a note.
  package init(parsing text: String) throws(NoteError) {
    try self.init(parsing: Array(text.utf8))
  }

  /// Reads the bytes of a note.
  package init(parsing bytes: [UInt8]) throws(NoteError) {
    guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8 }
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.removeLast().isEmpty else { throw .unfinishedLine(lines.count + 1) }
    if let index = lines.firstIndex(where: { $0.contains { $0 < 0x20 || $0 == 0x7f } }) {
      throw .controlCharacter(line: index + 1)
    }
    guard let separator = lines.lastIndex(where: \.isEmpty), separator > 0 else { throw .noText }
    let signed = lines[(separator + 1)...]
    guard !signed.isEmpty else { throw .noSignature }
    guard signed.count <= SignedNote.signatureLimit else { throw .tooManySignatures(found: signed.count) }
    var signatures: [NoteSignature] = []
    for (index, line) in zip(signed.indices, signed) {
      guard let signature = NoteSignature(line: String(decoding: line, as: UTF8.self)) else {
        throw .wrongSignature(line: index + 1)
      }
      signatures.append(signature)
    }
    text = lines[..<separator].map { String(decoding: $0, as: UTF8.self) + "\n" }.joined()
    self.signatures = signatures
  }

  /// The note as text.
  package var formatted: String {
    text + "\n" + signatures.map { $0.line + "\n" }.joined()
  }

  /// The signatures that are said to be by one of these keys, with the key, in the order of their lines. Those by
  /// unknown keys are left out. Requires keys of which no two have the same name and hash.
  package func claims(by keys: [NoteKey]) -> [(key: NoteKey, signature: NoteSignature)] {
    signatures.compactMap { signature in keys.first { signature.isBy($0) }.map { ($0, signature) } }
  }

  /// Whether the bytes of a text can be signed: it ends with LF and has no other control character.
  package static func isText(_ text: String) -> Bool {
    text.utf8.last == UInt8(ascii: "\n")
      && text.utf8.allSatisfy { $0 == UInt8(ascii: "\n") || ($0 >= 0x20 && $0 != 0x7f) }
  }
}

extension SignedNote: Equatable {
  package static func == (left: SignedNote, right: SignedNote) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8) && left.signatures == right.signatures
  }
}
