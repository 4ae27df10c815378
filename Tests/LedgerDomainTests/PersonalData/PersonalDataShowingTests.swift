import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("Personal data, shown and withheld")
struct PersonalDataShowingTests {
  @Test(
    "is masked where others read it",
    arguments: [
      ("900101-0017", "900101-****"), ("199001010017", "19900101****"), ("070-174 06 05", "070-174 ** **"),
      ("+46 8-465 004 00", "+46 8-465 0** **"), ("kim.ek@mail.example", "k***@mail.example"),
      ("åsa@mail.example", "å***@mail.example"),
    ])
  func masked(_ text: String, _ expected: String) throws {
    let data = try #require(PersonalData.found(in: text).first)
    #expect(data.masked(text) == expected)
  }

  @Test("is replaced in the text around it")
  func replaced() {
    let text = "Åsa (900101-0017) når du på 070-174 06 05."
    let found = PersonalData.found(in: text)
    #expect(found.replacing(in: text) { _, _ in "[x]" } == "Åsa ([x]) når du på [x].")
    #expect(
      found.replacing(in: text) { "»\($1)«" + $0.kind.rawValue }
        == "Åsa (»900101-0017«identity-number) når du på »070-174 06 05«phone-number.")
    #expect([PersonalData]().replacing(in: text) { _, _ in "[x]" } == text)
  }

  private func event(_ type: String, _ data: JSONObject) -> Fact { SampleFacts.fact(type, data) }

  @Test("is found in every text of an event, with its field, and in nothing else")
  func fields() throws {
    let proposed = event(
      MeasureProposed.type,
      [
        "title": "Kamera", "binding": "decided",
        "proposedBy": ["official": ["name": "Kim Ek", "office": "samordnare, 070-174 06 05"]],
        "performers": ["Ekeborg AB", "Bo 121212-1212"],
      ])
    let texts = proposed.personalData(with: Circumstances(irregular: Irregular(reason: "kim@mail.example sade så")))
    #expect(texts.map(\.field) == ["performers[1]", "proposedBy.official.office", "irregular.reason"])
    #expect(texts.map { $0.withheld(as: "[x]") } == ["Bo [x]", "samordnare, [x]", "[x] sade så"])
    let sealed = String(repeating: "1", count: 64)
    let opened = event(CaseOpened.type, ["title": "Klotter", "registryNumber": "KS/2022:0041"])
    let note = SealedText(try SealedValue(text: sealed))
    #expect(opened.personalData(with: Circumstances(note: note)) == [])
  }

  @Test("is found in what a correction says")
  func correction() {
    let corrected = event(
      EntryCorrected.type,
      ["event": .string(EventID.at(1).text), "field": "title", "old": "Bo 121212-1212", "new": "Bo", "reason": "fel"])
    #expect(corrected.personalData(with: Circumstances()).map(\.field) == ["old"])
  }

  @Test("is withheld from the event, which says everything else as before")
  func withheld() throws {
    let fact = event(CaseOpened.type, ["title": "Samtal från 070-174 06 05 om klotter", "registryNumber": "KS 1"])
    let withheld = try #require(fact.withheld(as: "[förseglat]", with: Circumstances(refs: ["M-0001"])))
    #expect(
      withheld.fact
        == event(CaseOpened.type, ["title": "Samtal från [förseglat] om klotter", "registryNumber": "KS 1"]))
    #expect(withheld.circumstances == Circumstances(refs: ["M-0001"]))
    #expect(withheld.fact.withheld(as: "[förseglat]", with: Circumstances()) == nil)
  }

  @Test("is in no sample of any event", arguments: SampleFacts.all.map(\.type))
  func samples(_ type: String) {
    let sample = SampleFacts.sample(type)
    for data in [sample.full, sample.least] {
      #expect(event(type, data).personalData(with: SampleFacts.circumstances) == [])
    }
  }
}

@Suite("A quick look for personal data")
struct PersonalDataSuspicionTests {
  private func mayStand(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { PersonalData.mayStand(in: $0) }
  }

  @Test("says yes wherever something is found, wherever it stands")
  func yes() {
    for text in PersonalDataSamples.all {
      #expect(!PersonalData.found(in: text).isEmpty)
      for count in 0..<40 {
        let around = String(repeating: "x", count: count)
        #expect(mayStand("\(around) \(text)"), "\(count) \(text)")
        #expect(mayStand("\(around) \(text) \(around)"), "\(count) \(text)")
      }
    }
  }

  @Test("says no of nearly every line of the example ledger")
  func no() {
    let lines = ExampleLedger.lines.map { line in
      String(decoding: line, as: UTF8.self).firstRange(of: "\"data\":").map { range in
        String(String(decoding: line, as: UTF8.self)[range.upperBound...])
      } ?? ""
    }
    #expect(lines.count { mayStand($0) } * 10 < lines.count)
    #expect(!mayStand("") && !mayStand("2022-08-12") && !mayStand("\"deadline\":\"2022-08-12\",\"to\":\"2023-12-31\"}"))
  }
}

/// One of each form in which something is found.
enum PersonalDataSamples {
  static let all = [
    "121212-1212", "1212121212", "121212+1212", "121212\u{2011}1212", "19121212-1212", "191212121212", "121272-1219",
    "070-174 06 05", "0701740605", "0980-31 92 00", "08-12-34-56", "08-12 34 56", "(08) 465 004 00", "0980 319 200",
    "+46 70 174 06 05", "+46(0)701740605", "0046 70 174 06 05", "0046701740605", "+47 22 12 34 56", "070–174 06 05",
    "+46.70.174.06.05", "kim@mail.example",
  ]
}

@Suite("No false alarm")
struct PersonalDataSilenceTests {
  @Test("in the ledgers of the repository", arguments: ["exempel", "katrineholm"])
  func ledgers(_ name: String) throws {
    let folder = ExampleLedger.folder.replacing("exempel", with: name)
    let events = Chronicle(try JournalView.open(folder)).events(after: 0)
    #expect(events.count > 5)
    for event in events { #expect(event.fact.personalData(with: event.circumstances) == [], "#\(event.position)") }
  }

  @Test(
    "in a municipality's event log",
    .enabled(if: SharedData.exists("eventlogs/receipt.csv"), "the shared event logs are absent"))
  func receipt() throws {
    let text = String(decoding: try SharedData.bytes("eventlogs/receipt.csv"), as: UTF8.self)
    for cell in Set(text.split { $0 == "," || $0.isNewline }) {
      #expect(PersonalDataTests.found(String(cell)) == [], "\(cell)")
    }
  }

  @Test(
    "and no harm from the strings that break programs",
    .enabled(if: SharedData.exists("strings/blns.json"), "the shared strings are absent"))
  func strings() throws {
    guard case .array(let values) = try JSONValue(parsing: SharedData.bytes("strings/blns.json")) else {
      Issue.record("the strings are a list")
      return
    }
    for case .string(let text) in values {
      let found = PersonalData.found(in: text)
      let bytes = Array(text.utf8)
      #expect(found.replacing(in: text) { $1 } == text)
      #expect(zip(found, found.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
      for data in found { #expect(String(validating: bytes[data.range], as: UTF8.self) != nil) }
    }
  }
}
