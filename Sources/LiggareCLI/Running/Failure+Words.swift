import Audit
import CommandArguments
import Documents
import Exchange
import JournalStore
import LedgerDomain
import StrictJSON
import Wording

extension Failure {
  /// The failure as it is printed: `liggare: ` and the place, what is wrong, and what to do; control characters made visible.
  func message(in language: Language) -> String {
    let message = self.message
    let place = message.place.map { visible($0[language]) + ":\n" } ?? ""
    let lines =
      [place + visible(message.explanation[language])]
      + [message.remedy.map { visible($0[language]) }].compactMap(\.self)
    return "liggare: " + lines.joined(separator: "\n") + "\n"
  }

  private var message: Message {
    switch self {
    case .usage(let error):
      Message(
        Localized(error.sentence(in: .sv), error.sentence(in: .en)),
        remedy: Localized(error.nextStep(in: .sv, tool: "liggare"), error.nextStep(in: .en, tool: "liggare")))
    case .noLedger(let folder?): JournalError.notALedger(folder: folder).message
    case .noLedger(nil):
      Message(
        Localized("Ingen liggare är angiven.", "No ledger is named."),
        remedy: Localized(
          "Ange mappen med --journal MAPP eller LIGGARE_JOURNAL, eller öppna en ny: ”liggare journal init”.",
          "Name the folder with --journal DIR or LIGGARE_JOURNAL, or open a new one: “liggare journal init”."))
    case .exclusive(let names):
      Message(
        Localized("\(list(names, "och")) går inte ihop.", "\(list(names, "and")) do not go together."),
        remedy: Localized("Ange bara en av dem.", "Give only one of them."))
    case .oneOf(let names):
      Message(
        Localized("En av \(list(names, "och")) ska anges.", "One of \(list(names, "and")) is needed."),
        remedy: Localized("Ange den ena, inte båda.", "Give the one, not both."))
    case .needs(let option, let other):
      Message(
        Localized("\(option) säger inget utan \(other).", "\(option) says nothing without \(other)."),
        remedy: Localized("Ange även \(other).", "Give \(other) as well."))
    case .noForm(let path):
      Message(
        Localized("Namnet \(path) säger inte i vilken form.", "The name \(path) does not say in which form."),
        remedy: Localized(
          "Sluta på \(AnswerForm.suffixes.joined(separator: ", ")), eller ange --format.",
          "End it with \(AnswerForm.suffixes.joined(separator: ", ")), or give --format."))
    case .readingOnly(let option):
      Message(
        Localized(
          "\(option) väljer hur boken läses och går inte ihop med att registrera.",
          "\(option) chooses how the book is read and does not go with recording."),
        remedy: Localized(
          "Ange med --effective när det hände. När det registreras sätter klockan.",
          "Say with --effective when it happened. When it is recorded is for the clock."))
    case .wouldAsk:
      Message(
        Localized(
          "Ingen kan svara på frågan om det ska registreras.", "Nobody can answer whether it shall be recorded."),
        remedy: Localized(
          "Granska med --dry-run, och registrera med --yes. Inget är skrivet.",
          "Look with --dry-run, and record with --yes. Nothing is written."))
    case .declined: Message(Localized("Inget är skrivet.", "Nothing is written."))
    case .refused(let refusal): refusal.message()
    case .refusedCommand(let refusal, let type, let subject, let subjects):
      refusal.message(about: type, subject: subject, subjects: subjects)
    case .personalData(let hits, let maySeal): Self.message(of: hits, maySeal: maySeal)
    case .unappended(let failure): failure.message
    case .uncertain(let error, let first):
      Message(
        place: error.message.place, error.message.explanation,
        remedy: Localized(
          "Posten kan ändå ha registrerats. Upprepa kommandot med --event-id \(first.text), så blir den inte dubbel.",
          "The entry may have been recorded all the same. Repeat the command with --event-id \(first.text), and it is not doubled."
        ))
    case .damaged(let error): error.message
    case .unopened(let failure): failure.message
    case .notFound(let id, known: true):
      Message(
        Localized("\(id.text) fanns inte vid denna läsning.", "\(id.text) did not exist at this reading."),
        remedy: Localized("Välj en senare --as-of eller --known-at.", "Choose a later --as-of or --known-at."))
    case .notFound(let id, known: false):
      Message(
        Localized("\(id.text) finns inte i liggaren.", "\(id.text) is not in the ledger."),
        remedy: Localized(
          "Se ”liggare \(id.kind.noun) list”.", "See “liggare \(id.kind.noun) list”."))
    case .noEvent(let stated):
      Message(
        Localized("Det finns ingen händelse ”\(stated)”.", "There is no event “\(stated)”."),
        remedy: Localized(
          "Numren står i ”liggare audit trace”: #41 är händelse 41.",
          "The numbers are in “liggare audit trace”: #41 is event 41."))
    case .noDocument(let stated):
      Message(
        Localized(
          "Ingen handling har ett SHA-256 som börjar med ”\(stated)”.",
          "No document has a SHA-256 that begins with “\(stated)”."),
        remedy: Localized("Se ”liggare document list”.", "See “liggare document list”."))
    case .noPeriod(let label, let known):
      Message(
        Localized("Liggaren har ingen period ”\(label)”.", "The ledger has no period “\(label)”."),
        remedy: known.isEmpty
          ? Localized(
            "Den har inga rapportperioder. De rättas in: liggare correct 1 --field periods --to 2022-T1=2022-01-01..2022-04-30 --reason TEXT, med --to en gång för varje period.",
            "It has no reporting periods. They are put right with: liggare correct 1 --field periods --to 2022-T1=2022-01-01..2022-04-30 --reason TEXT, with --to once for each period."
          )
          : Localized("Den har \(known.joined(separator: ", ")).", "It has \(known.joined(separator: ", ")).")
      )
    case .periodNotBegun(let label, let from):
      Message(
        Localized("Perioden \(label) har inte börjat.", "The period \(label) has not begun."),
        remedy: Localized("Den börjar \(from).", "It begins on \(from)."))
    case .noPresented(let digest):
      Message(
        Localized(
          "Dokumentet \(digest.text) finns inte i presented/.", "The document \(digest.text) is not in presented/."),
        remedy: Localized("Hämta det från en säkerhetskopia.", "Get it from a backup."))
    case .presented(let failure): failure.message
    case .file(let error): error.message
    case .wrongProof(let error): Message(error.words)
    case .tracing(let failure): failure.message
    case .site(let failure): failure.message
    case .asking(let failure): failure.message
    case .signing, .unregisteredKey, .retiredKey, .keyName, .notSignedBy, .notACheckpoint, .standing, .mistyped,
      .beyondCheckpoint, .export:
      proofMessage
    case .backup(let failure): failure.message
    case .exchange(let failure): failure.message
    case .import(let failure, let file, let mapping): failure.message(file: file, mapping: mapping)
    case .sheet(let failure, let file): failure.message(file: file)
    case .folderTaken(let path):
      Message(
        Localized("\(path) finns redan och är inte en tom mapp.", "\(path) is there already and is no empty folder."),
        remedy: Localized("Välj ett annat namn. Inget är skrivet.", "Choose another name. Nothing is written."))
    case .outsideTree(let option, let number, let limit):
      Message(
        limit < 0
          ? Localized(
            "\(option) \(number) finns inte: trädet är tomt.", "There is no \(option) \(number): the tree is empty.")
          : Localized(
            "\(option) \(number) är för mycket: högst \(limit) med dessa löv.",
            "\(option) \(number) is too much: at most \(limit) with these leaves."))
    case .findings(let count, let severity):
      Message(
        Localized(
          count == 1
            ? "En iakttagelse når nivån ”\(severity.words.sv)”."
            : "\(count) iakttagelser når nivån ”\(severity.words.sv)”.",
          count == 1
            ? "One finding reaches the level “\(severity.words.en)”."
            : "\(count) findings reach the level “\(severity.words.en)”."))
    case .unreadableLeaf(let line, let option):
      Message(
        Localized(
          "Rad \(line) på standard in är inte vad \(option) säger.",
          "Line \(line) of standard input is not what \(option) says."),
        remedy: Localized(
          "Skriv ett löv per rad, utan mellanslag; base64 med utfyllnad.",
          "Write one leaf a line, without spaces; base64 with its padding."))
    }
  }
}

/// `a, b och c`.
private func list(_ names: [String], _ conjunction: String) -> String {
  guard names.count > 1 else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + " \(conjunction) " + names[names.count - 1]
}
