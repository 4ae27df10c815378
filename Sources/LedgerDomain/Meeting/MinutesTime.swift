package import StrictJSON

/// A time that kommunallagen sets for the minutes of a council or a committee.
package enum MinutesTime: String, Choice {
  /// The minutes are verified within 14 days of the meeting (KL 5:69, for committees via 6:35).
  case verification
  /// That they are is announced by the second day after (KL 8:12).
  case announcement
  /// A decision can be appealed, and the announcement stays up, for three weeks from the day of the announcement (KL 13:5, 8:12).
  case appeal

  package var dayCount: Int {
    switch self {
    case .verification: 14
    case .announcement: 2
    case .appeal: 21
    }
  }

  /// Its end, counted from the day of the meeting, the verification or the announcement.
  package func ending(from day: LocalDate) -> StatutoryTime.End { StatutoryTime.ending(day.adding(days: dayCount)) }

  /// Its last day, counted so.
  package func end(from day: LocalDate) -> LocalDate { ending(from: day).last }
}

extension Meeting {
  /// A time that runs, or ran, of a meeting's minutes.
  package struct Due: Hashable, Sendable {
    package let time: MinutesTime
    /// The paragraphs that were verified or announced by themselves; none for the whole minutes.
    package let paragraphs: [Text]
    /// What it is counted from: the meeting, the verification, the announcement.
    package let since: Mark
    /// Nil where the day that it is counted from is not known.
    package let end: StatutoryTime.End?
    /// What was to be done within it: the verification, the announcement; nil while it is not, and for the time of appeal.
    package let answer: Mark?
  }

  /// The times of the minutes, as they would be for a body that the law binds: of the verification, of each announcement, of
  /// appeal for each announcement. Empty before the meeting is held.
  package var dues: [Due] {
    guard let held else { return [] }
    func due(_ time: MinutesTime, _ paragraphs: [Text], since mark: Mark, answer: Mark?) -> Due {
      Due(
        time: time, paragraphs: paragraphs, since: mark, end: mark.effective.map { time.ending(from: $0.day) },
        answer: answer)
    }
    let verification = due(.verification, [], since: held, answer: wholeVerification?.mark)
    let announcing = verifications.map { verification in
      let paragraphs = verification.verified.paragraphs
      return due(.announcement, paragraphs, since: verification.mark, answer: announcement(of: paragraphs)?.mark)
    }
    let appealing = announcements.map { due(.appeal, $0.announced.paragraphs, since: $0.mark, answer: nil) }
    return [verification] + announcing + appealing
  }

  /// The verification of the whole minutes, or of the last of them.
  package var wholeVerification: Verification? { verifications.first { $0.verified.paragraphs.isEmpty } }

  /// The first announcement that these paragraphs are verified: of them, or of the whole minutes.
  package func announcement(of paragraphs: [Text]) -> Announcement? {
    announcements.first { $0.announced.paragraphs == paragraphs || $0.announced.paragraphs.isEmpty }
  }

  /// The taking down of the announcement of these very paragraphs.
  package func removal(of paragraphs: [Text]) -> Removal? { removals.first { $0.removed.paragraphs == paragraphs } }
}
