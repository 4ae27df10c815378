package import CommandArguments
package import Integrity

extension PrintedCheckpointError {
  /// Why what was typed is no printed checkpoint: a whole sentence.
  package var words: Localized {
    switch self {
    case .wrongSize:
      Localized(
        "Den utskrivna kontrollpunkten börjar inte med ett antal och ett kolon, till exempel 4711:.",
        "The printed checkpoint does not begin with a number and a colon, such as 4711:.")
    case .wrongCharacter(let character, let place):
      Localized(
        "Tecken \(place) efter antalet, ”\(character)”, förekommer inte i en utskriven kontrollpunkt.",
        "Character \(place) after the number, “\(character)”, does not occur in a printed checkpoint.")
    case .wrongCount(let found):
      Localized(
        "Efter antalet ska det stå 36 tecken, nio grupper om fyra; det står \(found).",
        "After the number there must be 36 characters, nine groups of four; there are \(found).")
    case .mistyped:
      Localized(
        "Kontrollgruppen stämmer inte: något är felläst eller felskrivet. Det säger inget om boken.",
        "The check group does not fit: something was misread or mistyped. It says nothing about the book.")
    }
  }
}

extension NoteError {
  /// Why a text is no signed note: a whole sentence.
  package var words: Localized {
    switch self {
    case .notUTF8: Localized("Texten är inte giltig UTF-8.", "The text is not valid UTF-8.")
    case .controlCharacter(let line):
      Localized("Rad \(line) har ett styrtecken.", "Line \(line) has a control character.")
    case .unfinishedLine(let line):
      Localized("Rad \(line) slutar utan radslut.", "Line \(line) ends without a line end.")
    case .noText:
      Localized(
        "Ingen tom rad skiljer en text från dess underskrifter.", "No empty line divides a text from its signatures.")
    case .noSignature: Localized("Texten är inte undertecknad.", "The text is not signed.")
    case .wrongSignature(let line): Localized("Rad \(line) är ingen underskrift.", "Line \(line) is no signature.")
    case .tooManySignatures(let found):
      Localized(
        "Texten har \(found) underskrifter; högst \(SignedNote.signatureLimit) läses.",
        "The text has \(found) signatures; at most \(SignedNote.signatureLimit) are read.")
    }
  }
}

extension TlogProofError {
  /// Why a text is no tlog-proof: a whole sentence, and for a damaged checkpoint the checkpoint's own.
  package var words: Localized {
    switch self {
    case .notUTF8: Localized("Beviset är inte giltig UTF-8.", "The proof is not valid UTF-8.")
    case .wrongTitle:
      Localized(
        "Bevisets första rad är inte c2sp.org/tlog-proof@v1.", "The proof's first line is not c2sp.org/tlog-proof@v1.")
    case .missingLine(let line): Localized("Beviset saknar rad \(line).", "The proof has no line \(line).")
    case .wrongExtra(let line):
      Localized(
        "Bevisets rad \(line) är inte ”extra” och base64.", "Line \(line) of the proof is not “extra” and base64.")
    case .wrongIndex(let line):
      Localized(
        "Bevisets rad \(line) är inte ”index” och ett nummer.", "Line \(line) of the proof is not “index” and a number."
      )
    case .wrongHash(let line):
      Localized("Bevisets rad \(line) är inget hashvärde.", "Line \(line) of the proof is no hash.")
    case .tooManyHashes:
      Localized("Beviset har fler än 63 hashvärden.", "The proof has more than 63 hashes.")
    case .wrongCheckpoint(let error): error.words
    }
  }
}
