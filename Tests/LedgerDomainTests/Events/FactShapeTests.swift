import LedgerDomain
import StrictJSON
import TestSupport
import Testing

/// The list of members that a record reads, held against the list that it writes.
@Suite("The shape of each type of event")
struct FactShapeTests {
  @Test("data is written as its shape states, in the order of its members", arguments: SampleFacts.all)
  func order(_ sample: SampleFacts.Sample) throws {
    let (written, shape) = try Self.written(sample)
    guard case .object(let members) = shape else {
      Issue.record("data is an object")
      return
    }
    #expect(members.map(\.name) == written.names)
    #expect(members.filter(\.isRequired).map(\.name) == sample.least.names)
    var seen: [[String]: Set<String>] = [:]
    #expect(Self.differences(.object(written), shape, at: sample.type, &seen) == [])
  }

  @Test("data is read from its canonical bytes as from memory", arguments: SampleFacts.all)
  func canonical(_ sample: SampleFacts.Sample) throws {
    let reader = try #require(Fact.readers[sample.type])
    for circumstances in [Circumstances(), SampleFacts.circumstances] {
      let fact = SampleFacts.fact(sample.type, sample.full)
      let read = try fact.data(with: circumstances).canonicalBytes.withUnsafeBufferPointer { bytes in
        var source = JSONSource(canonical: bytes)
        return try reader.read(&source)
      }
      #expect(read == (fact, circumstances))
    }
  }

  @Test("every member of every record is written by some sample")
  func everyMember() throws {
    var seen: [[String]: Set<String>] = [:]
    for sample in SampleFacts.all {
      let (written, shape) = try Self.written(sample)
      _ = Self.differences(.object(written), shape, at: sample.type, &seen)
    }
    // No authority has them all.
    let authority = Authority(.delegated, organ: "B-0001", delegation: "G-0001")
    #expect(Self.differences(JSONValue(of: authority), Authority.shape, at: "authority", &seen) == [])
    for (names, written) in seen { #expect(Set(names).subtracting(written) == [], "\(names)") }
    #expect(seen.count > SampleFacts.all.count)
  }

  private static func written(_ sample: SampleFacts.Sample) throws -> (JSONObject, JSONShape) {
    let reader = try #require(Fact.readers[sample.type])
    let data = SampleFacts.fact(sample.type, sample.full).data(with: SampleFacts.circumstances)
    guard case .object(let object) = data else { preconditionFailure("data is an object") }
    return (object, reader.shape())
  }

  /// The places where a value is not as its shape states; `seen` gains the members of each object by the shape's names.
  private static func differences(
    _ value: JSONValue, _ shape: JSONShape, at place: String, _ seen: inout [[String]: Set<String>]
  ) -> [String] {
    switch (value, shape) {
    case (.object(let object), .object(let members)):
      let names = members.map(\.name)
      seen[names, default: []].formUnion(object.names)
      if object.names != names.filter({ object[$0] != nil }) { return ["\(place): \(object.names) for \(names)"] }
      var found: [String] = []
      for member in members {
        guard let value = object[member.name] else {
          if member.isRequired { found.append("\(place): no \(member.name)") }
          continue
        }
        found += differences(value, member.shape, at: "\(place).\(member.name)", &seen)
      }
      return found
    case (.object(let object), .oneOf(let shapes)):
      guard let shape = shapes.first(where: { $0.memberNames == object.names }) else {
        return ["\(place): \(object.names)"]
      }
      return differences(value, shape, at: place, &seen)
    case (.array(let elements), .array(let element)):
      return elements.flatMap { differences($0, element, at: place, &seen) }
    case (.string, .text), (.string, .choice), (.number, .integer), (.bool, .bool), (_, .any): return []
    default: return ["\(place): a \(value.kind)"]
    }
  }
}
