package import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// What a day of the calendar is the day of.
package enum CalendarKind: String, Choice {
  case meeting
  case verifyMinutes = "verify-minutes"
  case announceVerification = "announce-verification"
  /// The last day on which a decision can be appealed.
  case appealEnds = "appeal-ends"
  /// The first working day on which the announcement need not stay up any longer.
  case takeDown = "take-down"
  case notifyDecision = "notify-decision"
  case measureDeadline = "measure-deadline"
  case caseDeadline = "case-deadline"
  case answerRecommendation = "answer-recommendation"
  case presentFollowUp = "present-follow-up"
  case periodEnds = "period-ends"
  case promiseEnds = "promise-ends"
}

extension CalendarKind: Worded {
  package var words: Localized {
    switch self {
    case .meeting: Localized("sammanträde", "meeting")
    case .verifyMinutes: ObligationKind.verifyMinutes.task
    case .announceVerification: ObligationKind.announceVerification.task
    case .appealEnds: Localized("sista dagen att överklaga", "last day to appeal")
    case .takeDown: Localized("anslaget får tas ned", "the announcement may come down")
    case .notifyDecision: ObligationKind.notifyDecision.task
    case .measureDeadline: Localized("slutdatum", "deadline")
    case .caseDeadline: ObligationKind.dealWithCase.task
    case .answerRecommendation: ObligationKind.answerRecommendation.task
    case .presentFollowUp: ObligationKind.presentFollowUp.task
    case .periodEnds: Localized("perioden slutar", "the period ends")
    case .promiseEnds: Localized("löftet löper ut", "the promise runs out")
    }
  }

  /// The group under which a calendar program shows it.
  var category: Localized {
    switch self {
    case .meeting: Localized("Sammanträden", "Meetings")
    case .verifyMinutes, .announceVerification, .takeDown: Localized("Protokoll", "Minutes")
    case .appealEnds, .notifyDecision: Localized("Beslut", "Decisions")
    case .measureDeadline: Localized("Åtgärder", "Measures")
    case .caseDeadline: Localized("Ärenden", "Cases")
    case .answerRecommendation: Localized("Revision", "Audit")
    case .presentFollowUp, .periodEnds: Localized("Uppföljning", "Follow-up")
    case .promiseEnds: Localized("Löftet", "The promise")
    }
  }
}
