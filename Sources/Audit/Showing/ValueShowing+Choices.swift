import CommandArguments
import LedgerDomain
import StrictJSON
import Wording

extension ValueShowing {
  typealias Reader = @Sendable (_ word: String, _ type: String) -> Localized?

  /// How the words of the fields that have a closed list are read.
  static let choices: [String: Reader] = [
    "binding": reader(BindingLevel.self), "outcome": reader(DecisionOutcome.self), "horizon": reader(Horizon.self),
    "extent": reader(Extent.self), "attainment": reader(GoalAttainment.self), "comparison": reader(Comparison.self),
    "direction": reader(Direction.self), "source": reader(GroundKind.self), "reality": reader(LedgerReality.self),
    "kinds": reader(Irregularity.self), "reservedMatter": reader(ReservedMatter.self),
    // What a state says.
    "status": { word, type in
      reader(MeasureStatus.self)(word, type) ?? reader(RecommendationStatus.self)(word, type)
    },
    "evidence": reader(Evidence.self), "schedule": reader(Schedule.self),
    "standing": reader(DecisionStanding.self),
    "kind": { word, type in
      switch type {
      case BodyRegistered.type: reader(BodyKind.self)(word, type)
      case IndicatorDefined.type, MeasureEvaluated.type: reader(FollowUpKind.self)(word, type)
      case DecisionMade.type: reader(AuthorityKind.self)(word, type)
      case SituationAssessed.type: reader(GroundKind.self)(word, type)
      default: nil
      }
    },
  ]

  private static func reader<C: Choice & Worded>(_ choice: C.Type) -> Reader {
    { word, _ in (try? C(text: word))?.words }
  }
}
