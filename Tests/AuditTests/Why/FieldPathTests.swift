import StrictJSON
import TestSupport
import Testing

@testable import Audit

@Suite("the path of a field")
struct FieldPathTests {
  @Test(
    "is read as it is written",
    arguments: [
      "status", "plan.deadline", "reports[2].results[0].actual", "record.steps[12].mark.event", "a[0][1].b-c",
    ])
  func pairs(_ text: String) {
    #expect(FieldPath(text)?.text == text)
  }

  @Test(
    "is no other text",
    arguments: [
      "", ".", "a.", ".a", "a..b", "a[", "a[]", "a[x]", "a[1", "a[-1]", "[1]", "a b", "å", "a[1]b", "a[12345678]",
      "a\u{0}", "a[1]]",
    ])
  func malformed(_ text: String) {
    #expect(FieldPath(text) == nil)
  }

  @Test("leads to a value, or to none")
  func values() {
    let value: JSONValue = ["a": [["b": "x"], ["b": "y"]], "c": "z"]
    func at(_ text: String) -> JSONValue? { FieldPath(text).flatMap { value.value(at: $0.steps) } }
    #expect(at("a[1].b") == "y")
    #expect(at("c") == "z")
    #expect(at("a[2].b") == nil)
    #expect(at("a.b") == nil)
    #expect(at("c[0]") == nil)
    #expect(at("d") == nil)
  }

  @Test("of every field in a value: a list of words is one, and so is a sealed value")
  func leaves() {
    let sealed = String(repeating: "0", count: 64)
    let value: JSONValue = ["a": [["b": "x"]], "c": ["y", "z"], "d": ["sealed": .string(sealed)], "e": [:]]
    #expect(value.leaves(at: FieldPath([.member("s")])).map(\.path.text) == ["s.a[0].b", "s.c", "s.d", "s.e"])
  }
}
