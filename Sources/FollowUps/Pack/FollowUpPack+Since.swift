package import LedgerDomain
import Projections
package import StrictJSON

/// What is different from the report before: between two readings, so that what was recorded late is missed by neither.
package struct ChangesSince: JSONWritable, Hashable, Sendable {
  package var new: [SubjectID] = []
  package var approved: [SubjectID] = []
  package var ended: [SubjectID] = []
  package var extended: [Extended] = []
  /// Overdue now and not then.
  package var overdue: [SubjectID] = []
  /// With an entry that was corrected or reversed after the report before was compiled.
  package var corrected: [SubjectID] = []
  /// Withdrawn, rejected, paused, resumed and so on.
  package var other: [StatusChange] = []

  package struct Extended: JSONWritable, Hashable, Sendable {
    package var measure: SubjectID
    package var from: LocalDate?
    package var to: LocalDate
    package var decision: SubjectID?

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("measure", measure)
      pen.write("from", from)
      pen.write("to", to)
      pen.write("decision", decision)
      pen.endObject()
    }
  }

  package struct StatusChange: JSONWritable, Hashable, Sendable {
    package var measure: SubjectID
    package var from: MeasureStatus
    package var to: MeasureStatus

    package func write(into pen: inout JSONPen) {
      pen.beginObject()
      pen.write("measure", measure)
      pen.write("from", from)
      pen.write("to", to)
      pen.endObject()
    }
  }

  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    pen.write("new", new)
    pen.write("approved", approved)
    pen.write("ended", ended)
    pen.write("extended", extended)
    pen.write("overdue", overdue)
    pen.write("corrected", corrected)
    pen.write("other", other)
    pen.endObject()
  }
}

/// A decision in a report.
package struct DecisionRow: JSONWritable, Hashable, Sendable {
  package var id: SubjectID
  package var made: DecisionMade
  /// The body that decided, by name.
  package var organ: Text?
  package var standing: DecisionStanding
  package var mark: Mark
  /// Whether it was made in an earlier period and is new to the report only because it was recorded late.
  package var late: Bool

  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    pen.write("id", id)
    pen.write("made", made)
    pen.write("organ", organ)
    pen.write("standing", standing)
    pen.write("mark", mark)
    pen.write("late", late)
    pen.endObject()
  }
}

extension FollowUpPack {
  /// What has happened to the measures with a row since the report before; everything, in the first report.
  package var changes: ChangesSince { shelf.changes { allChanges } }

  private var allChanges: ChangesSince {
    let corrections: Set<SubjectID> = Set(addedSince.filter { $0.correction != nil }.map(\.subject))
    return rows.reduce(into: ChangesSince()) { changes, row in
      let before = previous?.measure(row.id)
      if before == nil { changes.new.append(row.id) }
      let was = before?.status ?? .proposed
      if before?.approved == nil, row.state.approved != nil { changes.approved.append(row.id) }
      if row.status.isEnded, !was.isEnded {
        changes.ended.append(row.id)
      } else if row.status != was, ![.approved, .inProgress].contains(row.status) || was == .paused {
        changes.other.append(ChangesSince.StatusChange(measure: row.id, from: was, to: row.status))
      }
      if row.schedule == .overdue, previous.map({ before?.schedule(on: $0.day) != .overdue }) ?? true {
        changes.overdue.append(row.id)
      }
      if corrections.contains(row.id) { changes.corrected.append(row.id) }
      let known = before?.extensions.count ?? 0
      if row.state.extensions.count > known, let last = row.state.extensions.last {
        changes.extended.append(
          ChangesSince.Extended(
            measure: row.id, from: before?.deadline ?? row.originalDeadline, to: last.extended.deadline,
            decision: last.extended.decision))
      }
    }
  }

  /// The decisions that the report before could not know, in order of date.
  package var decisions: [DecisionRow] { shelf.decisions { allDecisions } }

  private var allDecisions: [DecisionRow] {
    book.decisions.compactMap { decision -> DecisionRow? in
      guard let made = decision.made, let mark = decision.mark, previous?.decision(decision.id) == nil,
        made.concerns.isEmpty || made.concerns.contains(where: belongs)
      else { return nil }
      let late = previousPeriod.flatMap { period in mark.effective.map { $0.day <= period.through } } ?? false
      return DecisionRow(
        id: decision.id, made: made, organ: decider(made), standing: decision.standing, mark: mark, late: late)
    }.sorted { ($0.mark.effective?.start.milliseconds ?? 0) < ($1.mark.effective?.start.milliseconds ?? 0) }
  }

  private func decider(_ made: DecisionMade) -> Text? {
    var organ = made.authority.organ
    if organ == nil, let id = made.authority.delegation, case .delegation(let state)? = book.state(of: id) {
      organ = state.granted?.from
    }
    // A body registered late is a body all the same.
    return organ.flatMap { latest.title(of: $0) }.map { Text($0) }
  }
}
