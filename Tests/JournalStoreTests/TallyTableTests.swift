import LedgerDomain
import TestSupport
import Testing

@testable import JournalStore

/// The tables of a sweep beside those of the standard library.
@Suite("The tables of ids and subjects")
struct TallyTableTests {
  @Test("a set of words holds what a set holds: words of any kind, 0, and such that fall into one place")
  func wordSet() {
    var random = SeededGenerator(seed: 11)
    for round in 0..<6 {
      var own = WordSet()
      var reference: Set<UInt64> = []
      var differing = 0
      for index in 0..<8000 {
        let word: UInt64 =
          switch round {
          case 0: UInt64.random(in: 0...UInt64.max, using: &random)
          case 1: UInt64.random(in: 0..<6000, using: &random)
          case 2: UInt64(index / 2)
          case 3: UInt64(index % 700) << 40
          case 4: UInt64.max - UInt64(index / 3)
          default: UInt64.random(in: 0...3, using: &random)
          }
        if own.insert(word) != reference.insert(word).inserted { differing += 1 }
      }
      #expect(differing == 0 && reference.count > 3, "round \(round)")
    }
  }

  @Test("whether a word is there twice is found in any partition, before and behind a full chunk, on any threads")
  func partitions() {
    var random = SeededGenerator(seed: 13)
    for count in [0, 1, 2, 2047, 2048, 2049, 6000] {
      for isInOne in [true, false] {
        let words = (0..<count).map { _ in UInt64.random(in: 0...UInt64.max, using: &random) >> (isInOne ? 8 : 0) }
        var partitions = WordPartitions()
        partitions.append(Array(words.prefix(count / 2)))
        partitions.append(Array(words.dropFirst(count / 2)))
        for threads in [1, 2, 5] { #expect(partitions.areDifferent(threads: threads) == (Set(words).count == count)) }
        guard let again = words.randomElement(using: &random) else { continue }
        partitions.append([again])
        for threads in [1, 2, 5] { #expect(!partitions.areDifferent(threads: threads)) }
      }
    }
    var zeros = WordPartitions()
    zeros.append([0, 1, 1 << 56])
    #expect(zeros.areDifferent())
    zeros.append([0])
    #expect(!zeros.areDifferent())
  }

  @Test("a column holds what was put into it, however it grew and shrank, and a copy is another one")
  func column() {
    var random = SeededGenerator(seed: 14)
    let column = Column<UInt32>()
    var reference: [UInt32] = []
    for _ in 0..<400 {
      if Bool.random(using: &random) {
        let added = (0..<Int.random(in: 0...900, using: &random)).map { _ in UInt32.random(in: 0...9, using: &random) }
        column.append(added)
        reference += added
      } else {
        let dropped = Int.random(in: 0...min(700, reference.count), using: &random)
        column.removeLast(dropped)
        reference.removeLast(dropped)
      }
      #expect(column.count == reference.count && column.buffer.elementsEqual(reference))
    }
    column.append([7])
    let copy = column.copy()
    column.append([8])
    #expect(copy.count == reference.count + 1 && copy[copy.count - 1] == 7 && column[column.count - 1] == 8)
  }

  @Test("a subject's word is its key, and stands for it")
  func words() throws {
    for kind in SubjectKind.allCases {
      for number in [1, 9999, 10_000, 999_999_999] {
        let subject = SubjectID(kind, number)
        #expect(SubjectID(key: subject.key) == subject)
      }
      #expect(SubjectKind(letterByte: kind.letterByte) == kind && kind.letter.asciiValue == kind.letterByte)
    }
    let letters = SubjectKind.allCases.map(\.letterByte)
    #expect((0...255).allSatisfy { letters.contains($0) == (SubjectKind(letterByte: $0) != nil) })
  }

  @Test(
    "a table of subjects holds what a dictionary holds: numbers in order, at random, far apart, and at every border")
  func subjects() {
    var random = SeededGenerator(seed: 12)
    for round in 0..<7 {
      var own = SubjectTable<Int32>(missing: -1)
      var reference: [SubjectID: Int32] = [:]
      var differing = 0
      for index in 0..<4000 {
        let kind = SubjectKind.allCases.randomElement(using: &random) ?? .measure
        let number =
          switch round {
          case 0: index + 1
          case 1: 4000 - index
          case 2: Int.random(in: 1...999_999_999, using: &random)
          // Just around where a row ends, and twice that.
          case 3: max(1, (1 << Int.random(in: 0...14, using: &random)) + Int.random(in: -2...2, using: &random))
          case 4: 1024 * Int.random(in: 1...9, using: &random) + Int.random(in: -1...1, using: &random)
          case 5: Int.random(in: 1...9000, using: &random)
          default: index.isMultiple(of: 50) ? 999_999_999 - index : index + 1
          }
        let subject = SubjectID(kind, number)
        if own[subject] != reference[subject] ?? -1 { differing += 1 }
        own[subject] = Int32(index)
        reference[subject] = Int32(index)
        if own.count != reference.count { differing += 1 }
      }
      differing += reference.count { own[$0.key] != $0.value }
      #expect(differing == 0, "round \(round)")
      #expect(own[SubjectID(.measure, 123_456)] == reference[SubjectID(.measure, 123_456)] ?? -1)
    }
  }

  @Test("every step from one number to the next border and beyond keeps what was there")
  func steps() {
    for first in [1, 500, 1023, 1024, 1025, 2047, 2048, 3071, 3072, 5000] {
      for second in [1, 1023, 1024, 2047, 2048, 2049, 3071, 3072, 3073, 4095, 4096, 7000, 11_000, 999_999_999] {
        var table = SubjectTable<Int32>(missing: 0)
        for (index, number) in [1, first, second, first + second].enumerated() where number <= 999_999_999 {
          table[SubjectID(.measure, number)] = Int32(index + 1)
          #expect(table[SubjectID(.measure, number)] == index + 1)
        }
        #expect(table.count == Set([1, first, second, first + second].filter { $0 <= 999_999_999 }).count)
      }
    }
  }

  @Test("a journal about subjects of nine digits is swept and asked like any other")
  func farSubjects() throws {
    let ledger = ScratchLedger(inMemory: true)
    var events = RandomJournal.events(count: 60, measures: 12, seed: 4)
    for index in events.indices where events[index].subject.kind != .ledger {
      let number = events[index].subject.number
      events[index].subject = SubjectID(events[index].subject.kind, number > 6 ? 1_000_000_000 - number : 997 * number)
    }
    try RawLedger(events).write(to: ledger.path)
    #expect(try Journal.verify(ledger.path) == Journal.verifyInOrder(ledger.path))
    let view = try JournalView.open(ledger.path)
    for subject in Set(events.map(\.subject)) {
      #expect(view.positions(about: subject) == events.filter { $0.subject == subject }.map(\.position))
    }
    #expect(view.subjects(nil, through: 60) == Set(events.map(\.subject)).sorted())
  }

  @Test("positions and versions at the end of their range: the envelope takes 2,147,483,647 and no more")
  func greatest() throws {
    var scanner = try LineScannerTests.scanner()
    let line = String(decoding: LineScannerTests.lines[5], as: UTF8.self)
    for (number, isRight) in [
      ("2147483647", true), ("2147483648", false), ("4294967297", false), ("9999999999", false),
    ] {
      for member in ["position", "subjectversion"] {
        let changed = line.replacing(try Regex("\"\(member)\":[0-9]+"), with: "\"\(member)\":\(number)")
        let facts = LineScannerTests.scan(Array(changed.utf8), &scanner)?.facts
        #expect((facts != nil) == isRight)
        #expect(((try? LineFormat.decode(Array(changed.utf8))) != nil) == isRight)
        if let facts { #expect((member == "position" ? facts.position : facts.subjectVersion) == 2_147_483_647) }
      }
    }
  }
}
