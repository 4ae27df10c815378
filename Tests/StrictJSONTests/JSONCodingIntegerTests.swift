import StrictJSON
import Testing

private struct Numbers<T: Codable>: Codable {
  var n: T
  var list: [T]
  var maybe: T?
}

@Suite("Coding of integers")
struct JSONCodingIntegerTests {
  private func check<T: FixedWidthInteger & Codable>(_ type: T.Type) throws {
    for edge in [T.min, T.max, 0, 1] {
      #expect(JSONCoding.encode(edge) == .number("\(edge)"))
      #expect(try JSONCoding.decode(type, from: .number("\(edge)")) == edge)
      let member = JSONCoding.encode(Numbers(n: edge, list: [edge], maybe: edge))
      #expect(member.canonicalText == "{\"n\":\(edge),\"list\":[\(edge)],\"maybe\":\(edge)}")
      let read = try JSONCoding.decode(Numbers<T>.self, from: member)
      #expect(read.n == edge && read.list == [edge] && read.maybe == edge)
    }
    // One digit more than the largest is beyond every range.
    for beyond in ["\(T.max)0", "-\(T.max)0"] {
      let range = JSONMismatch.Problem.malformed(expected: "\(T.min)...\(T.max)", found: beyond)
      #expect(throws: JSONMismatch(path: [], problem: range)) { try JSONCoding.decode(type, from: .number(beyond)) }
      #expect(throws: JSONMismatch(path: ["n"], problem: range)) {
        try JSONCoding.decode(Numbers<T>.self, from: ["n": .number(beyond)])
      }
      #expect(throws: JSONMismatch(path: ["list", "[0]"], problem: range)) {
        try JSONCoding.decode(Numbers<T>.self, from: ["n": 1, "list": [.number(beyond)]])
      }
    }
    for text in ["-0", "1.0", "1e2", "1E2", "0e0", "-1.5"] {
      #expect(throws: JSONMismatch(path: [], problem: .malformed(expected: "integer", found: text))) {
        try JSONCoding.decode(type, from: .number(text))
      }
    }
    for (value, kind) in [(JSONValue.null, "null"), (true, "boolean"), ("1", "string"), ([], "array"), ([:], "object")]
    {
      #expect(throws: JSONMismatch(path: [], problem: .wrongType(expected: "integer", found: kind))) {
        try JSONCoding.decode(type, from: value)
      }
    }
  }

  @Test("integers of every width are read in plain form, within their range")
  func everyWidth() throws {
    try check(Int.self)
    try check(Int8.self)
    try check(Int16.self)
    try check(Int32.self)
    try check(Int64.self)
    try check(UInt.self)
    try check(UInt8.self)
    try check(UInt16.self)
    try check(UInt32.self)
    try check(UInt64.self)
  }

  @Test("one beyond the range is refused")
  func oneBeyond() {
    #expect(throws: JSONMismatch.self) { try JSONCoding.decode(Int8.self, from: 128) }
    #expect(throws: JSONMismatch.self) { try JSONCoding.decode(Int8.self, from: -129) }
    #expect(throws: JSONMismatch.self) { try JSONCoding.decode(UInt.self, from: -1) }
    #expect(throws: JSONMismatch.self) { try JSONCoding.decode(Int.self, from: .number("9223372036854775808")) }
  }
}
