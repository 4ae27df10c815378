import CommandArguments
import LedgerDomain
import StrictJSON
import Wording

/// Sealed values that leave the house in clear: recorded before they do (*utlämnande*).
enum Disclosure {
  static let by = Option<PublicOfficial>(
    official: "by",
    Localized("tjänstemannen som lämnar ut", "the official who gives it out"))

  /// What a command takes that can give sealed values out: `--reveal`, by whom, and how the record of it is made.
  static let options: [any Declared] =
    [
      Unsealing.reveal, by, RecordingOptions.recordedBy, RecordingOptions.clockStep, RecordingOptions.wait,
    ] + RecordingOptions.personalData

  /// Records that values are given out, where the command reveals them into a file; else nothing. Comes before the file: a book that says
  /// too much is better than one that says too little. What is revealed on the screen stays in the house.
  static func record(
    _ session: Session, _ what: Text, about subject: SubjectID, count: Int, isFile: Bool? = nil
  ) throws(Failure) {
    let given = session.arguments
    let isRevealed = given[Unsealing.reveal]
    if !isRevealed {
      if given.isGiven(by) { throw .needs("--by", "--reveal") }
      return
    }
    guard isFile ?? (session.delivery.path != nil) else { return }
    guard let official = given[optional: by] else { throw .needs("--reveal", "--by") }
    // What cannot be read, or cannot be written, is not given out.
    try session.checkReading()
    try session.delivery.refuseUnwritable()
    try note(session, what, about: subject, count: count, by: official)
  }

  /// Records one disclosure, and says so.
  static func note(
    _ session: Session, _ what: Text, about subject: SubjectID, count: Int, by official: PublicOfficial
  ) throws(Failure) {
    let disclosed = ValueDisclosed(what: what, count: count, by: official)
    let position = try Recorder(session).recordQuietly { draft throws(Failure) in
      draft.disclose(subject, disclosed)
    }
    session.remark(
      Localized("Utlämnandet är antecknat som post \(position).", "The disclosure is recorded as entry \(position).")[
        session.languageAsked ?? .sv])
  }
}
