import DurableFiles
import Foundation
import Integrity
import LedgerDomain
import StrictJSON
import Testing

@testable import JournalStore

/// A short life of a ledger that meets every system call a writer makes: creation, a sealed value, a batch, a segment that is
/// begun, an erasure, several values in one batch and their erasure by one, and a second writer.
///
/// `act` goes on until a failure ends it. What was acknowledged is noted as it happens.
final class FaultScenario {
  let ledger = ScratchLedger(inMemory: true)
  let checkpointing: Checkpointing
  private(set) var acknowledged: [Event] = []
  /// How far `progress` had come when the events were acknowledged.
  private(set) var points: [(point: Int, count: Int)] = []
  private(set) var failures: [FileError] = []
  var progress: () -> Int = { 0 }
  private var isCreated = false

  init(_ checkpointing: Checkpointing) {
    self.checkpointing = checkpointing
  }

  /// The most events that one append of the scenario records.
  static let largestBatch = 3

  private func settings(_ operations: FileOperations) -> WriterSettings {
    var settings = Sample.settings(operations, segmentByteLimit: 2200)
    settings.checkpointing = checkpointing
    return settings
  }

  private func note(_ events: [Event]) {
    acknowledged += events
    points.append((progress(), acknowledged.count))
  }

  /// How many events were acknowledged when `progress` was at a point.
  func acknowledgedCount(at point: Int) -> Int { points.last { $0.point <= point }?.count ?? 0 }

  func act(_ operations: FileOperations) throws {
    do {
      let first = Proposal(id: Sample.id(1), draft: try Sample.draft(.ledger, .ledger(try Sample.opening()), known: []))
      var writer = try JournalWriter.create(ledger.path, first: first, recordedBy: "Anna Ek", settings(operations))
      note(writer.journal.events)
      try appends(writer)
      guard writer.close() == nil else { return }
      writer = try JournalWriter.open(ledger.path, settings(operations))
      note(try writer.append([try measure(5)], recordedBy: "Bo Alm"))
      writer.close()
    } catch WriterFailure.journal(.file(let error)) {
      failures.append(error)
    } catch AppendFailure.file(let error) {
      failures.append(error)
    } catch AppendFailure.notErased(let error, let events) {
      failures.append(error)
      note(events)
    }
  }

  private func appends(_ writer: JournalWriter) throws {
    defer { if writer.failure != nil { writer.close() } }
    let sealings = (1...2).map { Sample.sealing($0, Array("hemligt \($0)".utf8)) }
    for number in 1...2 {
      let note = try Sample.sealed(sealings[number - 1])
      self.note(
        try writer.append(
          [try measure(number, note: note)], recordedBy: "Anna Ek", sealings: [sealings[number - 1]]))
    }
    note(
      try writer.append(
        try (10..<10 + Self.largestBatch).map { try measure($0, String(repeating: "vandring ", count: 30)) },
        recordedBy: "Anna Ek"))
    let erased = ValueErased(
      commitments: [try SealedValue(text: sealings[0].commitment.hex)], reference: "KS/2023-1",
      decided: try Sample.date("2023-01-10"), organ: "Kommunstyrelsen")
    let draft = try Sample.draft(SubjectID(.measure, 1), .entry(.valueErased(erased)), known: acknowledged)
    note(try writer.append([Proposal(id: Sample.id(50), draft: draft)], recordedBy: "Anna Ek"))
    note(try writer.append([try measure(4)], recordedBy: "Anna Ek"))
    try several(writer)
  }

  /// Three values of two subjects in one batch, and then all of them erased by one batch of an event for each subject.
  private func several(_ writer: JournalWriter) throws {
    let sealings = (21...23).map { Sample.sealing($0, Array("hemligt \($0)".utf8)) }
    let values = try sealings.map { try SealedValue(text: $0.commitment.hex) }
    let both = try zip([20, 21], sealings).map { number, sealing in
      try measure(
        number, contact: sealing.commitment == sealings[0].commitment ? Sample.sealed(sealings[2]) : nil,
        note: try Sample.sealed(sealing))
    }
    note(try writer.append(both, recordedBy: "Anna Ek", sealings: sealings))
    let erasures = try [(20, [values[0], values[2]]), (21, [values[1]])].map { number, values in
      let erased = ValueErased(
        commitments: values, reference: "KS/2023-2", decided: try Sample.date("2023-01-11"), organ: "Kommunstyrelsen")
      return Proposal(
        id: Sample.id(60 + number),
        draft: try Sample.draft(SubjectID(.measure, number), .entry(.valueErased(erased)), known: acknowledged))
    }
    note(try writer.append(erasures, recordedBy: "Anna Ek"))
  }

  private func measure(
    _ number: Int, _ title: String = "Belysning", contact: SealedText? = nil, note: SealedText? = nil
  ) throws -> Proposal {
    try Sample.measure(number, title, contact: contact, note: note, known: acknowledged.prefix(1).map { $0 })
  }
}

/// How many of the possible faults are met: with `LIGGARE_FAULTS=N` in the environment all of them, and N times as many
/// states after power failures; without it, one in so many.
enum FaultCount {
  static let factor = ProcessInfo.processInfo.environment["LIGGARE_FAULTS"].flatMap(Int.init) ?? 0

  static func isMet(_ index: Int, oneIn count: Int) -> Bool { factor > 0 || index % count == 0 }

  /// Says how many there were, in a long run.
  static func report(_ text: @autoclosure () -> String) {
    if factor > 0 { print("faults met: \(text())") }
  }
}

/// What must hold of a ledger after any fault: nothing of the first `count` events missing, none beyond them half there, and a
/// writer who mends it and goes on.
func expectMended(
  _ path: String, _ acknowledged: [Event], _ name: @autoclosure () -> String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let name = name()
  func expect(_ isSo: Bool, _ what: String) {
    #expect(isSo, "\(name): \(what)", sourceLocation: sourceLocation)
  }
  do {
    if try FolderContents.isWithoutJournal(LedgerFolder(path), .system) {
      expect(acknowledged.isEmpty, "an empty folder")
      let first = Proposal(id: Sample.id(1), draft: try Sample.draft(.ledger, .ledger(try Sample.opening()), known: []))
      try JournalWriter.create(path, first: first, recordedBy: "Anna Ek", Sample.settings()).close()
    }
    let read = try Journal.open(path).events
    expect(Array(read.prefix(acknowledged.count)) == acknowledged, "a reader finds \(read.count) events")
    let writer = try JournalWriter.open(path, Sample.settings())
    let events = writer.journal.events
    expect(Array(events.prefix(acknowledged.count)) == acknowledged, "a writer finds \(events.count) events")
    expect(events.count - acknowledged.count <= FaultScenario.largestBatch, "\(events.count) events")
    _ = try writer.append([try Sample.measure(77, known: events)], recordedBy: "Bo Alm")
    expect(writer.close() == nil, "the writer ended")
    let report = try Journal.verify(path)
    expect(report.isSound && report.tail == nil && report.sealed.missing.isEmpty, "damage \(report.damages)")
    let rest = try JournalWriter.repair(path, Sample.settings(), isDryRun: true)
    expect(rest.isEmpty, "left over \(rest)")
  } catch {
    Issue.record("\(name): \(error)", sourceLocation: sourceLocation)
  }
}
