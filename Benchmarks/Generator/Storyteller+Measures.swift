/// The lines about measures, from the proposal to the evaluation.
extension Storyteller {
  /// Proposes it: alone, with the link from its case, or together with others of the same plan.
  mutating func propose(_ life: inout Life) throws(GeneratorFailure) {
    if life.caseNumber > 0 {
      book.beginBatch(2)
      try writeProposal(&life)
      let measure = life.measure
      try writeCase("case.linked", &life) { teller in
        teller.book.line.subject("measure", SubjectNumber("M", measure))
      }
      return
    }
    guard dice.chance(300) else { return try writeProposal(&life) }
    let count = 2 + dice.below(6)
    book.beginBatch(count)
    try writeProposal(&life)
    for _ in 1..<count {
      var other = Life()
      draw(&other)
      try writeProposal(&other)
      pool.append(other)
    }
  }

  private mutating func writeProposal(_ life: inout Life) throws(GeneratorFailure) {
    measureCount += 1
    life.measure = measureCount
    remember(measureCount)
    life.deadline = book.today + 60 + dice.below(300)
    if dice.chance(150) { life.deadline = 0 }
    let plan = life
    life.measureVersion = 0
    try writeMeasure("measure.proposed", &life, .proposed) { teller in teller.writePlan(plan) }
    if life.origin == 0 { life.origin = book.position }
    life.stage = .toDecide
  }

  /// The members of a proposal.
  private mutating func writePlan(_ life: Life) {
    let (topic, place) = (Topic.all[Int(life.topic)], Place.all[Int(life.place)])
    book.line.text("title", topic.title, place.name, "")
    book.line.word("binding", dice.chance(700) ? "promised" : "decided")
    book.line.subject("promise", SubjectNumber("P", 1))
    if life.caseNumber > 0 { book.line.subject("case", SubjectNumber("C", life.caseNumber)) }
    if dice.chance(220) { book.line.text("cause", topic.cause) }
    if dice.chance(300) { book.line.text("goal", topic.goal) }
    if life.hasTarget { writeTarget(topic) }
    if life.deadline > 0 { book.date("deadline", life.deadline) }
    if dice.chance(300) { official("responsible", Official.all[Int(life.responsible)]) }
    writeAreas(life)
    if dice.chance(300) { codes("focusAreas", [topic.focus]) }
    if dice.chance(400) { codes("parties", [Terms.parties[dice.below(Terms.parties.count)].code]) }
  }

  private mutating func writeTarget(_ topic: Topic) {
    book.line.name("targets")
    book.line.open("[")
    book.line.open("{")
    book.line.text("name", topic.target)
    book.line.text("unit", topic.unit)
    book.line.word("comparison", "at-least")
    book.line.quantity("value", 1 + dice.below(40))
    book.line.close("}")
    book.line.close("]")
  }

  mutating func writeAreas(_ life: Life) {
    if life.isMunicipalityWide {
      book.line.name("municipalityWide")
      book.line.raw("true")
    } else if life.otherPlace != life.place {
      codes("areas", [Place.all[Int(life.place)].code, Place.all[Int(life.otherPlace)].code])
    } else {
      codes("areas", [Place.all[Int(life.place)].code])
    }
  }

  mutating func stepMeasure(_ life: inout Life) throws(GeneratorFailure) {
    switch life.stage {
    case .toDecide: try prepare(&life)
    case .decided: try followDecision(&life)
    case .underWay: try carryOut(&life)
    case .paused:
      try writeMeasure("measure.resumed", &life) { _ in }
      life.stage = .underWay
    default: try conclude(&life)
    }
  }

  /// Before the decision, with the few that begin without one.
  private mutating func prepare(_ life: inout Life) throws(GeneratorFailure) {
    switch dice.below(1000) {
    case ..<50: try decide(&life, outcome: "referred-back", step: "measure.referred-back", Words.referredBack)
    case ..<95:
      let until = book.today + 20 + dice.below(40)
      try writeMeasure("measure.tabled", &life) { teller in teller.book.date("until", until) }
    case ..<160:
      try decide(&life, outcome: "rejected", step: "measure.rejected", Words.reject)
      life.stage = life.caseNumber > 0 ? .closing : .done
    case ..<190:
      try writeMeasure("measure.withdrawn", &life) { teller in
        teller.book.line.text("reason", teller.dice.pick(Words.withdraw))
      }
      life.stage = life.caseNumber > 0 ? .closing : .done
    case ..<205 where !life.isEarly:
      try writeMeasure("measure.started", &life, .started, irregular: "executed-before-decision") { _ in }
      life.isEarly = true
    default:
      try decide(&life, outcome: "approved", step: "measure.approved", [])
      life.stage = life.isEarly ? .underWay : .decided
    }
  }

  private mutating func followDecision(_ life: inout Life) throws(GeneratorFailure) {
    switch dice.below(1000) {
    case ..<480 where life.decision > 0: try tellDecisionLater(&life)
    case ..<510: try reassign(&life)
    case ..<525:
      try writeMeasure("measure.withdrawn", &life) { teller in
        teller.book.line.text("reason", teller.dice.pick(Words.withdraw))
      }
      life.stage = life.caseNumber > 0 ? .closing : .done
    default:
      try writeMeasure("measure.started", &life, .started) { _ in }
      life.stage = .underWay
    }
  }

  private mutating func carryOut(_ life: inout Life) throws(GeneratorFailure) {
    switch dice.below(1000) {
    case ..<60:
      try writeMeasure("measure.paused", &life, .paused) { teller in
        teller.book.line.text("reason", teller.dice.pick(Words.pause))
      }
      life.stage = .paused
    case ..<130 where life.deadline > 0:
      life.deadline += 30 + dice.below(60)
      let deadline = min(life.deadline, Calendar.range.upperBound - 1)
      try writeMeasure("measure.deadline-extended", &life) { teller in
        teller.book.date("deadline", deadline)
        teller.book.line.text("reason", teller.dice.pick(Words.extend))
      }
    case ..<175: try amend(&life)
    case ..<200: try reassign(&life)
    case ..<215:
      try writeMeasure("measure.withdrawn", &life) { teller in
        teller.book.line.text("reason", teller.dice.pick(Words.withdraw))
      }
      life.stage = life.caseNumber > 0 ? .closing : .done
    default:
      if life.reportsLeft > 0 { try report(&life) } else { try implement(&life) }
    }
  }

  private mutating func report(_ life: inout Life) throws(GeneratorFailure) {
    life.reportsLeft -= 1
    life.actual += 1 + dice.below(9)
    let (topic, actual, hasTarget) = (Topic.all[Int(life.topic)], life.actual, life.hasTarget)
    try writeMeasure("measure.progress-reported", &life, .progress) { teller in
      teller.book.line.text("statement", teller.dice.pick(Words.progress))
      if hasTarget, teller.dice.chance(250) { teller.result(topic.target, actual) }
    }
  }

  private mutating func implement(_ life: inout Life) throws(GeneratorFailure) {
    let draw = dice.below(1000)
    life.extent = draw < 780 ? 0 : draw < 930 ? 1 : 2
    let extent = Storyteller.extents[Int(life.extent)]
    let (isFull, topic, actual) = (life.extent == 0, Topic.all[Int(life.topic)], life.hasTarget ? life.actual : 0)
    try writeMeasure(
      "measure.implemented", &life, .implemented, schema: "urn:liggare:measure.implemented:2"
    ) { teller in
      teller.book.line.word("extent", extent)
      if isFull, actual > 0 { teller.result(topic.target, actual) }
      if !isFull { teller.book.line.text("deviation", teller.dice.pick(Words.deviation)) }
    }
    life.stage = .ended
  }

  static let extents: [StaticString] = ["full", "partial", "none"]

  private mutating func conclude(_ life: inout Life) throws(GeneratorFailure) {
    if dice.chance(400) {
      let attainment: [StaticString] = ["reached", "partly", "not-reached", "inconclusive"]
      try writeMeasure("measure.evaluated", &life) { teller in
        teller.book.line.word("kind", teller.dice.chance(600) ? "output" : "process")
        teller.book.line.text("conclusion", teller.dice.pick(Words.conclusion))
        teller.book.line.word("attainment", teller.dice.pick(attainment))
      }
    } else if dice.chance(120) {
      let topic = Topic.all[Int(life.topic)]
      try writeMeasure("entry.document-attached", &life) { teller in
        teller.book.line.name("document")
        teller.book.line.open("{")
        teller.book.line.text("name", "Rapport: ", topic.target, "")
        teller.book.line.name("sha256")
        teller.book.digest(&teller.dice)
        teller.book.line.close("}")
      }
    }
    life.stage = life.caseNumber > 0 ? .closing : .done
  }

  private mutating func reassign(_ life: inout Life) throws(GeneratorFailure) {
    life.responsible = UInt8((Int(life.responsible) + 1) % Official.all.count)
    let responsible = Official.all[Int(life.responsible)]
    try writeMeasure("measure.reassigned", &life) { teller in
      teller.official("responsible", responsible)
      teller.book.line.text("reason", teller.dice.pick(Words.reassign))
    }
  }

  private mutating func amend(_ life: inout Life) throws(GeneratorFailure) {
    let movesAreas = dice.chance(500)
    if movesAreas {
      life.isMunicipalityWide = dice.chance(100)
      life.place = UInt8(dice.below(Place.all.count))
      life.otherPlace = dice.chance(400) ? UInt8(dice.below(Place.all.count)) : life.place
    }
    let (topic, amended) = (Topic.all[Int(life.topic)], life)
    try writeMeasure("measure.amended", &life) { teller in
      if movesAreas { teller.writeAreas(amended) } else { teller.book.line.text("goal", topic.goal) }
      teller.book.line.text("reason", teller.dice.pick(Words.amend))
    }
  }

  private mutating func result(_ target: Phrase, _ actual: Int) {
    book.line.name("results")
    book.line.open("[")
    book.line.open("{")
    book.line.text("target", target)
    book.line.quantity("actual", actual)
    book.line.close("}")
    book.line.close("]")
  }

  private mutating func remember(_ measure: Int) {
    if recentMeasures.count < 300 {
      recentMeasures.append(measure)
    } else {
      recentMeasures[measure % 300] = measure
    }
  }
}
