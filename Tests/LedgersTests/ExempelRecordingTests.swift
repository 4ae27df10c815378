import Foundation
import Integrity
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@Suite("how the made-up ledger was typed")
struct ExempelRecordingTests {
  private let chronicle = Exempel.chronicle

  @Test("at believable hours: working days that are no holidays, 07:30 to 17:00 in Sweden, whole seconds")
  func workingHours() {
    for event in chronicle.events {
      let reading = SwedishTime.reading(of: event.recorded)
      let day = SwedishTime.date(of: event.recorded)
      let clock = reading.suffix(5)
      #expect(event.recorded.milliseconds % 1000 == 0, "\(reading)")
      #expect(day.weekday <= 5 && !holidays.contains(day), "\(reading) \(event.subject.text)")
      #expect(clock >= "07:30" && clock <= "17:00", "\(reading) \(event.subject.text)")
    }
  }

  /// Weekdays without work in Sweden, of the years of the ledger.
  private let holidays: Set<LocalDate> = [
    "2022-01-06", "2022-04-15", "2022-04-18", "2022-05-26", "2022-06-06", "2022-06-24", "2022-12-26", "2023-01-06",
    "2023-04-07", "2023-04-10", "2023-05-01", "2023-05-18", "2023-06-06", "2023-06-23", "2023-12-25", "2023-12-26",
    "2024-01-01", "2024-03-29", "2024-04-01", "2024-05-01",
  ]

  @Test("never before it was true, but for what is planned")
  func notBeforehand() {
    for event in chronicle.events {
      guard let effective = event.effective else { continue }
      #expect(effective.start <= event.recorded, "\(event.position) \(event.fact.type)")
    }
  }

  @Test("with one small step back of the clock")
  func oneStepBack() {
    let times = chronicle.events.map(\.recorded.milliseconds)
    let steps = zip(times, times.dropFirst()).filter { $1 < $0 }.map { $0 - $1 }
    #expect(steps == [38_000])
  }

  @Test("partly in batches")
  func batches() {
    let batches = chronicle.events.compactMap(\.batch).filter { $0.place == 1 }
    #expect(batches.count >= 40)
    #expect(batches.contains { $0.count == 3 })
  }

  @Test(
    "with sealed values that stand nowhere in the lines, and one case whose values are erased",
    .enabled(if: !RecordedFolder.isRecording))
  func sealed() throws {
    let folder = RecordedFolder.journal("exempel")
    let journal = try Journal.open(folder)
    let text = Data(journal.entries.flatMap(\.line))
    var erased: Set<SubjectID> = []
    for event in journal.events {
      for sealed in sealedValues(in: event.fact.data(with: event.circumstances)) {
        let commitment: Integrity.Commitment? = .init(hex: sealed.text)
        guard let sealing = try SealedFolder(of: LedgerFolder(folder)).open(#require(commitment)) else {
          erased.insert(event.subject)
          continue
        }
        #expect(text.range(of: Data(sealing.value)) == nil)
      }
    }
    #expect(erased == [.c(5)])
  }

  @Test("with every presented document kept under its digest", .enabled(if: !RecordedFolder.isRecording))
  func presented() throws {
    let folder = PresentedFolder(of: LedgerFolder(RecordedFolder.journal("exempel")))
    for event in chronicle.events {
      guard case .followUp(.presented(let presented)) = event.fact else { continue }
      let digest = try #require(Digest(hex: presented.document.sha256.text))
      let document = try #require(try folder.read(digest))
      #expect(Data(document).range(of: Data("Påhittat exempel.".utf8)) != nil)
    }
  }

  @Test("with nothing from the real ledger in it", .enabled(if: !RecordedFolder.isRecording))
  func nothingReal() throws {
    let journal = try Journal.open(RecordedFolder.journal("exempel"))
    let text = Data(journal.entries.flatMap(\.line))
    for word in ["Katrineholm", "Nävertorp", "Jergard", "Söderberg"] {
      #expect(text.range(of: Data(word.utf8)) == nil, "\(word)")
    }
  }
}
