import Foundation
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@Suite("Processes", .enabled(if: Tool.path != nil, "the program is not built beside the tests"))
struct ProcessTests {
  @Test("two that record at once lose nothing, leave no gap, and both get a definite answer")
  func atOnce() async throws {
    let program = try Program.withLedger()
    let ledger = program.ledger
    let recorded = await withTaskGroup(of: [String].self) { group in
      for writer in ["a", "b"] {
        group.addTask {
          (1...12).compactMap { number in
            let name = "organ \(writer)\(number)"
            let run = Tool.run(["body", "register", "--name", name, "--kind", "other", "--yes", "--journal", ledger])
            #expect(run.exit == 0 || run.exit == 75, "\(run.exit)")
            return run.exit == 0 ? name : nil
          }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    #expect(!recorded.isEmpty)
    #expect(program("journal verify").exit == 0)
    let lines = program.lines
    #expect(lines.count == 4 + recorded.count)
    for name in recorded { #expect(lines.filter { $0.contains(#""name":"\#(name)""#) }.count == 1, "\(name)") }
  }

  @Test("one that is killed at any moment leaves a ledger that opens, with everything that it acknowledged")
  func killed() throws {
    let program = try Program.withLedger()
    var generator = SeededGenerator(seed: 20_241_130)
    var acknowledged: [String] = []
    for round in 1...30 {
      let name = "organ \(round)"
      let tool = Tool([
        "body", "register", "--name", name, "--kind", "other", "--note", "hemligt \(round)", "--yes", "--journal",
        program.ledger,
      ])
      usleep(UInt32.random(in: 0...60_000, using: &generator))
      tool.kill()
      if tool.answered.contains("Registrerat") { acknowledged.append(name) }
      let lines = program.lines.joined(separator: "\n")
      for name in acknowledged { #expect(lines.contains(#""name":"\#(name)""#), "\(name)") }
      #expect(program("body list").exit == 0)
    }
    // The next writer mends what was left, and all is sound.
    let last = Tool.run(["body", "register", "--name", "sist", "--kind", "other", "--yes", "--journal", program.ledger])
    #expect(last.exit == 0)
    let verification = program("journal verify --json")
    #expect(verification.exit == 0, "\(verification.errors)")
    #expect(verification.text.contains(#""missing": 0"#))
  }
}
