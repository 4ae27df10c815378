import CommandArguments
import DurableFiles
import Foundation
import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import LiggareCLI

@Suite("audit trace --none-between")
struct AbsenceCommandTests {
  struct Asked: Sendable, CustomTestStringConvertible {
    var ends: String
    /// The positions that are found; none where the absence holds.
    var found: [Int]
    var testDescription: String { ends }
  }

  // M-0002 at the end of the road: proposed 21, linked 25 (names it), tabled 31 by 30, approved 35 by 34, started 38 …
  @Test(
    "states that nothing was there, or says what was",
    arguments: [
      Asked(ends: "2024-03-13 2024-04-09", found: []), Asked(ends: "2024-03-12 2024-03-12", found: [34, 35, 38]),
      Asked(ends: "#1 #20", found: []), Asked(ends: "known:2024-02-02 known:2024-02-20", found: []),
      Asked(ends: "known:2024-02-02 known:2024-02-21", found: [30, 31]), Asked(ends: "21 21", found: [21]),
    ])
  func asked(_ asked: Asked) throws {
    let program = try Road.walked(.sv).reader()
    let answer = program("audit trace M-0002 --none-between \(asked.ends) --json")
    #expect(answer.exit == (asked.found.isEmpty ? 0 : 1))
    guard case .object(let object) = try JSONValue(parsing: answer.bytes), case .array(let found)? = object["found"]
    else {
      Issue.record("no answer: \(answer.errors)")
      return
    }
    let positions = found.compactMap { line -> Int? in
      if case .object(let line) = line, case .number(let position)? = line["position"] { Int(position) } else { nil }
    }
    #expect(positions == asked.found)
    #expect(object["holds"] == .bool(asked.found.isEmpty))
    #expect(object["kind"] == "liggare.absence" && object["version"] == 1)
    #expect(object["linesRead"] == JSONValue(program.lines.count))
  }

  @Test("in words, with the checkpoint that the lines reproduced")
  func words() throws {
    let program = try Road.walked(.sv).reader()
    let none = program("audit trace M-0002 --none-between 2024-03-13 2024-04-09")
    #expect(none.exit == 0 && none.errors.isEmpty)
    #expect(
      none.text.contains(
        "Ingen post i boken gäller M-0002 eller nämner M-0002 med händelsedatum 2024-03-13 till och med\n2024-04-09."))
    #expect(none.text.contains("Lästa rader  \(program.lines.count), alla på nytt, ingen ur cachen"))
    let checkpoint = try FileOperations.system.read("\(program.ledger)/checkpoint")
    #expect(none.text.contains(String(decoding: checkpoint, as: UTF8.self).split(separator: "\n")[2]))
    let some = program("audit trace M-0002 --none-between 31 35 --lang en")
    #expect(some.exit == 1)
    #expect(some.text.contains("in the book are about M-0002 or name M-0002 among the entries 31–35."))
    #expect(some.errors == "liggare: It cannot be stated: 3 entries about M-0002 lie there.\n")
    let one = program("audit trace M-0002 --none-between 21 21")
    #expect(one.errors == "liggare: Det går inte att intyga: en post om M-0002 ligger där.\n")
  }

  @Test("names the undated lines, of which it says nothing")
  func undated() throws {
    let program = try Road.walked(.sv).reader()
    let answer = program("audit trace B-0002 --none-between 2020-01-01 2020-12-31")
    #expect(answer.exit == 0)
    #expect(answer.text.contains("Odaterade    post 3: de har ingen dag, så om dem sägs inget här"))
  }

  @Test("finds what a correction says of another day")
  func correctedDay() throws {
    let program = try Program.withMeasure()
    #expect(program("measure start M-0001 --effective 2024-01-08 --irregular x --yes").exit == 0)
    let position = program.lines.count
    #expect(
      program("correct \(position) --field effective --to 2023-12-20 --reason Fel --by \"A, b\" --yes").exit == 0)
    let answer = program("audit trace M-0001 --none-between 2023-12-20 2023-12-20")
    #expect(answer.exit == 1)
    #expect(answer.text.contains("→ 2023-12-20"))
  }

  @Test("is an error where the ends are wrong")
  func wrong() throws {
    let program = try Road.walked(.sv).reader()
    func errors(_ line: String, _ exit: Int32 = 2) -> String {
      let answer = program("audit trace \(line)")
      #expect(answer.exit == exit && answer.text.isEmpty, "\(line)")
      return answer.errors
    }
    #expect(
      errors("M-0002 --none-between 2024-03-13")
        == "liggare: --none-between säger inget utan FROM TO.\nAnge även FROM TO.\n")
    #expect(
      errors("M-0002 2024-03-13") == "liggare: FROM säger inget utan --none-between.\nAnge även --none-between.\n")
    #expect(
      errors("M-0002 --none-between 2024-03-14 2024-03-13")
        == "liggare: 2024-03-14 kommer efter 2024-03-13.\nByt plats: 2024-03-13 2024-03-14.\n")
    #expect(
      errors("M-0002 --none-between 40 999")
        == "liggare: Boken har ingen post 999.\nPosterna är 1–\(program.lines.count).\n")
    #expect(
      errors("M-0002 --none-between 0 5") == "liggare: Boken har ingen post 0.\nPosterna är 1–\(program.lines.count).\n"
    )
    #expect(errors("M-0002 --none-between 5 4 --lang en") == "liggare: 5 comes after 4.\nSwap them: 4 5.\n")
    #expect(errors("M-0002 --none-between 5 2024-01-01").hasPrefix("liggare: Den ena punkten är en dag"))
    #expect(
      errors("M-0002 --none-between 5 x --lang en")
        == "liggare: TO: expected a day (2022-10-14), a day of recording (known:2022-10-14) or a position (#412), found “x”.\nSee “liggare audit trace --help”.\n"
    )
    #expect(
      errors("M-0002 --none-between 1 5 --known-at 2024-01-01")
        == "liggare: --none-between och --known-at går inte ihop.\nAnge bara en av dem.\n")
    #expect(errors("M-0099 --none-between 1 5").hasPrefix("liggare: M-0099 finns inte i liggaren."))
  }

  @Test("says nothing of a book that is damaged, whatever the cache knows")
  func damaged() throws {
    let program = try Program.withMeasure()
    #expect(program("audit trace M-0001 --none-between 2020-01-01 2020-01-02").exit == 0)
    let name = "ledger/events/000000000001.jsonl"
    let path = URL(filePath: program.scratch(name))
    var bytes = try [UInt8](Data(contentsOf: path))
    let last = try #require(bytes.lastIndex(of: UInt8(ascii: "t")))
    bytes[last] = UInt8(ascii: "T")
    try Data(bytes).write(to: path)
    let answer = program("audit trace M-0001 --none-between 2020-01-01 2020-01-02")
    #expect(answer.exit == 3 && answer.text.isEmpty)
  }
}
