import CommandArguments
import LedgerDomain
import StrictJSON

/// The lists of words that values of the domain are chosen from, each word with what it says to people.
enum ChoiceWords {
  /// The words of a list by the text that its errors state: for `one of short, long` they are `short (kortsiktig)` and
  /// `long (långsiktig)`.
  static let listings: [String: [Localized]] = Dictionary(
    uniqueKeysWithValues: types.map { type in listing(of: type) })

  /// Every list of words that the domain has.
  static let types: [any (Choice & Worded).Type] = [
    AuthorityKind.self, BindingLevel.self, BodyKind.self, CodeList.self, Comparison.self, DecisionOutcome.self,
    DecisionStanding.self, Direction.self, Evidence.self, Extent.self, FollowUpKind.self, GoalAttainment.self,
    GroundKind.self, Horizon.self, Irregularity.self, LedgerReality.self, MeasureStatus.self, Schedule.self,
    SubjectKind.self,
  ]

  private static func listing(of type: (some Choice & Worded).Type) -> (String, [Localized]) {
    (type.listing, type.allCases.map(described))
  }

  /// `short (kortsiktig)`; the word alone in the language that it already says everything in.
  private static func described(_ choice: some Choice & Worded) -> Localized {
    func described(_ words: String) -> String { words == choice.text ? words : "\(choice.text) (\(words))" }
    return Localized(described(choice.words.sv), described(choice.words.en))
  }
}
