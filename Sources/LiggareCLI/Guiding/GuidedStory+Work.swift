import CommandArguments
import LedgerDomain
import Projections

// What happens from week to week: measures, meetings, cases, decisions, follow-ups, recommendations.

extension GuidedStory {
  /// What is asked of a decision, by its authority.
  static let decision = ["authority", "organ", "meeting", "paragraph", "delegation", "decided-by", "reference"]

  static let measures = Theme(
    words: Localized("en åtgärd", "a measure"),
    stories: [
      GuidedStory(
        "någon föreslog en åtgärd", "someone proposed a measure", ["measure", "propose"],
        ["area", "focus", "target", "deadline", "responsible"]),
      GuidedStory(
        "en åtgärd beslutades", "a measure was approved", ["measure", "approve"], decision,
        fits: measure { $0.step < 2 }
      ),
      GuidedStory(
        "en åtgärd avslogs", "a measure was rejected", ["measure", "reject"], decision, fits: measure { $0.step < 2 }),
      GuidedStory(
        "en åtgärd återremitterades", "a measure was referred back", ["measure", "refer-back"], decision,
        fits: measure { $0.step < 2 }),
      GuidedStory(
        "arbetet började", "the work began", ["measure", "start"], ["performer"], fits: measure { $0 == .approved }),
      GuidedStory(
        "någon berättade hur det går", "someone told how it goes", ["measure", "report"],
        ["result", "period", "reported-by"], fits: measure { $0.step == 3 }),
      GuidedStory(
        "slutdatum flyttades", "the deadline was moved", ["measure", "extend"], decision,
        fits: measure { !$0.isClosed }),
      GuidedStory(
        "åtgärden är genomförd, helt eller delvis", "the measure is carried out, wholly or partly",
        ["measure", "implement"], ["extent", "result", "deviation", "reported-by"], fits: measure { $0.step == 3 }),
      GuidedStory(
        "åtgärden utvärderades", "the measure was evaluated", ["measure", "evaluate"], ["indicator", "evaluated-by"],
        fits: measure(\.isEnded)),
      GuidedStory(
        "åtgärden avbröts", "the measure was withdrawn", ["measure", "withdraw"], decision,
        fits: measure { !$0.isClosed }),
    ])

  static let meetings = Theme(
    words: Localized("ett sammanträde eller dess protokoll", "a meeting or its minutes"),
    stories: [
      GuidedStory("ett sammanträde planerades", "a meeting was planned", ["meeting", "schedule"]),
      GuidedStory(
        "sammanträdet hölls", "the meeting was held", ["meeting", "hold"], ["name", "chair"],
        fits: meeting { meeting, _ in meeting.held == nil && meeting.callingOff == nil }),
      GuidedStory(
        "protokollet justerades", "the minutes were verified", ["meeting", "verify"], ["verified-by"],
        fits: meeting { meeting, book in
          meeting.held != nil && meeting.wholeVerification == nil && book.isBound(meeting)
        }),
      GuidedStory(
        "justeringen tillkännagavs", "the verification was announced", ["meeting", "announce"], ["place"],
        fits: meeting { meeting, _ in meeting.dues.contains { $0.time == .announcement && $0.answer == nil } }),
      GuidedStory(
        "anslaget togs ned", "the announcement was taken down", ["meeting", "take-down"],
        fits: meeting { meeting, _ in meeting.announcements.count > meeting.removals.count }),
      GuidedStory(
        "sammanträdet flyttades", "the meeting was moved", ["meeting", "move"], ["by"],
        fits: meeting { meeting, _ in meeting.held == nil && meeting.callingOff == nil }),
      GuidedStory(
        "sammanträdet ställdes in", "the meeting was called off", ["meeting", "call-off"], ["by"],
        fits: meeting { meeting, _ in meeting.held == nil && meeting.callingOff == nil }),
    ])

  static let cases = Theme(
    words: Localized("ett ärende", "a case"),
    stories: [
      GuidedStory(
        "ett ärende öppnades", "a case was opened", ["case", "open"], ["registry-number", "area", "due"]),
      GuidedStory("något gjordes i ärendet", "something was done", ["case", "record"], ["by"], fits: openCase),
      GuidedStory("ärendet avslutades", "the case was closed", ["case", "close"], fits: openCase),
    ])

  static let decisions = Theme(
    words: Localized("ett beslut eller en delegation", "a decision or a delegation"),
    stories: [
      GuidedStory(
        "något beslutades", "something was decided", ["decision", "make"], Array(decision.dropFirst()) + ["concerns"]),
      GuidedStory(
        "beslutet anmäldes", "the decision was notified", ["decision", "notify"], ["meeting", "paragraph"],
        fits: { state, book in
          guard case .decision(let decision) = state else { return true }
          return decision.notifications.isEmpty && book.notification(of: decision) != nil
        }),
      GuidedStory("beslutet överklagades", "the decision was appealed", ["decision", "appeal"]),
      GuidedStory(
        "någon fick rätt att besluta (delegation)", "somebody was given the right to decide (delegation)",
        ["delegation", "grant"], ["scheme", "from", "through", "may-delegate-further", "under", "decision"]),
      GuidedStory(
        "en delegation återkallades", "a delegation was revoked", ["delegation", "revoke"], ["decision"],
        fits: { state, _ in if case .delegation(let state) = state { state.revoked == nil } else { true } }),
    ])

  static let followUps = Theme(
    words: Localized("en uppföljning", "a follow-up"),
    stories: [
      GuidedStory(
        "en uppföljning sammanställdes", "a follow-up was compiled", ["follow-up", "prepare"], ["compiled-by"],
        fixed: ["--record"]),
      GuidedStory(
        "den skickades ut", "it was sent", ["follow-up", "send"], ["meeting"],
        fits: followUp { $0.sendings.isEmpty }),
      GuidedStory(
        "den redovisades", "it was presented", ["follow-up", "present"], ["meeting", "document"],
        fits: followUp { $0.presented == nil }),
      GuidedStory(
        "den noterades", "it was noted", ["follow-up", "note"], ["meeting", "paragraph"],
        fits: followUp { $0.presented != nil && $0.noted == nil }),
      GuidedStory(
        "den publicerades", "it was published", ["follow-up", "publish"], ["address"],
        fits: followUp { $0.presented != nil }),
    ])

  static let recommendations = Theme(
    words: Localized("en rekommendation från revisorerna", "a recommendation from the auditors"),
    stories: [
      GuidedStory(
        "den lämnades", "it was delivered", ["recommendation", "deliver"], ["to", "measure", "answer-by"]),
      GuidedStory(
        "den besvarades", "it was answered", ["recommendation", "answer"], ["by"],
        fits: { state, _ in if case .recommendation(let state) = state { !state.isAnswered } else { true } }),
    ])
}

extension GuidedStory {
  private static func measure(_ fits: @escaping @Sendable (MeasureStatus) -> Bool) -> Fits {
    { state, _ in if case .measure(let measure) = state { measure.status.map(fits) ?? false } else { true } }
  }

  private static func meeting(_ fits: @escaping @Sendable (Meeting, Book) -> Bool) -> Fits {
    { state, book in if case .meeting(let meeting) = state { fits(meeting, book) } else { true } }
  }

  private static func followUp(_ fits: @escaping @Sendable (FollowUp) -> Bool) -> Fits {
    { state, _ in if case .followUp(let followUp) = state { fits(followUp) } else { true } }
  }

  private static let openCase: Fits = { state, _ in
    if case .case(let state) = state { !state.isClosed } else { true }
  }
}
