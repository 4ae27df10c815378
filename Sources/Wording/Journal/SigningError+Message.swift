import CommandArguments
package import JournalStore
import Programs

extension SigningError {
  /// Why something could not be signed, or a signature not be trusted, and what to do.
  package var message: Message {
    switch self {
    case .noOpenSSL:
      Message(
        Localized("Programmet openssl finns inte.", "The program openssl is not there."),
        remedy: Localized(
          "Installera openssl 3.0 eller senare, och se till att det finns i PATH.",
          "Install openssl 3.0 or later, and make sure that it is in PATH."))
    case .failed(let error): Message(error.words)
    case .unexpected:
      Message(
        Localized("Programmet openssl svarade inte som väntat.", "The program openssl did not answer as expected."),
        remedy: Localized("Pröva ”openssl version”: 3.0 eller senare.", "Try “openssl version”: 3.0 or later."))
    case .file(let error): error.message
    case .notAKey(let path):
      Message(
        place: Localized(path, path),
        Localized(
          "Filen är ingen privat nyckel i PEM, eller kräver en lösenfras.",
          "The file is no private key in PEM, or wants a pass phrase."))
    case .notEd25519(let path):
      Message(
        place: Localized(path, path),
        Localized("Nyckeln är inte en Ed25519-nyckel.", "The key is not an Ed25519 key."))
    case .wrongSignature(let name, _):
      Message(
        Localized(
          "Underskriften av \(name) stämmer inte: texten är ändrad, eller inte undertecknad med den nyckeln.",
          "The signature by \(name) is wrong: the text was changed, or not signed with that key."))
    case .notSigned:
      Message(
        Localized(
          "Ingen underskrift är gjord med en nyckel som du litar på.", "No signature is by a key that you trust."))
    }
  }
}

extension ProgramError {
  /// Why another program did not run to its end: a whole sentence.
  var words: Localized {
    switch self {
    case .notFound(let name): Localized("Programmet \(name) finns inte.", "The program \(name) is not there.")
    case .unstartable(let name, let number):
      Localized(
        "Programmet \(name) gick inte att starta (\(number)).", "The program \(name) could not be started (\(number)).")
    case .unfitArgument:
      Localized("Ett argument har ett nolltecken.", "An argument has a null character.")
    case .timedOut(let seconds):
      Localized("Programmet svarade inte inom \(seconds) s.", "The program did not answer within \(seconds) s.")
    case .tooMuchOutput(let limit):
      Localized("Programmet skrev mer än \(limit) byte.", "The program wrote more than \(limit) bytes.")
    case .system(let call, let number):
      Localized("\(call) misslyckades (\(number)).", "\(call) failed (\(number)).")
    }
  }
}
