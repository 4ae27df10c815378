import DurableFiles
import Foundation
import Integrity
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import JournalStore

/// A writer knows its ledger from a cache, from a sweep, or from the slow reading: what it does is the same.
@Suite("What a writer knows when it opens")
struct WriterOpeningTests {
  enum Way: CaseIterable {
    case cache, sweep, known, slow
  }

  /// Opens a ledger in a way; `cache` is a folder for the index.
  private func open(_ ledger: ScratchLedger, _ way: Way, _ cache: ScratchLedger) throws -> JournalWriter {
    var settings = Sample.settings()
    switch way {
    case .sweep: break
    case .cache: settings.cache = IndexCache(folder: cache.path, writesFrom: 1)
    case .known:
      return try JournalWriter.open(ledger.path, settings, known: try JournalView.open(ledger.path))
    case .slow:
      // A line that only the slow reading looks at: half an append beyond the checkpoint.
      let file = "events/\(ledger.names(in: "events").last ?? "")"
      try ledger.write(try ledger.bytes(file) + Array("{\"spec".utf8), to: file)
      let writer = try JournalWriter.open(ledger.path, settings)
      #expect(writer.recovery.setAside != nil)
      return writer
    }
    return try JournalWriter.open(ledger.path, settings)
  }

  /// Records, closes, opens again, repeats, is refused: a life whose outcome is the folder.
  private func live(_ way: Way, _ ledger: ScratchLedger, _ cache: ScratchLedger) throws -> [String] {
    var log: [String] = []
    func note(_ work: () throws(AppendFailure) -> [Event]) {
      do throws(AppendFailure) {
        log.append("\(try work().map { "\($0.position) \($0.subject.text) \($0.subjectVersion)" })")
      } catch {
        log.append("\(error)")
      }
    }
    try Sample.short(in: ledger, segmentByteLimit: 1500)
    let known = try Journal.open(ledger.path).events
    let sealing = Sample.sealing(1, Array("Grannen ringde".utf8))
    for round in 0..<3 {
      if way == .cache, round != 1 {
        _ = try JournalView.open(ledger.path, cache: IndexCache(folder: cache.path, writesFrom: 1))
      }
      let writer = try open(ledger, way, cache)
      let base = 100 * (round + 1)
      let repeated = try Sample.measure(
        2, "Belysning i Lövåsen", refs: [SubjectID(.measure, 1)], known: known.prefix(2).map { $0 })
      let pair = [repeated, try Sample.reassigning(1, id: 7, known: known.prefix(2).map { $0 })]
      note { () throws(AppendFailure) in try writer.append(pair, recordedBy: "Bo Alm") }
      note { () throws(AppendFailure) in try writer.append([pair[0]], recordedBy: "Bo Alm") }
      let fresh = try Sample.measure(base, refs: [SubjectID(.measure, 2)], known: known)
      for (subject, position) in [(1, 3), (1, 4), (2, 2), (2, 3), (2, 5), (3, 5), (base, 0)] {
        let condition = AppendCondition(unchanged: [SubjectID(.measure, subject)], after: position)
        note { () throws(AppendFailure) in
          try writer.append([fresh], recordedBy: "Anna Ek", condition: condition)
        }
      }
      let noted = try Sample.measure(base + 1, note: try Sample.sealed(sealing), known: known)
      note { () throws(AppendFailure) in try writer.append([noted], recordedBy: "Anna Ek", sealings: [sealing]) }
      note { () throws(AppendFailure) in try writer.append([noted], recordedBy: "Anna Ek") }
      let again = try Sample.reassigning(1, id: base + 7, known: known)
      note { () throws(AppendFailure) in try writer.append([again], recordedBy: "Anna Ek") }
      note { () throws(AppendFailure) in try writer.append([again], recordedBy: "Anna Ek") }
      let since = AppendCondition(unchanged: [SubjectID(.measure, 1)], after: writer.position - 1)
      let late = try Sample.measure(base + 2, known: known)
      note { () throws(AppendFailure) in try writer.append([late], recordedBy: "Anna Ek", condition: since) }
      #expect(try writer.remembered() == Journal.open(ledger.path).events)
      writer.close()
    }
    return log
  }

  @Test("a life that is led on any of them leaves the same bytes and hears the same answers")
  func sameLife() throws {
    var lives: [(files: [String: [UInt8]], log: [String])] = []
    for way in Way.allCases {
      let (ledger, cache) = (ScratchLedger(), ScratchLedger())
      let log = try live(way, ledger, cache)
      var files: [String: [UInt8]] = ["checkpoint": try ledger.bytes("checkpoint")]
      for name in ledger.names(in: "events") { files[name] = try ledger.bytes("events/\(name)") }
      for name in ledger.names(in: "sealed") { files[name] = try ledger.bytes("sealed/\(name)") }
      lives.append((files, log))
      #expect(try Journal.verify(ledger.path).isSound)
      #expect(way != .cache || !cache.names(in: "").isEmpty)
    }
    #expect(lives[0].log.count == 3 * 14 && lives[0].files.count >= 4)
    for life in lives.dropFirst() {
      #expect(life.files == lives[0].files)
      #expect(life.log == lives[0].log)
    }
  }

  @Test("with a cache a writer reads only what is new, and leaves the cache file as it is")
  func readsLittle() throws {
    let (ledger, cache) = (ScratchLedger(), ScratchLedger())
    let writer = try Sample.create(ledger)
    let known = writer.journal.events
    for number in 1...300 { _ = try writer.append([try Sample.measure(number, known: known)], recordedBy: "Anna Ek") }
    writer.close()
    _ = try JournalView.open(ledger.path, cache: IndexCache(folder: cache.path, writesFrom: 1))
    let file = try #require(cache.names(in: "").first)
    let before = try cache.bytes(file)
    let plan = FaultPlan()
    var settings = Sample.settings(plan.operations)
    settings.cache = IndexCache(folder: cache.path, writesFrom: 1)
    let next = try JournalWriter.open(ledger.path, settings)
    #expect(next.view.sweptCount == 0 && next.view.count == 301)
    _ = try next.append([try Sample.measure(301, known: known)], recordedBy: "Anna Ek")
    next.close()
    #expect(try cache.bytes(file) == before)
    let third = try JournalWriter.open(ledger.path, settings)
    #expect(third.view.sweptCount == 1 && third.view.count == 302)
  }

  @Test("a cache that was damaged, or is of another ledger, changes nothing but the time it takes")
  func damagedCache() throws {
    let (ledger, cache) = (ScratchLedger(), ScratchLedger())
    try Sample.short(in: ledger)
    _ = try JournalView.open(ledger.path, cache: IndexCache(folder: cache.path, writesFrom: 1))
    let file = try #require(cache.names(in: "").first)
    let bytes = try cache.bytes(file)
    let known = try Journal.open(ledger.path).events
    for place in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 40)) {
      var changed = bytes
      changed[place] ^= 0x10
      try cache.write(changed, to: file)
      var settings = Sample.settings()
      settings.cache = IndexCache(folder: cache.path)
      let writer = try JournalWriter.open(ledger.path, settings)
      #expect(throws: AppendFailure.changed(SubjectID(.measure, 1), position: 4)) {
        try writer.append(
          [try Sample.measure(9, known: known)], recordedBy: "Anna Ek",
          condition: AppendCondition(unchanged: [SubjectID(.measure, 1)], after: 3))
      }
      #expect(try writer.remembered() == known)
      writer.close()
    }
  }

  @Test("a view from before the lock is used as it is where nothing has come since, and caught up where something has")
  func catchUp() throws {
    let ledger = ScratchLedger()
    try Sample.short(in: ledger, segmentByteLimit: 1500)
    let known = try Journal.open(ledger.path).events
    let view = try JournalView.open(ledger.path)
    let first = try JournalWriter.open(ledger.path, Sample.settings(), known: view)
    #expect(first.view === view)
    // Another process, while the first one thinks.
    first.close()
    let other = try JournalWriter.open(ledger.path, Sample.settings(segmentByteLimit: 1500))
    let added = try other.append(
      (20..<25).map { try Sample.measure($0, refs: [SubjectID(.measure, 2)], known: known) }, recordedBy: "Bo Alm")
    _ = try other.append([try Sample.reassigning(1, id: 77, known: known)], recordedBy: "Bo Alm")
    other.close()
    let next = try JournalWriter.open(ledger.path, Sample.settings(), known: view)
    #expect(next.view !== view && next.view.count == 11 && next.view.sweptCount == view.sweptCount + 6)
    #expect(try next.remembered() == Journal.open(ledger.path).events)
    #expect(throws: AppendFailure.changed(SubjectID(.measure, 2), position: 10)) {
      try next.append(
        [try Sample.measure(30, known: known)], recordedBy: "Anna Ek",
        condition: AppendCondition(unchanged: [SubjectID(.measure, 2)], after: view.count))
    }
    #expect(
      try next.append(
        (20..<25).map { try Sample.measure($0, refs: [SubjectID(.measure, 2)], known: known) }, recordedBy: "Bo Alm")
        == added)
    let fourth = try next.append([try Sample.reassigning(1, id: 78, known: known)], recordedBy: "Bo Alm")
    #expect(fourth[0].subjectVersion == 4)
  }

  @Test("lines beyond the checkpoint with a version or an id that is not right are damage, with a cache too")
  func wrongBeyond() throws {
    for change in [("\"subjectversion\":1", "\"subjectversion\":2"), (Sample.id(6001).text, Sample.id(7).text)] {
      let (ledger, cache) = (ScratchLedger(), ScratchLedger())
      try Sample.short(in: ledger)
      _ = try JournalView.open(ledger.path, cache: IndexCache(folder: cache.path, writesFrom: 1))
      let before = try ledger.bytes("checkpoint")
      let writer = try JournalWriter.open(ledger.path, Sample.settings())
      let first = Proposal(id: Sample.id(6001), draft: try Sample.measure(9, known: writer.journal.events).draft)
      _ = try writer.append([first], recordedBy: "Anna Ek")
      writer.close()
      try ledger.write(before, to: "checkpoint")
      let file = "events/000000000001.jsonl"
      let text = String(decoding: try ledger.bytes(file), as: UTF8.self)
      var lines = text.split(separator: "\n").map(String.init)
      let last = lines.removeLast()
      let wrong = last.replacing(change.0, with: change.1)
      #expect(wrong != last)
      try ledger.write(Array((lines + [wrong]).joined(separator: "\n").utf8) + [0x0A], to: file)
      var settings = Sample.settings()
      settings.cache = IndexCache(folder: cache.path)
      let error = #expect(throws: WriterFailure.self) { try JournalWriter.open(ledger.path, settings) }
      guard case .journal(.damage)? = error else { return #expect(Bool(false), "\(String(describing: error))") }
    }
  }

  @Test("an erasure whose line goes the slow way is known as one")
  func slowErasure() throws {
    let ledger = ScratchLedger()
    let writer = try Sample.create(ledger)
    let sealing = Sample.sealing(1, Array("hemligt".utf8))
    _ = try writer.append(
      [try Sample.measure(1, note: try Sample.sealed(sealing), known: writer.journal.events)], recordedBy: "Anna Ek",
      sealings: [sealing])
    let erased = ValueErased(
      commitments: [try SealedValue(text: sealing.commitment.hex)], reference: "KS/2023-1",
      decided: try Sample.date("2023-01-10"), organ: "Kommunstyrelsen")
    let draft = try Sample.draft(SubjectID(.measure, 1), .entry(.valueErased(erased)), known: writer.journal.events)
    let bytes = try ledger.bytes("sealed/\(sealing.commitment.hex)")
    _ = try writer.append([Proposal(id: Sample.id(50), draft: draft)], recordedBy: "🙂")
    writer.close()
    // The value comes back, from a backup say.
    try ledger.write(bytes, to: "sealed/\(sealing.commitment.hex)")
    let next = try JournalWriter.open(ledger.path, Sample.settings())
    #expect(next.recovery.purged == [sealing.commitment])
    next.close()
    #expect(try Journal.verify(ledger.path).sealed.erasedCount == 1)
  }
}
