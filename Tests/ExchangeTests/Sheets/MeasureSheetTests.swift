import CommandArguments
import DurableFiles
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@testable import Exchange

@Suite("The sheet of measures")
struct MeasureSheetTests {
  /// Expects that a sheet that comes back as it was adds nothing, in every form that a spreadsheet may save it in.
  private func expectNothing(_ chronicle: Chronicle, _ language: Language, _ name: String) throws {
    let edited = try EditedSheet(chronicle, language)
    for (encoding, separator) in zip(SavedAs.allCases, [";", "\t", "\t", ",", ";"] as [Character]) {
      let plan = try edited.plan(edited.bytes(separator, encoding))
      #expect(plan.recording.proposals.isEmpty, "\(name) \(encoding)")
      #expect(plan.problems.isEmpty, "\(name) \(encoding): \(plan.problems.prefix(3))")
      #expect(plan.unchangedCount == edited.rows.count && plan.rows.isEmpty && plan.absent.isEmpty, "\(name)")
    }
  }

  @Test("an export that is imported unchanged adds nothing", arguments: ["exempel", "katrineholm"], Language.allCases)
  func unchanged(ledger: String, language: Language) throws {
    let folder = ExampleLedger.folder.replacing("exempel", with: ledger)
    let view = try JournalView.open(folder, cache: nil)
    try expectNothing(Chronicle(view), language, ledger)
  }

  @Test(
    "nor does that of any journal that a seed makes, as known at any time", arguments: 1...6 as ClosedRange<UInt64>)
  func generated(seed: UInt64) throws {
    let chronicle = Chronicle(RandomJournal.events(count: 90, measures: 5, seed: seed))
    for position in stride(from: 30, through: chronicle.position, by: 30) {
      try expectNothing(chronicle.known(through: position), .sv, "seed \(seed) at \(position)")
    }
    // One that was written earlier, and not touched, adds nothing either.
    let early = try EditedSheet(chronicle.known(through: 40))
    let plan = try early.plan(into: chronicle)
    #expect(plan.recording.proposals.isEmpty && plan.problems.isEmpty)
  }

  @Test(
    "titles that mean something to spreadsheets come back as they were",
    arguments: ["=1+1", "'=x", "007", "1-2", "SANT", "a;b\"c\"\n d", "-", "\u{202E}x", "≥ 4 😀"])
  func titles(title: String) throws {
    var proposed = MeasureProposed.sample
    proposed.title = Text(title)
    proposed.goal = Text(title)
    let world = World.standard.after(.measure(.proposed(proposed), on: "2022-02-01"))
    try expectNothing(world.chronicle, .sv, title)
  }

  @Test("reads as on file")
  func onFile() throws {
    let view = try JournalView.open(ExampleLedger.folder, cache: nil)
    let sheet = MeasureSheet(Chronicle(view), .sv)
    let text = String(decoding: sheet.csv(sheet.measures), as: UTF8.self).replacing("\r\n", with: "\n")
    Golden.expect(text, is: "exchange/atgarder.csv")
  }
}
