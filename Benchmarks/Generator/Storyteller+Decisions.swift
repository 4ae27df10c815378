/// The lines about decisions, and the batches in which a decision is recorded with what it decides.
extension Storyteller {
  /// Records a decision and the step of the measure that it stands behind; a few approvals have no decision that is known.
  mutating func decide(
    _ life: inout Life, outcome: StaticString, step: StaticString, _ reasons: [Phrase]
  ) throws(GeneratorFailure) {
    let irregular: StaticString? = life.isEarly && reasons.isEmpty ? "decided-after-execution" : nil
    if reasons.isEmpty, dice.chance(15) {
      try writeMeasure(step, &life, irregular: "without-decision") { _ in }
      life.decision = 0
      return
    }
    let isDelegated = dice.chance(280)
    book.beginBatch(isDelegated ? 3 : 2)
    decisionCount += 1
    life.decision = decisionCount
    life.decisionVersion = 0
    let authority = isDelegated ? Authority.delegated : dice.chance(200) ? .police : .body
    let when = try writeDecision(&life, outcome, authority)
    let causation = dice.chance(80) ? book.position : 0
    let decision = life.decision
    try writeMeasure(step, &life, at: when, irregular: irregular, causation: causation) { teller in
      if !reasons.isEmpty { teller.book.line.text("reason", teller.dice.pick(reasons)) }
      teller.book.line.subject("decision", SubjectNumber("D", decision))
    }
    guard isDelegated else { return }
    try writeDecisionStep("decision.notified", &life) { teller in
      teller.book.line.subject("to", SubjectNumber("B", 2))
    }
  }

  private enum Authority { case body, delegated, police }

  private mutating func writeDecision(
    _ life: inout Life, _ outcome: StaticString, _ authority: Authority
  ) throws(GeneratorFailure) -> TrueWhen {
    life.decisionVersion += 1
    book.begin("decision.made", SubjectNumber("D", life.decision), schema: "urn:liggare:decision.made:2")
    let when = self.when(&life)
    book.line.text("matter", dice.pick(Words.matters), Place.all[Int(life.place)].name, "")
    book.line.word("outcome", outcome)
    book.line.name("authority")
    book.line.open("{")
    switch authority {
    case .body:
      let held = dice.pick(heldMeetings)
      book.line.word("kind", "body")
      book.line.subject("organ", SubjectNumber("B", held.body))
      book.line.subject("meeting", SubjectNumber("T", held.meeting))
      let paragraph = 1 + dice.below(200)
      book.line.name("paragraph")
      book.line.quoted { out in
        out.append(contentsOf: Storyteller.section)
        LineBytes.write(paragraph, into: &out)
      }
    case .delegated:
      book.line.word("kind", "delegated")
      book.line.subject("delegation", SubjectNumber("G", 1 + dice.below(delegationVersions.count)))
    case .police: book.line.word("kind", "police")
    }
    book.line.close("}")
    if dice.chance(100) { registryNumber("reference", life.decision) }
    let correlation = correlation(of: life)
    try book.end(version: life.decisionVersion, when, by: recorder(), correlation: correlation)
    return when
  }

  private static let section = Array("§ ".utf8)

  /// What happens to a decision after it: announced, final, sometimes appealed, stayed, annulled.
  mutating func tellDecisionLater(_ life: inout Life) throws(GeneratorFailure) {
    switch dice.below(1000) {
    case ..<480: try writeDecisionStep("decision.final", &life) { _ in }
    case ..<960:
      try writeDecisionStep("decision.announced", &life) { teller in
        teller.book.line.text("place", "anslagstavlan")
      }
    case ..<985:
      try writeDecisionStep("decision.appealed", &life) { teller in
        teller.book.line.text("court", "Förvaltningsrätten i Vinterfors (påhittad)")
        teller.book.line.name("appellant")
        teller.book.line.open("{")
        teller.book.sealed("name", &teller.dice)
        teller.book.line.close("}")
      }
    default:
      try writeDecisionStep("decision.stayed", &life) { teller in
        teller.book.line.text("by", "Förvaltningsrätten i Vinterfors (påhittad)")
      }
    }
  }

  private mutating func writeDecisionStep(
    _ type: StaticString, _ life: inout Life, _ data: (inout Storyteller) -> Void
  ) throws(GeneratorFailure) {
    life.decisionVersion += 1
    book.begin(type, SubjectNumber("D", life.decision))
    data(&self)
    let when = self.when(&life)
    try book.end(version: life.decisionVersion, when, by: recorder(), correlation: correlation(of: life))
  }
}
