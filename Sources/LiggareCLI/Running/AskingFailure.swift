import CommandArguments
import Integrity
import JournalStore
import LedgerDomain
import Wording

/// What was wrong with a question of `audit why` and `audit diff`: the facts, and the words.
enum AskingFailure: Error {
  /// 2: a field that the subject does not have, or none where one was needed.
  case noField(SubjectID, stated: String?, known: [String])
  /// 2: a command that asks, where nobody can answer.
  case nobodyToAsk
  /// 2: a point of each clock.
  case mixedClocks
  /// 2: an option that moves the clock on which the points lie.
  case clockTwice(option: String, isKnown: Bool)
  /// 2: the second point lies before the first.
  case backwards(from: String, to: String)
  /// 2: a span whose end lies before its beginning.
  case spanBackwards(from: String, to: String)
  /// 1: nothing has a day between two days, so that there is no calendar to write.
  case noDays(from: LocalDate, through: LocalDate)
  /// 1: what was said not to be there is.
  case isThere(SubjectID, count: Int)
  /// 1: nothing sealed is left to erase; so many values were erased before.
  case nothingToErase(SubjectID, erased: Int)
  /// 1: a private person whose name was erased, where a name is needed.
  case erasedPerson(SubjectID)
  /// 2: nothing that is sealed about it is in a field, or in an entry, that was to be erased.
  case noSealedField(SubjectID, stated: String, known: [String])
  case noSealedEntry(SubjectID, stated: Int, known: [Int])
  /// 1: what is to be erased is no longer what was shown and confirmed.
  case othersToErase(shown: Int, now: Int)
  /// 1: no sealed value has the text looked for, of so many that could be read.
  case noSealedText(read: Int)
  /// 2: a position that the book does not have.
  case noPosition(Int, last: Int)
  /// 2: a time at which nothing was recorded yet.
  case nothingKnown(Instant)
  /// 3: a checkpoint that the book does not bear out. `root` is the book's over as many lines, where it has so many.
  case wrongCheckpoint(path: String, Standing, kept: Checkpoint, root: Digest?)

  var exitCode: Int32 {
    switch self {
    case .noField, .nobodyToAsk, .mixedClocks, .clockTwice, .backwards, .spanBackwards, .noPosition, .nothingKnown,
      .noSealedField, .noSealedEntry:
      2
    case .isThere, .noDays, .nothingToErase, .erasedPerson, .othersToErase, .noSealedText: 1
    case .wrongCheckpoint: 3
    }
  }

  var message: Message {
    switch self {
    case .erasedPerson, .noSealedField, .noSealedEntry, .othersToErase: erasing
    case .nothingToErase(let id, 0):
      Message(
        Localized("Inga poster om \(id) förseglar något.", "No entries about \(id) seal anything."),
        remedy: Localized(
          "Se ”liggare audit trace \(id)”; --field och --entry begränsar vad som gallras.",
          "See “liggare audit trace \(id)”; --field and --entry limit what is erased."))
    case .nothingToErase(let id, let erased):
      Message(
        Localized(
          "Det finns inget kvar att gallra om \(id): \(erased) \(erased == 1 ? "värde är gallrat" : "värden är gallrade").",
          "Nothing is left to erase about \(id): \(erased) \(erased == 1 ? "value was" : "values were") erased."),
        remedy: Localized(
          "Se när och efter vilket beslut med ”liggare audit trace \(id)”.",
          "See when and under which decision with “liggare audit trace \(id)”."))
    case .noSealedText(let read):
      Message(
        Localized(
          "Inget förseglat värde innehåller det, av \(read) som kunde läsas.",
          "No sealed value contains it, of \(read) that could be read."))
    case .noField(let id, nil, let known):
      Message(
        Localized("Vilket fält av \(id)?", "Which field of \(id)?"),
        remedy: Self.listing(id, known) + Localized(" Alla på en gång: --all.", " All at once: --all."))
    case .noField(let id, let stated?, let known):
      Message(
        StatedField.unknown(stated, of: id.text, among: known),
        remedy: Self.listing(id, known)
          + Localized(" Alla: ”liggare audit why \(id) --all”.", " All: “liggare audit why \(id) --all”."))
    case .nobodyToAsk:
      Message(
        Localized("Frågorna kräver en terminal: ingen kan svara.", "The questions need a terminal: nobody can answer."),
        remedy: Localized(
          "Kör det i en terminal, eller skriv kommandot: ”liggare --help”.",
          "Run it in a terminal, or write the command: “liggare --help”."))
    case .mixedClocks:
      Message(
        Localized(
          "Den ena punkten är en dag då något gällde, den andra vad boken innehöll: de ligger på olika klockor.",
          "One point is a day on which something was true, the other what the book held: they lie on different clocks."),
        remedy: Localized(
          "Skriv known: före dagen, eller ange dagar för båda.", "Write known: before the day, or give days for both."))
    case .clockTwice(let option, let isKnown):
      Message(
        isKnown
          ? Localized(
            "\(option) går inte ihop med punkter på den kända klockan: de säger redan vad som var känt.",
            "\(option) does not go with points on the known clock: they say already what was known.")
          : Localized(
            "\(option) går inte ihop med dagar som punkter: de säger redan vad som gällde.",
            "\(option) does not go with days as points: they say already what was true."),
        remedy: Localized(
          "Ta bort \(option), eller ange punkter på den andra klockan.",
          "Leave out \(option), or give points on the other clock."))
    case .backwards(let from, let to):
      Message(
        Localized("--from \(from) kommer efter --to \(to).", "--from \(from) comes after --to \(to)."),
        remedy: Localized("Byt plats: --from \(to) --to \(from).", "Swap them: --from \(to) --to \(from)."))
    case .spanBackwards(let from, let to):
      Message(
        Localized("\(from) kommer efter \(to).", "\(from) comes after \(to)."),
        remedy: Localized("Byt plats: \(to) \(from).", "Swap them: \(to) \(from)."))
    case .noDays(let from, let through):
      Message(
        Localized("Inget har en dag från \(from) till \(through).", "Nothing has a day from \(from) to \(through)."),
        remedy: Localized(
          "Ingen fil är skriven. Välj en längre tid med --from och --to.",
          "No file is written. Choose a longer time with --from and --to."))
    case .isThere(let id, let count):
      Message(
        Localized(
          "Det går inte att intyga: \(count == 1 ? "en post" : "\(count) poster") om \(id) ligger där.",
          "It cannot be stated: \(count == 1 ? "one entry" : "\(count) entries") about \(id) \(count == 1 ? "lies" : "lie") there."
        ))
    case .noPosition(let position, let last):
      Message(
        Localized("Boken har ingen post \(position).", "The book has no entry \(position)."),
        remedy: Localized("Posterna är 1–\(last).", "The entries are 1–\(last)."))
    case .nothingKnown(let moment):
      Message(
        Localized(
          "Inget var registrerat \(SwedishTime.reading(of: moment)).",
          "Nothing was recorded at \(SwedishTime.reading(of: moment))."),
        remedy: Localized("Välj en senare tidpunkt, eller position 1.", "Choose a later time, or position 1."))
    case .wrongCheckpoint(let path, let standing, let kept, let root):
      Self.message(of: standing, path, kept, root)
    }
  }

  private static func message(of standing: Standing, _ path: String, _ kept: Checkpoint, _ root: Digest?) -> Message {
    var words = standing.words(of: KeptFile.words(path))
    if let root, root != kept.root {
      words =
        words
        + Localized(
          " Roten över de första \(kept.size) raderna är \(root.base64) i boken och \(kept.root.base64) i kontrollpunkten.",
          " The root over the first \(kept.size) lines is \(root.base64) in the book and \(kept.root.base64) in the checkpoint."
        )
    }
    return Message(words, remedy: standing.remedy)
  }

  /// The first steps of the fields, each once.
  private static func listing(_ id: SubjectID, _ known: [String]) -> Localized {
    var seen: Set<String> = []
    let first = known.map { String($0.prefix { $0 != "." && $0 != "[" }) }.filter { seen.insert($0).inserted }
    let names = first.joined(separator: ", ")
    return Localized("Fält: \(names).", "Fields: \(names).")
  }
}
