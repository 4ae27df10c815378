import CommandArguments
import LedgerDomain
import StrictJSON
import Wording

extension SheetValueProblem {
  /// What is wrong with a value, and what is allowed in its place.
  func words(_ value: String) -> Localized {
    let short = value.count <= 80 ? value : value.prefix(80) + "…"
    let found = Localized("”\(short)”", "“\(short)”")
    switch self {
    case .date:
      return found + Localized(" är ingen dag. Skriv dagen som 2022-03-01.", " is no day. Write it as 2022-03-01.")
    case .noSuchDay:
      return found
        + Localized(
          " finns inte i kalendern. Skriv en dag som finns, som 2022-03-01.",
          " is not in the calendar. Write a day that is, such as 2022-03-01.")
    case .dateForm(let day):
      return found
        + Localized(
          " är skrivet på ett annat sätt än bladets dagar. Skriv \(day).",
          " is written in another way than the days of the sheet. Write \(day).")
    case .ambiguousDate(let days):
      return found
        + Localized(
          " kan vara \(Self.either(days.map(\.text), "eller")). Skriv hela dagen, som \(days[0]).",
          " may be \(Self.either(days.map(\.text), "or")). Write the whole day, such as \(days[0]).")
    case .serial(let day):
      return found
        + Localized(
          " är kalkylprogrammets löpnummer för \(day). Ge cellen datumformatet åååå-mm-dd och spara igen, eller skriv \(day).",
          " is the spreadsheet's serial number for \(day). Give the cell the date format yyyy-mm-dd and save again, or write \(day)."
        )
    case .number:
      return found
        + Localized(" är inget tal. Skriv till exempel 1 234,5.", " is no number. Write for example 1 234.5.")
    case .ambiguousNumber:
      return found
        + Localized(
          " har mer än ett decimaltecken. Skriv till exempel 1 234,5.",
          " has more than one decimal sign. Write for example 1 234.5.")
    case .thousandsOrDecimals(let whole, let decimal, let language):
      let sign = language == .sv ? Localized("punkt", "a point") : Localized("kommatecken", "a comma")
      let decimals =
        language == .sv ? Localized("decimalkomma", "decimal comma") : Localized("decimalpunkt", "decimal point")
      let written = SheetTargets.number(decimal, language)
      return found
        + Localized(
          " kan vara \(whole) eller \(written). Skriv talet utan \(sign.sv), eller med \(decimals.sv).",
          " may be \(whole) or \(written). Write the number without \(sign.en), or with a \(decimals.en).")
    case .unit(let expected):
      return found
        + Localized(
          " har en annan enhet än målet, som räknas i \(expected).",
          " has another unit than the target, which is counted in \(expected).")
    case .word(let allowed, let near):
      return found + Localized(" är inget av orden här.", " is none of the words here.") + Self.guess(near)
        + Localized(" Tillåtet: ", " Allowed: ") + allowed.joined(separator: ", ") + "."
    case .subject(let kind, let near, let known):
      return found
        + Localized(" är inget i liggaren av slaget \(kind.words.sv).", " is no \(kind.words.en) of the ledger.")
        + Self.guess(near)
        + Self.listing(known) + (kind == .decision ? Localized(both: " ") + SheetNeed.newDecision : Localized(both: ""))
    case .name(let near, let known):
      return found + Localized(" finns inte i löftets lista.", " is not in the promise's list.") + Self.guess(near)
        + Self.listing(known)
    case .official:
      return found
        + Localized(
          " är ingen befattningshavare. Skriv ”befattning”, ”namn, befattning” eller ”namn, befattning, organ”.",
          " is no office-holder. Write “office”, “name, office” or “name, office, organ”.")
    case .target:
      return found
        + Localized(
          " är inget målvärde. Skriv ”namn: minst 4 st”, flera med | emellan.",
          " is no target. Write “name: at least 4 walks”, several with | between them.")
    case .result(let known):
      return found
        + Localized(
          " säger inte utfallet för vart och ett av målen. Skriv ”namn: 3 st”, flera med | emellan. Ett utfall tas inte bort.",
          " does not say what came of each target. Write “name: 3 walks”, several with | between them. An actual value is not taken away."
        ) + Localized(" Mål: ", " Targets: ") + known.joined(separator: ", ") + "."
    }
  }

  private static func guess(_ near: String?) -> Localized {
    near.map { Localized(" Menade du ”\($0)”?", " Did you mean “\($0)”?") } ?? Localized(both: "")
  }

  static func listing(_ known: [String]) -> Localized {
    known.isEmpty
      ? Localized(both: "")
      : Localized(" Kända: ", " Known: ") + known.joined(separator: ", ") + (known.last == "…" ? "" : ".")
  }

  private static func either(_ days: [String], _ conjunction: String) -> String {
    guard days.count > 1 else { return days.first ?? "" }
    return days.dropLast().joined(separator: ", ") + " \(conjunction) " + days[days.count - 1]
  }
}
