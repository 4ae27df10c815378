import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("Deciding, whatever the fact")
struct DecideTests {
  @Test("a fact about another kind of subject is refused, for every type and kind")
  func foreign() {
    for sample in SampleFacts.all {
      let fact = SampleFacts.fact(sample.type, sample.least)
      guard let own = fact.subjectKind else { continue }
      for kind in SubjectKind.allCases where kind != own {
        given().when(SubjectID(kind, 1), fact).then(
          .refused(.foreignFact(type: sample.type, subject: SubjectID(kind, 1))))
      }
    }
  }

  @Test("an entry about a subject that does not exist is refused, for every type")
  func unknownSubject() {
    for sample in SampleFacts.all where sample.type.hasPrefix("entry.") {
      given().when("M-0009", SampleFacts.fact(sample.type, sample.full)).then(.refused(.unknownSubject("M-0009")))
    }
  }

  @Test("every text of every sample, emptied, is refused with its place")
  func empty() {
    var tried = 0
    for sample in SampleFacts.all {
      for (path, data) in emptied(.object(sample.full)) {
        guard case .object = data,
          let read = try? Fact.read(
            type: sample.type, version: Fact.readers[sample.type]?.version ?? 1, data: data)
        else { continue }
        let subject = SubjectID(read.fact.subjectKind ?? .case, 1)
        given().when(subject, read.fact).then(.refused(.empty(field: path)))
        tried += 1
      }
    }
    #expect(tried > 100)
  }

  @Test("other subjects concerned must exist, whatever the command")
  func refs() {
    let command = Command.about("C-0001", .case(.closed(CaseClosed(outcome: "lagat"))), on: "2022-06-01")
    var referring = command
    referring.circumstances.refs = ["P-0001", "B-0001"]
    given().when(referring).then(.accepted)
    referring.circumstances.refs = ["P-0001", "M-0001"]
    given().when(referring).then(.refused(.unknownSubject("M-0001")))
  }

  @Test("a mark of irregularity that the caller brings is not taken over")
  func ownMark() throws {
    var command = Command.about("C-0001", .case(.closed(CaseClosed(outcome: "lagat"))), on: "2022-06-01")
    command.circumstances.irregular = Irregular(kinds: [.noMandate], reason: "påhittat")
    #expect(try World.standard.desk.decide(command).circumstances.irregular == nil)
  }

  @Test("an empty reason is no reason")
  func emptyReason() {
    var command = Command.about("C-0001", .case(.closed(CaseClosed(outcome: "lagat"))), on: "2022-06-01")
    command.irregularReason = ""
    #expect(throws: Refusal.empty(field: "irregular")) { try World.standard.desk.decide(command) }
  }

  @Test("circumstances are kept as they were stated")
  func circumstances() throws {
    var circumstances = SampleFacts.circumstances
    circumstances.irregular = nil
    let command = Command.about("C-0001", .case(.closed(CaseClosed(outcome: "lagat"))), on: "2022-06-01", circumstances)
    #expect(try World.standard.desk.decide(command).circumstances == circumstances)
  }

  /// The value with one of its texts emptied, for each text, with the place of it.
  private func emptied(_ value: JSONValue, at path: String = "") -> [(path: String, value: JSONValue)] {
    switch value {
    case .string: [(path, "")]
    case .array(let elements):
      elements.indices.flatMap { index in
        emptied(elements[index], at: "\(path)[\(index)]").map { place, element in
          var changed = elements
          changed[index] = element
          return (place, .array(changed))
        }
      }
    case .object(let object):
      object.members.flatMap { member in
        emptied(member.value, at: path.isEmpty ? member.name : "\(path).\(member.name)").map { place, value in
          var changed = object
          changed[member.name] = value
          return (place, .object(changed))
        }
      }
    case .null, .bool, .number: []
    }
  }
}
