package import CommandArguments
package import Documents
package import Wording

extension SheetFailure {
  /// The failure as it is told: `file` is the path of the sheet. What is wrong with rows is told by `SheetProblem.blocks`, all of it.
  package func message(file: String) -> Message {
    switch self {
    case .text(let problem): return problem.message(file: file)
    case .csv(let problem): return problem.message(file: file)
    case .workbook:
      return Message(
        place: Localized(both: file),
        Localized("Filen är en arbetsbok, inte CSV.", "The file is a workbook, not CSV."),
        remedy: Localized(
          "Spara bladet som ”CSV UTF-8 (kommaavgränsad)” och importera den filen.",
          "Save the sheet as “CSV UTF-8 (comma delimited)” and import that file."))
    case .document:
      return Message(
        place: Localized(both: file),
        Localized("Filen är ett Word-dokument, inte CSV.", "The file is a Word document, not CSV."),
        remedy: Localized(
          "Ett formulärs DOCX är till för att läsa och skriva ut: skriv svaren i CSV-filen med samma namn.",
          "The DOCX of a form is for reading and printing: write the answers in the CSV file with the same name."))
    case .otherKind(let kind):
      return Message(
        place: Localized(both: file),
        kind == .answers
          ? Localized(
            "Filen är ett svarsformulär från ”follow-up collect”.", "The file is an answer form of “follow-up collect”."
          )
          : Localized(
            "Filen är ett blad med åtgärder från ”measure list”.", "The file is a sheet of measures of “measure list”."),
        remedy: Localized(
          "Importera den med --as \(kind.rawValue).", "Import it with --as \(kind.rawValue)."))
    case .problems(let problems):
      guard let first = problems.first else { preconditionFailure("something is wrong with a sheet that is refused") }
      let remedy = Localized("Inget är skrivet.", "Nothing is written.")
      let place = first.file == nil ? Localized(both: file + ", ") + first.place.lowercased : first.place
      if problems.count == 1 { return Message(place: place, first.words, remedy: remedy) }
      return Message(
        place: place, first.words,
        remedy: Localized(
          "Det finns \(problems.count - 1) fel till, uppräknade ovan. Rätta alla i bladet och importera det igen. Inget är skrivet.",
          (problems.count == 2
            ? "There is one more, listed above." : "There are \(problems.count - 1) more, listed above.")
            + " Put all of it right in the sheet and import it again. Nothing is written."))
    }
  }
}

extension SheetProblem {
  /// How many are shown at once.
  private static let shownCount = 40

  /// What is wrong with a sheet, each with its row and column.
  package static func blocks(_ problems: [SheetProblem], _ language: Language) -> [Block] {
    list(problems, Localized("Att rätta i bladet", "To be put right in the sheet"), language)
  }

  /// What stops nothing, and is to be looked at once more.
  static func blocks(doubts: [SheetProblem], _ language: Language) -> [Block] {
    list(doubts, Localized("Se efter i bladet", "To be looked at in the sheet"), language)
  }

  private static func list(_ problems: [SheetProblem], _ title: Localized, _ language: Language) -> [Block] {
    if problems.isEmpty { return [] }
    let lines = problems.prefix(shownCount).map { problem in
      Prose([.strong(problem.place[language] + ": "), .text(problem.words[language])])
    }
    let lead = title + " (\(problems.count))"
    let more = problems.count - lines.count
    return [.heading(level: 1, lead[language]), .list(Array(lines), ordered: false)]
      + (more > 0 ? [.paragraph(Prose(Localized("… och \(more) till.", "… and \(more) more.")[language]))] : [])
  }
}

extension Localized {
  /// With a small first letter, after something else.
  fileprivate var lowercased: Localized {
    Localized(sv.prefix(1).lowercased() + sv.dropFirst(), en.prefix(1).lowercased() + en.dropFirst())
  }
}
