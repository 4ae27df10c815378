import DurableFiles
import Foundation
import Glibc
import Integrity
import LedgerDomain
import StrictJSON
import Testing

@testable import JournalStore

@Suite("Sealed values and presented documents")
struct SealedFolderTests {
  let ledger = ScratchLedger()
  private var sealed: SealedFolder { SealedFolder(of: LedgerFolder(ledger.path)) }

  private func note(_ number: Int, _ sealing: Sealing, _ writer: JournalWriter) throws -> Proposal {
    try Sample.measure(number, note: try Sample.sealed(sealing), known: writer.journal.events)
  }

  @Test("a sealed value is stored before its line, for the owner only, and opened by its commitment")
  func store() throws {
    let faults = Faults()
    let writer = try Sample.create(ledger, Sample.settings(faults.operations))
    let sealing = Sample.sealing(1, Array("Grannen ringde".utf8))
    // A checkpoint of the same tick of the clock would be made older first.
    try FileOperations.system.setModified(of: ledger.path + "/checkpoint", to: FileTime(seconds: 1, nanoseconds: 0))
    let before = faults.calls.count
    _ = try writer.append([try note(1, sealing, writer)], recordedBy: "Anna Ek", sealings: [sealing])
    #expect(try sealed.open(sealing.commitment) == sealing)
    #expect(try ledger.mode(of: "sealed") == 0o700)
    #expect(try ledger.mode(of: "sealed/\(sealing.commitment.hex)") == 0o600)
    // The sequence of changes, as the comment of `append` has it.
    let changes = faults.calls[before...].filter { [.createFolder, .write, .sync, .rename].contains($0.operation) }
    #expect(
      changes.map { call in
        let path = call.path == ledger.path ? "." : call.path.replacing(ledger.path + "/", with: "")
        let isTemporary = FileOperations.isTemporary(name: String(path.split(separator: "/").last ?? ""))
        return "\(call.operation) \(isTemporary ? "temporary" : path)"
      } == [
        "createFolder sealed", "sync .", "write temporary", "sync temporary",
        "rename sealed/\(sealing.commitment.hex)", "sync sealed",
        "write events/000000000001.jsonl", "sync events/000000000001.jsonl",
        "write temporary", "sync temporary", "rename checkpoint", "sync .",
      ])
  }

  @Test("several values of a batch are each synced, and their names once, before any line")
  func severalStored() throws {
    let faults = Faults()
    let writer = try Sample.create(ledger, Sample.settings(faults.operations))
    let sealings = (1...3).map { Sample.sealing($0, [UInt8($0)]) }
    let known = writer.journal.events
    let measures = try sealings.enumerated().map { index, sealing in
      try Sample.measure(index + 1, note: try Sample.sealed(sealing), known: known)
    }
    let before = faults.calls.count
    _ = try writer.append(measures, recordedBy: "Anna Ek", sealings: sealings)
    // The ledger's folder, which gets a new one, apart, and the checkpoint's time, which is set back where the clock's ticks ask for it.
    let calls = faults.calls[before...].filter {
      [.write, .sync, .rename].contains($0.operation) && ![ledger.path, ledger.path + "/checkpoint"].contains($0.path)
    }.map { call in
      let path = call.path.replacing(ledger.path + "/", with: "").split(separator: "/")
      let isTemporary = FileOperations.isTemporary(name: String(path.last ?? ""))
      return
        "\(call.operation) \(path.count == 1 ? String(path[0]) : "\(path[0])/\(isTemporary ? "temporary" : "file")")"
    }
    let each = ["write sealed/temporary", "sync sealed/temporary", "rename sealed/file"]
    #expect(Array(calls.prefix(11)) == each + each + each + ["sync sealed", "write events/file"])
    #expect(ledger.names(in: "sealed") == sealings.map(\.commitment.hex).sorted())
  }

  @Test(
    "what may not be read, what is missing, what does not match and what lingers are told apart; only the first is no damage"
  )
  func toldApart() throws {
    let writer = try Sample.create(ledger)
    let sealings = (1...6).map { Sample.sealing($0, Array("Namn \($0)".utf8)) }
    for (index, sealing) in sealings.enumerated() {
      _ = try writer.append([try note(index + 1, sealing, writer)], recordedBy: "Anna Ek", sealings: [sealing])
    }
    for number in 1...2 {
      let erased = ValueErased(
        commitments: [try SealedValue(text: sealings[number - 1].commitment.hex)], reference: "KS/2023-1",
        decided: try Sample.date("2023-01-10"), organ: "Kommunstyrelsen")
      let draft = try Sample.draft(
        SubjectID(.measure, number), .entry(.valueErased(erased)), known: writer.journal.events)
      _ = try writer.append([Proposal(id: Sample.id(50 + number), draft: draft)], recordedBy: "Anna Ek")
    }
    writer.close()
    func path(_ index: Int) -> String { "sealed/\(sealings[index].commitment.hex)" }
    // The second is back, though not whole: what is in it does not count.
    try ledger.write([1], to: path(1))
    try ledger.write([1, 2], to: path(2))
    try ledger.remove(path(3))
    let hidden = "\(ledger.path)/\(path(4))"
    let operations = FileOperations {
      $0.path == hidden && [.open, .read].contains($0.operation) ? .fail(EACCES) : .proceed
    }
    for report in [
      try Journal.verify(ledger.path, operations: operations),
      try Journal.verifyInOrder(ledger.path, operations: operations),
    ] {
      let sealed = report.sealed
      #expect(sealed.count == 6 && sealed.openableCount == 1 && sealed.erasedCount == 1)
      #expect(sealed.lingering == [sealings[1].commitment] && sealed.missing == [sealings[3].commitment])
      #expect(sealed.mismatching.map(\.commitment) == [sealings[2].commitment])
      #expect(sealed.unreadable.map(\.commitment) == [sealings[4].commitment])
      #expect(Set(report.damages.map(\.file)) == [path(1), path(2), path(3)])
    }
  }

  @Test("a commitment whose value nobody stores is refused, and so is a value that no line commits to")
  func unmatched() throws {
    let writer = try Sample.create(ledger)
    let (one, two) = (Sample.sealing(1, [1]), Sample.sealing(2, [2]))
    let proposal = try note(1, one, writer)
    #expect(throws: AppendFailure.sealingMissing(try SealedValue(text: one.commitment.hex))) {
      try writer.append([proposal], recordedBy: "Anna Ek")
    }
    #expect(throws: AppendFailure.sealingUnused(two.commitment)) {
      try writer.append([proposal], recordedBy: "Anna Ek", sealings: [one, two])
    }
    #expect(ledger.names(in: "sealed") == [])
    _ = try writer.append([proposal], recordedBy: "Anna Ek", sealings: [one])
    // A later line may commit to the same value without storing it again.
    #expect(try writer.append([try note(2, one, writer)], recordedBy: "Anna Ek").count == 1)
  }

  @Test("a changed, foreign or missing file does not open, and the report says which")
  func tampered() throws {
    let writer = try Sample.create(ledger)
    let sealings = (1...4).map { Sample.sealing($0, Array("Namn \($0)".utf8)) }
    for (index, sealing) in sealings.enumerated() {
      _ = try writer.append([try note(index + 1, sealing, writer)], recordedBy: "Anna Ek", sealings: [sealing])
    }
    let paths = sealings.map { "sealed/\($0.commitment.hex)" }
    var changed = try ledger.bytes(paths[0])
    changed[changed.count - 2] ^= 1
    try ledger.write(changed, to: paths[0])
    try ledger.write(try ledger.bytes(paths[2]), to: paths[1])
    try ledger.remove(paths[3])
    #expect(throws: SealedFailure.self) { try sealed.open(sealings[0].commitment) }
    #expect(throws: SealedFailure.otherCommitment(found: sealings[2].commitment)) {
      try sealed.open(sealings[1].commitment)
    }
    #expect(try sealed.open(sealings[3].commitment) == nil)
    let report = try Journal.verify(ledger.path)
    var expected: [Integrity.Commitment: Damage.Kind] = [
      sealings[1].commitment: .sealedCommitment(found: sealings[2].commitment), sealings[3].commitment: .sealedMissing,
    ]
    for damage in report.damages {
      let hex = String(damage.file.dropFirst("sealed/".count))
      guard let commitment = Integrity.Commitment(hex: hex) else { return #expect(Bool(false)) }
      if commitment == sealings[0].commitment {
        guard case .sealedText = damage.kind else { return #expect(Bool(false)) }
      } else {
        #expect(damage.kind == expected.removeValue(forKey: commitment))
      }
    }
    #expect(report.damages.count == 3 && expected == [:])
    #expect(report.sealed.count == 4 && report.sealed.openableCount == 1 && report.sealed.erasedCount == 0)
    #expect(report.sealed.missing == [sealings[3].commitment])
    #expect(Set(report.sealed.unopenable.map(\.commitment)) == [sealings[0].commitment, sealings[1].commitment])
  }

  @Test("an erased value is removed with the event that erases it, and every proof stays")
  func erase() throws {
    let writer = try Sample.create(ledger)
    let sealing = Sample.sealing(1, Array("Anna".utf8))
    _ = try writer.append([try note(1, sealing, writer)], recordedBy: "Anna Ek", sealings: [sealing])
    let fact = Fact.entry(
      .valueErased(
        ValueErased(
          commitments: [try SealedValue(text: sealing.commitment.hex)], reference: "KS/2023-1",
          decided: try Sample.date("2023-01-10"), organ: "Kommunstyrelsen")))
    let draft = try Sample.draft(SubjectID(.measure, 1), fact, known: writer.journal.events)
    _ = try writer.append([Proposal(id: Sample.id(50), draft: draft)], recordedBy: "Anna Ek")
    #expect(try sealed.open(sealing.commitment) == nil)
    var report = try Journal.verify(ledger.path)
    #expect(report.isSound && report.sealed.erasedCount == 1 && report.sealed.missing == [])
    // A value that comes back, from a backup say, is seen, and removed by the next writer.
    try ledger.write(sealing.formatted, to: "sealed/\(sealing.commitment.hex)")
    report = try Journal.verify(ledger.path)
    #expect(report.sealed.lingering == [sealing.commitment])
    #expect(
      report.damages == [Damage(file: "sealed/\(sealing.commitment.hex)", kind: .sealedLingering)])
    writer.close()
    let next = try JournalWriter.open(ledger.path, Sample.settings())
    #expect(next.recovery.purged == [sealing.commitment])
    #expect(try sealed.open(sealing.commitment) == nil)
  }

  @Test("a copy without any sealed value is sound; a folder or a link in a value's place is damage")
  func copies() throws {
    try Sample.short(in: ledger)
    let file = "sealed/\(ledger.names(in: "sealed")[0])"
    try ledger.remove(file)
    #expect(try Journal.verify(ledger.path).isSound)
    try FileManager.default.createDirectory(atPath: "\(ledger.path)/\(file)", withIntermediateDirectories: false)
    #expect(try Journal.verify(ledger.path).damages == [Damage(file: file, kind: .notAFile)])
    try ledger.remove(file)
    try ledger.link(file, to: "../checkpoint")
    #expect(try Journal.verify(ledger.path).damages == [Damage(file: file, kind: .notAFile)])
    try ledger.remove("sealed")
    let report = try Journal.verify(ledger.path)
    #expect(report.isSound && report.sealed.missing.count == 1)
  }

  @Test("values that no line commits to are purged by the next writer, all others stay")
  func orphans() throws {
    try Sample.short(in: ledger)
    let kept = ledger.names(in: "sealed")
    let orphan = Sample.sealing(9, [9])
    try ledger.write(orphan.formatted, to: "sealed/\(orphan.commitment.hex)")
    try ledger.write([1], to: "sealed/.\(orphan.commitment.hex).1.0.tmp")
    let writer = try JournalWriter.open(ledger.path, Sample.settings())
    #expect(
      writer.recovery
        == Recovery(purged: [orphan.commitment], temporaries: ["sealed/.\(orphan.commitment.hex).1.0.tmp"]))
    #expect(ledger.names(in: "sealed") == kept)
  }

  @Test("a presented document is read back by its digest, and a changed one is refused")
  func presented() throws {
    try Sample.short(in: ledger)
    let presented = PresentedFolder(of: LedgerFolder(ledger.path))
    for document in [[], Array("# Tertialrapport\n".utf8), [UInt8](repeating: 7, count: 100_000)] as [[UInt8]] {
      let digest = try presented.store(document)
      #expect(digest == SHA256.hash(document))
      #expect(try presented.read(digest) == document)
      #expect(try presented.store(document) == digest)
    }
    let digest = try presented.store([1, 2, 3])
    #expect(try presented.read(SHA256.hash([4])) == nil)
    try ledger.write([1, 2, 4], to: "presented/\(digest.hex)")
    #expect(throws: PresentedFailure.otherDigest(expected: digest, found: SHA256.hash([1, 2, 4]))) {
      try presented.read(digest)
    }
    #expect(try Journal.verify(ledger.path).notChecked.contains(.presented))
  }

  @Test(
    "every naughty string comes back byte for byte, as a title and as a sealed note",
    .enabled(if: SharedData.exists("strings/blns.json"), "shared data strings/blns.json is absent"))
  func naughtyStrings() throws {
    guard case .array(let values) = try JSONValue(parsing: SharedData.bytes("strings/blns.json")) else {
      return #expect(Bool(false))
    }
    let strings = values.map { value in if case .string(let text) = value { text } else { "" } }
    #expect(strings.count == 515)
    let writer = try Sample.create(ledger)
    let known = writer.journal.events
    let sealings = strings.enumerated().map { Sample.sealing($0 + 1, Array($1.utf8)) }
    var proposals: [Proposal] = []
    for (index, text) in strings.enumerated() {
      let note = try Sample.sealed(sealings[index])
      if text.isEmpty {
        // What says nothing is no title; it can be a note.
        #expect(throws: Refusal.empty(field: "title")) { try Sample.measure(index + 1, text, known: known) }
      }
      proposals.append(try Sample.measure(index + 1, text.isEmpty ? "-" : text, note: note, known: known))
    }
    let events = try writer.append(proposals, recordedBy: "Anna Ek", sealings: sealings)
    writer.close()
    let journal = try Journal.open(ledger.path)
    #expect(Array(journal.events.dropFirst()) == events)
    for (index, event) in journal.events.dropFirst().enumerated() {
      guard case .measure(.proposed(let proposed)) = event.fact else { return #expect(Bool(false)) }
      let text = strings[index].isEmpty ? "-" : strings[index]
      #expect(Array(proposed.title.text.utf8) == Array(text.utf8), "\(index)")
      let sealed = try #require(event.circumstances.note?.sealed.text)
      #expect(sealed.utf8.elementsEqual(sealings[index].commitment.hex.utf8))
      #expect(try self.sealed.open(sealings[index].commitment)?.value == Array(strings[index].utf8), "\(index)")
    }
  }
}
