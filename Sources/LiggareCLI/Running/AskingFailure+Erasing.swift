import CommandArguments
import LedgerDomain
import Wording

extension AskingFailure {
  /// What is said of private persons and of what is to be erased. Requires one of these four.
  var erasing: Message {
    switch self {
    case .erasedPerson(let id):
      Message(
        Localized("Namnet på \(id) är gallrat.", "The name of \(id) was erased."),
        remedy: Localized(
          "Ange namnet i stället för numret: det förseglas under ett nytt nummer.",
          "State the name instead of the number: it is sealed under a new number."))
    case .noSealedField(let id, let stated, let known):
      Message(
        StatedField.unknown(stated, of: id.text, among: known),
        remedy: Localized("Förseglat är: ", "Sealed is: ") + known.joined(separator: ", ") + ".")
    case .noSealedEntry(let id, let stated, let known):
      Message(
        Localized(
          "Post \(stated) förseglar inget om \(id).", "Entry \(stated) seals nothing about \(id)."),
        remedy: Localized("Det gör post ", "Sealing entries: ") + known.map(String.init).joined(separator: ", ") + ".")
    case .othersToErase(let shown, let now):
      Message(
        Localized(
          "Någon har registrerat under tiden: det som skulle gallras är inte längre det som visades (\(shown) då, \(now) nu). Inget är gallrat.",
          "Someone has recorded meanwhile: what would be erased is no longer what was shown (\(shown) then, \(now) now). Nothing was erased."
        ),
        remedy: Localized("Kör kommandot igen och läs på nytt.", "Run the command again and read anew."))
    default: preconditionFailure("said elsewhere")
    }
  }
}
