import CommandArguments
import Documents
import StrictJSON

/// Whether a rule book was asked about what a trace shows; a trace never leaves a reader to take "not asked" for "nothing found".
package enum TraceJudgement: Hashable, Sendable {
  /// By an edition of the rule book, over the whole book.
  case judged(edition: String)
  /// Not asked for.
  case leftOut
  /// Not asked, because all the entries of the book would have been judged for it, and they are more than `limit`.
  case tooLarge(entries: Int, limit: Int)
}

extension TraceJudgement {
  /// What is said of it above the entries: nothing where it was not asked for.
  func blocks(remarkCount: Int, _ language: Language) -> [Block] {
    let words: Localized
    switch self {
    case .leftOut: return []
    case .judged(let edition):
      let found =
        switch remarkCount {
        case 0: Localized("inga iakttagelser.", "no findings.")
        case 1: Localized("1 iakttagelse, märkt ⚑.", "1 finding, marked ⚑.")
        default: Localized("\(remarkCount) iakttagelser, märkta ⚑.", "\(remarkCount) findings, marked ⚑.")
        }
      words = Localized(
        "Prövad mot regelboken, utgåva \(edition): \(found.sv)",
        "Judged by the rule book, edition \(edition): \(found.en)")
    case .tooLarge(let entries, let limit):
      words = Localized(
        "Iakttagelser är utelämnade: hela boken prövas, och den har \(entries) poster, fler än \(limit). Visa dem med --findings.",
        "Findings are left out: the whole book is judged, and it has \(entries) entries, more than \(limit). Show them with --findings."
      )
    }
    return [.note(Prose(words[language]))]
  }

  /// Sets `findings`, which may be empty, and the `edition` that judged, or `findingsLeftOut`: `asked` or `size`.
  func add(_ remarks: [TraceRemark], to object: inout JSONObject) {
    switch self {
    case .judged(let edition):
      object["edition"] = .string(edition)
      object["findings"] = .array(remarks.map(\.json))
    case .leftOut: object["findingsLeftOut"] = "asked"
    case .tooLarge: object["findingsLeftOut"] = "size"
    }
  }
}
