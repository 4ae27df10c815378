import FollowUps
import LedgerDomain
import Projections
import StrictJSON
import TestSupport

extension Teller {
  /// The report of a period from everything told, or from what was known at a moment.
  func pack(_ label: Text, knownAt: String? = nil, extent: PackExtent = .promise) throws -> FollowUpPack {
    let period = SmallLedger.periods.first { $0.label == label }
    guard let period else { preconditionFailure("not a period: \(label)") }
    let moment = try knownAt.map { try Instant(text: $0) }
    let known = moment.map { chronicle.known(through: chronicle.position(knownAt: $0)) } ?? chronicle
    return FollowUpPack(period: period, promise: id("P-0001"), extent: extent, chronicle: known, knownAt: moment)
  }
}

extension FollowUpPack {
  func row(_ measure: String) -> MeasureRow? { rows.first { $0.id == id(measure) } }

  /// The latest actual value of a measure's first target.
  func actual(_ measure: String) -> Quantity? { row(measure)?.targets.first?.results.last?.actual }

  var basis: Basis { Basis(book, knownAt: knownAt, root: nil, size: book.position) }
}
