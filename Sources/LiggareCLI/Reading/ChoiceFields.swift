import CommandArguments
import LedgerDomain
import StrictJSON
import Wording

/// The words of values that come from a closed list, by the member they stand in.
enum ChoiceFields {
  /// The words of a value, or nil where the member is not of a closed list. `path` is as in `authority.kind`.
  static func words(_ value: String, at path: String, _ type: String?) -> Localized? {
    let name = path.split(separator: ".").last.map(String.init) ?? path
    switch (name, type) {
    case ("kind", _) where path.hasSuffix("authority.kind"): return words(value, AuthorityKind.self)
    case ("kind", "situation.assessed"): return words(value, GroundKind.self)
    case ("kind", "body.registered"): return words(value, BodyKind.self)
    case ("kind", "indicator.defined"), ("kind", "measure.evaluated"): return words(value, FollowUpKind.self)
    case ("outcome", "decision.made"): return words(value, DecisionOutcome.self)
    case ("source", "indicator.observed"): return words(value, GroundKind.self)
    case ("binding", _): return words(value, BindingLevel.self)
    case ("extent", _): return words(value, Extent.self)
    case ("attainment", _): return words(value, GoalAttainment.self)
    case ("horizon", _): return words(value, Horizon.self)
    case ("direction", _): return words(value, Direction.self)
    case ("comparison", _): return words(value, Comparison.self)
    case ("reality", _): return words(value, LedgerReality.self)
    case ("kinds", _): return words(value, Irregularity.self)
    default: return nil
    }
  }

  private static func words<C: Choice & Worded>(_ value: String, _ type: C.Type) -> Localized? {
    (try? C(text: value))?.words
  }
}
