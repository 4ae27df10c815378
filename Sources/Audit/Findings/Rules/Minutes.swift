import CommandArguments
import LedgerDomain
import Projections
import StrictJSON
import Wording

extension RuleBook {
  /// Were the minutes verified, and the verification announced, as kommunallagen says? Only bodies that it binds.
  static let minutes: [Rule] = [verifiedLate, announcedLate, announcedUnverified, removedEarly]

  private static let onlyBound = RuleException(
    "unbound", "Organ som reglerna inte binder: rådgivande råd, polisen och andra.",
    "Bodies that the rules do not bind: advisory councils, the police and others.")
  private static let nextWorkingDay = RuleException(
    "next-working-day", "En tid som går ut på en helgdag går ut nästa vardag (lag 1930:173, 2 §).",
    "A time that ends on a holiday ends on the next working day (lag 1930:173, 2 §).")

  private static let verifiedLate = Rule(
    "MI-01", .minutes, .breach,
    Localized("Protokoll justerat sent eller inte alls", "Minutes verified late or not at all"),
    explanation: Localized(
      "Protokollet justeras senast \(verificationDays) dagar efter sammanträdet.",
      "Minutes are verified within \(verificationDays) days of the meeting."),
    ground: .law("KL 5:69, 6:35"), from: municipalAct, covers: [.verifiedLate],
    population: Localized(
      "sammanträden, hållna på en känd dag, med organ som reglerna binder, när tiden har gått ut eller protokollet är justerat",
      "meetings, held on a known day, of bodies that the rules bind, once the time is out or the minutes are verified"),
    exceptions: [
      onlyBound,
      nextWorkingDay,
      RuleException(
        "single-paragraphs",
        "Enstaka paragrafer får justeras direkt; det är hela protokollet som prövas, eller det sista av det.",
        "Single paragraphs may be verified at once; the whole minutes are judged, or the last of them."),
      RuleException("unknown-day", "Hållet eller justerat på en okänd dag.", "Held or verified on an unknown day."),
    ],
    .meeting { meeting, _, reading, tally in
      guard reading.isBound(meeting.body), let held = meeting.held, let day = held.effective?.day else { return }
      let due = MinutesTime.verification.end(from: day)
      let verification = meeting.wholeVerification
      guard verification != nil || due < reading.day, tally.tests(on: due) else { return }
      let name = reading.title(meeting.id)
      if let verification {
        guard let verified = verification.mark.effective?.day, verified > due else { return }
        tally.find(
          meeting.id, on: verified,
          Localized(
            "Protokollet från \(name), \(day), justerades \(verified), \(days(due.days(to: verified)).sv) efter den sista dagen \(due).",
            "The minutes of \(name), \(day), were verified on \(verified), \(days(due.days(to: verified)).en) after the last day, \(due)."
          ), citing: [held, verification.mark])
      } else {
        tally.find(
          meeting.id, on: due,
          Localized(
            "Protokollet från \(name), \(day), skulle vara justerat \(due). Boken visar inte att det är det.",
            "The minutes of \(name), \(day), were to be verified by \(due). The book does not show that they are."),
          citing: [held] + meeting.verifications.map { $0.mark })
      }
    })

  private static let announcedLate = Rule(
    "MI-02", .minutes, .breach,
    Localized("Justering tillkännagiven sent eller inte alls", "Verification announced late or not at all"),
    explanation: Localized(
      "Att protokollet är justerat tillkännages på anslagstavlan senast andra dagen därefter. Från den dagen räknas tiden för överklagande.",
      "That the minutes are verified is announced on the notice board by the second day after. The time for appeal runs from that day."
    ),
    ground: .law("KL 8:12"), from: municipalAct, covers: [.announcedLate],
    population: Localized(
      "justeringar, på en känd dag, med organ som reglerna binder, när tiden har gått ut eller de är tillkännagivna",
      "verifications, on a known day, of bodies that the rules bind, once the time is out or they are announced"),
    exceptions: [
      onlyBound,
      nextWorkingDay,
      RuleException(
        "unknown-day", "Justerat eller tillkännagivet på en okänd dag.", "Verified or announced on an unknown day."),
      RuleException(
        "announced-first", "Tillkännagiven före justeringen: det finner MI-03.",
        "Announced before the verification: MI-03 finds that."),
      RuleException(
        "together", "Paragrafer justerade för sig och tillkännagivna tillsammans, eller tvärtom.",
        "Paragraphs verified by themselves and announced together, or the other way round."),
    ],
    .meeting { meeting, _, reading, tally in
      guard reading.isBound(meeting.body) else { return }
      for verification in meeting.verifications {
        guard let verified = verification.mark.effective?.day else { continue }
        let due = MinutesTime.announcement.end(from: verified)
        let paragraphs = verification.verified.paragraphs
        let announcements = parts(paragraphs).map { part in
          meeting.announcements.first { covers($0.announced.paragraphs, part) }
        }
        let isAnnounced = announcements.allSatisfy { $0 != nil }
        guard isAnnounced || due < reading.day, tally.tests(on: due) else { continue }
        let name = reading.title(meeting.id)
        let what = paragraphs.isEmpty ? "" : " " + paragraphs.map(\.text).joined(separator: ", ")
        if isAnnounced {
          let late = announcements.compactMap { $0 }.first { $0.mark.effective.map { $0.day > due } ?? false }
          guard let announcement = late, let announced = announcement.mark.effective?.day else { continue }
          tally.find(
            meeting.id, on: announced,
            Localized(
              "Justeringen av protokollet från \(name)\(what), \(verified), tillkännagavs \(announced), \(days(due.days(to: announced)).sv) efter den sista dagen \(due).",
              "The verification of the minutes of \(name)\(what), \(verified), was announced on \(announced), \(days(due.days(to: announced)).en) after the last day, \(due)."
            ), citing: [verification.mark, announcement.mark])
        } else {
          tally.find(
            meeting.id, on: due,
            Localized(
              "Justeringen av protokollet från \(name)\(what), \(verified), skulle ha tillkännagetts senast \(due). Boken visar inte att det skett.",
              "The verification of the minutes of \(name)\(what), \(verified), was to be announced by \(due). The book does not show that it was."
            ), citing: [verification.mark])
        }
      }
    })

  /// What an announcement or a verification is about: each of its paragraphs; nil for the whole minutes, where none is named.
  private static func parts(_ paragraphs: [Text]) -> [Text?] {
    paragraphs.isEmpty ? [nil] : paragraphs.map { $0 }
  }

  /// Whether named paragraphs, or the whole minutes where none is named, cover a part.
  private static func covers(_ paragraphs: [Text], _ part: Text?) -> Bool {
    paragraphs.isEmpty || part.map(paragraphs.contains) ?? false
  }

  private static let announcedUnverified = Rule(
    "MI-03", .minutes, .breach,
    Localized("Tillkännagiven före justeringen", "Announced before the minutes were verified"),
    explanation: Localized(
      "Det som tillkännages är att protokollet är justerat. Ett anslag dessförinnan startar ingen tid för överklagande.",
      "What is announced is that the minutes are verified. A notice before that starts no time for appeal."),
    ground: .law("KL 8:12, 13:5"), from: municipalAct, covers: [.announcedUnverified],
    population: Localized(
      "tillkännagivanden, på en känd dag, med organ som reglerna binder",
      "announcements, on a known day, of bodies that the rules bind"),
    exceptions: [
      onlyBound,
      RuleException("same-day", "Samma dag som justeringen.", "On the day of the verification."),
      RuleException(
        "paragraphs", "Paragraferna justerade för sig, eller hela protokollet.",
        "The paragraphs verified by themselves, or the whole minutes."),
      RuleException(
        "unknown-day", "Justerat eller tillkännagivet på en okänd dag.", "Verified or announced on an unknown day."),
    ],
    .meeting { meeting, _, reading, tally in
      guard reading.isBound(meeting.body) else { return }
      for announcement in meeting.announcements {
        guard let day = announcement.mark.effective?.day, tally.tests(on: day) else { continue }
        let paragraphs = announcement.announced.paragraphs
        let verifications = parts(paragraphs).map { part in
          (part, meeting.verifications.filter { covers($0.verified.paragraphs, part) })
        }
        let unverified = verifications.first { !$0.1.contains { $0.mark.effective.map { $0.day <= day } ?? true } }
        guard let (part, later) = unverified else { continue }
        let verified = later.first
        let what = paragraphs.isEmpty ? "" : " " + paragraphs.map(\.text).joined(separator: ", ")
        let then =
          verified?.mark.effective.map {
            Localized("Det justerades \($0.day).", "They were verified on \($0.day).")
          }
          ?? part.map {
            Localized("Boken visar inte att \($0) är justerad.", "The book does not show that \($0) is verified.")
          } ?? Localized("Boken visar inte att det är justerat.", "The book does not show that they are verified.")
        tally.find(
          meeting.id, on: day,
          Localized(
            "Justeringen av protokollet från \(reading.title(meeting.id))\(what) tillkännagavs \(day) innan det var justerat. \(then.sv)",
            "The verification of the minutes of \(reading.title(meeting.id))\(what) was announced on \(day) before they were verified. \(then.en)"
          ), citing: [announcement.mark, verified?.mark])
      }
    })

  private static let removedEarly = Rule(
    "MI-04", .minutes, .breach, Localized("Anslaget borttaget för tidigt", "Announcement taken down early"),
    explanation: Localized(
      "Anslaget sitter uppe under hela tiden för överklagande, \(appealDays) dagar från tillkännagivandet. Går den ut på en helgdag går den ut nästa vardag (lag 1930:173, 2 §).",
      "The announcement stays up for the whole time for appeal, \(appealDays) days from when it was put up. Where that ends on a holiday it ends on the next working day (lag 1930:173, 2 §)."
    ),
    ground: .law("KL 8:12, 13:5"), from: municipalAct, covers: [.announcementRemovedEarly],
    population: Localized(
      "borttagna anslag, på en känd dag, hos organ som reglerna binder",
      "announcements taken down, on a known day, of bodies that the rules bind"),
    exceptions: [
      onlyBound,
      RuleException("last-day", "Borttaget på den sista dagen eller senare.", "Taken down on the last day or later."),
      RuleException(
        "not-noted", "Ett anslag vars borttagande inte är antecknat: att det sitter kvar är det normala.",
        "An announcement whose removal is not noted: that it stays up is normal."),
      RuleException(
        "unknown-day", "Uppsatt eller borttaget på en okänd dag.", "Put up or taken down on an unknown day."),
    ],
    .meeting { meeting, _, reading, tally in
      guard reading.isBound(meeting.body) else { return }
      for removal in meeting.removals {
        let announcement = meeting.announcements.last { $0.announced.paragraphs == removal.removed.paragraphs }
        guard let removed = removal.mark.effective?.day, let announcement,
          let announced = announcement.mark.effective?.day,
          let end = Meeting.appealTimeEnd(announced: announcement.mark), tally.tests(on: removed), removed < end
        else { continue }
        let paragraphs = removal.removed.paragraphs
        let what = paragraphs.isEmpty ? "" : " " + paragraphs.map(\.text).joined(separator: ", ")
        tally.find(
          meeting.id, on: removed,
          Localized(
            "Anslaget om protokollet från \(reading.title(meeting.id))\(what), uppsatt \(announced), togs ned \(removed), \(days(removed.days(to: end)).sv) före den sista dagen \(end).",
            "The announcement of the minutes of \(reading.title(meeting.id))\(what), put up on \(announced), was taken down on \(removed), \(days(removed.days(to: end)).en) before the last day, \(end)."
          ), citing: [announcement.mark, removal.mark])
      }
    })
}
