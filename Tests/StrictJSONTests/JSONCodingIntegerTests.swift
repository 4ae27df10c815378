import StrictJSON
import Testing

private struct Numbers<T: FixedWidthInteger & JSONCoded>: JSONRecord {
  var n: T
  var list: [T]
  var maybe: T?

  init(n: T, list: [T], maybe: T?) {
    self.n = n
    self.list = list
    self.maybe = maybe
  }

  init(members: inout JSONMembers) throws(JSONMismatch) {
    n = try members.read("n")
    list = try members.read("list")
    maybe = try members.read("maybe")
  }

  func write(members: inout JSONPen) {
    members.write("n", n)
    members.write("list", list)
    members.write("maybe", maybe)
  }
}

extension Int8: JSONCoded {}
extension Int16: JSONCoded {}
extension Int32: JSONCoded {}
extension Int64: JSONCoded {}
extension UInt: JSONCoded {}
extension UInt8: JSONCoded {}
extension UInt16: JSONCoded {}
extension UInt32: JSONCoded {}
extension UInt64: JSONCoded {}

@Suite("Coding of integers")
struct JSONCodingIntegerTests {
  private func check<T: FixedWidthInteger & JSONCoded>(_ type: T.Type) throws {
    for edge in [T.min, T.max, 0, 1] {
      #expect(JSONValue(of: edge) == .number("\(edge)"))
      #expect(try T(json: .number("\(edge)")) == edge)
      let member = JSONValue(of: Numbers(n: edge, list: [edge], maybe: edge))
      #expect(member.canonicalText == "{\"n\":\(edge),\"list\":[\(edge)],\"maybe\":\(edge)}")
      let read = try Numbers<T>(json: member)
      #expect(read.n == edge && read.list == [edge] && read.maybe == edge)
    }
    // One digit more than the largest is beyond every range.
    for beyond in ["\(T.max)0", "-\(T.max)0"] {
      let range = JSONMismatch.Problem.malformed(expected: "\(T.min)...\(T.max)", found: beyond)
      #expect(throws: JSONMismatch(path: [], problem: range)) { try T(json: .number(beyond)) }
      #expect(throws: JSONMismatch(path: ["n"], problem: range)) { try Numbers<T>(json: ["n": .number(beyond)]) }
      #expect(throws: JSONMismatch(path: ["list", "[0]"], problem: range)) {
        try Numbers<T>(json: ["n": 1, "list": [.number(beyond)]])
      }
    }
    for text in ["-0", "1.0", "1e2", "1E2", "0e0", "-1.5"] {
      #expect(throws: JSONMismatch(path: [], problem: .malformed(expected: "integer", found: text))) {
        try T(json: .number(text))
      }
    }
    for (value, kind) in [(JSONValue.null, "null"), (true, "boolean"), ("1", "string"), ([], "array"), ([:], "object")]
    {
      #expect(throws: JSONMismatch(path: [], problem: .wrongType(expected: "integer", found: kind))) {
        try T(json: value)
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
    #expect(throws: JSONMismatch.self) { try Int8(json: 128) }
    #expect(throws: JSONMismatch.self) { try Int8(json: -129) }
    #expect(throws: JSONMismatch.self) { try UInt(json: -1) }
    #expect(throws: JSONMismatch.self) { try Int(json: .number("9223372036854775808")) }
  }
}
