import CommandArguments
import LedgerDomain
import StrictJSON

/// What is said of subjects that are unknown, known already, or of another kind.
enum SubjectRefusals {
  static func unknown(_ id: SubjectID, among subjects: [SubjectID]) -> Message {
    guard id.kind != .ledger else {
      return Message(
        Localized("Liggaren är inte öppnad.", "The ledger is not opened."),
        remedy: Localized("Öppna den med ”liggare journal init”.", "Open it with “liggare journal init”."))
    }
    let known = subjects.filter { $0.kind == id.kind }.sorted()
    return Message(
      Localized("\(id.text) finns inte i liggaren.", "\(id.text) is not in the ledger.")
        + guess(id.text, among: known.map(\.text)),
      remedy: listing(id.kind, known) + see("\(id.kind.text) list"))
  }

  static func exists(_ id: SubjectID, among subjects: [SubjectID]) -> Message {
    guard id.kind != .ledger else {
      return Message(
        Localized("Liggaren är redan öppnad.", "The ledger is already opened."),
        remedy: Localized("En ny liggare öppnas i en egen mapp.", "A new ledger is opened in a folder of its own."))
    }
    let last = subjects.filter { $0.kind == id.kind }.map(\.number).max()
    let next = last.map { SubjectID(id.kind, $0 + 1).text }
    return Message(
      Localized("\(id.text) finns redan i liggaren.", "\(id.text) is already in the ledger."),
      remedy: next.map {
        Localized("Nästa lediga beteckning är \($0).", "The next free identifier is \($0).")
      } ?? Localized("Använd en ledig beteckning. ", "Use a free identifier. ") + see("\(id.kind.text) list"))
  }

  static func wrongKind(_ id: SubjectID, _ expected: SubjectKind) -> Message {
    Message(
      Localized("\(id.text) är \(id.kind.withArticle.sv); ", "\(id.text) is \(id.kind.withArticle.en); ")
        + Localized("här väntades ", "expected here was ") + expected.withArticle
        + Localized(", som ", ", such as ") + SubjectID(expected, 1).text + ".",
      remedy: expected == .ledger ? nil : see("\(expected.text) list"))
  }

  static func foreign(_ type: String, _ subject: SubjectID) -> Message {
    let kind = SubjectKind(rawValue: String(type.prefix { $0 != "." }))
    let event = EventWords.words(ofType: type).quoted + " (\(type))"
    let whole =
      kind.map { Localized(" gäller \($0.plural.sv)", " is about \($0.plural.en)") }
      ?? Localized(" gäller något annat", " is about something else")
    return Message(
      Localized("Händelsen ", "The event ") + event + whole
        + Localized(
          ", men \(subject.text) är \(subject.kind.withArticle.sv).",
          ", but \(subject.text) is \(subject.kind.withArticle.en)."),
      remedy: kind.map {
        Localized("Ange ", "Give ") + $0.withArticle + Localized(", som ", ", such as ") + SubjectID($0, 1).text + "."
      })
  }

  /// `Kända åtgärder: M-0001 och M-0002. `; of many only the first and the last.
  private static func listing(_ kind: SubjectKind, _ known: [SubjectID]) -> Localized {
    guard let first = known.first, let last = known.last else {
      return Localized("Liggaren har inga \(kind.plural.sv). ", "The ledger has no \(kind.plural.en). ")
    }
    let lead = Localized("Kända \(kind.plural.sv): ", "Known \(kind.plural.en): ")
    if known.count <= 8 { return lead + .all(known.map { Localized(both: $0.text) }) + ". " }
    return lead + Localized(both: "\(first.text)–\(last.text). ")
  }
}
