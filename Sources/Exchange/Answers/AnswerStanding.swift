package import CommandArguments
import LedgerDomain
import StrictJSON
import Wording

/// How a measure stands, as the one who is responsible answers.
package enum AnswerStanding: String, Choice, Worded {
  case inProgress = "in-progress"
  case implemented
  case partlyImplemented = "partly-implemented"
  case notImplemented = "not-implemented"

  /// How much was carried out; nil while it goes on.
  var extent: Extent? {
    switch self {
    case .inProgress: nil
    case .implemented: .full
    case .partlyImplemented: .partial
    case .notImplemented: Extent.none
    }
  }

  package var words: Localized {
    switch self {
    case .inProgress: MeasureStatus.inProgress.words
    case .implemented: MeasureStatus.implemented.words
    case .partlyImplemented: MeasureStatus.partlyImplemented.words
    case .notImplemented: MeasureStatus.notImplemented.words
    }
  }
}
