import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("Sealed values in data")
struct SealedValueTests {
  private static let a = SealedValue(written: String(repeating: "a", count: 64))
  private static let b = SealedValue(written: String(repeating: "b", count: 64))
  private static let c = SealedValue(written: String(repeating: "c", count: 64))
  private static let note = SealedValue(written: String(repeating: "e", count: 64))

  @Test("they are found at every depth, in the order in which they stand")
  func found() {
    func sealed(_ type: String) -> [SealedValue] {
      let fact = SampleFacts.fact(type, SampleFacts.sample(type).full)
      return sealedValues(in: fact.data(with: SampleFacts.circumstances))
    }
    #expect(sealed("case.opened") == [Self.a, Self.b, Self.note])
    #expect(sealed("measure.proposed") == [Self.c, Self.note])
    #expect(sealed("decision.appealed") == [Self.a, Self.b, Self.note])
    #expect(sealed("measure.approved") == [Self.note])
    #expect(
      sealedValues(in: [["sealed": .string(Self.b.text)], ["x": ["sealed": .string(Self.a.text)]]]) == [Self.b, Self.a])
  }

  @Test("the commitments that an erasure names are not sealed again by being named")
  func named() {
    let fact = SampleFacts.fact("entry.value-erased", SampleFacts.sample("entry.value-erased").full)
    #expect(sealedValues(in: fact.data(with: Circumstances())) == [])
  }

  @Test("a digest elsewhere, a longer object and a malformed commitment are none")
  func tampered() {
    let text = JSONValue.string(Self.a.text)
    for data: JSONValue in [
      ["sha256": text], ["sealed": text, "x": 1], ["sealed": "aa"], ["sealed": 1], text, [text], .null,
    ] {
      #expect(sealedValues(in: data) == [])
    }
  }
}
