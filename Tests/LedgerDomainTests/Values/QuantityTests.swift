import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("Quantities")
struct QuantityTests {
  @Test(
    "a decimal number is kept as its own text",
    arguments: [
      "0", "0.0", "7", "-7", "303", "-4.5", "4.50", "0.001", "999999999999999999", "-0.5", "1.00000000000000001",
    ])
  func accepted(_ text: String) throws {
    #expect(try Quantity(text: text).text == text)
  }

  @Test(
    "what has another form is refused",
    arguments: [
      "", "-", "-0", "-0.0", "00", "01", "-01", "1.", ".5", "1.2.3", "1e3", "+1", " 1", "1 ", "1,5", "NaN", "٣",
      "1234567890123456789", "0.123456789012345678", "--1", "1_000", "9999999999999999999",
      String(repeating: "9", count: 400), "0." + String(repeating: "1", count: 400),
    ])
  func refused(_ text: String) {
    #expect(throws: MalformedText(expected: "number", found: text)) { try Quantity(text: text) }
  }

  @Test("all numbers of three places from -2 to 2 compare as their thousandths do")
  func order() {
    let numbers = (-40...40).flatMap { twentieth -> [(Int, Quantity)] in
      let thousandths = twentieth * 50
      let sign = thousandths < 0 ? "-" : ""
      let (whole, part) = abs(thousandths).quotientAndRemainder(dividingBy: 1000)
      let digits = String(part)
      let long = "\(sign)\(whole).\(String(repeating: "0", count: 3 - digits.count))\(digits)"
      let texts = part == 0 ? [thousandths == 0 ? "0" : "\(sign)\(whole)"] : [long]
      return texts.map { (thousandths, Quantity(written: $0)) }
        + (part == 0 ? [] : [(thousandths, Quantity(written: long))])
    }
    for (one, left) in numbers {
      for (other, right) in numbers { #expect((left < right) == (one < other), "\(left.text) < \(right.text)") }
    }
  }

  @Test("numbers of 18 digits and many places compare exactly")
  func exact() {
    #expect(("0.99999999999999999" as Quantity) < "1")
    #expect(("-999999999999999999" as Quantity) < "-0.00000000000000001")
    #expect(!(("4.5" as Quantity) < "4.50") && !(("4.50" as Quantity) < "4.5"))
    #expect(("4.5" as Quantity) != "4.50")
  }

  @Test(
    "a target is reached by its own comparison, at least where none is stated",
    arguments: [
      (Comparison.atLeast, "3", false), (.atLeast, "4", true), (.atLeast, "5", true), (.atMost, "3", true),
      (.atMost, "4.0", true), (.atMost, "5", false), (.exactly, "3.9", false), (.exactly, "4.00", true),
      (nil, "3", false),
      (nil, "4", true),
    ] as [(Comparison?, String, Bool)])
  func reached(_ comparison: Comparison?, _ actual: String, _ isReached: Bool) {
    let target = Target(name: "vandringar", unit: "st", comparison: comparison, value: "4")
    #expect(target.isReached(by: Quantity(written: actual)) == isReached)
  }

  @Test("what is counted without a target is neither reached nor missed")
  func noTarget() {
    #expect(Target(name: "kontroller", unit: "st").isReached(by: "303") == nil)
  }
}
