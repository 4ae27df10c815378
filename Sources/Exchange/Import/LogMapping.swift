import LedgerDomain
package import StrictJSON

/// What the columns of an event log mean: a small JSON file that the importer is given beside the log.
///
///     version        1
///     log            the log's own name: with a case's key it says which case is meant, whatever the file is called
///     encoding     ? utf-8, windows-1252, utf-16le, utf-16be; else by its byte order mark, else UTF-8
///     separator    ? "," ";" or "\t"; else the one that the header has
///     case           the column with the case's key
///     title          the case's title, a template (``TextTemplate``)
///     registryNumber? the case's registry number, a template; else the key
///     opened       ? the column with the moment at which the case was opened; else that of its first activity
///     closed       ? the column with the moment at which it was closed, empty for an open one; needs `outcome`
///     outcome      ? how it ended, a template
///     due          ? the column with its deadline: the day counts, the hour does not
///     officer      ? its case officer: {name?, office, organ?}, each a template
///     activity       what was done, a template
///     time           the column with the moment at which it was done; empty for an undated one
///     by           ? who did it, as `officer`
///
/// For example, for a log in XES or as pm4py writes it in CSV:
///
///     {"version": 1, "log": "receipt", "case": "case:concept:name", "title": "Ärende {case:concept:name}",
///      "activity": "{concept:name}", "time": "time:timestamp", "by": {"office": "{org:resource}"}}
///
/// Unknown members are refused. What may be added: members.
package struct LogMapping: JSONRecord, Hashable, Sendable {
  package var version: Int
  package var log: Text
  package var encoding: TextEncoding?
  package var separator: Text?
  package var `case`: Text
  package var title: TextTemplate
  package var registryNumber: TextTemplate?
  package var opened: Text?
  package var closed: Text?
  package var outcome: TextTemplate?
  package var due: Text?
  package var officer: PersonTemplate?
  package var activity: TextTemplate
  package var time: Text
  package var by: PersonTemplate?

  /// The version that is written and read.
  package static let version = 1

  package init(
    log: Text, case: Text, title: TextTemplate, activity: TextTemplate, time: Text
  ) {
    version = Self.version
    self.log = log
    self.case = `case`
    self.title = title
    self.activity = activity
    self.time = time
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    version = try members.read("version")
    log = try members.read("log")
    encoding = try members.read("encoding")
    separator = try members.read("separator")
    `case` = try members.read("case")
    title = try members.read("title")
    registryNumber = try members.read("registryNumber")
    opened = try members.read("opened")
    closed = try members.read("closed")
    outcome = try members.read("outcome")
    due = try members.read("due")
    officer = try members.read("officer")
    activity = try members.read("activity")
    time = try members.read("time")
    by = try members.read("by")
  }

  package func write(members: inout JSONPen) {
    members.write("version", version)
    members.write("log", log)
    members.write("encoding", encoding)
    members.write("separator", separator)
    members.write("case", `case`)
    members.write("title", title)
    members.write("registryNumber", registryNumber)
    members.write("opened", opened)
    members.write("closed", closed)
    members.write("outcome", outcome)
    members.write("due", due)
    members.write("officer", officer)
    members.write("activity", activity)
    members.write("time", time)
    members.write("by", by)
  }
}

/// An office-holder as columns state them.
package struct PersonTemplate: JSONRecord, Hashable, Sendable {
  package var name: TextTemplate?
  package var office: TextTemplate
  package var organ: TextTemplate?

  package init(name: TextTemplate? = nil, office: TextTemplate, organ: TextTemplate? = nil) {
    self.name = name
    self.office = office
    self.organ = organ
  }

  package init(members: inout JSONMembers) throws(JSONMismatch) {
    name = try members.read("name")
    office = try members.read("office")
    organ = try members.read("organ")
  }

  package func write(members: inout JSONPen) {
    members.write("name", name)
    members.write("office", office)
    members.write("organ", organ)
  }

  /// The person that a row names; nil where its columns say no office.
  func filled(_ value: (String) -> String) -> PublicOfficial? {
    guard let office = office.filled(value) else { return nil }
    return PublicOfficial(
      name: name?.filled(value).map { Text($0) }, office: Text(office), organ: organ?.filled(value).map { Text($0) })
  }

  var columns: [String] { [name, office, organ].compactMap(\.self).flatMap(\.columns) }
}

/// Why a mapping cannot be used.
package enum MappingProblem: Error, Equatable {
  /// It is no JSON: where, by line and column from 1.
  case json(JSONError, line: Int, column: Int)
  /// It is JSON but no mapping.
  case mismatch(JSONMismatch)
  /// A column that the log does not have, and those it has.
  case unknownColumn(String, field: String, known: [String])
}

extension LogMapping {
  /// Reads a mapping: strict JSON in UTF-8.
  package init(parsing bytes: [UInt8]) throws(MappingProblem) {
    let json: JSONValue
    do throws(JSONError) {
      json = try JSONValue(parsing: bytes)
    } catch {
      let before = bytes[..<min(error.offset, bytes.count)]
      let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      throw .json(error, line: before.count { $0 == 0x0A } + 1, column: before.count - start + 1)
    }
    do throws(JSONMismatch) {
      self = try LogMapping(json: json)
      try check()
    } catch { throw .mismatch(error) }
  }

  private func check() throws(JSONMismatch) {
    func refuse(_ member: String, _ expected: String, _ found: String) throws(JSONMismatch) {
      throw JSONMismatch(path: [member], problem: .malformed(expected: expected, found: found))
    }
    if version != Self.version { try refuse("version", String(Self.version), String(version)) }
    if log.text.isEmpty { try refuse("log", "name", "") }
    if let separator, Self.separators[separator.text] == nil {
      try refuse("separator", "separator", separator.text)
    }
    if closed != nil, outcome == nil { throw JSONMismatch(path: [], problem: .missingMember("outcome")) }
  }

  private static let separators: [String: UInt8] = [",": 0x2C, ";": 0x3B, "\t": 0x09]

  /// The separator that it states, as a byte.
  package var separatorByte: UInt8? { separator.flatMap { Self.separators[$0.text] } }

  /// The columns of the members that say one thing of a whole case.
  var caseColumns: [(field: String, column: String)] {
    func named(_ field: String, _ columns: [String]) -> [(field: String, column: String)] {
      columns.map { (field, $0) }
    }
    let title = named("title", title.columns) + named("registryNumber", registryNumber?.columns ?? [])
    let span = named("opened", opened.map { [$0.text] } ?? []) + named("closed", closed.map { [$0.text] } ?? [])
    // How a case ended is asked only of one that did.
    return title + span + named("outcome", outcome?.columns ?? []) + named("due", due.map { [$0.text] } ?? [])
      + named("officer", officer?.columns ?? [])
  }

  /// Every column that it names, with the member that does.
  var columns: [(field: String, column: String)] {
    [("case", `case`.text)] + caseColumns + activity.columns.map { ("activity", $0) } + [("time", time.text)]
      + (by?.columns ?? []).map { ("by", $0) }
  }
}
