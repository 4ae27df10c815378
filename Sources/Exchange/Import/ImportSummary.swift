package import LedgerDomain
package import StrictJSON

/// What a log holds and what importing it adds, in numbers: shown before it is recorded and after.
package struct ImportSummary: JSONWritable, Hashable, Sendable {
  /// A case of which the log says something else than when it was imported.
  package struct Difference: JSONWritable, Hashable, Sendable {
    package let subject: SubjectID
    /// The type of the event that would have been another.
    package let type: String
    package let line: Int

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("subject", subject)
      pen.write("type", Text(type))
      pen.write("line", line)
      pen.endObject()
    }
  }

  package let file: ImportFile
  /// The columns of the log that the mapping does not name.
  package let unusedColumns: [String]
  /// What the log holds that no row has a place for, and how often.
  package let skipped: [XESSkipped: Int]
  package internal(set) var caseCount = 0
  package internal(set) var closedCaseCount = 0
  package internal(set) var activityCount = 0
  package internal(set) var undatedActivityCount = 0
  /// Cases that the ledger has already.
  package internal(set) var knownCaseCount = 0
  /// Events that the ledger has already.
  package internal(set) var knownEventCount = 0
  /// Events to be added that are marked irregular.
  package internal(set) var irregularCount = 0
  package internal(set) var refusedRows = 0
  /// The first and the last day on which anything in the log happened.
  package private(set) var firstDay: LocalDate?
  package private(set) var lastDay: LocalDate?
  /// The events to be added, by type.
  package private(set) var added: [String: Int] = [:]
  package internal(set) var differences: [Difference] = []
  private var resources: Set<PublicOfficial> = []

  init(_ log: CaseLog, of file: ImportFile) {
    self.file = file
    unusedColumns = log.unusedColumns
    skipped = log.skipped
  }

  /// How many office-holders are named.
  package var resourceCount: Int { resources.count }
  package var addedCount: Int { added.values.reduce(0, +) }

  mutating func take(_ logged: CaseLog.LoggedCase) {
    caseCount += 1
    if logged.closed != nil { closedCaseCount += 1 }
    activityCount += logged.activities.count
    note(logged.officer)
    note(logged.opened)
    note(logged.closed)
    for activity in logged.activities {
      note(activity.by)
      note(activity.time)
      if activity.time == nil { undatedActivityCount += 1 }
    }
  }

  mutating func add(_ step: ImportStep) { added[step.fact.type, default: 0] += 1 }

  private mutating func note(_ moment: Effective?) {
    guard let day = moment?.day else { return }
    firstDay = min(firstDay ?? day, day)
    lastDay = max(lastDay ?? day, day)
  }

  private mutating func note(_ person: PublicOfficial?) {
    if let person { resources.insert(person) }
  }

  /// `{"file":{"name":…,"sha256":…,"log":…},"cases":…,"closedCases":…,"activities":…,"undatedActivities":…,"firstDay":…,"lastDay":…,
  /// "resources":…,"known":{"cases":…,"events":…},"added":{type:…},"addedEvents":…,"irregular":…,"refusedRows":…,
  /// "differences":[{"subject":…,"type":…,"line":…}],"unusedColumns":[…],"skipped":{what:…}}`
  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    pen.write(name: "file")
    pen.beginObject()
    pen.write("name", file.name)
    pen.write("sha256", file.sha256)
    pen.write("log", file.log)
    pen.endObject()
    pen.write("cases", caseCount)
    pen.write("closedCases", closedCaseCount)
    pen.write("activities", activityCount)
    pen.write("undatedActivities", undatedActivityCount)
    pen.write("firstDay", firstDay)
    pen.write("lastDay", lastDay)
    pen.write("resources", resourceCount)
    pen.write(name: "known")
    pen.beginObject()
    pen.write("cases", knownCaseCount)
    pen.write("events", knownEventCount)
    pen.endObject()
    pen.write(name: "added")
    JSONValue.object(
      JSONObject(added.sorted { $0.key < $1.key }.map { (name: $0.key, value: JSONValue($0.value)) })
    ).write(into: &pen)
    pen.write("addedEvents", addedCount)
    pen.write("irregular", irregularCount)
    pen.write("refusedRows", refusedRows)
    pen.write("differences", differences)
    pen.write("unusedColumns", unusedColumns.map { Text($0) })
    if !skipped.isEmpty {
      pen.write(name: "skipped")
      JSONValue.object(
        JSONObject(
          skipped.map { (name: $0.key.name, value: JSONValue($0.value)) }.sorted { $0.name < $1.name })
      ).write(into: &pen)
    }
    pen.endObject()
  }
}

extension XESSkipped {
  /// What it is called in JSON: an unknown element by its tag.
  var name: String {
    switch self {
    case .nestedAttribute: "nestedAttribute"
    case .collection: "collection"
    case .eventOutsideTrace: "eventOutsideTrace"
    case .unknownElement(let name): "<\(name)>"
    }
  }
}
