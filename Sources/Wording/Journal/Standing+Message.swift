package import CommandArguments
import Integrity
package import JournalStore

extension Standing {
  /// How a ledger stands to what was kept elsewhere, which `what` names: a whole sentence.
  package func words(of what: Localized) -> Localized {
    switch self {
    case .holds:
      Localized("Boken börjar med allt som \(what.sv) täcker.", "The book begins with all that \(what.en) covers.")
    case .otherLedger(let origin, let found):
      Localized(
        "\(capitalised(what.sv)) gäller en annan liggare: \(found); denna är \(origin).",
        "\(capitalised(what.en)) is of another ledger: \(found); this one is \(origin).")
    case .shortened(let size, let count):
      Localized(
        "Boken är avkortad: \(what.sv) täcker \(size) poster, och boken har \(count).",
        "The book was cut: \(what.en) covers \(size) entries, and the book has \(count).")
    case .forked(let size):
      Localized(
        "Boken är en annan: de första \(size) posterna är inte de som \(what.sv) täcker.",
        "The book is another one: the first \(size) entries are not those that \(what.en) covers.")
    case .olderCheckpoint(let size, let found):
      Localized(
        "Bokens egen kontrollpunkt är äldre än \(what.sv): den täcker \(found) poster mot \(size). Posterna finns kvar; en gammal kontrollpunkt är tillbakalagd.",
        "The book's own checkpoint is older than \(what.en): it covers \(found) entries against \(size). The entries are there; an old checkpoint was put back."
      )
    case .empty:
      Localized(
        "\(capitalised(what.sv)) täcker ingen post och bevisar inget.",
        "\(capitalised(what.en)) covers no entry and proves nothing.")
    case .unreadable:
      Localized(
        "Boken gick inte att läsa så långt att \(what.sv) kunde jämföras.",
        "The book could not be read so far that \(what.en) could be compared.")
    }
  }

  /// What to do where it does not hold.
  package var remedy: Localized? {
    switch self {
    case .holds: nil
    case .otherLedger: Localized("Välj rätt fil, eller rätt liggare.", "Choose the right file, or the right ledger.")
    case .shortened, .forked, .unreadable:
      Localized(
        "Behåll båda: skillnaden är ett bevis. Jämför med en säkerhetskopia.",
        "Keep both: the difference is evidence. Compare with a backup.")
    case .olderCheckpoint:
      Localized(
        "Ta reda på vem som lade tillbaka den. Nästa skrivning förlänger den.",
        "Find out who put it back. The next writing extends it.")
    case .empty:
      Localized("Spara en kontrollpunkt som täcker något.", "Keep a checkpoint that covers something.")
    }
  }

  private func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}

extension ExportFailure {
  /// Why a log was not exported, and what to do.
  package var message: Message {
    switch self {
    case .journal(let error): error.message
    case .file(let error): error.message
    case .taken(let path):
      Message(
        place: Localized(both: path),
        Localized("Mappen innehåller något annat än en export.", "The folder holds something that is no export."),
        remedy: Localized("Välj en tom eller ny mapp.", "Choose an empty or new folder."))
    case .checkpoint(let error):
      Message(error.words, remedy: Localized("Exportera till en ny mapp.", "Export to a new folder."))
    case .otherLog(let expected, let found):
      Message(
        Localized(
          "Exporten där är av en annan liggare: \(found); denna är \(expected).",
          "The export there is of another ledger: \(found); this one is \(expected)."),
        remedy: Localized("Välj en annan mapp.", "Choose another folder."))
    case .forked(let size):
      Message(
        Localized(
          "Exporten där är av en annan bok: dess \(size) poster är inte de första här.",
          "The export there is of another book: its \(size) entries are not the first ones here."),
        remedy: Localized("Behåll den: skillnaden är ett bevis.", "Keep it: the difference is evidence."))
    case .shrunk(let from, let to):
      Message(
        Localized(
          "Exporten där har \(from) poster; bokens kontrollpunkt täcker \(to).",
          "The export there has \(from) entries; the book's checkpoint covers \(to)."),
        remedy: Localized("Behåll den: skillnaden är ett bevis.", "Keep it: the difference is evidence."))
    }
  }
}
