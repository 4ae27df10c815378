/// The lines about cases.
extension Storyteller {
  mutating func stepCase(_ life: inout Life) throws(GeneratorFailure) {
    switch life.stage {
    case .caseToOpen: try openCase(&life)
    case .caseToAssign:
      try writeCase("case.assigned", &life) { teller in
        teller.official("officer", teller.dice.pick(Official.all))
      }
      life.stage = .caseActivity
    case .caseActivity:
      if dice.chance(150) {
        let due = book.today + 30 + dice.below(90)
        try writeCase("case.due-date-set", &life) { teller in teller.book.date("due", due) }
        return
      }
      try recordActivity(&life)
      if life.activitiesLeft > 0 { life.activitiesLeft -= 1 }
      // Some cases lead to no measure.
      if life.activitiesLeft == 0 { life.stage = dice.chance(60) ? .closing : .toPropose }
    default:
      if dice.chance(40) {
        try writeCase("case.reopened", &life) { teller in
          teller.book.line.text("reason", teller.dice.pick(Words.reopened))
        }
        life.stage = .caseActivity
        life.activitiesLeft = 1
        return
      }
      try writeCase("case.closed", &life) { teller in
        teller.book.line.text("outcome", teller.dice.pick(Words.outcome))
      }
      life.stage = .done
    }
  }

  private mutating func openCase(_ life: inout Life) throws(GeneratorFailure) {
    caseCount += 1
    life.caseNumber = caseCount
    life.origin = book.position + 1
    let (place, number) = (Place.all[Int(life.place)], caseCount)
    try writeCase("case.opened", &life) { teller in
      teller.book.line.text("title", teller.dice.pick(Words.caseTitles), place.name, "")
      if teller.dice.chance(400) { teller.registryNumber("registryNumber", number) }
      if teller.dice.chance(500) { teller.book.line.subject("promise", SubjectNumber("P", 1)) }
      teller.codes("areas", [place.code])
      if teller.dice.chance(80) {
        teller.book.line.name("raisedBy")
        teller.book.line.open("{")
        teller.book.line.name("citizen")
        teller.book.line.open("{")
        teller.book.sealed("name", &teller.dice)
        teller.book.line.close("}")
        teller.book.line.close("}")
      }
    }
    life.stage = .caseToAssign
  }

  /// Something done in the case; the hour matters for some.
  private mutating func recordActivity(_ life: inout Life) throws(GeneratorFailure) {
    life.caseVersion += 1
    book.begin("case.activity-recorded", SubjectNumber("C", life.caseNumber))
    book.line.text("activity", dice.pick(Words.activity))
    if dice.chance(100) { official("by", dice.pick(Official.all)) }
    if dice.chance(25) { book.sealed("note", &dice) }
    let when: TrueWhen =
      dice.chance(150) ? .instant(day: book.today - 1, second: 28_800 + dice.below(40_000)) : self.when(&life)
    try book.end(version: life.caseVersion, when, by: recorder(), correlation: correlation(of: life))
  }

  /// One line about the case, with the members of its data as `data` writes them.
  mutating func writeCase(
    _ type: StaticString, _ life: inout Life, _ data: (inout Storyteller) -> Void
  ) throws(GeneratorFailure) {
    life.caseVersion += 1
    book.begin(type, SubjectNumber("C", life.caseNumber))
    data(&self)
    let when = self.when(&life)
    let correlation = life.origin <= book.position ? correlation(of: life) : 0
    try book.end(version: life.caseVersion, when, by: recorder(), correlation: correlation)
  }

  mutating func official(_ name: StaticString, _ official: Official, withOrgan: Bool = false) {
    book.line.name(name)
    self.official(official, withOrgan: withOrgan)
  }

  /// An official as a value.
  mutating func official(_ official: Official, withOrgan: Bool) {
    book.line.open("{")
    book.line.text("name", official.name)
    book.line.text("office", official.office)
    if withOrgan { book.line.text("organ", official.organ) }
    book.line.close("}")
  }

  mutating func codes(_ name: StaticString, _ codes: [Phrase]) {
    book.line.name(name)
    book.line.open("[")
    for code in codes { book.line.element(code) }
    book.line.close("]")
  }

  /// `KS/2022:0019`
  mutating func registryNumber(_ name: StaticString, _ number: Int) {
    book.line.name(name)
    book.line.quoted { out in
      out.append(contentsOf: Storyteller.registry)
      LineBytes.write(number, atLeast: 4, into: &out)
    }
  }

  private static let registry = Array("KS/2022:".utf8)
}
