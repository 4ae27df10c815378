import CommandArguments
import LedgerDomain
import Wording

/// Why a site was not written: the facts, and the words for them.
enum SiteFailure: Error, Equatable {
  /// The place is taken: by a file, or by a folder that is not empty.
  case taken(String)
  /// What is to be replaced is no site that Liggare wrote.
  case notOurs(String)
  /// A site that Liggare wrote, with a file that it did not write, or not so.
  case changed(String, file: String)

  /// 1: the ledger or the promise itself is marked secret.
  case withheld(SubjectID)

  var exitCode: Int32 {
    switch self {
    case .taken, .notOurs, .changed: 2
    case .withheld: 1
    }
  }

  var message: Message {
    switch self {
    case .taken(let path):
      Message(
        Localized("\(path) finns redan och är inte en tom mapp.", "\(path) is there already and is no empty folder."),
        remedy: Localized(
          "Välj en annan mapp, eller ange --replace om Liggare har skrivit webbplatsen där.",
          "Choose another folder, or give --replace where Liggare wrote the site that is there."))
    case .notOurs(let path):
      Message(
        Localized(
          "\(path) är ingen webbplats som Liggare har skrivit: manifest.json saknas eller är inte dess.",
          "\(path) is no site that Liggare wrote: manifest.json is missing or not its own."),
        remedy: Localized(
          "Annat skrivs aldrig över. Välj en annan mapp.", "Nothing else is ever replaced. Choose another folder."))
    case .withheld(let id):
      Message(
        Localized(
          "\(id) är sekretessmarkerat: en offentlig sida om det byggs inte.",
          "\(id) is marked secret: no public page about it is built."),
        remedy: Localized(
          "Häv markeringen först, om den inte längre behövs: ”liggare secrecy lift \(id)”.",
          "Lift the mark first, where it is no longer needed: “liggare secrecy lift \(id)”."))
    case .changed(let path, let file):
      Message(
        Localized(
          "\(path) har en fil som Liggare inte har skrivit, eller som är ändrad sedan dess: \(file).",
          "\(path) has a file that Liggare did not write, or that was changed since: \(file)."),
        remedy: Localized(
          "Spara den på annat håll och ta bort mappen, eller välj en annan.",
          "Keep it elsewhere and remove the folder, or choose another."))
    }
  }
}
