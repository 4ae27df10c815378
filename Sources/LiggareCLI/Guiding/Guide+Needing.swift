import CommandArguments
import LedgerDomain
import Projections
import Wording

extension Guide {
  /// Whether an option is asked for.
  enum Need {
    /// It would say nothing beside what was answered.
    case none
    case optional, required
  }

  /// Whether an option says something beside what was answered, and whether the rest says nothing without it.
  func need(_ declaration: Declaration, _ answers: Answers) -> Need {
    let usual: Need = declaration.occurrence.isRequired ? .required : .optional
    switch declaration.name {
    case "organ", "meeting", "paragraph", "delegation", "decided-by", "reference":
      return isMeant(declaration.name, answers) ? usual : .none
    case "party" where book.promises.isEmpty && usual == .optional: return .none
    case "promise": return book.promises.count > 1 ? usual : .none
    // A span has both its ends, or none.
    case "through" where usual == .optional && answers.wasAsked("from"):
      return answers["from"] == nil ? .none : .required
    // How the promise is reported is told of the body that it is reported to.
    case "times-per-year" where answers.wasAsked("reports-to"), "site" where answers.wasAsked("reports-to"):
      return answers["reports-to"] == nil ? .none : usual
    // Only of bodies that the law binds.
    case "delegated-notified", "urgent-mandate":
      return answers.choice("kind", of: BodyKind.self)?.isBoundByMinutesRules == true ? usual : .none
    case "under": return book.delegations.isEmpty ? .none : usual
    case "decision" where answers.path.first == "delegation": return book.decisions.isEmpty ? .none : usual
    case "field" where answers.path == ["secrecy", "lift"]: return markedField(answers)
    default: break
    }
    switch answers.path {
    case ["document", "attach"]: return document(declaration.name, answers)
    case ["indicator", "observe"]: return observation(declaration.name, answers) ?? usual
    case ["person", "register"], ["person", "change"]:
      return declaration.name == "contact" && answers["name"] == nil ? .required : usual
    default: return usual
    }
  }

  /// Of a decision, the authority decides what more there is to say.
  private func isMeant(_ name: String, _ answers: Answers) -> Bool {
    guard answers.wasAsked("authority") else { return true }
    let kinds: [AuthorityKind]
    switch name {
    case "organ": kinds = [.body, .urgentChair]
    case "meeting", "paragraph": kinds = [.body]
    case "delegation": kinds = [.delegated]
    case "decided-by": kinds = [.delegated, .urgentChair, .body, .police]
    default: kinds = [.delegated, .urgentChair, .police, .mereExecution]
    }
    return answers.choice("authority", of: AuthorityKind.self).map(kinds.contains) ?? false
  }

  /// The field whose mark is lifted: none to ask for where the mark is on the whole subject.
  private func markedField(_ answers: Answers) -> Need {
    let marks = answers.subject("ID").flatMap { book.state(of: $0) }?.record.secrecy ?? []
    if !marks.contains(where: { $0.field != nil }) { return .none }
    return marks.contains { $0.field == nil } ? .optional : .required
  }

  /// A document is known by its file or by its digest, and without a file it needs a name.
  private func document(_ name: String, _ answers: Answers) -> Need {
    switch name {
    case "sha256": answers["file"] == nil ? .required : .none
    case "name": answers["file"] == nil ? .required : .optional
    default: .optional
    }
  }

  /// Only a dialogue can be without a number, and then it says something (`Indicator`).
  private func observation(_ name: String, _ answers: Answers) -> Need? {
    switch name {
    case "value": answers.choice("from", of: GroundKind.self) == .dialogue ? .optional : .required
    case "statement": answers["value"] == nil ? .required : .optional
    case "baseline": answers["value"] == nil ? Need.none : .optional
    default: nil
    }
  }
}
