import CommandArguments
import LedgerDomain
import StrictJSON

/// What is said of values that are not in the list they belong to, or are there twice.
enum ListRefusals {
  static func unknown(_ code: Code, _ list: CodeList, _ known: [Code]) -> Message {
    let codes = known.map(\.text)
    return Message(
      quoted(code.text)
        + Localized(
          " finns inte bland medborgarlöftets \(list.words.sv).",
          " is not among the \(list.words.en) of the citizen promise.")
        + guess(code.text, among: codes),
      remedy: codes.isEmpty
        ? Localized("Medborgarlöftet har inga \(list.words.sv). ", "The citizen promise has no \(list.words.en). ")
          + see("promise amend --help")
        : Localized("Kända \(list.words.sv): ", "Known \(list.words.en): ") + codes.joined(separator: ", ") + ".")
  }

  static func unknownPeriod(_ label: Text, _ known: [Text]) -> Message {
    let labels = known.map(\.text)
    return Message(
      quoted(label.text)
        + Localized(
          " är ingen av liggarens redovisningsperioder.", " is not a reporting period of the ledger.")
        + guess(label.text, among: labels),
      remedy: labels.isEmpty
        ? Localized("Liggaren har inga redovisningsperioder.", "The ledger has no reporting periods.")
        : Localized("Liggarens perioder: ", "The ledger’s periods: ") + labels.joined(separator: ", ") + ".")
  }

  static func unknownTarget(_ name: Text, _ known: [Text]) -> Message {
    let names = known.map(\.text)
    return Message(
      quoted(name.text)
        + Localized(" är inget av åtgärdens delmål.", " is not a target of the measure.")
        + guess(name.text, among: names),
      remedy: names.isEmpty
        ? Localized("Åtgärden har inga delmål. ", "The measure has no targets. ") + see("measure amend --help")
        : Localized("Åtgärdens delmål: ", "The measure’s targets: ") + .joined(names.map(quoted), by: ", ") + ".")
  }

  static func duplicate(_ field: String, _ value: String, _ type: String?) -> Message {
    switch field {
    case "document":
      return Message(
        Localized(
          "Handlingen med kontrollsumman \(value) är redan bifogad.",
          "The document with the digest \(value) is already attached."),
        remedy: Localized("Den behöver inte bifogas igen.", "It need not be attached again."))
    case "secrecy":
      return Message(
        quoted(value) + Localized(" är redan sekretessmarkerat.", " is already marked secret."),
        remedy: Localized(
          "Häv den tidigare markeringen först, om den ska ersättas.",
          "Lift the earlier mark first, if it is to be replaced."))
    case "name":
      return Message(
        Localized("En nyckel med namnet ", "A key named ") + quoted(value)
          + Localized(" är redan registrerad.", " is already registered."),
        remedy: Localized(
          "Använd ett annat namn, eller ta den gamla nyckeln ur bruk först.",
          "Use another name, or retire the old key first."))
    default:
      let list =
        CodeList(rawValue: field)?.words ?? SubjectKind(rawValue: field)?.plural
        ?? FieldWords.words(of: field, in: type)
      return Message(
        quoted(value) + Localized(" förekommer redan i listan över ", " already occurs in the list of ") + list + ".",
        remedy: Localized("Ange det bara en gång.", "Give it only once."))
    }
  }
}
