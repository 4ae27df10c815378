package import StrictJSON

/// Why a command has no meaning, or needs a reason first: the facts, with no words (those are in `Wording`).
package enum Refusal: Error, Equatable, Sendable {
  case unknownSubject(SubjectID)
  case alreadyExists(SubjectID)
  /// A reference to a subject of another kind than the field takes.
  case wrongKind(SubjectID, expected: SubjectKind)
  /// The event is of another kind than its subject.
  case foreignFact(type: String, subject: SubjectID)
  /// A code that is not in the list that the promise or the ledger keeps.
  case unknownCode(Code, list: CodeList, known: [Code])
  case unknownPeriod(Text, known: [Text])
  case unknownTarget(Text, known: [Text])
  case duplicate(field: String, value: String)
  case empty(field: String)
  case missing(field: String)
  /// Two fields that cannot both be as stated.
  case contradiction(String, String)
  /// A span or a pair of days that runs backwards.
  case runsBackwards(from: LocalDate, through: LocalDate)
  case outOfRange(field: String, value: Int, least: Int, most: Int)
  /// An extension to a day that is not later than the current deadline.
  case notLater(LocalDate, than: LocalDate)
  /// The act is impossible in the state; `state` is a domain word such as `withdrawn`.
  case impossible(type: String, state: String)
  case nothingChanged
  case notOfSubject(EventID, subject: SubjectID)
  case notCorrectable(field: Text, known: [String])
  /// No entry about the subject has the field that a secrecy mark names.
  case unknownField(Text, known: [String])
  case oldDiffers(field: Text, stated: JSONValue?, current: JSONValue?)
  case newMalformed(field: Text, mismatch: JSONMismatch)
  case reversalOfReversal(EventID)
  case alreadyReversed(EventID)
  case notSealed(SealedValue)
  case unsupported(field: String, value: String)
  /// Real but irregular: it needs a reason (`--irregular`).
  case irregular([Irregularity])
}

/// The lists of codes that a ledger keeps.
package enum CodeList: String, Choice {
  case areas, focusAreas = "focus-areas"
  case parties, sites
}
