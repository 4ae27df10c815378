import CommandArguments
import LedgerDomain
import StrictJSON
import Testing

@testable import Wording

@Test func dumpRefusals() {
  for l in Language.allCases {
    print("@@R \(l)")
    for s in RefusalSamples.all {
      print(s.refusal.message(about: s.type, subjects: RefusalSamples.subjects).text(in: l)); print("")
    }
    print("@@Rend")
  }
}
