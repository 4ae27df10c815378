package import CommandArguments
package import Documents
import LedgerDomain
package import Projections
import StrictJSON
import Wording

extension StatusBoard {
  /// The board for people.
  package func document(_ language: Language, basis: Basis) -> Document {
    let name = book.ledger?.opened?.title.text ?? ""
    let title = Localized("Bevakning \(book.day), \(name)", "Board \(book.day), \(name)")[language]
    return Document(
      title, language: language.rawValue,
      blocks: basis.banner(language) + head(language) + Group.allCases.flatMap { table($0, language) }
        + basis.blocks(language))
  }

  private func head(_ language: Language) -> [Block] {
    let meeting =
      nextMeeting.map { meeting in
        let body = meeting.body.flatMap { book.title(of: $0) } ?? ""
        return "\(meeting.day?.text ?? "") \(body) (\(meeting.id))"
      } ?? Localized("inget planerat", "none scheduled")[language]
    let counts = ObligationKind.allCases.compactMap { kind -> String? in
      let count = items.count { $0.kind == kind }
      return count == 0 ? nil : "\(kind.task[language]) \(count)"
    }
    let nothing = Localized("inget", "nothing")[language]
    return [
      .keyValues([
        KeyValue(Localized("Nästa möte", "Next meeting")[language], Prose(meeting)),
        KeyValue(
          Localized("Att göra", "To do")[language],
          Prose(counts.isEmpty ? nothing : counts.joined(separator: " · "))),
      ])
    ]
  }

  private func table(_ group: Group, _ language: Language) -> [Block] {
    let items = items(group)
    guard !items.isEmpty || group == .overdue else { return [] }
    var table = Table(
      columns: [
        .init(Localized("Senast", "By")[language], wraps: false, priority: 9),
        .init(Localized("Dagar", "Days")[language], alignment: .trailing, wraps: false, priority: 8),
        .init(Localized("Nr", "No.")[language], wraps: false, priority: 9),
        .init(Localized("Vad", "What")[language], priority: 9),
        .init(Localized("Gäller", "About")[language], priority: 9),
        .init(Localized("Ansvarig", "Responsible")[language], priority: 5),
      ], emptyText: Localized("Inget är försenat.", "Nothing is overdue.")[language])
    for item in items {
      let about = [item.title?.text, item.detail?.text].compactMap(\.self).joined(separator: ", ")
      table.append([
        .init(item.due?.text ?? "–", group == .overdue ? .bad : .normal), .init(item.daysLeft.map(signed) ?? "–"),
        .init(item.subject.text), .init(item.kind.task[language]), .init(about),
        .init(item.ownerWords[language]),
      ])
    }
    return [.heading(level: 1, heading(group, items.count, language)), .table(table)]
  }

  private func heading(_ group: Group, _ count: Int, _ language: Language) -> String {
    let words =
      switch group {
      case .overdue: Localized("Försenat", "Overdue")
      case .beforeNextMeeting: Localized("Före nästa möte", "Before the next meeting")
      case .later: Localized("Därefter", "Later")
      case .withoutDay: Localized("Utan slutdatum", "Without a day")
      }
    return "\(words[language]) (\(count))"
  }
}
