import CommandArguments
import LedgerDomain
import StrictJSON

/// What is said of corrections, reversals and erasures that have nothing to work on.
enum EntryRefusals {
  static func notOf(_ subject: SubjectID, _ id: EventID) -> Message {
    Message(
      Localized("\(subject.text) har ingen händelse \(id.text).", "\(subject.text) has no event \(id.text)."),
      remedy: see("audit trace \(subject.text)"))
  }

  static func notCorrectable(_ field: String, _ known: [String], _ type: String?) -> Message {
    guard !known.isEmpty else {
      return Message(
        Localized(
          "En korrigering, en makulering eller en annan händelse om en uppgift kan inte korrigeras.",
          "A correction, a reversal or another event about an entry cannot be corrected."),
        remedy: Localized(
          "En korrigering kan makuleras med ”liggare reverse”, och uppgiften registreras på nytt.",
          "A correction can be voided with “liggare reverse”, and the entry recorded anew."))
    }
    return Message(
      Localized("Fältet ", "The field ") + fieldName(field, in: type)
        + Localized(" kan inte korrigeras i den händelsen.", " cannot be corrected in that event.")
        + guess(field, among: known),
      remedy: Localized("Fält som kan korrigeras: ", "Fields that can be corrected: ")
        + known.joined(separator: ", ") + ".")
  }

  static func unknownField(_ field: String, _ known: [String]) -> Message {
    Message(
      Localized("Ingen post om det har fältet ”\(field)”.", "No entry about it has the field “\(field)”.")
        + guess(field, among: known),
      remedy: Localized("Fält: ", "Fields: ") + known.joined(separator: ", ") + ".")
  }

  static func oldDiffers(_ field: String, _ stated: JSONValue?, _ current: JSONValue?, _ type: String?) -> Message {
    Message(
      Localized("Fältet ", "The field ") + fieldName(field, in: type) + Localized(" har ", " has ") + shown(current)
        + Localized(", men kommandot anger ", ", but the command states ") + shown(stated)
        + Localized(" som tidigare värde.", " as the old value."),
      remedy: Localized(
        "Någon kan ha korrigerat det före dig. Läs uppgiften på nytt och ange dess nuvarande värde.",
        "Someone may have corrected it before you. Read the entry anew and state its current value."))
  }

  static func newMalformed(_ field: String, _ mismatch: JSONMismatch, _ type: String?) -> Message {
    let reason = mismatch.message(in: type)
    return Message(
      place: reason.place,
      Localized("Det nya värdet i fältet ", "The new value of the field ") + fieldName(field, in: type)
        + Localized(" går inte att läsa. ", " cannot be read. ") + reason.explanation,
      remedy: reason.remedy)
  }

  static func reversalOfReversal(_ id: EventID) -> Message {
    Message(
      Localized(
        "Händelsen \(id.text) är en makulering, och en makulering kan inte makuleras.",
        "The event \(id.text) is a reversal, and a reversal cannot be reversed."),
      remedy: again)
  }

  static func alreadyReversed(_ id: EventID) -> Message {
    Message(
      Localized("Händelsen \(id.text) är redan makulerad.", "The event \(id.text) is already voided."), remedy: again)
  }

  static func notSealed(_ value: SealedValue) -> Message {
    Message(
      Localized(
        "Ingen händelse om detta har det förseglade värdet \(value.text).",
        "No event about this has the sealed value \(value.text)."),
      remedy: Localized(
        "Kontrollera värdet mot händelsens rad. ", "Check the value against the line of the event. ")
        + see("journal erase --help"))
  }

  private static let again = Localized(
    "Om uppgiften ska gälla registreras den på nytt.", "If the entry is to hold, record it anew.")

  /// A value as it stands in a line; what is sealed in it is not shown.
  private static func shown(_ value: JSONValue?) -> Localized {
    guard let value else { return Localized("inget värde", "no value") }
    let lead = Localized("värdet ", "the value ")
    guard sealedValues(in: value).isEmpty else { return lead + StandingWords.masked }
    if case .string(let text) = value { return lead + quoted(text) }
    return lead + quoted(value.canonicalText)
  }
}
