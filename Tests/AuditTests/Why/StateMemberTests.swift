import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing
import Wording

@testable import Audit

@Suite("the members of a state, each by itself")
struct StateMemberTests {
  @Test("are those of its JSON, whatever the kind")
  func sameAsJSON() throws {
    let chronicle = try OneMeasure.told().chronicle
    for subject in chronicle.allSubjects {
      let state = chronicle.state(of: subject)
      var object = JSONObject()
      for member in StateMember.all(of: subject.kind) where member.sense != .derived {
        guard case .member(let name)? = member.path.steps.first else { continue }
        let value = member.value(in: state, on: "2022-06-10")
        if case .member(let inner)? = member.path.steps.dropFirst().first {
          var record = JSONObject()
          if case .object(let known)? = object[name] { record = known }
          record[inner] = value
          object[name] = .object(record)
        } else {
          object[name] = value
        }
      }
      #expect(JSONValue.object(object) == JSONValue(of: state.subject), "\(subject)")
    }
  }

  @Test("have words, and a name of their own in their kind", arguments: SubjectKind.allCases)
  func words(_ kind: SubjectKind) {
    let members = StateMember.all(of: kind)
    #expect(Set(members.map(\.path)).count == members.count)
    for member in members { #expect(StateWords.isKnown(member.path.lastName), "\(kind) \(member.path)") }
  }

  @Test("are called in the ledger's language, places counted from one")
  func phrases() {
    func sv(_ path: String) -> String { StateWords.words(of: path).sv }
    #expect(sv("plan.deadline") == "plan / slutdatum")
    #expect(sv("reports[2].results[0].actual") == "rapport 3 / utfall 1 / utfall")
    #expect(sv("extensions[0].extended.deadline") == "förlängning 1 / slutdatum")
    #expect(sv("extensions[0].mark.recorded") == "förlängning 1 / registreringstid")
    #expect(sv("record.steps[1].type") == "post 2 / slag av post")
    #expect(sv("reports[0].mark") == "rapport 1 / post")
    #expect(StateWords.words(of: "standing").en == "standing")
    #expect(sv("nothing.such") == "nothing / such")
  }
}
