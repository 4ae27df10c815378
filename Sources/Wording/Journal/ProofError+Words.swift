package import CommandArguments
package import Integrity

extension ProofError {
  /// Why a proof is wrong: a whole sentence.
  package var words: Localized {
    switch self {
    case .noSuchLeaf(let index, let size):
      Localized(
        "Ett träd med \(size) löv har inget löv \(index); det första är 0.",
        "A tree of \(size) leaves has no leaf \(index); the first is 0.")
    case .emptyTree:
      Localized(
        "Varje träd börjar med det tomma trädet: från 0 löv finns inget att bevisa.",
        "Every tree begins with the empty tree: from 0 leaves there is nothing to prove.")
    case .shrunk(let from, let to):
      Localized(
        "Ett träd med \(to) löv kan inte börja med ett som har \(from).",
        "A tree of \(to) leaves cannot begin with one of \(from).")
    case .wrongCount(let expected, let found):
      Localized(
        "Beviset har \(found) hashvärden; vid dessa storlekar ska det ha \(expected).",
        "The proof has \(found) hashes; at these sizes it must have \(expected).")
    case .wrongRoot(_, let computed):
      Localized(
        "Beviset leder till en annan rot än den angivna: \(computed.hex).",
        "The proof leads to another root than the one stated: \(computed.hex).")
    case .wrongEarlierRoot(_, let computed):
      Localized(
        "Beviset leder till en annan rot för det tidigare trädet än den angivna: \(computed.hex).",
        "The proof leads to another root of the earlier tree than the one stated: \(computed.hex).")
    }
  }
}
