import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("an event without its free texts")
struct RedactionTests {
  private func event(_ fact: Fact, note: SealedText? = nil) -> Event {
    Event(
      id: EventID(random: Array(repeating: 0, count: 16)), subject: "M-0001", recorded: Instant(milliseconds: 0),
      position: 1, subjectVersion: 1, effective: nil, recordedBy: "x", fact: fact,
      circumstances: Circumstances(note: note))
  }

  private func strings(_ value: JSONValue) -> [String] {
    switch value {
    case .string(let text): [text]
    case .array(let elements): elements.flatMap(strings)
    case .object(let object): object.members.flatMap { strings($0.value) }
    case .null, .bool, .number: []
    }
  }

  private static let kept: Set<String> = [
    SecrecyMarked.type, SecrecyLifted.type, ValueErased.type, ValueDisclosed.type,
  ]

  @Test("of no type is a text left that has a blank in it", arguments: SampleFacts.all)
  func everyType(_ sample: SampleFacts.Sample) {
    let event = event(SampleFacts.fact(sample.type, sample.full))
    let redacted = event.redacted(mask: "***")
    if Self.kept.contains(sample.type) {
      #expect(redacted == event)
      return
    }
    let left = strings(redacted.fact.data(with: redacted.circumstances)).filter { $0.contains(" ") }
    #expect(left == [], "\(sample.type)")
    #expect(redacted.fact.type == event.fact.type && redacted.id == event.id)
  }

  @Test("what is counted, dated and referred to stays, and what is sealed")
  func structure() {
    let proposed = MeasureProposed(
      title: "Kvinnojouren", binding: .promised, promise: "P-0001", deadline: "2022-05-31",
      responsible: PublicOfficial(name: "Kim Ek", office: "chef"), contact: "c", areas: ["norr"],
      proposedBy: .citizen(PrivatePerson(name: "d")))
    guard case .measure(.proposed(let redacted)) = event(.measure(.proposed(proposed))).redacted(mask: "***").fact
    else {
      Issue.record("another type")
      return
    }
    #expect(redacted.title == "***" && redacted.responsible == PublicOfficial(name: "***", office: "***"))
    #expect(redacted.deadline == "2022-05-31" && redacted.areas == ["norr"] && redacted.promise == "P-0001")
    #expect(redacted.contact == proposed.contact && redacted.proposedBy == proposed.proposedBy)
  }

  @Test("a correction shows days, numbers and identifiers, and no other text")
  func corrections() {
    func new(_ value: JSONValue) -> JSONValue? {
      let corrected = EntryCorrected(
        event: EventID(random: Array(repeating: 1, count: 16)), field: "f", new: value, reason: "skäl")
      guard case .entry(.corrected(let redacted)) = event(.entry(.corrected(corrected))).redacted(mask: "***").fact
      else { return nil }
      #expect(redacted.reason == "***" && redacted.field == "f")
      return redacted.new
    }
    #expect(new("2022-05-31") == "2022-05-31" && new("12,5") == "***" && new("12.5") == "12.5")
    #expect(new("1234567") == "1234567" && new("9001010017") == "***")
    #expect(new("M-0002") == "M-0002" && new("Kvinnojouren") == "***" && new("kvinnojouren") == "***")
    #expect(new(["a b", "2022-01-01"]) == ["***", "2022-01-01"])
    let sealed: JSONValue = .object(["sealed": .string(String(repeating: "a", count: 64))])
    #expect(new(sealed) == sealed)
  }
}
