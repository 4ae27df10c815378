package import CommandArguments
import StrictJSON
import Wording

/// What a rule is about; the families stand in this order in the rule book and in every answer.
package enum RuleFamily: String, Choice {
  case authority, separation, time, completeness, method, promise
  case followUp = "follow-up"
  case minutes, recommendations, records
}

extension RuleFamily: Worded {
  package var words: Localized {
    switch self {
    case .authority: Localized("befogenhet", "authority")
    case .separation: Localized("åtskilda roller", "separation of duties")
    case .time: Localized("tid", "time")
    case .completeness: Localized("fullständighet", "completeness")
    case .method: Localized("metod", "method")
    case .promise: Localized("löftet", "the promise")
    case .followUp: Localized("uppföljning", "follow-up")
    case .minutes: Localized("protokoll och anslag", "minutes and notices")
    case .recommendations: Localized("revisorernas rekommendationer", "the auditors' recommendations")
    case .records: Localized("boken själv", "the records")
    }
  }
}
