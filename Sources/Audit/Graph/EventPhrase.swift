import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// What an entry of a chain says, in a few words: `bifall, § 41`, `redovisad för Trygghetsrådet`.
enum EventPhrase {
  static func words(_ event: Event, in book: Book) -> Localized {
    let words = EventWords.words(of: event.fact, about: book.measure(event.subject))
    switch event.fact {
    case .decision(.made(let made)):
      let paragraph = made.authority.paragraph.map { ", \($0.text)" } ?? ""
      return made.outcome.words + Localized(both: paragraph)
    case .measure(.deadlineExtended(let extended)):
      return words + Localized(both: " \(extended.deadline)")
    case .measure(.evaluated(let evaluated)): return words + Localized(both: ": ") + evaluated.attainment.words
    case .followUp(.compiled(let compiled)): return words + Localized(both: " \(compiled.period)")
    case .followUp(.presented(let presented)):
      return words + Localized(" för ", " to ") + Localized(both: book.title(of: presented.to) ?? presented.to.text)
    case .followUp(.noted(let noted)): return words + Localized(both: noted.paragraph.map { ", \($0.text)" } ?? "")
    case .entry(.documentAttached(let attached)):
      return words + Localized(both: ": \(attached.document.name)")
    default: return words
    }
  }
}
