import StrictJSON
import Testing

/// Members that every event has, laid after those of the payload.
private struct Enveloped<Payload: Codable & Equatable>: Codable, Equatable {
  struct Common: Codable, Equatable {
    var refs: [String]
    var note: String?
  }

  var payload: Payload
  var common: Common

  init(payload: Payload, common: Common) {
    self.payload = payload
    self.common = common
  }

  init(from decoder: any Decoder) throws {
    payload = try Payload(from: decoder)
    common = try Common(from: decoder)
  }

  func encode(to encoder: any Encoder) throws {
    try payload.encode(to: encoder)
    try common.encode(to: encoder)
  }
}

private struct Started: Codable, Equatable {
  var by: String
  var hours: Int?
}

private struct Nothing: Codable, Equatable {}

@Suite("Coding of several containers in one object")
struct JSONCodingMergeTests {
  private let event = Enveloped(
    payload: Started(by: "polisen", hours: 2), common: .init(refs: ["measure/1"], note: "x"))

  @Test("the members of the second follow those of the first, and both are read back")
  func merged() throws {
    let value = JSONCoding.encode(event)
    #expect(value.canonicalText == #"{"by":"polisen","hours":2,"refs":["measure/1"],"note":"x"}"#)
    #expect(try JSONCoding.decode(Enveloped<Started>.self, from: value) == event)
  }

  @Test("inside an array too, and beside an empty payload")
  func mergedDeeper() throws {
    let events = [event, Enveloped(payload: Started(by: "x"), common: .init(refs: []))]
    #expect(try JSONCoding.decode([Enveloped<Started>].self, from: JSONCoding.encode(events)) == events)
    let empty = Enveloped(payload: Nothing(), common: .init(refs: ["a"]))
    #expect(JSONCoding.encode(empty).canonicalText == #"{"refs":["a"]}"#)
    #expect(try JSONCoding.decode(Enveloped<Nothing>.self, from: JSONCoding.encode(empty)) == empty)
  }

  @Test("a member that neither has is refused, and all that are known are listed")
  func unknown() {
    let problem = JSONMismatch.Problem.unknownMember("hour", known: ["by", "hours", "refs", "note"])
    #expect(throws: JSONMismatch(path: [], problem: problem)) {
      try JSONCoding.decode(Enveloped<Started>.self, from: ["by": "x", "hour": 2, "note": "x"])
    }
    #expect(throws: JSONMismatch(path: ["[1]"], problem: problem)) {
      try JSONCoding.decode([Enveloped<Started>].self, from: [["by": "x"], ["by": "x", "hour": 2]])
    }
  }

  @Test("the members of a JSON object can be laid there as they stand")
  func rawObject() {
    struct Raw: Encodable {
      func encode(to encoder: any Encoder) throws {
        try (["z": 1, "a": .null] as JSONValue).encode(to: encoder)
        try Started(by: "x").encode(to: encoder)
      }
    }
    #expect(JSONCoding.encode(Raw()).canonicalText == #"{"z":1,"a":null,"by":"x"}"#)
  }

  @Test("an element that nobody reads is refused, and one that is not there is missing")
  func elements() throws {
    struct Pair: Decodable {
      init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        _ = try container.decode(Int.self)
        _ = try container.decode(String.self)
      }
    }
    _ = try JSONCoding.decode(Pair.self, from: [1, "a"])
    #expect(throws: JSONMismatch(path: [], problem: .unknownMember("[2]", known: ["[0]", "[1]"]))) {
      try JSONCoding.decode(Pair.self, from: [1, "a", 3])
    }
    #expect(throws: JSONMismatch(path: ["[1]"], problem: .missingMember("[1]"))) {
      try JSONCoding.decode([Pair].self, from: [[1, "a"], [1]])
    }
  }

  @Test("nested containers are read to their end as well")
  func nestedContainers() throws {
    struct Deep: Codable, Equatable {
      enum Key: CodingKey { case outer, inner, list }
      var inner: Int
      init(inner: Int) { self.inner = inner }
      init(from decoder: any Decoder) throws {
        let outer = try decoder.container(keyedBy: Key.self)
        inner = try outer.nestedContainer(keyedBy: Key.self, forKey: .outer).decode(Int.self, forKey: .inner)
        var list = try outer.nestedUnkeyedContainer(forKey: .list)
        _ = try list.nestedContainer(keyedBy: Key.self).decode(Int.self, forKey: .inner)
        var last = try list.nestedUnkeyedContainer()
        _ = try last.decode(Int.self)
      }
      func encode(to encoder: any Encoder) throws {
        var outer = encoder.container(keyedBy: Key.self)
        var innermost = outer.nestedContainer(keyedBy: Key.self, forKey: .outer)
        var list = outer.nestedUnkeyedContainer(forKey: .list)
        try innermost.encode(inner, forKey: .inner)
        var element = list.nestedContainer(keyedBy: Key.self)
        try element.encode(inner, forKey: .inner)
        var last = list.nestedUnkeyedContainer()
        try last.encode(inner)
      }
    }
    let value = JSONCoding.encode(Deep(inner: 4))
    #expect(value.canonicalText == #"{"outer":{"inner":4},"list":[{"inner":4},[4]]}"#)
    #expect(try JSONCoding.decode(Deep.self, from: value) == Deep(inner: 4))
    let twins: [(JSONValue, [String], String, [String])] = [
      (["outer": ["inner": 4, "x": 1], "list": [["inner": 4], [4]]], ["outer"], "x", ["inner"]),
      (["outer": ["inner": 4], "list": [["inner": 4, "y": 1], [4]]], ["list", "[0]"], "y", ["inner"]),
      (["outer": ["inner": 4], "list": [["inner": 4], [4, 5]]], ["list", "[1]"], "[1]", ["[0]"]),
      (["outer": ["inner": 4], "list": [["inner": 4], [4], 6]], ["list"], "[2]", ["[0]", "[1]"]),
    ]
    for (twin, path, unknown, known) in twins {
      #expect(throws: JSONMismatch(path: path, problem: .unknownMember(unknown, known: known))) {
        try JSONCoding.decode(Deep.self, from: twin)
      }
    }
  }
}
