import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("Lifting old versions")
struct LiftingTests {
  @Test("measure.implemented 1 said fully: true and false become full and partial", arguments: [true, false])
  func fully(_ fully: Bool) throws {
    let read = try Self.read(["fully": .bool(fully)])
    #expect(read.fact == .measure(.implemented(MeasureImplemented(extent: fully ? .full : .partial))))
  }

  @Test("all else that version 1 could say is kept")
  func rest() throws {
    let read = try Self.read([
      "fully": false, "results": [["target": "lampor", "actual": "6"]], "deviation": "två saknas",
      "performedBy": ["Elbolaget"], "reportedBy": ["office": "parkchef"], "refs": ["C-0001"],
    ])
    let implemented = MeasureImplemented(
      extent: .partial, results: [TargetResult(target: "lampor", actual: "6")], deviation: "två saknas",
      performedBy: ["Elbolaget"], reportedBy: PublicOfficial(office: "parkchef"))
    #expect(read.fact == .measure(.implemented(implemented)))
    #expect(read.circumstances.refs == ["C-0001"])
  }

  @Test("a line of version 1 without fully, or with another kind of value there, is refused")
  func malformed() {
    let missing = JSONMismatch(path: [], problem: .missingMember("fully"))
    #expect(throws: FactProblem.mismatch(missing)) { try Self.read(["deviation": "x"]) }
    let wrong = JSONMismatch(path: ["fully"], problem: .wrongType(expected: "boolean", found: "string"))
    #expect(throws: FactProblem.mismatch(wrong)) { try Self.read(["fully": "true"]) }
    let list = JSONMismatch(path: [], problem: .wrongType(expected: "object", found: "array"))
    #expect(throws: FactProblem.mismatch(list)) { try Self.read([]) }
  }

  @Test("the members of one version are unknown to the other")
  func mixed() {
    let known = ["fully", "results", "deviation", "performedBy", "reportedBy"]
    let extent = JSONMismatch(path: [], problem: .unknownMember("extent", known: known))
    #expect(throws: FactProblem.mismatch(extent)) { try Self.read(["fully": true, "extent": "none"]) }
    #expect(throws: FactProblem.self) { try Self.read(["extent": "none"]) }
    #expect(throws: FactProblem.self) {
      try Fact.read(type: "measure.implemented", version: 2, data: ["extent": "full", "fully": true])
    }
  }

  @Test("members that a later version added are unknown to the one before, which says what it said")
  func added() throws {
    let made: JSONValue = ["matter": "Lampor", "outcome": "other", "authority": ["kind": "unknown"]]
    let authority = Authority(.unknown)
    #expect(
      try Fact.read(type: "decision.made", version: 1, data: made).fact
        == .decision(.made(DecisionMade(matter: "Lampor", outcome: .other, authority: authority))))
    #expect(
      try Fact.read(type: "recommendation.cleared", version: 1, data: ["statement": "Klart"]).fact
        == .recommendation(.cleared(RecommendationCleared(statement: "Klart"))))
    let known = JSONMismatch(path: [], problem: .unknownMember("by", known: ["statement"]))
    #expect(throws: FactProblem.mismatch(known)) {
      try Fact.read(type: "recommendation.cleared", version: 1, data: ["by": ["office": "revisor"]])
    }
    #expect(throws: FactProblem.self) {
      try Fact.read(
        type: "decision.made", version: 1,
        data: ["matter": "x", "outcome": "other", "authority": ["kind": "unknown"], "notBeforeFinal": "x"])
    }
  }

  private static func read(_ data: JSONValue) throws(FactProblem) -> (fact: Fact, circumstances: Circumstances) {
    try Fact.read(type: "measure.implemented", version: 1, data: data)
  }
}
