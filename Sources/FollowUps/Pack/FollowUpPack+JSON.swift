import LedgerDomain
package import Projections
package import StrictJSON

extension FollowUpPack {
  /// The report for machines, `liggare.follow-up.report` version 1.
  ///
  /// `running` says that the period had not ended on the day of `asOf`. Lists that are empty, `false` and what is not stated have no member.
  /// Days and moments are texts as in the journal. A `mark` names the entry that a fact stands on. `promises` stands in a report on all
  /// promises. A group by promise has `promise` in place of `code`; a group without either holds the measures that belong to none, or to
  /// the whole municipality. Members may be added; none changes its meaning within a version.
  ///
  /// ```json
  /// {"kind":"liggare.follow-up.report","version":1,
  ///  "basis":{"ledger":"…","owner":"…","reality":"illustrative","position":41,"recorded":"2022-09-02T08:00:00.000Z",
  ///           "asOf":"2022-08-31","size":41},
  ///  "period":{"label":"2022-T2","from":"2022-05-01","through":"2022-08-31"},
  ///  "scope":{"from":"2022-01-01","through":"2022-08-31"},
  ///  "promise":{"id":"P-0001","title":"…"},"promises":[{"id":"P-0001","title":"…"},{"id":"P-0002","title":"…"}],
  ///  "measures":[{"id":"M-0001","title":"…","binding":"decided","areas":["Nävertorp"],"responsible":{"office":"…"},
  ///    "status":"in-progress","evidence":"measured","schedule":"on-time","originalDeadline":"2022-09-30",
  ///    "deadline":"2022-10-31","targets":[{"target":{"name":"…","unit":"st","comparison":"at-least","value":"4"},
  ///    "results":[{"year":2022,"actual":"3","mark":{…}}],"reached":false}],"report":{"statement":"…","mark":{…}},
  ///    "irregularities":[{"subject":"M-0001","type":"measure.started","kinds":["executed-before-decision"],"reason":"…",
  ///    "mark":{…}}]}],
  ///  "grouping":"area","groups":[{"code":"norr","name":"Norr","measures":["M-0001"]}],
  ///  "silent":[{"measure":"M-0002","reports":2,"last":{…}}],
  ///  "examples":["M-0009"],"meetingsCalledOff":[{"meeting":"T-0012","day":"2022-09-27","callingOff":{…}}],
  ///  "overdue":[{"kind":"carry-out","subject":"M-0002","due":"2022-06-30"}],"dueNext":[…],"dueThrough":"2022-12-06",
  ///  "since":"2022-04-30","changes":{"new":["M-0003"],"approved":[…],"ended":[…],"extended":[{"measure":"M-0001",
  ///    "from":"2022-09-30","to":"2022-10-31","decision":"D-0004"}],"overdue":[…],"corrected":[…],"other":[…]},
  ///  "carriedOver":[{"kind":"carry-out","subject":"M-0002","reports":3}],
  ///  "extensions":[{"measure":"M-0001","from":"2022-09-30","to":"2022-10-31","reason":"…","decision":"D-0004","mark":{…}}],
  ///  "evaluations":[{"measure":"M-0001","evaluation":{…}}],
  ///  "addedSince":[{"subject":"M-0001","type":"entry.corrected","mark":{…},"correction":{"type":"…","field":"…","reason":"…"}}],
  ///  "decisions":[{"id":"D-0004","made":{…},"organ":"Kommunstyrelsen","standing":"made","mark":{…}}],
  ///  "indicators":[…],"cases":[…],"recommendations":["R-0001"],
  ///  "later":[{"subject":"M-0001","type":"entry.corrected","mark":{…}}]}
  /// ```
  package func json(basis: Basis) -> JSONValue {
    JSONValue(of: Shape(self, basis))
  }

  private struct Shape: JSONWritable {
    var kind: Text = "liggare.follow-up.report"
    var version = 1
    var basis: Basis
    var period: ReportingPeriod
    var scope: ReportingScope
    var running: Bool
    var promise: Promise
    var promises: [Promise]
    var measures: [MeasureRow]
    var grouping: PackGrouping?
    var groups: [PackGroup]
    var silent: [SilentRow]
    var examples: [SubjectID]
    var meetingsCalledOff: [MeetingOff]
    var overdue: [Obligation]
    var dueNext: [Obligation]
    var dueThrough: LocalDate?
    var since: LocalDate?
    var carriedOver: [CarriedRow]
    var changes: ChangesSince
    var addedSince: [LaterRow]
    var extensions: [ExtensionRow]
    var evaluations: [Judged]
    var decisions: [DecisionRow]
    var indicators: [IndicatorRow]
    var cases: [CaseRow]
    var recommendations: [SubjectID]
    var later: [LaterRow]

    struct Promise: JSONWritable {
      var id: SubjectID
      var title: Text?

      func write(into pen: inout JSONPen) {
        pen.beginObject()
        pen.write("id", id)
        pen.write("title", title)
        pen.endObject()
      }
    }

    struct MeetingOff: JSONWritable {
      var meeting: SubjectID
      var day: LocalDate?
      var callingOff: Meeting.CallingOff?

      func write(into pen: inout JSONPen) {
        pen.beginObject()
        pen.write("meeting", meeting)
        pen.write("day", day)
        pen.write("callingOff", callingOff)
        pen.endObject()
      }
    }

    struct Judged: JSONWritable {
      var measure: SubjectID
      var evaluation: Measure.Evaluation

      func write(into pen: inout JSONPen) {
        pen.beginObject()
        pen.write("measure", measure)
        pen.write("evaluation", evaluation)
        pen.endObject()
      }
    }

    init(_ pack: FollowUpPack, _ basis: Basis) {
      self.basis = basis
      period = pack.period
      scope = pack.scope
      running = pack.isRunning
      promise = Promise(id: pack.promise, title: pack.terms?.title)
      promises = pack.covered.contains(nil) ? pack.promises.map { Promise(id: $0.id, title: $0.terms?.title) } : []
      measures = pack.rows
      grouping = pack.grouping
      groups = pack.groups
      silent = pack.silent
      examples = pack.examples.map(\.id)
      meetingsCalledOff = pack.meetingsCalledOff.map {
        MeetingOff(meeting: $0.id, day: $0.day, callingOff: $0.callingOff)
      }
      overdue = pack.overdue
      dueNext = pack.dueNext
      dueThrough = pack.horizon
      since = pack.previousPeriod?.through
      carriedOver = pack.carriedOver
      changes = pack.changes
      addedSince = pack.addedSince
      extensions = pack.extensions
      evaluations = pack.rows.flatMap { row in
        row.state.evaluations.map { Judged(measure: row.id, evaluation: $0) }
      }
      decisions = pack.decisions
      indicators = pack.indicators
      cases = pack.cases
      recommendations = pack.recommendations.map(\.id)
      later = pack.later
    }

    func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("kind", kind)
      pen.write("version", version)
      pen.write("basis", basis)
      pen.write("period", period)
      pen.write("scope", scope)
      pen.write("running", running)
      pen.write("promise", promise)
      pen.write("promises", promises)
      pen.write("measures", measures)
      pen.write("grouping", grouping)
      pen.write("groups", groups)
      pen.write("silent", silent)
      pen.write("examples", examples)
      pen.write("meetingsCalledOff", meetingsCalledOff)
      pen.write("overdue", overdue)
      pen.write("dueNext", dueNext)
      pen.write("dueThrough", dueThrough)
      pen.write("since", since)
      pen.write("carriedOver", carriedOver)
      pen.write("changes", changes)
      pen.write("addedSince", addedSince)
      pen.write("extensions", extensions)
      pen.write("evaluations", evaluations)
      pen.write("decisions", decisions)
      pen.write("indicators", indicators)
      pen.write("cases", cases)
      pen.write("recommendations", recommendations)
      pen.write("later", later)
      pen.endObject()
    }
  }
}
