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
    return basis.signed(
      Document(
        title, language: language.rawValue,
        blocks: basis.banner(language) + head(language) + Group.allCases.flatMap { table($0, language) }
          + basis.blocks(language)))
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
    let shown = items.filter { !isFarOff($0) }
    for item in shown {
      let owner = item.ownerWords[language]
      // A follow-up is called by its period, and a body to notify stands as the owner.
      let detail = item.detail.flatMap { $0 == item.title || utf8Equal($0.text, owner) ? nil : $0.text }
      let about = [item.title?.text, detail].compactMap(\.self).joined(separator: ", ")
      table.append([
        .init(item.due?.text ?? "–", group == .overdue ? .bad : .normal), .init(item.daysLeft.map(signed) ?? "–"),
        .init(item.subject.text), .init(item.kind.task[language]), .init(about),
        .init(owner),
      ])
    }
    let hidden = items.count - shown.count
    let more = Localized(
      "Dessutom \(hidden) att genomföra med slutdatum om mer än \(Self.nearDays) dagar.",
      "And \(hidden) to carry out, due in more than \(Self.nearDays) days.")[language]
    return [.heading(level: 1, heading(group, items.count, language))] + (shown.isEmpty ? [] : [.table(table)])
      + (group == .overdue && items.isEmpty ? [.table(table)] : []) + (hidden == 0 ? [] : [.paragraph(Prose(more))])
  }

  /// Measures that are due in more than this many days are only counted.
  private static let nearDays = 60

  private func isFarOff(_ item: Item) -> Bool {
    item.group == .later && item.kind == .carryOut && (item.daysLeft ?? 0) > Self.nearDays
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
