import StrictJSON
import Testing

@Suite("JSON values")
struct JSONValueTests {
  static let composed = "\u{E5}"
  static let decomposed = "a\u{30A}"

  @Test("values are equal where their bytes are, and only there")
  func equality() {
    let values: [JSONValue] = [
      .null, true, false, 0, 1, .number("1.0"), .number("1e0"), .string(""), .string("1"), .string("null"),
      .string(Self.composed), .string(Self.decomposed), [], [[]], [1, 2], [2, 1], [:], ["a": 1, "b": 2],
      ["b": 2, "a": 1], ["a": 1], ["a": .null], .object([Self.composed: 1]), .object([Self.decomposed: 1]),
    ]
    #expect(Self.composed == Self.decomposed)
    for (place, one) in values.enumerated() {
      for (otherPlace, other) in values.enumerated() {
        #expect((one == other) == (place == otherPlace))
        #expect((one == other) == (one.canonicalBytes == other.canonicalBytes))
      }
    }
    #expect(Set(values).count == values.count)
    #expect(Set(values + values).count == values.count)
  }

  @Test("an object's member is set in place, appended, and removed")
  func subscripting() {
    var object: JSONObject = ["a": 1, "b": 2, "c": 3]
    object["b"] = 20
    object["d"] = 4
    #expect(object == ["a": 1, "b": 20, "c": 3, "d": 4])
    object["a"] = nil
    object["nothing"] = nil
    #expect(object == ["b": 20, "c": 3, "d": 4])
    #expect(object.names == ["b", "c", "d"])
    #expect(object.count == 3 && !object.isEmpty && JSONObject().isEmpty)
    #expect(object["c"] == 3)
    #expect(object["a"] == nil)
    object[Self.composed] = 1
    object[Self.decomposed] = 2
    #expect(object.count == 5 && object[Self.composed] == 1 && object[Self.decomposed] == 2)
  }

  #if os(Linux) || os(macOS)
    @Test("an object with a name twice is our own mistake")
    func duplicateNames() async {
      await #expect(processExitsWith: .failure) { _ = JSONObject([("a", 1), ("b", 2), ("a", 3)]) }
    }

    @Test("a number that is none is our own mistake")
    func badNumber() async {
      await #expect(processExitsWith: .failure) { _ = JSONValue.number("1,5").canonicalText }
      await #expect(processExitsWith: .failure) { _ = JSONValue.number("").canonicalText }
    }
  #endif

  @Test("texts are compared, ordered and hashed on their bytes")
  func texts() {
    #expect(Text(Self.composed) != Text(Self.decomposed))
    #expect(Set([Text(Self.composed), Text(Self.decomposed), Text(Self.composed)]).count == 2)
    #expect(utf8Equal("å", "å") && !utf8Equal(Self.composed, Self.decomposed) && !utf8Equal("a", "ab"))
    let sorted: [Text] = ["", "A", "a", "a\u{30A}", "b", "z", "\u{E5}", "\u{FF5E}", "\u{1F600}"]
    for (place, one) in sorted.enumerated() {
      for (otherPlace, other) in sorted.enumerated() { #expect((one < other) == (place < otherPlace)) }
    }
    #expect("\(Text("Väster"))" == "Väster" && Text("x").text == "x" && Text(text: "x") == "x")
  }
}
