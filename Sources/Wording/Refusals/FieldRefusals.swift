import CommandArguments
import LedgerDomain

/// What is said of fields that are empty, missing, out of range or against each other.
enum FieldRefusals {
  static func empty(_ field: String, _ type: String?) -> Message {
    if field == "irregular" {
      return Message(
        Localized("Skälet efter --irregular är tomt.", "The reason after --irregular is empty."),
        remedy: Localized("Skriv varför: --irregular \"skäl\".", "Write why: --irregular \"reason\"."))
    }
    return Message(
      Localized("Fältet ", "The field ") + fieldName(field, in: type) + Localized(" är tomt.", " is empty."),
      remedy: Localized(
        "Det som inte är känt utelämnas; det skrivs inte som en tom text.",
        "What is not known is left out; it is not written as an empty text."))
  }

  static func missing(_ field: String, _ type: String?) -> Message {
    // Only an extension misses it, and what is missing is the deadline that the measure has, not the new one.
    if field == "deadline" { return noDeadline }
    let known = missingRemedies[field] ?? missingRemedies["\(type ?? "")/\(field)"]
    let targetValue = field.hasPrefix("targets[") ? missingRemedies["targets.value"] : nil
    return Message(
      Localized("Fältet ", "The field ") + fieldName(field, in: type) + Localized(" saknas.", " is missing."),
      remedy: known ?? targetValue
        ?? Localized("Ange det och upprepa kommandot.", "Give it and repeat the command."))
  }

  static func contradiction(_ one: String, _ other: String, _ type: String?) -> Message {
    if let message = contradictions["\(one)/\(other)"] { return message }
    switch one {
    case "body":
      return Message(
        Localized("\(other) är planerat för ett annat organ.", "\(other) is planned for another body."),
        remedy: see("meeting show \(other)"))
    case "under":
      return Message(
        Localized("\(other) kan inte vara vidaredelegerad från sig själv.", "\(other) cannot rest on itself."),
        remedy: Localized(
          "Ange den delegation som \(other) vilar på.", "Give the delegation that \(other) rests on."))
    default:
      return Message(
        Localized("Fälten ", "The fields ") + fieldName(one, in: type) + Localized(" och ", " and ")
          + fieldName(other, in: type) + Localized(" kan inte båda vara som de anges.", " cannot both be as stated."),
        remedy: Localized("Utelämna eller rätta ett av dem.", "Leave out or correct one of them."))
    }
  }

  static func runsBackwards(_ from: LocalDate, _ through: LocalDate) -> Message {
    Message(
      Localized(
        "Tiden börjar \(from.text) men slutar redan \(through.text).",
        "The time begins on \(from.text) but ends already on \(through.text)."),
      remedy: Localized(
        "Den sista dagen ska vara samma dag som den första eller senare.",
        "The last day must be the same as the first, or later."))
  }

  static func outOfRange(_ field: String, _ value: Int, _ least: Int, _ most: Int, _ type: String?) -> Message {
    let allowed =
      if least == most {
        Localized(both: "\(least)")
      } else if most >= Int(Int32.max) {
        Localized("minst \(least)", "at least \(least)")
      } else {
        Localized("från \(least) till \(most)", "from \(least) to \(most)")
      }
    return Message(
      Localized("Fältet ", "The field ") + fieldName(field, in: type)
        + Localized(" är \(value), men ska vara ", " is \(value), but must be ") + allowed + ".",
      remedy: Localized("Rätta talet och upprepa kommandot.", "Correct the number and repeat the command."))
  }

  static func notLater(_ day: LocalDate, than current: LocalDate) -> Message {
    Message(
      Localized(
        "Det nya slutdatumet \(day.text) är inte senare än det nuvarande, \(current.text).",
        "The new deadline \(day.text) is not later than the current one, \(current.text)."),
      remedy: Localized(
        "Ange ett senare datum. Om det nuvarande är felskrivet korrigeras det med ”liggare correct”.",
        "Give a later date. If the current one was miswritten, correct it with “liggare correct”."))
  }

  static func unsupported(_ field: String, _ value: String, _ type: String?) -> Message {
    let supported: Localized? =
      switch field {
      case "timeZone": Localized(both: SwedishTime.identifier)
      case "language": Localized("sv eller en", "sv or en")
      default: nil
      }
    return Message(
      Localized("Fältet ", "The field ") + fieldName(field, in: type) + Localized(" är ", " is ") + quoted(value)
        + Localized(", vilket inte stöds.", ", which is not supported."),
      remedy: supported.map { Localized("Ange ", "Give ") + $0 + "." })
  }

  private static let noDeadline = Message(
    Localized(
      "Åtgärden har inget slutdatum att flytta fram.", "The measure has no deadline to extend."),
    remedy: Localized(
      "Om det saknas av misstag kan förslaget korrigeras med ”liggare correct”.",
      "If it is missing by mistake, correct the proposal with “liggare correct”."))

  static let nothingChanged = Message(
    Localized(
      "Kommandot ändrar ingenting: det som anges gäller redan, eller inget anges.",
      "The command changes nothing: what it states holds already, or it states nothing."),
    remedy: Localized("Ange det som ska ändras.", "State what is to change."))
}
