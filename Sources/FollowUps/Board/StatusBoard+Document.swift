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
        blocks: basis.banner(language) + head(language) + sections.flatMap { table($0, language) }
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
    let hasPeriods = book.ledger?.opened?.periods.isEmpty == false || book.promises.isEmpty
    let unwatched = KeyValue(
      Localized("Uppföljning", "Follow-up")[language],
      Prose(
        Localized(
          "bevakas inte: liggaren har inga rapportperioder", "is not watched: the ledger has no reporting periods")[
            language]))
    return [
      .keyValues(
        [
          KeyValue(Localized("Nästa möte", "Next meeting")[language], Prose(meeting)),
          KeyValue(
            Localized("Att göra", "To do")[language],
            Prose(counts.isEmpty ? nothing : counts.joined(separator: " · "))),
        ] + (hasPeriods ? [] : [unwatched]))
    ]
  }

  /// One part of the board.
  private struct Section {
    var heading: Localized
    var items: [Item]
    var isOverdue = false
    /// Of one kind, which the heading names.
    var isOfOneKind = false
  }

  /// What is overdue, what is due before the next meeting, then the rest by what is to be done.
  private var sections: [Section] {
    let rest = items.filter { $0.group == .later || $0.group == .withoutDay }
    let kinds: [ObligationKind] = [
      .decide, .discontinue, .notifyDecision, .recordMeeting, .verifyMinutes, .announceVerification, .presentFollowUp,
      .publishFollowUp,
      .answerRecommendation, .dealWithCase, .evaluate, .carryOut,
    ]
    return [
      Section(heading: Localized("Försenat", "Overdue"), items: items(.overdue), isOverdue: true),
      Section(heading: Localized("Före nästa möte", "Before the next meeting"), items: items(.beforeNextMeeting)),
    ] + kinds.map { kind in Section(heading: kind.heading, items: rest.filter { $0.kind == kind }, isOfOneKind: true) }
  }

  private func table(_ section: Section, _ language: Language) -> [Block] {
    guard !section.items.isEmpty || section.isOverdue else { return [] }
    var table = Table(
      columns: [
        .init(Localized("Senast", "By")[language], wraps: false, priority: 9),
        .init(Localized("Dagar", "Days")[language], alignment: .trailing, wraps: false, priority: 8),
        .init(Localized("Nr", "No.")[language], wraps: false, priority: 9),
        .init(Localized("Vad", "What")[language], priority: 9),
        .init(Localized("Gäller", "About")[language], priority: 9),
        .init(Localized("Ansvarig", "Responsible")[language], priority: 5),
        .init(Localized("Kommando", "Command")[language], wraps: false, priority: 1),
      ], emptyText: Localized("Inget är försenat.", "Nothing is overdue.")[language])
    let shown = section.items.filter { !isFarOff($0) }
    for item in shown {
      let owner = item.ownerWords[language]
      // A follow-up is called by its period, and a body to notify stands as the owner.
      let detail = item.detail.flatMap { $0 == item.title || utf8Equal($0.text, owner) ? nil : $0.text }
      let about = [item.title?.text, detail].compactMap(\.self).joined(separator: ", ")
      table.append([
        .init(item.due?.text ?? "–", section.isOverdue ? .bad : .normal), .init(item.daysLeft.map(signed) ?? "–"),
        .init(item.subject.text), .init(section.isOfOneKind ? "" : item.kind.task[language]), .init(about),
        .init(owner), .init(item.command.text),
      ])
    }
    let hidden = section.items.count - shown.count
    let more = Localized(
      "Dessutom \(hidden) att genomföra med slutdatum om mer än \(Self.nearDays) dagar.",
      "And \(hidden) to carry out, due in more than \(Self.nearDays) days.")[language]
    let isShown = !shown.isEmpty || section.items.isEmpty
    return [.heading(level: 1, "\(section.heading[language]) (\(section.items.count))")]
      + (isShown ? [.table(table.withoutEmptyColumns)] : []) + (hidden == 0 ? [] : [.paragraph(Prose(more))])
  }

  /// Measures that are due in more than this many days are only counted.
  private static let nearDays = 60

  private func isFarOff(_ item: Item) -> Bool {
    item.group == .later && item.kind == .carryOut && (item.daysLeft ?? 0) > Self.nearDays
  }
}

extension ObligationKind {
  /// The heading above everything of the kind.
  fileprivate var heading: Localized {
    switch self {
    case .carryOut: Localized("Åtgärder att genomföra", "Measures to carry out")
    case .decide: Localized("Väntar på beslut", "Waiting for a decision")
    case .discontinue: Localized("Pågående, men avslagna", "In progress though rejected")
    case .evaluate: Localized("Utvärderingar att göra", "Evaluations to make")
    case .recordMeeting: Localized("Sammanträden att anteckna", "Meetings to record")
    case .dealWithCase: Localized("Ärenden att handlägga", "Cases to deal with")
    case .verifyMinutes: Localized("Protokoll att justera", "Minutes to verify")
    case .announceVerification: Localized("Justeringar att tillkännage", "Verifications to announce")
    case .notifyDecision: Localized("Beslut att anmäla", "Decisions to notify")
    case .presentFollowUp: Localized("Uppföljningar att redovisa", "Follow-ups to present")
    case .publishFollowUp: Localized("Uppföljningar att publicera", "Follow-ups to publish")
    case .answerRecommendation: Localized("Rekommendationer att besvara", "Recommendations to answer")
    }
  }
}
