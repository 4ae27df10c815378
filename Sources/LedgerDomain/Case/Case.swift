package import StrictJSON

/// A case (*ärende*): who handles it, what was done, by when, and how it ended.
package struct Case: Subject {
  package static let kind = SubjectKind.case

  package let id: SubjectID
  package var record = SubjectRecord()
  package private(set) var opened: CaseOpened?
  package private(set) var openedMark: Mark?
  package private(set) var officer: PublicOfficial?
  package private(set) var measures: [SubjectID] = []
  package private(set) var activities: [Activity] = []
  package private(set) var due: LocalDate?
  package private(set) var closing: Closing?

  package struct Activity: JSONWritable, Hashable, Sendable {
    package var recorded: ActivityRecorded
    package var mark: Mark

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("recorded", recorded)
      pen.write("mark", mark)
      pen.endObject()
    }
  }

  package struct Closing: JSONWritable, Hashable, Sendable {
    package var closed: CaseClosed
    package var mark: Mark

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("closed", closed)
      pen.write("mark", mark)
      pen.endObject()
    }
  }

  package init(id: SubjectID) { self.id = id }

  package var isFounded: Bool { opened != nil }
  package var isClosed: Bool { closing != nil }

  package static func own(_ fact: LedgerDomain.Fact) -> CaseFact? { if case .case(let own) = fact { own } else { nil } }

  package static func founds(_ fact: CaseFact) -> Bool { if case .opened = fact { true } else { false } }

  package static func check(
    _ fact: CaseFact, about id: SubjectID, in surroundings: Surroundings
  ) throws(Refusal) {
    switch fact {
    case .opened(let opened):
      try surroundings.require(opened.promise, .promise)
      try surroundings.require(opened.areas, in: .areas, of: opened.promise)
      if case .party(let party)? = opened.raisedBy {
        try surroundings.require([party], in: .parties, of: opened.promise)
      }
    case .linked(let linked): try surroundings.require(linked.measure, .measure)
    case .closed(let closed): try surroundings.require(closed.decision, .decision)
    case .assigned, .activityRecorded, .dueDateSet, .reopened: break
    }
  }

  package func judge(
    _ fact: CaseFact, on day: LocalDate?, in surroundings: Surroundings
  ) throws(Refusal) -> [Irregularity] {
    switch fact {
    case .opened: return []
    case .linked(let linked):
      if measures.contains(linked.measure) { throw .duplicate(field: "measure", value: linked.measure.text) }
    case .closed: if isClosed { throw .impossible(type: CaseClosed.type, state: "closed") }
    case .reopened:
      guard isClosed else { throw .impossible(type: CaseReopened.type, state: "open") }
      return []
    case .assigned, .activityRecorded, .dueDateSet: break
    }
    return isClosed ? [.activityAfterClosing] : []
  }

  package mutating func evolve(_ fact: CaseFact, _ event: Event) {
    switch fact {
    case .opened(let opened):
      self.opened = opened
      openedMark = event.mark
      if due == nil { due = opened.due }
    case .assigned(let assigned): officer = assigned.officer
    case .linked(let linked): measures.append(linked.measure)
    case .activityRecorded(let recorded): activities.append(Activity(recorded: recorded, mark: event.mark))
    case .dueDateSet(let set): due = set.due
    case .closed(let closed): closing = Closing(closed: closed, mark: event.mark)
    case .reopened: closing = nil
    }
  }

  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    pen.write("id", id)
    pen.write("record", record)
    pen.write("opened", opened)
    pen.write("openedMark", openedMark)
    pen.write("officer", officer)
    pen.write("measures", measures)
    pen.write("activities", activities)
    pen.write("due", due)
    pen.write("closing", closing)
    pen.endObject()
  }
}
