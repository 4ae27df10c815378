import DurableFiles
import Foundation
import Integrity
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import JournalStore

@Suite("A restore")
struct RestoreTests {
  let scene: BackupScene

  init() throws {
    scene = try BackupScene()
  }

  @Test("gives the ledger back byte for byte, and a writer goes on in it")
  func whole() throws {
    try scene.backUp()
    let restore = try scene.restore()
    #expect(restore.sealed?.restoredCount == 2 && restore.valueCount == 2 && restore.documentCount == 1)
    #expect(restore.sealed?.missingCount == 0 && restore.erasedAgain == [] && restore.beyondCount == 0)
    let checkpoint = try scene.write(restore)
    #expect(checkpoint == restore.checkpoint)
    #expect(scene.state(scene.restored) == scene.state(scene.ledger))
    #expect(try scene.mode("\(scene.restored)/sealed") == 0o700)
    #expect(try scene.mode("\(scene.restored)/sealed/\(scene.name(of: 2))") == 0o600)
    #expect(try Journal.verify(scene.restored).isSound)
    let writer = try JournalWriter.open(scene.restored, Sample.settings(seconds: 60))
    #expect(writer.recovery.isEmpty)
    _ = try writer.append([try Sample.measure(70, known: writer.journal.events)], recordedBy: "Bo Alm")
    writer.close()
    #expect(try Journal.verify(scene.restored).computedSize == 7)
  }

  @Test("without the folder of values restores the lines alone; a plain copy of a ledger does as a backup")
  func plain() throws {
    try scene.backUp(sealed: false)
    try scene.write(try scene.restore(sealed: false))
    #expect(scene.values("\(scene.restored)/sealed") == [] && scene.files(scene.restored)["backup.json"] == nil)
    #expect(try Journal.verify(scene.restored).isSound)
    scene.remove(scene.restored)
    let request = Restore.Request(
      backup: scene.ledger, path: scene.restored, sealed: scene.ledger + "/sealed")
    try scene.write(try Restore(request))
    #expect(scene.state(scene.restored) == scene.state(scene.ledger))
  }

  @Test("what is erased does not come back, and under which decision is said")
  func heldBack() throws {
    try scene.backUp()
    let lingering = scene.sealings[0]
    try scene.put(lingering.formatted, "\(scene.sealed)/\(lingering.commitment.hex)")
    let restore = try scene.restore()
    let decision = DisposalDecision(
      reference: "KS 2023:14", decided: try Sample.date("2023-01-10"), organ: "Kommunstyrelsen")
    #expect(restore.sealed?.heldBack == [DecisionCount(decision: decision, count: 1)])
    try scene.write(restore)
    #expect(scene.values("\(scene.restored)/sealed") == [scene.name(of: 2), scene.name(of: 3)])
  }

  @Test("values that are gone without a decision are counted, and so are those of no line")
  func missing() throws {
    try scene.backUp()
    scene.remove("\(scene.sealed)/\(scene.name(of: 2))")
    let other = Sample.sealing(99, [1])
    try scene.put(other.formatted, "\(scene.sealed)/\(other.commitment.hex)")
    let restore = try scene.restore()
    #expect(restore.sealed == Restore.Sealed(restoredCount: 1, missingCount: 1, foreignCount: 1))
    try scene.write(restore)
    #expect(scene.values("\(scene.restored)/sealed") == [scene.name(of: 3)])
  }

  @Test("erasures of a lost newer book are applied again: the values stay away and the entries are recorded anew")
  func receipts() throws {
    try scene.backUp()
    let known = try scene.erase(2, reference: "KS 2023:20")
    let own = try Journal.open(scene.ledger).entries[5].line
    let file = known + [0x0A] + own + [0x0A] + known
    let restore = try scene.restore(file)
    let decision = DisposalDecision(
      reference: "KS 2023:20", decided: try Sample.date("2023-01-10"), organ: "Kommunstyrelsen")
    #expect(restore.erasedAgain == [DecisionCount(decision: decision, count: 1)] && restore.erasureCount == 1)
    #expect(restore.sealed?.restoredCount == 1 && restore.sealed?.missingCount == 0)
    let checkpoint = try scene.write(restore)
    #expect(checkpoint.size == 7)
    #expect(scene.values("\(scene.restored)/sealed") == [scene.name(of: 3)])
    let report = try Journal.verify(scene.restored)
    #expect(report.isSound && report.sealed.erasedCount == 2 && report.checkpoint == checkpoint)
    let last = try #require(try Journal.open(scene.restored).events.last)
    #expect(last.recordedBy == "Bo Alm" && last.subject == SubjectID(.measure, 2))
    guard case .entry(.valueErased(let erased)) = last.fact else { return #expect(Bool(false)) }
    #expect(DisposalDecision(erased) == decision && erased.commitments.map(\.text) == [scene.name(of: 2)])
  }

  @Test("of a line that names values of this book and newer ones, those of this book are erased and the others counted")
  func partlyNewer() throws {
    try scene.backUp()
    let line = try scene.erase(2)
    let text = String(decoding: line, as: UTF8.self).replacing(
      "\"\(scene.name(of: 2))\"", with: "\"\(scene.name(of: 2))\",\"\(Sample.sealing(99, [1]).commitment.hex)\"")
    let restore = try scene.restore(Array(text.utf8))
    #expect(restore.newerCount == 1 && restore.erasedAgain.map(\.count) == [1])
    try scene.write(restore)
    #expect(scene.values("\(scene.restored)/sealed") == [scene.name(of: 3)])
    #expect(try Journal.verify(scene.restored).isSound)
  }

  @Test("a value of several subjects is erased again of each, and counted once")
  func severalSubjects() throws {
    try scene.share(2)
    try scene.backUp()
    let lines = try [scene.erase(2), scene.erase(2, about: 4)]
    let restore = try scene.restore(Array(lines.joined(separator: [0x0A])))
    #expect(restore.erasureCount == 2 && restore.erasedAgain.map(\.count) == [1])
    #expect(try scene.write(restore).size == 9)
    #expect(scene.values("\(scene.restored)/sealed") == [scene.name(of: 3)])
    let subjects = try Journal.open(scene.restored).events.suffix(2).map(\.subject)
    #expect(subjects == [SubjectID(.measure, 2), SubjectID(.measure, 4)])
    scene.remove(scene.restored)
    #expect(try scene.backUp().sealed?.removedCount == 1)
    try scene.put(scene.sealings[1].formatted, "\(scene.sealed)/\(scene.name(of: 2))")
    #expect(try scene.restore().sealed?.heldBack.map(\.count) == [1])
  }

  @Test("what is beyond the backup's checkpoint is not restored, and how much it was is said")
  func beyond() throws {
    let request = Restore.Request(backup: scene.ledger, path: scene.restored)
    let checkpoint = try FileOperations.system.read("\(scene.ledger)/checkpoint")
    try scene.note()
    try scene.put(checkpoint, "\(scene.ledger)/checkpoint")
    let restore = try Restore(request)
    #expect(restore.beyondCount == 1)
    try scene.write(restore)
    #expect(try Journal.verify(scene.restored).computedSize == 6)
  }

  @Test("the history of the backup stands to what was kept elsewhere as that of the ledger")
  func history() throws {
    let kept = try Checkpoint(parsing: FileOperations.system.read("\(scene.ledger)/checkpoint"))
    try scene.note()
    let newer = try Checkpoint(parsing: FileOperations.system.read("\(scene.ledger)/checkpoint"))
    try scene.backUp()
    let request = Restore.Request(backup: scene.backup, path: scene.restored)
    let other = Checkpoint(origin: kept.origin, size: 6, root: newer.root)
    let history = try Restore(request, rootsAt: [6, 7]).history
    #expect(history.standing(of: .checkpoint(kept)) == .holds && history.standing(of: .checkpoint(newer)) == .holds)
    #expect(history.standing(of: .checkpoint(other)) == .forked(size: 6))
    try scene.note()
    let last = try Checkpoint(parsing: FileOperations.system.read("\(scene.ledger)/checkpoint"))
    #expect(history.standing(of: .checkpoint(last)) == .shortened(size: 8, lineCount: 7))
  }
}
