import CommandArguments
import LedgerDomain
import StrictJSON
import Testing

@testable import Wording

@Suite("lines and texts that are not what they should be")
struct MismatchTests {
  private func text(_ path: [String], _ problem: JSONMismatch.Problem, type: String? = nil) -> Localized {
    let message = JSONMismatch(path: path, problem: problem).message(in: type)
    return Localized(message.text(in: .sv), message.text(in: .en))
  }

  @Test("a JSON mismatch says where, what was found and what was expected")
  func mismatches() {
    #expect(
      text([], .missingMember("deviation"), type: "measure.implemented")
        == Localized("Fältet ”deviation” (avvikelse) saknas.", "The field “deviation” is missing."))
    #expect(
      text(["targets", "[1]"], .missingMember("unit"))
        == Localized(
          "targets[1]: Fältet ”unit” (enhet) saknas.", "targets[1]: The field “unit” is missing."))
    #expect(
      text(["pair"], .missingMember("[1]"))
        == Localized("pair: Listan slutar för tidigt: [1] saknas.", "pair: The list ends too early: [1] is missing."))
    #expect(
      text([], .unknownMember("tilte", known: ["title", "cause"]))
        == Localized(
          "Fältet ”tilte” finns inte här.\nKända fält: title, cause.",
          "The field “tilte” is not known here.\nKnown fields: title, cause."))
    #expect(
      text([], .unknownMember("titel", known: ["titles", "cause"])).sv
        == "Fältet ”titel” finns inte här.\nKända fält: titles, cause.")
    #expect(
      text(["authority"], .unknownMember("paragraf", known: ["paragraph", "kind"])).sv
        == "authority: Fältet ”paragraf” finns inte här. Menade du ”paragraph”?\nKända fält: paragraph, kind.")
    #expect(
      text(["pair"], .unknownMember("[2]", known: ["[0]", "[1]"]))
        == Localized(
          "pair: Listan har för många värden: [2] är ett för mycket.",
          "pair: The list is too long: [2] is too much."))
    #expect(
      text(["order"], .wrongType(expected: "integer", found: "string"))
        == Localized(
          "order: Väntade ett heltal som 3, fann en text.",
          "order: Expected a whole number such as 3, found a text."))
    #expect(
      text(["deadline"], .malformed(expected: "date", found: "2022-13-01"))
        == Localized(
          "deadline: Väntade ett datum som 2022-10-14, fann ”2022-13-01”.",
          "deadline: Expected a date such as 2022-10-14, found “2022-13-01”."))
    #expect(
      text(["areas"], .notCanonical)
        == Localized(
          "areas: Fältet säger det som gäller ändå.\nUtelämna fältet.",
          "areas: The field states what holds anyway.\nLeave the field out."))
  }

  @Test("a list of words says each with its meaning, and the nearest")
  func choices() {
    let message = MalformedText(expected: Horizon.listing, found: "shrt").message(
      at: Localized("tidshorisont", "horizon"))
    #expect(
      message.text(in: .sv)
        == "tidshorisont: Väntade short (kortsiktig) eller long (långsiktig), fann ”shrt”. Menade du ”short”?")
    #expect(
      message.text(in: .en)
        == "horizon: Expected short (short-term) or long (long-term), found “shrt”. Did you mean “short”?")
    #expect(ExpectationWords.words("one of a, b, c") == Localized("a, b eller c", "a, b or c"))
    #expect(ExpectationWords.words(Comparison.listing).en == "at-least (at least), at-most (at most) or exactly")
    for type in ChoiceWords.types {
      #expect(ExpectationWords.words(type.listing).sv.contains(" ("), "\(type)")
    }
  }

  @Test("ranges and empty texts")
  func ranges() {
    #expect(
      MalformedText(expected: "date", found: "x").expectedWords
        == Localized("ett datum som 2022-10-14", "a date such as 2022-10-14"))
    #expect(
      ExpectationWords.words("0...255") == Localized("ett heltal från 0 till 255", "a whole number from 0 to 255"))
    #expect(
      ExpectationWords.words("\(Int64.min)...\(Int64.max)").en
        == "a whole number from -9223372036854775808 to 9223372036854775807")
    #expect(ExpectationWords.words("SomeType") == Localized("”SomeType”", "“SomeType”"))
    #expect(ExpectationWords.words("a...b") == Localized("”a...b”", "“a...b”"))
    #expect(
      MalformedText(expected: "subject", found: "").message().text(in: .sv)
        == "Väntade en beteckning som M-0007, fann en tom text.")
    let long = MalformedText(expected: "code", found: String(repeating: "x", count: 200)).message().text(in: .en)
    #expect(long.hasSuffix(", such as navertorp, found “\(String(repeating: "x", count: 80))…”."))
  }

  @Test("the examples given for texts are texts of that kind")
  func examples() throws {
    for language in Language.allCases {
      func example(_ key: String) -> [String] {
        ExpectationWords.words(key)[language].split(separator: " ").map { String($0.filter { $0 != "," }) }
      }
      #expect(try LocalDate(text: #require(example("date").last)).text == "2022-10-14")
      #expect(try Instant(text: #require(example("instant").last)).milliseconds > 0)
      #expect(try Effective(text: #require(example("effective").last)).text == "2022-10-14T11:30:00Z")
      #expect(try SubjectID(text: #require(example("subject").last)) == SubjectID(.measure, 7))
      #expect(try EventID(text: #require(example("uuid").last)).text.count == 36)
      #expect(try Code(text: #require(example("code").last)) == "navertorp")
      #expect(try Quantity(text: #require(example("number").last)).text == "-4.5")
      #expect(try BatchPlace(text: #require(example("batch").last)) == BatchPlace(place: 2, count: 7))
    }
  }

  @Test("a fact that cannot be read says which types and versions there are")
  func facts() {
    let known = Fact.readers.keys.sorted()
    let near = FactProblem.unknownType("measure.aproved", known: known).message()
    #expect(near.explanation.sv == "Händelsetypen ”measure.aproved” finns inte. Menade du ”measure.approved”?")
    #expect(near.remedy?.sv.hasPrefix("Kända typer: measure.amended, measure.approved, ") == true)
    let far = FactProblem.unknownType("weather.rain", known: known).message()
    #expect(
      far.explanation
        == Localized(
          "Händelsetypen ”weather.rain” finns inte.", "The event type “weather.rain” does not exist."))
    #expect(
      far.remedy?.en
        == "A type begins with one of body, case, decision, delegation, entry, follow-up, indicator, ledger, measure, "
        + "meeting, person, promise, recommendation, situation.")
    #expect(FactProblem.unknownType("x", known: []).message().remedy == nil)
    let newer = FactProblem.unknownVersion(type: "measure.implemented", version: 3, newest: 2).message()
    #expect(
      newer.text(in: .sv)
        == "Händelsetypen ”measure.implemented” har version 3, men programmet känner bara till version 1–2.\n"
        + "Läs liggaren med en nyare version av programmet.")
    let zero = FactProblem.unknownVersion(type: "ledger.opened", version: 0, newest: 1).message()
    #expect(
      zero.text(in: .en) == "The event type “ledger.opened” has version 0, but this program knows only version 1.")
    let mismatch = JSONMismatch(path: [], problem: .missingMember("from"))
    #expect(
      FactProblem.mismatch(mismatch).message(in: "delegation.granted").text(in: .sv)
        == "Fältet ”from” (lämnad av) saknas.")
  }

  @Test("the nearest word is the only one that near")
  func nearest() {
    #expect(nearestWord(to: "centrun", among: ["centrum", "norr"]) == "centrum")
    #expect(nearestWord(to: "2022-T4", among: ["2022-T1", "2022-T2"]) == nil)
    #expect(nearestWord(to: "x", among: ["y"]) == nil)
    #expect(nearestWord(to: "", among: ["a"]) == nil)
    #expect(nearestWord(to: "norra", among: ["söder"]) == nil)
    #expect(editDistance(Array("kitten"), Array("sitting")) == 3)
    #expect(editDistance([], Array("abc")) == 3)
    #expect(editDistance(Array("abc"), []) == 3)
  }
}
