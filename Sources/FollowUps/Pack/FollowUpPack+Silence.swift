package import LedgerDomain
package import Projections
package import StrictJSON

/// An open measure that nobody has reported on within the scope of a report: *uppgift saknas*.
package struct SilentRow: JSONWritable, Hashable, Sendable {
  package let measure: SubjectID
  /// In how many reports running there was nothing to say of it, this one included; at least 1.
  package let reports: Int
  /// The last report on it before the scope; absent where there has never been one.
  package let last: Mark?

  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    pen.write("measure", measure)
    pen.write("reports", reports)
    pen.write("last", last)
    pen.endObject()
  }
}

/// Something that was overdue at the end of earlier reports as well.
package struct CarriedRow: JSONWritable, Hashable, Sendable {
  package let kind: ObligationKind
  package let subject: SubjectID
  /// In how many reports running it was overdue, this one included; at least 2.
  package let reports: Int

  package func write(into pen: inout JSONPen) {
    pen.beginObject()
    pen.write("kind", kind)
    pen.write("subject", subject)
    pen.write("reports", reports)
    pen.endObject()
  }
}

extension FollowUpPack {
  /// The open measures without a report, in the order of the rows. They come back in every report until somebody reports,
  /// or decides otherwise.
  ///
  /// What has ended, was rejected or withdrawn is not among them: nothing more is expected.
  package var silent: [SilentRow] { shelf.silent { silentRows } }

  private var silentRows: [SilentRow] {
    rows.compactMap { row in
      guard row.lastReport == nil, !row.status.isClosed else { return nil }
      let reports = (latest.measure(row.id) ?? row.state).reports
      let before = reports.filter { report in
        ReportingScope.day(of: report, among: periods).map { $0 < scope.from } ?? false
      }
      return SilentRow(
        measure: row.id, reports: 1 + silentBefore(row, reports), last: before.last?.mark)
    }
  }

  private func silentBefore(_ row: MeasureRow, _ reports: [Measure.Report]) -> Int {
    earlier.prefix { period in
      let scope = ReportingScope(period)
      let isSilent = !reports.contains { report in
        ReportingScope.day(of: report, among: periods).map(scope.contains) ?? true
      }
      return isSilent && wasThere(since(row.state), by: period.through)
    }.count
  }

  /// Since when a measure must be reported: an example only since it was decided.
  private func since(_ measure: Measure) -> Mark? {
    measure.plan?.binding == .example ? measure.approved : measure.proposed
  }

  private func wasThere(_ mark: Mark?, by day: LocalDate) -> Bool { mark?.effective.map { $0.day <= day } ?? true }

  /// In how many reports running something was overdue by its present day, this one included.
  func timesOverdue(_ duty: Obligation) -> Int {
    guard let due = duty.due else { return 1 }
    let founded: Mark? =
      switch book.state(of: duty.subject) {
      case .measure(let state): since(state)
      case .case(let state): state.openedMark
      case .recommendation(let state): state.mark
      default: nil
      }
    return 1 + earlier.prefix { due < $0.through && wasThere(founded, by: $0.through) }.count
  }

  /// What is overdue for at least the second time.
  package var carriedOver: [CarriedRow] {
    overdue.compactMap { duty in
      let times = timesOverdue(duty)
      return times > 1 ? CarriedRow(kind: duty.kind, subject: duty.subject, reports: times) : nil
    }
  }

  /// The periods before this one that a report was made of, the latest first.
  private var earlier: [ReportingPeriod] { shelf.earlier { allEarlier } }

  private var allEarlier: [ReportingPeriod] {
    let ended = periods.filter { !$0.isFinal && $0.label != period.label && $0.through <= book.day }
    return ended.filter { latest.followUp(of: $0, promise: promise) != nil }.sorted { $0.through > $1.through }
  }
}
