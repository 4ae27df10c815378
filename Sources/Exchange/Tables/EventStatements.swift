import DurableFiles
import JournalStore
import LedgerDomain
import StrictJSON

/// Every event as a row of SQL, with its subject the first time and the other subjects that it names.
struct EventStatements: ExportFormat {
  struct Piece {
    var subjects = SQLWriter()
    var events = SQLWriter()
    var mentions = SQLWriter()
  }

  let sink: ExportSink
  let basis: ExportBasis
  var isFinal: Bool { sink.isFinal }

  func emptyPiece() -> Piece { Piece() }

  func add(_ line: ExportLine, to piece: inout Piece) {
    let subject = line.facts.subject
    if line.facts.subjectVersion == 1 {
      piece.subjects.begin("subject")
      piece.subjects.write("'\(subject.text)', '\(subject.kind.text)', \(line.facts.position))")
    }
    let tail = EnvelopeTail(line.tail)
    piece.events.begin("event")
    piece.events.write("\(line.facts.position), ")
    piece.events.literal(utf8: line.id)
    piece.events.write(", '\(line.type)', '\(subject.text)', \(line.facts.subjectVersion), ")
    piece.events.literal(json: tail.effective)
    piece.events.write(", ")
    piece.events.literal(utf8: line.recorded)
    for value in [tail.recordedBy, tail.batch, tail.correlation, tail.causation] {
      piece.events.write(", ")
      piece.events.literal(json: value)
    }
    piece.events.write(", ")
    line.withData { piece.events.literal(utf8: $0) }
    piece.events.write(")")
    for relation in ObjectRelations(of: line).all {
      piece.mentions.begin("mention")
      piece.mentions.write("\(line.facts.position), '\(relation.subject.text)', '\(relation.member)')")
    }
  }

  func join(_ piece: Piece) {
    for writer in [piece.subjects, piece.events, piece.mentions] where !writer.bytes.isEmpty {
      sink.write(writer.bytes)
      sink.write(";\n")
    }
  }

  func restart() throws(FileError) {
    try sink.restart()
    begin()
  }

  /// The tables that hold the events, and the basis. What refers to subjects and events is looked at when all is there.
  func begin() {
    var writer = SQLWriter()
    writer.write(
      """
      -- A ledger of Liggare for SQLite and PostgreSQL. Moments are in UTC, days are days; sealed values are shown as ***.
      BEGIN;
      CREATE TABLE basis (
        name TEXT NOT NULL PRIMARY KEY,
        value TEXT NOT NULL
      );
      CREATE TABLE subject (
        id TEXT NOT NULL PRIMARY KEY,
        kind TEXT NOT NULL,
        first_position INTEGER NOT NULL
      );
      CREATE TABLE event (
        position INTEGER NOT NULL PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        type TEXT NOT NULL,
        subject TEXT NOT NULL REFERENCES subject (id) DEFERRABLE INITIALLY DEFERRED,
        subject_version INTEGER NOT NULL,
        effective TEXT,
        recorded TEXT NOT NULL,
        recorded_by TEXT NOT NULL,
        batch TEXT,
        correlation TEXT,
        causation TEXT,
        data TEXT NOT NULL
      );
      CREATE TABLE mention (
        position INTEGER NOT NULL REFERENCES event (position) DEFERRABLE INITIALLY DEFERRED,
        subject TEXT NOT NULL REFERENCES subject (id) DEFERRABLE INITIALLY DEFERRED,
        member TEXT NOT NULL,
        PRIMARY KEY (position, subject, member)
      );

      """)
    for row in basis.rows {
      writer.write("INSERT INTO basis VALUES (")
      writer.literal(row.name)
      writer.write(", ")
      writer.literal(row.value)
      writer.write(");\n")
    }
    sink.write(writer.bytes)
  }

  /// The common questions.
  static let views = """
    CREATE VIEW open_cases AS
      SELECT * FROM cases WHERE closed IS NULL;
    CREATE VIEW cases_past_deadline AS
      SELECT * FROM cases
      WHERE closed IS NULL AND due <= (SELECT substr(value, 1, 10) FROM basis WHERE name = 'asOf');
    CREATE VIEW measures_by_status AS
      SELECT status, count(*) AS measures FROM measure GROUP BY status;
    CREATE VIEW overdue_measures AS
      SELECT * FROM measure WHERE schedule = 'overdue';
    CREATE VIEW decisions_without_reference AS
      SELECT * FROM decision WHERE reference IS NULL AND paragraph IS NULL;
    CREATE VIEW who_decided_what AS
      SELECT decision.id AS decision, decision.day, decision.matter, decision.outcome, decision.authority,
        body.name AS organ, decided_by.name AS decided_by, decided_by.office AS office
      FROM decision
      LEFT JOIN body ON body.id = decision.organ
      LEFT JOIN decided_by ON decided_by.decision = decision.id;

    """
}

extension SQLWriter {
  /// The beginning of the next row of a table, in the statement that this writer holds.
  fileprivate mutating func begin(_ table: String) {
    write(bytes.isEmpty ? "INSERT INTO \(table) VALUES\n(" : ",\n(")
  }

  /// The text of a JSON value; NULL for none.
  fileprivate mutating func literal(json value: UnsafeBufferPointer<UInt8>?) {
    guard let value else { return write("NULL") }
    ExportText.with(value) { literal(utf8: $0) }
  }
}
