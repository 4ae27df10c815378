import LedgerDomain
import StrictJSON
import TestSupport
import Testing

/// The numbers here are made up, or those that Post- och telestyrelsen keeps for fiction; addresses end in `.example` (RFC 2606).
@Suite("Personal data in a text")
struct PersonalDataTests {
  /// Each found stretch with its kind: `identity-number 900101-0017`.
  static func found(_ text: String) -> [String] {
    PersonalData.found(in: text).map { data in
      "\(data.kind.rawValue) \(String(decoding: Array(text.utf8)[data.range], as: UTF8.self))"
    }
  }

  @Test(
    "is an identity number in each of its forms",
    arguments: [
      "121212-1212", "1212121212", "19121212-1212", "191212121212", "121212+1212", "900101-0017", "19900101-0017",
      "9001010017", "199001010017", "20000229-0005", "000229-0005", "18991231-0001",
    ])
  func identityNumber(_ number: String) {
    for text in [
      number, "Anmälan från \(number).", "(\(number))", "pnr:\(number), se bilaga", "”\(number)”",
      "ansokan-\(number).pdf", "\(number)_ansokan.pdf", "nr\u{A0}\(number)\u{A0}m.fl.", "\n\(number)\n",
    ] {
      #expect(Self.found(text).first == "identity-number \(number)", "\(text)")
    }
  }

  @Test("is a coordination number", arguments: ["121272-1219", "19121272-1219", "191212721219"])
  func coordinationNumber(_ number: String) {
    #expect(Self.found("med \(number) som") == ["coordination-number \(number)"])
  }

  @Test("stands with a hyphen of a word processor", arguments: ["\u{2010}", "\u{2011}", "\u{2013}", "\u{2212}"])
  func hyphens(_ hyphen: String) {
    #expect(Self.found("x 121212\(hyphen)1212 y") == ["identity-number 121212\(hyphen)1212"])
    #expect(Self.found("x 070\(hyphen)174 06 05 y") == ["phone-number 070\(hyphen)174 06 05"])
  }

  @Test(
    "is a phone number in each of the forms in which one is written",
    arguments: [
      "031-390 06 00", "040-628 04 00", "08-465 004 00", "0980-319 200", "070-174 06 05", "070 174 06 05",
      "0701740605", "070-1740605", "0701-74 06 05", "070-174-06-05", "070\u{A0}174\u{A0}06\u{A0}05", "08-46500400",
      "0980 319 200", "0980-319200", "08-12-34-56", "+46 70 174 06 05", "+46701740605", "+46 (0)70-174 06 05",
      "+46-8-465 004 00", "0046 70 174 06 05", "+46.70.174.06.05", "+47 22 12 34 56", "+4722123456789",
      "010-123 45 67",
    ])
  func phoneNumber(_ number: String) {
    for text in [number, "Ring \(number).", "tfn:\(number), eller", "(\(number))", "\(number) eller 114 14"] {
      #expect(Self.found(text) == ["phone-number \(number)"], "\(text)")
    }
  }

  @Test("is a phone number whose area stands in parentheses")
  func parentheses() {
    #expect(Self.found("tfn (08) 465 004 00") == ["phone-number 08) 465 004 00"])
  }

  @Test(
    "is an e-mail address",
    arguments: [
      "kim.ek@mail.example", "kim@x.y.example", "åsa.öberg@räksmörgås.example", "k_e+lista@mail.example",
      "o'brien@mail.example", "kim.121212@mail.example", "0701740605@mail.example",
    ])
  func address(_ address: String) {
    for text in [address, "<\(address)>", "mailto:\(address).", "Skriv till \(address), helst", "”\(address)”"] {
      #expect(Self.found(text) == ["email-address \(address)"], "\(text)")
    }
  }

  @Test("is all of it, in order")
  func several() {
    #expect(
      Self.found("Kim, 121212-1212, kim@mail.example, 070-174 06 05; Bo 900101-0017") == [
        "identity-number 121212-1212", "email-address kim@mail.example", "phone-number 070-174 06 05",
        "identity-number 900101-0017",
      ])
    #expect(
      Self.found("121212-1212/900101-0017") == ["identity-number 121212-1212", "identity-number 900101-0017"])
  }

  @Test(
    "is none of what looks like it",
    arguments: [
      // Wrong check digit, no day of the calendar, another century.
      "121212-1213", "9001010018", "121312-1212", "19000229-0000", "121200-1210", "171212121212", "211212121212",
      "121292-1215",
      // Organisations, registry numbers, cases, paragraphs.
      "556012-5790", "165560125790", "212000-0340", "KS/2022:0041", "KS 2022/0041", "dnr 2022/121212-1212x",
      "2022-121212-1212", "B 1234-22", "5000-K123456-22", "§ 121", "§§ 14–16", "M-0001", "D-0046, D-0047",
      // Days, times, spans.
      "2022-04-13", "2022-04-13 10:30", "2022-04-13T10:30:00.000Z", "kl. 08-16", "08:00-16:30", "den 08-12 mars",
      "2022-2023", "2022–2023", "2022-01-010", "0730-1600", "1/2 2022", "2022-08-12 100 personer", "13.4.2022",
      "12:00+02:00",
      // Amounts and shares.
      "1 234 567 890 kr", "+10 000 000 kr", "+46 000 000 kr", "0,75 %", "05-10 %", "0150-2 000 000", "12 000–15 000 kr",
      "+5,5 %", "3 x 100 000", "1.500.000,00",
      // Digests and identities of machines.
      "f47ac10b-58cc-4372-a567-121212121212", "0e02b2c3d479121212121212", "121212-1212-1", "a1212121212",
      "617@7d2a4c80", "v1.2.3", "192.168.10.101", "978-91-7000-150-5",
      // Numbers of services, and the short ones.
      "020-12 34 56", "0771-12 34 56", "0900-123 45 67", "0939-123 45 67", "112", "114 14", "01 02 03", "0123456789",
      // Addresses of functions, and what is none.
      "registrator@ekeborg.example", "info.kultur@ekeborg.example", "ekeborg@ekeborg.example", "Kommun@ekeborg.example",
      "@ekeborg", "5 @ 20 kr", "kim@", "kim@ekeborg", "@", "kim@ekeborg.7", "kim@.example", "a@b", "ett @ tecken. Slut",
    ])
  func nearMiss(_ text: String) {
    #expect(Self.found(text) == [])
    #expect(Self.found("Se \(text), som beslutat") == [])
  }
}

@Suite("Identity numbers, made by rule")
struct IdentityNumberTests {
  /// The check digit of nine digits, by the description in Skatteverket's SKV 704: the slow reference.
  private static func check(_ nine: String) -> Int {
    let products = nine.enumerated().map { index, digit in
      String((digit.wholeNumberValue ?? 0) * (index % 2 == 0 ? 2 : 1))
    }
    let sum = products.joined().reduce(0) { $0 + ($1.wholeNumberValue ?? 0) }
    return (10 - sum % 10) % 10
  }

  private static func digits(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: width - text.count) + text
  }

  @Test("are found, of every year, and not with another check digit", arguments: 1840...2026)
  func everyYear(_ year: Int) throws {
    var random = SeededGenerator(seed: UInt64(year))
    for _ in 0..<40 {
      let month = Int.random(in: 1...12, using: &random)
      let day = Int.random(in: 1...31, using: &random)
      guard LocalDate(year: year, month: month, day: day) != nil else { continue }
      let added = Bool.random(using: &random) ? 60 : 0
      let date = Self.digits(year % 100, 2) + Self.digits(month, 2) + Self.digits(day + added, 2)
      let serial = Self.digits(Int.random(in: 1...999, using: &random), 3)
      let check = Self.check(date + serial)
      let kind = added == 60 ? "coordination-number" : "identity-number"
      let wrong = (check + Int.random(in: 1...9, using: &random)) % 10
      for form in ["\(date)-", "\(date)+", date, "\(year / 100)\(date)-", "\(year / 100)\(date)"] {
        #expect(PersonalDataTests.found("om \(form)\(serial)\(check).") == ["\(kind) \(form)\(serial)\(check)"])
        let other = PersonalDataTests.found("om \(form)\(serial)\(wrong).")
        #expect(!other.contains { $0.contains("-number \(form)\(serial)\(wrong)") && !$0.hasPrefix("phone") })
      }
    }
  }
}
