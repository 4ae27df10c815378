/// The lines about what surrounds the measures: meetings, indicators, follow-ups, and the rarer matters.
extension Storyteller {
  mutating func stepMeeting(_ life: inout Life) throws(GeneratorFailure) {
    let body = life.body
    if life.meeting == 0 {
      meetingCount += 1
      life.meeting = meetingCount
      let day = book.today + 7 + dice.below(30)
      try writeMeeting("meeting.scheduled", &life) { teller in
        teller.book.line.subject("body", SubjectNumber("B", body))
        teller.book.date("day", day)
      }
      return
    }
    switch life.stage {
    case .meetingToHold:
      try writeMeeting("meeting.held", &life) { teller in teller.book.line.subject("body", SubjectNumber("B", body)) }
      if heldMeetings.count < 32 {
        heldMeetings.append((life.meeting, body))
      } else {
        heldMeetings[life.meeting % 32] = (life.meeting, body)
      }
      life.stage = .meetingToVerify
    case .meetingToVerify:
      try writeMeeting("meeting.minutes-verified", &life) { teller in
        teller.book.line.name("verifiedBy")
        teller.book.line.open("[")
        teller.official(teller.dice.pick(Official.all), withOrgan: false)
        teller.book.line.close("]")
      }
      life.stage = .meetingToAnnounce
    default:
      try writeMeeting("meeting.verification-announced", &life) { teller in
        teller.book.line.text("place", "anslagstavlan")
      }
      life.stage = .done
    }
  }

  /// A meeting has no case and no measure, so their counts serve as its own.
  private mutating func writeMeeting(
    _ type: StaticString, _ life: inout Life, _ data: (inout Storyteller) -> Void
  ) throws(GeneratorFailure) {
    life.caseVersion += 1
    book.begin(type, SubjectNumber("T", life.meeting))
    data(&self)
    try book.end(version: life.caseVersion, when(&life), by: recorder())
  }

  /// One observation of an indicator.
  mutating func observe() throws(GeneratorFailure) {
    let index = dice.below(indicatorVersions.count)
    indicatorVersions[index] += 1
    book.begin("indicator.observed", SubjectNumber("I", index + 1))
    book.line.quantity("value", 1 + dice.below(99))
    book.line.word("source", dice.chance(700) ? "statistics" : "survey")
    if dice.chance(500) { book.line.text("area", dice.pick(Place.all).code) }
    try book.end(version: indicatorVersions[index], .day(book.today - dice.below(30)), by: recorder())
  }

  /// The report of a period: compiled, sent, presented, noted, published. Five events.
  mutating func tellFollowUp() throws(GeneratorFailure) {
    followUpCount += 1
    let follow = SubjectNumber("F", followUpCount)
    book.begin("follow-up.compiled", follow)
    book.line.text("period", Storyteller.periods[followUpCount - 1].label)
    book.line.subject("promise", SubjectNumber("P", 1))
    book.line.name("measures")
    book.line.open("[")
    for measure in recentMeasures.sorted() { book.line.element(SubjectNumber("M", measure)) }
    book.line.close("]")
    book.line.number("knownThrough", book.position)
    official("compiledBy", Official.all[2])
    try book.end(version: 1, .day(book.today), by: recorder())
    book.begin("follow-up.sent", follow)
    book.line.subject("to", SubjectNumber("B", 5))
    try book.end(version: 2, .day(book.today), by: recorder())
    book.begin("follow-up.presented", follow)
    book.line.subject("to", SubjectNumber("B", 5))
    book.line.name("document")
    book.line.open("{")
    book.line.text("name", "Uppföljning ", Storyteller.periods[followUpCount - 1].label, "")
    book.line.name("sha256")
    book.digest(&dice)
    book.line.close("}")
    try book.end(version: 3, .day(book.today), by: recorder())
    book.begin("follow-up.noted", follow)
    book.line.text("paragraph", "§ 4")
    try book.end(version: 4, .day(book.today), by: recorder())
    book.begin("follow-up.published", follow)
    book.line.text("site", "kommunens-webbplats")
    try book.end(version: 5, .day(book.today), by: recorder())
  }

  /// One of the rarer matters: a delegation, a picture, the auditors' recommendation, the promise amended.
  mutating func tellSideMatter() throws(GeneratorFailure) {
    switch dice.below(4) {
    case 0: try grantDelegation()
    case 1: try assess()
    case 2:
      recommendationCount += 1
      book.begin("recommendation.delivered", SubjectNumber("R", recommendationCount))
      book.line.text("title", "Beslutsunderlag")
      book.line.text("text", dice.pick(Words.recommendations))
      book.line.subject("to", SubjectNumber("B", 2))
      if measureCount > 0 {
        book.line.name("measures")
        book.line.open("[")
        book.line.element(SubjectNumber("M", 1 + dice.below(measureCount)))
        book.line.close("]")
      }
      try book.end(version: 1, .day(book.today), by: recorder())
    default:
      promiseVersion += 1
      book.begin("promise.published", SubjectNumber("P", 1))
      book.line.text("site", "Kommunens webbplats")
      try book.end(version: promiseVersion, .day(book.today), by: recorder())
    }
  }

  mutating func grantDelegation() throws(GeneratorFailure) {
    delegationVersions.append(1)
    book.begin("delegation.granted", SubjectNumber("G", delegationVersions.count))
    book.line.subject("from", SubjectNumber("B", 2 + dice.below(3)))
    official("to", dice.pick(Official.all))
    book.line.text("scope", dice.pick(Words.scopes))
    try book.end(version: 1, .day(book.today), by: recorder())
  }

  mutating func assess() throws(GeneratorFailure) {
    situationCount += 1
    let (place, topic) = (dice.pick(Place.all), dice.pick(Topic.all))
    book.begin("situation.assessed", SubjectNumber("S", situationCount))
    book.line.text("title", "Lägesbild ", place.name, "")
    book.line.subject("promise", SubjectNumber("P", 1))
    book.line.name("findings")
    book.line.open("[")
    book.line.open("{")
    book.line.text("text", topic.cause)
    codes("areas", [place.code])
    codes("focusAreas", [topic.focus])
    book.line.close("}")
    book.line.close("]")
    try book.end(version: 1, .day(book.today), by: recorder())
  }
}
