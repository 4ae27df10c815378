import CommandArguments
import LedgerDomain
import Projections
import StrictJSON

/// The event that a correction or reversal is about: its id, or its position as `41` or `#41`.
enum EventPosition {
  static let positional = Positional<String>(
    "EVENT", Localized("händelsen: nummer i liggaren, eller id", "the event: its number in the ledger, or its id"))

  static func event(_ draft: Drafting) throws(Failure) -> Event {
    try event(try draft.arguments.value(positional), in: draft.chronicle)
  }

  /// The event that an id, or a position as `41` or `#41`, names.
  static func event(_ stated: String, in chronicle: Chronicle) throws(Failure) -> Event {
    if let id = try? EventID(text: stated), let event = chronicle.event(id) { return event }
    let digits = stated.hasPrefix("#") ? String(stated.dropFirst()) : stated
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let position = Int(digits),
      let event = chronicle.event(at: position)
    else { throw .noEvent(stated) }
    return event
  }
}

/// `reverse`: an entry that should never have been made (*makulerad*).
enum ReverseCommand {
  static let verb = Verb.recording(
    ["reverse"], Localized("makulera en post", "reverse an entry"),
    discussion: Localized(
      "Posten står kvar och syns som makulerad. En makulering kan inte makuleras; registrera i stället på nytt.",
      "The entry stays and is shown as reversed. A reversal cannot be reversed; record anew instead."),
    about: [EventPosition.positional], [Shared.reason, Shared.by], entry: true,
    example: #"liggare reverse 41 --reason "Registrerad på fel åtgärd""#,
    Localized("händelse 41 gäller inte", "event 41 does not count")
  ) { draft throws(Failure) in
    let event = try EventPosition.event(draft)
    draft.add(
      aboutEntryOf: event.subject,
      .reversed(
        EntryReversed(
          event: event.id, reason: try draft.arguments.value(Shared.reason),
          orderedBy: draft.arguments[optional: Shared.by])))
  }
}
