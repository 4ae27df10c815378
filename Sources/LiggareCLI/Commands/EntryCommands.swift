import CommandArguments
import LedgerDomain
import Projections
import StrictJSON

/// The event that a correction or reversal is about: its id, or its position as `41` or `#41`.
enum EventPosition {
  static let positional = Positional<String>(
    "EVENT", Localized("händelsen: nummer i liggaren, eller id", "the event: its number in the ledger, or its id"))

  static func event(_ draft: Drafting) throws(Failure) -> Event {
    let stated = try draft.arguments.value(positional)
    if let id = try? EventID(text: stated), let event = draft.chronicle.event(id) { return event }
    let digits = stated.hasPrefix("#") ? String(stated.dropFirst()) : stated
    guard let position = Int(digits), (1...draft.chronicle.position).contains(position) else { throw .noEvent(stated) }
    return draft.chronicle.events[position - 1]
  }
}

/// `correct`: one field of one entry was wrong (*korrigering*).
enum CorrectCommand {
  private static let field = Option<Text>(
    text: "field", "NAME",
    Localized("fältet, till exempel deadline eller effective", "the field, such as deadline or effective"), .required)
  private static let to = Option<String>(
    "to", "VALUE", Localized("vad det skulle ha stått", "what it should have said"))
  private static let toNothing = Flag(
    "to-nothing", Localized("det skulle inte ha stått något", "it should have said nothing"))
  private static let old = Option<String>(
    "old", "VALUE", Localized("vad som står nu, som kontroll", "what it says now, as a check"))
  private static let decision = Option<SubjectID>(
    text: "decision", "D-ID", Localized("beslutet om rättelsen", "the decision to correct"))

  static let verb = Verb.recording(
    ["correct"], Localized("korrigera ett fält i en post", "correct one field of an entry"),
    discussion: Localized(
      "Posten står kvar som den skrevs. Rättelsen läggs till efter och gäller vid varje läsning därefter.",
      "The entry stays as it was written. The correction is added after it and holds in every reading from then on."),
    about: [EventPosition.positional], [field, to, toNothing, old, Shared.reason, Shared.by, decision], entry: true,
    example: #"liggare correct 41 --field deadline --to 2022-11-30 --reason "Skrivfel i protokollet""#,
    Localized("händelse 41 fick fel slutdatum", "event 41 had the wrong deadline")
  ) { draft throws(Failure) in
    let given = draft.arguments
    let event = try EventPosition.event(draft)
    let name = try given.value(field)
    if given[toNothing] == given.isGiven(to) { throw .oneOf(["--to", "--to-nothing"]) }
    let current: JSONValue?
    do throws(Refusal) {
      let entries = draft.chronicle.events(about: event.subject)
      current = try Correction.value(of: name, in: Correction.corrected(event, by: entries))
    } catch { throw .refused(error) }
    let correction = EntryCorrected(
      event: event.id, field: name, old: given[optional: old].map { value($0, like: current) } ?? current,
      new: given[optional: to].map { value($0, like: current) }, reason: try given.value(Shared.reason),
      orderedBy: given[optional: Shared.by], decision: given[optional: decision])
    draft.add(aboutEntryOf: event.subject, fitting(correction, event, given[optional: to]))
  }

  /// A typed value as JSON: text, unless the field now says something that is not a text.
  private static func value(_ text: String, like current: JSONValue?) -> JSONValue {
    if case .string = current { return .string(text) }
    return current == nil ? .string(text) : (try? JSONValue(parsing: text)) ?? .string(text)
  }

  /// The correction with its new value as text, or as the JSON that was typed where only that fits the field.
  private static func fitting(_ correction: EntryCorrected, _ event: Event, _ typed: String?) -> EntryFact {
    guard let typed, (try? Correction.substituting(correction, in: event)) == nil,
      let json = try? JSONValue(parsing: typed)
    else { return .corrected(correction) }
    var other = correction
    other.new = json
    return (try? Correction.substituting(other, in: event)) == nil ? .corrected(correction) : .corrected(other)
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
