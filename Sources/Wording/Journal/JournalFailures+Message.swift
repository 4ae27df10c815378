import CommandArguments
package import DurableFiles
import Integrity
package import JournalStore
import LedgerDomain
import StrictJSON

extension FileError {
  package var message: Message {
    Message(
      place: Localized(both: path), words,
      remedy: code == "ENOSPC"
        ? Localized("Frigör plats och försök igen.", "Make room and try again.")
        : Localized("Kontrollera filen och rättigheterna.", "Check the file and its permissions."))
  }

  /// What went wrong: the usual causes in words, the system's name of the error always.
  private var words: Localized {
    let cause: Localized? =
      switch code {
      case "ENOENT": Localized("Filen eller mappen finns inte", "The file or folder does not exist")
      case "EACCES", "EPERM": Localized("Behörighet saknas", "Permission is missing")
      case "EISDIR": Localized("Det är en mapp, inte en fil", "It is a folder, not a file")
      case "EROFS": Localized("Mappen går bara att läsa", "The folder can only be read")
      case "ENOSPC", "EDQUOT": Localized("Disken är full", "The disk is full")
      case "ELOOP":
        Localized("Det är en länk, och länkar följs inte här", "It is a link, and links are not followed here")
      case "EINVAL" where operation == .open || operation == .read:
        Localized("Det är inte en vanlig fil", "It is not an ordinary file")
      default: nil
      }
    guard let cause else {
      return Localized("\(operation.rawValue) misslyckades: \(code).", "\(operation.rawValue) failed: \(code).")
    }
    return cause + " (\(operation.rawValue), \(code))."
  }
}

extension JournalError {
  package var message: Message {
    switch self {
    case .notALedger(let folder):
      Message(
        Localized("Det finns ingen liggare i ”\(folder)”.", "There is no ledger in “\(folder)”."),
        remedy: Localized(
          "Ange mappen med --journal, eller öppna en ny: ”liggare journal init”.",
          "Name the folder with --journal, or open a new one: “liggare journal init”."))
    case .newerFormat(let format):
      Message(
        Localized(
          "Liggaren har format \(format), som detta program inte känner.",
          "The ledger has format \(format), which this program does not know."),
        remedy: Localized(
          "Använd ett nyare program. Inget är skrivet.", "Use a newer program. Nothing is written."))
    case .damage(let damage): damage.message
    case .file(let error): error.message
    }
  }
}

extension WriterFailure {
  package var message: Message {
    switch self {
    case .journal(let error): error.message
    case .busy(let holder):
      Message(
        Localized("Liggaren är upptagen: \(holder).", "The ledger is busy: \(holder)."),
        remedy: Localized("Vänta och försök igen. Inget är skrivet.", "Wait and try again. Nothing is written."))
    case .networkFileSystem(let name):
      Message(
        Localized(
          "Mappen ligger på ett nätverksfilsystem (\(name)), där skrivna poster kan gå förlorade.",
          "The folder is on a network file system (\(name)), where written entries can be lost."),
        remedy: Localized("Skriv i en lokal mapp.", "Write in a local folder."))
    case .alreadyThere(let folder):
      Message(
        Localized("I ”\(folder)” finns redan en liggare.", "There is already a ledger in “\(folder)”."),
        remedy: Localized("Välj en annan mapp. Inget är skrivet.", "Choose another folder. Nothing is written."))
    case .notAnOpening(let type):
      Message(
        Localized(
          "En liggare börjar med ledger.opened, inte \(type).", "A ledger begins with ledger.opened, not \(type)."))
    case .identity(let found):
      Message(Localized("”\(found)” är inte en absolut URI.", "“\(found)” is not an absolute URI."))
    case .refused(let failure): failure.message
    }
  }
}

extension AppendFailure {
  package var message: Message {
    switch self {
    case .idReused(let id, let position):
      Message(
        Localized(
          "Id \(id.text) är redan post \(position), med annat innehåll.",
          "The id \(id.text) is already entry \(position), with other content."),
        remedy: Localized("Välj ett nytt id, eller utelämna --event-id.", "Choose a new id, or leave out --event-id."))
    case .idTwice(let id):
      Message(
        Localized("Id \(id.text) förekommer två gånger i samma grupp.", "The id \(id.text) occurs twice in one batch."))
    case .changed(let subject, let position):
      Message(
        Localized(
          "\(subject.text) har ändrats sedan dess, i post \(position).",
          "\(subject.text) has changed since, in entry \(position)."),
        remedy: Localized("Läs om och försök igen.", "Read again and try again."))
    case .clockBehind(let last, let now):
      Message(
        Localized(
          "Klockan är \(SwedishTime.reading(of: now, seconds: true)), men den sista posten registrerades \(SwedishTime.reading(of: last, seconds: true)).",
          "The clock says \(SwedishTime.reading(of: now, seconds: true)), but the last entry was recorded at \(SwedishTime.reading(of: last, seconds: true))."
        ),
        remedy: Localized(
          "Ställ klockan, eller bekräfta med --confirm-clock-step om den går rätt.",
          "Set the clock, or confirm with --confirm-clock-step if it is right."))
    case .lineTooLong(_, let count):
      Message(
        Localized(
          "Posten blir \(count) byte; högst 65535 är tillåtna.",
          "The entry becomes \(count) bytes; at most 65535 are allowed."),
        remedy: Localized("Korta texten eller foga en handling.", "Shorten the text or attach a document."))
    case .unwritable(_, let problem):
      Message(problem?.kind.words ?? Localized("Posten kan inte skrivas.", "The entry cannot be written."))
    case .alreadyOpened: Message(Localized("Liggaren är redan öppnad.", "The ledger is already opened."))
    case .sealingMissing(let value):
      Message(Localized("Det förseglade värdet \(value.text) saknas.", "The sealed value \(value.text) is missing."))
    case .sealingUnused(let commitment):
      Message(
        Localized(
          "Ingen post hänvisar till det förseglade värdet \(commitment.hex).",
          "No entry commits to the sealed value \(commitment.hex)."))
    case .unread(let error): error.message
    case .full: Message(Localized("Liggaren rymmer inga fler poster.", "The ledger can hold no more entries."))
    case .file(let error), .ended(let error): error.message
    case .notErased(let error, _):
      Message(
        place: error.message.place,
        Localized(
          "Gallringen är registrerad, men ett värde kunde inte tas bort: \(error.code).",
          "The erasure is recorded, but a value could not be removed: \(error.code)."),
        remedy: Localized("Det tas bort vid nästa skrivning.", "It is removed at the next writing."))
    }
  }
}

extension PresentedFailure {
  package var message: Message {
    switch self {
    case .file(let error): error.message
    case .otherDigest(let expected, let found):
      Message(
        Localized(
          "Det sparade dokumentet är ändrat: SHA-256 är \(found.hex), väntade \(expected.hex).",
          "The kept document was changed: its SHA-256 is \(found.hex), expected \(expected.hex)."),
        remedy: Localized("Jämför med en säkerhetskopia.", "Compare with a backup."))
    }
  }
}
