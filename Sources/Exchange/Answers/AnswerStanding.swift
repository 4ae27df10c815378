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

  /// What people say of how it stands that may mean one of these; it is asked about, not taken for it.
  static let hints: [String: AnswerStanding] = [
    "klar": .implemented, "klart": .implemented, "färdig": .implemented, "färdigt": .implemented,
    "gjord": .implemented, "gjort": .implemented, "slutförd": .implemented, "avslutad": .implemented,
    "genomfört": .implemented, "ja": .implemented, "done": .implemented, "finished": .implemented,
    "completed": .implemented, "delvis": .partlyImplemented, "delvis klar": .partlyImplemented,
    "partly": .partlyImplemented, "partly done": .partlyImplemented, "ej": .notImplemented,
    "inte genomförd": .notImplemented, "inte gjord": .notImplemented, "nej": .notImplemented,
    "not done": .notImplemented, "påbörjad": .inProgress, "startad": .inProgress, "pågår": .inProgress,
    "started": .inProgress, "ongoing": .inProgress,
  ]

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
