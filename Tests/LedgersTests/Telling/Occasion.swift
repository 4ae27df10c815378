import LedgerDomain
import StrictJSON
import TestSupport

/// What the entries written at one sitting have in common: when and by whom they are recorded, and when they were true.
struct Occasion {
  /// The earliest moment of recording; later where the entry before it took longer.
  var time: Instant
  var clerk: Text
  var day: Day
  /// Why irregular facts are recorded all the same.
  var irregular: Text?
  /// A free note to the first entry; it is sealed.
  var note: String?
  var received: LocalDate?
  var refs: [SubjectID]
  var sources: [SourceReference]
  /// The subject whose first event the entries are correlated with.
  var thread: SubjectID?
  /// Whether the entries are one batch.
  var isBatch: Bool
  /// By how many seconds the clock has been set back since the entry before.
  var clockBehindSeconds: Int64
  /// Where in the story it stands, for messages.
  var place: String
}

extension Occasion {
  /// The effective moment of what is told; nil for an undated fact.
  var effective: Effective? {
    switch day {
    case .sameDay: .date(SwedishTime.date(of: time))
    case .undated: nil
    case .stated(let effective): effective
    }
  }
}
