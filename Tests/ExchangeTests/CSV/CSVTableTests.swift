import StrictJSON
import TestSupport
import Testing

@testable import Exchange

/// A table as its rows, for comparing.
private func rows(_ table: CSVTable) -> [[String]] {
  (0..<table.count).map { row in table.columns.indices.map { table.text(row: row, $0) } }
}

private func table(_ text: String, separator: UInt8? = nil) throws(CSVProblem) -> CSVTable {
  try CSVTable(Array(text.utf8), separator: separator)
}

private func problem(_ text: String, separator: UInt8? = nil) -> CSVProblem? {
  do throws(CSVProblem) { _ = try table(text, separator: separator) } catch { return error }
  return nil
}

@Suite("Reading CSV")
struct CSVTableTests {
  @Test(
    "rows end with LF or CR LF, the last one with or without",
    arguments: ["a,b\n1,2\n", "a,b\r\n1,2", "a,b\n1,2\n\n\r\n"])
  func lineEnds(text: String) throws {
    let table = try table(text)
    #expect(table.columns == ["a", "b"])
    #expect(rows(table) == [["1", "2"]])
    #expect(table.lines == [2])
  }

  @Test("a quoted field holds separators, line ends and doubled quotation marks, and its line is where its row begins")
  func quoted() throws {
    let table = try table("a,b\n\"x,\"\"y\"\"\n\",\"\"\r\n\"\"\"\",2\n")
    #expect(rows(table) == [["x,\"y\"\n", ""], ["\"", "2"]])
    #expect(table.lines == [2, 4])
  }

  @Test("a header alone is a table without rows")
  func headerOnly() throws {
    #expect(try table("a,b").count == 0)
  }

  @Test(
    "the separator is the one that the header has",
    arguments: [("a,b\n1,2", ","), ("a;b\n1,5;2", ";"), ("a\tb\n1\t2,5;", "\t"), ("a\n1", ",")])
  func separator(text: String, expected: Character) throws {
    #expect(try table(text).separator == expected.asciiValue)
  }

  @Test("where the header has several, it is the only one that all rows fit")
  func fittingSeparator() throws {
    let table = try table("namn;belopp, kr\nBro;1\nGångväg;2\n")
    #expect(table.columns == ["namn", "belopp, kr"])
  }

  @Test("where the header has several and rows do not tell, it must be stated")
  func ambiguous() throws {
    let text = "a;b,c\n1;2,3\n"
    #expect(
      problem(text)
        == CSVProblem(kind: .ambiguousSeparator([UInt8(ascii: ","), UInt8(ascii: ";")]), line: 1, excerpt: "a;b,c"))
    #expect(try table(text, separator: UInt8(ascii: ";")).columns == ["a", "b,c"])
  }

  @Test(
    "what makes it unsure where rows end is refused with its line",
    arguments: [
      ("", CSVProblem.Kind.empty, 1, ""), ("\n\n", .empty, 1, ""),
      ("a,b\n1,\"2\n3,4\n", .unclosedQuote, 2, "1,\"2"), ("a,b\n1,2\"3\n", .strayQuote, 2, "1,2\"3"),
      ("a,b\n\"1\"2,3\n", .afterQuote, 2, "\"1\"2,3"), ("a,b\r1,2\r", .bareCarriageReturn, 1, "a,b"),
      ("a,b,a\n1,2,3\n", .repeatedColumn("a"), 1, "a,b,a"),
    ])
  func refusals(text: String, kind: CSVProblem.Kind, line: Int, excerpt: String) {
    #expect(problem(text) == CSVProblem(kind: kind, line: line, excerpt: excerpt))
  }

  @Test("rows with too many or too few fields are left out and told of by their lines")
  func fieldCounts() throws {
    let table = try table("a,b\n1,2\n3\n4,5,6\n\n7,8\n")
    #expect(rows(table) == [["1", "2"], ["7", "8"]])
    #expect(
      table.problems == [
        CSVProblem(kind: .fieldCount(expected: 2, found: 1), line: 3, excerpt: "3"),
        CSVProblem(kind: .fieldCount(expected: 2, found: 3), line: 4, excerpt: "4,5,6"),
        CSVProblem(kind: .fieldCount(expected: 2, found: 1), line: 5, excerpt: ""),
      ])
  }

  @Test("an excerpt of a long line is cut around the place")
  func excerpts() {
    let text = "a,b\n" + String(repeating: "x", count: 100) + ",y\"z\n"
    #expect(problem(text)?.excerpt == "…" + String(repeating: "x", count: 28) + ",y\"z…")
    let early = "a,b\nx\"" + String(repeating: "y", count: 100) + "\n"
    #expect(problem(early)?.excerpt == "x\"" + String(repeating: "y", count: 58) + "…")
  }

  @Test("what was written is read back", arguments: [",", ";", "\t"] as [Character])
  func roundTrip(separator: Character) throws {
    guard let separator = separator.asciiValue else { return }
    var generator = SeededGenerator(seed: 20)
    let pieces = ["", "a", "å€", ",", ";", "\t", "\"", "\"\"", "\n", "\r\n", " ", "=1"]
    for _ in 0..<200 {
      let width = Int.random(in: 1...4, using: &generator)
      let header = (0..<width).map { "c\($0)" }
      let body = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
        (0..<width).map { _ in
          (0..<Int.random(in: 0...3, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
            .joined()
        }
      }
      var writer = CSVWriter(separator: separator)
      for row in [header] + body { writer.row(row) }
      let table = try CSVTable(writer.bytes, separator: separator)
      #expect(table.columns == header)
      #expect(rows(table) == body)
      #expect(table.problems.isEmpty)
    }
  }

  @Test(
    "each of csv-spectrum's files gives its JSON", .enabled(if: SharedData.exists("csv-spectrum/csvs")),
    arguments: SharedData.names(in: "csv-spectrum/csvs"))
  func spectrum(name: String) throws {
    let table = try CSVTable(DecodedText(SharedData.bytes("csv-spectrum/csvs/\(name)")).utf8)
    let json = try JSONValue(parsing: SharedData.bytes("csv-spectrum/json/\(name.replacing(".csv", with: ".json"))"))
    let objects = rows(table).map { row in
      JSONValue.object(JSONObject(zip(table.columns, row).map { (name: $0, value: JSONValue.string($1)) }))
    }
    #expect(JSONValue.array(objects) == json)
    #expect(table.problems.isEmpty)
  }

  @Test(
    "a real city's plan of 1,467 measures is read, with HTML and line breaks in its fields",
    .enabled(if: SharedData.exists("measures/barcelona-action-plans.csv")))
  func barcelona() throws {
    let table = try CSVTable(DecodedText(SharedData.bytes("measures/barcelona-action-plans.csv")).utf8)
    #expect(table.count == 1467)
    #expect(table.columns.first == "ID")
    #expect(table.columns.last == "URL")
    #expect(table.problems.isEmpty)
    let ids = table.texts(inColumn: 0)
    #expect(Set(ids).count == 1467)
    #expect(ids.allSatisfy { Int($0) != nil })
    #expect(table.texts(inColumn: 5).contains { $0.contains("\n") && $0.contains("<div>") })
    #expect(table.texts(inColumn: 11).allSatisfy { $0.hasPrefix("https://decidim.barcelona/action_plans/") })
  }
}
