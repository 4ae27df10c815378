import Integrity
import LedgerDomain
import StrictJSON
import Testing

@testable import JournalStore

/// Lines that are right by themselves and follow on each other, but for the one thing that a test changes.
@Suite("What lines have in common")
struct ChainTests {
  private let lines: [DecodedLine]

  init() throws {
    let opening = Event(
      id: Sample.id(1), subject: .ledger, recorded: Sample.start, position: 1, subjectVersion: 1, effective: nil,
      recordedBy: "Anna Ek", fact: .ledger(try Sample.opening()))
    var events = [opening]
    for position in 2...6 {
      var event = opening
      event.id = Sample.id(position)
      event.position = position
      event.subject = SubjectID(.measure, position % 2 + 1)
      event.subjectVersion = position / 2
      event.fact = .measure(.paused(MeasurePaused(reason: "Snö")))
      // Lines 3, 4 and 5 are a batch.
      event.batch = (3...5).contains(position) ? BatchPlace(place: position - 2, count: 3) : nil
      events.append(event)
    }
    lines = events.map {
      DecodedLine(event: $0, source: LineFormatTests.identity, prev: nil, schemaVersion: 1)
    }
  }

  /// The first problem of the lines, each with the `prev` that it must have, and its position.
  private func firstProblem(_ change: (inout [DecodedLine]) -> Void) -> (position: Int, kind: Damage.Kind)? {
    var changed = lines
    change(&changed)
    var chain = Chain()
    var leaf: Digest?
    for (index, line) in changed.enumerated() {
      var line = line
      line.prev = leaf.map { ChainMark(of: $0) }
      let hash = MerkleTree.leafHash(LineFormat.encode(line.event, source: line.source, prev: line.prev))
      if let kind = chain.take(line, leafHash: hash) { return (index + 1, kind) }
      leaf = hash
    }
    return nil
  }

  @Test("lines that follow on each other are taken, whatever their clocks say")
  func right() {
    #expect(firstProblem { _ in } == nil)
    #expect(firstProblem { $0[4].event.recorded = Instant(milliseconds: 0) } == nil)
  }

  @Test("a gap or a repeat in the positions is refused")
  func positions() {
    let gap = firstProblem { $0.remove(at: 1) }
    #expect(gap?.position == 2 && gap?.kind == .position(expected: 2, found: 3))
    let again = firstProblem { $0[3].event.position = 3 }
    #expect(again?.position == 4 && again?.kind == .position(expected: 4, found: 3))
  }

  @Test("a gap or a repeat in a subject's versions is refused, and so is a first version above 1")
  func versions() {
    for version in [1, 3, 9] {
      let problem = firstProblem { $0[3].event.subjectVersion = version }
      #expect(problem?.kind == .subjectVersion(SubjectID(.measure, 1), expected: 2, found: version))
      #expect(problem?.position == 4)
    }
    let first = firstProblem { $0[1].event.subjectVersion = 2 }
    #expect(first?.kind == .subjectVersion(SubjectID(.measure, 1), expected: 1, found: 2))
  }

  @Test("an id that was used is refused with the position where it was")
  func ids() {
    let problem = firstProblem { $0[4].event.id = Sample.id(2) }
    #expect(problem?.position == 5 && problem?.kind == .repeatedID(Sample.id(2), first: 2))
  }

  @Test("another ledger's line is refused")
  func sources() throws {
    let other = try LedgerIdentity(text: "urn:uuid:other")
    let problem = firstProblem { $0[5].source = other }
    #expect(problem?.position == 6)
    #expect(problem?.kind == .source(expected: LineFormatTests.identity, found: other))
    let first = firstProblem { $0[0].source = other }
    #expect(first?.kind == .identity(stated: Sample.identity, source: other))
  }

  @Test("line 1 opens the ledger, and no other line does")
  func opening() {
    let opening = lines[0].event.fact
    let none = firstProblem { $0[0].event.fact = .measure(.resumed(MeasureResumed())) }
    #expect(none?.kind == .opening(position: 1, type: "measure.resumed"))
    let again = firstProblem { $0[5].event.fact = opening }
    #expect(again?.kind == .opening(position: 6, type: "ledger.opened"))
  }

  @Test("an opening about another subject than L-0001, or in a format that there never was, is refused")
  func openings() throws {
    let second = SubjectID(.ledger, 2)
    let about = firstProblem { $0[0].event.subject = second }
    #expect(about?.position == 1 && about?.kind == .openingSubject(second))
    for format in [0, 2, 7] {
      let problem = firstProblem { lines in
        guard case .ledger(.opened(var opened)) = lines[0].event.fact else { return }
        opened.format = format
        lines[0].event.fact = .ledger(.opened(opened))
      }
      #expect(problem?.position == 1 && problem?.kind == .format(found: format))
    }
  }

  @Test("a batch with a place left out, exchanged, or of another size is refused")
  func batches() {
    let (one, two, three) = (
      BatchPlace(place: 1, count: 3), BatchPlace(place: 2, count: 3), BatchPlace(place: 3, count: 3)
    )
    let changes: [(Int, BatchPlace?, BatchPlace?)] = [
      (2, nil, two), (2, nil, three), (3, two, nil), (3, two, three), (3, two, one),
      (3, two, BatchPlace(place: 2, count: 4)), (4, three, nil), (4, three, two), (5, nil, two),
    ]
    for (index, expected, found) in changes {
      let problem = firstProblem { $0[index].event.batch = found }
      #expect(problem?.position == index + 1)
      #expect(problem?.kind == .batch(expected: expected, found: found))
    }
  }

  @Test("a wrong or missing prev is refused, and line 1 has none")
  func prev() {
    var chain = Chain()
    let mark = ChainMark(of: MerkleTree.emptyRoot)
    var first = lines[0]
    first.prev = mark
    #expect(chain.take(first, leafHash: MerkleTree.emptyRoot) == .prev(expected: nil, found: mark))
    #expect(chain.take(lines[0], leafHash: MerkleTree.emptyRoot) == nil)
    #expect(chain.take(lines[1], leafHash: MerkleTree.emptyRoot) == .prev(expected: mark, found: nil))
  }
}
