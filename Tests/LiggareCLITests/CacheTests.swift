import DurableFiles
import Foundation
import JournalStore
import Projections
import TestSupport
import Testing

/// What people see of the cache of an index: nothing, but for the damage that it leaves to be found by who asks.
@Suite("The cache at the command line")
struct CacheTests {
  /// A program on a ledger of many measures, with a cache that knows all of them.
  private static func program() throws -> Program {
    let program = try Program.withLedger()
    for number in 1...4 {
      #expect(program("measure propose --title Åtgärd\(number) --area norr --yes").exit == 0)
    }
    return program
  }

  @Test("a line edited after the cache was made: the question that touches it ends with 3 and its place, others answer")
  func edited() throws {
    let program = try Self.program()
    let folder = program.scratch("cache")
    let variables = ["LIGGARE_CACHE": folder]
    // The program writes a cache only of long journals; so it is made here as it would be.
    let cache = IndexCache(folder: folder, writesFrom: 1)
    _ = try JournalView.open(program.ledger, cache: cache, extra: LedgerTallies())
    #expect(try FileOperations.system.names(in: folder).count == 1)
    let answers = ["measure show M-0001", "measure show M-0003", "measure count"].map {
      program(shellWords($0), variables: variables)
    }
    #expect(answers.allSatisfy { $0.exit == 0 })
    let path = "\(program.ledger)/events/000000000001.jsonl"
    let text = String(decoding: try FileOperations.system.read(path), as: UTF8.self)
    let changed = text.replacing("Åtgärd3", with: "Åtgärd9")
    try #require(changed != text)
    try Data(changed.utf8).write(to: URL(filePath: path))
    let right = program(shellWords("measure show M-0001"), variables: variables)
    #expect(right.exit == 0 && right.bytes == answers[0].bytes)
    let wrong = program(shellWords("measure show M-0003"), variables: variables)
    #expect(wrong.exit == 3 && wrong.bytes.isEmpty)
    #expect(wrong.errors.contains("events/000000000001.jsonl") && wrong.errors.contains("6"), "\(wrong.errors)")
    // Without the cache the book is refused whatever is asked.
    #expect(program(shellWords("measure show M-0001 --no-cache")).exit == 3)
    #expect(program(shellWords("journal verify"), variables: variables).exit == 3)
  }
}
