package import CommandArguments
package import Documents
import FollowUps
import LedgerDomain
package import Projections
import StrictJSON
import Wording

extension ChainGraph {
  /// The chain as a tree for people: both clocks to the left, the days between them, and the tree.
  package func document(_ language: Language, basis: Basis, title: String) -> Document {
    let heading = Localized("Beslutskedja för", "Decision chain of")[language]
    let legend = Localized(
      "Gällde: dagen då det var så. Registrerad: dagen då det fördes in. Efter: dagar däremellan. † är en regelavvikelse.",
      "True: the day on which it was so. Recorded: the day on which it was entered. After: days between them. † is irregular."
    )
    return basis.signed(
      Document(
        "\(heading) \(focus)" + (title.isEmpty ? "" : ": \(title)"), language: language.rawValue,
        blocks: basis.banner(language) + [.verbatim(treeText(language)), .note(Prose(legend[language]))]
          + bounded.map { .note(Prose($0.title[language])) } + basis.blocks(language)))
  }

  /// The tree alone, one line for each item, under a line of column heads.
  package func treeText(_ language: Language) -> String {
    let rows = ChainTree(self).roots.flatMap { ChainTree.rows($0, first: "", rest: "", language) }
    let head = ChainTree.Row(
      effective: Localized("gällde", "true")[language], recorded: Localized("registrerad", "recorded")[language],
      lag: Localized("efter", "after")[language], text: "")
    let all = [head] + rows
    let widths = [\ChainTree.Row.effective, \.recorded, \.lag].map { cell in
      all.map { $0[keyPath: cell].count }.max() ?? 0
    }
    return all.map { row in
      let line = [
        ChainTree.padded(row.effective, widths[0]), ChainTree.padded(row.recorded, widths[1]),
        ChainTree.padded(row.lag, widths[2], isTrailing: true), row.text,
      ].joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }
}

extension ChainTree {
  struct Row {
    var effective: String
    var recorded: String
    var lag: String
    var text: String
  }

  /// The rows of an item and of all below it; `first` stands before its own text, `rest` before those of what is below.
  static func rows(_ item: Item, first: String, rest: String, _ language: Language) -> [Row] {
    var row = Row(effective: "", recorded: "", lag: "", text: first + item.text[language])
    if let step = item.step {
      row.effective = step.effective.phrase[language]
      row.recorded = SwedishTime.date(of: step.recorded).text
      row.lag = step.lagDays.map { $0 == 0 ? "" : $0 > 0 ? "+\($0) d" : "−\(-$0) d" } ?? ""
      if step.irregular != nil { row.text += " \(StandingWords.irregularSign)" }
      if step.isVoided { row.text += " " + Localized("(MAKULERAD)", "(VOIDED)")[language] }
      row.text += " #\(step.position)"
    }
    let below = item.children.enumerated().flatMap { index, child -> [Row] in
      let isLast = index == item.children.count - 1
      return rows(child, first: rest + (isLast ? "└─ " : "├─ "), rest: rest + (isLast ? "   " : "│  "), language)
    }
    return [row] + below
  }

  static func padded(_ text: String, _ width: Int, isTrailing: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return isTrailing ? space + text : text + space
  }
}
