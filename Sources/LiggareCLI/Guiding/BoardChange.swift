import CommandArguments
import Documents
import FollowUps
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// What a recording does to the board: what is done by it, and what is then to be done.
struct BoardChange: Equatable {
  private let gone: [StatusBoard.Item]
  private let new: [StatusBoard.Item]

  /// Held against each other at the end of a day. Both books ask what is left open of the one before: the other reads only what its
  /// further entries are about.
  init(from before: Chronicle, to after: Chronicle, today: LocalDate, open: OpenMatters?) {
    func key(_ item: StatusBoard.Item) -> [String] {
      [item.kind.text, item.subject.text, item.detail?.text ?? "", item.due?.text ?? ""]
    }
    func items(_ chronicle: Chronicle) -> [StatusBoard.Item] {
      StatusBoard(Book(chronicle, asOf: .date(today), today: today, open: open)).items
    }
    let (old, new) = (items(before), items(after))
    let (oldKeys, newKeys) = (Set(old.map(key)), Set(new.map(key)))
    gone = old.filter { !newKeys.contains(key($0)) }
    self.new = new.filter { !oldKeys.contains(key($0)) }
  }

  func document(_ language: Language) -> Document {
    func words(_ sv: String, _ en: String) -> String { Localized(sv, en)[language] }
    let rows =
      gone.map { KeyValue(words("Bort", "Gone"), Prose(line($0, language))) }
      + new.map { KeyValue(words("Nytt", "New"), Prose(line($0, language))) }
    let nothing = Block.paragraph(Prose(words("Bevakningen ändras inte.", "The board does not change.")))
    return Document(
      words("På bevakningen", "On the board"), language: language.rawValue,
      blocks: rows.isEmpty ? [nothing] : [.keyValues(rows)])
  }

  private func line(_ item: StatusBoard.Item, _ language: Language) -> String {
    let due = item.due.map { Localized(", senast \($0)", ", by \($0)")[language] } ?? ""
    return "\(item.kind.task[language]): \(item.subject) \(item.title?.text ?? "")\(due)"
  }
}
