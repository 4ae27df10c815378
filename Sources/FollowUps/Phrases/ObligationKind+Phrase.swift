package import CommandArguments
package import Projections

extension ObligationKind {
  /// What is to be done, as a noun in a list.
  package var task: Localized {
    switch self {
    case .carryOut: Localized("genomföra", "carry out")
    case .decide: Localized("besluta", "decide")
    case .discontinue: Localized("avbryta det avslagna", "stop what was rejected")
    case .evaluate: Localized("utvärdera", "evaluate")
    case .dealWithCase: Localized("handlägga ärendet", "deal with the case")
    case .recordMeeting: Localized("anteckna sammanträdet", "record the meeting")
    case .verifyMinutes: Localized("justera protokollet", "verify the minutes")
    case .announceVerification: Localized("tillkännage justeringen", "announce the verification")
    case .notifyDecision: Localized("anmäla beslutet", "notify the decision")
    case .presentFollowUp: Localized("redovisa uppföljningen", "present the follow-up")
    case .publishFollowUp: Localized("publicera uppföljningen", "publish the follow-up")
    case .answerRecommendation: Localized("svara revisorerna", "answer the auditors")
    }
  }
}
