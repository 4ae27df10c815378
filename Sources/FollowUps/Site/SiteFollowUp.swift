import LedgerDomain
import Projections
import StrictJSON

/// A follow-up that was presented, as a page of the site.
struct SiteFollowUp {
  let id: SubjectID
  let state: FollowUp
  let presentation: FollowUp.Presentation
  let period: ReportingPeriod
  /// How far the ledger was known when it was compiled.
  let knownThrough: Int
  let isWithheld: Bool

  /// Those of a promise that were presented, the latest period first.
  static func presented(in book: Book, promise: SubjectID, periods: [ReportingPeriod]) -> [SiteFollowUp] {
    let all = book.chronicle.subjects(.followUp).compactMap { id -> SiteFollowUp? in
      let subject = SiteSubject(id, in: book)
      guard case .followUp(let state) = subject.state, let compiled = state.compiled, compiled.promise == promise,
        let presentation = state.presented, let period = periods.first(where: { $0.label == compiled.period })
      else { return nil }
      return SiteFollowUp(
        id: id, state: state, presentation: presentation, period: period, knownThrough: compiled.knownThrough,
        isWithheld: subject.isWithheld)
    }
    return all.sorted { one, other in
      if one.period.through != other.period.through { return one.period.through > other.period.through }
      // The final report covers the last period too and comes after its own report.
      if one.period.isFinal != other.period.isFinal { return one.period.isFinal }
      return one.id > other.id
    }
  }

  /// The path of its page, without the ending.
  var stem: String { "uppfoljningar/\(id.text.lowercased())" }
  var path: String { stem + ".html" }

  /// The page that shows its document.
  var presentedPath: String { stem + "-dokument.html" }

  /// Where its document lies as it was presented.
  func documentPath(_ form: SiteDocumentForm) -> String {
    "uppfoljningar/filer/\(id.text.lowercased()).\(form.ending)"
  }

  /// A measure as it was at the end of the period, as far as it was known when the report was compiled.
  func measure(_ id: SubjectID, _ events: [Event]) -> Measure? {
    SiteFollowUp.measure(id, events, through: knownThrough, asOf: .date(period.through))
  }

  /// The same with all that was known, whenever effective: reports on the period are often written after it.
  func measureKnown(_ id: SubjectID, _ events: [Event]) -> Measure? {
    SiteFollowUp.measure(id, events, through: knownThrough, asOf: nil)
  }

  private static func measure(
    _ id: SubjectID, _ events: [Event], through position: Int, asOf: Effective?
  ) -> Measure? {
    let known = events.prefix { $0.position <= position }
    guard case .measure(let measure) = Fold.state(of: id, Array(known), asOf: asOf), measure.isFounded else {
      return nil
    }
    return measure
  }
}
