package import CommandArguments
package import Integrity

extension CheckpointError {
  /// Why a checkpoint cannot be read: a whole sentence. What was found is not repeated: the file may be anything.
  package var words: Localized {
    switch self {
    case .notUTF8: Localized("Kontrollpunkten är inte giltig UTF-8.", "The checkpoint is not valid UTF-8.")
    case .missingLine(let line): Localized("Kontrollpunkten saknar rad \(line).", "The checkpoint has no line \(line).")
    case .unfinishedLine(let line):
      Localized(
        "Kontrollpunktens rad \(line) slutar utan radslut.", "Line \(line) of the checkpoint ends without a line end.")
    case .controlCharacter(let line):
      Localized(
        "Kontrollpunktens rad \(line) har ett styrtecken.", "Line \(line) of the checkpoint has a control character.")
    case .emptyOrigin: Localized("Kontrollpunktens första rad är tom.", "The first line of the checkpoint is empty.")
    case .wrongSize:
      Localized(
        "Kontrollpunktens andra rad är inte ett antal.", "The second line of the checkpoint is not a number of lines.")
    case .wrongRoot:
      Localized("Kontrollpunktens tredje rad är inte en rot.", "The third line of the checkpoint is not a root.")
    case .missingSignatures(let line), .emptySignature(let line):
      Localized(
        "Kontrollpunktens underskrift på rad \(line) saknas.",
        "The signature on line \(line) of the checkpoint is missing.")
    }
  }
}
