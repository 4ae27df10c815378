import DurableFiles
import TestSupport
import Testing

/// How long a segment may become is a setting of each command, and no part of the book.
@Suite("The length of segments at the command line")
struct SegmentTests {
  @Test("LIGGARE_SEGMENT_BYTES has the next segment begun; what is no number from 1 on says nothing")
  func setting() throws {
    let program = try Program.withLedger()
    func names() throws -> Int { try FileOperations.system.names(in: "\(program.ledger)/events").count }
    func propose(_ limit: String?) throws -> Int {
      let variables = limit.map { ["LIGGARE_SEGMENT_BYTES": $0] } ?? [:]
      let run = program(shellWords("measure propose --title Kamera --area norr --yes"), variables: variables)
      #expect(run.exit == 0)
      return try names()
    }
    let before = try names()
    #expect(try propose(nil) == before)
    for limit in ["", "0", "-1", "1e3", "x", "9999999999999999999999"] { #expect(try propose(limit) == before) }
    #expect(try propose("1") == before + 1)
    #expect(try propose("1") == before + 2)
    #expect(try propose("67108864") == before + 2)
    #expect(program("journal verify").exit == 0)
  }
}
