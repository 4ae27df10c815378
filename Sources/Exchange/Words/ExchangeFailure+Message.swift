import CommandArguments
import DurableFiles
import JournalStore
package import Wording

extension ExchangeFailure {
  package var message: Message {
    switch self {
    case .journal(let error): error.message
    case .file(let error): error.message
    case .taken(let path):
      Message(
        place: Localized(path, path), Localized("Där finns redan något.", "Something is there already."),
        remedy: Localized(
          "Välj en annan plats, eller ersätt det med --force.", "Choose another place, or replace it with --force."))
    }
  }
}
