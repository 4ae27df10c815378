import CommandArguments
import DurableFiles
import Integrity
package import JournalStore
import LedgerDomain
import StrictJSON

extension BackupFailure {
  /// Why there is no backup or no restored ledger, and what to do.
  package var message: Message {
    switch self {
    case .journal(let error): error.message
    case .file(let error): error.message
    case .presented(let failure): failure.message
    case .unopened(let failure): failure.message
    case .unappended(let failure): failure.message
    case .receipt(let line, let problem): problem.message(line: line)
    case .busy(let holder):
      Message(
        Localized("Säkerhetskopian är upptagen: \(holder).", "The backup is busy: \(holder)."),
        remedy: Localized("Vänta och försök igen. Inget är skrivet.", "Wait and try again. Nothing is written."))
    case .taken, .mountPoint, .nested, .notEmpty, .noValues, .sealedTaken: folderMessage
    case .otherLedger, .forked, .shrunk, .damagedBackup, .sealedOfOther: earlierMessage
    case .unreadableSealed(let error):
      Message(
        place: Localized(both: error.path),
        Localized(
          "De förseglade värdena får inte läsas av denna användare (\(error.code)).",
          "The sealed values may not be read by this user (\(error.code))."),
        remedy: Localized(
          "Be den som får läsa dem att köra kommandot, eller utelämna --sealed: då är personuppgifter inte med.",
          "Ask someone who may read them to run the command, or leave out --sealed: personal values are not in it then."
        ))
    case .noSealed(let path):
      Message(
        place: Localized(both: path),
        Localized(
          "Det här exemplaret av boken har inga förseglade värden; bara rader som hänvisar till dem.",
          "This copy of the book has no sealed values, only lines that commit to them."),
        remedy: Localized(
          "Säkerhetskopiera där de finns, eller utelämna --sealed.", "Back up where they are, or leave out --sealed."))
    }
  }

  /// Of a folder that cannot be the one named.
  private var folderMessage: Message {
    switch self {
    case .taken(let path):
      Message(
        place: Localized(both: path),
        Localized(
          "Mappen innehåller något annat än en säkerhetskopia.", "The folder holds something that is no backup."),
        remedy: Localized("Välj en tom eller ny mapp.", "Choose an empty or new folder."))
    case .mountPoint(let path):
      Message(
        place: Localized(both: path),
        Localized(
          "Ett filsystem är monterat på mappen, så den kan inte bytas ut.",
          "A file system is mounted on the folder, so it cannot be replaced."),
        remedy: Localized("Välj en ny mapp i den.", "Choose a new folder in it."))
    case .nested(let inner, let outer):
      Message(
        Localized("”\(inner)” är, eller ligger i, ”\(outer)”.", "“\(inner)” is, or lies in, “\(outer)”."),
        remedy: Localized(
          "Boken, säkerhetskopian och de förseglade värdena ska ligga var för sig.",
          "The book, the backup and the sealed values must lie apart."))
    case .notEmpty(let path):
      Message(
        place: Localized(both: path),
        Localized("Mappen är inte tom.", "The folder is not empty."),
        remedy: Localized(
          "Återställ till en ny mapp. Inget är skrivet.", "Restore into a new folder. Nothing is written."))
    case .noValues(let path):
      Message(
        place: Localized(both: path),
        Localized("Det finns ingen mapp med förseglade värden där.", "There is no folder of sealed values there."),
        remedy: Localized(
          "Ange den mapp som ”journal backup --sealed” skrev, eller utelämna --sealed.",
          "Name the folder that “journal backup --sealed” wrote, or leave out --sealed."))
    case .sealedTaken(let path):
      Message(
        place: Localized(both: path),
        Localized(
          "Mappen för förseglade värden innehåller något annat.", "The folder for sealed values holds something else."),
        remedy: Localized(
          "Välj en tom eller ny mapp för --sealed.", "Choose an empty or new folder for --sealed."))
    default: preconditionFailure("a failure about a folder")
    }
  }

  /// Of an earlier backup that cannot be brought up to date.
  private var earlierMessage: Message {
    let evidence = Localized("Behåll den: skillnaden är ett bevis.", "Keep it: the difference is evidence.")
    switch self {
    case .otherLedger(let expected, let found):
      return Message(
        Localized(
          "Säkerhetskopian där är av en annan liggare: \(found); denna är \(expected).",
          "The backup there is of another ledger: \(found); this one is \(expected)."),
        remedy: Localized("Välj en annan mapp.", "Choose another folder."))
    case .forked(let size):
      return Message(
        Localized(
          "Säkerhetskopian där är av en annan bok: dess \(size) poster är inte de första här.",
          "The backup there is of another book: its \(size) entries are not the first ones here."),
        remedy: evidence)
    case .shrunk(let from, let to):
      return Message(
        Localized(
          "Säkerhetskopian där har \(from) poster; bokens kontrollpunkt täcker \(to).",
          "The backup there has \(from) entries; the book's checkpoint covers \(to)."),
        remedy: evidence)
    case .damagedBackup(let path, let damage):
      let place = damage.place
      return Message(
        place: Localized("\(path), \(place.sv)", "\(path), \(place.en)"), damage.kind.words,
        remedy: Localized(
          "Säkerhetskopian är skadad. Gör en ny i en annan mapp, och granska denna med ”liggare journal verify”.",
          "The backup is damaged. Make a new one in another folder, and look at this with “liggare journal verify”."))
    case .sealedOfOther(let path, let count):
      return Message(
        place: Localized(both: path),
        count == 1
          ? Localized(
            "Mappen har ett förseglat värde som ingen post i denna bok hänvisar till.",
            "The folder has a sealed value that no entry of this book commits to.")
          : Localized(
            "Mappen har \(count) förseglade värden som ingen post i denna bok hänvisar till.",
            "The folder has \(count) sealed values that no entry of this book commits to."),
        remedy: Localized(
          "Välj den mapp som hör till denna bok, eller en ny.",
          "Choose the folder that belongs to this book, or a new one."
        ))
    default: preconditionFailure("a failure about an earlier backup")
    }
  }
}

extension ReceiptProblem {
  fileprivate func message(line: Int) -> Message {
    let place = Localized("--erasures, rad \(line)", "--erasures, line \(line)")
    let remedy = Localized(
      "Filen ska ha den förlorade bokens egna rader om gallring, en per rad. Inget är skrivet.",
      "The file must have the lost book's own lines about erasures, one a line. Nothing is written.")
    switch self {
    case .line(let kind): return Message(place: place, kind.words, remedy: remedy)
    case .otherType(let type):
      return Message(
        place: place,
        Localized(
          "Raden är \(type); väntade \(ValueErased.type).", "The line is \(type); expected \(ValueErased.type)."),
        remedy: remedy)
    case .otherLedger(let found):
      return Message(
        place: place,
        Localized(
          "Raden hör till en annan liggare: \(found.text).", "The line belongs to another ledger: \(found.text)."),
        remedy: remedy)
    case .otherBook(let position):
      return Message(
        place: place,
        Localized(
          "Raden är post \(position), men den posten är en annan i säkerhetskopian.",
          "The line is entry \(position), but that entry is another one in the backup."),
        remedy: remedy)
    case .unknownValues(let count):
      return Message(
        place: place,
        count == 1
          ? Localized(
            "Boken har inte det värde som raden gallrar.", "The book does not have the value that the line erases.")
          : Localized(
            "Boken har inget av de \(count) värden som raden gallrar.",
            "The book has none of the \(count) values that the line erases."),
        remedy: Localized(
          "Är de registrerade efter säkerhetskopian finns inget att gallra: ta bort raden. Inget är skrivet.",
          "If they were recorded after the backup there is nothing to erase: remove the line. Nothing is written."))
    case .refused(let refusal):
      let message = refusal.message()
      return Message(place: place, message.explanation, remedy: message.remedy ?? remedy)
    }
  }
}
