import StrictJSON
import Testing

/// Members that every event has, laid after those of the payload.
private struct Enveloped<Payload: JSONRecord & Equatable>: JSONRecord, Equatable {
  struct Common: JSONRecord, Equatable {
    var refs: [Text]
    var note: Text?

    init(refs: [Text], note: Text? = nil) {
      self.refs = refs
      self.note = note
    }

    init(members: inout JSONMembers) throws(JSONMismatch) {
      refs = try members.read("refs")
      note = try members.read("note")
    }

    func write(members: inout JSONPen) {
      members.write("refs", refs)
      members.write("note", note)
    }
  }

  var payload: Payload
  var common: Common

  init(payload: Payload, common: Common) {
    self.payload = payload
    self.common = common
  }

  init(members: inout JSONMembers) throws(JSONMismatch) {
    payload = try Payload(members: &members)
    common = try Common(members: &members)
  }

  func write(members: inout JSONPen) {
    payload.write(members: &members)
    common.write(members: &members)
  }
}

private struct Started: JSONRecord, Equatable {
  var by: Text
  var hours: Int?

  init(by: Text, hours: Int? = nil) {
    self.by = by
    self.hours = hours
  }

  init(members: inout JSONMembers) throws(JSONMismatch) {
    by = try members.read("by")
    hours = try members.read("hours")
  }

  func write(members: inout JSONPen) {
    members.write("by", by)
    members.write("hours", hours)
  }
}

private struct Nothing: JSONRecord, Equatable {
  init() {}
  init(members: inout JSONMembers) throws(JSONMismatch) {}
  func write(members: inout JSONPen) {}
}

@Suite("Coding of several records in one object")
struct JSONCodingMergeTests {
  private let event = Enveloped(
    payload: Started(by: "polisen", hours: 2), common: .init(refs: ["measure/1"], note: "x"))

  @Test("the members of the second follow those of the first, and both are read back")
  func merged() throws {
    let value = JSONValue(of: event)
    #expect(value.canonicalText == #"{"by":"polisen","hours":2,"refs":["measure/1"],"note":"x"}"#)
    #expect(try Enveloped<Started>(json: value) == event)
  }

  @Test("inside an array too, and beside an empty payload")
  func mergedDeeper() throws {
    let events = [event, Enveloped(payload: Started(by: "x"), common: .init(refs: []))]
    #expect(try [Enveloped<Started>](json: JSONValue(of: events)) == events)
    let empty = Enveloped(payload: Nothing(), common: .init(refs: ["a"]))
    #expect(JSONValue(of: empty).canonicalText == #"{"refs":["a"]}"#)
    #expect(try Enveloped<Nothing>(json: JSONValue(of: empty)) == empty)
  }

  @Test("a member that neither has is refused, and all that are known are listed")
  func unknown() {
    let problem = JSONMismatch.Problem.unknownMember("hour", known: ["by", "hours", "refs", "note"])
    #expect(throws: JSONMismatch(path: [], problem: problem)) {
      try Enveloped<Started>(json: ["by": "x", "hour": 2, "note": "x"])
    }
    #expect(throws: JSONMismatch(path: ["[1]"], problem: problem)) {
      try [Enveloped<Started>](json: [["by": "x"], ["by": "x", "hour": 2]])
    }
  }

  @Test("the shape has the members of both")
  func shape() {
    #expect(Enveloped<Started>.shape.memberNames == ["by", "hours", "refs", "note"])
    #expect(Started.shape.merged(with: Enveloped<Nothing>.shape).memberNames == ["by", "hours", "refs", "note"])
  }
}
