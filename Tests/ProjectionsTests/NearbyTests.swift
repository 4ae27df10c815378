import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import Projections

/// Which subjects an answer about an unknown one speaks of.
@Suite("Subjects near an unknown one")
struct NearbyTests {
  private func chronicle(_ count: Int) -> Chronicle {
    Chronicle(
      (1...count).map { number in
        Event(
          id: .at(number), subject: SubjectID(.case, number), recorded: "2022-03-01T10:00Z", position: number,
          subjectVersion: 1, effective: nil, recordedBy: "x", fact: .case(.opened(CaseOpened(title: "Klotter"))))
      })
  }

  @Test("few are given whole; of many the first, the last and those one slip away")
  func few() {
    #expect(chronicle(200).subjects(near: "C-0900") == (1...200).map { SubjectID(.case, $0) })
    let near = chronicle(5000).subjects(near: "C-5042")
    #expect(near.first == "C-0001" && near.last == "C-5000")
    #expect(near.count < 300)
    #expect(near.contains("C-0042") && near.contains("C-4042") && near.contains("C-0542") && !near.contains("C-4999"))
    #expect(chronicle(3).subjects(near: "M-0001") == [])
  }

  @Test("a slip is one digit that is other, missing or added, or two that are swapped")
  func slips() {
    let slips = Chronicle.slips("C-0012")
    #expect(slips.isSuperset(of: ["C-0013", "C-0021", "C-9012", "C-0102"]))
    #expect(!slips.contains("C-0012") && !slips.contains("C-0033"))
    #expect(Chronicle.slips("C-12345").isSuperset(of: ["C-1234", "C-12346", "C-21345", "C-123456"]))
  }

  @Test("the next number and the last subject are those of the whole list")
  func last() {
    let chronicle = chronicle(7)
    #expect(chronicle.nextID(.case) == "C-0008" && chronicle.nextID(.measure) == "M-0001")
    #expect(chronicle.lastSubject(.case) == chronicle.subjects(.case).last && chronicle.lastSubject(.body) == nil)
    #expect(chronicle.count(about: "C-0003") == 1 && chronicle.count(about: "C-0009") == 0)
  }
}
