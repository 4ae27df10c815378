import LedgerDomain
import StrictJSON
import TestSupport
import Testing

@testable import Exchange

@Suite("A log by its cases")
struct CaseLogTests {
  @Test("rows are gathered by case in the order of their first rows, with what the mapping says they mean")
  func gathered() throws {
    let log = try Logs.cases()
    #expect(log.cases.map(\.key) == ["a", "b"])
    #expect(log.cases.map(\.line) == [2, 4])
    let (first, second) = (log.cases[0], log.cases[1])
    #expect(first.title == "Ärende a")
    #expect(first.registryNumber == "KS 1")
    #expect(first.opened?.text == "2022-03-01T07:00:00Z")
    #expect(first.closed?.text == "2022-03-10T11:00:00Z")
    #expect(first.outcome == "bifall")
    #expect(first.due?.text == "2022-03-20")
    #expect(first.officer == PublicOfficial(office: "samordnare"))
    #expect(first.activities.map(\.activity) == ["Inkom", "Arkiverat", "Besök"])
    #expect(first.activities.map(\.line) == [2, 3, 5])
    #expect(first.activities[0].by == PublicOfficial(name: "Bo Ek", office: "handläggare"))
    #expect(first.activities[1].by == PublicOfficial(office: "handläggare"))
    #expect(second.closed == nil && second.due == nil && second.officer == nil && second.outcome == nil)
    #expect(second.opened == "2022-03-02")
    #expect(log.unusedColumns == ["övrigt"])
    #expect(log.problems == [])
  }

  @Test("where no column says when a case was opened, its first activity does")
  func openedByActivity() throws {
    let mapping = Logs.mapping.replacing("\"opened\": \"start\",", with: "")
    #expect(try Logs.cases(mapping: mapping).cases[0].opened?.text == "2022-03-01T07:00:00Z")
  }

  @Test("rows that cannot be recorded are told of by their lines, each with what is wrong")
  func problems() throws {
    let rows = """
      a,1,2022-03-01,,,,,Inkom,2022-03-01,x,y
      ,1,2022-03-01,,,,,Inkom,2022-03-01,x,y
      a,1,2022-03-01,,,,,,2022-03-01,x,y
      a,1,2022-03-02,,,,,Besök,2022-03-01,x,y
      a,1,2022-03-01,,,,,Besök,i mars,x,y
      a,1,2022-03-01,,,,,Besök
      c,1,2022-03-01,2022-03-02,,,,Besök,,x,y
      d,1,mars,,,nyss,,Besök,,x,y

      """
    let log = try Logs.cases(rows)
    #expect(
      log.problems == [
        RowProblem(line: 3, kind: .empty(field: "case", columns: ["id"])),
        RowProblem(line: 4, kind: .empty(field: "activity", columns: ["gjort"])),
        RowProblem(line: 5, kind: .differs(column: "start", firstLine: 2, expected: "2022-03-01", found: "2022-03-02")),
        RowProblem(line: 6, kind: .time(column: "tid", found: "i mars")),
        RowProblem(line: 7, kind: .fieldCount(expected: 11, found: 8, "a,1,2022-03-01,,,,,Besök")),
        RowProblem(line: 8, kind: .empty(field: "outcome", columns: ["utfall"])),
        RowProblem(line: 9, kind: .time(column: "start", found: "mars")),
        RowProblem(line: 9, kind: .time(column: "senast", found: "nyss")),
      ])
  }
}
