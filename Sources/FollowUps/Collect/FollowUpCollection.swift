package import LedgerDomain
package import Projections
package import StrictJSON

/// Whom to ask about a period, about which measures, and who has answered.
///
/// Asked is about every measure that a report must have a row for and that was not closed before the period began. It is answered when a
/// report of it is about the period (``ReportingScope/day(of:among:)``, or the period's label), or when it was closed within
/// it; for the final report only a report on that or the closing counts. Everything recorded is read, whatever the day: an answer is written
/// after the period that it is about.
///
/// Cost: one fold of each measure.
package struct FollowUpCollection: Sendable {
  package let period: ReportingPeriod
  package let promise: SubjectID
  package let promiseTitle: Text
  /// The day on which the report is presented, where it is known.
  package let presented: LocalDate?
  /// In order of their names; what has no responsible stands last.
  package let responsibles: [Responsible]
  /// The position and the ledger that the forms are written from.
  package let chronicle: Chronicle

  /// One who is responsible for measures, and what of theirs is asked about.
  package struct Responsible: Sendable {
    /// Nil for measures that nobody is responsible for.
    package let official: PublicOfficial?
    package let measures: [Asked]

    package var missing: [Asked] { measures.filter { !$0.isAnswered } }
  }

  package struct Asked: Sendable {
    package let measure: Measure
    package let isAnswered: Bool

    package var title: Text { measure.plan?.title ?? Text(measure.id.text) }
  }

  package init(period: ReportingPeriod, promise: SubjectID, chronicle: Chronicle) {
    let pack = FollowUpPack(period: period, promise: promise, chronicle: chronicle, knownAt: nil, withheld: [])
    let periods = pack.latest.ledger?.opened?.periods ?? []
    self.period = period
    self.promise = promise
    self.chronicle = chronicle
    promiseTitle = pack.terms?.title ?? Text(promise.text)
    presented = pack.presentation?.day
    var groups: [PublicOfficial?: [Asked]] = [:]
    for row in pack.rows {
      guard let measure = pack.latest.measure(row.id), Self.isAsked(measure, period) else { continue }
      let asked = Asked(measure: measure, isAnswered: Self.isAnswered(measure, period, among: periods))
      groups[measure.plan?.responsible, default: []].append(asked)
    }
    responsibles = groups.map { Responsible(official: $0.key, measures: $0.value) }.sorted { one, other in
      switch (one.official, other.official) {
      case (nil, _): false
      case (_, nil): true
      case (let a?, let b?): Self.order(a).lexicographicallyPrecedes(Self.order(b))
      }
    }
  }

  private static func order(_ official: PublicOfficial) -> [Text] {
    [official.name ?? official.office, official.office, official.organ ?? ""]
  }

  /// The day on which a measure was closed, where it was.
  private static func closed(_ measure: Measure) -> LocalDate? {
    measure.status?.isClosed == true ? measure.statusMark?.effective?.day : nil
  }

  private static func isAsked(_ measure: Measure, _ period: ReportingPeriod) -> Bool {
    guard let closed = closed(measure) else { return measure.status?.isClosed != true }
    return closed >= period.from
  }

  private static func isAnswered(
    _ measure: Measure, _ period: ReportingPeriod, among periods: [ReportingPeriod]
  ) -> Bool {
    if let closed = closed(measure), closed <= period.through { return true }
    return measure.reports.contains { report in
      if report.period == period.label { return true }
      guard !period.isFinal, let day = ReportingScope.day(of: report, among: periods) else { return false }
      return period.from <= day && day <= period.through
    }
  }
}
