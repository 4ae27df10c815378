import Testing

@testable import CommandArguments

/// The same distance by its definition: the best of all ways to go on, without memory.
private func slowDistance(_ a: ArraySlice<Character>, _ b: ArraySlice<Character>) -> Int {
  guard let lastA = a.last, let lastB = b.last else { return max(a.count, b.count) }
  var best = min(
    slowDistance(a.dropLast(), b) + 1, slowDistance(a, b.dropLast()) + 1,
    slowDistance(a.dropLast(), b.dropLast()) + (lastA == lastB ? 0 : 1))
  if a.count > 1, b.count > 1, a.dropLast().last == lastB, b.dropLast().last == lastA {
    best = min(best, slowDistance(a.dropLast(2), b.dropLast(2)) + 1)
  }
  return best
}

@Suite("the nearest word")
struct NearestWordTests {
  @Test("is measured as the definition says, for all short words, exactly up to the limit")
  func reference() {
    var words: [[Character]] = [[]]
    for length in 1...4 {
      words += words.filter { $0.count == length - 1 }.flatMap { word in "abc".map { word + [$0] } }
    }
    for a in words where a.count <= 3 {
      for b in words {
        let slow = slowDistance(a[...], b[...])
        for limit in 1...4 {
          let fast = editDistance(a, b, limit: limit)
          if slow <= limit ? fast != slow : fast <= limit { Issue.record("\(a) \(b): \(fast), not \(slow)") }
        }
      }
    }
  }

  @Test(
    "is suggested when it is near enough",
    arguments: [
      ("mesure", "measure"), ("measrue", "measure"), ("MEASURE", "measure"), ("meas", "measure"),
      ("refer-bakc", "refer-back"),
      ("shwo", "show"), ("x", nil), ("", nil), ("zzzzzzz", nil), ("a", nil), ("åpprove", "approve"),
    ] as [(String, String?)])
  func suggestions(word: String, expected: String?) {
    #expect(nearest(word, among: ["measure", "approve", "refer-back", "reject", "show"]) == expected)
  }

  @Test("is the first of the nearest, and none of several that continue the word")
  func ties() {
    #expect(nearest("lisp", among: ["list", "lift"]) == "list")
    #expect(nearest("re", among: ["register", "reverse"]) == nil)
  }
}
