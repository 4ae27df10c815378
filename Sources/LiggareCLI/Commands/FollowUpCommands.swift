import CommandArguments
import LedgerDomain
import StrictJSON

/// `follow-up`: the report of a period, from preparing to publishing.
enum FollowUpCommands {
  static let noun = Noun(
    "follow-up", Localized("uppföljningar: rapporten till rådet", "follow-ups: the report to the council"),
    [
      FollowUpCollect.verb, FollowUpPrepare.verb, send, FollowUpPresent.verb, note, publish, Verb.list(.followUp),
      FollowUpShow.verb,
    ])

  private static let leftOut = Option<SubjectID>(
    text: "left-out", "M-ID", Localized("åtgärd som det utsända saknar", "a measure that what was sent leaves out"),
    .repeated)

  private static let send = Verb.recording(
    ["follow-up", "send"], Localized("utsänd med kallelsen", "sent with the notice"), about: [Subjects.followUp],
    [Shared.to, Shared.meeting, leftOut], example: "liggare follow-up send F-0001 --to B-0003 --meeting T-0004",
    Localized("till rådet", "to the council")
  ) { draft throws(Failure) in
    // The notice goes out before the meeting that it names.
    draft.happensToday()
    let given = draft.arguments
    try draft.add(
      try given.value(Subjects.followUp),
      .followUp(
        .sent(
          FollowUpSent(
            to: try given.value(Shared.to), meeting: given[optional: Shared.meeting], leftOut: given.values(leftOut)))))
  }

  private static let note = Verb.recording(
    ["follow-up", "note"], Localized("noterad av organet", "noted by the body"), about: [Subjects.followUp],
    [Shared.meeting, Shared.paragraph], example: #"liggare follow-up note F-0001 --meeting T-0004 --paragraph "§ 9""#,
    Localized("med paragraf", "with the paragraph")
  ) { draft throws(Failure) in
    draft.happens(at: Shared.meeting)
    let given = draft.arguments
    try draft.add(
      try given.value(Subjects.followUp),
      .followUp(
        .noted(FollowUpNoted(meeting: given[optional: Shared.meeting], paragraph: given[optional: Shared.paragraph]))))
  }

  private static let site = Option<Code>(
    text: "site", "CODE", Localized("webbplatsens kod i löftet", "the site's code in the promise"), .required)

  private static let publish = Verb.recording(
    ["follow-up", "publish"], Localized("återkopplad till medborgarna", "fed back to citizens"),
    about: [Subjects.followUp],
    [site, Shared.address], example: "liggare follow-up publish F-0001 --site kommun",
    Localized("en gång för varje webbplats", "once for each site")
  ) { draft throws(Failure) in
    let given = draft.arguments
    try draft.add(
      try given.value(Subjects.followUp),
      .followUp(.published(FollowUpPublished(site: try given.value(site), address: given[optional: Shared.address]))))
  }
}
