import CommandArguments
import JournalStore
import Wording

extension Failure {
  /// Of a failure about keys, signatures, proofs and what was kept elsewhere.
  var proofMessage: Message {
    switch self {
    case .signing(let error): error.message
    case .unregisteredKey(let path, let name):
      Message(
        place: Localized(path, path),
        name.map { name in
          Localized(
            "Liggaren har ingen nyckel \(name) som är denna.", "The ledger has no key \(name) that is this one.")
        } ?? Localized("Nyckeln är inte registrerad i liggaren.", "The key is not registered in the ledger."),
        remedy: Localized(
          "Registrera den: ”liggare journal key register”. Eller --unregistered med --name.",
          "Register it: “liggare journal key register”. Or --unregistered with --name."))
    case .retiredKey(let name, let position):
      Message(
        Localized(
          "Nyckeln \(name) drogs in i post \(position).", "The key \(name) was retired in entry \(position)."),
        remedy: Localized("Skriv under med en nyckel som gäller.", "Sign with a key that counts."))
    case .keyName(let name):
      Message(
        Localized("”\(name)” är inte nyckelns namn.", "“\(name)” is not the key's name."),
        remedy: Localized(
          "Ett namn har inga mellanslag och inget plus, till exempel ekeborg.se/revisionen; i en kontrollnyckel står det före det första plus.",
          "A name has no spaces and no plus, such as ekeborg.se/audit; in a verifier key it stands before the first plus."
        ))
    case .notSignedBy(let name):
      Message(
        Localized("Ingen underskrift är gjord med nyckeln \(name).", "No signature is by the key \(name)."),
        remedy: Localized(
          "Be den som har nyckeln att skriva under, eller välj en kontrollpunkt som är underskriven.",
          "Ask whoever has the key to sign, or choose a checkpoint that is signed."))
    case .notACheckpoint(let path, let error): Message(place: Localized(path, path), error.words)
    case .standing(let standing, let what): Message(standing.words(of: what), remedy: standing.remedy)
    case .mistyped(let error):
      Message(error.words, remedy: Localized("Läs den utskrivna igen.", "Read the printed one again."))
    case .beyondCheckpoint(let position, let size):
      Message(
        Localized(
          "Post \(position) täcks inte av kontrollpunkten, som har \(size) poster.",
          "Entry \(position) is not covered by the checkpoint, which has \(size) entries."),
        remedy: Localized(
          "Nästa skrivning förlänger kontrollpunkten, eller ”liggare journal repair”.",
          "The next writing extends the checkpoint, or “liggare journal repair”."))
    case .export(let failure): failure.message
    default: preconditionFailure("a failure about proofs")
    }
  }
}
