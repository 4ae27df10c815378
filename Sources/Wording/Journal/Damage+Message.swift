package import CommandArguments
import DurableFiles
import Integrity
package import JournalStore
import LedgerDomain
import StrictJSON

extension Damage {
  /// A damage as people read it: file, line, byte and position; what was found and expected; what to do.
  package var message: Message {
    Message(
      place: place, kind.words,
      remedy: Localized(
        "Inget är skrivet. Se ”liggare journal verify” för allt som är skadat, och jämför med en säkerhetskopia.",
        "Nothing is written. See “liggare journal verify” for all that is damaged, and compare with a backup."))
  }

  /// `events/000000000001.jsonl, rad 7, byte 1210 i filen (post 7)`. Lines and bytes of the file count from 1.
  package var place: Localized {
    func place(_ lineWord: String, _ byteWord: String, _ entryWord: String) -> String {
      var text = file
      if let line { text += ", \(lineWord) \(line)" }
      if let byte { text += ", byte \(byte + 1) \(byteWord)" }
      if let position { text += " (\(entryWord) \(position))" }
      return text
    }
    return Localized(place("rad", "i filen", "post"), place("line", "of the file", "entry"))
  }
}

extension Damage.Kind {
  /// What is wrong: a whole sentence.
  package var words: Localized {
    switch self {
    case .missing: Localized("Filen saknas.", "The file is missing.")
    case .notAFile:
      Localized("Där filen ska vara finns något annat än en fil.", "Where the file must be is something else.")
    case .notAFolder:
      Localized("Där mappen ska vara finns något annat än en mapp.", "Where the folder must be is something else.")
    case .symbolicLink:
      Localized(
        "Det är en symbolisk länk; liggaren skriver inte genom länkar.",
        "It is a symbolic link; the ledger does not write through links.")
    case .line(let kind): kind.words
    case .unfinishedLine: Localized("Raden slutar utan radslut.", "The line ends without a line end.")
    case .position(let expected, let found):
      Localized(
        "Postens nummer är \(found); väntade \(expected).", "The entry's position is \(found); expected \(expected).")
    case .subjectVersion(let subject, let expected, let found):
      Localized(
        "Posten är nummer \(found) om \(subject.text); väntade \(expected).",
        "The entry is number \(found) about \(subject.text); expected \(expected).")
    case .prev(let expected, let found):
      Localized(
        "Raden före är inte den som posten skrevs efter: ”prev” är \(found.map(\.text) ?? "ingen"), den föregående radens är \(expected.map(\.text) ?? "ingen"). En av de två raderna är ändrad.",
        "The line before is not the one that the entry was written after: “prev” is \(found.map(\.text) ?? "none"), that of the line before is \(expected.map(\.text) ?? "none"). One of the two lines was changed."
      )
    case .batch(let expected, let found):
      Localized(
        found.map { "Posten är plats \($0.text) i en grupp" } ?? "Posten hör inte till någon grupp",
        found.map { "The entry is place \($0.text) of a batch" } ?? "The entry belongs to no batch")
        + Localized(
          "; väntade \(expected.map { "plats \($0.text)" } ?? "en post för sig eller en grupps första").",
          "; expected \(expected.map { "place \($0.text)" } ?? "an entry by itself or the first of a batch").")
    case .unfinishedBatch(let missing):
      Localized(
        "Gruppen som börjar här är inte hel: filen slutar före plats \(missing.text).",
        "The batch that begins here is not whole: the file ends before place \(missing.text).")
    case .repeatedID(let id, let first):
      Localized(
        "Händelsens id \(id.text) finns redan i post \(first).",
        "The event id \(id.text) is already that of entry \(first).")
    case .source(let expected, let found):
      Localized(
        "Raden hör till en annan liggare: \(found.text); väntade \(expected.text).",
        "The line belongs to another ledger: \(found.text); expected \(expected.text).")
    case .opening(let position, let type):
      position == 1
        ? Localized(
          "Den första posten är \(type); väntade ledger.opened.", "The first entry is \(type); expected ledger.opened.")
        : Localized("Liggaren öppnas en andra gång.", "The ledger is opened a second time.")
    case .openingSubject(let found):
      Localized(
        "Den första posten handlar om \(found.text); väntade L-0001.",
        "The first entry is about \(found.text); expected L-0001.")
    case .format(let found):
      Localized(
        "Liggaren säger sig ha format \(found), som aldrig har funnits; väntade 1.",
        "The ledger states format \(found), which there never was; expected 1.")
    case .identity(let stated, let source):
      Localized(
        "Liggaren kallar sig \(stated) men raderna hör till \(source.text).",
        "The ledger calls itself \(stated), but its lines belong to \(source.text).")
    case .segmentName(let expected):
      Localized(
        "Filen är uppkallad efter fel post; väntade \(expected).",
        "The file is named after the wrong entry; expected \(expected).")
    case .emptySegment: Localized("Filen är tom.", "The file is empty.")
    case .ledgerCopy:
      Localized("ledger.json stämmer inte med den första posten.", "ledger.json does not match the first entry.")
    case .checkpointText(let error): error.words
    case .checkpointEmpty:
      Localized(
        "Kontrollpunkten täcker ingen post; en sådan skrivs aldrig.",
        "The checkpoint covers no entry; such a one is never written.")
    case .checkpointOrigin(let expected, let found):
      Localized(
        "Kontrollpunkten gäller \(found); väntade \(expected).", "The checkpoint is of \(found); expected \(expected).")
    case .checkpointSize(let stated, let found):
      Localized(
        "Kontrollpunkten täcker \(stated) poster men boken har \(found): poster är borttagna.",
        "The checkpoint covers \(stated) entries but the book has \(found): entries were removed.")
    case .checkpointRoot(let stated, let computed):
      Localized(
        "Posterna är inte de som kontrollpunkten täcker: roten är \(computed.base64), väntade \(stated.base64).",
        "The entries are not those that the checkpoint covers: the root is \(computed.base64), expected \(stated.base64)."
      )
    case .leaf(let expected, let found):
      Localized(
        "Posten är en annan än när boken lästes: löv \(found.hex), väntade \(expected.hex).",
        "The entry is another than when the book was read: leaf \(found.hex), expected \(expected.hex).")
    case .changedWhileRead:
      Localized("Filerna ändrades medan de lästes.", "The files changed while they were being read.")
    case .sealedText(.wrongCommitment):
      Localized(
        "Det förseglade värdet är ändrat: det är inte det som posten utfäster.",
        "The sealed value was changed: it is not the one that the entry commits to.")
    case .sealedText:
      Localized(
        "Filen har inte formen av ett förseglat värde.", "The file does not have the form of a sealed value.")
    case .sealedCommitment(let found):
      Localized(
        "Filen innehåller ett annat förseglat värde: \(found.hex).",
        "The file holds another sealed value: \(found.hex).")
    case .sealedMissing:
      Localized(
        "Det förseglade värdet saknas, och ingen post gallrar det.",
        "The sealed value is missing, and no entry erases it.")
    case .sealedLingering:
      Localized(
        "Det förseglade värdet är gallrat men finns kvar; nästa skrivning tar bort det.",
        "The sealed value was erased but is still there; the next writing removes it.")
    }
  }
}
