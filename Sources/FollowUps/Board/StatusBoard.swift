import CommandArguments
package import LedgerDomain
package import Projections
package import StrictJSON

/// The board (*bevakning*): everything that somebody has to do, the most urgent first.
///
/// Each thing stands once, in the first group that fits: overdue, due before the next meeting, later, without a day.
package struct StatusBoard: Sendable {
  package let book: Book
  package let items: [Item]
  /// The next meeting of any body on or after the day.
  package let nextMeeting: Meeting?

  package struct Item: JSONWritable, Hashable, Sendable {
    package let kind: ObligationKind
    package let subject: SubjectID
    package let title: Text?
    package let owner: PublicOfficial?
    /// The owner in words, a body where no person is named.
    let ownerWords: Localized
    package let detail: Text?
    package let due: LocalDate?
    /// Negative when it is overdue.
    package let daysLeft: Int?
    package let group: Group
    /// The command that deals with it, as typed.
    package let command: Text

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("kind", kind)
      pen.write("subject", subject)
      pen.write("title", title)
      pen.write("owner", owner)
      pen.write("detail", detail)
      pen.write("due", due)
      pen.write("daysLeft", daysLeft)
      pen.write("group", group)
      pen.write("command", command)
      pen.endObject()
    }
  }

  package enum Group: String, Choice {
    case overdue
    case beforeNextMeeting = "before-next-meeting"
    case later
    case withoutDay = "without-day"
  }

  package init(_ book: Book) {
    self.book = book
    let meeting = book.nextMeeting(onOrAfter: book.day)
    nextMeeting = meeting
    items = book.obligations.map { obligation in
      let group: Group =
        switch obligation.due {
        case nil: .withoutDay
        case let due? where due < book.day: .overdue
        case let due?: meeting?.day.map { due <= $0 } ?? false ? .beforeNextMeeting : .later
        }
      return Item(
        kind: obligation.kind, subject: obligation.subject, title: obligation.title,
        owner: obligation.owner, ownerWords: book.owner(of: obligation), detail: obligation.detail, due: obligation.due,
        daysLeft: obligation.daysLeft(on: book.day), group: group,
        command: Text(book.command(for: obligation)))
    }
  }

  package func items(_ group: Group) -> [Item] { items.filter { $0.group == group } }
}
