extension Checkpoint {
  /// What the checkpoint's signatures sign: the three lines and the extension lines, byte for byte as they were read.
  package var noteText: String { text + extensionText }

  /// The whole checkpoint as it was read, or is to be stored: a signed note where there are signatures, else the text
  /// alone.
  package var formatted: String {
    signatureText.isEmpty ? noteText : "\(noteText)\n\(signatureText)"
  }

  /// The signatures, read strictly; none where the checkpoint was not signed. None of them is verified.
  package var signatures: [NoteSignature] {
    get throws(NoteError) { try note?.signatures ?? [] }
  }

  /// The checkpoint as the note that it is, to be verified; nil where it was not signed.
  package var note: SignedNote? {
    get throws(NoteError) { signatureText.isEmpty ? nil : try SignedNote(parsing: formatted) }
  }

  /// The same checkpoint with signatures added after those that it has. That they sign `noteText` is the caller's
  /// knowledge.
  package func adding(_ signatures: [NoteSignature]) -> Checkpoint {
    Checkpoint(
      origin: origin, size: size, root: root, extensionText: extensionText,
      signatureText: signatureText + signatures.map { $0.line + "\n" }.joined())
  }
}
