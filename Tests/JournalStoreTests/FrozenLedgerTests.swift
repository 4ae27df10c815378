import Foundation
import Integrity
import LedgerDomain
import StrictJSON
import Testing

@testable import JournalStore

/// A ledger of format 1 that was written by hand, not by the encoder, and must be read for ever.
@Suite("The frozen ledger of format 1")
struct FrozenLedgerTests {
  static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Frozen/format-1.jsonl")

  private func segment() throws -> Segment {
    Segment(
      file: "events/000000000001.jsonl", firstPosition: 1, bytes: Array(try Data(contentsOf: Self.file)))
  }

  private func contents() throws -> FolderContents {
    let segment = try segment()
    let opening = try LineFormat.decode(segment.lines[0].bytes)
    var range = CompactRange()
    for line in segment.lines { range.append(MerkleTree.leafHash(line.bytes)) }
    let checkpoint = Checkpoint(origin: opening.source.origin, size: range.size, root: range.root)
    return FolderContents(
      checkpoint: Array(checkpoint.text.utf8), ledgerCopy: LedgerCopy.bytes(of: opening.event), segments: [segment])
  }

  @Test("is read without damage, and has the root that it had")
  func isRead() throws {
    let reading = JournalReading(try contents(), stopAtDamage: true)
    #expect(reading.damages == [] && reading.tail == nil)
    #expect(reading.entries.map(\.schemaVersion) == [1, 1, 1, 2, 1, 2, 1])
    #expect(reading.range.root.base64 == "I8g9CsKFPFGShdjoQd4N/u3EmmCUp2FlBtCirZG7XxI=")
  }

  @Test("its version 1 lines of measure.implemented say the extent that version 2 has a word for")
  func lifted() throws {
    let events = JournalReading(try contents(), stopAtDamage: true).entries.map(\.event)
    #expect(
      events[2].fact
        == .measure(
          .implemented(
            MeasureImplemented(
              extent: .full, results: [TargetResult(target: "Vandringar", actual: try Quantity(text: "4"))],
              performedBy: ["Fastighet"]))))
    #expect(events[4].fact == .measure(.implemented(MeasureImplemented(extent: .partial, deviation: "Snö"))))
    #expect(events[3].fact == .measure(.implemented(MeasureImplemented(extent: .none, deviation: "Inte påbörjad"))))
    #expect(events[5].fact == events[4].fact)
    #expect(events[2].circumstances.note?.sealed.text.utf8.count == 64)
  }

  @Test("lines of version 1 of other types, as they were written then, are read for ever, and strictly")
  func otherTypes() throws {
    let file = Self.file.deletingLastPathComponent().appending(path: "version-1.jsonl")
    let lines = try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map { Array($0) }
    let added = [
      #","reservedMatter":"direction"}"#, #","notBeforeFinal":"Kan inte göras ogjort"}"#,
      #","by":{"office":"revisor"}}"#,
    ]
    #expect(lines.count == 2)
    for line in lines {
      let read = try LineFormat.decode(line)
      #expect(read.schemaVersion == 1 && read.event.fact.version == 2)
      // What only version 2 can say is no part of version 1.
      let text = String(decoding: line, as: UTF8.self)
      for member in added {
        let changed = text.replacing(#"},"position":"#, with: "\(member),\"position\":")
        try #require(changed != text)
        #expect(throws: LineProblem.self, "\(member)") { try LineFormat.decode(Array(changed.utf8)) }
      }
    }
    guard case .decision(.made(let made)) = try LineFormat.decode(lines[0]).event.fact,
      case .recommendation(.cleared(let cleared)) = try LineFormat.decode(lines[1]).event.fact
    else {
      Issue.record("the lines are of other types")
      return
    }
    #expect(made.reservedMatter == nil && made.notBeforeFinal == nil && !made.decidedBy.isEmpty)
    #expect(cleared.by == nil && cleared.statement != nil)
  }

  @Test("a version 1 line has one form too: exchanged members, spaces and stated defaults are refused")
  func liftedStrictly() throws {
    let line = String(decoding: try segment().lines[2].bytes, as: UTF8.self)
    let changes = [
      (#""fully":true"#, #""fully":1"#), (#""fully":true,"#, ""), (#""fully":true"#, #""extent":"full""#),
      (#""fully":true"#, #""fully": true"#), (#""fully":true"#, #""fully":true,"extent":"full""#),
      (#","performedBy":["Fastighet"]"#, #","performedBy":[]"#),
      (
        #""results":[{"target":"Vandringar","actual":"4"}],"performedBy":["Fastighet"]"#,
        #""performedBy":["Fastighet"],"results":[{"target":"Vandringar","actual":"4"}]"#
      ),
    ]
    #expect(throws: Never.self) { try LineFormat.decode(Array(line.utf8)) }
    for (old, new) in changes {
      let changed = line.replacing(old, with: new)
      try #require(changed != line)
      #expect(throws: LineProblem.self, "\(new)") { try LineFormat.decode(Array(changed.utf8)) }
    }
  }

  @Test("every flipped bit of it is damage")
  func tampered() throws {
    let contents = try contents()
    let bytes = contents.segments[0].bytes
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1 << UInt8(index % 8)
      #expect(JournalReading(contents.with(changed), stopAtDamage: true).damages.count == 1, "byte \(index)")
    }
  }
}
