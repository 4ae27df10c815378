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
    case .problems(let problems):
      guard let first = problems.first else { preconditionFailure("something is wrong with a sheet that is refused") }
      let remedy = Localized("Inget är skrivet.", "Nothing is written.")
      let place = first.file == nil ? Localized(both: file + ", ") + first.place.lowercased : first.place
      if problems.count == 1 { return Message(place: place, first.words, remedy: remedy) }
      return Message(
        place: place, first.words,
        remedy: Localized(
          "Det finns \(problems.count - 1) fel till; alla rättas i bladet. Inget är skrivet.",
          problems.count == 2
            ? "There is one more, to be put right in the sheet as well. Nothing is written."
            : "There are \(problems.count - 1) more, all to be put right in the sheet. Nothing is written."))
    }
  }
}

extension SheetProblem {
  /// How many are shown at once.
  private static let shownCount = 40

  /// What is wrong with a sheet, each with its row and column.
  package static func blocks(_ problems: [SheetProblem], _ language: Language) -> [Block] {
    if problems.isEmpty { return [] }
    let lines = problems.prefix(shownCount).map { problem in
      Prose([.strong(problem.place[language] + ": "), .text(problem.words[language])])
    }
    let lead = Localized("Att rätta i bladet (\(problems.count))", "To be put right in the sheet (\(problems.count))")
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
