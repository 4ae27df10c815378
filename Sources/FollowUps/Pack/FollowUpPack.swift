import CommandArguments
import JournalStore
package import LedgerDomain
package import Projections
import StrictJSON
import Wording

/// The report of one period to the body that receives it (*uppföljning*): what was true at the end of the period, and
/// what was done from January until then. While the period runs it says how things stand so far, and that it does.
///
/// The rows are those of every measure that is promised or decided then; what nobody has reported on within the scope has
/// a row all the same, *uppgift saknas*. The figures follow from the ledger alone, so the same period at the same known
/// position gives the same report for ever. Cost: every line read once, and one fold of each subject for each of three readings, on all
/// processors.
package struct FollowUpPack: Sendable {
  package let period: ReportingPeriod
  /// The promise whose report it is; of a report on several, the one by whose receiver and earlier reports it goes.
  package let promise: SubjectID
  /// The promises whose measures it counts, nil among them for the measures outside every promise.
  let covered: Set<SubjectID?>
  package let scope: ReportingScope
  package let knownAt: Instant?
  /// What was true at the end of the period, or so far, as far as it is known. The report's ``Basis`` is made of it.
  package let book: Book
  /// Everything known, whenever effective: the meetings to come, and reports on the period that were written after it.
  let latest: Book
  /// What the report before this one could say: read at the end of its period, as known when it was compiled.
  let previous: Book?
  let previousPeriod: ReportingPeriod?
  package let rows: [MeasureRow]
  /// The ledger's reporting periods.
  let periods: [ReportingPeriod]
  /// By what the report for people groups the measures; nil for one table of all.
  package var grouping: PackGrouping?
  /// What is asked of the report more than once.
  let shelf = PackShelf()

  /// `chronicle` is what was known; `knownAt` the moment by which it was cut, if it was; `today` the day that it is read on, for a period that
  /// may still run. `extent` says whether it is about `promise` alone. `withheld` are the subjects that are marked secret, whose texts are
  /// masked, since the report leaves the house; nil for those that the whole journal says are marked by now.
  package init(
    period: ReportingPeriod, promise: SubjectID, extent: PackExtent = .promise, chronicle: Chronicle,
    knownAt: Instant?, today: LocalDate? = nil, withheld: Set<SubjectID>? = nil
  ) {
    let gathered = chronicle.gathered
    let chronicle = gathered.redacting(
      withheld ?? Secrecy(gathered.whole).withheld, mask: StandingWords.markedSecret[gathered.language])
    let day = today.map { min($0, period.through) } ?? period.through
    let book = Book(chronicle, asOf: .date(day), today: day)
    let latest = Book(chronicle, asOf: nil, today: day)
    let periods = latest.ledger?.opened?.periods ?? []
    let before = periods.filter { $0.label != period.label && !$0.isFinal && $0.through <= day }
      .max { $0.through < $1.through }
    self.period = period
    self.promise = promise
    self.knownAt = knownAt
    self.book = book
    self.latest = latest
    self.periods = periods
    scope = ReportingScope(period)
    previousPeriod = before
    previous = before.map { before in
      let known = latest.followUp(of: before, promise: promise)?.compiled?.knownThrough ?? chronicle.position
      return Book(
        chronicle.known(through: known), asOf: .date(before.through), today: before.through)
    }
    Book.fold([latest, book] + (previous.map { [$0] } ?? []))
    covered = extent.covered(promise, scope: scope, book: book)
    rows = Self.rows(of: covered, scope: scope, book: book, latest: latest, periods: periods)
  }

  /// Whether the period had not ended on the day that the report was read.
  var isRunning: Bool { book.day < period.through }

  /// The measures that have a row.
  package var measures: [SubjectID] { rows.map(\.id) }

  var rowsByID: [SubjectID: MeasureRow] { Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0) }) }

  private static func rows(
    of covered: Set<SubjectID?>, scope: ReportingScope, book: Book, latest: Book, periods: [ReportingPeriod]
  ) -> [MeasureRow] {
    let known = covered.compactMap { id in (book.promise(id) ?? latest.promise(id))?.terms.map { (id, $0.areas) } }
    let areas = Dictionary(uniqueKeysWithValues: known)
    return OrderedWork.compactMap(book.chronicle.subjects(.measure), inPiecesOf: 64) { id in
      guard let measure = book.measure(id), let plan = measure.plan, covered.contains(plan.promise),
        measure.mustBeReported
      else { return nil }
      func name(_ code: Code) -> Text { areas[plan.promise]?.first { $0.code == code }?.name ?? Text(code.text) }
      // What had ended before has its last word; what goes on is to be reported on in every year.
      let counted = hadClosed(measure, before: scope.from) ? ReportingScope(through: scope.through) : scope
      let reports = counted.reports((latest.measure(measure.id) ?? measure).reports, among: periods)
      return MeasureRow(
        measure, plan, reports: reports, periods: periods, areaName: name, day: book.day,
        irregularities: irregularities(of: measure, scope: scope, book: book))
    }
  }

  /// Whether nothing more was expected of a measure already before a day.
  private static func hadClosed(_ measure: Measure, before day: LocalDate) -> Bool {
    guard measure.status?.isClosed == true, let closed = (measure.ended ?? measure.statusMark)?.effective?.day else {
      return false
    }
    return closed < day
  }

  private static func irregularities(
    of measure: Measure, scope: ReportingScope, book: Book
  ) -> [MeasureRow.IrregularRow] {
    let decisions = measure.decisions.compactMap(\.decision).compactMap { book.decision($0) }
    let records = [(measure.id, measure.record)] + decisions.map { ($0.id, $0.record) }
    return records.flatMap { id, record in
      record.irregularities.filter { scope.contains($0.mark.effective) }.map {
        MeasureRow.IrregularRow(
          subject: id, type: $0.type, kinds: $0.irregular.kinds, reason: $0.irregular.reason, mark: $0.mark)
      }
    }
  }
}

extension Chronicle {
  /// The language of the ledger.
  fileprivate var language: Language {
    guard case .ledger(.opened(let opened))? = event(at: 1)?.fact else { return .sv }
    return Language(rawValue: opened.language.text) ?? .sv
  }
}

extension Book {
  /// The follow-up of a period that was presented, else the last one compiled.
  func followUp(of period: ReportingPeriod, promise: SubjectID) -> FollowUp? {
    let all = followUps.filter { $0.compiled?.period == period.label && $0.compiled?.promise == promise }
    return all.last { $0.presented != nil } ?? all.last
  }
}
