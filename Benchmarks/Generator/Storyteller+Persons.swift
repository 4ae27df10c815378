import Integrity

/// The lines about private persons and the cases that they raised: ten entries and ten sealed values for each.
extension Storyteller {
  mutating func tellPersons(_ count: Int) throws(GeneratorFailure) {
    for number in 1...max(1, count) where number <= count && book.remaining > Storyteller.personEventCount + 8 {
      try tellPerson(number)
    }
  }

  private static let personEventCount = 10

  /// A person is registered with name and contact, opens a case, and says something eight times, noted in it.
  private mutating func tellPerson(_ number: Int) throws(GeneratorFailure) {
    let (name, contact) = (book.sealing("name", &dice), book.sealing("contact", &dice))
    book.begin("person.registered", SubjectNumber("E", number))
    book.sealed("name", again: name)
    book.sealed("contact", again: contact)
    try book.end(version: 1, .day(book.today), by: recorder())
    var life = Life()
    draw(&life)
    caseCount += 1
    life.caseNumber = caseCount
    let place = Place.all[Int(life.place)]
    try writeCase("case.opened", &life) { teller in
      teller.book.line.text("title", teller.dice.pick(Words.caseTitles), place.name, "")
      teller.codes("areas", [place.code])
      teller.book.line.name("raisedBy")
      teller.book.line.open("{")
      teller.book.line.name("citizen")
      teller.book.line.open("{")
      teller.book.sealed("name", again: name)
      teller.book.sealed("contact", again: contact)
      teller.book.line.close("}")
      teller.book.line.close("}")
      teller.refer(to: number)
    }
    for _ in 2..<Storyteller.personEventCount {
      try writeCase("case.activity-recorded", &life) { teller in
        teller.book.line.text("activity", teller.dice.pick(Words.activity))
        teller.refer(to: number)
        teller.book.sealed("note", &teller.dice)
      }
    }
  }

  private mutating func refer(to person: Int) {
    book.line.name("refs")
    book.line.open("[")
    book.line.element(SubjectNumber("E", person))
    book.line.close("]")
  }
}
