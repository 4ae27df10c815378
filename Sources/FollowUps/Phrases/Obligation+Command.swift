import LedgerDomain
import Projections
import StrictJSON

extension Book {
  /// The command that deals with something that is to be done. What it needs besides it asks for on a terminal.
  func command(for obligation: Obligation) -> String {
    let id = obligation.subject.text
    return switch obligation.kind {
    // What can be done in several ways, or needs a day, an organ or a result, is asked for.
    case .carryOut, .decide, .discontinue, .recordMeeting, .verifyMinutes: "liggare record \(id)"
    case .evaluate: "liggare measure evaluate \(id)"
    case .dealWithCase: "liggare case close \(id)"
    case .announceVerification: "liggare meeting announce \(id)" + Self.options(for: obligation.paragraphs)
    case .notifyDecision: "liggare decision notify \(id)"
    case .presentFollowUp: followUp(obligation)
    case .publishFollowUp: "liggare follow-up publish \(id)" + site(obligation)
    case .answerRecommendation: "liggare recommendation answer \(id)"
    }
  }

  /// The options that name the paragraphs of minutes; none for the whole.
  static func options(for paragraphs: [Text]) -> String {
    paragraphs.map { " --paragraph \"\($0)\"" }.joined()
  }

  /// A report is first prepared, then sent with the notice, then presented.
  private func followUp(_ obligation: Obligation) -> String {
    guard case .followUp(let followUp)? = state(of: obligation.subject) else {
      return "liggare follow-up prepare" + (obligation.detail.map { " \(quoted($0.text))" } ?? "")
    }
    return "liggare follow-up \(followUp.sendings.isEmpty ? "send" : "present") \(followUp.id)"
  }

  private func site(_ obligation: Obligation) -> String {
    guard case .followUp(let followUp)? = state(of: obligation.subject) else { return "" }
    let sites = promise(followUp.compiled?.promise)?.terms?.reporting?.sites ?? []
    return sites.first { $0.name == obligation.detail }.map { " --site \($0.code)" } ?? ""
  }

  private func quoted(_ label: String) -> String { label.contains(" ") ? "\"\(label)\"" : label }
}
