import CommandArguments
import LedgerDomain
import StrictJSON
import Testing

@testable import Wording

@Test func dumpAll() {
  func dump<C: Choice & Worded>(_ type: C.Type) {
    print("@@ \(type)")
    for c in type.allCases { print("      \(c.text) | \(c.words.sv) | \(c.words.en)") }
  }
  for t in ChoiceWords.types { dump(t) }
  print("@@ events")
  for t in Fact.readers.keys.sorted() {
    print("      \(t) | \(EventWords.words(ofType: t).sv) | \(EventWords.words(ofType: t).en)")
  }
  print("@@end")
}
