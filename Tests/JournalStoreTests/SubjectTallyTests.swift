import DurableFiles
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import JournalStore

/// What two tallies of a sweep gather of the example ledger, beside the events read one after the other.
@Suite("The tallies of lines about a subject, and of subjects in a span")
struct SubjectTallyTests {
  private func swept<Tally: LineTally>(_ empty: Tally) throws -> Tally {
    let sweep = try #require(try JournalSweep(ExampleLedger.folder))
    return try #require(try sweep.run(empty: empty)).tally
  }

  private func events() throws -> [Event] { try Journal.open(ExampleLedger.folder).entries.map(\.event) }

  @Test("lines about a subject and lines that name it, with what a correction says of a day")
  func lines() throws {
    let events = try events()
    for subject in Set(events.map(\.subject)) {
      var expected = SubjectLineTally(of: subject)
      for event in events { expected.take(event) }
      let found = try swept(SubjectLineTally(of: subject)).lines
      #expect(found == expected.lines, "\(subject)")
      #expect(found.contains { $0.isAbout })
    }
    let corrected = try swept(SubjectLineTally(of: "M-0003")).lines.compactMap(\.correctedEffective)
    #expect(corrected.count == 1)
  }

  @Test("the subjects of which a line is effective between two moments, or is said to be")
  func subjects() throws {
    let events = try events()
    for (first, end): (Effective, Effective) in [
      ("2022-01-24", "2022-01-25"), ("2022-02-01", "2022-03-01"), ("2021-01-01", "2025-01-01"),
      ("2022-10-05", "2022-10-05"),
    ] {
      let span = first.start..<max(first.start, end.start)
      let expected = events.filter { event in
        if let effective = event.effective, span.contains(effective.start) { return true }
        guard case .entry(.corrected(let corrected)) = event.fact, corrected.field == "effective",
          case .string(let text)? = corrected.new, let moved = try? Effective(text: text)
        else { return false }
        return span.contains(moved.start)
      }
      let found = try swept(EffectiveTally(from: first.start, before: end.start)).subjects
      #expect(found == Set(expected.map(\.subject)), "\(first)–\(end)")
    }
  }
}
