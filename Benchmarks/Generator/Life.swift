/// What a matter waits for next.
enum Stage: UInt8 {
  case caseToOpen, caseToAssign, caseActivity, toPropose, toDecide, decided, underWay, paused, ended, closing, done
  case meetingToHold, meetingToVerify, meetingToAnnounce
}

/// An entry about a measure that may yet be corrected or reversed.
struct RecentEntry {
  enum Kind: UInt8 { case other, proposed, started, progress, implemented, paused }

  var position = 0
  var kind = Kind.other
  /// What its `effective` says now; 0 for undated.
  var day = 0
  /// The last correction of its `effective` or its extent; 0 for none that could be reversed.
  var correction = 0
  /// What they were before that correction.
  var dayBefore = 0
  var extentBefore: UInt8 = 0
  var isCorrected = false
}

/// One matter on its way: a measure with its case and its decisions, or a meeting. Some eighty bytes.
///
/// It is all that the generator knows of a measure; once done it is forgotten.
struct Life {
  var stage = Stage.done
  var measure = 0
  var measureVersion = 0
  /// 0 where the measure does not come from a case.
  var caseNumber = 0
  var caseVersion = 0
  /// The last decision about it; 0 for none yet.
  var decision = 0
  var decisionVersion = 0
  /// The meeting, for a meeting's life.
  var meeting = 0
  var body = 0

  var topic: UInt8 = 0
  var place: UInt8 = 0
  /// A second district, or the same where there is none.
  var otherPlace: UInt8 = 0
  var isMunicipalityWide = false
  var responsible: UInt8 = 0
  var reportsLeft: UInt8 = 0
  var activitiesLeft: UInt8 = 0
  var actual = 0
  /// Begun without a decision, which may come later.
  var isEarly = false
  var isCorrelated = false
  var hasTarget = false

  /// The day of the last dated step.
  var lastDay = 0
  var deadline = 0
  /// The position of the first event of the matter.
  var origin = 0
  var recent = RecentEntry()
  /// The extent that was reported at the end: 0 full, 1 partial, 2 none.
  var extent: UInt8 = 0
}
