import Audit
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("Entries that may commit to a value")
struct SealedEntriesTests {
  private func event(_ type: String, _ data: JSONObject, _ circumstances: Circumstances = Circumstances()) -> Event {
    Event(
      id: .at(1), subject: "C-0001", recorded: "2022-02-01T09:00Z", position: 1, subjectVersion: 1, effective: nil,
      recordedBy: "registrator", fact: SampleFacts.fact(type, data), circumstances: circumstances)
  }

  @Test("are told from the others without a look into their data", arguments: SampleFacts.all.map(\.type))
  func told(_ type: String) {
    let sample = SampleFacts.sample(type)
    // An erasure names commitments, and makes none.
    if type == ValueErased.type { return }
    for data in [sample.full, sample.least] {
      let event = event(type, data)
      let isSealed = !sealedValues(in: event.fact.data(with: event.circumstances)).isEmpty
      #expect(event.maySeal == isSealed, "\(type)")
      #expect(self.event(type, data, SampleFacts.circumstances).maySeal)
    }
  }
}
