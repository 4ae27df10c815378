import DurableFiles
import Foundation
import JournalStore
import LedgerDomain
import Projections
import StrictJSON
import TestSupport
import Testing

@testable import Exchange

@Suite("Exported tables")
struct TableExportTests {
  /// What a column says, by the key of the row.
  private func column(_ name: String, of table: CSVTable) -> [String: String] {
    guard let column = table.columns.firstIndex(of: name) else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: (0..<table.count).map { (table.text(row: $0, 0), table.text(row: $0, column)) })
  }

  @Test("there is one for each read model, with a row for each that exists as of the day")
  func rows() throws {
    let exported = try Exported()
    let (tables, book) = (try exported.tables(), exported.book)
    let counts = [
      "promise": book.promises.count, "body": book.bodies.count, "delegation": book.delegations.count,
      "meeting": book.meetings.count, "situation": book.situations.count, "indicator": book.indicators.count,
      "observation": book.indicators.reduce(0) { $0 + $1.observations.count }, "cases": book.cases.count,
      "decision": book.decisions.count, "measure": book.measures.count, "follow_up": book.followUps.count,
      "recommendation": book.recommendations.count,
    ]
    for (name, count) in counts { #expect(tables[name]?.count == count, "\(name)") }
    #expect(Set(tables.keys) == Set(Export.tableNames))
    #expect(tables.values.allSatisfy { $0.problems.isEmpty })
    let measures = try #require(tables["measure"])
    for measure in book.measures {
      #expect(column("status", of: measures)[measure.id.text] == measure.status?.text ?? "")
      #expect(column("deadline", of: measures)[measure.id.text] == measure.deadline?.text ?? "")
      #expect(column("schedule", of: measures)[measure.id.text] == measure.schedule(on: book.day).text)
    }
    let cases = try #require(tables["cases"])
    for state in book.cases {
      #expect(column("closed", of: cases)[state.id.text] == state.closing?.mark.effective?.text ?? "")
      #expect(column("due", of: cases)[state.id.text] == state.due?.text ?? "")
    }
    #expect(column("value", of: try #require(tables["basis"]))["asOf"] == "2023-06-30")
  }

  @Test(
    "every reference leads to a row of its table, whatever the day",
    arguments: ["2022-02-01", "2022-10-14", "2024-06-30"] as [Effective])
  func references(day: Effective) throws {
    let tables = try Exported(asOf: day).tables()
    for table in ExportTable.all {
      let rows = try #require(tables[table.name])
      for (place, column) in table.columns.enumerated() {
        guard let reference = column.reference else { continue }
        let known = Set(try #require(tables[reference]).texts(inColumn: 0))
        #expect(
          Set(rows.texts(inColumn: place).filter { !$0.isEmpty }).isSubset(of: known), "\(table.name).\(column.name)")
      }
      let keys = table.columns.indices.filter { table.columns[$0].isKey }
      let all = (0..<rows.count).map { row in keys.map { rows.text(row: row, $0) } }
      #expect(Set(all).count == all.count, "\(table.name)")
    }
  }

  @Test("tables stand behind those that they refer to")
  func order() {
    var known: Set<String> = []
    for table in ExportTable.all {
      #expect(table.columns.compactMap(\.reference).allSatisfy(known.contains), "\(table.name)")
      known.insert(table.name)
    }
  }

  /// A world with a case that is older than its promise, and linked to a measure that is younger than the day.
  private static let early = World.withMeasure(.proposed).after(
    .about("C-0002", .case(.opened(CaseOpened(title: "Tidigt", promise: "P-0001"))), on: "2021-01-01"),
    .about("C-0002", .case(.linked(CaseLinked(measure: "M-0001"))), on: "2021-01-02"))

  /// The rows of each table, in the order of the tables.
  private func rows(of tables: StateTables) throws -> [[String]] {
    try ExportTable.all.indices.map { place in
      var rows: [String] = []
      try tables.read(place) { rows += $0.map { String(decoding: $0, as: UTF8.self) } }
      return rows
    }
  }

  /// Takes the subjects one by one, and gives the rows of each table.
  private func rows(
    _ form: StateRows.Form, _ chronicle: Chronicle, asOf: Effective, in folder: String? = nil
  ) throws -> [[String]] {
    let tables = StateTables(form, waitingIn: folder)
    var all = StateRows(form, asOf: asOf, to: tables)
    for subject in chronicle.allSubjects {
      var part = StateRows(form, asOf: asOf, to: tables)
      part.take(subject, chronicle.events(about: subject))
      all.join(part)
    }
    return try rows(of: tables)
  }

  private func early(_ form: StateRows.Form, asOf: Effective) throws -> [String: [String]] {
    Dictionary(
      uniqueKeysWithValues: zip(ExportTable.all.map(\.name), try rows(form, Self.early.chronicle, asOf: asOf)))
  }

  @Test("a reference to what does not exist at the reading says nothing, and a row whose key is one is not there")
  func sound() throws {
    let early = try early(.csv, asOf: "2021-06-01")
    #expect(early["cases"] == ["C-0002,Tidigt,,,,,2021-01-01,,,\r\n"])
    #expect(early["case_measure"] == [])
    #expect(
      try self.early(.sql, asOf: "2021-06-01")["cases"] == [
        "('C-0002', 'Tidigt', NULL, NULL, NULL, NULL, '2021-01-01', NULL, NULL, NULL)"
      ])
    let late = try self.early(.csv, asOf: "2023-12-31")
    #expect(late["cases"]?.last == "C-0002,Tidigt,,P-0001,,,2021-01-01,,,\r\n")
    #expect(late["case_measure"] == ["C-0002,M-0001\r\n"])
  }

  @Test("the rows are those of the book, whether subjects are swept or asked for one by one")
  func asTheBook() throws {
    let exported = try Exported(asOf: "2022-10-14")
    let tables = StateTables(.csv, waitingIn: exported.folder.path)
    try exported.states.bring(.csv, to: tables)
    #expect(try rows(of: tables) == rows(.csv, exported.book.chronicle, asOf: "2022-10-14"))
    #expect(try exported.names == [])
  }

  @Test("subjects are kept as runs of numbers, and found in them alone")
  func runs() {
    var runs = SubjectRuns()
    #expect(!runs.contains(1))
    let keys: Set<UInt64> = [3, 4, 5, 9, 11, 12, 1 << 32 | 1]
    for key in keys.sorted() { runs.append(key) }
    for key in Array(0...20) + [1 << 32, 1 << 32 | 1, 1 << 32 | 2] as [UInt64] {
      #expect(runs.contains(key) == keys.contains(key))
    }
  }

  @Test("without a day asked, states are as of today, which the ledger and its last entry say")
  func today() throws {
    let states = try ExportStates(ExampleLedger.folder, asOf: nil, waitingIn: "/nowhere/at/all") { opened, last in
      #expect(opened.reality == .illustrative)
      return SwedishTime.date(of: last)
    }
    #expect(states.asOf == .date(SwedishTime.date(of: try #require(try Exported().view.lastRecorded))))
  }
}

@Suite("Exported SQL")
struct SQLExportTests {
  private static let questions = [
    "SELECT count(*) FROM event", "SELECT count(*) FROM subject", "SELECT count(*) FROM mention",
    "SELECT count(*) FROM open_cases", "SELECT count(*) FROM cases_past_deadline",
    "SELECT sum(measures) FROM measures_by_status", "SELECT count(*) FROM overdue_measures",
    "SELECT count(*) FROM decisions_without_reference", "SELECT count(DISTINCT decision) FROM who_decided_what",
  ]

  /// What those questions have for answers, by the book.
  private func answers(_ exported: Exported) -> [Int] {
    let (book, events) = (exported.book, exported.events)
    let open = book.cases.filter { !$0.isClosed }
    let mentions = events.reduce(0) { sum, event in
      guard case .object(let data) = event.fact.data(with: event.circumstances) else { return sum }
      let named = Set(event.mentions.map(\.text))
      return sum + data.members.reduce(0) { $0 + Set(Self.texts(in: $1.value)).intersection(named).count }
    }
    return [
      events.count, Set(events.map(\.subject)).count, mentions, open.count,
      open.count { $0.due.map { $0 <= book.day } ?? false }, book.measures.count,
      book.measures.count { $0.schedule(on: book.day) == .overdue },
      book.decisions.count { $0.made?.reference == nil && $0.made?.authority.paragraph == nil }, book.decisions.count,
    ]
  }

  private static func texts(in value: JSONValue) -> [String] {
    switch value {
    case .string(let text): [text]
    case .array(let elements): elements.flatMap(texts)
    case .object(let object): object.members.flatMap { texts(in: $0.value) }
    case .null, .bool, .number: []
    }
  }

  @Test(
    "sqlite3 takes it, finds every key and answers as the book does", .enabled(if: Outside.sqlite != nil),
    arguments: ["2022-10-14", "2024-06-30"] as [Effective])
  func sqlite(day: Effective) throws {
    let exported = try Exported(asOf: day)
    let path = try exported.sql()
    let sqlite = try #require(Outside.sqlite)
    let loaded = try Outside.run(sqlite, ["-bail", exported.folder("e.db")], input: path)
    #expect(loaded.exit == 0 && loaded.errors.isEmpty, "\(loaded.errors)")
    #expect(try Outside.run(sqlite, [exported.folder("e.db"), "PRAGMA foreign_key_check"]).output == "")
    let answer = try Outside.run(sqlite, [exported.folder("e.db"), Self.questions.joined(separator: ";")])
    #expect(answer.output.split(separator: "\n").compactMap { Int($0) } == answers(exported), "\(answer.errors)")
  }

  @Test("PostgreSQL takes the very same file, with its keys", .enabled(if: Outside.postgres != nil))
  func postgres() throws {
    let exported = try Exported(asOf: "2022-10-14")
    let path = try exported.sql()
    let answer = try Outside.run(
      "/bin/bash",
      [Outside.script("postgres_load.sh"), try #require(Outside.postgres), path, Self.questions.joined(separator: ";")])
    #expect(answer.exit == 0, "\(answer.errors)")
    #expect(answer.output.split(separator: "\n").compactMap { Int($0) } == answers(exported), "\(answer.errors)")
  }

  @Test("texts are quoted so that none ends early; what PostgreSQL cannot hold becomes U+FFFD")
  func literals() {
    var writer = SQLWriter()
    for text in ["a'b", "\\", "", "a\u{0}b", "'; DROP TABLE event; --", nil] { writer.literal(text) }
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "'a''b''\\''''a\u{FFFD}b''''; DROP TABLE event; --'NULL")
  }

  @Test("many rows are some statements")
  func statements() {
    let table = ExportTable("t", [ExportTable.Column("id", key: true), ExportTable.Column("n", .integer)]) { _ in [] }
    var writer = SQLWriter()
    writer.create(table)
    writer.end(after: 0)
    var count = 0
    for range in [0..<300, 300..<300, 300..<501] {
      writer.insert(range.map { Array("('x\($0)', \($0))".utf8)[...] }, into: table, after: &count)
    }
    writer.end(after: count)
    let text = String(decoding: writer.bytes, as: UTF8.self)
    #expect(
      text.hasPrefix(
        "CREATE TABLE t (\n  id TEXT NOT NULL REFERENCES subject (id),\n  n INTEGER,\n  PRIMARY KEY (id)\n);\nINSERT INTO t VALUES\n('x0', 0),\n('x1', 1),\n"
      ))
    #expect(text.hasSuffix("('x499', 499);\nINSERT INTO t VALUES\n('x500', 500);\n"))
  }
}
