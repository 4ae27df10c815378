import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("People in data")
struct PeopleCodingTests {
  @Test(
    "a proposer is exactly one of an official, a party and a citizen",
    arguments: [
      (["official": ["office": "ledamot"]], .official(PublicOfficial(office: "ledamot"))),
      (["party": "polis"], .party("polis")),
      (
        ["citizen": ["name": ["sealed": .string(String(repeating: "a", count: 64))]]],
        .citizen(PrivatePerson(name: "a"))
      ),
    ] as [(JSONValue, Proposer)])
  func proposer(_ data: JSONValue, _ proposer: Proposer) throws {
    #expect(try Proposer(json: data) == proposer)
    #expect(JSONValue(of: proposer) == data)
  }

  @Test("none, two, or a private person in clear is refused")
  func tamperedProposer() {
    for data: JSONValue in [
      [:], ["party": "polis", "official": ["office": "ledamot"]], ["citizen": ["name": "Anna Alm"]],
      ["citizen": ["name": ["sealed": "Anna Alm"]]], ["citizen": [:]], ["official": ["name": "Eva Ek"]],
    ] {
      #expect(throws: JSONMismatch.self) { try Proposer(json: data) }
    }
  }
}
