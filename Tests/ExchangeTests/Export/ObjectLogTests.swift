import Foundation
import Integrity
import JournalStore
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import Exchange

@Suite("An exported object-centric log")
struct ObjectLogTests {
  private func array(_ value: JSONValue?) -> [JSONObject] {
    guard case .array(let elements)? = value else { return [] }
    return elements.compactMap { if case .object(let object) = $0 { object } else { nil } }
  }

  /// What a relation or attribute says: its two texts.
  private func pairs(_ value: JSONValue?, _ one: String, _ other: String) -> Set<[String]> {
    Set(
      array(value).map { object in
        [one, other].map { if case .string(let text)? = object[$0] { text } else { "?" } }
      })
  }

  @Test(
    "every event is there with its attributes and the subjects that it names, and every subject with those of its first event"
  )
  func whole() throws {
    let exported = try Exported()
    let log = try exported.objects()
    let (events, objects) = (array(log["events"]), array(log["objects"]))
    #expect(events.count == exported.events.count)
    #expect(objects.count == Set(exported.events.map(\.subject)).count)
    for (object, event) in zip(events, exported.events) {
      #expect(object["id"] == .string(event.id.text))
      #expect(object["type"] == .string(event.fact.type))
      #expect(object["time"] == .string((event.effective?.start ?? event.recorded).text))
      let relations = pairs(object["relationships"], "objectId", "qualifier")
      #expect(relations.contains([event.subject.text, "subject"]))
      #expect(Set(relations.filter { $0[1] != "subject" }.map { $0[0] }) == Set(event.mentions.map(\.text)))
      let attributes = pairs(object["attributes"], "name", "value")
      #expect(attributes.contains(["position", String(event.position)]))
      #expect(attributes.contains(["recordedBy", event.recordedBy.text]))
      #expect(attributes.contains { $0[0] == "effective" } == (event.effective != nil))
      #expect(array(object["attributes"]).allSatisfy { if case .string? = $0["value"] { true } else { false } })
    }
    let titled = try #require(objects.first { $0["id"] == "M-0007" })
    #expect(titled["type"] == "measure")
    #expect(pairs(titled["attributes"], "name", "time").allSatisfy { $0[1] == "1970-01-01T00:00:00Z" })
    let ledger = try #require(objects.first { $0["id"] == "L-0001" })
    let stated = pairs(ledger["attributes"], "name", "value")
    #expect(stated.contains(["basis-root", exported.source.checkpoint.root.base64]))
    #expect(stated.contains(["basis-position", String(exported.events.count)]))
    #expect(try exported.names == ["e.ocel.json"])
  }

  @Test("all that events and objects have is declared with their types")
  func declared() throws {
    let log = try Exported().objects()
    for (types, all) in [("eventTypes", "events"), ("objectTypes", "objects")] {
      var known: [JSONValue: Set<JSONValue>] = [:]
      for type in array(log[types]) {
        known[type["name"] ?? .null] = Set(array(type["attributes"]).compactMap { $0["name"] })
      }
      for thing in array(log[all]) {
        let names = Set(array(thing["attributes"]).compactMap { $0["name"] })
        let declared = known[thing["type"] ?? .null] ?? []
        #expect(names.isSubset(of: declared), "\(names.subtracting(declared))")
      }
    }
  }

  @Test(
    "it is valid against the schema of OCEL 2.0",
    .enabled(if: SharedData.exists("schemas/ocel2.schema.json") && Outside.python != nil))
  func schema() throws {
    let exported = try Exported()
    _ = try exported.objects()
    let answer = try Outside.run(
      try #require(Outside.python),
      [
        Outside.script("schema_check.py"), SharedData.folder.appending(path: "schemas/ocel2.schema.json").path,
        exported.folder("e.ocel.json"),
      ])
    #expect(answer.exit == 0, "\(answer.output)\(answer.errors)")
  }

  @Test("pm4py reads the same events, objects and relations", .enabled(if: Outside.pm4py != nil))
  func pm4py() throws {
    let exported = try Exported()
    let log = try exported.objects()
    let relations = array(log["events"]).reduce(0) { $0 + array($1["relationships"]).count }
    let between = array(log["objects"]).reduce(0) { $0 + array($1["relationships"]).count }
    let answer = try Outside.run(
      try #require(Outside.pm4py), [Outside.script("pm4py_counts.py"), "ocel", exported.folder("e.ocel.json")])
    #expect(
      answer.output
        == "events \(exported.events.count) objects \(array(log["objects"]).count) relations \(relations) between \(between)\n",
      "\(answer.errors)")
  }
}
