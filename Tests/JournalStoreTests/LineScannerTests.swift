import Integrity
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import JournalStore

/// The fast reading of lines is held against the slow one: what it accepts, the slow one accepts with the same facts.
@Suite("The line scanner")
struct LineScannerTests {
  static let lines: [[UInt8]] = ExampleLedger.lines

  /// Reads a line with an LF behind it, as it stands in a file.
  static func scan(
    _ line: [UInt8], _ scanner: inout LineScanner
  ) -> (facts: LineFacts, mentions: [SubjectID], commitments: [Int])? {
    let file = line + [UInt8(ascii: "\n")]
    let facts = file.withUnsafeBufferPointer { buffer in
      scanner.scan(UnsafeBufferPointer(rebasing: buffer[..<line.count]))
    }
    return facts.map { ($0, scanner.findings.mentions, scanner.findings.commitments) }
  }

  static func scanner() throws -> LineScanner {
    LineScanner(source: try LineFormat.decode(lines[0]).source)
  }

  @Test("every line of the example ledger is read the fast way, with the facts of the slow one")
  func everyLine() throws {
    var scanner = try Self.scanner()
    for line in Self.lines {
      let decoded = try LineFormat.decode(line)
      guard let scanned = Self.scan(line, &scanner) else {
        // A correction may hold an object, which is left to the slow way.
        #expect(decoded.event.fact.type == "entry.corrected", "\(decoded.event.position) \(decoded.event.fact.type)")
        continue
      }
      #expect(scanned.facts == LineFacts(decoded, data: scanned.facts.data))
      #expect(line[scanned.facts.data.lowerBound] == UInt8(ascii: "{"))
      let data = decoded.event.fact.data(with: decoded.event.circumstances)
      #expect(Array(line[scanned.facts.data]) == data.canonicalBytes)
      let commitments = scanned.commitments.map { String(decoding: line[$0..<($0 + 64)], as: UTF8.self) }
      #expect(commitments == (decoded.event.commitments + decoded.event.erasedCommitments).map(\.hex))
    }
  }

  @Test("every type of event has a grammar that takes its example")
  func everyType() throws {
    var scanner = LineScanner(source: LineFormatTests.identity)
    var types: Set<String> = []
    for event in try EventExamples.all.map({ try $0.event() }) {
      let line = LineFormat.encode(event, source: LineFormatTests.identity, prev: LineFormatTests.prev)
      types.insert(event.fact.type)
      guard let scanned = Self.scan(line, &scanner) else {
        #expect(event.fact.type == "entry.corrected", "\(event.fact.type)")
        continue
      }
      #expect(scanned.facts == LineFacts(try LineFormat.decode(line), data: scanned.facts.data))
    }
    #expect(types.count == FactTypes.names.count)
  }

  @Test("what the fast way accepts of changed lines, the slow way accepts with the same facts")
  func changedLines() throws {
    var scanner = try Self.scanner()
    var random = SeededGenerator(seed: 3)
    let bytes = Array("\"\\,:{}[]0129-azfTZ. å\u{1F}\u{7F}".utf8) + [0x80, 0xC2, 0xED, 0xEF, 0xF4, 0xFF]
    var accepted = 0
    for line in Self.lines {
      for _ in 0..<40 {
        var changed = line
        for _ in 0...Int.random(in: 0...1, using: &random) {
          let place = Int.random(in: 0..<changed.count, using: &random)
          switch Int.random(in: 0..<4, using: &random) {
          case 0: changed.remove(at: place)
          case 1: changed.insert(bytes.randomElement(using: &random)!, at: place)
          case 2: changed[place] = bytes.randomElement(using: &random)!
          default: changed[place] = changed[Int.random(in: 0..<changed.count, using: &random)]
          }
        }
        if changed.isEmpty || changed.contains(UInt8(ascii: "\n")) { continue }
        guard let scanned = Self.scan(changed, &scanner) else { continue }
        accepted += 1
        let text = String(decoding: changed, as: UTF8.self)
        guard let decoded = try? LineFormat.decode(changed) else {
          Issue.record("accepted but not canonical: \(text)")
          continue
        }
        #expect(scanned.facts == LineFacts(decoded, data: scanned.facts.data), "\(text)")
      }
    }
    #expect(accepted > 1000)
  }

  @Test("members of data left out, doubled and exchanged are accepted only where the slow way accepts them")
  func changedMembers() throws {
    var scanner = try Self.scanner()
    var accepted = 0
    for line in Self.lines {
      let pieces = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map(Array.init)
      for index in pieces.indices.dropLast() {
        var without = pieces
        without.remove(at: index)
        var doubled = pieces
        doubled.insert(pieces[index], at: index)
        var exchanged = pieces
        exchanged.swapAt(index, index + 1)
        for variant in [without, doubled, exchanged] {
          let changed = Array(variant.joined(separator: [UInt8(ascii: ",")]))
          guard Self.scan(changed, &scanner) != nil else { continue }
          accepted += 1
          let isRight = (try? LineFormat.decode(changed)) != nil
          #expect(isRight, "\(String(decoding: changed, as: UTF8.self))")
        }
      }
    }
    #expect(accepted > 500)
  }
}
