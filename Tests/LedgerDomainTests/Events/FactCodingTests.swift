import LedgerDomain
import StrictJSON
import TestSupport
import Testing

extension SampleFacts.Sample: CustomTestStringConvertible {
  package var testDescription: String { type }
}

/// Every type of event, written and read.
@Suite("The data of each type of event")
struct FactCodingTests {
  private static let circumstances = ["refs", "sources", "received", "note", "irregular"]

  @Test("there are 69 types, and a sample of each")
  func whole() {
    #expect(SampleFacts.all.map(\.type).sorted() == Fact.readers.keys.sorted())
    #expect(SampleFacts.all.count == 69)
  }

  @Test("all that an event can say goes to data and back, byte for byte", arguments: SampleFacts.all)
  func full(_ sample: SampleFacts.Sample) throws {
    let data = Self.withCircumstances(sample.full)
    let read = try Self.read(sample.type, data)
    #expect(read.circumstances == SampleFacts.circumstances)
    #expect(read.fact.type == sample.type)
    #expect(read.fact.data(with: read.circumstances).canonicalText == JSONValue.object(data).canonicalText)
  }

  @Test("the least that it must say does too", arguments: SampleFacts.all)
  func least(_ sample: SampleFacts.Sample) throws {
    let read = try Self.read(sample.type, sample.least)
    #expect(read.circumstances == Circumstances())
    #expect(read.fact.data(with: Circumstances()).canonicalText == JSONValue.object(sample.least).canonicalText)
  }

  @Test("the full sample has every member there is; any other is refused with the list", arguments: SampleFacts.all)
  func unknownMember(_ sample: SampleFacts.Sample) {
    let data = Self.withCircumstances(sample.full)
    var tampered = data
    tampered["övrigt"] = "x"
    let mismatch = JSONMismatch(path: [], problem: .unknownMember("övrigt", known: data.names))
    #expect(throws: FactProblem.mismatch(mismatch)) { try Self.read(sample.type, tampered) }
  }

  @Test("each member that must be there is missed when it is not", arguments: SampleFacts.all)
  func missingMember(_ sample: SampleFacts.Sample) {
    for name in sample.least.names {
      var tampered = sample.least
      tampered[name] = nil
      let mismatch = JSONMismatch(path: [], problem: .missingMember(name))
      #expect(throws: FactProblem.mismatch(mismatch)) { try Self.read(sample.type, tampered) }
    }
  }

  @Test("each other member can be left out alone", arguments: SampleFacts.all)
  func optionalMember(_ sample: SampleFacts.Sample) throws {
    let data = Self.withCircumstances(sample.full)
    for name in data.names where sample.least[name] == nil {
      var shorter = data
      shorter[name] = nil
      let read = try Self.read(sample.type, shorter)
      #expect(read.fact.data(with: read.circumstances) == .object(shorter))
    }
  }

  @Test("null, an empty list and false are no way to say nothing", arguments: SampleFacts.all)
  func oneWayToSayNothing(_ sample: SampleFacts.Sample) {
    let data = Self.withCircumstances(sample.full)
    for member in data.members {
      var tampered = data
      tampered[member.name] = .null
      #expect(throws: FactProblem.self) { try Self.read(sample.type, tampered) }
      switch member.value {
      case .array: tampered[member.name] = .array([])
      case .bool: tampered[member.name] = false
      default: continue
      }
      let mismatch = JSONMismatch(path: [member.name], problem: .notCanonical)
      #expect(throws: FactProblem.mismatch(mismatch)) { try Self.read(sample.type, tampered) }
    }
  }

  @Test("a type that does not exist is refused with those that do")
  func unknownType() {
    let problem = FactProblem.unknownType("measure.done", known: Fact.readers.keys.sorted())
    #expect(throws: problem) { try Fact.read(type: "measure.done", version: 1, data: [:]) }
  }

  @Test("a version that is not known yet, or never was, is refused", arguments: SampleFacts.all)
  func unknownVersion(_ sample: SampleFacts.Sample) {
    let newest = ["measure.implemented", "decision.made", "recommendation.cleared"].contains(sample.type) ? 2 : 1
    for version in [0, newest + 1, -1] {
      let problem = FactProblem.unknownVersion(type: sample.type, version: version, newest: newest)
      #expect(throws: problem) { try Fact.read(type: sample.type, version: version, data: .object(sample.least)) }
    }
  }

  @Test("the kind of subject is that of the type's first word; entries are about any")
  func subjectKinds() throws {
    for sample in SampleFacts.all {
      let word = String(sample.type.prefix { $0 != "." })
      let kind = SampleFacts.fact(sample.type, sample.least).subjectKind
      #expect(kind?.text == (word == "entry" ? nil : word))
    }
  }

  private static func withCircumstances(_ data: JSONObject) -> JSONObject {
    var whole = data
    guard case .object(let circumstances) = JSONValue(of: SampleFacts.circumstances) else { return whole }
    for member in circumstances.members { whole[member.name] = member.value }
    return whole
  }

  private static func read(
    _ type: String, _ data: JSONObject
  ) throws(FactProblem) -> (fact: Fact, circumstances: Circumstances) {
    try Fact.read(type: type, version: Fact.readers[type]?.version ?? 1, data: .object(data))
  }
}
