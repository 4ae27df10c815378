import Audit
import CommandArguments
import Documents
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("the findings on the two ledgers")
struct FindingsTests {
  private func examined(_ chronicle: Chronicle, _ today: LocalDate) -> (Examination, Basis) {
    let book = Book(chronicle, asOf: .date(today), today: today)
    return (Examination(book), Basis(book, knownAt: nil, root: nil, size: book.position))
  }

  private func text(_ chronicle: Chronicle, _ today: LocalDate, _ language: Language) -> String {
    let (examination, basis) = examined(chronicle, today)
    return TerminalRenderer(width: 100, color: false).render(examination.document(language, basis: basis))
  }

  @Test("on the made-up ledger are exactly what was planted in it")
  func planted() {
    let (examination, _) = examined(Exempel.chronicle, "2024-05-06")
    let found = examination.findings.map { "\($0.rule) \($0.subject) \($0.day)" }
    #expect(found.filter { Planted.all[$0] == nil } == [], "found, but not planted")
    #expect(Planted.all.keys.filter { !found.contains($0) }.sorted() == [], "planted, but not found")
    #expect(found.count == Planted.all.count)
  }

  @Test("on the made-up ledger tell every mark of irregularity, with its reason")
  func marks() {
    let (examination, _) = examined(Exempel.chronicle, "2024-05-06")
    let marked = Exempel.chronicle.events.filter { $0.circumstances.irregular != nil }
    for event in marked {
      let reason = event.circumstances.irregular?.reason.text ?? ""
      let tellers = examination.findings.filter { finding in
        finding.cited.contains { $0.position == event.position } && finding.reason?.text.contains(reason) == true
      }
      #expect(!tellers.isEmpty, "\(event.subject) \(event.fact.type) \(reason)")
    }
    #expect(examination.results.first { $0.rule.id == "RC-05" }?.tested ?? 0 >= marked.count)
  }

  @Test("on the made-up ledger read as on file", arguments: [Language.sv, .en])
  func exempel(_ language: Language) {
    Golden.expect(
      text(Exempel.chronicle, "2024-05-06", language), is: "findings/exempel.\(language.rawValue).txt")
  }

  @Test("on the real ledger say what the document leaves open", arguments: [Language.sv, .en])
  func katrineholm(_ language: Language) {
    Golden.expect(
      text(Katrineholm.written().chronicle, "2026-11-27", language),
      is: "findings/katrineholm.\(language.rawValue).txt")
  }

  @Test("on the real ledger accuse nobody of not following up what this book does not hold")
  func silent() {
    let (examination, _) = examined(Katrineholm.written().chronicle, "2026-11-27")
    #expect(!examination.findings.contains { $0.rule.hasPrefix("FU-") && $0.rule != "FU-00" })
    #expect(examination.results.filter { $0.rule.severity == .breach }.allSatisfy { $0.findings.isEmpty })
  }

  @Test("before anything was known are none, at any position none is lost or made up between two equal readings")
  func everyPosition() {
    let chronicle = Exempel.chronicle
    for position in stride(from: 0, through: chronicle.position, by: 97) {
      let known = chronicle.known(through: position)
      let (one, _) = examined(known, "2024-05-06")
      let (other, _) = examined(known, "2024-05-06")
      #expect(one.findings == other.findings)
      if position == 0 { #expect(one.findings == []) }
      #expect(one.findings.allSatisfy { $0.cited.allSatisfy { (1...position).contains($0.position) } })
    }
  }
}
