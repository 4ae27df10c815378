import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

/// `meeting`: meetings and their minutes.
enum MeetingCommands {
  static let noun = Noun(
    "meeting", Localized("sammanträden och protokoll", "meetings and minutes"),
    [schedule, move, callOff, hold, verify, announce, takeDown, Verb.list(.meeting), Verb.show(.meeting)])

  private static let day = Option<LocalDate>(
    text: "day", "DATE", Localized("sammanträdesdag", "the day of the meeting"), .required)

  static let schedule = Verb.recording(
    ["meeting", "schedule"], Localized("planera ett sammanträde", "schedule a meeting"), [Shared.body, day],
    example: "liggare meeting schedule --body B-0003 --day 2022-09-28",
    Localized("kommande sammanträde", "a coming meeting")
  ) { draft throws(Failure) in
    let given = draft.arguments
    let day = try given.value(day)
    remark(on: day, &draft)
    try draft.add(
      draft.newID(.meeting), .meeting(.scheduled(MeetingScheduled(body: try given.value(Shared.body), day: day))))
  }

  private static let by = Option<PublicOfficial>(official: "by", Localized("vem som bestämde det", "who settled it"))

  static let move = Verb.recording(
    ["meeting", "move"], Localized("sammanträdet flyttas", "the meeting is moved"), about: [Subjects.meeting],
    [day, Shared.reason, by],
    example: #"liggare meeting move T-0004 --day 2022-10-05 --reason "Ordföranden är sjuk" --effective 2022-09-26"#,
    Localized("till en annan dag", "to another day")
  ) { draft throws(Failure) in
    let given = draft.arguments
    let day = try given.value(day)
    remark(on: day, &draft)
    try draft.add(
      try given.value(Subjects.meeting),
      .meeting(
        .moved(MeetingMoved(day: day, reason: try given.value(Shared.reason), by: given[optional: by]))))
  }

  static let callOff = Verb.recording(
    ["meeting", "call-off"], Localized("sammanträdet ställs in", "the meeting is called off"),
    about: [Subjects.meeting], [Shared.reason, by],
    example: #"liggare meeting call-off T-0004 --reason "För få ärenden" --effective 2022-09-26"#,
    Localized("ett nytt planeras för sig", "another is scheduled by itself")
  ) { draft throws(Failure) in
    let given = draft.arguments
    try draft.add(
      try given.value(Subjects.meeting),
      .meeting(.calledOff(MeetingCalledOff(reason: try given.value(Shared.reason), by: given[optional: by]))))
  }

  /// Says it where people would meet on a day off.
  private static func remark(on day: LocalDate, _ draft: inout Drafting) {
    guard let reason = DayOff(day) else { return }
    draft.remark(Localized("\(day) är ingen arbetsdag: ", "\(day) is no working day: ") + reason.words + ".")
  }

  private static let name = Option<Text>(
    text: "name", "TEXT", Localized("protokollets namn", "the name of the minutes"))
  private static let chair = Option<PublicOfficial>(official: "chair", Localized("ordförande", "chair"))

  static let hold = Verb.recording(
    ["meeting", "hold"], Localized("sammanträdet har hållits", "the meeting was held"), about: [Subjects.meeting],
    [name, chair], example: #"liggare meeting hold T-0001 --name "KS 2022-02-23" --effective 2022-02-23"#,
    Localized("på sin dag", "on its day")
  ) { draft throws(Failure) in
    let given = draft.arguments
    let id = try given.value(Subjects.meeting)
    guard let meeting = draft.book.meeting(id), let body = meeting.body else { throw .notFound(id, known: false) }
    draft.defaultEffective = meeting.day.map { .date($0) }
    try draft.add(
      id, .meeting(.held(MeetingHeld(body: body, name: given[optional: name], chair: given[optional: chair]))))
  }

  private static let verifiers = Option<PublicOfficial>(
    official: "verified-by", Localized("justerare", "verifier"), .repeated)

  static let verify = Verb.recording(
    ["meeting", "verify"], Localized("protokollet är justerat", "the minutes are verified"), about: [Subjects.meeting],
    [Shared.paragraphs, verifiers], example: "liggare meeting verify T-0001 --effective 2022-03-02",
    Localized("senast 14 dagar efter sammanträdet (KL 5:69)", "within 14 days of the meeting (KL 5:69)")
  ) { draft throws(Failure) in
    let given = draft.arguments
    try draft.add(
      try given.value(Subjects.meeting),
      .meeting(
        .minutesVerified(
          MinutesVerified(paragraphs: given.values(Shared.paragraphs), verifiedBy: given.values(verifiers)))))
  }

  static let announce = Verb.recording(
    ["meeting", "announce"], Localized("justeringen är tillkännagiven", "the verification is announced"),
    about: [Subjects.meeting], [Shared.paragraphs, Shared.place],
    example: "liggare meeting announce T-0001 --effective 2022-03-03",
    Localized("senast andra dagen (KL 8:12)", "by the second day (KL 8:12)")
  ) { draft throws(Failure) in
    let given = draft.arguments
    try draft.add(
      try given.value(Subjects.meeting),
      .meeting(
        .verificationAnnounced(
          VerificationAnnounced(paragraphs: given.values(Shared.paragraphs), place: given[optional: Shared.place]))))
  }

  static let takeDown = Verb.recording(
    ["meeting", "take-down"], Localized("anslaget är nedtaget", "the announcement is taken down"),
    about: [Subjects.meeting], [Shared.paragraphs], example: "liggare meeting take-down T-0001 --effective 2022-03-28",
    Localized("efter tre veckor (KL 8:12, 13:5)", "after three weeks (KL 8:12, 13:5)")
  ) { draft throws(Failure) in
    let given = draft.arguments
    try draft.add(
      try given.value(Subjects.meeting),
      .meeting(.announcementRemoved(AnnouncementRemoved(paragraphs: given.values(Shared.paragraphs)))))
  }
}
