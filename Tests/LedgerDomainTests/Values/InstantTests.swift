import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("Instants and effective moments")
struct InstantTests {
  @Test("there is one text: UTC, three decimals, capital letters")
  func canonical() throws {
    #expect(try Instant(text: "2022-03-23T10:15:00.000Z").milliseconds == 1_648_030_500_000)
    for other in [
      "2022-03-23T10:15:00Z", "2022-03-23T10:15:00.00Z", "2022-03-23T10:15:00.0000Z", "2022-03-23t10:15:00.000z",
      "2022-03-23T11:15:00.000+01:00", "2022-03-23T10:15:00.000+00:00", "2022-03-23",
    ] {
      #expect(throws: MalformedText(expected: "instant", found: other)) { try Instant(text: other) }
    }
  }

  @Test(
    "what people type is read to the millisecond",
    arguments: [
      ("2022-03-23T11:15:00+01:00", "2022-03-23T10:15:00.000Z"), ("2022-03-23t10:15:00z", "2022-03-23T10:15:00.000Z"),
      ("2022-01-01T00:30:00.5+02:00", "2021-12-31T22:30:00.500Z"),
      ("1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999Z"),
      ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000Z"), ("2017-01-01T00:59:60+01:00", "2017-01-01T00:00:00.000Z"),
      ("0000-01-01T00:00:00Z", "0000-01-01T00:00:00.000Z"), ("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"),
    ])
  func typed(_ typed: String, _ canonical: String) {
    #expect(Instant(rfc3339: typed)?.text == canonical)
  }

  @Test(
    "a moment outside the calendar in UTC has no text, and is refused",
    arguments: ["0000-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "9999-12-31T23:59:60Z"])
  func outsideTheCalendar(_ text: String) {
    #expect(Instant(rfc3339: text) == nil)
    #expect(throws: MalformedText(expected: "effective", found: text)) { try Effective(typed: text) }
  }

  @Test("a thousand seeded moments go to text and back")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<1000 {
      let instant = Instant(
        milliseconds: .random(in: -62_167_219_200_000...253_402_300_799_999, using: &generator))
      #expect(try Instant(text: instant.text) == instant)
    }
  }

  @Test("an effective moment is a date, or an instant to the second; other texts are refused")
  func effective() throws {
    #expect(try Effective(text: "2022-10-14") == .date("2022-10-14"))
    #expect(try Effective(text: "2022-10-14T11:30:00Z") == .instant("2022-10-14T11:30:00Z"))
    #expect(try Effective(typed: "2022-10-14T13:30:00.9+02:00").text == "2022-10-14T11:30:00Z")
    #expect(try Effective(typed: "1969-12-31T23:59:59.5Z").text == "1969-12-31T23:59:59Z")
    for other in ["2022-10-14T13:30:00+02:00", "2022-10-14T11:30:00.000Z", "2022-10-14T11:30Z", "idag", ""] {
      #expect(throws: MalformedText(expected: "effective", found: other)) { try Effective(text: other) }
    }
  }

  @Test("a date counts from the start of its Swedish day, and a reading of it covers that day to its end")
  func dateAsMoment() {
    let date: Effective = "2022-10-14"
    #expect(date.start == "2022-10-13T22:00Z")
    #expect(date.endOfReading == "2022-10-14T22:00Z")
    #expect(date.day == "2022-10-14")
    let late: Effective = "2022-10-14T22:30:00Z"
    #expect(late.day == "2022-10-15")
    #expect(date < late)
    #expect(!(late < date))
  }

  @Test("the last day of the calendar can be read to its end")
  func lastDay() {
    #expect(("9999-12-31" as Effective).endOfReading.milliseconds == 253_402_297_200_000)
    #expect(("0000-01-01" as Effective).start < "0000-01-01T00:00Z")
  }

  @Test("a reading at an instant includes what happens in it and nothing later")
  func instantReading() {
    let reading: Effective = "2022-10-14T11:30:00Z"
    #expect(reading.start < reading.endOfReading)
    #expect(("2022-10-14T11:30:01Z" as Effective).start >= reading.endOfReading)
  }
}
