import CommandArguments
import LedgerDomain
import Wording

/// Why something could not be traced, sampled or bundled: the facts, and the words for them.
enum TracingFailure: Error, Equatable {
  /// No event is about the subject; those near it.
  case noSubject(SubjectID, known: [SubjectID])
  /// No office-holder of that name, no registry number; those nearest to it.
  case noOfficial(String, near: [String])
  case noRegistryNumber(String, near: [String])
  /// Nothing was given to look for.
  case emptyText
  /// More were asked for than there are.
  case sampleTooLarge(size: Int, population: Int)
  /// A filter that says nothing of the kind.
  case foreignFilter(String, SubjectKind)
  /// The first day lies after the last.
  case emptyPeriod(LocalDate, LocalDate)
  /// A picture's file that is there already.
  case taken(String)
  /// A bundle's place that is taken: by a file, or by a folder that is not empty.
  case archiveTaken(String)
  case folderTaken(String)
  /// What is marked secret, whose lines a bundle would hold in clear.
  case withheld(SubjectID)
  /// A presented document that names what is marked secret.
  case presentedWithheld(SubjectID)
  /// Bytes that are no text, for a terminal.
  case noText(String)
  /// An official named for giving out what is not marked secret.
  case nothingWithheld(SubjectID)

  var exitCode: Int32 {
    switch self {
    case .withheld, .presentedWithheld: 1
    default: 2
    }
  }

  var message: Message {
    switch self {
    case .noSubject(let id, let known):
      Message(
        Localized("\(id) finns inte i liggaren.", "\(id) is not in the ledger.")
          + guess(id.text, among: known.map(\.text)),
        remedy: Localized("Se ”liggare \(id.kind.noun) list”.", "See “liggare \(id.kind.noun) list”."))
    case .noText(let name):
      Message(
        Localized(
          "”\(name)” är ingen text att visa i terminalen.", "“\(name)” is no text to show on a terminal."),
        remedy: Localized("Skriv den till en fil: --out FILE.", "Write it to a file: --out FILE."))
    case .noOfficial(let name, let near):
      Message(
        Localized(
          "Ingen befattningshavare i liggaren heter ”\(name)”.", "No office-holder in the ledger is called “\(name)”."),
        remedy: nearest(near)
          ?? Localized(
            "Sök ord i benämningar med ”liggare find”.", "Search for words of titles with “liggare find”."))
    case .noRegistryNumber(let number, let near):
      Message(
        Localized(
          "Inget i liggaren har diarienumret ”\(number)”.", "Nothing in the ledger has the registry number “\(number)”."
        ),
        remedy: nearest(near)
          ?? Localized(
            "Ett diarienummer söks tecken för tecken, som det står i diariet.",
            "A registry number is compared character by character, as the registry has it."))
    case .withheld(let id):
      Message(
        Localized(
          "\(id) är sekretessmarkerat, och bevisens rader står i klartext.",
          "\(id) is marked secret, and the lines of the evidence stand in clear."),
        remedy: Localized(
          "Pröva om de kan lämnas ut; ange då tjänstemannen med --by, så antecknas utlämnandet.",
          "Assess whether they can be given out; then name the official with --by, and the disclosure is recorded."))
    case .presentedWithheld(let id):
      Message(
        Localized(
          "Dokumentet som redovisades i \(id) nämner något som är sekretessmarkerat, och visas inte.",
          "The document presented in \(id) names what is marked secret, and is not shown."),
        remedy: Localized(
          "Bytena är orörda i presented/. Den som får se det anger --reveal.",
          "The bytes are untouched in presented/. Whoever may see it gives --reveal."))
    case .nothingWithheld(let id):
      Message(
        Localized("\(id) är inte sekretessmarkerat.", "\(id) is not marked secret."),
        remedy: Localized("Utelämna --by.", "Leave out --by."))
    case .emptyText:
      Message(Localized("Det finns inget att söka efter.", "There is nothing to look for."))
    case .sampleTooLarge(_, population: 0):
      Message(
        Localized("Populationen är tom.", "The population is empty."),
        remedy: Localized("Ta bort ett filter, eller välj en senare dag.", "Leave out a filter, or choose a later day.")
      )
    case .sampleTooLarge(let size, let population):
      Message(
        Localized(
          "Ett urval på \(size) går inte att dra ur \(population).",
          "A sample of \(size) cannot be drawn from \(population)."),
        remedy: Localized("Ange --size \(population) eller mindre.", "Give --size \(population) or less."))
    case .foreignFilter(let option, let kind):
      Message(
        Localized(
          "\(option) säger inget om \(kind.plural.sv).", "\(option) says nothing of \(kind.plural.en)."),
        remedy: Localized("Utelämna det.", "Leave it out."))
    case .emptyPeriod(let from, let through):
      Message(
        Localized(
          "Perioden börjar \(from) och slutar tidigare, \(through).",
          "The period begins \(from) and ends earlier, \(through)."),
        remedy: Localized("Byt plats på dagarna.", "Swap the days."))
    case .archiveTaken(let path):
      Message(
        Localized("\(path) finns redan.", "\(path) is there already."),
        remedy: Localized(
          "Ett bevis skrivs aldrig över. Välj ett annat namn.", "Evidence is never replaced. Choose another name."))
    case .folderTaken(let path):
      Message(
        Localized("\(path) finns redan och är inte en tom mapp.", "\(path) is there already and is no empty folder."),
        remedy: Localized(
          "Ett bevis skrivs aldrig över. Välj ett annat namn.", "Evidence is never replaced. Choose another name."))
    case .taken(let path):
      Message(
        Localized("\(path) finns redan.", "\(path) is there already."),
        remedy: Localized("Välj ett annat namn, eller ange --force.", "Choose another name, or give --force."))
    }
  }

  /// `Närmast är ”Eva Lind”, ”Eva Lund”.`
  private func nearest(_ texts: [String]) -> Localized? {
    guard !texts.isEmpty else { return nil }
    let (sv, en) = (texts.map { "”\($0)”" }, texts.map { "“\($0)”" })
    return Localized("Närmast är \(sv.joined(separator: ", ")).", "Nearest: \(en.joined(separator: ", ")).")
  }
}
