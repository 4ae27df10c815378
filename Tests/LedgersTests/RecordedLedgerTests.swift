import Integrity
import JournalStore
import LedgerDomain
import Projections
import TestSupport
import Testing

@Suite("the ledgers in the repository", .serialized)
struct RecordedLedgerTests {
  @Test("are their stories, byte for byte", arguments: ["katrineholm", "exempel"])
  func areTheirStories(_ name: String) throws {
    let files = try RecordedFolder.written(story(name)) { try RecordedFolder.files(in: $0) }
    if RecordedFolder.isRecording { try RecordedFolder.record(files, as: name) }
    let recorded = try RecordedFolder.files(in: RecordedFolder.journal(name))
    #expect(recorded.keys.sorted() == files.keys.sorted())
    for (path, bytes) in files { #expect(recorded[path] == bytes, "\(name)/\(path)") }
  }

  @Test("open with every line proved and nothing beyond the checkpoint", arguments: ["katrineholm", "exempel"])
  func open(_ name: String) throws {
    let journal = try Journal.open(RecordedFolder.journal(name))
    let scribe = story(name)
    #expect(journal.tail == nil)
    #expect(journal.checkpoint?.size == scribe.chronicle.position)
    #expect(journal.entries.map(\.event) == scribe.chronicle.events)
  }

  @Test("pass every rule of the domain", arguments: ["katrineholm", "exempel"])
  func passTheRules(_ name: String) {
    #expect(story(name).refused == [])
  }

  private func story(_ name: String) -> Scribe { name == "exempel" ? Exempel.written() : Katrineholm.written() }
}
